// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/condition.h"
#include "query/filter.h"

#include <QHash>
#include <QLineEdit>
#include <QTimer>
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

//! The filter of one column as text (fieldtext.h). What is wrong with it is told at the field: by an icon, in
//! its tool tip and to a screen reader.
class FilterField final : public QLineEdit
{
    Q_OBJECT
public:
    FilterField(lake::LakeColumn column, const QString &title, QWidget *parent);

    [[nodiscard]] const lake::LakeColumn &column() const { return m_column; }
    void setTitle(const QString &title);
    //! What the text says; nothing: no condition.
    [[nodiscard]] Result<std::optional<query::Condition>> meaning() const;
    //! Shows \a condition, or none, without a signal. A text that was typed stays as long as the condition is
    //! the one that the field last said.
    void showCondition(const std::optional<query::Condition> &condition);
    //! The same in a new language.
    void retranslate();
    //! Forgets what is typed, right or wrong, without a signal.
    void forget();

Q_SIGNALS:
    //! The person paused, or pressed Enter, and the text says something.
    void typed();
    //! The arrow down was pressed: back to the table.
    void leaveWanted();
    void focused();

protected:
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void announce();
    void setWritten(const std::optional<query::Condition> &condition);
    void tell(const QString &problem);
    void describe();

    lake::LakeColumn m_column;
    QString m_title;
    QString m_problem;
    QAction *m_problemIcon;
    QTimer m_pause;
    std::optional<query::Condition> m_said;
    bool m_isAnnounced = true; //!< what is typed
};

} // namespace gauge::ui
