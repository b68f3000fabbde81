// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/feedlayout.h"
#include "lake/sql/statement.h"
#include "query/datevalue.h"
#include "query/query.h"

#include <QDate>

#include <set>

namespace gauge::lake {

//! Filters as SQL terms. Values are parameters, never part of the text.
class FilterSql
{
public:
    //! An expression of SQLite may be 1,000 levels deep, and each of a row of terms adds one.
    static constexpr int mostConditions = 500;
    //! SQLite takes 32,766 parameters unless it was built otherwise, PostgreSQL 65,535.
    static constexpr int mostValues = 32'000;

    //! \a today: what relative dates are counted from.
    FilterSql(const FeedLayout &layout, QDate today)
        : m_layout(&layout)
        , m_today(today)
    {}

    //! One term that holds where all of \a filters do, which are one at least. Input error for unknown
    //! columns, for values that do not suit their column's type, and for more than the limits above.
    [[nodiscard]] Result<std::string> term(const std::vector<query::Filter> &filters);

    //! Of the `?` of all terms so far, in their order.
    [[nodiscard]] std::vector<Value> takeValues() { return std::exchange(m_values, {}); }
    //! The columns that the terms name, by index.
    [[nodiscard]] const std::set<int> &columns() const { return m_columns; }

private:
    [[nodiscard]] Result<std::string> group(const query::Filter &filter);
    [[nodiscard]] Result<std::string> condition(const query::Condition &condition);
    [[nodiscard]] Result<std::string> comparison(int column, const query::Condition &condition);
    [[nodiscard]] Result<std::string> list(int column, const query::Condition &condition);
    [[nodiscard]] Result<std::string> between(int column, const query::Condition &condition);
    //! An Input error where the first of two values is greater than the other, which nothing can be between.
    [[nodiscard]] Result<void> checkOrder(int column, const QStringList &fromTo) const;
    [[nodiscard]] std::string period(const std::string &reference, query::Operator op,
                                     const query::DateTexts &texts);
    //! The column has one of \a texts; negated: has none of them, or is empty.
    [[nodiscard]] std::string oneOf(const std::string &reference, bool isNegated, const QStringList &texts);
    //! Of a date column; nothing for another one. Input error for what is not a date.
    [[nodiscard]] Result<std::optional<query::DateTexts>> datesOf(const LakeColumn &column,
                                                                  const QString &text) const;
    [[nodiscard]] const char *bind(Value value);

    const FeedLayout *m_layout;
    QDate m_today;
    std::set<int> m_columns;
    std::vector<Value> m_values;
    int m_conditions = 0;
};

} // namespace gauge::lake
