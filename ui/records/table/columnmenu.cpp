// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/columnmenu.h"

#include "records/cells/display.h"
#include "records/table/recordtable.h"
#include "records/table/sorting.h"

#include <QHeaderView>
#include <QMenu>

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

} // namespace gauge::ui
