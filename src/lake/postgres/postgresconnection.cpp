// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgresconnection.h"

#include "lake/postgres/postgresfeedstore.h"
#include "lake/postgres/postgresio.h"
#include "lake/postgres/postgressql.h"
#include "lake/postgres/postgresstatement.h"
#include "lake/sql/errors.h"
#include "lake/sql/types.h"

#include <libpq-fe.h>

namespace gauge::lake {

namespace {

//! gauge_contains(text, needle) and gauge_starts(text, needle), without regard to case in any script, as
//! TextMatch. The database's own lower() may know ASCII only. A text is looked at before it is normalized,
//! because that takes five times as long.
std::string matchFunctions(const std::string &schema, bool hasIcu)
{
    const std::string fold = schema + ".gauge_fold";
    const std::string composed = "CASE WHEN $1 IS NFC NORMALIZED THEN $1 ELSE normalize($1) END";
    const std::string lower = "lower((" + composed + (hasIcu ? ") COLLATE \"und-x-icu\")" : "))");
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

//! SET LOCAL … of a transaction in the lake that \a schema is.
std::string settingsOf(const QString &schema, bool writing)
{
    std::string sql = "SET LOCAL search_path TO " + quoted(schema)
        + ", pg_temp;"
          "SET LOCAL standard_conforming_strings TO on; SET LOCAL bytea_output TO hex;"
          // A walk reads all of a cursor's rows.
          "SET LOCAL cursor_tuple_fraction TO 1; SET LOCAL jit TO off; SET LOCAL lock_timeout TO '10s'";
    if (writing) {
        // A commit that is told is on the server's disk, whatever the server's own default: after a crash
        // this writer goes on behind the page that it stored last. Asleep in the middle of a page it
        // must not keep all others from writing.
        sql += "; SET LOCAL synchronous_commit TO on;"
               "SET LOCAL idle_in_transaction_session_timeout TO '60s'";
    }
    return sql;
}

} // namespace

PostgresConnection::PostgresConnection(const Location &location, bool writing, std::stop_token closing)
    : m_location(location)
    , m_isWriter(writing)
    , m_closing(std::move(closing))
    , m_settings(settingsOf(location.schema(), writing))
{}

void PostgresConnection::Finish::operator()(PGconn *connection) const
{
    PQfinish(connection);
}

PostgresConnection::~PostgresConnection() = default;

Result<std::unique_ptr<SqlConnection>> PostgresConnection::openWriting(const Location &location,
                                                                       std::stop_token closing)
{
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(location, true, std::move(closing)));
    auto ready = connection->connect();
    if (ready)
        ready = connection->checkIdentity();
    if (!ready && ready.error().kind == ErrorKind::NotFound) {
        ready = connection->makeSchema();
        if (ready)
            ready = connection->checkIdentity();
    }
    if (!ready)
        return fail(std::move(ready.error()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> PostgresConnection::openReading(const Location &location,
                                                                       std::stop_token closing)
{
    std::unique_ptr<PostgresConnection> connection(
        new PostgresConnection(location, false, std::move(closing)));
    auto ready = connection->connect();
    if (ready)
        ready = connection->checkIdentity();
    if (!ready)
        return fail(std::move(ready.error()));
    return connection;
}

Result<void> PostgresConnection::dropLake(const Location &location)
{
    PostgresConnection connection(location, true, {});
    GAUGE_CHECK(connection.connect());
    const auto made = connection.hasLake();
    if (!made || !*made)
        return made ? Result<void>() : fail(made.error());
    auto done = connection.ask("DROP SCHEMA " + quoted(location.schema()) + " CASCADE");
    return done ? Result<void>() : fail(std::move(done.error()));
}

//! Makes the schema and the table that says whose it is, unless they are there.
Result<void> PostgresConnection::makeSchema()
{
    auto done = beginTransaction("BEGIN");
    if (done)
        done = createSchema();
    if (!done)
        rollBack();
    return done;
}

Result<void> PostgresConnection::createSchema()
{
    const std::string name = m_location.schema().toStdString();
    // One at a time: two who create the same schema at once would disturb each other.
    GAUGE_CHECK(ask("SELECT pg_advisory_xact_lock(1197950059)"));
    const auto made = hasLake();
    const auto ready = exists("pg_namespace WHERE nspname='" + name + '\'');
    const auto foreign
        = exists("pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE n.nspname='" + name + '\'');
    for (const Result<bool> *known : {&made, &ready, &foreign}) {
        if (!*known)
            return fail(known->error());
    }
    if (!*made && *foreign)
        return fail(notALake(m_location.text(), QStringLiteral("other tables, no lake_about")));
    const std::string schema = quoted(m_location.schema());
    std::vector<std::string> steps;
    if (!*made) {
        steps = {"CREATE TABLE " + schema
                     + ".lake_about(program text NOT NULL, layout bigint NOT NULL, one boolean PRIMARY KEY "
                       "CHECK(one))",
                 "INSERT INTO " + schema + ".lake_about VALUES('GaugeDesk', 0, true)"};
    }
    // Who was given a schema need not have the right to make one.
    if (!*ready)
        steps.insert(steps.begin(), "CREATE SCHEMA " + schema);
    steps.emplace_back("COMMIT");
    for (const std::string &sql : steps) {
        GAUGE_CHECK(ask(sql));
    }
    return {};
}

Result<void> PostgresConnection::makeFunctions()
{
    GAUGE_TRY(const auto icu, exists("pg_collation WHERE collname='und-x-icu'"));
    return run(matchFunctions(quoted(m_location.schema()), icu));
}

Result<bool> PostgresConnection::exists(const std::string &rows)
{
    return number("SELECT count(*) FROM " + rows).map([](qint64 count) { return count > 0; });
}

Result<bool> PostgresConnection::hasLake()
{
    return exists("pg_class c JOIN pg_namespace n ON n.oid=c.relnamespace WHERE c.relname='lake_about' AND "
                  "n.nspname='"
                  + m_location.schema().toStdString() + '\'');
}

//! Looks before anything is touched: a user without the right to create may still write into a lake that
//! others made.
Result<void> PostgresConnection::checkIdentity()
{
    GAUGE_CHECK(beginTransaction("BEGIN READ ONLY"));
    const auto made = hasLake();
    const auto version = made && *made ? layout() : made.map([](bool) { return qint64(0); });
    rollBack();
    if (!version)
        return fail(version.error());
    if (!*made)
        return fail(nothingSynced(m_location.text()));
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

//! A server that was restarted, or a firewall that forgot us, shows at the next thing that is sent. So does a
//! request to cancel that came too late for its statement.
Result<void> PostgresConnection::beginTransaction(const std::string &how)
{
    constexpr int attempts = 2;
    Result<void> outcome;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        outcome = isLost() ? connect() : Result<void>();
        if (!outcome)
            break;
        auto begun = send(how + ';' + m_settings);
        if (begun) {
            ++m_transaction;
            break;
        }
        outcome = fail(begun.error());
        rollBack();
        if (isFlood(begun.error()) || (!isLost() && !isCancel(begun.error())))
            break;
    }
    return outcome;
}

Result<void> PostgresConnection::begin(bool writing)
{
    auto begun = beginTransaction(writing ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                                          : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (!begun || !writing)
        return begun;
    if (auto locked = ask("LOCK TABLE lake_about IN EXCLUSIVE MODE"); !locked) {
        rollBack();
        return fail(std::move(locked.error()));
    }
    return {};
}

//! Readers hold a table as long as they read; ALTER TABLE would wait for them, and who comes later
//! for it. So it is tried for a moment only; new columns have another place to go.
Result<bool> PostgresConnection::mayAlter(const std::string &table)
{
    GAUGE_CHECK(ask("SAVEPOINT alter; SET LOCAL lock_timeout TO '100ms'"));
    auto locked = ask("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    const bool isBusy = !locked && locked.error().detail.startsWith(QLatin1String("PostgreSQL 55P03"));
    if (!locked && !isBusy)
        return fail(std::move(locked.error()));
    GAUGE_CHECK(ask(isBusy ? "ROLLBACK TO SAVEPOINT alter; RELEASE SAVEPOINT alter"
                           : "RELEASE SAVEPOINT alter; SET LOCAL lock_timeout TO '10s'"));
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
    // By its full name: who may not use the schema is told so, and not that there is no such table.
    return number("SELECT layout FROM " + quoted(m_location.schema()) + ".lake_about");
}

Result<void> PostgresConnection::setLayout(qint64 version)
{
    return run("UPDATE lake_about SET layout=" + std::to_string(version));
}

//! Columns are added and never taken away, so their number tells.
Result<qint64> PostgresConnection::schemaVersion()
{
    return number("SELECT count(*) FROM lake_columns");
}

Result<void> PostgresConnection::run(std::string_view sql)
{
    if (sql == "ROLLBACK") {
        rollBack();
        return {};
    }
    GAUGE_TRY(auto done, ask(toPostgresSql(sql)));
    // A transaction in which something failed ends so instead of being committed.
    if (sql == "COMMIT" && std::string_view(PQcmdStatus(done.get())) == "ROLLBACK")
        return fail(errorOf("40000", {}));
    return {};
}

Result<std::unique_ptr<PreparedStatement>> PostgresConnection::prepare(std::string_view sql) const
{
    return std::make_unique<PostgresStatement>(*this, toPostgresSql(sql));
}

} // namespace gauge::lake
