// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/connection.h"

#include <memory>
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
using Answer = std::unique_ptr<PGresult, ClearAnswer>;

//! A connection to a lake in a schema of a PostgreSQL database. Everything that has to do with
//! passwords, certificates and encryption is libpq's own.
//!
//! A writing transaction locks the table lake_about against others that write; who reads is not
//! stopped and sees one state of the lake from the beginning to the end of its transaction. A server
//! that was restarted is connected to again at the next transaction.
class PostgresConnection final : public Connection
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> openWriting(const Location &location);
    [[nodiscard]] static Result<std::unique_ptr<Connection>> openReading(const Location &location);
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
    [[nodiscard]] Result<qint64> schemaVersion() override;
    [[nodiscard]] Result<QStringList> tables() override;
    [[nodiscard]] Result<std::vector<StoredColumn>> columnsOf(const QString &table) override;
    [[nodiscard]] Result<void> rewrite(const QStringList &tables) override;
    [[nodiscard]] Result<void> replaceBodies(const std::string &table, const char *key,
                                             std::span<const PackedBody> bodies) override;
    [[nodiscard]] Result<QStringList> flaws(bool everyEntry) override;
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
    //! Runs \a sql, in PostgreSQL's own words, once.
    [[nodiscard]] Result<Answer> ask(const std::string &sql,
                                     const std::vector<Parameter> &parameters = {}) const;
    //! Names \a sql on the server, for statements that are run often.
    [[nodiscard]] Result<std::string> remember(const std::string &sql,
                                               const std::vector<Parameter> &parameters) const;
    [[nodiscard]] Result<Answer> askRemembered(const std::string &name,
                                               const std::vector<Parameter> &parameters) const;
    //! \a sql is run before the next transaction: what can wait, and may fail.
    void later(std::string sql) const { m_later += sql + ';'; }
    //! Another number after every connecting: what the server remembered is gone then.
    [[nodiscard]] qint64 session() const { return m_session; }
    //! Another number in every transaction.
    [[nodiscard]] qint64 transaction() const { return m_transaction; }
    //! A name that this connection has not used yet.
    [[nodiscard]] std::string freshName(const char *prefix) const;

    //! Sends \a lines, in COPY's text format, into what \a target names: `table(column, …)`. The server may
    //! still be at it when this returns; what it has to say against them fails the next statement, a COMMIT
    //! as any other.
    [[nodiscard]] Result<void> copy(const std::string &target, std::string_view lines) const;

private:
    explicit PostgresConnection(const Location &location, bool writing)
        : m_location(location)
        , m_isWriter(writing)
    {}
    [[nodiscard]] Result<void> begin(bool writing) override;
    void watch(const std::stop_token *stop) override { m_stop = stop; }
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<void> prepareSession();
    [[nodiscard]] Result<void> makeSchema();
    [[nodiscard]] Result<void> createSchema();
    [[nodiscard]] Result<void> checkIdentity();
    [[nodiscard]] Result<bool> hasTable(const char *name);
    [[nodiscard]] Error errorOf(std::string_view state, const char *message) const;
    [[nodiscard]] Error lastError() const;
    [[nodiscard]] bool isLost() const;
    enum class Stop { Heeded, Ignored };
    [[nodiscard]] Result<Answer> answer(bool sent, Stop stop = Stop::Heeded) const;
    [[nodiscard]] bool waitForAnswer(Stop stop, bool &cancelSent) const;
    //! Waits for the server to have taken in what copy() has sent.
    [[nodiscard]] Result<void> endCopy() const;
    //! A request to cancel that comes before its statement is lost, so none begins after it.
    [[nodiscard]] bool isStopped() const { return m_stop && m_stop->stop_requested(); }

    struct Finish
    {
        void operator()(PGconn *connection) const;
    };
    const Location m_location;
    const bool m_isWriter;
    std::unique_ptr<PGconn, Finish> m_connection;
    const std::stop_token *m_stop = nullptr;
    mutable std::string m_later;
    mutable int m_names = 0;
    mutable bool m_isCopying = false; //!< copy() has sent lines that were not answered yet
    mutable bool m_isLost = false; //!< the server said goodbye; its end of the line may not be closed yet
    qint64 m_session = 0;
    qint64 m_transaction = 0;
};

} // namespace gauge::lake
