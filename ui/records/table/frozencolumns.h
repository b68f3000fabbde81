// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace gauge::ui {

//! A table view whose work does not grow with what is selected in it. QTableView of Qt 6.4 lists every
//! selected cell for a screen reader and before a drag: tens of millions when a long table is selected whole.
class BigTable : public QTableView
{
    Q_OBJECT
public:
    using QTableView::QTableView;

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    //! One cell of each range, for a drag to begin with, if the person pressed on a selected cell; what
    //! begins elsewhere selects.
    [[nodiscard]] QModelIndexList selectedIndexes() const override;

private:
    void speak(const QItemSelection &cells, bool added);

    bool m_pressedOnSelection = false;
};

} // namespace gauge::ui

class QFrame;

namespace gauge::ui {

class FreezableTable;
class RecordHeader;

//! The columns of a table that do not scroll: a second view of the same model and selection, laid over the
//! leading edge of the first. It never has the focus, and a screen reader does not see it: all its cells are
//! cells of the table below it.
class FrozenColumns final : public BigTable
{
    Q_OBJECT
public:
    explicit FrozenColumns(FreezableTable &owner);

    //! Shows the first \a columns of the owner as they are there, \a width pixels in all; none: hides.
    void follow(int columns, int width);
    [[nodiscard]] RecordHeader *header() const { return m_header; }

    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    [[nodiscard]] QAbstractItemDelegate *itemDelegateForIndex(const QModelIndex &index) const override;
    void reset() override;

protected:
    void wheelEvent(QWheelEvent *event) override;
    void startDrag(Qt::DropActions actions) override;
    void updateGeometries() override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void watchHeader();
    void copyLayout();
    void place();
    void scrollOwner(int value);

    FreezableTable &m_owner;
    RecordHeader *m_header;
    QFrame *m_edge; //!< between what scrolls and what does not
    int m_columns = 0;
    int m_width = 0;
    bool m_copying = false;
};

} // namespace gauge::ui
