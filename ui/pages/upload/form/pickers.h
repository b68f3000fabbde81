// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/upload/form/fieldeditor.h"

class QLineEdit;

namespace gauge::ui {

class FlowLayout;

//! Several codes as chips: Enter or a comma makes one of what was typed, Backspace in the empty field takes
//! the last one away. The value is the codes with commas between them, what is still typed included.
class CodesEditor final : public FieldEditor
{
    Q_OBJECT
public:
    explicit CodesEditor(QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    [[nodiscard]] QWidget *control() const override;
    [[nodiscard]] std::vector<QWidget *> tabStops() const override;
    void retranslate() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void takeTyped();
    void showChips();
    [[nodiscard]] QWidget *makeChip(const QString &code);
    void remove(const QString &code);

    QLineEdit *m_edit;
    FlowLayout *m_flow;
    QStringList m_codes;
    std::vector<QWidget *> m_chips;
};

} // namespace gauge::ui

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

class QButtonGroup;

namespace gauge::ui {

//! A score from 0 to 10 as eleven buttons, and one for none. A value that is no score, from a draft that
//! somebody wrote, is none.
class ScoreEditor final : public FieldEditor
{
    Q_OBJECT
public:
    explicit ScoreEditor(QWidget *parent);

    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;
    [[nodiscard]] QWidget *control() const override;
    [[nodiscard]] std::vector<QWidget *> tabStops() const override;
    void retranslate() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int highest = 10;
    static constexpr int none = highest + 1;

    void showChoice();

    QButtonGroup *m_buttons;
};

} // namespace gauge::ui
