// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/filter/valuepicker.h"

#include "lake/sql/types.h"

#include <QWidget>

class QCalendarWidget;
class QMenu;

namespace gauge::ui {

namespace Ui {
class ConditionEditor;
}

//! Column, operator and values of one condition: values to tick where there are such, periods and days for
//! dates.
class ConditionEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionEditor(QWidget *parent = nullptr);
    ~ConditionEditor() override;

    void setColumns(std::vector<lake::LakeColumn> columns);
    void setValues(ValueSource source);

    //! Without a signal. Nothing: a new condition on the column of the last one. \a others must hold too:
    //! values are counted among the records that pass them.
    void setCondition(const std::optional<query::Condition> &condition, std::vector<query::Filter> others);
    [[nodiscard]] query::Condition condition() const;

    //! Tells why the condition cannot be applied, if so, and goes to the value.
    [[nodiscard]] bool check();
    //! Stops counting values.
    void rest();
    void focusColumn();
    void focusValue();

Q_SIGNALS:
    void changed();
    //! Enter was pressed in the value.
    void confirmed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillColumns();
    void chooseColumn(const QString &name);
    void makeDateMenus();
    void fillPeriods();
    void showColumn();
    void showOperator();
    void showOperatorOf(const query::Condition &condition);
    void showHint();
    void showPicker();
    void chooseOperator(query::Operator op);
    void choosePeriod(const QString &period);
    void chooseDay(QDate day);
    void takeTicked();
    void takeTyped();
    void tell(const QString &problem);
    [[nodiscard]] query::Operator op() const;
    [[nodiscard]] catalog::ColumnType columnType() const;
    [[nodiscard]] bool canPick() const;

    std::unique_ptr<Ui::ConditionEditor> m_ui;
    std::vector<lake::LakeColumn> m_columns;
    QString m_missing; //!< the column of the condition, while the lake has none of this name
    std::vector<query::Filter> m_others;
    QMenu *m_periods;
    QMenu *m_days;
    QCalendarWidget *m_calendar;
};

} // namespace gauge::ui
