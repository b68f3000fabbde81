// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"

#include <QGraphicsView>
#include <QPersistentModelIndex>
#include <QTimer>

namespace gauge::ui {

//! A chart on the screen. The arrows go over its points, which are spoken; Enter or a click opens the records
//! of one, Space shows what is inside of it.
class ChartView final : public QGraphicsView
{
    Q_OBJECT
public:
    explicit ChartView(QWidget *parent = nullptr);

    //! Must outlive this.
    void setChart(Chart *chart);
    //! The point that the keyboard is at; none at first.
    [[nodiscard]] QModelIndex current() const;
    void setCurrent(const QModelIndex &index);
    //! Where the points are, in the view.
    [[nodiscard]] const std::vector<Drawing::Mark> &marks();
    //! What is shown is no longer what was asked for.
    void setStale(bool stale);

Q_SIGNALS:
    void opened(const QModelIndex &index);
    //! The keyboard is at another point, which is here in the view.
    void reached(const QRect &rect);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void redrawSoon();
    void redraw();
    void fitHeight();
    void describe();
    [[nodiscard]] const Drawing::Mark *markAt(const QPointF &place) const;
    [[nodiscard]] const Drawing::Mark *markOf(const QModelIndex &index) const;
    [[nodiscard]] const Drawing::Mark *neighbour(int key) const;
    void open(const Drawing::Mark &mark);
    bool toggle(const Drawing::Mark &mark);

    Chart *m_chart = nullptr;
    QGraphicsScene m_scene;
    std::vector<Drawing::Mark> m_marks;
    QPersistentModelIndex m_current;
    int m_keptRow = -1; //!< over new figures
    int m_keptColumn = -1;
    QTimer m_soon;
    bool m_isStale = false;
};

} // namespace gauge::ui
