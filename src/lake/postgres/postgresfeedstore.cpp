// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgresfeedstore.h"

#include "lake/postgres/copytable.h"
#include "lake/postgres/postgressql.h"
#include "lake/sql/connection.h"
#include "lake/sql/searchtext.h"
#include "lake/sql/statement.h"

namespace gauge::lake {

using catalog::Cell;

namespace {

//! What finds keys among the numbers of the key column, or among its texts.
std::string findSql(const FeedLayout &layout, bool strays)
{
    const int key = layout.keyIndex();
    const bool isNumber = layout.hasStray(key);
    const std::string column = strays && isNumber ? layout.strayName(key) : layout.columnName(key);
    const char *type = !strays && isNumber ? "numeric" : "text";
    return "SELECT " + column + "::text, row_id FROM " + layout.table(0) + " WHERE " + column
        + " = ANY($1::" + type + "[])";
}

std::vector<std::string> rawColumns()
{
    return {"row_id", "body", "first_sync", "seen_sync", "changed_sync"};
}

std::string idList(const std::vector<qint64> &ids)
{
    std::string list = "{";
    for (const qint64 id : ids) {
        if (list.size() > 1)
            list += ',';
        list += std::to_string(id);
    }
    return list + '}';
}

void appendCell(std::string &line, const Cell &cell, bool isNumber)
{
    line += '\t';
    if (!isNumber) {
        if (cell.isNull())
            appendCopyNull(line);
        else
            appendCopyText(line,
                           cell.type == Cell::Type::Text ? cell.text : std::string_view(storedText(cell)));
        return;
    }
    const auto number = numberText(cell);
    line += number ? *number : "\\N";
    line += '\t';
    if (number || cell.isNull())
        appendCopyNull(line);
    else
        appendCopyText(line, cell.type == Cell::Type::Text ? cell.text : std::string_view(storedText(cell)));
}

} // namespace

PostgresFeedStore::PostgresFeedStore(const PostgresConnection &connection, const FeedLayout &layout)
    : m_connection(connection)
    , m_layout(layout)
    , m_raw(connection, layout.rawTable(), rawColumns(), {"body", "seen_sync", "changed_sync"},
            "gone_sync=NULL")
    , m_search(connection, layout.searchTable(), {"row_id", "words"}, {"words"})
    , m_findNumbers(connection, findSql(layout, false))
    , m_findTexts(connection, findSql(layout, true))
    , m_findBodies(connection,
                   "SELECT row_id, body FROM " + layout.rawTable() + " WHERE row_id = ANY($1::bigint[])")
{
    for (int number = 0; number <= layout.lastPart(); number += number == 0 ? 2 : 1)
        m_parts.push_back({layout.table(number), {}, nullptr, {}});
    for (size_t i = 0; i < layout.columns().size(); ++i) {
        const int part = layout.columns()[i].part;
        m_parts[part == 0 ? 0 : size_t(part) - 1].columns.push_back(int(i));
    }
    for (Part &part : m_parts) {
        std::vector<std::string> names{"row_id"};
        std::vector<std::string> replaced;
        for (const int column : part.columns) {
            const size_t first = names.size();
            names.push_back(layout.columnName(column));
            if (layout.hasStray(column))
                names.push_back(layout.strayName(column));
            if (column != layout.keyIndex()) // unchanged, and so its index is left alone
                replaced.insert(replaced.end(), names.begin() + qptrdiff(first), names.end());
        }
        part.rows = std::make_unique<CopyTable>(connection, part.table, names, replaced);
    }
}

std::string PostgresFeedStore::keyText(const Cell &key, bool &isStray) const
{
    isStray = false;
    if (m_layout.hasStray(m_layout.keyIndex())) {
        if (auto number = numberText(key))
            return std::move(*number);
        isStray = true;
    }
    return keptText(key.type == Cell::Type::Text ? key.text : std::string_view(storedText(key)));
}

Result<void> PostgresFeedStore::find(PostgresStatement &statement, const std::vector<std::string> &keys)
{
    if (keys.empty())
        return {};
    statement.reset();
    statement.bindText(1, arrayText(keys));
    return statement.forEachRow([&] { m_rows[std::string(statement.text(0))] = statement.integer(1); });
}

Result<void> PostgresFeedStore::find(const std::vector<Cell> &keys)
{
    std::vector<std::string> numbers, texts;
    for (const Cell &key : keys) {
        bool isStray = false;
        std::string text = keyText(key, isStray);
        if (m_rows.try_emplace(text).second)
            (isStray ? texts : numbers).push_back(std::move(text));
    }
    GAUGE_CHECK(find(m_findNumbers, numbers));
    return find(m_findTexts, texts);
}

Result<void> PostgresFeedStore::expect(const std::vector<Cell> &keys)
{
    m_rows.clear();
    m_bodies.clear();
    m_hasBodies = false;
    return find(keys);
}

Result<std::optional<qint64>> PostgresFeedStore::rowOf(const Cell &key)
{
    bool isStray = false;
    const std::string text = keyText(key, isStray);
    if (const auto known = m_rows.find(text); known != m_rows.end())
        return known->second;
    GAUGE_CHECK(find(std::vector<Cell>{key}));
    return m_rows[text];
}

Result<void> PostgresFeedStore::fetchBodies(const std::vector<qint64> &rows)
{
    m_findBodies.reset();
    m_findBodies.bindText(1, idList(rows));
    return m_findBodies.forEachRow([&] { m_bodies[m_findBodies.integer(0)] = m_findBodies.bytes(1); });
}

Result<std::string_view> PostgresFeedStore::body(qint64 row)
{
    GAUGE_CHECK(settle(row));
    if (!m_bodies.contains(row)) {
        std::vector<qint64> rows{row};
        for (const auto &[key, found] : m_rows) {
            if (!m_hasBodies && found && *found != row)
                rows.push_back(*found);
        }
        m_hasBodies = true;
        GAUGE_CHECK(fetchBodies(rows));
    }
    return std::string_view(m_bodies[row]);
}

Result<void> PostgresFeedStore::settle(qint64 row)
{
    return m_pending.contains(row) ? flush() : Result<void>();
}

Result<void> PostgresFeedStore::add(const StoredRecord &record)
{
    bool isStray = false;
    m_rows[keyText(record.key, isStray)] = record.row;
    writeColumns(record, true);
    writeRaw(record, true);
    writeWords(record, true);
    m_pending.insert(record.row);
    // Of a thousand records with their three tables; fewer would be a COPY for next to nothing.
    constexpr int enough = 100;
    return ++m_unsent < enough ? Result<void>() : sendSome();
}

Result<void> PostgresFeedStore::sendSome()
{
    m_unsent = 0;
    const size_t turn = m_turn++ % (m_parts.size() + 2);
    if (turn < m_parts.size())
        return m_parts[turn].rows->sendNew();
    return turn == m_parts.size() ? m_raw.sendNew() : m_search.sendNew();
}

Result<void> PostgresFeedStore::change(const StoredRecord &record)
{
    GAUGE_CHECK(settle(record.row));
    writeColumns(record, false);
    if (record.body.empty())
        m_seen.push_back(record.row);
    else
        writeRaw(record, false);
    writeWords(record, false);
    m_sync = record.sync;
    m_bodies.erase(record.row);
    m_pending.insert(record.row);
    return {};
}

Result<void> PostgresFeedStore::keepVersion(qint64 row)
{
    auto settled = settle(row);
    m_kept.push_back(row);
    return settled;
}

Result<void> PostgresFeedStore::dropVersions(qint64 row)
{
    auto settled = settle(row);
    m_dropped.push_back(row);
    return settled;
}

Result<void> PostgresFeedStore::remove(qint64 row, const Cell &key)
{
    auto settled = settle(row);
    bool isStray = false;
    m_rows[keyText(key, isStray)] = std::nullopt;
    m_removed.push_back(row);
    return settled;
}

void PostgresFeedStore::writeColumns(const StoredRecord &record, bool isNew)
{
    for (size_t number = 0; number < m_parts.size(); ++number) {
        Part &part = m_parts[number];
        // Continuation tables have a row only where the record has a value.
        const bool any = number == 0
            || std::any_of(part.columns.begin(), part.columns.end(),
                           [&](int column) { return !record.cells[size_t(column)].isNull(); });
        if (!any) {
            if (!isNew)
                part.removed.push_back(record.row);
            continue;
        }
        std::string &line = part.rows->lines(isNew);
        line += std::to_string(record.row);
        for (const int column : part.columns)
            appendCell(line, record.cells[size_t(column)], m_layout.hasStray(column));
        line += '\n';
    }
}

void PostgresFeedStore::writeRaw(const StoredRecord &record, bool isNew)
{
    const std::string sync = record.sync ? std::to_string(*record.sync) : "\\N";
    std::string &line = m_raw.lines(isNew);
    line += std::to_string(record.row) + '\t';
    appendCopyBytes(line, record.body);
    for (int i = 0; i < 3; ++i) // first, seen, changed
        line += '\t' + sync;
    line += '\n';
}

void PostgresFeedStore::writeWords(const StoredRecord &record, bool isNew)
{
    std::string &line = m_search.lines(isNew);
    line += std::to_string(record.row) + '\t';
    appendCopyText(line, searchVector(record.document));
    line += '\n';
}

Result<void> PostgresFeedStore::forRows(const std::string &sql, std::vector<qint64> &rows)
{
    if (rows.empty())
        return {};
    GAUGE_CHECK(m_connection.ask(sql, {{0, false, false, idList(rows)}}));
    rows.clear();
    return {};
}

Result<void> PostgresFeedStore::flushRemoved()
{
    if (m_removed.empty())
        return {};
    std::vector<std::string> tables{m_layout.searchTable(), m_layout.versionsTable(), m_layout.rawTable()};
    for (const Part &part : m_parts)
        tables.push_back(part.table);
    for (const std::string &table : tables) {
        auto rows = m_removed;
        GAUGE_CHECK(forRows("DELETE FROM " + table + " WHERE row_id = ANY($1::bigint[])", rows));
    }
    m_removed.clear();
    return {};
}

Result<void> PostgresFeedStore::flush()
{
    const std::string raw = m_layout.rawTable();
    const std::string versions = m_layout.versionsTable();
    const std::string sync = m_sync ? std::to_string(*m_sync) : "NULL";
    GAUGE_CHECK(flushRemoved());
    if (auto done
        = forRows("INSERT INTO " + versions + "(row_id, sync, body) SELECT row_id, changed_sync, body FROM "
                      + raw + " WHERE row_id = ANY($1::bigint[])",
                  m_kept);
        !done)
        return done;
    GAUGE_CHECK(forRows("DELETE FROM " + versions + " WHERE row_id = ANY($1::bigint[])", m_dropped));
    for (Part &part : m_parts) {
        GAUGE_CHECK(part.rows->flush());
        if (auto done
            = forRows("DELETE FROM " + part.table + " WHERE row_id = ANY($1::bigint[])", part.removed);
            !done)
            return done;
    }
    GAUGE_CHECK(m_raw.flush());
    GAUGE_CHECK(m_search.flush());
    m_pending.clear();
    return forRows("UPDATE " + raw + " SET seen_sync=" + sync
                       + ", gone_sync=NULL WHERE row_id = ANY($1::bigint[])",
                   m_seen);
}

Result<void> PostgresFeedStore::ensureSearch(PostgresConnection &connection, const FeedLayout &layout)
{
    const std::vector<int> columns = searchedColumns(layout);
    const auto isNew = noteSearched(connection, layout, columns);
    if (!isNew || !*isNew)
        return isNew ? Result<void>() : fail(isNew.error());
    const std::string table = layout.searchTable();
    for (const std::string &sql :
         {"DROP TABLE IF EXISTS " + table,
          "CREATE TABLE " + table + "(row_id bigint PRIMARY KEY, words tsvector NOT NULL)",
          "CREATE INDEX ON " + table + " USING gin(words)"}) {
        GAUGE_CHECK(connection.run(sql));
    }
    if (columns.empty())
        return {};
    std::string names = "row_id";
    for (const int column : columns)
        names += ',' + layout.columnName(column);
    PostgresStatement rows(connection, "SELECT " + names + " FROM " + layout.table(0));
    rows.readInBatches();
    CopyTable words(connection, table, {"row_id", "words"}, {"words"});
    constexpr size_t enough = size_t(4) << 20;
    for (;;) {
        GAUGE_TRY(const auto row, rows.step());
        std::string &lines = words.lines(true);
        if (!row || lines.size() > enough) {
            if (auto done = words.flush(); !done || !row)
                return done;
        }
        std::string document;
        for (size_t i = 0; i < columns.size(); ++i)
            appendToDocument(document, rows.cell(int(i) + 1).text);
        lines += std::to_string(rows.integer(0)) + '\t';
        appendCopyText(lines, searchVector(document));
        lines += '\n';
    }
}

} // namespace gauge::lake
