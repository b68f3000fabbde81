// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

#include <QSet>

namespace gauge::ui {

//! What each driver adds to the NPS or takes from it, in points that sum to it; a primary can be opened to
//! show its secondaries.
class ContributionChart final : public Chart
{
    Q_OBJECT
public:
    struct Driver
    {
        QString name;
        double contribution = 0; //!< points
        Estimate estimate; //!< of those who chose it
        qint64 mentions = 0;
        std::vector<Driver> inside = {};
        std::vector<query::Filter> where = {};
    };
    static constexpr std::size_t mostDrawn = 20;

    using Chart::Chart;

    void setFigures(std::vector<Driver> drivers);
    bool toggle(int row) override;
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    struct Line
    {
        const Driver *driver;
        bool isInside;
    };
    void show();
    [[nodiscard]] QString label(const Line &line) const;
    [[nodiscard]] QString spokenLabel(const Line &line) const;
    [[nodiscard]] std::size_t drawn() const { return std::min(m_lines.size(), mostDrawn); }

    std::vector<Driver> m_drivers;
    std::vector<Line> m_lines; //!< what is shown, from the top
    QSet<QString> m_open; //!< names of primaries, over new figures too
};

} // namespace gauge::ui
