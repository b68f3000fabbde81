// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/sqlitefeedstore.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"

#include <charconv>

namespace gauge::lake {

using catalog::Cell;
using catalog::ColumnType;

namespace {

//! An integer's digits that 64 bits cannot hold.
bool isBeyond64Bits(std::string_view text)
{
    if (text.size() < 19)
        return false; // most texts end here
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc::result_out_of_range && end == text.data() + text.size();
}

void bindCell(Statement &statement, int position, ColumnType type, const Cell &cell)
{
    switch (cell.type) {
    case Cell::Type::Null:
        statement.bindNull(position);
        return;
    case Cell::Type::Integer:
        statement.bind(position, cell.integer);
        return;
    case Cell::Type::Real:
        // SQLite would round it to 15 digits on its way to a text.
        if (holdsText(type))
            statement.bind(position, Value(storedText(cell)));
        else
            statement.bind(position, cell.real);
        return;
    case Cell::Type::Text:
        // SQLite would make a rounded real of it in an INTEGER column; it leaves blobs as they are.
        if (!holdsText(type) && isBeyond64Bits(cell.text))
            statement.bindBlobView(position, cell.text);
        else
            statement.bindView(position, cell.text);
        return;
    }
}

void bindSync(Statement &statement, int position, std::optional<qint64> sync)
{
    if (sync)
        statement.bind(position, *sync);
    else
        statement.bindNull(position);
}

Result<void> prepareAll(SqlConnection &connection, std::span<const std::pair<Statement *, std::string>> all)
{
    for (const auto &[target, sql] : all) {
        GAUGE_TRY(auto statement, Statement::prepare(connection, sql));
        *target = std::move(statement);
    }
    return {};
}

} // namespace

Result<std::unique_ptr<FeedStore>> SqliteFeedStore::open(SqlConnection &connection, const FeedLayout &layout)
{
    std::unique_ptr<SqliteFeedStore> store(new SqliteFeedStore(connection, layout));
    GAUGE_CHECK(store->makeStatements());
    return store;
}

Result<void> SqliteFeedStore::makeStatements()
{
    for (int number = 0; number <= m_layout.lastPart(); number += number == 0 ? 2 : 1) {
        m_parts.push_back({});
        m_parts.back().number = number;
    }
    for (size_t i = 0; i < m_layout.columns().size(); ++i) {
        const int part = m_layout.columns()[i].part;
        m_parts[part == 0 ? 0 : size_t(part) - 1].columns.push_back(int(i));
    }
    for (Part &part : m_parts) {
        GAUGE_CHECK(makeStatements(part));
    }
    const std::string key = quoted(m_layout.columns()[size_t(m_layout.keyIndex())].sqlName);
    const std::string raw = m_layout.rawTable();
    const std::string versions = m_layout.versionsTable();
    const std::pair<Statement *, std::string> all[] = {
        {&m_find, "SELECT row_id FROM " + m_layout.table(0) + " WHERE " + key + "=?"},
        {&m_body, "SELECT body FROM " + raw + " WHERE row_id=?"},
        {&m_addRaw,
         "INSERT INTO " + raw + "(row_id, body, first_sync, seen_sync, changed_sync) VALUES(?1,?2,?3,?3,?3)"},
        {&m_changeRaw,
         "UPDATE " + raw + " SET body=?2, seen_sync=?3, changed_sync=?3, gone_sync=NULL WHERE row_id=?1"},
        {&m_seen, "UPDATE " + raw + " SET seen_sync=?2, gone_sync=NULL WHERE row_id=?1"},
        {&m_removeRaw, "DELETE FROM " + raw + " WHERE row_id=?"},
        {&m_keepVersion,
         "INSERT INTO " + versions + "(row_id, sync, body) SELECT row_id, changed_sync, body FROM " + raw
             + " WHERE row_id=?"},
        {&m_removeVersions, "DELETE FROM " + versions + " WHERE row_id=?"},
    };
    GAUGE_CHECK(prepareAll(m_connection, all));
    return m_search.open(m_connection, m_layout);
}

Result<void> SqliteFeedStore::makeStatements(Part &part) const
{
    std::vector<std::string> names, parameters, changes;
    for (size_t i = 0; i < part.columns.size(); ++i) {
        const std::string name = quoted(m_layout.columns()[size_t(part.columns[i])].sqlName);
        const std::string parameter = '?' + std::to_string(i + 1);
        names.push_back(name);
        parameters.push_back(parameter);
        if (part.columns[i] != m_layout.keyIndex()) // unchanged, and so its index is left alone
            changes.push_back(name + '=' + parameter);
    }
    const std::string table = m_layout.table(part.number);
    const std::string row = '?' + std::to_string(part.columns.size() + 1);
    const std::string verb = part.number == 0 ? "INSERT INTO " : "INSERT OR REPLACE INTO ";
    std::vector<std::pair<Statement *, std::string>> all{
        {&part.insert,
         verb + table + '(' + joined(names) + ",row_id) VALUES(" + joined(parameters) + ',' + row + ')'},
        {&part.remove, "DELETE FROM " + table + " WHERE row_id=?"}};
    if (part.number == 0) {
        if (changes.empty())
            changes.push_back("row_id=" + row); // a feed with nothing but a key
        all.emplace_back(&part.update,
                         "UPDATE " + table + " SET " + joined(changes) + " WHERE row_id=" + row);
    }
    return prepareAll(m_connection, all);
}

Result<std::optional<qint64>> SqliteFeedStore::rowOf(const Cell &key)
{
    bindCell(m_find, 1, m_layout.columns()[size_t(m_layout.keyIndex())].type, key);
    GAUGE_TRY(const auto row, m_find.step());
    const std::optional<qint64> result = row ? std::optional(m_find.integer(0)) : std::nullopt;
    m_find.reset();
    return result;
}

Result<std::string_view> SqliteFeedStore::body(qint64 row)
{
    m_body.reset();
    m_body.bind(1, row);
    GAUGE_TRY(const auto found, m_body.step());
    return found ? m_body.bytes(0) : std::string_view();
}

Result<void> SqliteFeedStore::add(const StoredRecord &record)
{
    GAUGE_CHECK(writeColumns(record, true));
    GAUGE_CHECK(m_search.add(record.row, record.document));
    m_addRaw.bindBlobView(2, record.body);
    bindSync(m_addRaw, 3, record.sync);
    return forRow(m_addRaw, record.row);
}

Result<void> SqliteFeedStore::change(const StoredRecord &record)
{
    m_body.reset();
    // While the table still has the old texts.
    GAUGE_CHECK(m_search.replace(record.row, record.document));
    GAUGE_CHECK(writeColumns(record, false));
    if (record.body.empty()) {
        bindSync(m_seen, 2, record.sync);
        return forRow(m_seen, record.row);
    }
    m_changeRaw.bindBlobView(2, record.body);
    bindSync(m_changeRaw, 3, record.sync);
    return forRow(m_changeRaw, record.row);
}

Result<void> SqliteFeedStore::keepVersion(qint64 row)
{
    return forRow(m_keepVersion, row);
}

Result<void> SqliteFeedStore::dropVersions(qint64 row)
{
    return forRow(m_removeVersions, row);
}

Result<void> SqliteFeedStore::remove(qint64 row, const Cell &)
{
    GAUGE_CHECK(m_search.remove(row));
    for (Part &part : m_parts) {
        GAUGE_CHECK(forRow(part.remove, row));
    }
    GAUGE_CHECK(forRow(m_removeVersions, row));
    return forRow(m_removeRaw, row);
}

Result<void> SqliteFeedStore::purge()
{
    return SearchIndex::purge(m_connection, m_layout);
}

Result<void> SqliteFeedStore::forRow(Statement &statement, qint64 row)
{
    statement.bind(1, row);
    return statement.run();
}

bool SqliteFeedStore::bindCells(Statement &statement, const Part &part, const StoredRecord &record) const
{
    // What the record no longer has must not stay.
    statement.clearBindings();
    bool any = false;
    for (size_t i = 0; i < part.columns.size(); ++i) {
        const Cell &cell = record.cells[size_t(part.columns[i])];
        if (cell.isNull())
            continue;
        any = true;
        bindCell(statement, int(i) + 1, m_layout.columns()[size_t(part.columns[i])].type, cell);
    }
    statement.bind(int(part.columns.size()) + 1, record.row);
    return any;
}

//! Continuation tables have a row only where the record has a value.
Result<void> SqliteFeedStore::writeColumns(const StoredRecord &record, bool isNew)
{
    Part &own = m_parts.front();
    Statement &statement = isNew ? own.insert : own.update;
    static_cast<void>(bindCells(statement, own, record));
    GAUGE_CHECK(statement.run());
    for (size_t i = 1; i < m_parts.size(); ++i) {
        Part &part = m_parts[i];
        Result<void> done;
        if (bindCells(part.insert, part, record))
            done = part.insert.run();
        else if (!isNew)
            done = forRow(part.remove, record.row);
        if (!done)
            return done;
    }
    return {};
}

} // namespace gauge::lake
