// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/kinds/twowaychart.h"

#include "charts/drawing.h"
#include "kit/format.h"

namespace gauge::ui {

using display::ScoreGroup;

const TwoWayChart::Field &TwoWayChart::at(int row, int column) const
{
    return m_data.fields[std::size_t(row) * std::size_t(m_data.columns.size()) + std::size_t(column)];
}

void TwoWayChart::setFigures(Data data)
{
    m_data = std::move(data);
    m_data.fields.resize(std::size_t(m_data.rows.size()) * std::size_t(m_data.columns.size()));
    std::vector<Column> columns{{m_data.heading, false}};
    for (const QString &column : m_data.columns) {
        columns.push_back({column, true, true});
        columns.push_back({tr("Responses of %1").arg(column)});
    }
    std::vector<Row> rows;
    for (int row = 0; row < m_data.rows.size(); ++row) {
        Row cells{textCell(m_data.rows[row])};
        for (int column = 0; column < m_data.columns.size(); ++column) {
            const Field &field = at(row, column);
            cells.push_back(opening(scoreCell(field.estimate), field.where));
            cells.push_back(countCell(field.estimate.responses));
        }
        rows.push_back(std::move(cells));
    }
    setTable(std::move(columns), m_data.columns.isEmpty() ? std::vector<Row>() : std::move(rows));
}

double TwoWayChart::height(const ChartStyle &look) const
{
    const bool isMore = m_data.rows.size() > mostRows || m_data.columns.size() > mostColumns;
    return RowFrame::heightOf(std::size_t(std::min(int(m_data.rows.size()), mostRows)), look)
        + (isMore ? look.lineHeight() : 0);
}

void TwoWayChart::draw(Drawing &drawing) const
{
    const ChartStyle &look = drawing.look();
    const int rows = std::min(int(m_data.rows.size()), mostRows);
    const int first = std::max(0, int(m_data.columns.size()) - mostColumns);
    const int columns = int(m_data.columns.size()) - first;
    const RowFrame frame = RowFrame::make(drawing, m_data.rows.mid(0, rows), {}, look.lineHeight() + 8, 0);
    const double width = (drawing.size().width() - frame.area.left()) / columns;
    for (int column = 0; column < columns; ++column)
        drawing.addText({frame.area.left() + (column + 0.5) * width, frame.area.top() - 4},
                        look.elided(m_data.columns[first + column], width - 4),
                        Qt::AlignHCenter | Qt::AlignBottom, look.quiet);
    for (int row = 0; row < rows; ++row) {
        drawing.addText({0, frame.middle(std::size_t(row))}, look.elided(m_data.rows[row], frame.labelWidth),
                        Qt::AlignLeft | Qt::AlignVCenter, look.text);
        for (int column = 0; column < columns; ++column) {
            const QRectF rect(frame.area.left() + column * width + 1,
                              frame.area.top() + row * RowFrame::rowHeight + 1, width - 2,
                              RowFrame::rowHeight - 2);
            drawField(drawing, at(row, first + column), rect);
            drawing.addMark(row, 1 + 2 * (first + column), rect);
        }
    }
    if (m_data.rows.size() > rows || first > 0)
        drawing.addText({0, frame.area.bottom() + 4}, tr("More in the table"), Qt::AlignLeft | Qt::AlignTop,
                        look.quiet);
}

void TwoWayChart::drawField(Drawing &drawing, const Field &field, const QRectF &rect) const
{
    const ChartStyle &look = drawing.look();
    const Estimate &estimate = field.estimate;
    if (!estimate.isTold()) {
        drawing.addText(rect.center(), estimate.isFew ? QStringLiteral("·") : QString(), Qt::AlignCenter,
                        look.quiet);
        return;
    }
    const QColor colour = look.colour(estimate.score < 0 ? ScoreGroup::Detractor : ScoreGroup::Promoter);
    drawing.addBox(rect, look.mixed(colour, 0.06 + 0.5 * std::min(std::abs(estimate.score), 100.0) / 100));
    drawing.addText(rect.center(), signedText(estimate.score), Qt::AlignCenter,
                    estimate.responses < smallSample ? look.quiet : look.text);
}

} // namespace gauge::ui
