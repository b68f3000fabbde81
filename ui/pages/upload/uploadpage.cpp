// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/uploadpage.h"

#include "kit/labels.h"
#include "kit/theme.h"
#include "pages/upload/file/fileuploadview.h"
#include "pages/upload/form/recordview.h"
#include "pages/upload/form/responseview.h"
#include "pages/upload/history/uploadhistoryview.h"
#include "ui_uploadpage.h"

#include <QEvent>

namespace gauge::ui {

UploadPage::UploadPage(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UploadPage>())
    , m_record(new RecordView(engine, this))
    , m_response(new ResponseView(engine, this))
    , m_file(new FileUploadView(engine, this))
    , m_history(new UploadHistoryView(engine, this))
{
    m_ui->setupUi(this);
    makePageTitle(m_ui->titleLabel);
    m_record->setObjectName(QStringLiteral("recordView"));
    m_response->setObjectName(QStringLiteral("responseView"));
    for (QWidget *view : std::initializer_list<QWidget *>{m_record, m_response, m_file, m_history})
        m_ui->tabs->addTab(view, QString());
    connect(m_ui->emptyState, &EmptyState::actionTriggered, this, &UploadPage::connectionRequested);
    connect(m_record, &RecordView::connectionEditRequested, this, &UploadPage::connectionEditRequested);
    connect(m_response, &ResponseView::connectionEditRequested, this, &UploadPage::connectionEditRequested);
    connect(m_response, &ResponseView::recordRequested, this, &UploadPage::recordRequested);
    connect(m_file, &FileUploadView::historyChanged, m_history, &UploadHistoryView::refresh);
    connect(m_history, &UploadHistoryView::resumeRequested, this, &UploadPage::resume);
    applyTexts();
    setConnection(std::nullopt);
}

UploadPage::~UploadPage() = default;

void UploadPage::setConnection(const std::optional<service::Connection> &connection)
{
    m_ui->stack->setCurrentWidget(connection ? m_ui->uploadView : static_cast<QWidget *>(m_ui->emptyState));
    const bool isSample = connection && connection->secretPlace == service::SecretPlace::Sample;
    m_ui->sampleIcon->setVisible(isSample);
    m_ui->sampleLabel->setVisible(isSample);
    m_record->setConnection(connection);
    m_response->setConnection(connection);
    m_file->setConnection(connection);
    m_history->setConnection(connection);
}

void UploadPage::resume(const lake::UploadEntry &upload)
{
    m_ui->tabs->setCurrentWidget(m_file);
    m_file->resume(upload);
}

void UploadPage::applyTexts()
{
    const QStringList titles{tr("&One record"), tr("Single &response"), tr("From a fi&le"), tr("&History")};
    for (int tab = 0; tab < titles.size(); ++tab)
        m_ui->tabs->setTabText(tab, titles.at(tab));
    m_ui->tabs->setAccessibleName(tr("Ways to upload"));
    m_ui->emptyState->setContent(
        QStringLiteral("upload"), tr("No connection yet"),
        tr("Activities, contacts and survey responses are sent to a CustomerGauge system. Add a "
           "connection to yours, or try it with sample data first."),
        tr("&Add a connection"));
    m_ui->sampleIcon->setPixmap(icon(QStringLiteral("info")).pixmap(QSize(16, 16), devicePixelRatio()));
}

void UploadPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
    } else if (event->type() == QEvent::PaletteChange) {
        applyTexts(); // the icon is drawn in the colour of the text
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
