// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/condition.h"

#include <QLineEdit>
#include <QTimer>

namespace gauge::ui {

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
