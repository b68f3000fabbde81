// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/viewfit.h"

namespace gauge::saved {

namespace {

using query::Filter;

std::optional<Filter> fittedFilter(const Filter &filter, const QStringList &known)
{
    if (filter.kind() == Filter::Kind::Condition)
        return known.contains(filter.condition().column) ? std::optional(filter) : std::nullopt;
    std::vector<Filter> members;
    for (const Filter &member : filter.members())
        if (std::optional<Filter> kept = fittedFilter(member, known))
            members.push_back(std::move(*kept));
    if (members.empty())
        return std::nullopt;
    return filter.kind() == Filter::Kind::All ? Filter::all(std::move(members))
                                              : Filter::any(std::move(members));
}

} // namespace

Misfit misfitOf(const query::Query &query, const QStringList &known)
{
    Misfit misfit;
    const auto lacks = [&](const QString &column) {
        const bool missing = !known.contains(column);
        if (missing && !misfit.columns.contains(column))
            misfit.columns.append(column);
        return missing;
    };
    for (const QString &column : query.columns)
        lacks(column);
    for (const query::Condition &condition : query::conditionsOf(query.where))
        if (lacks(condition.column))
            misfit.conditions.append(query::print(condition));
    for (const query::Sort &sort : query.sort)
        lacks(sort.column);
    return misfit;
}

query::Query fitted(query::Query query, const QStringList &known)
{
    query.columns.removeIf([&](const QString &column) { return !known.contains(column); });
    std::erase_if(query.sort, [&](const query::Sort &sort) { return !known.contains(sort.column); });
    std::vector<Filter> where;
    for (const Filter &filter : query.where)
        if (std::optional<Filter> kept = fittedFilter(filter, known))
            where.push_back(std::move(*kept));
    query.where = std::move(where);
    return query;
}

} // namespace gauge::saved
