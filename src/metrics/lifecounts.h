// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "metrics/figures/periods.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace gauge::metrics {

//! How far invitations came. Every record that was ever received is counted once, as long as no sync writes
//! between the questions that this takes.
struct LifeCount
{
    enum class State {
        Sent,
        Opened,
        Clicked,
        Unknown, //!< a non-response without any date
        Answered,
        Gone, //!< answered or not: no longer found by a reconciliation
    };
    State state = State::Sent;
    qint64 records = 0;
    qint64 provisional = 0; //!< of non-responses: sent too short a time ago to be believed
    bool operator==(const LifeCount &) const = default;
};

struct LifeCounts
{
    std::vector<LifeCount> states; //!< in the order of State; Unknown is there only where it has records
    std::optional<double> medianDays; //!< from being sent to the answer; nothing where none is known
    bool operator==(const LifeCounts &) const = default;
};

//! `sent`, `opened` … as printed and stored.
[[nodiscard]] QString nameOf(LifeCount::State state);

//! Of all that \a query finds in \a answered and in the feed that it supersedes. Storage error for a lake
//! without the columns that this needs: it was not synced since they exist.
[[nodiscard]] Result<LifeCounts>
countInvitationStatus(lake::LakeReader &reader, const catalog::Endpoint &answered, const query::Query &query,
                      const ProvisionalWindow &settling, std::stop_token stop);

//! Whether \a query, grouped by the columns \a groupedBy, has a response rate: not where the feed that
//! \a answered supersedes was never synced, where conditions or groups are of what only a response has (a
//! rate over promoters would read 100 %), or comments are searched, which only answers have.
[[nodiscard]] Result<bool> hasResponseRate(lake::LakeReader &reader, const catalog::Endpoint &answered,
                                           const query::Query &query, const QStringList &groupedBy,
                                           const std::stop_token &stop);

} // namespace gauge::metrics
