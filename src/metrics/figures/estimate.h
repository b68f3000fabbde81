// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/figures/nps.h"

namespace gauge::metrics {

inline constexpr double z95 = 1.959964;

//! A score and its standard error, in points; not clamped.
struct Estimate
{
    double score = 0;
    double standardError = 0;
};

//! Of one record at least.
[[nodiscard]] Estimate estimateOf(const Counts &counts);
//! Adjusted Wald: three more made-up records, ¾ promoter, 1½ passive, ¾ detractor.
[[nodiscard]] Estimate adjustedEstimateOf(const Counts &counts);

} // namespace gauge::metrics
