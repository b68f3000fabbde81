// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/contributionchart.h"

#include "charts/drawing.h"
#include "kit/format.h"

namespace gauge::ui {

using display::ScoreGroup;

void ContributionChart::setFigures(std::vector<Driver> drivers)
{
    m_lines.clear();
    m_drivers = std::move(drivers);
    show();
}

bool ContributionChart::toggle(int row)
{
    if (row < 0 || std::size_t(row) >= m_lines.size())
        return false;
    const Line line = m_lines[std::size_t(row)];
    if (line.isInside || line.driver->inside.empty())
        return false;
    if (!m_open.remove(line.driver->name))
        m_open.insert(line.driver->name);
    show();
    return true;
}

QString ContributionChart::label(const Line &line) const
{
    if (line.isInside)
        return QStringLiteral("      ") + line.driver->name;
    if (line.driver->inside.empty())
        return line.driver->name;
    const QChar sign = m_open.contains(line.driver->name) ? QChar(0x25BE) : QChar(0x25B8);
    return QString(sign) + QLatin1Char(' ') + line.driver->name;
}

//! The sign in front of a name is none that can be heard.
QString ContributionChart::spokenLabel(const Line &line) const
{
    if (line.isInside || line.driver->inside.empty())
        return line.driver->name;
    return (m_open.contains(line.driver->name) ? tr("%1, expanded") : tr("%1, collapsed"))
        .arg(line.driver->name);
}

void ContributionChart::show()
{
    m_lines.clear();
    for (const Driver &driver : m_drivers) {
        m_lines.push_back({&driver, false});
        if (!m_open.contains(driver.name))
            continue;
        for (const Driver &inside : driver.inside)
            m_lines.push_back({&inside, true});
    }
    std::vector<Row> rows;
    for (const Line &line : m_lines) {
        const Driver &driver = *line.driver;
        rows.push_back({Cell{label(line), driver.name, {}, spokenLabel(line)},
                        opening(pointsCell(driver.contribution), driver.where), countCell(driver.mentions),
                        scoreCell(driver.estimate), lowCell(driver.estimate), highCell(driver.estimate)});
    }
    setTable({{tr("Driver"), false},
              {tr("Contribution"), true, true},
              {tr("Mentions")},
              {tr("NPS of these")},
              {tr("from", "lower end of an interval")},
              {tr("to", "upper end of an interval")}},
             std::move(rows));
}

double ContributionChart::height(const ChartStyle &look) const
{
    return RowFrame::heightOf(drawn(), look) - (m_lines.size() > mostDrawn ? 0 : look.lineHeight());
}

void ContributionChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    QStringList labels;
    QStringList beside;
    double low = 0;
    double high = 0;
    for (std::size_t i = 0; i < drawn(); ++i) {
        const Driver &driver = *m_lines[i].driver;
        labels.append(label(m_lines[i]));
        beside.append(tr("%1 · n %2").arg(signedText(driver.contribution, 1), countText(driver.mentions)));
        low = std::min(low, driver.contribution);
        high = std::max(high, driver.contribution);
    }
    const RowFrame frame = RowFrame::make(drawing, labels, beside, 4, 8);
    // A little air, so that no bar touches its words.
    const double air = std::max(high - low, 0.1) * 0.02;
    PlotArea pane = drawing.addPane(frame.area, {low - air, high + air}, frame.scale());
    PlotArea::BarSet adds{look.fill(ScoreGroup::Promoter), look.colour(ScoreGroup::Promoter), {}};
    PlotArea::BarSet takes{look.fill(ScoreGroup::Detractor), look.colour(ScoreGroup::Detractor), {}};
    for (std::size_t i = 0; i < frame.rows; ++i) {
        adds.values.push_back(std::max(m_lines[i].driver->contribution, 0.0));
        takes.values.push_back(std::min(m_lines[i].driver->contribution, 0.0));
    }
    adds.values = RowFrame::upward(std::move(adds.values));
    takes.values = RowFrame::upward(std::move(takes.values));
    pane.addBars(Qt::Horizontal, {adds, takes}, 0.56);
    pane.addGrid(Qt::Vertical, {0}, look.mixed(look.text, 0.35));
    for (std::size_t i = 0; i < frame.rows; ++i) {
        const double y = frame.middle(i);
        const QColor colour = m_lines[i].isInside ? look.quiet : look.text;
        drawing.addText({0, y}, look.elided(labels[int(i)], frame.labelWidth),
                        Qt::AlignLeft | Qt::AlignVCenter, colour);
        drawing.addText({frame.area.right() + 12, y}, beside[int(i)], Qt::AlignLeft | Qt::AlignVCenter,
                        colour);
        drawing.addMark(int(i), 1, frame.line(i, drawing.size().width()));
    }
    if (m_lines.size() > mostDrawn)
        drawing.addText({0, frame.area.bottom() + 4},
                        tr("%Ln more in the table", nullptr, int(m_lines.size() - mostDrawn)),
                        Qt::AlignLeft | Qt::AlignTop, look.quiet);
}

} // namespace gauge::ui
