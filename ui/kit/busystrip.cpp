// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/busystrip.h"

#include "ui_busystrip.h"

#include <QEvent>

namespace gauge::ui {

BusyStrip::BusyStrip(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::BusyStrip>())
{
    m_ui->setupUi(this);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &BusyStrip::cancelTriggered);
    stop();
}

BusyStrip::~BusyStrip() = default;

void BusyStrip::start(const QString &words, bool cancellable)
{
    m_ui->wordsLabel->setText(words);
    m_ui->cancelButton->setVisible(cancellable);
    m_ui->bar->setRange(0, 0);
    m_ui->bar->setAccessibleName(words);
    show();
}

void BusyStrip::stop()
{
    // A hidden bar without an end would still run its animation in some styles.
    m_ui->bar->setRange(0, 1);
    hide();
}

void BusyStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString words = m_ui->wordsLabel->text();
        m_ui->retranslateUi(this);
        m_ui->wordsLabel->setText(words);
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
