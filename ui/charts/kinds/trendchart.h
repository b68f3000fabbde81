// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

namespace gauge::ui {

//! The NPS over time: one line with its interval as a band, or several segments as lines that differ in dash
//! and sign; below, what it rests on.
class TrendChart final : public Chart
{
    Q_OBJECT
public:
    struct Period
    {
        QString label; //!< short, under the axis: "Mar 26"
        QString name; //!< "March 2026"
        qint64 responses = 0;
        std::optional<double> responseRate = {}; //!< 0 … 1
        std::vector<query::Filter> where = {};
    };
    struct Line
    {
        QString name;
        std::vector<Estimate> estimates; //!< one a period
        std::vector<query::Filter> where = {}; //!< beside the period's
        bool isClosed = false; //!< its points open no records
    };
    struct Data
    {
        std::vector<Period> periods;
        std::vector<Line> lines;
        bool showsRate = false; //!< below, in place of the responses
    };
    static constexpr std::size_t mostLines = 5; //!< more cannot be told apart

    using Chart::Chart;

    void setFigures(Data data);
    [[nodiscard]] double height(const ChartStyle &look) const override;
    void draw(Drawing &drawing) const override;

private:
    [[nodiscard]] bool isSingle() const { return m_data.lines.size() == 1; }
    [[nodiscard]] Scale scoreScale() const;
    [[nodiscard]] double stepOf(const PlotArea &pane) const;
    void setSingleTable();
    void setSeveralTable();
    void drawBand(PlotArea &pane, const Line &line, const ChartStyle &look) const;
    void drawLine(PlotArea &pane, std::size_t place, const ChartStyle &look) const;
    void drawEnds(Drawing &drawing, const PlotArea &pane) const;
    void drawBelow(Drawing &drawing, const QRectF &area, const Scale &x) const;
    void markPoints(Drawing &drawing, const PlotArea &pane, double bottom) const;

    Data m_data;
};

} // namespace gauge::ui
