// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/write/backfill.h"

#include "lake/read/keysnapshot.h"
#include "lake/read/querysql.h"
#include "lake/read/rowscan.h"
#include "lake/sql/connection.h"

namespace gauge::lake {

using catalog::Cell;

namespace {

//! Rows of one statement: a way to the server and back for each of a million would take minutes.
constexpr size_t rowsPerStatement = 400;

//! Fills one column of one feed.
class Backfill
{
public:
    Backfill(Connection &connection, const FeedLayout &layout, const catalog::Column &column)
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

    Connection &m_connection;
    const FeedLayout &m_layout;
    const catalog::Column &m_column;
    int m_index;
    std::vector<qint64> m_rows; //!< to be written
    std::vector<Value> m_values; //!< of these rows
};

} // namespace

Result<void> backfill(Connection &connection, const FeedLayout &layout, const QStringList &names)
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
