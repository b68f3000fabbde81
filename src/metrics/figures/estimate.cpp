// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/estimate.h"

#include <algorithm>
#include <cmath>

namespace gauge::metrics {

namespace {

Estimate estimate(double promoters, double passives, double detractors)
{
    const double n = promoters + passives + detractors;
    const double mean = (promoters - detractors) / n;
    const double variance = (promoters + detractors) / n - mean * mean;
    return {100 * mean, 100 * std::sqrt(std::max(0.0, variance) / n)};
}

} // namespace

Estimate estimateOf(const Counts &counts)
{
    return estimate(static_cast<double>(counts.promoters), static_cast<double>(counts.passives),
                    static_cast<double>(counts.detractors));
}

Estimate adjustedEstimateOf(const Counts &counts)
{
    return estimate(static_cast<double>(counts.promoters) + 0.75, static_cast<double>(counts.passives) + 1.5,
                    static_cast<double>(counts.detractors) + 0.75);
}

} // namespace gauge::metrics
