// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! Promoters, passives and detractors of each period, as parts of a whole.
class SharesChart final : public Chart
{
    Q_OBJECT
public:
    struct Period
    {
        QString label;
        QString name;
        qint64 promoters = 0;
        qint64 passives = 0;
        qint64 detractors = 0;
        bool isFew = false;
        std::vector<query::Filter> where = {}; //!< of the period
        [[nodiscard]] qint64 total() const { return promoters + passives + detractors; }
    };

    using Chart::Chart;

    //! \a scoreColumn: what a group's conditions are about.
    void setFigures(std::vector<Period> periods, const QString &scoreColumn);
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    std::vector<Period> m_periods;
};

//! The condition that finds a group's records.
[[nodiscard]] query::Filter groupFilter(display::ScoreGroup group, const QString &scoreColumn);

} // namespace gauge::ui
