// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartstyle.h"
#include "charts/scale.h"

#include <QBrush>
#include <QChart>
#include <QGraphicsScene>
#include <QPen>

class QAbstractSeries;

namespace gauge::ui {

//! One field of a drawing with its two scales, in which Qt Charts draws series. Positions are known at once:
//! words and signs are put beside what they are about.
class PlotArea final
{
public:
    PlotArea(QGraphicsScene &scene, const ChartStyle &look, const QSizeF &size, const QRectF &area,
             const Scale &x, const Scale &y);

    [[nodiscard]] const QRectF &area() const { return m_area; }
    [[nodiscard]] QPointF at(double x, double y) const;

    //! Hardly visible lines across it.
    void addGrid(Qt::Orientation orientation, const std::vector<double> &values, const QColor &colour);
    //! Takes the series.
    void add(QAbstractSeries *series);

    //! Bars on top of each other, all sets as long; bar i stands at i on the other scale.
    struct BarSet
    {
        QBrush fill;
        QColor edge;
        std::vector<double> values;
    };
    void addBars(Qt::Orientation orientation, const std::vector<BarSet> &sets, double width);

private:
    QChart *m_chart; //!< the scene's
    QRectF m_area;
    Scale m_x;
    Scale m_y;
};

//! A chart being drawn: panes, words, signs, and where its points are.
class Drawing final
{
public:
    //! A point of the chart: a cell of its table, and where it is drawn.
    struct Mark
    {
        int row = 0;
        int column = 0;
        QRectF rect;
    };

    Drawing(QGraphicsScene &scene, const ChartStyle &look, const QSizeF &size);

    [[nodiscard]] const ChartStyle &look() const { return m_look; }
    [[nodiscard]] const QSizeF &size() const { return m_size; }
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }

    [[nodiscard]] PlotArea addPane(const QRectF &area, const Scale &x, const Scale &y);
    //! \a alignment says which side of the text is at \a at.
    void addText(const QPointF &at, const QString &text, Qt::Alignment alignment, const QColor &colour,
                 bool isBold = false);
    //! Words in the middle, where there is nothing to draw.
    void addText(const QString &words);
    void addLine(const QPointF &from, const QPointF &to, const QColor &colour, double width = 1);
    void addBox(const QRectF &rect, const QColor &fill);
    //! An interval with a stroke at each end.
    void addWhisker(const QPointF &from, const QPointF &to, const QColor &colour);
    void addMark(int row, int column, const QRectF &rect) { m_marks.push_back({row, column, rect}); }

private:
    QGraphicsScene &m_scene;
    const ChartStyle &m_look;
    QSizeF m_size;
    std::vector<Mark> m_marks;
};

} // namespace gauge::ui

namespace gauge::ui {

//! Rows with a name at the left, a bar in the middle and words at the right.
struct RowFrame
{
    static constexpr double rowHeight = 26;

    QRectF area; //!< of the bars
    double labelWidth = 0;
    std::size_t rows = 0;

    //! \a above: room for words over the bars, \a below under them.
    [[nodiscard]] static RowFrame make(const Drawing &drawing, const QStringList &labels,
                                       const QStringList &words, double above, double below);
    //! What \a rows take, with a line of words above or below.
    [[nodiscard]] static double heightOf(std::size_t rows, const ChartStyle &look);

    [[nodiscard]] double middle(std::size_t row) const
    {
        return area.top() + (double(row) + 0.5) * rowHeight;
    }
    [[nodiscard]] QRectF line(std::size_t row, double width) const;
    //! Scale of the rows for a pane: the first is at the top, so row i is at place(i).
    [[nodiscard]] Scale scale() const { return {-0.5, double(rows) - 0.5}; }
    [[nodiscard]] std::size_t place(std::size_t row) const { return rows - 1 - row; }
    //! \a values from the top, in the order of a pane.
    [[nodiscard]] static std::vector<double> upward(std::vector<double> values);
};

//! Names under \a pane, one at each whole number of its scale from 0 on; as many as there is room for, the
//! last one always.
void addNames(Drawing &drawing, const PlotArea &pane, const QStringList &names);

} // namespace gauge::ui
