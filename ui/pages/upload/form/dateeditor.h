// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/fieldeditor.h"

class QCalendarWidget;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace gauge::ui {

//! A date, or a date and time, typed as it is sent, chosen from a calendar, or now.
class DateEditor final : public FieldEditor
{
    Q_OBJECT
public:
    DateEditor(const FormField &field, QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    [[nodiscard]] QWidget *control() const override;
    [[nodiscard]] std::vector<QWidget *> tabStops() const override;
    void retranslate() override;

private:
    void makeCalendar();
    void prepareCalendar();
    void chooseDay(QDate day);
    void chooseNow();
    void choose(const QString &value);

    const QString m_default;
    const bool m_hasTime;
    QLineEdit *m_edit;
    QToolButton *m_calendarButton;
    QPushButton *m_now;
    QCalendarWidget *m_calendar;
};

} // namespace gauge::ui
