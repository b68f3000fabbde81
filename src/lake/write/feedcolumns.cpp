// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/write/feedcolumns.h"

#include "lake/read/keysnapshot.h"
#include "lake/read/querysql.h"
#include "lake/read/rowscan.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/state/schema.h"

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

Result<void> writeColumn(SqlConnection &connection, const FeedLayout &layout, int column)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(connection,
                                 "INSERT INTO lake_columns(feed, position, name, physical, part, "
                                 "type, title) VALUES(?,?,?,?,?,?,?)"));
    const LakeColumn &at = layout.columns()[size_t(column)];
    statement.bind(1, layout.endpoint().id);
    statement.bind(2, qint64(column));
    statement.bind(3, at.name);
    statement.bind(4, at.sqlName);
    statement.bind(5, qint64(at.part));
    statement.bind(6, typeName(at.type));
    statement.bind(7, at.title);
    return statement.run();
}

Result<void> makeFeed(SqlConnection &connection, FeedLayout &layout)
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

Result<void> ensureFeed(SqlConnection &connection, const Endpoint &endpoint)
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

Result<void> addColumns(SqlConnection &connection, FeedLayout &layout, const QStringList &names)
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

using catalog::Cell;

namespace {

//! Rows of one statement: a way to the server and back for each of a million would take minutes.
constexpr size_t rowsPerStatement = 400;

//! Fills one column of one feed.
class Backfill
{
public:
    Backfill(SqlConnection &connection, const FeedLayout &layout, const catalog::Column &column)
        : m_connection(connection)
        , m_layout(layout)
        , m_column(column)
        , m_index(layout.indexOf(column.name))
    {}

    Result<void> run()
    {
        query::Query everything;
        everything.presence = query::Presence::Both;
        GAUGE_TRY(const auto sql, QuerySql::make(m_layout, everything, {}));
        GAUGE_TRY(const auto snapshot, KeySnapshot::take(m_connection, m_layout, sql));
        GAUGE_TRY(const auto from, m_layout.select(m_column.computedFrom));
        GAUGE_TRY(auto scan, RowScan::byKey(m_connection, m_layout, from));
        scan.expect(snapshot.keys);
        catalog::Row row;
        for (const qint64 key : snapshot.keys) {
            GAUGE_TRY(const auto found, scan.at(key, row));
            if (found)
                compute(row);
            if (m_rows.size() == rowsPerStatement) {
                GAUGE_CHECK(write());
            }
        }
        return write();
    }

private:
    void compute(const catalog::Row &row)
    {
        const Cell cell = m_column.compute(row.cells);
        if (cell.type == Cell::Type::Real)
            m_values.emplace_back(cell.real);
        else if (cell.type == Cell::Type::Integer)
            m_values.emplace_back(cell.integer);
        else if (cell.type == Cell::Type::Text)
            m_values.emplace_back(std::string(cell.text));
        if (m_values.size() > m_rows.size())
            m_rows.push_back(row.key);
    }

    [[nodiscard]] std::string statementText() const
    {
        std::string values;
        for (size_t i = 0; i < m_rows.size(); ++i)
            values += i == 0 ? "(?,?)" : ",(?,?)";
        const int part = m_layout.columns()[size_t(m_index)].part;
        const std::string table = m_layout.table(part);
        const std::string name = m_layout.columnName(m_index);
        // A continuation table has rows only for records that have a value there.
        return part == 0 ? "UPDATE " + table + " SET " + name + "=made.column2 FROM (VALUES " + values
                + ") AS made WHERE " + table + ".row_id=made.column1"
                         : "INSERT INTO " + table + "(row_id," + name + ") VALUES " + values
                + " ON CONFLICT (row_id) DO UPDATE SET " + name + "=excluded." + name;
    }

    Result<void> write()
    {
        if (m_rows.empty())
            return {};
        GAUGE_TRY(auto statement, Statement::prepare(m_connection, statementText()));
        int position = 0;
        for (size_t i = 0; i < m_rows.size(); ++i) {
            statement.bind(++position, m_rows[i]);
            statement.bind(++position, m_values[i]);
        }
        m_rows.clear();
        m_values.clear();
        return statement.run();
    }

    SqlConnection &m_connection;
    const FeedLayout &m_layout;
    const catalog::Column &m_column;
    int m_index;
    std::vector<qint64> m_rows; //!< to be written
    std::vector<Value> m_values; //!< of these rows
};

} // namespace

Result<void> backfill(SqlConnection &connection, const FeedLayout &layout, const QStringList &names)
{
    for (const QString &name : names) {
        const catalog::Column *column = layout.endpoint().column(name);
        if (!column || !column->compute)
            continue;
        GAUGE_CHECK(Backfill(connection, layout, *column).run());
    }
    return {};
}

} // namespace gauge::lake
