// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/trendchart.h"

#include "charts/drawing.h"
#include "kit/format.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QScatterSeries>

namespace gauge::ui {

namespace {

constexpr double gap = 8;

//! First and one past the last of periods that follow each other and have a figure.
using Stretch = std::pair<std::size_t, std::size_t>;

std::vector<Stretch> stretchesOf(const std::vector<Estimate> &estimates)
{
    std::vector<Stretch> found;
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        if (!estimates[i].isTold())
            continue;
        if (found.empty() || found.back().second != i)
            found.emplace_back(i, i);
        found.back().second = i + 1;
    }
    return found;
}

//! Colours that colour-blind eyes tell apart; the lines differ in dash and sign as well.
QColor lineColour(std::size_t place, const ChartStyle &look)
{
    static const std::array<QColor, TrendChart::mostLines> light{
        QColor(0x00, 0x72, 0xb2), QColor(0xb3, 0x5c, 0x00), QColor(0x8e, 0x3f, 0x7a),
        QColor(0x00, 0x7a, 0x5a), QColor(0x55, 0x55, 0x55)};
    static const std::array<QColor, TrendChart::mostLines> dark{
        QColor(0x6c, 0xb4, 0xe6), QColor(0xf0, 0xb0, 0x50), QColor(0xe0, 0x9a, 0xc8),
        QColor(0x4c, 0xd3, 0xab), QColor(0xc8, 0xc8, 0xc8)};
    return (look.isDark ? dark : light)[place % TrendChart::mostLines];
}

QPen linePen(std::size_t place, const ChartStyle &look)
{
    constexpr std::array dashes{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine,
                                Qt::DashDotDotLine};
    QPen pen(lineColour(place, look), 2);
    pen.setStyle(dashes[place % dashes.size()]);
    return pen;
}

QScatterSeries::MarkerShape signOf(std::size_t place)
{
    constexpr std::array shapes{QScatterSeries::MarkerShapeCircle, QScatterSeries::MarkerShapeRectangle,
                                QScatterSeries::MarkerShapeTriangle, QScatterSeries::MarkerShapeStar,
                                QScatterSeries::MarkerShapeRotatedRectangle};
    return shapes[place % shapes.size()];
}

} // namespace

void TrendChart::setFigures(Data data)
{
    m_data = std::move(data);
    if (m_data.lines.size() > mostLines)
        m_data.lines.resize(mostLines);
    for (Line &line : m_data.lines)
        line.estimates.resize(m_data.periods.size());
    if (isSingle())
        setSingleTable();
    else
        setSeveralTable();
}

void TrendChart::setSingleTable()
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_data.periods.size(); ++i) {
        const Period &period = m_data.periods[i];
        const Estimate &estimate = m_data.lines.front().estimates[i];
        rows.push_back({textCell(period.name), opening(scoreCell(estimate), period.where), lowCell(estimate),
                        highCell(estimate), countCell(period.responses),
                        period.responseRate ? shareCell(*period.responseRate) : Cell{}});
    }
    setTable({{tr("Period"), false},
              {tr("NPS"), true, true},
              {tr("from", "lower end of an interval")},
              {tr("to", "upper end of an interval")},
              {tr("Responses")},
              {tr("Response rate")}},
             std::move(rows));
}

void TrendChart::setSeveralTable()
{
    std::vector<Column> columns{{tr("Period"), false}};
    for (const Line &line : m_data.lines) {
        columns.push_back({line.name, true, true});
        columns.push_back({tr("Responses of %1").arg(line.name)});
    }
    std::vector<Row> rows;
    for (std::size_t i = 0; i < m_data.periods.size(); ++i) {
        const Period &period = m_data.periods[i];
        Row row{textCell(period.name)};
        for (const Line &line : m_data.lines) {
            std::vector<query::Filter> where = period.where;
            where.insert(where.end(), line.where.begin(), line.where.end());
            if (line.isClosed)
                where.clear();
            row.push_back(opening(scoreCell(line.estimates[i]), where));
            row.push_back(countCell(line.estimates[i].responses));
        }
        rows.push_back(std::move(row));
    }
    setTable(std::move(columns), m_data.lines.empty() ? std::vector<Row>() : std::move(rows));
}

double TrendChart::height(const ChartStyle &) const
{
    return 296;
}

Scale TrendChart::scoreScale() const
{
    double low = 100;
    double high = -100;
    for (const Line &line : m_data.lines) {
        for (const Estimate &estimate : line.estimates) {
            if (!estimate.isTold())
                continue;
            low = std::min(low, isSingle() ? estimate.low : estimate.score);
            high = std::max(high, isSingle() ? estimate.high : estimate.score);
        }
    }
    const Scale bounds{-100, 100};
    return low > high ? bounds : Scale::around(low - 1, high + 1, 4, bounds);
}

void TrendChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    const Scale y = scoreScale();
    const Scale x{-0.5, double(m_data.periods.size()) - 0.5};
    const double line = look.lineHeight();
    const double left = look.widthOf(QStringLiteral("−100")) + gap;
    double right = look.widthOf(QStringLiteral("+100")) + 2 * gap;
    if (!isSingle()) {
        for (const Line &each : m_data.lines)
            right = std::max(right, std::min(look.widthOf(each.name), 136.0) + 2 * gap);
    }
    const double width = drawing.size().width() - left - right;
    const double below = std::max(2 * line, 40.0);
    const double bottom = drawing.size().height() - line - 2 * gap;
    const QRectF area(left, line + gap, width, bottom - below - line - gap - (line + gap));
    // A little air, so that signs at the ends are whole.
    const double air = (y.to - y.from) * 0.03;
    PlotArea pane = drawing.addPane(area, x, {y.from - air, y.to + air});
    const std::vector<double> steps = y.steps();
    pane.addGrid(Qt::Horizontal, steps, look.grid);
    for (const double step : steps)
        drawing.addText(pane.at(x.from, step) - QPointF(gap, 0), signedText(step),
                        Qt::AlignRight | Qt::AlignVCenter, look.quiet);
    drawing.addText({left, 0}, tr("NPS"), Qt::AlignLeft | Qt::AlignTop, look.quiet);
    if (isSingle())
        drawBand(pane, m_data.lines.front(), look);
    for (std::size_t place = 0; place < m_data.lines.size(); ++place)
        drawLine(pane, place, look);
    drawEnds(drawing, pane);
    drawBelow(drawing, {left, bottom - below, width, below}, x);
    markPoints(drawing, pane, bottom);
}

void TrendChart::drawBand(PlotArea &pane, const Line &line, const ChartStyle &look) const
{
    const double aside = std::min(0.3, 12 / stepOf(pane));
    for (const Stretch &stretch : stretchesOf(line.estimates)) {
        auto *upper = new QLineSeries;
        auto *lower = new QLineSeries;
        const bool isAlone = stretch.second - stretch.first == 1;
        for (std::size_t i = stretch.first; i < stretch.second; ++i) {
            // A single period still has an interval to see.
            for (const double shift : isAlone ? std::vector{-aside, aside} : std::vector{0.0}) {
                upper->append(double(i) + shift, line.estimates[i].high);
                lower->append(double(i) + shift, line.estimates[i].low);
            }
        }
        auto *band = new QAreaSeries(upper, lower);
        upper->setParent(band);
        lower->setParent(band);
        band->setPen(Qt::NoPen);
        band->setBrush(look.mixed(lineColour(0, look), look.isDark ? 0.32 : 0.2));
        pane.add(band);
    }
}

void TrendChart::drawLine(PlotArea &pane, std::size_t place, const ChartStyle &look) const
{
    const Line &line = m_data.lines[place];
    constexpr std::size_t mostSigns = 40; // more would hide the line
    const bool hasSigns = line.estimates.size() <= mostSigns;
    auto *signs = new QScatterSeries;
    signs->setMarkerShape(signOf(place));
    signs->setMarkerSize(7);
    signs->setPen(Qt::NoPen);
    signs->setBrush(lineColour(place, look));
    for (const Stretch &stretch : stretchesOf(line.estimates)) {
        auto *series = new QLineSeries;
        series->setPen(linePen(place, look));
        for (std::size_t i = stretch.first; i < stretch.second; ++i) {
            series->append(double(i), line.estimates[i].score);
            if (hasSigns || stretch.second - stretch.first == 1)
                signs->append(double(i), line.estimates[i].score);
        }
        pane.add(series);
    }
    pane.add(signs);
}

//! What a line is about stands at its end.
void TrendChart::drawEnds(Drawing &drawing, const PlotArea &pane) const
{
    const ChartStyle &look = drawing.look();
    struct End
    {
        QPointF at;
        std::size_t place;
        QString text;
    };
    std::vector<End> ends;
    for (std::size_t place = 0; place < m_data.lines.size(); ++place) {
        const Line &line = m_data.lines[place];
        const auto last = std::find_if(line.estimates.rbegin(), line.estimates.rend(),
                                       [](const Estimate &each) { return each.isTold(); });
        if (last == line.estimates.rend())
            continue;
        const double x = double(line.estimates.rend() - last - 1);
        const QString text = isSingle() ? signedText(last->score) : look.elided(line.name, 136);
        ends.push_back({pane.at(x, last->score), place, text});
    }
    std::sort(ends.begin(), ends.end(), [](const End &a, const End &b) { return a.at.y() < b.at.y(); });
    double free = -1e9;
    for (const End &end : ends) {
        const double y = std::max(end.at.y(), free);
        free = y + look.lineHeight();
        const double x = isSingle() ? end.at.x() : pane.area().right();
        drawing.addText({x + gap, y}, end.text, Qt::AlignLeft | Qt::AlignVCenter, lineColour(end.place, look),
                        true);
    }
}

void TrendChart::drawBelow(Drawing &drawing, const QRectF &area, const Scale &x) const
{
    const ChartStyle &look = drawing.look();
    const bool isKnown = !m_data.showsRate
        || std::any_of(m_data.periods.begin(), m_data.periods.end(),
                       [](const Period &period) { return period.responseRate.has_value(); });
    std::vector<double> values;
    QStringList labels;
    for (const Period &period : m_data.periods) {
        values.push_back(m_data.showsRate ? 100 * period.responseRate.value_or(0) : double(period.responses));
        labels.append(period.label);
    }
    const double most = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    const Scale y{0, std::max(most, 1.0)};
    PlotArea pane = drawing.addPane(area, x, y);
    pane.addGrid(Qt::Horizontal, {y.from, y.to}, look.grid);
    pane.addBars(Qt::Vertical, {{look.mixed(look.text, 0.35), {}, std::move(values)}},
                 std::min(0.6, 48 / stepOf(pane)));
    const QString top = m_data.showsRate ? percentText(y.to) : countText(qint64(y.to));
    const QString words = m_data.showsRate ? tr("Response rate, up to %1") : tr("Responses, up to %1");
    drawing.addText(area.topLeft() - QPointF(0, 2),
                    isKnown ? words.arg(top) : tr("The response rate is not known for this filter"),
                    Qt::AlignLeft | Qt::AlignBottom, look.quiet);
    addNames(drawing, pane, labels);
}

//! Pixels from a period to the next.
double TrendChart::stepOf(const PlotArea &pane) const
{
    return pane.area().width() / double(std::max<std::size_t>(m_data.periods.size(), 1));
}

void TrendChart::markPoints(Drawing &drawing, const PlotArea &pane, double bottom) const
{
    const double step = stepOf(pane);
    constexpr double reach = 8;
    for (std::size_t i = 0; i < m_data.periods.size(); ++i) {
        for (std::size_t place = 0; place < m_data.lines.size(); ++place) {
            const QPointF at = pane.at(double(i), m_data.lines[place].estimates[i].score);
            const QRectF rect = isSingle()
                ? QRectF(at.x() - step / 2, pane.area().top(), step, bottom - pane.area().top())
                : QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach);
            drawing.addMark(int(i), int(1 + (isSingle() ? place : 2 * place)), rect);
        }
    }
}

} // namespace gauge::ui
