// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"
#include "lake/sql/dialect.h"
#include "lake/sql/feedlayout.h"
#include "lake/sql/location.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::lake {

class FeedLayout;
class FeedStore;
class PreparedStatement;

//! \a name as an SQL identifier, quoted.
[[nodiscard]] std::string quoted(const QString &name);
//! Comma-separated.
[[nodiscard]] std::string joined(const std::vector<std::string> &parts);

//! A column as its engine keeps it.
struct StoredColumn
{
    QString name;
    QString type; //!< "TEXT", "bigint" …, empty where it has none
};

//! A record as received, packed, and the row it is in.
struct PackedBody
{
    qint64 row = 0;
    std::string_view frame;
};

//! One connection to one lake, confined to its thread, whatever engine keeps it. Opening looks before
//! it touches: what is not a lake stays as it is.
class SqlConnection
{
public:
    virtual ~SqlConnection() = default;
    Q_DISABLE_COPY_MOVE(SqlConnection)

    //! One statement that is run once.
    [[nodiscard]] virtual Result<void> run(std::string_view sql) = 0;
    //! The first value of the first row, or 0.
    [[nodiscard]] Result<qint64> number(std::string_view sql);
    [[nodiscard]] virtual Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) const = 0;
    [[nodiscard]] virtual const Dialect &dialect() const = 0;
    [[nodiscard]] virtual bool inTransaction() const = 0;
    //! Each statement is a way to a server and back, which is to be saved.
    [[nodiscard]] virtual bool isRemote() const { return false; }

    //! Whether \a table can be given columns now without anybody waiting for long. Within a write
    //! transaction.
    [[nodiscard]] virtual Result<bool> mayAlter(const std::string &table)
    {
        static_cast<void>(table);
        return true;
    }
    //! Every commit from now on is on the disk when it returns, also for a machine that loses its power.
    [[nodiscard]] virtual Result<void> makeCommitsDurable() { return {}; }
    //! The quickest way to write many records; \a layout must outlive it.
    [[nodiscard]] virtual Result<std::unique_ptr<FeedStore>> openFeed(const FeedLayout &layout) = 0;
    //! Makes the search index of a feed, or makes it anew when the searched columns are not those it was
    //! made of. Within a write transaction.
    [[nodiscard]] virtual Result<void> ensureSearch(const FeedLayout &layout) = 0;

    //! The layout of the lake's tables; 0: it has none yet.
    [[nodiscard]] virtual Result<qint64> layout() = 0;
    //! Notes, within a write transaction, that the tables are of \a version, and so that this is a lake.
    [[nodiscard]] virtual Result<void> setLayout(qint64 version) = 0;
    //! Makes what the lake's schema holds of gauge_contains() and gauge_starts(), or makes it anew; for an
    //! engine whose connections bring them along nothing. Within a write transaction.
    [[nodiscard]] virtual Result<void> makeFunctions() { return {}; }
    //! Another number after any process has changed a table's columns.
    [[nodiscard]] virtual Result<qint64> schemaVersion() = 0;

    //! The names of all tables and views but those that the engine keeps for itself; records first.
    [[nodiscard]] virtual Result<QStringList> tables() = 0;
    //! In the table's order; none when there is no such table.
    [[nodiscard]] virtual Result<std::vector<StoredColumn>> columnsOf(const QString &table) = 0;
    //! Writes \a tables anew, so that the engine's files have nothing of records that were deleted; a file
    //! always as a whole. Outside of transactions. Storage error where there is no room or no right to.
    [[nodiscard]] virtual Result<void> vacuum(const QStringList &tables) = 0;
    //! Nothing that was committed waits in a log of the lake's own. Busy where a reader keeps it.
    [[nodiscard]] virtual Result<void> checkpointWal() { return {}; }
    //! Shows the bytes of the engine's files to \a look, piece by piece, each with the last \a overlap bytes
    //! of the one before. False: they are out of reach, or cannot all be read.
    [[nodiscard]] virtual bool readFiles(qsizetype overlap,
                                         const std::function<void(const QByteArray &)> &look) const
    {
        static_cast<void>(overlap);
        static_cast<void>(look);
        return false;
    }
    //! Puts packed bodies in the place of those in \a table whose \a key (row_id, version_id) they have.
    [[nodiscard]] virtual Result<void> replaceBodies(const std::string &table, const char *key,
                                                     std::span<const PackedBody> bodies)
        = 0;
    //! What the engine finds wrong with its own structures, in its words. \a everyEntry: of indexes, too.
    [[nodiscard]] virtual Result<QStringList> integrityErrors(bool everyEntry) = 0;
    //! Whether \a error tells of damage, rather than of what keeps one from looking.
    [[nodiscard]] virtual bool isDamage(const Error &error) const = 0;

protected:
    SqlConnection() = default;

private:
    friend class Transaction;
    friend class StopGuard;
    //! Begins a transaction; a writing one takes the lake's write lock at once.
    [[nodiscard]] virtual Result<void> begin(bool writing) = 0;
    //! Statements end with Cancelled soon after \a stop is requested; nullptr: no longer.
    virtual void setStopToken(const std::stop_token *stop) = 0;

    const std::stop_token *m_watched = nullptr; //!< of the innermost StopGuard
};

//! A transaction that is rolled back unless it is committed.
class Transaction
{
public:
    enum class Kind { Read, Write };
    //! Write takes the write lock at once, so that what is read within is still true at the commit.
    //! Read within a transaction that runs already joins it.
    [[nodiscard]] static Result<Transaction> begin(SqlConnection &connection, Kind kind);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Q_DISABLE_COPY(Transaction)

    [[nodiscard]] Result<void> commit();

private:
    explicit Transaction(SqlConnection *connection)
        : m_connection(connection)
    {}
    SqlConnection *m_connection = nullptr;
};

//! While it lives, statements of the connection end with Cancelled soon after \a stop is requested. One
//! within another takes its place, and gives it back at its end; one whose token can never stop changes
//! nothing.
class StopGuard
{
public:
    StopGuard(SqlConnection &connection, std::stop_token stop);
    ~StopGuard();
    Q_DISABLE_COPY_MOVE(StopGuard)

private:
    void setStopToken(const std::stop_token *stop);

    SqlConnection &m_connection;
    const std::stop_token *const m_outer;
    std::stop_token m_stop;
};

//! A record as its feed's tables take it.
struct StoredRecord
{
    qint64 row = 0;
    catalog::Cell key; //!< identifies it
    std::span<const catalog::Cell> cells; //!< by column of the layout
    std::string_view body; //!< packed
    std::string_view document; //!< what a search looks into
    std::optional<qint64> sync; //!< that brought it, if it is written down
};

//! The tables of one feed as an engine reads and fills them best. Every call belongs into a write
//! transaction. What was written is in the tables after flush(), and may be kept back before; through
//! this object it is seen at once. After a failure, or a change of the layout, throw it away.
class FeedStore
{
public:
    FeedStore() = default;
    virtual ~FeedStore() = default;
    Q_DISABLE_COPY_MOVE(FeedStore)

    //! Records with these keys are looked for next, and their bodies.
    [[nodiscard]] virtual Result<void> expect(const std::vector<catalog::Cell> &keys) = 0;
    [[nodiscard]] virtual Result<std::optional<qint64>> rowOf(const catalog::Cell &key) = 0;
    //! The packed body of \a row, which lives until the next call; empty when there is none.
    [[nodiscard]] virtual Result<std::string_view> body(qint64 row) = 0;

    [[nodiscard]] virtual Result<void> add(const StoredRecord &record) = 0;
    //! Writes it in the place of what its row was. Without a body: the one there is stays.
    [[nodiscard]] virtual Result<void> change(const StoredRecord &record) = 0;
    //! What \a row is now becomes an earlier version of it.
    [[nodiscard]] virtual Result<void> keepVersion(qint64 row) = 0;
    [[nodiscard]] virtual Result<void> dropVersions(qint64 row) = 0;
    [[nodiscard]] virtual Result<void> remove(qint64 row, const catalog::Cell &key) = 0;
    [[nodiscard]] virtual Result<void> flush() = 0;
    //! Words that no record has any more go from the search index, too.
    [[nodiscard]] virtual Result<void> purge() = 0;
};

} // namespace gauge::lake
