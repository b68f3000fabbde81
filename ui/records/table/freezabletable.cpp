// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/freezabletable.h"

#include "records/table/frozencolumns.h"
#include "records/table/recordheader.h"

#include <QEvent>
#include <QScrollBar>

#include <utility>

namespace gauge::ui {

namespace {

// What scrolls needs room for a column at least.
constexpr int narrowestScrolled = 96;

} // namespace

FreezableTable::FreezableTable(QWidget *parent)
    : BigTable(parent)
    , m_header(new RecordHeader(this))
{
    setHorizontalHeader(m_header);
    // QTableView would select a column that is clicked to be sorted by.
    disconnect(m_header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, this, nullptr);
    m_overlay = new FrozenColumns(*this);
    watch(m_header);
    watch(m_overlay->header());
    connect(m_header, &QHeaderView::sectionResized, this, &FreezableTable::showFrozen);
    connect(m_header, &QHeaderView::sectionMoved, this, &FreezableTable::showFrozen);
    verticalHeader()->viewport()->installEventFilter(this);
}

// The overlay calls the table, so it must end while the table is still whole.
FreezableTable::~FreezableTable()
{
    delete std::exchange(m_overlay, nullptr);
}

void FreezableTable::watch(RecordHeader *header)
{
    connect(header, &RecordHeader::columnClicked, this, &FreezableTable::headerClicked);
    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &position) {
        Q_EMIT headerMenuWanted(header->logicalIndexAt(position), header->mapToGlobal(position));
    });
}

void FreezableTable::setFrozenColumns(int count)
{
    m_frozenColumns = count;
    showFrozen();
}

void FreezableTable::updateCells()
{
    viewport()->update();
    m_overlay->viewport()->update();
}

void FreezableTable::setStrip(int height)
{
    m_overlay->header()->setStrip(height);
    m_header->setStrip(height);
    updateGeometries(); // a header that grows asks for it only where it is drawn
}

int FreezableTable::strip() const
{
    return m_header->strip();
}

int FreezableTable::widthOfFirst(int count) const
{
    int width = 0;
    for (int visual = 0; visual < std::min(count, horizontalHeader()->count()); ++visual)
        width += horizontalHeader()->sectionSize(horizontalHeader()->logicalIndex(visual));
    return width;
}

bool FreezableTable::hasRoomToFreeze(int count) const
{
    return widthOfFirst(count) + narrowestScrolled <= viewport()->width();
}

bool FreezableTable::isFrozen(int column) const
{
    return m_frozenWidth > 0 && horizontalHeader()->visualIndex(column) < m_frozenColumns;
}

QRect FreezableTable::frozenRect() const
{
    const QRect cells = viewport()->rect();
    return {isRightToLeft() ? cells.right() + 1 - m_frozenWidth : 0, 0, m_frozenWidth, cells.height()};
}

void FreezableTable::showFrozen()
{
    const int width = hasRoomToFreeze(m_frozenColumns) ? widthOfFirst(m_frozenColumns) : 0;
    m_overlay->follow(width > 0 ? m_frozenColumns : 0, width);
    Q_EMIT frozenPlaced();
    if (width == m_frozenWidth)
        return;
    m_frozenWidth = width;
    Q_EMIT frozenWidthChanged(width);
}

void FreezableTable::updateGeometries()
{
    BigTable::updateGeometries();
    if (m_overlay)
        showFrozen();
}

QModelIndex FreezableTable::indexAt(const QPoint &position) const
{
    const QRect frozen = frozenRect();
    if (m_frozenWidth > 0 && position.x() >= frozen.left() && position.x() <= frozen.right())
        return m_overlay->indexAt(position - frozen.topLeft());
    return BigTable::indexAt(position);
}

QRect FreezableTable::visualRect(const QModelIndex &index) const
{
    return isFrozen(index.column()) ? m_overlay->visualRect(index).translated(frozenRect().topLeft())
                                    : BigTable::visualRect(index);
}

//! A cell that is brought into sight does not end up below those that are frozen.
void FreezableTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int before = bar->value();
    BigTable::scrollTo(index, hint);
    if (m_pressesRows || isFrozen(index.column())) {
        bar->setValue(before);
        return;
    }
    const QRect cell = BigTable::visualRect(index);
    if (m_frozenWidth == 0 || !cell.isValid())
        return;
    const int covered
        = isRightToLeft() ? cell.right() + 1 - frozenRect().left() : frozenRect().right() + 1 - cell.left();
    if (covered > 0)
        bar->setValue(bar->value() - covered);
}

bool FreezableTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == verticalHeader()->viewport()) {
        if (event->type() == QEvent::MouseButtonPress)
            m_pressesRows = true;
        else if (event->type() == QEvent::MouseButtonRelease)
            m_pressesRows = false;
    }
    return BigTable::eventFilter(watched, event);
}

} // namespace gauge::ui
