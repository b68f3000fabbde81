// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/figures.h"

#include "metrics/figures/statistics.h"
#include "metrics/lifecounts.h"

#include <algorithm>

namespace gauge::cli {

namespace {

using catalog::Endpoint;

qint64 recordsOf(const lake::ScoreCounts &counts)
{
    return counts.promoters + counts.passives + counts.detractors + counts.ignored;
}

bool before(const std::optional<QString> &a, const std::optional<QString> &b)
{
    return a && (!b || *a < *b); // those without a group go last
}

//! All three lists are in order, and so is what comes of them. \a provisional has groups of \a unanswered.
std::vector<Figures> together(const std::vector<lake::ScoreGroup> &answered,
                              const std::vector<lake::ScoreGroup> &unanswered,
                              const std::vector<lake::ScoreGroup> &provisional)
{
    std::vector<Figures> result;
    auto other = unanswered.begin();
    auto young = provisional.begin();
    const auto youngOf = [&](const std::optional<QString> &name) {
        return young != provisional.end() && young->name == name ? young++->records : 0;
    };
    const auto onlyOther = [&] {
        result.push_back({other->name, {}, 0.0, youngOf(other->name)});
        ++other;
    };
    for (const lake::ScoreGroup &group : answered) {
        while (other != unanswered.end() && before(other->name, group.name))
            onlyOther();
        const bool both = other != unanswered.end() && other->name == group.name;
        result.push_back({group.name, group.counts,
                          metrics::Invited::rateOf(group.records, both ? other->records : 0),
                          youngOf(group.name)});
        other += both ? 1 : 0;
    }
    while (other != unanswered.end())
        onlyOther();
    return result;
}

} // namespace

const Endpoint *respondedFeed(const catalog::Catalog &catalog)
{
    const auto &all = catalog.endpoints();
    const auto found = std::find_if(all.begin(), all.end(), [](const Endpoint &endpoint) {
        return !endpoint.scoreColumn.isEmpty() && !endpoint.supersedes.isEmpty();
    });
    return found == all.end() ? nullptr : &*found;
}

Result<std::vector<Figures>> figuresOf(lake::LakeReader &reader, const Endpoint &feed,
                                       const query::Query &query, const metrics::ProvisionalWindow &settling,
                                       std::stop_token stop)
{
    GAUGE_TRY(const lake::ScoreCounts counts, reader.scores(feed.id, query, stop));
    Figures figures{std::nullopt, counts, std::nullopt, std::nullopt};
    GAUGE_TRY(const bool rated, metrics::hasResponseRate(reader, feed, query, {}, stop));
    if (rated) {
        GAUGE_TRY(const qint64 others, reader.count(feed.supersedes, query, stop));
        GAUGE_TRY(const qint64 young, reader.count(feed.supersedes, settling.provisional(query), stop));
        figures.responseRate = metrics::Invited::rateOf(recordsOf(counts), others);
        figures.provisional = young;
    }
    return std::vector{figures};
}

Result<std::vector<Figures>> figuresOf(lake::LakeReader &reader, const Endpoint &feed,
                                       const query::Query &query, const lake::Grouping &grouping,
                                       const metrics::ProvisionalWindow &settling, std::stop_token stop)
{
    GAUGE_TRY(const auto groups, reader.scoreGroups(feed.id, query, grouping, stop));
    GAUGE_TRY(const bool rated, metrics::hasResponseRate(reader, feed, query, {grouping.column}, stop));
    if (rated) {
        GAUGE_TRY(const auto others, reader.scoreGroups(feed.supersedes, query, grouping, stop));
        GAUGE_TRY(const auto young,
                  reader.scoreGroups(feed.supersedes, settling.provisional(query), grouping, stop));
        return together(groups, others, young);
    }
    std::vector<Figures> result;
    for (const lake::ScoreGroup &group : groups)
        result.push_back({group.name, group.counts, std::nullopt, std::nullopt});
    return result;
}

} // namespace gauge::cli
