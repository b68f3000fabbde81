// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/filter.h"

#include <QHash>
#include <QWidget>

namespace gauge::ui {

class FilterField;
class RecordTable;

//! Fields to filter by directly under the headings of a table, one for each column it shows, as wide and in
//! the order of these. A field shows the first condition on its column that it can say (fieldtext.h) and
//! changes that one; conditions that it cannot say, and groups, are left as they are. What is typed is
//! applied after a pause, or at once by Enter.
class FilterRow final : public QWidget
{
    Q_OBJECT
public:
    explicit FilterRow(RecordTable *table);

    void setShown(bool shown);
    //! Without a signal. Fields whose text says the same already keep it.
    void setConditions(std::vector<query::Filter> conditions);
    [[nodiscard]] const std::vector<query::Filter> &conditions() const { return m_conditions; }
    //! Without conditions, and without what is typed and says none.
    void clear();
    //! Goes to the field of the table's current column.
    void focusField();

Q_SIGNALS:
    void conditionsChanged();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeFields();
    FilterField *makeField(const lake::LakeColumn &column);
    void placeFields();
    [[nodiscard]] bool isFrozen(int section) const;
    void orderFields();
    void showConditions();
    void apply(FilterField &field);
    void reveal(const FilterField &field);
    [[nodiscard]] std::optional<std::size_t> placeOf(const lake::LakeColumn &column) const;

    RecordTable *m_table;
    QHash<QString, FilterField *> m_fields; //!< by column name
    std::vector<query::Filter> m_conditions;
};

} // namespace gauge::ui
