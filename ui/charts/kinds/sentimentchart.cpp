// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/sentimentchart.h"

#include "charts/drawing.h"
#include "kit/format.h"

namespace gauge::ui {

using display::ScoreGroup;

void SentimentChart::setFigures(std::vector<Topic> topics)
{
    m_topics = std::move(topics);
    std::vector<Row> rows;
    for (const Topic &topic : m_topics) {
        rows.push_back({textCell(topic.name), opening(countCell(topic.all()), topic.where),
                        countCell(topic.positive), countCell(topic.neutral), countCell(topic.mixed),
                        countCell(topic.negative), countCell(topic.plain), scoreCell(topic.estimate)});
    }
    setTable({{tr("Topic"), false},
              {tr("Mentions"), true, true},
              {tr("Positive")},
              {tr("Neutral")},
              {tr("Mixed")},
              {tr("Negative")},
              {tr("Without a sentiment")},
              {tr("NPS of these")}},
             std::move(rows));
}

double SentimentChart::height(const ChartStyle &look) const
{
    return RowFrame::heightOf(drawn(), look) + (m_topics.size() > mostDrawn ? look.lineHeight() : 0);
}

void SentimentChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    QStringList labels;
    QStringList beside;
    qint64 left = 0;
    qint64 right = 0;
    for (std::size_t i = 0; i < drawn(); ++i) {
        const Topic &topic = m_topics[i];
        labels.append(topic.name);
        const QString score
            = topic.estimate.isTold() ? tr("NPS %1").arg(signedText(topic.estimate.score)) : tooFewText();
        beside.append(tr("n %1", "number of responses").arg(countText(topic.all())) + QStringLiteral(" · ")
                      + score);
        left = std::max(left, topic.negative);
        right = std::max(right, topic.positive + topic.others());
    }
    const RowFrame frame = RowFrame::make(drawing, labels, beside, look.lineHeight() + 8, 4);
    const auto air = double(std::max<qint64>(left + right, 1)) * 0.02;
    PlotArea pane = drawing.addPane(frame.area, {-double(left) - air, double(right) + air}, frame.scale());
    PlotArea::BarSet positive{look.fill(ScoreGroup::Promoter), look.colour(ScoreGroup::Promoter), {}};
    PlotArea::BarSet negative{look.fill(ScoreGroup::Detractor), look.colour(ScoreGroup::Detractor), {}};
    PlotArea::BarSet others{look.mixed(look.text, 0.22), {}, {}};
    for (std::size_t i = 0; i < frame.rows; ++i) {
        others.values.push_back(double(m_topics[i].others()));
        positive.values.push_back(double(m_topics[i].positive));
        negative.values.push_back(-double(m_topics[i].negative));
    }
    positive.values = RowFrame::upward(std::move(positive.values));
    negative.values = RowFrame::upward(std::move(negative.values));
    others.values = RowFrame::upward(std::move(others.values));
    pane.addBars(Qt::Horizontal, {positive, others, negative}, 0.56);
    pane.addGrid(Qt::Vertical, {0}, look.mixed(look.text, 0.35));
    for (std::size_t i = 0; i < frame.rows; ++i) {
        const double y = frame.middle(i);
        drawing.addText({0, y}, look.elided(labels[int(i)], frame.labelWidth),
                        Qt::AlignLeft | Qt::AlignVCenter, look.text);
        drawing.addText({frame.area.right() + 12, y}, beside[int(i)], Qt::AlignLeft | Qt::AlignVCenter,
                        look.text);
        drawing.addMark(int(i), 1, frame.line(i, drawing.size().width()));
    }
    drawHeadings(drawing, pane);
    if (m_topics.size() > mostDrawn)
        drawing.addText({0, frame.area.bottom() + 4},
                        tr("%Ln more in the table", nullptr, int(m_topics.size() - mostDrawn)),
                        Qt::AlignLeft | Qt::AlignTop, look.quiet);
}

//! Which side is which, with a shape: read before the first bar.
void SentimentChart::drawHeadings(Drawing &drawing, const PlotArea &pane) const
{
    const ChartStyle &look = drawing.look();
    const double middle = pane.at(0, 0).x();
    const double y = pane.area().top() - 4;
    const QString negative
        = QString(display::shape(ScoreGroup::Detractor)) + QLatin1Char(' ') + tr("negative");
    const QString positive
        = QString(display::shape(ScoreGroup::Promoter)) + QLatin1Char(' ') + tr("positive");
    drawing.addText({std::max(middle - 8, look.widthOf(negative)), y}, negative,
                    Qt::AlignRight | Qt::AlignBottom, look.colour(ScoreGroup::Detractor));
    drawing.addText({middle + 8, y}, positive, Qt::AlignLeft | Qt::AlignBottom,
                    look.colour(ScoreGroup::Promoter));
    const double next = middle + 8 + look.widthOf(positive) + 12;
    drawing.addText({next, y}, look.elided(tr("■ neither"), drawing.size().width() - next),
                    Qt::AlignLeft | Qt::AlignBottom, look.quiet);
}

} // namespace gauge::ui
