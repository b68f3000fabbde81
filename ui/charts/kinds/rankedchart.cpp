// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/rankedchart.h"

#include "charts/drawing.h"
#include "kit/format.h"

namespace gauge::ui {

namespace {

QString restText(RankedChart::Rest rest)
{
    switch (rest) {
    case RankedChart::Rest::Higher:
        return RankedChart::tr("higher than the rest");
    case RankedChart::Rest::Lower:
        return RankedChart::tr("lower than the rest");
    case RankedChart::Rest::Alike:
        return RankedChart::tr("not clearly different");
    case RankedChart::Rest::Unknown:
        break;
    }
    return {};
}

//! Beside the bar there is little room.
QString restSign(RankedChart::Rest rest)
{
    if (rest == RankedChart::Rest::Higher)
        return RankedChart::tr("↑ higher");
    return rest == RankedChart::Rest::Lower ? RankedChart::tr("↓ lower") : QString();
}

Chart::Cell chanceCell(const std::optional<double> &chance)
{
    if (!chance)
        return {};
    return {*chance < 0.001 ? QStringLiteral("< ") + QLocale().toString(0.001, 'f', 3)
                            : QLocale().toString(*chance, 'f', 3),
            *chance};
}

} // namespace

void RankedChart::setFigures(std::vector<Item> items, const QString &heading)
{
    m_items = std::move(items);
    std::vector<Row> rows;
    for (const Item &item : m_items) {
        rows.push_back({textCell(item.name), opening(scoreCell(item.estimate), item.where),
                        lowCell(item.estimate), highCell(item.estimate), countCell(item.estimate.responses),
                        textCell(item.estimate.isTold() ? restText(item.rest) : QString()),
                        item.estimate.isTold() ? chanceCell(item.chance) : Cell{}});
    }
    setTable({{heading, false},
              {tr("NPS"), true, true},
              {tr("from", "lower end of an interval")},
              {tr("to", "upper end of an interval")},
              {tr("Responses")},
              {tr("Against the rest"), false},
              {tr("p", "probability in statistics")}},
             std::move(rows));
}

double RankedChart::height(const ChartStyle &look) const
{
    return RowFrame::heightOf(drawn(), look) + (m_items.size() > mostDrawn ? look.lineHeight() : 0);
}

QString RankedChart::words(const Item &item) const
{
    const QString responses = tr("n %1", "number of responses").arg(countText(item.estimate.responses));
    QStringList parts;
    if (item.estimate.isFew)
        parts = {tooFewText(), responses};
    else if (item.estimate.isTold())
        parts = {signedText(item.estimate.score), responses, restSign(item.rest)};
    else
        parts = {responses};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

Scale RankedChart::scoreScale() const
{
    double low = 0;
    double high = 0;
    for (std::size_t i = 0; i < drawn(); ++i) {
        if (!m_items[i].estimate.isTold())
            continue;
        low = std::min(low, m_items[i].estimate.low);
        high = std::max(high, m_items[i].estimate.high);
    }
    return Scale::around(low, std::max(high, low + 1), 4, {-100, 100});
}

void RankedChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    QStringList labels;
    QStringList beside;
    for (std::size_t i = 0; i < drawn(); ++i) {
        labels.append(m_items[i].name);
        beside.append(words(m_items[i]));
    }
    const RowFrame frame = RowFrame::make(drawing, labels, beside, look.lineHeight() + 4, 8);
    const Scale scores = scoreScale();
    PlotArea pane = drawing.addPane(frame.area, scores, frame.scale());
    const std::vector<double> steps = scores.steps();
    pane.addGrid(Qt::Vertical, steps, look.grid);
    pane.addGrid(Qt::Vertical, {0}, look.mixed(look.text, 0.35));
    const double room = frame.area.width() / double(steps.size());
    const std::size_t every = room > look.widthOf(QStringLiteral("+100")) + 8 ? 1 : 2;
    for (std::size_t i = 0; i < steps.size(); i += every)
        drawing.addText({pane.at(steps[i], 0).x(), frame.area.top() - 4}, signedText(steps[i]),
                        Qt::AlignHCenter | Qt::AlignBottom, look.quiet);
    PlotArea::BarSet sure{look.mixed(look.line, look.isDark ? 0.75 : 0.6), {}, {}};
    PlotArea::BarSet unsure{look.mixed(look.text, 0.25), {}, {}};
    for (std::size_t i = 0; i < frame.rows; ++i) {
        const Estimate &estimate = m_items[i].estimate;
        const double score = estimate.isTold() ? estimate.score : 0;
        const bool isSmall = estimate.responses < smallSample;
        sure.values.push_back(isSmall ? 0 : score);
        unsure.values.push_back(isSmall ? score : 0);
    }
    sure.values = RowFrame::upward(std::move(sure.values));
    unsure.values = RowFrame::upward(std::move(unsure.values));
    pane.addBars(Qt::Horizontal, {sure, unsure}, 0.56);
    for (std::size_t i = 0; i < frame.rows; ++i) {
        const Estimate &estimate = m_items[i].estimate;
        const QColor colour = estimate.responses < smallSample ? look.quiet : look.text;
        const double y = frame.middle(i);
        drawing.addText({0, y}, look.elided(labels[int(i)], frame.labelWidth),
                        Qt::AlignLeft | Qt::AlignVCenter, colour);
        if (estimate.isTold())
            drawing.addWhisker({pane.at(estimate.low, 0).x(), y}, {pane.at(estimate.high, 0).x(), y}, colour);
        drawing.addText({frame.area.right() + 12, y},
                        look.elided(beside[int(i)], drawing.size().width() - frame.area.right() - 12),
                        Qt::AlignLeft | Qt::AlignVCenter, colour);
        drawing.addMark(int(i), 1, frame.line(i, drawing.size().width()));
    }
    if (m_items.size() > mostDrawn)
        drawing.addText({0, frame.area.bottom() + 8},
                        tr("%Ln more in the table", nullptr, int(m_items.size() - mostDrawn)),
                        Qt::AlignLeft | Qt::AlignTop, look.quiet);
}

} // namespace gauge::ui
