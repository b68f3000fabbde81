// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/table/frozencolumns.h"

namespace gauge::ui {

class FrozenColumns;
class RecordHeader;

//! A table whose first columns can be kept in sight while the others scroll, whichever they are after some
//! were moved, hidden or resized, from left to right or the other way.
class FreezableTable : public BigTable
{
    Q_OBJECT
public:
    explicit FreezableTable(QWidget *parent = nullptr);
    ~FreezableTable() override;

    //! How many columns, as they are seen, do not scroll. A table that is too narrow for them scrolls all.
    void setFrozenColumns(int count);
    [[nodiscard]] int frozenColumns() const { return m_frozenColumns; }
    //! Pixels at the leading edge of viewport() that do not scroll.
    [[nodiscard]] int frozenWidth() const { return m_frozenWidth; }
    //! Whether the first \a count columns leave enough of the table for the others.
    [[nodiscard]] bool hasRoomToFreeze(int count) const;

    //! Draws all cells anew, frozen ones too.
    void updateCells();

    //! Room under the headings, as high as \a height, for something that belongs to the columns; 0: none.
    void setStrip(int height);
    [[nodiscard]] int strip() const;

    [[nodiscard]] QModelIndex indexAt(const QPoint &position) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    void frozenWidthChanged(int width);
    //! What does not scroll was put in its place, above all else in the table.
    void frozenPlaced();
    //! \a further: with Shift.
    void headerClicked(int column, bool further);
    //! \a column: -1 beside all of them.
    void headerMenuWanted(int column, const QPoint &globalPosition);

protected:
    void updateGeometries() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    //! Shows the frozen columns as the others are now.
    void showFrozen();

private:
    friend class FrozenColumns; // begins drags where the person sees the cells
    void watch(RecordHeader *header);
    [[nodiscard]] int widthOfFirst(int count) const;
    [[nodiscard]] bool isFrozen(int column) const;
    [[nodiscard]] QRect frozenRect() const;

    RecordHeader *m_header = nullptr;
    FrozenColumns *m_overlay = nullptr;
    int m_frozenColumns = 0;
    int m_frozenWidth = 0;
    bool m_pressesRows = false; //!< on their numbers: no reason to scroll sideways
};

} // namespace gauge::ui
