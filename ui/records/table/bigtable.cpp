// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/bigtable.h"

#include <QAccessible>
#include <QMouseEvent>

namespace gauge::ui {

void BigTable::mousePressEvent(QMouseEvent *event)
{
    m_pressedOnSelection
        = selectionModel() && selectionModel()->isSelected(indexAt(event->position().toPoint()));
    QTableView::mousePressEvent(event);
}

QModelIndexList BigTable::selectedIndexes() const
{
    QModelIndexList cells;
    if (!m_pressedOnSelection || !selectionModel())
        return cells;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges)
        cells.append(range.topLeft());
    return cells;
}

void BigTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (QAccessible::isActive()) {
        speak(selected, true);
        speak(deselected, false);
    }
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::selectionChanged(selected, deselected);
}

//! What QTableView tells of a selection, too: its first cell.
void BigTable::speak(const QItemSelection &cells, bool added)
{
    if (cells.isEmpty() || !cells.front().isValid())
        return;
    const int columns = model()->columnCount() + 1; // headers are cells of the accessible table
    QAccessibleEvent event(this, added ? QAccessible::SelectionAdd : QAccessible::SelectionRemove);
    event.setChild((cells.front().top() + 1) * columns + cells.front().left() + 1);
    QAccessible::updateAccessibility(&event);
}

} // namespace gauge::ui
