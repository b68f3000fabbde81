// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/recordtable.h"

#include "records/display.h"
#include "records/tablecopy.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <set>

namespace gauge::ui {

namespace {

constexpr int fittedRows = 40; // as many as a tall window shows
constexpr int narrowest = 48;
constexpr int widest = 280;
constexpr int cellPadding = 16;

} // namespace

RecordTable::RecordTable(QWidget *parent)
    : QTableView(parent)
    , m_copy(new TableCopy(this))
{
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

    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(narrowest);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(horizontalHeader(), &QHeaderView::customContextMenuRequested, this, &RecordTable::showHeaderMenu);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section, int, int size) {
        if (m_records && !m_applyingWidths && section < m_records->columnCount())
            m_widths[m_records->shownColumns()[std::size_t(section)].name] = size;
    });

    connect(horizontalHeader(), &QHeaderView::sectionMoved, this, [this] {
        if (!m_applyingOrder)
            m_order = visibleNames();
    });

    auto *copy = new QAction(this);
    copy->setObjectName(QStringLiteral("copyAction"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &RecordTable::copySelection);
    auto *copyValues = new QAction(this);
    copyValues->setObjectName(QStringLiteral("copyValuesAction"));
    copyValues->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    copyValues->setShortcutContext(Qt::WidgetShortcut);
    connect(copyValues, &QAction::triggered, this, [this] { m_copy->copy(TableCopy::Headings::Without); });
    connect(m_copy, &TableCopy::refused, this, &RecordTable::refused);
    connect(m_copy, &TableCopy::copied, this, &RecordTable::copied);
    auto *choose = new QAction(this);
    choose->setObjectName(QStringLiteral("chooseColumnsAction"));
    connect(choose, &QAction::triggered, this, &RecordTable::columnChoiceWanted);
    addActions({copy, copyValues, choose});
    fitRowHeight();
    retranslate();
}

void RecordTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitRowHeight();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RecordTable::retranslate()
{
    actions().at(0)->setText(tr("&Copy"));
    actions().at(1)->setText(tr("Copy without &headings"));
    actions().at(2)->setText(tr("C&hoose columns…"));
    setAccessibleName(tr("Records"));
    if (m_records)
        m_records->retranslate();
}

void RecordTable::fitRowHeight()
{
    verticalHeader()->setDefaultSectionSize((fontMetrics().height() + 8 + 1) / 2 * 2);
}

void RecordTable::setRecords(RecordModel *model)
{
    m_records = model;
    setSortingEnabled(false);
    setModel(model);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &RecordTable::beforeReset);
    connect(model, &QAbstractItemModel::modelReset, this, &RecordTable::afterReset);
    connect(model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                fitNewColumns(from.row(), to.row());
                if (currentIndex().row() >= from.row() && currentIndex().row() <= to.row())
                    viewport()->update();
            });
    // setSortingEnabled() would sort by the indicator at once; the model's own order is the truth.
    showSorting();
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, model, &QAbstractItemModel::sort,
            Qt::UniqueConnection);
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

void RecordTable::showSorting()
{
    const std::optional<query::Sort> sort = m_records->sorting();
    const int column = sort ? m_records->columnOf(sort->column) : -1;
    const QSignalBlocker quiet(horizontalHeader());
    horizontalHeader()->setSortIndicator(column,
                                         sort && sort->descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void RecordTable::applyWidths()
{
    m_applyingWidths = true;
    for (int column = 0; column < m_records->columnCount(); ++column) {
        const lake::LakeColumn &shown = m_records->shownColumns()[std::size_t(column)];
        setColumnWidth(column, m_widths.value(shown.name, fittingWidth(column, 0, -1)));
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
        if (m_widths.contains(name))
            continue;
        m_widths[name] = fittingWidth(column, firstRow, lastRow);
        setColumnWidth(column, m_widths[name]);
    }
    m_applyingWidths = false;
}

int RecordTable::fittingWidth(int column, int firstRow, int lastRow) const
{
    const QFontMetrics metrics = fontMetrics();
    const QString title = m_records->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    // Room for the sort arrow.
    int width = metrics.horizontalAdvance(title) + 2 * cellPadding;
    for (int row = firstRow; row <= lastRow && width < widest; ++row) {
        const QString text = m_records->index(row, column).data().toString();
        width = std::max(width, metrics.horizontalAdvance(text.left(80)) + cellPadding);
    }
    return std::clamp(width, narrowest, widest);
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
    QTableView::currentChanged(current, previous);
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
    QTableView::keyPressEvent(event);
}

// From the selection's ranges: a table that is selected whole has millions of cells.
std::vector<int> RecordTable::selectedRows() const
{
    std::set<int> rows;
    if (selectionModel()) {
        const QItemSelection ranges = selectionModel()->selection();
        for (const QItemSelectionRange &range : ranges) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows.insert(rows.end(), row);
        }
    }
    return {rows.begin(), rows.end()};
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

void RecordTable::showHeaderMenu(QPoint position)
{
    const int column = horizontalHeader()->logicalIndexAt(position);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("headerMenu"));
    if (column >= 0) {
        const lake::LakeColumn &shown = m_records->shownColumns()[std::size_t(column)];
        menu->addAction(tr("Sort &ascending"), this,
                        [this, column] { m_records->sort(column, Qt::AscendingOrder); });
        menu->addAction(tr("Sort &descending"), this,
                        [this, column] { m_records->sort(column, Qt::DescendingOrder); });
        menu->addAction(tr("As &received"), this, [this] { m_records->sort(-1, Qt::AscendingOrder); })
            ->setEnabled(m_records->sorting().has_value());
        menu->addSeparator();
        QAction *hide = menu->addAction(tr("&Hide “%1”").arg(display::oneLine(display::title(shown), 40)));
        hide->setEnabled(m_records->columnCount() > 1);
        connect(hide, &QAction::triggered, this, [this, name = shown.name] {
            QStringList names = visibleNames();
            names.removeAll(name);
            Q_EMIT columnsWanted(names);
        });
    }
    menu->addAction(tr("C&hoose columns…"), this, &RecordTable::columnChoiceWanted);
    menu->popup(horizontalHeader()->mapToGlobal(position));
}

} // namespace gauge::ui
