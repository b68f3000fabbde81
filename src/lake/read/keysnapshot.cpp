// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/keysnapshot.h"

#include "lake/read/columnindex.h"
#include "lake/read/querysql.h"
#include "lake/sql/connection.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace gauge::lake {

using catalog::Cell;

namespace {

Result<std::vector<qint64>> keysOf(SqlConnection &connection, const QuerySql &sql, QuerySql::Order order)
{
    GAUGE_TRY(auto statement, sql.select(connection, "t0.row_id", order));
    std::vector<qint64> keys;
    GAUGE_CHECK(statement.forEachRow([&] { keys.push_back(statement.integer(0)); }));
    return keys;
}

//! Unsorted from the lake, sorted here. Nothing when there is too much of it.
Result<std::optional<std::vector<qint64>>> sortedHere(SqlConnection &connection, const QuerySql &sql,
                                                      const std::string &column, bool descending)
{
    GAUGE_TRY(auto statement, sql.select(connection, "t0.row_id," + column, QuerySql::Order::Any));
    KeySort sort;
    for (;;) {
        GAUGE_TRY(const auto row, statement.step());
        if (!row)
            return sort.take(descending);
        if (statement.isNull(1))
            sort.addNull(statement.integer(0));
        else
            sort.add(statement.integer(0), statement.text(1));
        if (sort.isFull())
            return std::nullopt;
    }
}

//! An index read from its end has its ties the wrong way round: they are turned here, which costs a
//! tenth of what the engine takes to sort them.
Result<std::vector<qint64>> tiesTurned(SqlConnection &connection, const QuerySql &sql,
                                       const std::string &column)
{
    GAUGE_TRY(auto statement, sql.select(connection, "t0.row_id," + column, QuerySql::Order::TiesBackwards));
    std::vector<qint64> keys;
    Cell value;
    std::string text;
    std::ptrdiff_t tie = 0; // where the rows with this value begin
    for (;;) {
        GAUGE_TRY(const auto row, statement.step());
        const Cell next = row ? statement.cell(1) : Cell();
        if (!row || keys.empty() || next != value) {
            std::reverse(keys.begin() + tie, keys.end());
            tie = std::ptrdiff_t(keys.size());
            text = next.text;
            value = next;
            value.text = text;
        }
        if (!row)
            return keys;
        keys.push_back(statement.integer(0));
    }
}

} // namespace

Result<KeySnapshot> KeySnapshot::take(SqlConnection &connection, const FeedLayout &layout,
                                      const QuerySql &sql)
{
    const auto made = [](std::vector<qint64> found) { return KeySnapshot{std::move(found)}; };
    if (sql.isEverything()) {
        // All rows in the file's order: the index of keys holds all row ids in a fiftieth of the pages,
        // and sorting numbers is cheap.
        auto keys = keysOf(connection, sql, QuerySql::Order::Any);
        if (keys)
            std::sort(keys->begin(), keys->end());
        return std::move(keys).map(made);
    }
    const std::optional<QuerySql::SortedColumn> sorted = sql.soleSort();
    // A database server has its own ways, and rows would have to come here for ours.
    if (!sorted || layout.dialect().hasTsvector)
        return keysOf(connection, sql, QuerySql::Order::PreparedQuery).map(made);
    const std::string column = layout.reference(sorted->column);
    if (holdsText(layout.columns()[size_t(sorted->column)].type)) {
        // With conditions, the way along an index would jump through the whole table for them.
        GAUGE_TRY(const auto indexed, hasIndex(connection, layout, sorted->column));
        if (!indexed || sql.isFiltered()) {
            GAUGE_TRY(auto keys, sortedHere(connection, sql, column, sorted->descending));
            if (keys)
                return KeySnapshot{std::move(*keys)};
        }
    }
    return sorted->descending ? tiesTurned(connection, sql, column).map(made)
                              : keysOf(connection, sql, QuerySql::Order::PreparedQuery).map(made);
}

namespace {

constexpr size_t kept = 16; // bytes of a text that stand in the row itself

} // namespace

void KeySort::add(qint64 key, std::string_view text)
{
    std::array<char, kept> head{};
    std::memcpy(head.data(), text.data(), std::min(text.size(), kept));
    m_rows.push_back({qFromBigEndian<quint64>(head.data()), qFromBigEndian<quint64>(head.data() + 8), key,
                      quint32(m_tails.size()), quint32(text.size())});
    if (text.size() > kept)
        m_tails.append(text.substr(kept));
}

int KeySort::compare(const Row &a, const Row &b) const
{
    if (a.first != b.first)
        return a.first < b.first ? -1 : 1;
    if (a.second != b.second)
        return a.second < b.second ? -1 : 1;
    const auto tailOf = [this](const Row &row) {
        return std::string_view(m_tails).substr(row.tail, row.length > kept ? row.length - kept : 0);
    };
    if (const int order = tailOf(a).compare(tailOf(b)); order != 0)
        return order;
    // Equal so far: "a" stands before "a" and a byte of zero.
    return a.length < b.length ? -1 : int(a.length > b.length);
}

std::vector<qint64> KeySort::take(bool descending)
{
    std::sort(m_rows.begin(), m_rows.end(), [this, descending](const Row &a, const Row &b) {
        const int order = compare(a, b);
        if (order != 0)
            return descending ? order > 0 : order < 0;
        return a.key < b.key;
    });
    std::vector<qint64> keys;
    keys.reserve(m_rows.size() + m_nulls.size());
    for (const Row &row : m_rows)
        keys.push_back(row.key);
    std::sort(m_nulls.begin(), m_nulls.end());
    keys.insert(keys.end(), m_nulls.begin(), m_nulls.end());
    return keys;
}

} // namespace gauge::lake
