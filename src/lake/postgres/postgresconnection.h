// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/connection.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

typedef struct pg_conn PGconn; // NOLINT(modernize-use-using): as libpq declares them
typedef struct pg_result PGresult; // NOLINT(modernize-use-using)

namespace gauge::lake {

//! What the server answered to one statement.
struct ClearAnswer
{
    void operator()(PGresult *answer) const;
};
using PgResult = std::unique_ptr<PGresult, ClearAnswer>;

} // namespace gauge::lake

template <>
inline constexpr bool gauge::isDroppable<gauge::lake::PgResult> = true;

namespace gauge::lake {

//! A connection to a lake in a schema of a PostgreSQL database. Everything that has to do with
//! passwords, certificates and encryption is libpq's own.
//!
//! A writing transaction locks the table lake_about against others that write; who reads is not
//! stopped and sees one state of the lake from the beginning to the end of its transaction. A server
//! that was restarted is connected to again at the next transaction.
//!
//! Behind a pooler each transaction may meet another session of the server, which others have used. So a
//! transaction brings its settings along, the search path among them, and leaves nothing in the session:
//! no prepared statement, no temporary table, no setting. No statement runs outside a transaction but
//! VACUUM, which names its schema.
//!
//! Nothing waits for a server without an end to it. Soon after the stop token of a StopGuard, or that of
//! the opening, is requested, connecting and statements end with Cancelled. A server that does not answer a
//! request to cancel is left: the connection is closed, which ends its transaction.
class PostgresConnection final : public SqlConnection
{
public:
    //! See openWriting() and openReading().
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>> openWriting(const Location &location,
                                                                            std::stop_token closing);
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>> openReading(const Location &location,
                                                                            std::stop_token closing);
    [[nodiscard]] static Result<void> dropLake(const Location &location);
    ~PostgresConnection() override;

    [[nodiscard]] Result<void> run(std::string_view sql) override;
    [[nodiscard]] Result<std::unique_ptr<PreparedStatement>> prepare(std::string_view sql) const override;
    [[nodiscard]] const Dialect &dialect() const override;
    [[nodiscard]] bool inTransaction() const override;
    [[nodiscard]] bool isRemote() const override { return true; }
    [[nodiscard]] Result<bool> mayAlter(const std::string &table) override;
    [[nodiscard]] Result<std::unique_ptr<FeedStore>> openFeed(const FeedLayout &layout) override;
    [[nodiscard]] Result<void> ensureSearch(const FeedLayout &layout) override;
    [[nodiscard]] Result<qint64> layout() override;
    [[nodiscard]] Result<void> setLayout(qint64 version) override;
    [[nodiscard]] Result<void> makeFunctions() override;
    [[nodiscard]] Result<qint64> schemaVersion() override;
    [[nodiscard]] Result<QStringList> tables() override;
    [[nodiscard]] Result<std::vector<StoredColumn>> columnsOf(const QString &table) override;
    [[nodiscard]] Result<void> vacuum(const QStringList &tables) override;
    [[nodiscard]] Result<void> replaceBodies(const std::string &table, const char *key,
                                             std::span<const PackedBody> bodies) override;
    [[nodiscard]] Result<QStringList> integrityErrors(bool everyEntry) override;
    [[nodiscard]] bool isDamage(const Error &error) const override;

    //! A value to send. Texts are typed by the statement they stand in.
    struct Parameter
    {
        unsigned type = 0; //!< Oid; 0: as the statement wants it
        bool isNull = true;
        bool isBytes = false;
        std::string own;
        std::string_view view = {}; //!< bytes that are not copied

        [[nodiscard]] std::string_view value() const { return view.data() ? view : std::string_view(own); }
    };
    //! Runs \a sql, in PostgreSQL's own words, within the transaction that runs, or else in one of its own.
    [[nodiscard]] Result<PgResult> ask(const std::string &sql,
                                       const std::vector<Parameter> &parameters = {}) const;
    //! The next rows of \a cursor. Fails with Storage if the server sends more than \a most of them.
    [[nodiscard]] Result<PgResult> fetch(const std::string &cursor, int most) const;
    //! Another number in every transaction.
    [[nodiscard]] qint64 transaction() const { return m_transaction; }
    //! A name that this connection has not used yet.
    [[nodiscard]] std::string freshName(const char *prefix) const;

    //! Sends \a lines, in COPY's text format, into what \a target names: `table(column, …)`. The server may
    //! still be at it when this returns; what it has to say against them fails the next statement, a COMMIT
    //! as any other.
    [[nodiscard]] Result<void> copy(const std::string &target, std::string_view lines) const;

private:
    PostgresConnection(const Location &location, bool writing, std::stop_token closing);
    [[nodiscard]] Result<void> begin(bool writing) override;
    [[nodiscard]] Result<void> beginTransaction(const std::string &how);
    void setStopToken(const std::stop_token *stop) override { m_stop = stop; }

    // encryption.cpp
    [[nodiscard]] Result<void> connect();
    void startConnecting(int skipped);
    enum class Established { Yes, Failed, TimedOut, TooMuch, Cancelled };
    [[nodiscard]] Established establish() const;
    [[nodiscard]] std::pair<int, int> serversTried() const;
    [[nodiscard]] Error refused() const;
    [[nodiscard]] Result<void> checkServer() const;

    [[nodiscard]] Result<void> makeSchema();
    [[nodiscard]] Result<void> createSchema();
    [[nodiscard]] Result<void> checkIdentity();
    [[nodiscard]] Result<bool> exists(const std::string &rows);
    [[nodiscard]] Result<bool> hasLake();
    [[nodiscard]] Result<void> vacuum(const std::string &table);
    [[nodiscard]] Error errorOf(std::string_view state, std::string_view message) const;
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] bool isLost() const;

    // postgresio.cpp
    //! Whether a running statement is asked to end, or only left when it takes long.
    enum class Stop { Cancels, Leaves };
    enum class Waited { Answered, Lost, Left, TooMuch };
    struct Interruption;
    //! Bytes that the server may send as the answer to one statement. libpq keeps all of it in memory, where
    //! it takes up to four times as much. A FETCH of 500 rows of 2 KB takes 1 MB.
    static constexpr qint64 mostBytes = 128 * 1024 * 1024;
    //! Closes the connection, since \a amount was exceeded; returns the error that says so.
    [[nodiscard]] Error leaveFlood(const QString &amount) const;
    [[nodiscard]] Result<PgResult> send(const std::string &sql,
                                        const std::vector<Parameter> &parameters = {}) const;
    [[nodiscard]] Result<PgResult> answer(bool sent, Stop stop = Stop::Cancels) const;
    [[nodiscard]] std::optional<Error> errorIn(const PGresult *result) const;
    [[nodiscard]] Waited waitForAnswer(Stop stop, Interruption &interruption) const;
    [[nodiscard]] bool waitForSocket(bool toWrite) const;
    [[nodiscard]] bool hasPatience(Interruption &interruption) const;
    [[nodiscard]] Result<void> flushOut() const;
    //! Waits for the server to have taken in what copy() has sent.
    [[nodiscard]] Result<void> endCopy() const;
    //! Ends the transaction, if one runs, or else the connection.
    void rollBack() const;
    //! Closes the connection without waiting for the server.
    void leave() const;
    //! A request to cancel that comes before its statement is lost, so none begins after it. A writer still
    //! stores what it has when its connection is about to close.
    [[nodiscard]] bool isStopped() const
    {
        return (m_stop && m_stop->stop_requested()) || (!m_isWriter && m_closing.stop_requested());
    }
    [[nodiscard]] bool mustEnd() const { return isStopped() || m_closing.stop_requested(); }

    struct Finish
    {
        void operator()(PGconn *connection) const;
    };
    const Location m_location;
    const bool m_isWriter;
    const std::stop_token m_closing;
    const std::string m_settings; //!< of each transaction, as SQL
    mutable std::unique_ptr<PGconn, Finish> m_connection;
    QString m_server; //!< for people
    const std::stop_token *m_stop = nullptr;
    mutable int m_names = 0;
    mutable bool m_isCopying = false; //!< copy() has sent lines that were not answered yet
    mutable bool m_isLost = false; //!< the server said goodbye; its end of the line may not be closed yet
    qint64 m_transaction = 0;
};

} // namespace gauge::lake
