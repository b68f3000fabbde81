// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/schedule.h"

#include <algorithm>

namespace gauge::sync {

namespace {

//! 5, 10, 20 … minutes, and never longer than the usual wait.
std::chrono::minutes waitAfter(int failures, std::chrono::minutes interval)
{
    constexpr std::chrono::minutes first{5};
    constexpr int mostDoublings = 10;
    if (failures <= 0)
        return interval;
    return std::min(interval, first * (1 << std::min(failures - 1, mostDoublings)));
}

} // namespace

LastRun pulseOf(const std::vector<lake::FeedStatus> &feeds)
{
    using State = lake::SyncRecord::State;
    LastRun pulse;
    for (const lake::FeedStatus &feed : feeds) {
        if (!feed.newest || feed.newest->state == State::Interrupted)
            return {};
        if (feed.newest->state == State::Failed)
            pulse.failures = 1;
        const QDateTime ended = feed.newest->finished.value_or(feed.newest->started);
        if (!pulse.last || ended < *pulse.last)
            pulse.last = ended;
    }
    return pulse;
}

QDateTime nextDue(const LastRun &pulse, std::chrono::minutes interval, const QDateTime &now)
{
    if (!pulse.last || *pulse.last > now)
        return now;
    return std::max(now,
                    pulse.last->addSecs(std::chrono::seconds(waitAfter(pulse.failures, interval)).count()));
}

} // namespace gauge::sync
