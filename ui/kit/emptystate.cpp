// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/emptystate.h"

#include "kit/labels.h"
#include "kit/theme.h"
#include "ui_emptystate.h"

#include <QEvent>

namespace gauge::ui {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EmptyState>())
{
    m_ui->setupUi(this);
    makePageTitle(m_ui->titleLabel);
    connect(m_ui->actionButton, &QPushButton::clicked, this, &EmptyState::actionTriggered);
}

EmptyState::~EmptyState() = default;

void EmptyState::setContent(const QString &iconName, const QString &title, const QString &words,
                            const QString &actionText)
{
    m_iconName = iconName;
    m_ui->titleLabel->setText(title);
    m_ui->wordsLabel->setText(words);
    m_ui->actionButton->setText(actionText);
    m_ui->actionButton->setVisible(!actionText.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(words);
    drawIcon();
}

void EmptyState::drawIcon()
{
    m_ui->iconLabel->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_ui->iconLabel->setPixmap(
            icon(m_iconName).pixmap(QSize(48, 48), devicePixelRatio(), QIcon::Disabled));
}

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        drawIcon();
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
