// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/lake.h"
#include "query/query.h"

#include <QFrame>

namespace gauge::ui {

namespace Ui {
class ConditionPopup;
}

//! Column, operator and value of one condition, in a popup under the filter chips.
class ConditionPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit ConditionPopup(QWidget *parent = nullptr);
    ~ConditionPopup() override;

    void setColumns(std::vector<lake::LakeColumn> columns);
    //! Opens under \a anchor with \a condition to change, or empty for a new one.
    void open(QWidget *anchor, const std::optional<query::Condition> &condition);

Q_SIGNALS:
    void accepted(const gauge::query::Condition &condition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showColumn();
    void showOperator();
    void accept();
    //! Why it cannot be applied; empty: it can.
    void tell(const QString &problem);
    [[nodiscard]] catalog::ColumnType columnType() const;
    [[nodiscard]] query::Condition condition() const;

    std::unique_ptr<Ui::ConditionPopup> m_ui;
    std::vector<lake::LakeColumn> m_columns;
};

} // namespace gauge::ui
