// SPDX-License-Identifier: GPL-3.0-or-later
// What PostgresConnection tells of the schema itself.
#include "lake/postgres/postgresconnection.h"
#include "lake/sql/statement.h"

namespace gauge::lake {

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

Result<QStringList> PostgresConnection::flaws(bool)
{
    // Pages and indexes are the server's (pg_amcheck); not everybody who reads a lake may look there.
    return QStringList();
}

} // namespace gauge::lake
