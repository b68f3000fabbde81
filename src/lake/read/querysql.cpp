// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/querysql.h"

#include "lake/postgres/postgressql.h"
#include "lake/read/filtersql.h"
#include "lake/sql/connection.h"
#include "lake/sqlite/searchindex.h"

namespace gauge::lake {

Result<QuerySql> QuerySql::make(const FeedLayout &layout, const query::Query &query, QDate today)
{
    QuerySql sql(layout);
    GAUGE_CHECK(sql.addFilters(query.where, today));
    if (!query.search.isEmpty())
        sql.addSearch(query.search);
    sql.addPresence(query.presence);
    for (const query::Sort &sort : query.sort) {
        GAUGE_CHECK(sql.addSort(sort));
    }
    if (query.limit)
        sql.m_limit = std::max<qint64>(0, *query.limit); // SQLite takes a negative one for none
    return sql;
}

void QuerySql::use(int column)
{
    if (const int part = m_layout->columns()[size_t(column)].part; part != 0)
        m_parts.insert(part);
}

void QuerySql::restrictTo(const KeyRange &range)
{
    addTerm("t0.row_id BETWEEN " + std::to_string(range.first) + " AND " + std::to_string(range.last));
    m_everything = false;
    m_walks = true;
}

void QuerySql::restrictTo(int column, const QString &from, const QString &before)
{
    use(column);
    const std::string reference = m_layout->reference(column);
    addTerm('(' + reference + ">=? AND " + reference + "<?)");
    m_values.emplace_back(from.toStdString());
    m_values.emplace_back(before.toStdString());
    m_everything = false;
}

void QuerySql::addTerm(const std::string &term)
{
    m_where += m_where.empty() ? " WHERE " : " AND ";
    m_where += term;
}

Result<void> QuerySql::addFilters(const std::vector<query::Filter> &filters, QDate today)
{
    if (filters.empty())
        return {};
    FilterSql where(*m_layout, today);
    GAUGE_TRY(auto term, where.term(filters));
    addTerm(term);
    m_values = where.takeValues();
    for (const int column : where.columns())
        use(column);
    return {};
}

void QuerySql::addSearch(const QString &text)
{
    const bool isPostgres = m_layout->dialect().hasTsvector;
    const std::string match = isPostgres ? searchQuery(text) : SearchIndex::ftsQuery(text);
    if (match.empty()) { // no word that any record could have
        addTerm("FALSE");
        return;
    }
    m_searches = true;
    addTerm(isPostgres ? "s.words @@ ?::tsquery" : "s." + m_layout->searchTable() + " MATCH ?");
    m_values.emplace_back(match);
}

//! Gone records stay in the lake, and out of what is asked of it unless it is asked for them.
void QuerySql::addPresence(query::Presence presence)
{
    m_everything = m_where.empty() && presence != query::Presence::Gone;
    if (presence == query::Presence::Both)
        return;
    const char *among = presence == query::Presence::Gone ? "t0.row_id IN" : "t0.row_id NOT IN";
    addTerm(among + (" (SELECT row_id FROM " + m_layout->rawTable() + " WHERE gone_sync IS NOT NULL)"));
}

void QuerySql::addOrder(const std::string &term)
{
    m_order += (m_order.empty() ? " ORDER BY " : ", ") + term;
}

Result<void> QuerySql::addSort(const query::Sort &sort)
{
    const auto column = m_layout->find(sort.column);
    if (!column)
        return fail(column.error());
    use(*column);
    m_sorted.push_back({*column, sort.descending});
    const bool isKey = *column == m_layout->keyIndex();
    if (!m_layout->hasStray(*column)) {
        // The key is never NULL, and without this its index serves.
        addOrder(m_layout->reference(*column) + (sort.descending ? " DESC" : " ASC")
                 + (isKey ? "" : " NULLS LAST"));
        return {};
    }
    // Numbers before texts, as if both were in one column.
    const std::string number = m_layout->reference(*column);
    const std::string text = m_layout->strayReference(*column);
    if (!sort.descending) {
        addOrder(number + " ASC NULLS LAST");
        addOrder(text + " ASC NULLS LAST");
    } else if (isKey) { // a key that is no number is a text
        addOrder(number + " DESC NULLS FIRST");
        addOrder(text + " DESC NULLS LAST");
    } else {
        addOrder(text + " DESC NULLS LAST");
        addOrder(number + " DESC NULLS LAST");
    }
    return {};
}

std::string QuerySql::text(const std::string &what, Order order) const
{
    std::string sql = "SELECT " + what + " FROM ";
    const bool isPostgres = m_layout->dialect().hasTsvector;
    const std::string id = isPostgres ? "s.row_id" : "s.rowid";
    // CROSS: in this order, so that the first hits are there before the last are found.
    const char *join = isPostgres ? " AS s JOIN " : " AS s CROSS JOIN ";
    sql += m_searches ? m_layout->searchTable() + join + m_layout->table(0) + " AS t0 ON t0.row_id=" + id
                      : m_layout->table(0) + " AS t0" + (m_walks && !isPostgres ? " NOT INDEXED" : "");
    for (const int part : m_parts) {
        const std::string alias = 't' + std::to_string(part);
        sql += " LEFT JOIN " + m_layout->table(part) + " AS " + alias + " ON " + alias + ".row_id=t0.row_id";
    }
    sql += m_where;
    if (order != Order::Any)
        sql += m_order.empty()
            ? (m_searches ? " ORDER BY " + id : " ORDER BY t0.row_id")
            : m_order + (order == Order::TiesBackwards ? ", t0.row_id DESC" : ", t0.row_id");
    if (m_limit)
        sql += " LIMIT " + std::to_string(*m_limit);
    return sql;
}

Result<Statement> QuerySql::prepare(SqlConnection &connection, const std::string &sql) const
{
    auto statement = Statement::prepare(connection, sql);
    if (!statement)
        return statement;
    int position = 0;
    for (const Value &value : m_values)
        statement->bind(++position, value);
    return statement;
}

Result<Statement> QuerySql::select(SqlConnection &connection, const std::string &what, Order order) const
{
    auto statement = prepare(connection, text(what, order));
    if (statement)
        statement->readInBatches();
    return statement;
}

Result<Statement> QuerySql::aggregate(SqlConnection &connection, const std::string &aggregate,
                                      const std::string &inner, const std::string &rest) const
{
    return prepare(connection,
                   "SELECT " + aggregate + " FROM ("
                       + text(inner, m_limit ? Order::PreparedQuery : Order::Any) + ") AS rows" + rest);
}

} // namespace gauge::lake
