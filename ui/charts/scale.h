// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace gauge::ui {

//! Values that an axis shows, from one end to the other.
struct Scale
{
    double from = 0;
    double to = 1;
    double step = 0; //!< from one round number to the next; 0: as it comes

    //! One that begins and ends at a round number and holds \a low and \a high, within \a bounds where they
    //! are given; about \a ticks steps.
    [[nodiscard]] static Scale around(double low, double high, int ticks = 5);
    [[nodiscard]] static Scale around(double low, double high, int ticks, const Scale &bounds);

    //! Round numbers on it, the ends with them where these are round.
    [[nodiscard]] std::vector<double> steps() const;
    //! Where \a value is, 0 … 1; beyond the ends: at the end.
    [[nodiscard]] double share(double value) const;
    bool operator==(const Scale &) const = default;
};

} // namespace gauge::ui
