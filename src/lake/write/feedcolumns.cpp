// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/write/feedcolumns.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/schema.h"
#include "lake/write/backfill.h"

#include <map>

namespace gauge::lake {

using catalog::ColumnType;
using catalog::Endpoint;

namespace {

//! One or, with what takes the strays of a column of numbers, two columns for CREATE TABLE.
std::vector<std::string> definitions(const FeedLayout &layout, int column)
{
    const bool isKey = column == layout.keyIndex();
    const bool hasStray = layout.hasStray(column);
    const char *type = layout.dialect().columnType(layout.columns()[size_t(column)].type);
    std::vector<std::string> result{layout.columnName(column) + ' ' + type};
    if (isKey)
        result.front() += hasStray ? " UNIQUE" : " NOT NULL UNIQUE";
    if (hasStray)
        result.push_back(layout.strayName(column) + " TEXT" + (isKey ? " UNIQUE" : ""));
    return result;
}

Result<void> writeColumn(Connection &connection, const FeedLayout &layout, int column)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "INSERT INTO lake_columns(feed, position, name, physical, part, "
                                 "type, title) VALUES(?,?,?,?,?,?,?)"));
    const LakeColumn &at = layout.columns()[size_t(column)];
    statement.bind(1, layout.endpoint().id);
    statement.bind(2, qint64(column));
    statement.bind(3, at.name);
    statement.bind(4, at.physical);
    statement.bind(5, qint64(at.part));
    statement.bind(6, typeName(at.type));
    statement.bind(7, at.title);
    return statement.run();
}

Result<void> makeFeed(Connection &connection, FeedLayout &layout)
{
    const Endpoint &endpoint = layout.endpoint();
    GAUGE_TRY(auto feed,
              Statement::prepare(
                  connection,
                  "INSERT INTO lake_feeds(feed, records_table, key_column, next_row_id) VALUES(?,?,?,1)"));
    feed.bind(1, endpoint.id);
    feed.bind(2, endpoint.table);
    feed.bind(3, endpoint.keyColumn);
    GAUGE_CHECK(feed.run());
    std::string columns = "row_id INTEGER PRIMARY KEY";
    for (const catalog::Column &column : endpoint.columns) {
        if (int(layout.columns().size()) == FeedLayout::columnsPerTable)
            break;
        const int index
            = layout.add(column.name, column.type, QString::fromUtf8(column.title), column.personal);
        GAUGE_CHECK(writeColumn(connection, layout, index));
        columns += ',' + joined(definitions(layout, index));
    }
    GAUGE_CHECK(connection.run("CREATE TABLE " + layout.table(0) + '(' + columns + ')'));
    std::vector<std::string> tables = companionTables(endpoint.table);
    tables.insert(tables.begin(),
                  "CREATE TABLE " + layout.rawTable()
                      + "(row_id INTEGER PRIMARY KEY, body BLOB NOT NULL, first_sync INTEGER, "
                        "seen_sync INTEGER, changed_sync INTEGER, gone_sync INTEGER)");
    for (const std::string &sql : tables) {
        GAUGE_CHECK(connection.run(sql));
    }
    return {};
}

} // namespace

Result<void> ensureFeed(Connection &connection, const Endpoint &endpoint)
{
    if (!endpoint.column(endpoint.keyColumn)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "The description of %1 names no key column.")
                        .arg(endpoint.id));
    }
    GAUGE_TRY(auto layout, FeedLayout::load(connection, endpoint));
    if (layout.columns().empty()) {
        GAUGE_CHECK(makeFeed(connection, layout));
    }
    QStringList missing;
    for (const catalog::Column &column : endpoint.columns) {
        if (layout.indexOf(column.name) < 0)
            missing.append(column.name);
    }
    GAUGE_CHECK(addColumns(connection, layout, missing));
    GAUGE_CHECK(backfill(connection, layout, missing));
    return connection.ensureSearch(layout);
}

Result<void> addColumns(Connection &connection, FeedLayout &layout, const QStringList &names)
{
    const int tables = layout.lastPart();
    // A new table gets its columns at once; each ALTER TABLE makes SQLite read its whole schema again, 7 ms
    // with 3,000 columns. The feed's own table is filled first all the same, for those who read the file.
    constexpr int worthATable = 100;
    if (tables > 0 && names.size() >= worthATable) {
        layout.openTable();
    } else if (!names.isEmpty()) {
        GAUGE_TRY(const auto alterable, connection.mayAlter(layout.table(tables)));
        if (!alterable)
            layout.openTable();
    }
    std::map<int, std::vector<std::string>> byTable;
    for (const QString &name : names) {
        const catalog::Column *base = layout.endpoint().column(name);
        // "property.Country" is titled "Country".
        const int index = base
            ? layout.add(name, base->type, QString::fromUtf8(base->title), base->personal)
            : layout.add(name, ColumnType::Text, name.mid(name.indexOf(QLatin1Char('.')) + 1), false);
        GAUGE_CHECK(writeColumn(connection, layout, index));
        for (std::string &one : definitions(layout, index))
            byTable[layout.columns()[size_t(index)].part].push_back(std::move(one));
    }
    for (const auto &[part, added] : byTable) {
        if (part > tables) {
            const std::string columns = "(row_id INTEGER PRIMARY KEY, " + joined(added) + ')';
            GAUGE_CHECK(connection.run("CREATE TABLE " + layout.table(part) + columns));
            continue;
        }
        for (const std::string &one : added) {
            GAUGE_CHECK(connection.run("ALTER TABLE " + layout.table(part) + " ADD COLUMN " + one));
        }
    }
    return {};
}

} // namespace gauge::lake
