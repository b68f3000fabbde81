// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "metrics/figures/periods.h"

#include <optional>
#include <stop_token>

//! The figures that `metrics` prints.
namespace gauge::cli {

//! The figures of one group of responses.
struct Figures
{
    std::optional<QString> group;
    lake::ScoreCounts counts;
    std::optional<double> responseRate; //!< 0 to 1; nothing where it is not known
    std::optional<qint64> provisional; //!< of the non-responses in that rate: too young to be believed
};

//! The feed that holds what became of another feed's records, with a score; null: there is none.
[[nodiscard]] const catalog::Endpoint *respondedFeed(const catalog::Catalog &catalog);

//! Of all that \a query finds in \a feed.
[[nodiscard]] Result<std::vector<Figures>> figuresOf(lake::LakeReader &reader, const catalog::Endpoint &feed,
                                                     const query::Query &query,
                                                     const metrics::ProvisionalWindow &settling,
                                                     std::stop_token stop);
//! A line a group. Groups that only the records without an answer have are there too, with a rate of 0.
[[nodiscard]] Result<std::vector<Figures>>
figuresOf(lake::LakeReader &reader, const catalog::Endpoint &feed, const query::Query &query,
          const lake::Grouping &grouping, const metrics::ProvisionalWindow &settling, std::stop_token stop);

} // namespace gauge::cli
