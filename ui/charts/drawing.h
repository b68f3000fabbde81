// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/look.h"
#include "charts/scale.h"

#include <QBrush>
#include <QChart>
#include <QGraphicsScene>
#include <QPen>

class QAbstractSeries;

namespace gauge::ui {

//! One field of a drawing with its two scales, in which Qt Charts draws series. Positions are known at once:
//! words and signs are put beside what they are about.
class Pane final
{
public:
    Pane(QGraphicsScene &scene, const Look &look, const QSizeF &size, const QRectF &area, const Scale &x,
         const Scale &y);

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

    Drawing(QGraphicsScene &scene, const Look &look, const QSizeF &size);

    [[nodiscard]] const Look &look() const { return m_look; }
    [[nodiscard]] const QSizeF &size() const { return m_size; }
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }

    [[nodiscard]] Pane addPane(const QRectF &area, const Scale &x, const Scale &y);
    //! \a alignment says which side of the text is at \a at.
    void addText(const QPointF &at, const QString &text, Qt::Alignment alignment, const QColor &colour,
                 bool isBold = false);
    //! Words in the middle, where there is nothing to draw.
    void addWords(const QString &words);
    void addLine(const QPointF &from, const QPointF &to, const QColor &colour, double width = 1);
    void addBox(const QRectF &rect, const QColor &fill);
    //! An interval with a stroke at each end.
    void addWhisker(const QPointF &from, const QPointF &to, const QColor &colour);
    void addMark(int row, int column, const QRectF &rect) { m_marks.push_back({row, column, rect}); }

private:
    QGraphicsScene &m_scene;
    const Look &m_look;
    QSizeF m_size;
    std::vector<Mark> m_marks;
};

} // namespace gauge::ui
