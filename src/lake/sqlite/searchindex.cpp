// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/searchindex.h"

#include "lake/sql/connection.h"
#include "lake/sql/searchtext.h"

namespace gauge::lake {

namespace {

std::string columnList(const FeedLayout &layout, const std::vector<int> &columns)
{
    std::vector<std::string> names;
    for (const int column : columns)
        names.push_back(layout.columnName(column));
    return joined(names);
}

} // namespace

Result<void> SearchIndex::ensure(SqlConnection &connection, const FeedLayout &layout)
{
    const std::vector<int> columns = searchedColumns(layout);
    const auto isNew = noteSearched(connection, layout, columns);
    if (!isNew || !*isNew)
        return isNew ? Result<void>() : fail(isNew.error());
    const std::string table = layout.searchTable();
    for (const std::string &sql :
         {"DROP TABLE IF EXISTS " + table,
          // No positions (detail): a search asks for words, not phrases, and the index is half the size.
          // prefix: two letters typed must not merge the lists of a thousand words.
          // M*: a letter whose accents are gone may be two characters, a letter and a mark.
          "CREATE VIRTUAL TABLE " + table
              + " USING fts5(document, content='', detail=none, columnsize=0, prefix='2', "
                "tokenize=\"unicode61 remove_diacritics 0 categories 'L* N* M* Co'\")"}) {
        GAUGE_CHECK(connection.run(sql));
    }
    if (columns.empty())
        return {};
    SearchIndex index;
    GAUGE_CHECK(index.open(connection, layout));
    GAUGE_TRY(auto rows, Statement::prepare(connection, "SELECT row_id FROM " + layout.table(0)));
    for (;;) {
        GAUGE_TRY(const auto row, rows.step());
        if (!row)
            return {};
        GAUGE_TRY(const auto document, index.stored(rows.integer(0)));
        GAUGE_CHECK(index.change(index.m_add, rows.integer(0), document));
    }
}

Result<void> SearchIndex::open(SqlConnection &connection, const FeedLayout &layout)
{
    m_columns = searchedColumns(layout);
    if (m_columns.empty())
        return {};
    const std::string table = layout.searchTable();
    const std::pair<Statement *, std::string> all[] = {
        {&m_stored,
         "SELECT " + columnList(layout, m_columns) + " FROM " + layout.table(0) + " WHERE row_id=?"},
        {&m_add, "INSERT INTO " + table + "(rowid, document) VALUES(?,?)"},
        {&m_remove, "INSERT INTO " + table + '(' + table + ", rowid, document) VALUES('delete',?,?)"},
    };
    for (const auto &[target, sql] : all) {
        GAUGE_TRY(auto statement, Statement::prepare(connection, sql));
        *target = std::move(statement);
    }
    return {};
}

Result<void> SearchIndex::change(Statement &statement, qint64 row, std::string_view document)
{
    if (document.empty())
        return {};
    statement.bind(1, row);
    statement.bindView(2, document);
    return statement.run();
}

Result<std::string> SearchIndex::stored(qint64 row)
{
    m_stored.bind(1, row);
    GAUGE_TRY(const auto found, m_stored.step());
    std::string document;
    for (size_t i = 0; found && i < m_columns.size(); ++i)
        appendToDocument(document, m_stored.cell(int(i)).text);
    m_stored.reset();
    return document;
}

Result<void> SearchIndex::add(qint64 row, std::string_view document)
{
    return m_columns.empty() ? Result<void>{} : change(m_add, row, document);
}

Result<void> SearchIndex::remove(qint64 row)
{
    if (m_columns.empty())
        return {};
    const auto old = stored(row);
    return old ? change(m_remove, row, *old) : fail(old.error());
}

Result<void> SearchIndex::replace(qint64 row, std::string_view document)
{
    if (m_columns.empty())
        return {};
    GAUGE_TRY(const auto old, stored(row));
    if (old == document)
        return {};
    GAUGE_CHECK(change(m_remove, row, old));
    return change(m_add, row, document);
}

Result<void> SearchIndex::purge(SqlConnection &connection, const FeedLayout &layout)
{
    const std::string table = layout.searchTable();
    return connection.run("INSERT INTO " + table + '(' + table + ") VALUES('optimize')");
}

std::string SearchIndex::ftsQuery(const QString &text)
{
    std::string match;
    for (const QString &word : searchWords(text)) {
        const std::string folded = foldedWord(word).toStdString();
        if (!folded.empty())
            match += (match.empty() ? "\"" : " \"") + folded + "\"*";
    }
    return match;
}

} // namespace gauge::lake
