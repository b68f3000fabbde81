// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/nps.h"

#include <algorithm>
#include <cmath>

namespace gauge::metrics {

namespace {

constexpr double z95 = 1.959964;

struct Estimate
{
    double score = 0;
    double standardError = 0;
};

Estimate estimate(double promoters, double passives, double detractors)
{
    const double n = promoters + passives + detractors;
    const double mean = (promoters - detractors) / n;
    const double variance = (promoters + detractors) / n - mean * mean;
    return {100 * mean, 100 * std::sqrt(std::max(0.0, variance) / n)};
}

} // namespace

Nps npsOf(const Counts &counts)
{
    if (counts.total() == 0)
        return {};
    const auto promoters = static_cast<double>(counts.promoters);
    const auto passives = static_cast<double>(counts.passives);
    const auto detractors = static_cast<double>(counts.detractors);
    const Estimate plain = estimate(promoters, passives, detractors);
    // Adjusted Wald: three more made-up records, ¾ promoter, 1½ passive, ¾ detractor.
    const Estimate adjusted = estimate(promoters + 0.75, passives + 1.5, detractors + 0.75);
    return {plain.score, plain.standardError, std::max(-100.0, adjusted.score - z95 * adjusted.standardError),
            std::min(100.0, adjusted.score + z95 * adjusted.standardError)};
}

} // namespace gauge::metrics
