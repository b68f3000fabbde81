// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/frozencolumns.h"

#include "kit/labels.h"
#include "records/table/freezabletable.h"
#include "records/table/recordheader.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QFrame>
#include <QMouseEvent>
#include <QScrollBar>
#include <QWheelEvent>

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

namespace {

//! What a screen reader gets of the view: nothing. The table below it has the same cells.
class Unseen final : public ChildlessInterface
{
public:
    explicit Unseen(QWidget *widget)
        : ChildlessInterface(widget, QAccessible::NoRole)
    {}
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invisible = true;
        return state;
    }
};

QAccessibleInterface *unseenInterface(const QString &className, QObject *object)
{
    if (className == QLatin1String(FrozenColumns::staticMetaObject.className()) && object->isWidgetType())
        return new Unseen(static_cast<QWidget *>(object));
    return nullptr;
}

} // namespace

FrozenColumns::FrozenColumns(FreezableTable &owner)
    : BigTable(&owner)
    , m_owner(owner)
    , m_header(new RecordHeader(this))
    , m_edge(new QFrame(&owner))
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(unseenInterface);
        return true;
    }();
    Q_UNUSED(isInstalled)
    setObjectName(QStringLiteral("frozenColumns"));
    setHorizontalHeader(m_header);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(&owner);
    setContextMenuPolicy(Qt::NoContextMenu); // the owner's appears
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_edge->setFrameShape(QFrame::VLine);
    m_edge->setFrameShadow(QFrame::Plain);
    m_edge->setForegroundRole(QPalette::PlaceholderText);
    hide();
    m_edge->hide();
    connect(owner.verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(), &QScrollBar::setValue);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &FrozenColumns::scrollOwner);
    watchHeader();
}

void FrozenColumns::watchHeader()
{
    // A click on a header is the owner's to understand.
    disconnect(m_header, &QHeaderView::sectionPressed, this, nullptr);
    disconnect(m_header, &QHeaderView::sectionEntered, this, nullptr);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_copying)
            m_owner.setColumnWidth(column, width);
    });
    connect(m_header, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (!m_copying)
            m_owner.horizontalHeader()->moveSection(from, to);
    });
}

void FrozenColumns::follow(int columns, int width)
{
    m_columns = columns;
    m_width = width;
    if (columns == 0) {
        hide();
        m_edge->hide();
        return;
    }
    if (model() != m_owner.model()) {
        setModel(m_owner.model());
        const std::unique_ptr<QItemSelectionModel> own(selectionModel()); // which setModel() made
        setSelectionModel(m_owner.selectionModel());
    }
    copyLayout();
    place();
    show();
    m_edge->show();
}

//! Order, widths and heights as the owner has them.
void FrozenColumns::copyLayout()
{
    const QHeaderView *theirs = m_owner.horizontalHeader();
    if (m_header->count() != theirs->count())
        return; // in a reset that has not come here yet
    m_copying = true;
    for (int visual = 0; visual < theirs->count(); ++visual) {
        const int column = theirs->logicalIndex(visual);
        if (m_header->visualIndex(column) != visual)
            m_header->moveSection(m_header->visualIndex(column), visual);
        m_header->setSectionHidden(column, visual >= m_columns);
        if (visual < m_columns)
            m_header->resizeSection(column, theirs->sectionSize(column));
    }
    m_copying = false;
    setAlternatingRowColors(m_owner.alternatingRowColors());
    setShowGrid(m_owner.showGrid());
    setWordWrap(m_owner.wordWrap());
    setSelectionMode(m_owner.selectionMode());
    setSelectionBehavior(m_owner.selectionBehavior());
    setEditTriggers(m_owner.editTriggers());
    setDragEnabled(m_owner.dragEnabled());
    setDragDropMode(m_owner.dragDropMode());
    setVerticalScrollMode(m_owner.verticalScrollMode());
    verticalHeader()->setDefaultSectionSize(m_owner.verticalHeader()->defaultSectionSize());
}

void FrozenColumns::place()
{
    const QRect cells = m_owner.viewport()->geometry();
    const int top = m_owner.horizontalHeader()->y();
    const int left = m_owner.isRightToLeft() ? cells.right() + 1 - m_width : cells.left();
    m_header->setFixedHeight(cells.top() - top);
    setGeometry(left, top, m_width, cells.bottom() + 1 - top);
    updateGeometries();
    m_edge->setGeometry(m_owner.isRightToLeft() ? left - 1 : left + m_width, top, 1, height());
    raise();
    m_edge->raise();
}

void FrozenColumns::updateGeometries()
{
    BigTable::updateGeometries();
    // It has as many rows as the owner in as much room, but learns of both later.
    verticalScrollBar()->setValue(m_owner.verticalScrollBar()->value());
}

//! A bar that has not heard of new rows yet does not know better than the owner's.
void FrozenColumns::scrollOwner(int value)
{
    if (m_columns > 0 && verticalScrollBar()->maximum() == m_owner.verticalScrollBar()->maximum())
        m_owner.verticalScrollBar()->setValue(value);
}

void FrozenColumns::reset()
{
    BigTable::reset();
    if (m_columns > 0)
        copyLayout();
}

//! A selection that is drawn with the mouse goes on into the columns that scroll.
QModelIndex FrozenColumns::indexAt(const QPoint &position) const
{
    if (position.x() >= 0 && position.x() < viewport()->width())
        return BigTable::indexAt(position);
    return m_owner.indexAt(m_owner.viewport()->mapFromGlobal(viewport()->mapToGlobal(position)));
}

void FrozenColumns::wheelEvent(QWheelEvent *event)
{
    QCoreApplication::sendEvent(m_owner.viewport(), event);
}

void FrozenColumns::startDrag(Qt::DropActions actions)
{
    m_owner.startDrag(actions);
}

// The owner tells of both; QTableView's own would tell a screen reader once more.
void FrozenColumns::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::currentChanged(current, previous);
}

void FrozenColumns::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    // NOLINTNEXTLINE(bugprone-parent-virtual-call)
    QAbstractItemView::selectionChanged(selected, deselected);
}

QAbstractItemDelegate *FrozenColumns::itemDelegateForIndex(const QModelIndex &index) const
{
    return m_owner.itemDelegateForIndex(index);
}

} // namespace gauge::ui
