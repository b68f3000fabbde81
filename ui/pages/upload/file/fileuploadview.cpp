// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/fileuploadview.h"

#include "catalog/recordtype.h"
#include "engine/engine.h"
#include "engine/joblist.h"
#include "kit/labels.h"
#include "kit/onresult.h"
#include "pages/upload/file/checkstep.h"
#include "pages/upload/file/columnstep.h"
#include "pages/upload/file/filestep.h"
#include "pages/upload/file/sendstep.h"
#include "pages/upload/file/uploadpane.h"
#include "pages/upload/shared/mailconfirmation.h"
#include "ui_fileuploadview.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QSysInfo>
#include <QtConcurrent>

#include <limits>

namespace gauge::ui {

using upload::UploadJob;
using upload::UploadPlan;

namespace {

//! The one local file that is dragged; empty: it is something else.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

FileUploadView::FileUploadView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::FileUploadView>())
    , m_file(new FileStep(engine))
    , m_columns(new ColumnStep(engine))
    , m_check(new CheckStep(engine))
    , m_send(new SendStep(engine))
    , m_upload(new UploadPane)
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("fileUpload"));
    setAcceptDrops(true);
    makeQuiet(m_ui->obstacleLabel);
    for (QWidget *step : std::initializer_list<QWidget *>{m_file, m_columns, m_check, m_send, m_upload})
        m_ui->stepStack->addWidget(step);
    m_buttons = {m_ui->fileButton, m_ui->columnsButton, m_ui->checkButton, m_ui->sendButton};
    connectSteps();
    present();
}

FileUploadView::~FileUploadView() = default;

void FileUploadView::connectSteps()
{
    for (int step = File; step < StepCount; ++step)
        connect(m_buttons[std::size_t(step)], &QToolButton::clicked, this, [this, step] { goBackTo(step); });
    connect(m_file, &FileStep::changed, this, [this] {
        if (m_file->look())
            m_columns->setFile(m_file->look()->preview);
        onChanged();
    });
    connect(m_columns, &ColumnStep::changed, this, &FileUploadView::onChanged);
    connect(m_check, &CheckStep::changed, this, &FileUploadView::present);
    connect(m_send, &SendStep::changed, this, &FileUploadView::present);
    connect(m_upload, &UploadPane::finished, this, [this] {
        present();
        Q_EMIT historyChanged();
    });
    connect(m_upload, &UploadPane::sendWanted, this, &FileUploadView::send);
    connect(m_upload, &UploadPane::refusedWanted, this, &FileUploadView::sendRefused);
    connect(m_upload, &UploadPane::anotherWanted, this, [this] {
        goTo(File);
        m_file->choose();
    });
    connect(m_ui->backButton, &QPushButton::clicked, this, [this] { goTo(m_step - 1); });
    connect(m_ui->nextButton, &QPushButton::clicked, this, &FileUploadView::advance);
}

void FileUploadView::setConnection(const std::optional<service::Connection> &connection)
{
    if (connection == m_connection)
        return;
    const bool isAnother = !connection || !m_connection || connection->id != m_connection->id;
    m_connection = connection;
    if (isAnother && m_step > Columns)
        goTo(m_file->path().isEmpty() ? File : Columns); // what was checked is another system's
    else if (isAnother)
        goTo(m_step);
    showRunning();
    present();
}

//! An upload of this connection that runs, or has just ended here.
void FileUploadView::showRunning()
{
    if (!m_connection)
        return;
    for (Job *job : m_engine.jobs().listed()) {
        auto *upload = qobject_cast<UploadJob *>(job);
        if (upload && !upload->isFinished() && upload->connectionId() == m_connection->id) {
            m_upload->follow(upload, 0);
            m_step = Send;
            m_ui->stepStack->setCurrentWidget(m_upload);
            return;
        }
    }
}

void FileUploadView::open(const QString &path)
{
    m_file->open(path);
    goTo(File);
}

void FileUploadView::resume(const lake::UploadEntry &upload)
{
    chooseConfigurationOf(upload.configuration);
    if (upload.folder.isEmpty() || upload.host != QSysInfo::machineHostName()) {
        askForFileOf(upload);
        return;
    }
    const QString path = QDir(upload.folder).filePath(upload.file);
    onResult(QtConcurrent::run([path] { return QFileInfo(path).isFile(); }), this,
             [this, path, upload](bool isThere) {
                 if (isThere)
                     open(path);
                 else
                     askForFileOf(upload);
             });
}

void FileUploadView::askForFileOf(const lake::UploadEntry &upload)
{
    QString words = tr("Choose the file %1 once more: %2. What was sent is not sent again.")
                        .arg(upload.file, upload::countsText(upload.counts));
    if (!upload.folder.isEmpty())
        words += QLatin1Char(' ')
            + tr("It was in %1, and is no longer there.").arg(QDir::toNativeSeparators(upload.folder));
    m_file->say(words);
    goTo(File);
    m_file->choose();
}

void FileUploadView::chooseConfigurationOf(const QString &reference)
{
    auto *job = m_engine.uploads().findConfiguration(reference);
    connect(job, &Job::finished, this, [this, job] {
        if (!job->error())
            m_columns->chooseConfiguration(job->result().id);
    });
}

bool FileUploadView::showsUpload() const
{
    return m_ui->stepStack->currentWidget() == m_upload;
}

//! What was said further on is about something else now.
void FileUploadView::onChanged()
{
    if (m_step > Columns && !showsUpload())
        goTo(Columns);
    present();
}

void FileUploadView::goTo(int step)
{
    m_step = step;
    m_ui->stepStack->setCurrentIndex(step);
    if (step < Check)
        m_check->stop();
    present();
}

//! What was checked before an upload may be another file by now.
void FileUploadView::goBackTo(int step)
{
    if (step == m_step) {
        present(); // a click does not take the mark from its button
        return;
    }
    const bool isAfterwards = showsUpload();
    goTo(step);
    if (isAfterwards && step == Check)
        enter(Check);
}

void FileUploadView::advance()
{
    if (m_step == Send) {
        send(m_send->plan(), m_send->rowsToSend());
        return;
    }
    goTo(m_step + 1);
    enter(m_step);
}

upload::FilePlan FileUploadView::filePlan() const
{
    upload::FilePlan plan;
    plan.path = m_file->path();
    plan.dialect = m_file->look()->guess.dialect;
    plan.padding = m_file->padding();
    plan.mapping = m_columns->mapping();
    plan.configuration = *m_columns->configuration();
    return plan;
}

void FileUploadView::enter(int step)
{
    if (step == Check)
        m_check->check(filePlan(), *m_connection, m_file->look()->preview);
    else if (step == Send)
        m_send->offer(m_check->plan(), *m_check->report(), *m_connection);
}

void FileUploadView::send(const UploadPlan &plan, qint64 rows)
{
    const catalog::RecordType *type = catalog::findRecordType(plan.file.configuration.recordType);
    if (type == nullptr || !type->mailsCustomers) {
        start(plan, rows);
        return;
    }
    const int people = int(std::min<qint64>(rows, std::numeric_limits<int>::max()));
    auto *question = new MailConfirmation(this, *type, people);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QDialog::accepted, this, [this, plan, rows] { start(plan, rows); });
    question->open();
}

void FileUploadView::start(const UploadPlan &plan, qint64 rows)
{
    if (!m_connection)
        return;
    m_upload->follow(m_engine.fileUploads().send(*m_connection, plan), rows);
    m_step = Send;
    m_ui->stepStack->setCurrentWidget(m_upload);
    present();
    Q_EMIT historyChanged();
}

void FileUploadView::sendRefused(const upload::FilePlan &file)
{
    chooseConfigurationOf(file.configuration.reference);
    open(file.path);
}

QString FileUploadView::obstacle(int step) const
{
    if (!m_connection)
        return tr("There is no connection to send to.");
    switch (step) {
    case File:
        return m_file->obstacle();
    case Columns:
        return m_columns->obstacle();
    case Check:
        return m_check->obstacle();
    default:
        return m_send->obstacle();
    }
}

void FileUploadView::present()
{
    const bool upload = showsUpload();
    const bool runs = upload && m_upload->isRunning();
    const std::array titles{tr("1 File"), tr("2 Columns"), tr("3 Check"), tr("4 Send")};
    for (int step = File; step < StepCount; ++step) {
        QToolButton *button = m_buttons[std::size_t(step)];
        button->setText(titles[std::size_t(step)]);
        button->setChecked(step == m_step);
        button->setEnabled(step == m_step || (step < m_step && !runs));
    }
    m_ui->backButton->setVisible(!upload && m_step > File);
    m_ui->nextButton->setVisible(!upload && !(m_step == File && m_file->path().isEmpty()));
    m_ui->nextButton->setText(m_step == Send ? tr("&Send %Ln record(s)", nullptr, int(m_send->rowsToSend()))
                                             : tr("&Next"));
    const QString words = upload ? QString() : obstacle(m_step);
    m_ui->nextButton->setEnabled(words.isEmpty());
    m_ui->obstacleLabel->setText(m_ui->nextButton->isVisibleTo(this) ? words : QString());
    m_ui->nextButton->setAccessibleDescription(words);
}

void FileUploadView::dragEnterEvent(QDragEnterEvent *event)
{
    const bool runs = showsUpload() && m_upload->isRunning();
    if (!runs && !draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void FileUploadView::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    open(draggedFile(event->mimeData()));
}

void FileUploadView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        present();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
