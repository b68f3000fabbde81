// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/rowlookup.h"

#include "lake/sql/connection.h"

#include <algorithm>

namespace gauge::lake {

Result<RowLookup> RowLookup::prepare(Connection &connection, const std::string &what,
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

} // namespace gauge::lake
