// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/columns.h"

#include "records/cells/display.h"
#include "records/table/recordmodel.h"
#include "records/table/recordtable.h"

#include <QFontMetrics>
#include <QHeaderView>
#include <QMenu>

#include <algorithm>

namespace gauge::ui {

namespace {

class ColumnMenu
{
    Q_DECLARE_TR_FUNCTIONS(ColumnMenu)
public:
    ColumnMenu(QMenu *menu, RecordTable *table, int column)
        : m_menu(menu)
        , m_table(table)
        , m_column(column)
    {}

    void fill()
    {
        if (m_column >= 0) {
            if (m_table->records()->isSortable())
                addSorting();
            addFreezing();
            addHiding();
        }
        m_menu->addAction(tr("C&hoose columns…"), m_table, &RecordTable::columnChoiceWanted);
    }

private:
    [[nodiscard]] const lake::LakeColumn &shown() const
    {
        return m_table->records()->shownColumns()[std::size_t(m_column)];
    }

    void addSort(const QString &text, const sorting::Sorts &sorts, bool enabled = true)
    {
        RecordModel *records = m_table->records();
        m_menu->addAction(text, m_table, [records, sorts] { records->sortBy(sorts); })->setEnabled(enabled);
    }

    void addSorting()
    {
        const sorting::Sorts now = m_table->records()->sorting();
        const QString &name = shown().name;
        addSort(tr("Sort &ascending"), {{name, false}});
        addSort(tr("Sort &descending"), {{name, true}});
        // By this one alone there is nothing that it could come after.
        const bool further = !sorting::without(now, name).empty();
        addSort(tr("&Then by this, ascending"), sorting::with(now, {name, false}), further);
        addSort(tr("Then &by this, descending"), sorting::with(now, {name, true}), further);
        addSort(tr("&Not by this any more"), sorting::without(now, name),
                sorting::place(now, name).has_value());
        addSort(tr("As &received"), {}, !now.empty());
        m_menu->addSeparator();
    }

    void addFreezing()
    {
        m_menu->addAction(tr("&Freeze up to here"), m_table,
                          [table = m_table, column = m_column] { table->freezeUpTo(column); });
        m_menu->addAction(tr("&Unfreeze"), m_table, [table = m_table] { table->setFrozenNames({}); })
            ->setEnabled(m_table->frozenColumns() > 0);
        m_menu->addSeparator();
    }

    void addHiding()
    {
        m_menu->addAction(tr("&Select column"), m_table,
                          [table = m_table, column = m_column] { table->selectColumn(column); });
        QAction *hide
            = m_menu->addAction(tr("H&ide “%1”").arg(display::oneLine(display::title(shown()), 40)));
        hide->setEnabled(m_table->records()->columnCount() > 1);
        QObject::connect(hide, &QAction::triggered, m_table, [table = m_table, name = shown().name] {
            QStringList names = table->visibleNames();
            names.removeAll(name);
            Q_EMIT table->columnsWanted(names);
        });
    }

    QMenu *m_menu;
    RecordTable *m_table;
    int m_column;
};

} // namespace

void fillColumnMenu(QMenu *menu, RecordTable *table, int column)
{
    ColumnMenu(menu, table, column).fill();
}

namespace {

constexpr int narrowest = 48;
constexpr int widest = 280;
constexpr int masked = 120;
constexpr int cellPadding = 16;
constexpr int sortingMarks = 28; // the arrow, and which one of several it is

} // namespace

int fittingWidth(const RecordModel &records, int column, int firstRow, int lastRow,
                 const QFontMetrics &metrics)
{
    const QString title = records.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    int width = metrics.horizontalAdvance(title) + sortingMarks + cellPadding;
    if (records.isMasked(column))
        return std::clamp(width, masked, widest);
    for (int row = firstRow; row <= lastRow && width < widest; ++row) {
        const QString text = records.index(row, column).data().toString();
        width = std::max(width, metrics.horizontalAdvance(text.left(80)) + cellPadding);
    }
    return std::clamp(width, narrowest, widest);
}

} // namespace gauge::ui

namespace gauge::ui::sorting {

std::optional<std::size_t> place(const Sorts &sorts, const QString &column)
{
    const auto found = std::find_if(sorts.begin(), sorts.end(),
                                    [&](const query::Sort &sort) { return sort.column == column; });
    return found == sorts.end() ? std::nullopt : std::optional(std::size_t(found - sorts.begin()));
}

Sorts clicked(const Sorts &sorts, const QString &column)
{
    const bool isAlone = sorts.size() == 1 && sorts.front().column == column;
    return {{column, isAlone && !sorts.front().descending}};
}

Sorts clickedFurther(Sorts sorts, const QString &column)
{
    const std::optional<std::size_t> known = place(sorts, column);
    const bool descending = known && !sorts[*known].descending;
    return with(std::move(sorts), {column, descending});
}

Sorts with(Sorts sorts, const query::Sort &sort)
{
    if (const std::optional<std::size_t> known = place(sorts, sort.column))
        sorts[*known] = sort;
    else
        sorts.push_back(sort);
    return sorts;
}

Sorts without(Sorts sorts, const QString &column)
{
    std::erase_if(sorts, [&](const query::Sort &sort) { return sort.column == column; });
    return sorts;
}

} // namespace gauge::ui::sorting
