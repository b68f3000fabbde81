// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "records/filter/valuesource.h"

#include "lake/sql/types.h"

#include <QFrame>
#include <QPointer>

namespace gauge::ui {

namespace Ui {
class ConditionPopup;
}

//! One condition, in a popup under the filter chips.
class ConditionPopup final : public QFrame
{
    Q_OBJECT
public:
    explicit ConditionPopup(QWidget *parent = nullptr);
    ~ConditionPopup() override;

    void setColumns(std::vector<lake::LakeColumn> columns);
    void setValues(ValueSource source);
    //! Opens under \a anchor with \a condition to change, or empty for a new one; \a others hold too.
    void open(QWidget *anchor, const std::optional<query::Condition> &condition,
              std::vector<query::Filter> others);

Q_SIGNALS:
    void accepted(const gauge::query::Condition &condition);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void accept();
    void place();

    std::unique_ptr<Ui::ConditionPopup> m_ui;
    QPointer<QWidget> m_anchor; //!< chips come and go
};

} // namespace gauge::ui
