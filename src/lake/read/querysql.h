// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/keysnapshot.h"
#include "lake/sql/feedlayout.h"
#include "lake/sql/statement.h"
#include "query/query.h"

#include <QDate>

#include <set>
#include <string>
#include <vector>

namespace gauge::lake {

//! A Query as parts of an SQL statement. Values are parameters, never part of the text.
class QuerySql
{
public:
    //! Input error for what cannot be asked: see FilterSql. \a today: what relative dates are counted from.
    [[nodiscard]] static Result<QuerySql> make(const FeedLayout &layout, const query::Query &query,
                                               QDate today);

    enum class Order {
        Any,
        PreparedQuery, //!< that of the query, then of row ids
        TiesBackwards, //!< that of the query, then of row ids from the last: as an index is read from its end
    };
    //! `SELECT <what> FROM … WHERE … ORDER BY … LIMIT …`; row_id is t0.row_id.
    [[nodiscard]] Result<Statement> select(SqlConnection &connection, const std::string &what,
                                           Order order) const;
    //! `SELECT <aggregate> FROM (SELECT <inner> …)<rest>`, which respects the limit.
    [[nodiscard]] Result<Statement> aggregate(SqlConnection &connection, const std::string &aggregate,
                                              const std::string &inner, const std::string &rest = {}) const;

    struct SortedColumn
    {
        int column = -1;
        bool descending = false;
    };
    //! What the whole result is sorted by, if that is one column.
    [[nodiscard]] std::optional<SortedColumn> soleSort() const
    {
        return m_sorted.size() == 1 && !m_limit ? std::optional(m_sorted.front()) : std::nullopt;
    }
    [[nodiscard]] bool isSorted() const { return !m_order.empty(); }
    [[nodiscard]] bool isLimited() const { return m_limit.has_value(); }
    [[nodiscard]] bool isFiltered() const { return !m_everything; }
    [[nodiscard]] bool isEverything() const { return m_everything && m_order.empty() && !m_limit; }
    //! \a column is about to be selected: its table must be joined.
    void use(int column);
    //! Of its rows only those with such ids, by a walk through all of them: SQLite would rather go through
    //! the whole of an index for each of many ranges.
    void restrictTo(const KeyRange &range);
    //! Of its rows only those whose text in \a column is \a from or greater, and less than \a before.
    void restrictTo(int column, const QString &from, const QString &before);

private:
    explicit QuerySql(const FeedLayout &layout)
        : m_layout(&layout)
    {}
    [[nodiscard]] Result<void> addFilters(const std::vector<query::Filter> &filters, QDate today);
    void addOrder(const std::string &term);
    void addSearch(const QString &text);
    void addPresence(query::Presence presence);
    [[nodiscard]] Result<void> addSort(const query::Sort &sort);
    void addTerm(const std::string &term);
    [[nodiscard]] std::string text(const std::string &what, Order order) const;
    [[nodiscard]] Result<Statement> prepare(SqlConnection &connection, const std::string &sql) const;

    const FeedLayout *m_layout;
    std::set<int> m_parts; //!< continuation tables to join
    std::string m_where;
    bool m_everything = true; //!< no condition but that the record is not gone, or none at all
    bool m_searches = false; //!< the search index leads
    bool m_walks = false; //!< by row ids
    std::string m_order;
    std::vector<SortedColumn> m_sorted;
    std::vector<Value> m_values;
    std::optional<qint64> m_limit;
};

} // namespace gauge::lake
