// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/accumulators/cases.h"

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

void Cases::add(const catalog::Cell &number, CaseState state)
{
    if (number.type == catalog::Cell::Type::Integer)
        m_numbers.emplace_back(number.integer, state);
    else
        m_texts.emplace(number.text, state);
}

void Cases::sort()
{
    std::sort(m_numbers.begin(), m_numbers.end());
}

std::optional<CaseState> Cases::of(const catalog::Cell &number) const
{
    if (number.type == catalog::Cell::Type::Integer) {
        const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(),
                                            std::pair(number.integer, CaseState::Waiting));
        return found != m_numbers.end() && found->first == number.integer ? std::optional(found->second)
                                                                          : std::nullopt;
    }
    const auto found = m_texts.find(number.text);
    return found == m_texts.end() ? std::nullopt : std::optional(found->second);
}

Result<Cases> readCases(lake::LakeReader &reader, const catalog::Catalog &catalog,
                        const std::stop_token &stop)
{
    Cases cases;
    const catalog::Endpoint *feed = feedOfCases(catalog);
    if (!feed)
        return cases;
    GAUGE_TRY(const bool synced, reader.wasSynced(feed->id));
    if (!synced)
        return cases;
    cases.areSynced = true;
    query::Query query;
    query.columns = {feed->keyColumn, QStringLiteral("time_to_follow_up"), QStringLiteral("time_to_close")};
    GAUGE_CHECK(reader.forEachRow(feed->id, query, stop, [&](const catalog::Row &row) {
        const CaseState state = !isEmpty(row.cells[2]) ? CaseState::Closed
            : !isEmpty(row.cells[1])                   ? CaseState::FollowedUp
                                                       : CaseState::Waiting;
        cases.add(row.cells[0], state);
        return true;
    }));
    cases.sort();
    return cases;
}

} // namespace gauge::metrics
