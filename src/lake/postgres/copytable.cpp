// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/copytable.h"

#include "lake/sql/connection.h"

namespace gauge::lake {

namespace {

//! Only what differs is written: an UPDATE writes the whole row anew, and its entries in indexes.
std::string whenThere(const std::string &table, const std::vector<std::string> &replaced,
                      const std::string &also)
{
    if (replaced.empty())
        return "NOTHING";
    std::vector<std::string> changes, before, after;
    for (const std::string &column : replaced) {
        after.push_back("excluded." + column);
        before.push_back(table + '.' + column);
        changes.push_back(column + '=' + after.back());
    }
    if (!also.empty())
        return "UPDATE SET " + joined(changes) + ',' + also;
    return "UPDATE SET " + joined(changes) + " WHERE ROW(" + joined(before) + ") IS DISTINCT FROM ROW("
        + joined(after) + ')';
}

} // namespace

CopyTable::CopyTable(const PostgresConnection &connection, std::string table,
                     const std::vector<std::string> &columns, const std::vector<std::string> &replaced,
                     const std::string &also)
    : m_connection(&connection)
    , m_table(std::move(table))
    , m_columns(joined(columns))
    , m_whenThere(whenThere(m_table, replaced, also))
{}

Result<void> CopyTable::sendNew()
{
    if (m_new.empty())
        return {};
    auto done = m_connection->copy(m_table + '(' + m_columns + ')', m_new);
    if (done)
        m_new.clear();
    return done;
}

Result<void> CopyTable::flush()
{
    auto done = sendNew();
    return done && !m_again.empty() ? upsert() : done;
}

Result<void> CopyTable::upsert()
{
    GAUGE_CHECK(stage());
    GAUGE_CHECK(m_connection->ask("INSERT INTO " + m_table + '(' + m_columns + ") SELECT " + m_columns
                                  + " FROM " + m_staging + " ON CONFLICT(row_id) DO " + m_whenThere));
    m_again.clear();
    return {};
}

Result<void> CopyTable::stage()
{
    std::string ready = "DELETE FROM " + m_staging;
    if (m_stagedIn != m_connection->transaction()) {
        m_staging = m_connection->freshName("pg_temp.staging_");
        m_stagedIn = m_connection->transaction();
        ready = "CREATE TEMP TABLE " + m_staging + " ON COMMIT DROP AS SELECT " + m_columns + " FROM "
            + m_table + " WITH NO DATA";
    }
    GAUGE_CHECK(m_connection->ask(ready));
    return m_connection->copy(m_staging + '(' + m_columns + ')', m_again);
}

} // namespace gauge::lake
