// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/rowscan.h"

#include "lake/sql/connection.h"

#include <algorithm>

namespace gauge::lake {

Result<RowLookup> RowLookup::prepare(SqlConnection &connection, const std::string &what,
                                     const std::string &table, const std::string &alias)
{
    RowLookup lookup;
    lookup.m_isRemote = connection.isRemote();
    std::string sql = "SELECT " + alias + ".row_id";
    if (!what.empty())
        sql += ',' + what;
    if (lookup.m_isRemote) {
        sql += " FROM unnest(?::bigint[]) WITH ORDINALITY AS wanted(id, place) JOIN " + table + " AS "
            + alias;
        sql += " ON " + alias + ".row_id=wanted.id ORDER BY wanted.place";
    } else {
        sql += " FROM " + table + " AS " + alias + " WHERE " + alias + ".row_id=?";
    }
    GAUGE_TRY(lookup.m_statement, Statement::prepare(connection, sql));
    return lookup;
}

void RowLookup::expect(std::span<const qint64> keys)
{
    m_expected = keys;
    m_at = 0;
    m_fetched = 0;
    m_hasRow = false;
}

Result<void> RowLookup::fetch(std::span<const qint64> keys)
{
    std::string list = "{";
    for (size_t i = 0; i < keys.size(); ++i) {
        if (i > 0 && keys[i] == keys[i - 1])
            continue; // seekAhead() stays where it is
        if (i > 0)
            list += ',';
        list += std::to_string(keys[i]);
    }
    list += '}';
    m_statement.reset();
    m_statement.bind(1, Value(std::move(list)));
    GAUGE_TRY(m_hasRow, m_statement.step());
    return {};
}

Result<bool> RowLookup::seek(qint64 key)
{
    if (m_isRemote)
        return seekAhead(key);
    m_statement.reset();
    m_statement.bind(1, key);
    return m_statement.step();
}

//! Rows come in the order of the keys; a key without a row has none among them. A row is left behind only
//! after it was given out: the one at hand may be that of a later key.
Result<bool> RowLookup::seekAhead(qint64 key)
{
    constexpr size_t many = 500;
    const bool isExpected = m_at < m_expected.size() && m_expected[m_at] == key;
    if (isExpected && m_at < m_fetched) {
        if (m_isGivenOut && m_statement.integer(0) != key) {
            GAUGE_TRY(m_hasRow, m_statement.step());
        }
    } else {
        const auto keys = isExpected ? m_expected.subspan(m_at, std::min(many, m_expected.size() - m_at))
                                     : std::span<const qint64>(&key, 1);
        GAUGE_CHECK(fetch(keys));
        m_fetched = isExpected ? m_at + keys.size() : 0;
    }
    m_at += isExpected ? 1 : 0;
    m_isGivenOut = m_hasRow && m_statement.integer(0) == key;
    return m_isGivenOut;
}

using catalog::Cell;
using catalog::Row;

std::string RowScan::columnsOf(const FeedLayout &layout, std::span<const int> columns, int part,
                               std::vector<Target> &targets)
{
    std::string what;
    for (size_t i = 0; i < columns.size(); ++i) {
        const int column = columns[i];
        if (layout.columns()[size_t(column)].part != part)
            continue;
        targets.push_back({i, layout.hasStray(column)});
        if (!what.empty())
            what += ',';
        what += layout.reference(column);
        if (targets.back().hasStray)
            what += ',' + layout.strayReference(column);
    }
    return what;
}

Result<RowScan> RowScan::through(SqlConnection &connection, const FeedLayout &layout, const QuerySql &query,
                                 std::span<const int> columns)
{
    RowScan scan;
    scan.m_width = columns.size();
    std::string what = "t0.row_id";
    if (const std::string own = columnsOf(layout, columns, 0, scan.m_own.targets); !own.empty())
        what += ',' + own;
    GAUGE_TRY(scan.m_walk, query.select(connection, what, QuerySql::Order::PreparedQuery));
    GAUGE_CHECK(scan.addContinuations(connection, layout, columns));
    return scan;
}

Result<RowScan> RowScan::byKey(SqlConnection &connection, const FeedLayout &layout,
                               std::span<const int> columns)
{
    RowScan scan;
    scan.m_width = columns.size();
    const std::string what = columnsOf(layout, columns, 0, scan.m_own.targets);
    GAUGE_TRY(scan.m_own.lookup, RowLookup::prepare(connection, what, layout.table(0), "t0"));
    GAUGE_CHECK(scan.addContinuations(connection, layout, columns));
    return scan;
}

Result<void> RowScan::addContinuations(SqlConnection &connection, const FeedLayout &layout,
                                       std::span<const int> columns)
{
    for (int part = 2; part <= layout.lastPart(); ++part) {
        Source source;
        const std::string what = columnsOf(layout, columns, part, source.targets);
        if (what.empty())
            continue;
        GAUGE_TRY(auto lookup,
                  RowLookup::prepare(connection, what, layout.table(part), 't' + std::to_string(part)));
        source.lookup = std::move(lookup);
        m_continuations.push_back(std::move(source));
    }
    return {};
}

bool RowScan::needsKeys(const SqlConnection &connection, const FeedLayout &layout,
                        std::span<const int> columns)
{
    return connection.isRemote() && std::any_of(columns.begin(), columns.end(), [&](int column) {
               return layout.columns()[size_t(column)].part != 0;
           });
}

void RowScan::expect(std::span<const qint64> keys)
{
    m_own.lookup.expect(keys);
    for (Source &source : m_continuations)
        source.lookup.expect(keys);
}

Result<bool> RowScan::next(Row &row)
{
    auto more = m_walk.step();
    if (!more || !*more)
        return more;
    GAUGE_CHECK(fill(m_walk, row));
    return true;
}

Result<bool> RowScan::at(qint64 key, Row &row)
{
    GAUGE_TRY(auto found, m_own.lookup.seek(key));
    if (!found) {
        for (Source &source : m_continuations) { // they stay in step with the feed's own table
            GAUGE_CHECK(source.lookup.seek(key));
        }
        return false;
    }
    GAUGE_CHECK(fill(m_own.lookup.row(), row));
    return true;
}

void RowScan::fill(const Statement *statement, const std::vector<Target> &targets, Row &row)
{
    int column = 0;
    for (const Target &target : targets) {
        Cell &cell = row.cells[target.cell];
        cell = statement ? statement->cell(++column) : Cell();
        if (!target.hasStray)
            continue;
        ++column;
        if (statement && cell.isNull())
            cell = statement->cell(column);
    }
}

Result<void> RowScan::fill(const Statement &own, Row &row)
{
    row.key = own.integer(0);
    row.cells.resize(m_width);
    fill(&own, m_own.targets, row);
    for (Source &source : m_continuations) {
        GAUGE_TRY(const auto found, source.lookup.seek(row.key));
        fill(found ? &source.lookup.row() : nullptr, source.targets, row);
    }
    return {};
}

} // namespace gauge::lake
