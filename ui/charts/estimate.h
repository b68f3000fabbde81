// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! An NPS on a chart: −100 … 100 with its interval.
struct Estimate
{
    double score = 0;
    double low = 0;
    double high = 0;
    qint64 responses = 0; //!< that it rests on
    bool isFew = false; //!< it is not told, for it rests on too few
    bool operator==(const Estimate &) const = default;

    [[nodiscard]] bool isTold() const;
};

//! Fewer responses than these make a figure that is drawn in grey.
inline constexpr qint64 smallSample = 30;

//! Score, low, high, or what is said in their place.
[[nodiscard]] Chart::Cell scoreCell(const Estimate &estimate);
[[nodiscard]] Chart::Cell lowCell(const Estimate &estimate);
[[nodiscard]] Chart::Cell highCell(const Estimate &estimate);
[[nodiscard]] QString tooFewText(); //!< "too few"

//! Conditions of \a where for a cell.
[[nodiscard]] Chart::Cell opening(Chart::Cell cell, const std::vector<query::Filter> &where);

} // namespace gauge::ui
