// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/filter.h"

#include <QObject>

namespace gauge::ui {

class ConditionBar;
class FilterRow;
class RecordTable;

//! Keeps the two faces of a filter in step: the chips above the table, and the fields under its headings.
class FilterSync final : public QObject
{
    Q_OBJECT
public:
    FilterSync(ConditionBar *bar, RecordTable *table, QObject *parent);

    //! Without a signal; what is typed into fields and says nothing is forgotten.
    void setConditions(const std::vector<query::Filter> &conditions);
    [[nodiscard]] const std::vector<query::Filter> &conditions() const;
    [[nodiscard]] bool hasRow() const;
    void setRow(bool shown);

Q_SIGNALS:
    void changed();
    void cleared();
    void rowShown();

private:
    void showRow(bool shown);

    ConditionBar *m_bar;
    RecordTable *m_table;
    FilterRow *m_row;
};

} // namespace gauge::ui
