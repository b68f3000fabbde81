// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/shareschart.h"

#include "charts/drawing.h"
#include "kit/format.h"

namespace gauge::ui {

using display::ScoreGroup;

namespace {

// From below, as they are stacked.
constexpr std::array groups{ScoreGroup::Detractor, ScoreGroup::Passive, ScoreGroup::Promoter};

qint64 countOf(const SharesChart::Period &period, ScoreGroup group)
{
    switch (group) {
    case ScoreGroup::Promoter:
        return period.promoters;
    case ScoreGroup::Passive:
        return period.passives;
    case ScoreGroup::Detractor:
        break;
    }
    return period.detractors;
}

double shareOf(const SharesChart::Period &period, ScoreGroup group)
{
    return period.total() > 0 && !period.isFew ? double(countOf(period, group)) / double(period.total()) : 0;
}

} // namespace

query::Filter groupFilter(ScoreGroup group, const QString &scoreColumn)
{
    switch (group) {
    case ScoreGroup::Promoter:
        return {scoreColumn, query::Operator::GreaterOrEqual, {QStringLiteral("9")}};
    case ScoreGroup::Passive:
        return {scoreColumn, query::Operator::In, {QStringLiteral("7"), QStringLiteral("8")}};
    case ScoreGroup::Detractor:
        break;
    }
    return {scoreColumn, query::Operator::LessOrEqual, {QStringLiteral("6")}};
}

void SharesChart::setFigures(std::vector<Period> periods, const QString &scoreColumn)
{
    m_periods = std::move(periods);
    const auto cell = [&scoreColumn](const Period &period, ScoreGroup group) -> Cell {
        if (period.isFew)
            return {tooFewText(), {}};
        std::vector<query::Filter> where = period.where;
        where.push_back(groupFilter(group, scoreColumn));
        return period.total() > 0 ? opening(shareCell(shareOf(period, group)), where) : Cell{};
    };
    std::vector<Row> rows;
    for (const Period &period : m_periods) {
        rows.push_back({textCell(period.name), cell(period, ScoreGroup::Promoter),
                        cell(period, ScoreGroup::Passive), cell(period, ScoreGroup::Detractor),
                        countCell(period.total())});
    }
    setTable({{tr("Period"), false},
              {tr("Promoters"), true, true},
              {tr("Passives"), true, true},
              {tr("Detractors"), true, true},
              {tr("Responses")}},
             std::move(rows));
}

double SharesChart::height(const ChartStyle &) const
{
    return 216;
}

void SharesChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    const double left = look.widthOf(QStringLiteral("100 %")) + 8;
    const double right = look.widthOf(QStringLiteral("▲ 100 %")) + 8;
    const QSizeF &size = drawing.size();
    const QRectF area(left, look.lineHeight() / 2, size.width() - left - right,
                      size.height() - 1.5 * look.lineHeight() - 8);
    PlotArea pane = drawing.addPane(area, {-0.5, double(m_periods.size()) - 0.5}, {0, 100});
    for (const double step : {0.0, 50.0, 100.0})
        drawing.addText({left - 8, pane.at(0, step).y()}, percentText(step),
                        Qt::AlignRight | Qt::AlignVCenter, look.quiet);
    pane.addGrid(Qt::Horizontal, {0, 50, 100}, look.grid);
    std::vector<PlotArea::BarSet> sets;
    for (const ScoreGroup group : groups) {
        PlotArea::BarSet set{look.fill(group), {}, {}};
        for (const Period &period : m_periods)
            set.values.push_back(100 * shareOf(period, group));
        sets.push_back(std::move(set));
    }
    const double step = area.width() / double(m_periods.size());
    const double width = std::min(0.72, 64 / step); // few periods need no walls
    pane.addBars(Qt::Vertical, sets, width);
    QStringList labels;
    const double half = width * step / 2;
    for (std::size_t i = 0; i < m_periods.size(); ++i) {
        labels.append(m_periods[i].label);
        double base = 0;
        for (std::size_t place = 0; place < groups.size(); ++place) {
            const double next = base + 100 * shareOf(m_periods[i], groups[place]);
            const QPointF low = pane.at(double(i), base);
            const double high = pane.at(double(i), next).y();
            drawing.addMark(int(i), int(groups.size() - place),
                            QRectF(low.x() - half, high, 2 * half, low.y() - high));
            const bool isLast = i + 1 == m_periods.size();
            if (isLast && next - base >= 100 * look.lineHeight() / area.height())
                drawing.addText({area.right() + 8, (low.y() + high) / 2},
                                QString(display::shape(groups[place])) + QLatin1Char(' ')
                                    + percentText(next - base),
                                Qt::AlignLeft | Qt::AlignVCenter, look.colour(groups[place]));
            base = next;
        }
    }
    addNames(drawing, pane, labels);
}

} // namespace gauge::ui
