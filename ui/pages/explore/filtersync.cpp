// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/filtersync.h"

#include "records/filter/conditionbar.h"
#include "records/table/filterrow.h"
#include "records/table/recordtable.h"

namespace gauge::ui {

FilterSync::FilterSync(ConditionBar *bar, RecordTable *table, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_table(table)
    , m_row(new FilterRow(table))
{
    m_row->setObjectName(QStringLiteral("filterRow"));
    connect(m_bar, &ConditionBar::conditionsChanged, this, [this] {
        m_row->setConditions(m_bar->conditions());
        Q_EMIT changed();
    });
    connect(m_row, &FilterRow::conditionsChanged, this, [this] {
        m_bar->setConditions(m_row->conditions());
        Q_EMIT changed();
    });
    connect(m_bar, &ConditionBar::cleared, this, &FilterSync::cleared);
    connect(m_bar, &ConditionBar::filterRowWanted, this, &FilterSync::showRow);
}

void FilterSync::setConditions(const std::vector<query::Filter> &conditions)
{
    m_bar->setConditions(conditions);
    m_row->clear();
    m_row->setConditions(conditions);
}

const std::vector<query::Filter> &FilterSync::conditions() const
{
    return m_bar->conditions();
}

bool FilterSync::hasRow() const
{
    return m_bar->wantsFilterRow();
}

void FilterSync::setRow(bool shown)
{
    m_bar->setFilterRow(shown);
}

// Who asks for the fields is about to type into one.
void FilterSync::showRow(bool shown)
{
    m_row->setShown(shown);
    Q_EMIT rowShown();
    if (shown && m_table->isVisible())
        m_row->focusField();
}

} // namespace gauge::ui
