// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/nps.h"

#include "metrics/figures/estimate.h"

#include <algorithm>

namespace gauge::metrics {

Nps npsOf(const Counts &counts)
{
    if (counts.total() == 0)
        return {};
    const Estimate plain = estimateOf(counts);
    const Estimate adjusted = adjustedEstimateOf(counts);
    return {plain.score, plain.standardError, std::max(-100.0, adjusted.score - z95 * adjusted.standardError),
            std::min(100.0, adjusted.score + z95 * adjusted.standardError)};
}

} // namespace gauge::metrics
