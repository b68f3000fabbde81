// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace gauge::metrics {

//! How many records of each kind a figure rests on.
struct Counts
{
    qint64 promoters = 0; //!< score 9–10
    qint64 passives = 0; //!< score 7–8
    qint64 detractors = 0; //!< score 0–6
    [[nodiscard]] qint64 total() const { return promoters + passives + detractors; }
    bool operator==(const Counts &) const = default;
};

//! The Net Promoter Score with its uncertainty. Source: service.md, "Figures analysts expect".
struct Nps
{
    double score = 0; //!< −100 … 100
    double standardError = 0; //!< of the score, unadjusted, in points
    double low = 0; //!< adjusted Wald interval at 95 %, clamped to ±100
    double high = 0;
    bool operator==(const Nps &) const = default;
};

//! All zero when there is no record with a score.
[[nodiscard]] Nps npsOf(const Counts &counts);

} // namespace gauge::metrics
