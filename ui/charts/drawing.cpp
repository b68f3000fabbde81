// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/drawing.h"

#include "base/text.h"

#include <QBarSet>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QGraphicsTextItem>
#include <QHorizontalStackedBarSeries>
#include <QLegend>
#include <QLineSeries>
#include <QStackedBarSeries>
#include <QTextDocument>
#include <QTextOption>
#include <QValueAxis>

#include <algorithm>

namespace gauge::ui {

namespace {

QValueAxis *hiddenAxis(const Scale &scale)
{
    auto *axis = new QValueAxis;
    axis->setRange(scale.from, scale.to);
    axis->setVisible(false);
    return axis;
}

} // namespace

PlotArea::PlotArea(QGraphicsScene &scene, const ChartStyle &look, const QSizeF &size, const QRectF &area,
                   const Scale &x, const Scale &y)
    : m_chart(new QChart)
    , m_area(area)
    , m_x(x)
    , m_y(y)
{
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->legend()->hide();
    m_chart->setMargins({});
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_chart->setFont(look.font);
    m_chart->addAxis(hiddenAxis(x), Qt::AlignBottom);
    m_chart->addAxis(hiddenAxis(y), Qt::AlignLeft);
    scene.addItem(m_chart);
    m_chart->resize(size);
    m_chart->setPlotArea(area);
}

QPointF PlotArea::at(double x, double y) const
{
    return {m_area.left() + m_x.share(x) * m_area.width(), m_area.bottom() - m_y.share(y) * m_area.height()};
}

void PlotArea::add(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    const QList<QAbstractAxis *> axes = m_chart->axes();
    for (QAbstractAxis *axis : axes)
        series->attachAxis(axis);
}

void PlotArea::addGrid(Qt::Orientation orientation, const std::vector<double> &values, const QColor &colour)
{
    for (const double value : values) {
        auto *line = new QLineSeries;
        line->setPen(QPen(colour, 1));
        if (orientation == Qt::Horizontal) {
            line->append(m_x.from, value);
            line->append(m_x.to, value);
        } else {
            line->append(value, m_y.from);
            line->append(value, m_y.to);
        }
        add(line);
    }
}

void PlotArea::addBars(Qt::Orientation orientation, const std::vector<BarSet> &sets, double width)
{
    QAbstractBarSeries *series = orientation == Qt::Vertical
        ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries)
        : new QHorizontalStackedBarSeries;
    series->setBarWidth(width);
    for (const BarSet &set : sets) {
        auto *bars = new QBarSet(QString());
        bars->setBrush(set.fill);
        bars->setPen(set.edge.isValid() ? QPen(set.edge, 1) : QPen(Qt::NoPen));
        for (const double value : set.values)
            bars->append(value);
        series->append(bars);
    }
    add(series);
}

Drawing::Drawing(QGraphicsScene &scene, const ChartStyle &look, const QSizeF &size)
    : m_scene(scene)
    , m_look(look)
    , m_size(size)
{}

PlotArea Drawing::addPane(const QRectF &area, const Scale &x, const Scale &y)
{
    return {m_scene, m_look, m_size, area, x, y};
}

void Drawing::addText(const QPointF &at, const QString &text, Qt::Alignment alignment, const QColor &colour,
                      bool isBold)
{
    QGraphicsSimpleTextItem *item = m_scene.addSimpleText(withVisibleControls(text, Layout::Marked));
    QFont font = m_look.font;
    font.setBold(isBold);
    item->setFont(font);
    item->setBrush(colour);
    const QRectF box = item->boundingRect();
    QPointF corner = at;
    if (alignment.testFlag(Qt::AlignRight))
        corner.rx() -= box.width();
    else if (alignment.testFlag(Qt::AlignHCenter))
        corner.rx() -= box.width() / 2;
    if (alignment.testFlag(Qt::AlignBottom))
        corner.ry() -= box.height();
    else if (alignment.testFlag(Qt::AlignVCenter))
        corner.ry() -= box.height() / 2;
    item->setPos(corner);
}

void Drawing::addText(const QString &words)
{
    auto *item = new QGraphicsTextItem;
    item->setFont(m_look.font);
    item->setDefaultTextColor(m_look.quiet);
    item->setPlainText(words);
    item->setTextWidth(std::min(m_size.width(), 480.0));
    QTextOption option = item->document()->defaultTextOption();
    option.setAlignment(Qt::AlignHCenter);
    item->document()->setDefaultTextOption(option);
    m_scene.addItem(item);
    const QRectF box = item->boundingRect();
    item->setPos((m_size.width() - box.width()) / 2, (m_size.height() - box.height()) / 2);
}

void Drawing::addLine(const QPointF &from, const QPointF &to, const QColor &colour, double width)
{
    m_scene.addLine(QLineF(from, to), QPen(colour, width));
}

void Drawing::addBox(const QRectF &rect, const QColor &fill)
{
    m_scene.addRect(rect, QPen(Qt::NoPen), fill);
}

void Drawing::addWhisker(const QPointF &from, const QPointF &to, const QColor &colour)
{
    constexpr double stroke = 3;
    addLine(from, to, colour);
    for (const QPointF &end : {from, to})
        addLine(end - QPointF(0, stroke), end + QPointF(0, stroke), colour);
}

namespace {

double widest(const QStringList &texts, const ChartStyle &look, double most)
{
    double width = 0;
    for (const QString &text : texts)
        width = std::max(width, look.widthOf(text));
    return std::min(width, most);
}

} // namespace

RowFrame RowFrame::make(const Drawing &drawing, const QStringList &labels, const QStringList &words,
                        double above, double below)
{
    constexpr double gap = 12;
    RowFrame frame;
    const double width = drawing.size().width();
    frame.rows = std::size_t(labels.size());
    frame.labelWidth = widest(labels, drawing.look(), 0.34 * width);
    const double right = widest(words, drawing.look(), 0.4 * width) + gap;
    const double left = frame.labelWidth + gap;
    frame.area = QRectF(left, above, std::max(width - left - right, 32.0),
                        std::min(double(frame.rows) * rowHeight, drawing.size().height() - above - below));
    return frame;
}

double RowFrame::heightOf(std::size_t rows, const ChartStyle &look)
{
    return double(rows) * rowHeight + look.lineHeight() + 16;
}

QRectF RowFrame::line(std::size_t row, double width) const
{
    return {0, middle(row) - rowHeight / 2, width, rowHeight};
}

std::vector<double> RowFrame::upward(std::vector<double> values)
{
    std::reverse(values.begin(), values.end());
    return values;
}

void addNames(Drawing &drawing, const PlotArea &pane, const QStringList &names)
{
    if (names.isEmpty())
        return;
    double widest = 0;
    for (const QString &name : names)
        widest = std::max(widest, drawing.look().widthOf(name));
    const double room = pane.area().width() / double(names.size());
    const int every = std::max(1, int(std::ceil((widest + 8) / room)));
    for (int i = int(names.size()) - 1; i >= 0; i -= every) {
        const QPointF place(pane.at(i, 0).x(), pane.area().bottom() + 4);
        drawing.addText(place, names.at(i), Qt::AlignHCenter | Qt::AlignTop, drawing.look().quiet);
    }
}

} // namespace gauge::ui
