// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/query.h"
#include "records/filter/valuepicker.h"

#include <QFrame>
#include <QPointer>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace gauge::ui {

class ConditionPopup;
class FlowLayout;

//! The filter as chips in words: a click changes one, its ✕ (or Delete) removes it, Clear removes
//! all. All of them must hold. A group is changed in a dialog of its own, as is the filter as a whole.
class ConditionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionBar(QWidget *parent = nullptr);
    ~ConditionBar() override;

    void setColumns(std::vector<lake::LakeColumn> columns);
    //! Where values to choose from are counted.
    void setValues(ValueSource source);
    //! Without a signal.
    void setConditions(std::vector<query::Filter> conditions);
    [[nodiscard]] const std::vector<query::Filter> &conditions() const { return m_conditions; }

    //! Whether Clear makes sense: there are conditions, or the page has a search of its own.
    void setClearable(bool clearable);

    //! Of pages without a table.
    void withoutFilterRow();
    [[nodiscard]] bool wantsFilterRow() const;
    //! Whether the filter row is shown; with a signal.
    void setFilterRow(bool shown);

Q_SIGNALS:
    void conditionsChanged();
    void filterRowWanted(bool shown);
    void cleared();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips();
    QWidget *makeChip(int place);
    void edit(int place, QWidget *anchor);
    //! Opens the dialog of the whole filter; -1: at no chip in particular.
    void editAll(int place);
    void take(const query::Condition &condition);
    void remove(int place);
    void retranslate();

    std::vector<lake::LakeColumn> m_columns;
    std::vector<query::Filter> m_conditions;
    std::vector<QWidget *> m_chips;
    FlowLayout *m_flow;
    ValueSource m_values;
    QToolButton *m_add;
    QToolButton *m_editAll;
    QToolButton *m_row;
    QPushButton *m_clear;
    ConditionPopup *m_popup;
    int m_edited = -1; //!< the chip in the popup; -1: a new one
    bool m_clearable = false;
};

} // namespace gauge::ui

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
