// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scale.h"

#include <algorithm>
#include <cmath>

namespace gauge::ui {

namespace {

//! 1, 2 or 5 times a power of ten.
double roundStep(double span, int ticks)
{
    if (!(span > 0) || !std::isfinite(span))
        return 1;
    const double rough = span / std::max(ticks, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (rough <= factor * power * 1.0000001)
            return factor * power;
    }
    return 10 * power;
}

} // namespace

Scale Scale::around(double low, double high, int ticks)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {};
    if (!(high > low)) {
        low -= 0.5;
        high = low + 1;
    }
    const double step = roundStep(high - low, ticks);
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

Scale Scale::around(double low, double high, int ticks, const Scale &bounds)
{
    const Scale free = around(low, high, ticks);
    const Scale kept{std::max(free.from, bounds.from), std::min(free.to, bounds.to), free.step};
    return kept.to > kept.from ? kept : bounds;
}

std::vector<double> Scale::steps() const
{
    const double width = step > 0 ? step : roundStep(to - from, 5);
    std::vector<double> found;
    for (double i = std::ceil(from / width - 1e-9); i * width <= to + width * 1e-9; ++i)
        found.push_back(i == 0 ? 0 : i * width); // no minus before a zero
    return found;
}

double Scale::share(double value) const
{
    if (!(to > from) || !std::isfinite(value))
        return 0;
    return std::clamp((value - from) / (to - from), 0.0, 1.0);
}

} // namespace gauge::ui
