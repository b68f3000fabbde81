// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/lake.h"
#include "query/query.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace gauge::ui {

class ConditionPopup;
class FlowLayout;

//! The filter as chips in words: a click changes one, its ✕ (or Delete) removes it, Clear removes
//! all. All of them must hold.
class ConditionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit ConditionBar(QWidget *parent = nullptr);
    ~ConditionBar() override;

    void setColumns(std::vector<lake::LakeColumn> columns);
    //! Without a signal.
    void setConditions(std::vector<query::Filter> conditions);
    [[nodiscard]] const std::vector<query::Filter> &conditions() const { return m_conditions; }

    //! Whether Clear makes sense: there are conditions, or the page has a search of its own.
    void setClearable(bool clearable);

Q_SIGNALS:
    void conditionsChanged();
    void cleared();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips();
    QWidget *makeChip(int place);
    void edit(int place, QWidget *anchor);
    void take(const query::Condition &condition);
    void remove(int place);
    void retranslate();

    std::vector<lake::LakeColumn> m_columns;
    std::vector<query::Filter> m_conditions;
    std::vector<QWidget *> m_chips;
    FlowLayout *m_flow;
    QToolButton *m_add;
    QPushButton *m_clear;
    ConditionPopup *m_popup;
    int m_edited = -1; //!< the chip in the popup; -1: a new one
    bool m_clearable = false;
};

} // namespace gauge::ui
