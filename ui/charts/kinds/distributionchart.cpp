// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/distributionchart.h"

#include "kit/format.h"

#include <numeric>

namespace gauge::ui {

using display::ScoreGroup;

namespace {

constexpr std::array groups{ScoreGroup::Detractor, ScoreGroup::Passive, ScoreGroup::Promoter};

} // namespace

void DistributionChart::setFigures(const Data &data)
{
    m_counts = data.counts;
    m_total = std::accumulate(m_counts.begin(), m_counts.end(), qint64(0));
    std::vector<Row> rows;
    for (std::size_t score = 0; m_total > 0 && score < m_counts.size(); ++score) {
        const double share = double(m_counts[score]) / double(m_total);
        const ScoreGroup group = display::scoreGroup(int(score));
        rows.push_back({Cell{countText(qint64(score)), qint64(score)}, textCell(display::word(group)),
                        opening(countCell(m_counts[score]), data.where[score]), shareCell(share)});
    }
    setTable({{tr("Score"), false}, {tr("Group"), false}, {tr("Responses"), true, true}, {tr("Share")}},
             std::move(rows));
}

void DistributionChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    const double line = look.lineHeight();
    const double bottom = drawing.size().height() - 2 * line - 8;
    const qint64 most = *std::max_element(m_counts.begin(), m_counts.end());
    const QRectF area(0, line + 4, drawing.size().width(), bottom - line - 4);
    PlotArea pane = drawing.addPane(area, {-0.5, 10.5}, {0, double(std::max<qint64>(most, 1))});
    pane.addGrid(Qt::Horizontal, {0}, look.mixed(look.text, 0.3));
    std::vector<PlotArea::BarSet> sets;
    for (const ScoreGroup group : groups) {
        PlotArea::BarSet set{look.fill(group), look.colour(group), {}};
        for (std::size_t score = 0; score < m_counts.size(); ++score)
            set.values.push_back(display::scoreGroup(int(score)) == group ? double(m_counts[score]) : 0);
        sets.push_back(std::move(set));
    }
    pane.addBars(Qt::Vertical, sets, 0.72);
    for (std::size_t score = 0; score < m_counts.size(); ++score) {
        const auto at = double(score);
        const QPointF top = pane.at(at, double(m_counts[score]));
        drawing.addText(top - QPointF(0, 2), percentText(100.0 * double(m_counts[score]) / double(m_total)),
                        Qt::AlignHCenter | Qt::AlignBottom, look.quiet);
        drawing.addText(pane.at(at, 0) + QPointF(0, 2), countText(qint64(score)),
                        Qt::AlignHCenter | Qt::AlignTop, look.text);
        const double half = area.width() / 22;
        drawing.addMark(int(score), 2,
                        QRectF(top.x() - half, area.top() - line, 2 * half, area.height() + line));
    }
    drawGroups(drawing, pane, bottom + line + 4);
}

//! "▼ detractor 16 %" under the scores of each group; without the words where one has no room for them.
void DistributionChart::drawGroups(Drawing &drawing, const PlotArea &pane, double top) const
{
    struct Span
    {
        ScoreGroup group;
        double left;
        double right;
        QString share;
    };
    const ChartStyle &look = drawing.look();
    std::vector<Span> spans;
    bool hasRoom = true;
    const auto text = [](const Span &span, bool words) -> QString {
        return QString(display::shape(span.group)) + QLatin1Char(' ')
            + (words ? QString(display::word(span.group) + QLatin1Char(' ')) : QString()) + span.share;
    };
    for (const auto &[group, first, last] :
         {std::tuple(ScoreGroup::Detractor, 0, 6), std::tuple(ScoreGroup::Passive, 7, 8),
          std::tuple(ScoreGroup::Promoter, 9, 10)}) {
        const qint64 count
            = std::accumulate(m_counts.begin() + first, m_counts.begin() + last + 1, qint64(0));
        spans.push_back({group, pane.at(first - 0.4, 0).x(), pane.at(last + 0.4, 0).x(),
                         percentText(100.0 * double(count) / double(m_total))});
        const Span &span = spans.back();
        hasRoom = hasRoom && look.widthOf(text(span, true)) <= span.right - span.left;
    }
    for (const Span &span : spans) {
        drawing.addLine({span.left, top}, {span.right, top}, look.colour(span.group));
        drawing.addText({(span.left + span.right) / 2, top + 2}, text(span, hasRoom),
                        Qt::AlignHCenter | Qt::AlignTop, look.colour(span.group));
    }
}

} // namespace gauge::ui
