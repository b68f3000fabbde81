// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/pickers.h"

#include "kit/flowlayout.h"
#include "kit/plaintext.h"
#include "kit/theme.h"

#include <QButtonGroup>
#include <QCalendarWidget>
#include <QDateTime>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QWidgetAction>

namespace gauge::ui {

namespace {

constexpr QChar comma = u',';

} // namespace

CodesEditor::CodesEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_edit(new QLineEdit(this))
    , m_flow(new FlowLayout(4, this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_edit->setMinimumWidth(160);
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(comma))
            takeTyped();
        Q_EMIT edited();
    });
    watch(m_edit);
    retranslate();
}

QString CodesEditor::value() const
{
    QStringList codes = m_codes;
    if (const QString typed = m_edit->text().trimmed(); !typed.isEmpty())
        codes.append(typed);
    return codes.join(comma);
}

void CodesEditor::setValue(const QString &value)
{
    m_codes.clear();
    m_edit->setText(value);
    takeTyped();
}

QWidget *CodesEditor::control() const
{
    return m_edit;
}

std::vector<QWidget *> CodesEditor::tabStops() const
{
    std::vector<QWidget *> stops = m_chips;
    stops.push_back(m_edit);
    return stops;
}

void CodesEditor::takeTyped()
{
    const QStringList typed = m_edit->text().split(comma);
    for (const QString &each : typed) {
        const QString code = each.trimmed();
        if (!code.isEmpty() && !m_codes.contains(code))
            m_codes.append(code);
    }
    m_edit->clear();
    showChips();
}

void CodesEditor::showChips()
{
    for (QWidget *chip : m_chips) {
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater(); // it may be the sender
    }
    m_chips.clear();
    for (const QString &code : m_codes) {
        QWidget *chip = makeChip(code);
        m_flow->insertWidget(int(m_chips.size()), chip);
        m_chips.push_back(chip);
        chip->show();
    }
    for (QWidget *chip : m_chips)
        setTabOrder(chip, m_edit);
    updateGeometry();
}

QWidget *CodesEditor::makeChip(const QString &code)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(QStringLiteral("codeChip"));
    chip->setText(QString(code).replace(QLatin1Char('&'), QLatin1String("&&")));
    chip->setIcon(icon(QStringLiteral("close")));
    chip->setIconSize({12, 12});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setToolTip(plainToolTip(tr("Remove %1").arg(code)));
    chip->setAccessibleName(tr("Remove %1").arg(code));
    connect(chip, &QToolButton::clicked, this, [this, code] { remove(code); });
    return chip;
}

void CodesEditor::remove(const QString &code)
{
    m_codes.removeAll(code);
    showChips();
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void CodesEditor::retranslate()
{
    m_edit->setPlaceholderText(tr("Code, then Enter"));
    showChips();
}

bool CodesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            takeTyped();
            return true;
        }
        if (key == Qt::Key_Backspace && m_edit->text().isEmpty() && !m_codes.isEmpty()) {
            remove(m_codes.constLast());
            return true;
        }
    } else if (event->type() == QEvent::FocusOut) {
        takeTyped();
    }
    return FieldEditor::eventFilter(watched, event);
}

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

namespace {

constexpr int narrowest = 24;

} // namespace

ScoreEditor::ScoreEditor(QWidget *parent)
    : FieldEditor(parent)
    , m_buttons(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (int score = 0; score <= none; ++score) {
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("score%1").arg(score));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setText(score == none ? QString() : QString::number(score));
        button->setMinimumWidth(narrowest);
        m_buttons->addButton(button, score);
        layout->addWidget(button);
        watch(button);
    }
    layout->addStretch();
    m_buttons->button(none)->setMinimumWidth(0);
    m_buttons->button(none)->setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_buttons->button(none)->setChecked(true);
    setFocusProxy(m_buttons->button(none));
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            showChoice();
    });
    connect(m_buttons, &QButtonGroup::idClicked, this, &FieldEditor::edited);
    retranslate();
    showChoice();
}

QString ScoreEditor::value() const
{
    const int score = m_buttons->checkedId();
    return score == none ? QString() : QString::number(score);
}

void ScoreEditor::setValue(const QString &value)
{
    bool isNumber = false;
    const int score = value.toInt(&isNumber);
    m_buttons->button(isNumber && score >= 0 && score <= highest ? score : none)->setChecked(true);
}

QWidget *ScoreEditor::control() const
{
    return m_buttons->checkedButton();
}

std::vector<QWidget *> ScoreEditor::tabStops() const
{
    std::vector<QWidget *> stops;
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    stops.assign(buttons.begin(), buttons.end());
    return stops;
}

void ScoreEditor::retranslate()
{
    m_buttons->button(none)->setText(tr("None"));
    for (int score = 0; score <= highest; ++score)
        m_buttons->button(score)->setAccessibleName(tr("Score %1").arg(score));
    m_buttons->button(none)->setAccessibleName(tr("No score"));
}

// Some styles hardly show which button is down, least on dark.
void ScoreEditor::showChoice()
{
    const QList<QAbstractButton *> buttons = m_buttons->buttons();
    for (QAbstractButton *button : buttons) {
        QPalette colors = QGuiApplication::palette();
        if (button->isChecked()) {
            colors.setColor(QPalette::Button, colors.color(QPalette::Highlight));
            colors.setColor(QPalette::ButtonText, colors.color(QPalette::HighlightedText));
        }
        if (button->palette() != colors)
            button->setPalette(colors);
    }
    setFocusProxy(m_buttons->checkedButton());
}

void ScoreEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showChoice();
    FieldEditor::changeEvent(event);
}

} // namespace gauge::ui
