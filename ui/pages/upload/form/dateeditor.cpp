// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/dateeditor.h"

#include "kit/theme.h"

#include <QCalendarWidget>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidgetAction>

namespace gauge::ui {

namespace {

constexpr auto dateLength = 10; // YYYY-MM-DD

} // namespace

DateEditor::DateEditor(const FormField &field, QWidget *parent)
    : FieldEditor(parent)
    , m_default(field.defaultValue)
    , m_hasTime(field.type == catalog::ValueType::DateTime)
    , m_edit(new QLineEdit(this))
    , m_calendarButton(new QToolButton(this))
    , m_now(new QPushButton(this))
    , m_calendar(new QCalendarWidget)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_calendarButton);
    layout->addWidget(m_now);
    setFocusProxy(m_edit);
    m_now->setObjectName(QStringLiteral("nowButton"));
    m_now->setAutoDefault(false);
    makeCalendar();
    connect(m_edit, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_now, &QPushButton::clicked, this, &DateEditor::chooseNow);
    watch(m_edit);
    retranslate();
}

void DateEditor::makeCalendar()
{
    auto *menu = new QMenu(this);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(m_calendar);
    menu->addAction(action);
    m_calendarButton->setObjectName(QStringLiteral("calendarButton"));
    m_calendarButton->setIcon(icon(QStringLiteral("calendar")));
    m_calendarButton->setFocusPolicy(Qt::StrongFocus);
    m_calendarButton->setPopupMode(QToolButton::InstantPopup);
    m_calendarButton->setMenu(menu);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    connect(menu, &QMenu::aboutToShow, this, &DateEditor::prepareCalendar);
    const auto take = [this, menu](QDate day) {
        menu->close();
        chooseDay(day);
    };
    connect(m_calendar, &QCalendarWidget::clicked, this, take);
    connect(m_calendar, &QCalendarWidget::activated, this, take);
}

void DateEditor::prepareCalendar()
{
    const QDate typed = QDate::fromString(m_edit->text().left(dateLength), Qt::ISODate);
    m_calendar->setSelectedDate(typed.isValid() ? typed : QDate::currentDate());
    m_calendar->setFocus(Qt::PopupFocusReason);
}

void DateEditor::chooseDay(QDate day)
{
    // A time that was typed stays.
    const QTime typed = QTime::fromString(m_edit->text().mid(dateLength + 1), Qt::ISODate);
    const QString time = (typed.isValid() ? typed : QTime(0, 0)).toString(Qt::ISODate);
    choose(m_hasTime ? day.toString(Qt::ISODate) + QLatin1Char(' ') + time : day.toString(Qt::ISODate));
}

void DateEditor::chooseNow()
{
    const QDateTime now = QDateTime::currentDateTime();
    choose(m_hasTime ? now.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                     : now.date().toString(Qt::ISODate));
}

void DateEditor::choose(const QString &value)
{
    m_edit->setText(value);
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

QString DateEditor::value() const
{
    return m_edit->text();
}

void DateEditor::setValue(const QString &value)
{
    m_edit->setText(value);
}

QWidget *DateEditor::control() const
{
    return m_edit;
}

std::vector<QWidget *> DateEditor::tabStops() const
{
    return {m_edit, m_calendarButton, m_now};
}

void DateEditor::retranslate()
{
    const QString shape = m_hasTime ? tr("YYYY-MM-DD HH:MM:SS") : tr("YYYY-MM-DD");
    m_edit->setPlaceholderText(placeholder(m_default, shape));
    m_calendarButton->setToolTip(tr("Choose a day"));
    m_calendarButton->setAccessibleName(tr("Choose a day"));
    m_now->setText(m_hasTime ? tr("Now") : tr("Today"));
    m_now->setToolTip(m_hasTime ? tr("The time of this computer") : tr("The day of this computer"));
}

} // namespace gauge::ui
