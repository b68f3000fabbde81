// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/condition.h"

#include <functional>
#include <vector>

namespace gauge::query {

//! Groups within groups that a filter may have at most. Deeper ones are nobody's question, and whoever
//! walks the tree may recurse without a thought.
inline constexpr int deepestFilter = 16;

//! A condition, or a group of filters of which all or any must hold. Always in its plainest form: a
//! group has two members at least and none of its own kind, so that equal texts are equal values.
class Filter
{
public:
    enum class Kind { Condition, All, Any };

    Filter(Condition condition);
    Filter(QString column, Operator op, QStringList values);
    //! One group of \a members, which are at least one; a single member is itself.
    [[nodiscard]] static Filter all(std::vector<Filter> members);
    [[nodiscard]] static Filter any(std::vector<Filter> members);

    [[nodiscard]] Kind kind() const { return m_kind; }
    //! Of Kind::Condition.
    [[nodiscard]] const Condition &condition() const { return m_condition; }
    //! Of a group.
    [[nodiscard]] const std::vector<Filter> &members() const { return m_members; }
    //! Groups within groups; 0: a condition.
    [[nodiscard]] int depth() const;

    bool operator==(const Filter &) const = default;

private:
    Filter(Kind kind, std::vector<Filter> members);

    Kind m_kind = Kind::Condition;
    Condition m_condition;
    std::vector<Filter> m_members;
};

//! Every condition of \a filters, at any depth, in the order they are written.
[[nodiscard]] std::vector<Condition> conditionsOf(const std::vector<Filter> &filters);

//! \a filter with \a change made to each of its conditions.
[[nodiscard]] Filter changed(const Filter &filter, const std::function<Condition(Condition)> &change);

//! Reads conditions joined by `and` and `or` (in any case; `and` binds tighter) and grouped by
//! parentheses: `nps >= 9 and (property.Country in NL,DE or comment_original contains "late")`. A value
//! or column that holds these words or a parenthesis is quoted with '"'; as long as nothing that follows
//! such a word has an operator, an unquoted one is taken as it is, and so is the column that a text
//! begins with. Errors (Input) name the character, counted from 1, where reading ended.
[[nodiscard]] Result<Filter> parseFilter(const QString &text);

//! parseFilter(print(filter)) == filter.
[[nodiscard]] QString print(const Filter &filter);

} // namespace gauge::query
