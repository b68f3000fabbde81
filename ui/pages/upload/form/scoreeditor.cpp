// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/form/scoreeditor.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace gauge::ui {

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
