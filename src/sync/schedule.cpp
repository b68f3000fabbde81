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

QDateTime nextDue(const Pulse &pulse, std::chrono::minutes interval, const QDateTime &now)
{
    if (!pulse.last || *pulse.last > now)
        return now;
    return std::max(now,
                    pulse.last->addSecs(std::chrono::seconds(waitAfter(pulse.failures, interval)).count()));
}

} // namespace gauge::sync
