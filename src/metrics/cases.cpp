// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/cases.h"

#include "lake/scoregroups.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

//! The feed that says when a case was followed up; null: there is none.
const catalog::Endpoint *feedOfCases(const catalog::Catalog &catalog)
{
    const auto &all = catalog.endpoints();
    const auto found = std::find_if(all.begin(), all.end(), [](const catalog::Endpoint &endpoint) {
        return endpoint.column(QStringLiteral("time_to_follow_up"))
            && endpoint.column(QStringLiteral("time_to_close"));
    });
    return found == all.end() ? nullptr : &*found;
}

bool isEmpty(const catalog::Cell &cell)
{
    return cell.isNull() || (cell.type == catalog::Cell::Type::Text && cell.text.empty());
}

} // namespace

Result<Cases> readCases(lake::LakeReader &reader, const catalog::Catalog &catalog,
                        const std::stop_token &stop)
{
    Cases cases;
    const catalog::Endpoint *feed = feedOfCases(catalog);
    if (!feed)
        return cases;
    const Result<bool> synced = reader.wasSynced(feed->id);
    if (!synced)
        return fail(synced.error());
    if (!*synced)
        return cases;
    cases.areSynced = true;
    query::Query query;
    query.columns = {feed->keyColumn, QStringLiteral("time_to_follow_up"), QStringLiteral("time_to_close")};
    std::string buffer;
    auto read = reader.forEachRow(feed->id, query, stop, [&](const catalog::Row &row) {
        const CaseState state = !isEmpty(row.cells[2]) ? CaseState::Closed
            : !isEmpty(row.cells[1])                   ? CaseState::FollowedUp
                                                       : CaseState::Waiting;
        cases.states.emplace(lake::groupText(row.cells[0], buffer), state);
        return true;
    });
    if (!read)
        return fail(std::move(read.error()));
    return cases;
}

} // namespace gauge::metrics
