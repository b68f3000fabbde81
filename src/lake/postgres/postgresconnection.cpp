// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgresconnection.h"

#include "base/log.h"
#include "lake/lake.h"
#include "lake/postgres/postgreserror.h"
#include "lake/postgres/postgresfeedstore.h"
#include "lake/postgres/postgresstatement.h"
#include "lake/postgres/sqlwords.h"
#include "lake/refusal.h"

#include <libpq-fe.h>

#include <array>

namespace gauge::lake {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("lake", text);
}

//! Notices are for the log; what they could tell of records is left out with their detail.
void noteNotice(void *, const PGresult *notice)
{
    qCInfo(logLake) << "PostgreSQL notice" << PQresultErrorField(notice, PG_DIAG_SQLSTATE);
}

//! gauge_contains(text, needle) and gauge_starts(text, needle), without regard to case in any script, as
//! TextMatch. The database's own lower() may know ASCII only.
std::string matchFunctions(const std::string &schema, bool hasIcu)
{
    const std::string fold = schema + ".gauge_fold";
    const std::string lower = hasIcu ? "lower($1 COLLATE \"und-x-icu\")" : "lower($1)";
    const auto function = [&](const char *name, const std::string &types, const std::string &result,
                              const std::string &body) {
        return "CREATE OR REPLACE FUNCTION " + schema + '.' + name + '(' + types + ") RETURNS " + result
            + " LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT " + body + " $$;";
    };
    return function("gauge_fold", "text", "text",
                    "translate(" + lower + ", '\u03c2\u017f', '\u03c3s') COLLATE \"C\"")
        + function("gauge_contains", "text, text", "boolean",
                   "coalesce(strpos(" + fold + "($1), " + fold + "($2)) > 0, false)")
        + function("gauge_starts", "text, text", "boolean",
                   "coalesce(starts_with(" + fold + "($1), " + fold + "($2)), false)");
}

} // namespace

void PostgresConnection::Finish::operator()(PGconn *connection) const
{
    PQfinish(connection);
}

PostgresConnection::~PostgresConnection() = default;

Result<std::unique_ptr<Connection>> PostgresConnection::openWriting(const Location &location)
{
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(location, true));
    auto ready = connection->connect();
    if (ready)
        ready = connection->makeSchema();
    if (ready)
        ready = connection->checkIdentity();
    if (!ready)
        return fail(std::move(ready.error()));
    return connection;
}

Result<std::unique_ptr<Connection>> PostgresConnection::openReading(const Location &location)
{
    std::unique_ptr<PostgresConnection> connection(new PostgresConnection(location, false));
    auto ready = connection->connect();
    if (ready)
        ready = connection->checkIdentity();
    if (!ready)
        return fail(std::move(ready.error()));
    return connection;
}

Result<void> PostgresConnection::dropLake(const Location &location)
{
    PostgresConnection connection(location, true);
    if (auto connected = connection.connect(); !connected)
        return connected;
    const auto made = connection.hasTable("lake_about");
    if (!made || !*made)
        return made ? Result<void>() : fail(made.error());
    auto done = connection.ask("DROP SCHEMA " + quoted(location.schema()) + " CASCADE");
    return done ? Result<void>() : fail(std::move(done.error()));
}

Result<void> PostgresConnection::connect()
{
    const QByteArray server = m_location.server().toUtf8();
    // What stands in the URL, in PGPASSWORD, ~/.pgpass or a service file wins over the first five; the
    // encoding wins over that.
    const std::array<const char *, 8> keys{
        "connect_timeout",           "keepalives_idle", "keepalives_interval", "keepalives_count",
        "fallback_application_name", "dbname",          "client_encoding",     nullptr};
    const std::array<const char *, 8> values{"10",   "30",   "10", "3", "GaugeDesk", server.constData(),
                                             "UTF8", nullptr};
    m_connection.reset(PQconnectdbParams(keys.data(), values.data(), 1));
    ++m_session;
    m_isLost = false;
    m_isCopying = false;
    if (!m_connection || PQstatus(m_connection.get()) != CONNECTION_OK) {
        const char *message = m_connection ? PQerrorMessage(m_connection.get()) : "out of memory";
        // libpq has no SQLSTATE of a connection that was refused; what it was refused for is in words that
        // the server may have translated, but only one of them asks for a password.
        const bool noPassword = m_connection && PQconnectionNeedsPassword(m_connection.get());
        const QString text = QString::fromUtf8(message);
        const bool noDatabase
            = text.contains(QLatin1String("database \"")) && text.contains(QLatin1String("does not exist"));
        const bool refused = noPassword || text.contains(QLatin1String("authentication failed"))
            || text.contains(QLatin1String("pg_hba.conf")) || text.contains(QLatin1String("role \""));
        const char *state = noDatabase ? "3D000" : refused ? "28000" : "";
        return fail(errorOf(state, message));
    }
    return prepareSession();
}

Result<void> PostgresConnection::prepareSession()
{
    PQsetNoticeReceiver(m_connection.get(), noteNotice, nullptr);
    constexpr int oldestTried = 120000;
    if (PQserverVersion(m_connection.get()) < oldestTried
        || qstrcmp(PQparameterStatus(m_connection.get(), "server_encoding"), "UTF8") != 0) {
        return fail(
            ErrorKind::Storage,
            translated(QT_TRANSLATE_NOOP("lake",
                                         "This database cannot hold the local copy: it needs PostgreSQL "
                                         "12 or newer and a database in the encoding UTF8.")),
            QStringLiteral("version %1").arg(PQserverVersion(m_connection.get())));
    }
    std::string sql = "SET search_path TO " + quoted(m_location.schema())
        + ", pg_temp;"
          "SET standard_conforming_strings TO on; SET bytea_output TO hex;"
          // A walk reads all of a cursor's rows.
          "SET cursor_tuple_fraction TO 1; SET jit TO off; SET lock_timeout TO '10s';"
          // A plan that was made while a table was empty must not stay when it has grown.
          "SET plan_cache_mode TO force_custom_plan";
    if (m_isWriter) {
        // A commit that is told is on the server's disk, whatever the server's own default: after a crash
        // this writer goes on behind the page that it stored last. Asleep in the middle of a page it
        // must not keep all others from writing.
        sql += "; SET synchronous_commit TO on; SET idle_in_transaction_session_timeout TO '60s'";
    }
    const Answer done(PQexec(m_connection.get(), sql.c_str()));
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK)
        return fail(lastError());
    return {};
}

//! Makes the schema and the table that says whose it is, unless they are there. Looks before it
//! touches: a user without the right to create may still write into a lake that others made.
Result<void> PostgresConnection::makeSchema()
{
    const auto made = hasTable("lake_about");
    if (!made)
        return fail(made.error());
    if (*made)
        return {};
    auto done = createSchema();
    if (!done && inTransaction())
        static_cast<void>(ask("ROLLBACK"));
    return done;
}

Result<void> PostgresConnection::createSchema()
{
    const auto icu = number("SELECT count(*) FROM pg_collation WHERE collname='und-x-icu'");
    if (!icu)
        return fail(icu.error());
    // One at a time: two who create the same schema at once would disturb each other.
    if (auto locked = ask("BEGIN; SELECT pg_advisory_xact_lock(1197950059)"); !locked)
        return fail(std::move(locked.error()));
    const auto made = hasTable("lake_about");
    if (!made)
        return fail(made.error());
    const auto foreign = number("SELECT count(*) FROM pg_class WHERE relnamespace="
                                "(SELECT oid FROM pg_namespace WHERE nspname=current_schema())");
    if (!foreign)
        return fail(foreign.error());
    if (!*made && *foreign > 0)
        return fail(notALake(m_location.text(), QStringLiteral("other tables, no lake_about")));
    const std::string schema = quoted(m_location.schema());
    std::vector<std::string> steps{"COMMIT"};
    if (!*made) {
        steps = {"CREATE SCHEMA IF NOT EXISTS " + schema,
                 "CREATE TABLE " + schema
                     + ".lake_about(program text NOT NULL, layout bigint NOT NULL, one boolean PRIMARY KEY "
                       "CHECK(one))",
                 "INSERT INTO " + schema + ".lake_about VALUES('GaugeDesk', 0, true)",
                 matchFunctions(schema, *icu > 0), "COMMIT"};
    }
    for (const std::string &sql : steps) {
        if (auto done = ask(sql); !done)
            return fail(std::move(done.error()));
    }
    return {};
}

Result<bool> PostgresConnection::hasTable(const char *name)
{
    const auto found = number(std::string("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON "
                                          "n.oid=c.relnamespace WHERE c.relname='")
                              + name + "' AND n.nspname='" + m_location.schema().toStdString() + '\'');
    if (!found)
        return fail(found.error());
    return *found > 0;
}

Result<void> PostgresConnection::checkIdentity()
{
    const auto made = hasTable("lake_about");
    if (!made)
        return fail(made.error());
    if (!*made)
        return fail(nothingSynced(m_location.text()));
    const auto version = layout();
    if (!version)
        return fail(version.error());
    if (*version > layoutVersion)
        return fail(newerLayout(*version));
    return {};
}

const Dialect &PostgresConnection::dialect() const
{
    static constexpr Dialect postgres{
        .number = "NUMERIC", .longestName = 63, .hasStrays = true, .holdsNul = false, .hasTsvector = true};
    return postgres;
}

bool PostgresConnection::inTransaction() const
{
    const PGTransactionStatusType status = PQtransactionStatus(m_connection.get());
    return status != PQTRANS_IDLE && status != PQTRANS_UNKNOWN;
}

bool PostgresConnection::isLost() const
{
    return m_isLost || PQstatus(m_connection.get()) != CONNECTION_OK;
}

std::string PostgresConnection::freshName(const char *prefix) const
{
    return prefix + std::to_string(++m_names);
}

Result<void> PostgresConnection::begin(bool writing)
{
    // A server that was restarted, or a firewall that forgot us, shows at the next thing that is sent.
    for (const bool isLast : {false, true}) {
        if (isLost()) {
            if (auto again = connect(); !again)
                return again;
            m_later.clear();
        }
        if (!m_later.empty() && !isStopped())
            static_cast<void>(ask(std::exchange(m_later, {})));
        auto begun = ask(writing ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        if (begun)
            break;
        if (isLast || !isLost())
            return fail(std::move(begun.error()));
    }
    ++m_transaction;
    if (!writing)
        return {};
    if (auto locked = ask("LOCK TABLE lake_about IN EXCLUSIVE MODE"); !locked) {
        static_cast<void>(ask("ROLLBACK"));
        return fail(std::move(locked.error()));
    }
    return {};
}

//! Readers hold a table as long as they read; ALTER TABLE would wait for them, and who comes later
//! for it. So it is tried for a moment only; new columns have another place to go.
Result<bool> PostgresConnection::mayAlter(const std::string &table)
{
    if (auto tried = ask("SAVEPOINT alter; SET LOCAL lock_timeout TO '100ms'"); !tried)
        return fail(std::move(tried.error()));
    auto locked = ask("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    const bool isBusy = !locked && locked.error().detail.startsWith(QLatin1String("PostgreSQL 55P03"));
    if (!locked && !isBusy)
        return fail(std::move(locked.error()));
    auto ended = ask(isBusy ? "ROLLBACK TO SAVEPOINT alter; RELEASE SAVEPOINT alter"
                            : "RELEASE SAVEPOINT alter; SET LOCAL lock_timeout TO '10s'");
    if (!ended)
        return fail(std::move(ended.error()));
    return !isBusy;
}

Result<std::unique_ptr<FeedStore>> PostgresConnection::openFeed(const FeedLayout &layout)
{
    return std::make_unique<PostgresFeedStore>(*this, layout);
}

Result<void> PostgresConnection::ensureSearch(const FeedLayout &layout)
{
    return PostgresFeedStore::ensureSearch(*this, layout);
}

Result<qint64> PostgresConnection::layout()
{
    return number("SELECT layout FROM lake_about");
}

Result<void> PostgresConnection::setLayout(qint64 version)
{
    return run("UPDATE lake_about SET layout=" + std::to_string(version));
}

//! Columns are added and never taken away, so their number tells. A new session counts as a change:
//! what was prepared in the last one is gone.
Result<qint64> PostgresConnection::schemaVersion()
{
    constexpr qint64 columnsAtMost = qint64(1) << 32;
    auto columns = number("SELECT count(*) FROM lake_columns");
    return columns ? m_session * columnsAtMost + *columns : columns;
}

Result<void> PostgresConnection::run(std::string_view sql)
{
    auto done = ask(inPostgres(sql));
    if (!done)
        return fail(std::move(done.error()));
    // A transaction in which something failed ends so instead of being committed.
    if (sql == "COMMIT" && std::string_view(PQcmdStatus(done->get())) == "ROLLBACK")
        return fail(postgresError("40000", {}, {}));
    return {};
}

Result<std::unique_ptr<PreparedStatement>> PostgresConnection::prepare(std::string_view sql) const
{
    return std::make_unique<PostgresStatement>(*this, inPostgres(sql));
}

} // namespace gauge::lake
