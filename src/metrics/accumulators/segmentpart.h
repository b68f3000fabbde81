// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/accumulators/part.h"
#include "metrics/figures/values.h"

namespace gauge::metrics {

//! The values of one column.
class SegmentPart final : public Part
{
public:
    SegmentPart(NeededColumns &columns, const QString &column);
    void add(const Reading &reading) override;
    void merge(const Part &other) override;
    void tell(Dashboard &dashboard) const override;

private:
    QString m_column;
    size_t m_place;
    Values m_values;
    std::vector<Figure> m_figures; //!< by value
};

} // namespace gauge::metrics
