// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/firststartpage.h"

#include "kit/labels.h"
#include "pages/connections/connectioneditor.h"
#include "ui_firststartpage.h"

#include <QEvent>

namespace gauge::ui {

FirstStartPage::FirstStartPage(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FirstStartPage>())
{
    m_ui->setupUi(this);
    makePageTitle(m_ui->connectTitle);
    makePageTitle(m_ui->sampleTitle);
    auto *editor = new ConnectionEditor(engine, this);
    editor->setObjectName(QStringLiteral("firstEditor"));
    editor->setCancelVisible(false);
    m_ui->connectLayout->addWidget(editor);
    setTabOrder(editor, m_ui->sampleButton);
    connect(editor, &ConnectionEditor::saved, this, &FirstStartPage::connected);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, &FirstStartPage::sampleRequested);
    connect(m_ui->firstStartBanner, &ErrorBanner::actionTriggered, this, &FirstStartPage::retryRequested);
}

FirstStartPage::~FirstStartPage() = default;

void FirstStartPage::showError(const Error &error, const QString &actionText)
{
    m_ui->firstStartBanner->showError(error, actionText);
}

void FirstStartPage::setSampleBusy(bool busy)
{
    m_ui->sampleButton->setEnabled(!busy);
    if (busy)
        m_ui->firstStartBanner->dismiss();
}

void FirstStartPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Side by side where both columns keep a readable width, else one below the other.
    const bool beside = width() >= 760;
    m_ui->columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_ui->rule->setFrameShape(beside ? QFrame::VLine : QFrame::HLine);
}

void FirstStartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
