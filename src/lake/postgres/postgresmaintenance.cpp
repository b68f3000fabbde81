// SPDX-License-Identifier: GPL-3.0-or-later

#include "lake/postgres/copytable.h"
#include "lake/postgres/postgresconnection.h"
#include "lake/sql/statement.h"

// How PostgresConnection takes the traces of deleted records out of the server's tables.
namespace gauge::lake {

namespace {

//! The number of the file that holds \a table; another one after it was written anew.
Result<qint64> fileOf(PostgresConnection &connection, const QString &table)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection, "SELECT pg_relation_filenode(?::regclass)::bigint"));
    statement.bind(1, QString::fromStdString(quoted(table)));
    GAUGE_TRY(const auto row, statement.step());
    return row ? statement.integer(0) : 0;
}

} // namespace

Result<void> PostgresConnection::vacuum(const QStringList &tables)
{
    for (const QString &table : tables) {
        GAUGE_TRY(const auto before, fileOf(*this, table));
        GAUGE_CHECK(vacuum(quoted(m_location.schema()) + '.' + quoted(table)));
        GAUGE_TRY(const auto after, fileOf(*this, table));
        // Whoever does not own a table is told so by a notice only.
        if (before == after) {
            return fail(
                ErrorKind::Storage,
                QCoreApplication::translate("lake",
                                            "The table %1 belongs to another role of the server, so its "
                                            "file still has what was deleted. Its owner can run VACUUM "
                                            "FULL.")
                    .arg(table));
        }
    }
    return {};
}

//! The only statement outside a transaction. It waits for whoever reads \a table, and who comes later waits
//! for it: so it is seen first, within the time for locks, whether the table is free.
Result<void> PostgresConnection::vacuum(const std::string &table)
{
    GAUGE_CHECK(ask("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE"));
    // Statistics hold frequent values as they are.
    auto done = send("VACUUM (FULL, ANALYZE) " + table);
    return done ? Result<void>() : fail(std::move(done.error()));
}

Result<void> PostgresConnection::replaceBodies(const std::string &table, const char *key,
                                               std::span<const PackedBody> bodies)
{
    std::vector<std::string> rows, frames;
    for (const PackedBody &body : bodies) {
        rows.push_back(std::to_string(body.row));
        std::string &frame = frames.emplace_back();
        appendCopyBytes(frame, body.frame);
        frame.erase(0, 1); // an array has backslashes of its own
    }
    const auto text = [](const std::vector<std::string> &items) {
        return Parameter{0, false, false, arrayText(items)};
    };
    auto done = ask("UPDATE " + table + " SET body=fresh.body FROM unnest($1::bigint[], $2::bytea[]) AS "
                        + "fresh(id, body) WHERE " + table + '.' + key + "=fresh.id",
                    {text(rows), text(frames)});
    return done ? Result<void>() : fail(std::move(done.error()));
}

bool PostgresConnection::isDamage(const Error &error) const
{
    // data_corrupted and index_corrupted, as postgresError() tells them.
    return error.kind == ErrorKind::Storage
        && (error.detail.startsWith(QLatin1String("PostgreSQL XX001"))
            || error.detail.startsWith(QLatin1String("PostgreSQL XX002")));
}

Result<QStringList> PostgresConnection::tables()
{
    GAUGE_TRY(auto statement,
              Statement::prepare(*this,
                                 "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON "
                                 "n.oid=c.relnamespace WHERE n.nspname=? AND c.relkind IN "
                                 "('r','p','v','f') ORDER BY starts_with(c.relname, 'lake_'), "
                                 "c.relname"));
    statement.bind(1, m_location.schema());
    QStringList names;
    GAUGE_CHECK(statement.forEachRow([&] { names.append(statement.string(0)); }));
    return names;
}

Result<std::vector<StoredColumn>> PostgresConnection::columnsOf(const QString &table)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(*this,
                                 "SELECT a.attname::text, format_type(a.atttypid, a.atttypmod) FROM "
                                 "pg_attribute a JOIN pg_class c ON c.oid=a.attrelid JOIN "
                                 "pg_namespace n ON n.oid=c.relnamespace WHERE n.nspname=? AND "
                                 "c.relname=? AND a.attnum>0 AND NOT a.attisdropped ORDER BY "
                                 "a.attnum"));
    statement.bind(1, m_location.schema());
    statement.bind(2, table);
    std::vector<StoredColumn> columns;
    GAUGE_CHECK(statement.forEachRow([&] { columns.push_back({statement.string(0), statement.string(1)}); }));
    return columns;
}

Result<QStringList> PostgresConnection::integrityErrors(bool)
{
    // Pages and indexes are the server's (pg_amcheck); not everybody who reads a lake may look there.
    return QStringList();
}

} // namespace gauge::lake
