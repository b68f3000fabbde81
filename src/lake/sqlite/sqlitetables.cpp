// SPDX-License-Identifier: GPL-3.0-or-later
// What SqliteConnection tells of the file itself.
#include "lake/sql/statement.h"
#include "lake/sqlite/sqliteconnection.h"

#include <QRegularExpression>

namespace gauge::lake {

bool SqliteConnection::isDamage(const Error &error) const
{
    // The codes of SQLITE_CORRUPT and SQLITE_NOTADB, with their extended ones, as storageError() tells them.
    static const QRegularExpression damage(QStringLiteral("^SQLite (\\d+):"));
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const QRegularExpressionMatch match = damage.match(error.detail);
    const int code = match.captured(1).toInt() & 0xff;
    return error.kind == ErrorKind::Storage && (code == corrupt || code == notADatabase);
}

Result<QStringList> SqliteConnection::tables()
{
    // Virtual tables (full-text search) keep their own data in shadow tables.
    GAUGE_TRY(auto statement,
              Statement::prepare(*this,
                                 "SELECT name FROM pragma_table_list WHERE schema='main' AND type IN "
                                 "('table','virtual','view') AND name NOT LIKE 'sqlite\\_%' "
                                 "ESCAPE '\\' ORDER BY name LIKE 'lake\\_%' ESCAPE '\\', name"));
    QStringList names;
    GAUGE_CHECK(statement.forEachRow([&] { names.append(statement.string(0)); }));
    return names;
}

Result<std::vector<StoredColumn>> SqliteConnection::columnsOf(const QString &table)
{
    GAUGE_TRY(auto statement, Statement::prepare(*this, "SELECT name, type FROM pragma_table_info(?)"));
    statement.bind(1, table);
    std::vector<StoredColumn> columns;
    GAUGE_CHECK(statement.forEachRow([&] { columns.push_back({statement.string(0), statement.string(1)}); }));
    return columns;
}

Result<QStringList> SqliteConnection::flaws(bool everyEntry)
{
    auto statement
        = Statement::prepare(*this, everyEntry ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)");
    if (!statement)
        return fail(std::move(statement.error()));
    QStringList found;
    GAUGE_CHECK(statement->forEachRow([&] {
        if (const QString words = statement->string(0); words != QLatin1String("ok"))
            found.append(words);
    }));
    return found;
}

} // namespace gauge::lake
