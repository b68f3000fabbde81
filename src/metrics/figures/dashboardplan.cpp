// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/dashboardplan.h"

namespace gauge::metrics {

query::DateRange previousOf(const query::DateRange &range)
{
    if (range.start.day() != 1 || range.end.day() != 1)
        return {range.start.addDays(-range.start.daysTo(range.end)), range.start};
    const int months = 12 * (range.end.year() - range.start.year()) + range.end.month() - range.start.month();
    return {range.start.addMonths(-months), range.start};
}

} // namespace gauge::metrics
