// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/comparison.h"

#include "metrics/figures/estimate.h"

#include <cmath>
#include <numbers>

namespace gauge::metrics {

std::optional<Comparison> compare(const Counts &one, const Counts &other)
{
    if (one.total() == 0 || other.total() == 0)
        return std::nullopt;
    const Estimate first = adjustedEstimateOf(one);
    const Estimate second = adjustedEstimateOf(other);
    Comparison result;
    result.delta = first.score - second.score;
    // Never 0: the made-up records always differ.
    result.standardError = std::hypot(first.standardError, second.standardError);
    result.z = std::abs(result.delta) / result.standardError;
    result.p = std::erfc(result.z / std::numbers::sqrt2);
    return result;
}

} // namespace gauge::metrics
