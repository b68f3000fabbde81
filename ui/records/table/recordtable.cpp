// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/recordtable.h"

#include "records/table/columns.h"
#include "records/table/matchdelegate.h"
#include "records/table/tablecopy.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <set>

namespace gauge::ui {

namespace {

constexpr int fittedRows = 40; // as many as a tall window shows
constexpr int tallLines = 3;
constexpr int numberPadding = 24; // a live record's number has a mark behind it

} // namespace

RecordTable::RecordTable(QWidget *parent)
    : FreezableTable(parent)
    , m_copy(new TableCopy(this))
    , m_delegate(new HitDelegate(this))
{
    setItemDelegate(m_delegate);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table; the arrows move inside
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setCornerButtonEnabled(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(m_copy, &TableCopy::refused, this, &RecordTable::refused);
    connect(m_copy, &TableCopy::copied, this, &RecordTable::copied);
    watchHeader();
    makeActions();
    fitRows();
    retranslate();
}

RecordTable::~RecordTable()
{
    Q_EMIT closing();
}

void RecordTable::watchHeader()
{
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (m_records && !m_applyingWidths && section < m_records->columnCount())
            m_widths[m_records->shownColumns()[std::size_t(section)].name] = size;
    });
    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, &RecordTable::takeMove);
    connect(this, &FreezableTable::headerClicked, this, &RecordTable::takeClick);
    connect(this, &FreezableTable::headerMenuWanted, this, &RecordTable::showHeaderMenu);
}

void RecordTable::makeActions()
{
    const auto make = [this](const char *name, const QKeySequence &keys) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        return action;
    };
    m_copyAction = make("copyAction", QKeySequence::Copy);
    connect(m_copyAction, &QAction::triggered, this, &RecordTable::copySelection);
    m_copyValuesAction = make("copyValuesAction", Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    connect(m_copyValuesAction, &QAction::triggered, this,
            [this] { m_copy->copy(TableCopy::Headings::Without); });
    m_tallAction = make("tallRowsAction", Qt::CTRL | Qt::SHIFT | Qt::Key_T);
    m_tallAction->setCheckable(true);
    connect(m_tallAction, &QAction::toggled, this, &RecordTable::setTallRows);
    m_chooseAction = make("chooseColumnsAction", {});
    connect(m_chooseAction, &QAction::triggered, this, &RecordTable::columnChoiceWanted);
    m_columnMenu = new QMenu(this);
    m_columnMenu->setObjectName(QStringLiteral("columnMenu"));
    connect(m_columnMenu, &QMenu::aboutToShow, this, [this] {
        m_columnMenu->clear();
        fillColumnMenu(m_columnMenu, this, currentIndex().column());
    });
    addActions({m_copyAction, m_copyValuesAction, m_columnMenu->menuAction(), m_tallAction, m_chooseAction});
}

void RecordTable::setHits(SearchMatches hits)
{
    m_delegate->setHits(std::move(hits));
    updateCells();
}

void RecordTable::changeEvent(QEvent *event)
{
    FreezableTable::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LanguageChange)
        fitRows();
}

void RecordTable::retranslate()
{
    m_copyAction->setText(tr("&Copy"));
    m_copyValuesAction->setText(tr("Copy without &headings"));
    m_columnMenu->setTitle(tr("Co&lumn"));
    m_tallAction->setText(tr("&Taller rows"));
    m_chooseAction->setText(tr("Choose col&umns…"));
    setAccessibleName(tr("Records"));
    if (m_records)
        m_records->retranslate();
}

//! Rows of one height, and numbers that are never cut.
void RecordTable::fitRows()
{
    const int lines = hasTallRows() ? tallLines : 1;
    verticalHeader()->setDefaultSectionSize((fontMetrics().lineSpacing() * lines + 8 + 1) / 2 * 2);
    const int last = m_records ? std::max(m_records->rowCount(), 1) : 1;
    verticalHeader()->setFixedWidth(
        verticalHeader()->fontMetrics().horizontalAdvance(QLocale().toString(last)) + numberPadding);
    updateGeometries();
}

void RecordTable::setTallRows(bool tall)
{
    m_tallAction->setChecked(tall);
    if (hasTallRows() == tall)
        return;
    setWordWrap(tall);
    fitRows();
    scrollTo(currentIndex());
}

void RecordTable::setRecords(RecordModel *model)
{
    m_records = model;
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RecordTable::beforeReset);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordTable::afterReset);
    connect(model, &QAbstractItemModel::rowsInserted, this, &RecordTable::fitRows);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &RecordTable::showSorting);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                fitNewColumns(from.row(), to.row());
                if (currentIndex().row() >= from.row() && currentIndex().row() <= to.row())
                    updateCells();
            });
    afterReset();
}

// The person's place in the table is a record and a column, not a row number.
void RecordTable::beforeReset()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    m_currentKey = m_records->keyOf(current.row());
    const auto column = std::size_t(current.column());
    m_currentColumn
        = column < m_records->shownColumns().size() ? m_records->shownColumns()[column].name : QString();
}

void RecordTable::afterReset()
{
    showSorting();
    applyOrder();
    applyWidths();
    applyFrozen();
    fitRows();
    Q_EMIT selectedRowsChanged(); // a reset forgets the selection without a word
    if (m_records->rowCount() == 0 || m_records->columnCount() == 0) {
        Q_EMIT currentKeyChanged(-1);
        return;
    }
    const int row = m_currentKey == -1 ? -1 : m_records->rowOf(m_currentKey);
    const int column = m_records->columnOf(m_currentColumn);
    const QModelIndex current = m_records->index(std::max(row, 0), std::max(column, 0));
    // A view that was at its top stays there; a record that is still shown stays in sight.
    selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
    fitNewColumns(0, m_records->rowCount() - 1);
}

// A header keeps its order of places over a reset, whatever columns they now hold.
void RecordTable::applyOrder()
{
    const QStringList shown = m_records->shownNames();
    const bool moved = std::is_permutation(shown.begin(), shown.end(), m_order.begin(), m_order.end());
    if (!moved)
        m_order.clear();
    const QStringList &order = moved ? m_order : shown;
    m_applyingOrder = true;
    for (int visual = 0; visual < int(order.size()); ++visual) {
        const int from = horizontalHeader()->visualIndex(m_records->columnOf(order[visual]));
        if (from != visual)
            horizontalHeader()->moveSection(from, visual);
    }
    m_applyingOrder = false;
}

void RecordTable::takeMove()
{
    if (m_applyingOrder)
        return;
    m_order = visibleNames();
    m_frozenNames = m_order.mid(0, frozenColumns());
}

void RecordTable::setFrozenNames(const QStringList &names)
{
    m_frozenNames = names;
    applyFrozen();
}

void RecordTable::applyFrozen()
{
    const QStringList visible = visibleNames();
    const auto end = std::find_if_not(visible.begin(), visible.end(),
                                      [this](const QString &name) { return m_frozenNames.contains(name); });
    setFrozenColumns(int(end - visible.begin()));
}

void RecordTable::freezeUpTo(int column)
{
    const int count = horizontalHeader()->visualIndex(column) + 1;
    if (hasRoomToFreeze(count))
        setFrozenNames(visibleNames().mid(0, count));
    else
        Q_EMIT refused(
            tr("These columns would fill the table, and the others could not be seen. Make some of "
               "them narrower, or freeze fewer."));
}

// What QHeaderView itself tells of the order; the arrows are RecordHeader's.
void RecordTable::showSorting()
{
    const sorting::Sorts sorts = m_records->sorting();
    const int column = sorts.empty() ? -1 : m_records->columnOf(sorts.front().column);
    const bool descending = !sorts.empty() && sorts.front().descending;
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(column, descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    horizontalHeader()->viewport()->update();
}

void RecordTable::applyWidths()
{
    m_applyingWidths = true;
    for (int column = 0; column < m_records->columnCount(); ++column) {
        const lake::LakeColumn &shown = m_records->shownColumns()[std::size_t(column)];
        setColumnWidth(column,
                       m_widths.value(shown.name, fittingWidth(*m_records, column, 0, -1, fontMetrics())));
    }
    m_applyingWidths = false;
}

// Measures the first rows that arrive, once a column; never a row that would have to be fetched.
void RecordTable::fitNewColumns(int firstRow, int lastRow)
{
    lastRow = std::min(lastRow, firstRow + fittedRows);
    if (m_records->columnCount() == 0 || firstRow > lastRow
        || m_records->index(firstRow, 0).data(RecordModel::LoadingRole).toBool())
        return;
    m_applyingWidths = true;
    for (int column = 0; column < m_records->columnCount(); ++column) {
        const QString &name = m_records->shownColumns()[std::size_t(column)].name;
        if (m_widths.contains(name) || m_records->isMasked(column))
            continue;
        m_widths[name] = fittingWidth(*m_records, column, firstRow, lastRow, fontMetrics());
        setColumnWidth(column, m_widths[name]);
    }
    m_applyingWidths = false;
}

QHash<QString, int> RecordTable::widths() const
{
    return m_widths;
}

void RecordTable::setWidths(const QHash<QString, int> &widths)
{
    m_widths = widths;
    if (m_records)
        applyWidths();
}

QStringList RecordTable::visibleNames() const
{
    QStringList names;
    if (!m_records)
        return names;
    for (int visual = 0; visual < m_records->columnCount(); ++visual)
        names.append(m_records->shownColumns()[std::size_t(horizontalHeader()->logicalIndex(visual))].name);
    return names;
}

void RecordTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    FreezableTable::currentChanged(current, previous);
    if (!current.isValid())
        return; // a reset: afterReset() finds the place again
    const qint64 key = m_records->keyOf(current.row());
    if (current.row() != previous.row() || key != m_currentKey || !previous.isValid()) {
        m_currentKey = key;
        Q_EMIT currentKeyChanged(key);
    }
}

void RecordTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) { // the shortcut is not met where the view alone has the key
        copySelection();
        return;
    }
    FreezableTable::keyPressEvent(event);
}

void RecordTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    FreezableTable::selectionChanged(selected, deselected);
    Q_EMIT selectedRowsChanged();
}

// From the selection's ranges: a table that is selected whole has millions of cells.
std::vector<int> RecordTable::selectedRows() const
{
    return selectionModel() ? rowsOf(rowRanges(selectionModel()->selection())) : std::vector<int>();
}

int RecordTable::selectedRowCount() const
{
    return selectionModel() ? countRows(rowRanges(selectionModel()->selection())) : 0;
}

std::vector<int> RecordTable::selectedColumns() const
{
    std::set<int> visual;
    const QItemSelection ranges = selectionModel()->selection();
    for (const QItemSelectionRange &range : ranges) {
        for (int column = range.left(); column <= range.right(); ++column)
            visual.insert(horizontalHeader()->visualIndex(column));
    }
    std::vector<int> columns;
    for (const int place : visual)
        columns.push_back(horizontalHeader()->logicalIndex(place));
    return columns;
}

void RecordTable::step(int by)
{
    const QModelIndex next = currentIndex().sibling(currentIndex().row() + by, currentIndex().column());
    if (next.isValid())
        setCurrentIndex(next);
}

void RecordTable::copySelection()
{
    m_copy->copy(TableCopy::Headings::With);
}

void RecordTable::startDrag(Qt::DropActions)
{
    m_copy->drag();
}

void RecordTable::showHeaderMenu(int column, QPoint position)
{
    if (!m_records)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("headerMenu"));
    fillColumnMenu(menu, this, column);
    menu->popup(position);
}

void RecordTable::takeClick(int column, bool further)
{
    if (!m_records || column >= m_records->columnCount())
        return;
    const sorting::Sorts now = m_records->sorting();
    const QString &name = m_records->shownColumns()[std::size_t(column)].name;
    if (m_records->isSortable())
        m_records->sortBy(further ? sorting::clickedFurther(now, name) : sorting::clicked(now, name));
    else
        selectColumn(column);
    showSorting(); // QHeaderView turned its arrow by itself
}

} // namespace gauge::ui
