// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/filter.h"

#include <algorithm>

namespace gauge::query {

Filter::Filter(Condition condition)
    : m_condition(std::move(condition))
{}

Filter::Filter(QString column, Operator op, QStringList values)
    : Filter(Condition{std::move(column), op, std::move(values)})
{}

Filter::Filter(Kind kind, std::vector<Filter> members)
    : m_kind(kind)
{
    for (Filter &member : members) {
        if (member.m_kind == kind)
            std::move(member.m_members.begin(), member.m_members.end(), std::back_inserter(m_members));
        else
            m_members.push_back(std::move(member));
    }
}

Filter Filter::all(std::vector<Filter> members)
{
    return members.size() == 1 ? std::move(members.front()) : Filter(Kind::All, std::move(members));
}

Filter Filter::any(std::vector<Filter> members)
{
    return members.size() == 1 ? std::move(members.front()) : Filter(Kind::Any, std::move(members));
}

int Filter::depth() const
{
    int deepest = -1;
    for (const Filter &member : m_members)
        deepest = std::max(deepest, member.depth());
    return m_kind == Kind::Condition ? 0 : deepest + 1;
}

Filter changed(const Filter &filter, const std::function<Condition(Condition)> &change)
{
    if (filter.kind() == Filter::Kind::Condition)
        return {change(filter.condition())};
    std::vector<Filter> members;
    for (const Filter &member : filter.members())
        members.push_back(changed(member, change));
    return filter.kind() == Filter::Kind::All ? Filter::all(std::move(members))
                                              : Filter::any(std::move(members));
}

std::vector<Condition> conditionsOf(const std::vector<Filter> &filters)
{
    std::vector<Condition> result;
    for (const Filter &filter : filters) {
        if (filter.kind() == Filter::Kind::Condition) {
            result.push_back(filter.condition());
            continue;
        }
        std::vector<Condition> inner = conditionsOf(filter.members());
        std::move(inner.begin(), inner.end(), std::back_inserter(result));
    }
    return result;
}

QString print(const Filter &filter)
{
    if (filter.kind() == Filter::Kind::Condition)
        return print(filter.condition());
    QStringList texts;
    for (const Filter &member : filter.members()) {
        const QString text = print(member);
        texts.append(member.kind() == Filter::Kind::Condition
                         ? text
                         : QString(QLatin1Char('(') + text + QLatin1Char(')')));
    }
    return texts.join(filter.kind() == Filter::Kind::All ? QLatin1String(" and ") : QLatin1String(" or "));
}

} // namespace gauge::query
