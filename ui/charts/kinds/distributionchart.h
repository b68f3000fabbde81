// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

#include <array>

namespace gauge::ui {

//! How often each score from 0 to 10 was given, in the three groups of the NPS.
class DistributionChart final : public Chart
{
    Q_OBJECT
public:
    struct Data
    {
        std::array<qint64, 11> counts{};
        std::array<std::vector<query::Filter>, 11> where = {};
    };

    using Chart::Chart;

    void setFigures(const Data &data);
    void draw(Drawing &drawing) const override;

private:
    void drawGroups(Drawing &drawing, const PlotArea &pane, double top) const;

    std::array<qint64, 11> m_counts{};
    qint64 m_total = 0;
};

} // namespace gauge::ui
