// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/figures/nps.h"

#include <optional>

namespace gauge::metrics {

//! Whether two groups differ, or chance alone could have made it so. Source: service.md, "Figures analysts
//! expect": of the adjusted values, as the interval is.
struct Comparison
{
    double delta = 0; //!< the one less the other, of the adjusted scores, in points
    double standardError = 0; //!< of that
    double z = 0; //!< |delta| / standardError
    double p = 1; //!< two-sided: how often chance alone makes so great a difference
    //! At 95 %, as the intervals are.
    [[nodiscard]] bool isReal() const { return p < 0.05; }
    bool operator==(const Comparison &) const = default;
};

//! \a one less \a other; nothing where one of them has no record with a score.
[[nodiscard]] std::optional<Comparison> compare(const Counts &one, const Counts &other);

} // namespace gauge::metrics
