// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/uploadpane.h"

#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "pages/upload/shared/uploadtext.h"
#include "ui_uploadpane.h"

#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <array>

namespace gauge::ui {

using upload::UploadJob;
using upload::UploadPlan;

UploadPane::UploadPane(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::UploadPane>())
{
    m_ui->setupUi(this);
    makeGroupTitle(m_ui->titleLabel);
    makeQuiet(m_ui->paceLabel);
    connect(m_ui->pauseButton, &QPushButton::clicked, this, [this] {
        if (!m_job)
            return;
        if (m_job->isPaused())
            m_job->resume();
        else
            m_job->pause();
        present();
    });
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] {
        if (m_job)
            m_job->cancel();
        present();
    });
    connect(m_ui->openButton, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_end.written)); });
    connect(m_ui->folderButton, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_end.written).path())); });
    connect(m_ui->goOnButton, &QPushButton::clicked, this, &UploadPane::resume);
    connect(m_ui->refusedButton, &QPushButton::clicked, this, [this] {
        upload::FilePlan file = m_plan.file;
        file.path = m_plan.refused;
        Q_EMIT refusedWanted(file);
    });
    connect(m_ui->unknownButton, &QPushButton::clicked, this, &UploadPane::askAboutUnknown);
    connect(m_ui->anotherButton, &QPushButton::clicked, this, &UploadPane::anotherWanted);
}

UploadPane::~UploadPane() = default;

void UploadPane::follow(UploadJob *job, qint64 rows)
{
    if (m_job)
        m_job->disconnect(this);
    m_job = job;
    m_title = job->title();
    m_plan = job->plan();
    m_rows = rows;
    m_ui->endBanner->dismiss();
    connect(job, &Job::changed, this, &UploadPane::present);
    connect(job, &Job::finished, this, &UploadPane::conclude);
    if (job->isFinished())
        conclude();
    else
        present();
}

void UploadPane::conclude()
{
    m_end = {m_job->state(),         m_job->error(),      m_job->counts(), m_job->fileReport().rejected,
             m_job->uploadId() != 0, m_job->writtenFile()};
    m_job->disconnect(this);
    m_job = nullptr;
    if (m_end.error)
        m_ui->endBanner->showError(*m_end.error);
    present();
    Q_EMIT finished();
}

void UploadPane::present()
{
    const bool runs = isRunning();
    m_ui->titleLabel->setText(m_title);
    m_ui->runningPane->setVisible(runs);
    m_ui->endPane->setVisible(!runs);
    if (runs)
        presentRunning();
    else
        presentEnd();
}

void UploadPane::presentCounts(const lake::UploadCounts &counts)
{
    const std::array icons{m_ui->acceptedIcon, m_ui->refusedIcon, m_ui->unknownIcon, m_ui->notSentIcon};
    const std::array figures{m_ui->acceptedFigure, m_ui->refusedFigure, m_ui->unknownFigure,
                             m_ui->notSentFigure};
    const std::array words{m_ui->acceptedWords, m_ui->refusedWords, m_ui->unknownWords, m_ui->notSentWords};
    const auto all = counted(counts);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto &[state, count] = all[i];
        const Signal signal = count > 0 ? stateSignal(state) : Signal::Neutral;
        icons[i]->setPixmap(icon(stateIconName(state), signalColor(signal, palette())).pixmap(QSize(16, 16)));
        figures[i]->setText(countText(count));
        words[i]->setText(stateText(state));
    }
    m_ui->sumFigure->setText(countText(counts.total()));
}

void UploadPane::presentRunning()
{
    const Progress progress = m_job->progress();
    m_ui->uploadBar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_ui->uploadBar->setValue(int(1000.0 * double(progress.done) / double(progress.total)));
    m_ui->paceLabel->setText(m_job->isCancelling()
                                 ? tr("Stopping. The answers of what is on its way are awaited.")
                                 : progressText(progress));
    m_ui->countsPane->show();
    presentCounts(m_job->counts());
    m_ui->pauseButton->setText(m_job->isPaused() ? tr("&Resume") : tr("&Pause"));
    m_ui->pauseButton->setEnabled(!m_job->isCancelling());
    m_ui->cancelButton->setEnabled(!m_job->isCancelling());
}

//! Rows without an error that were not sent.
qint64 UploadPane::left() const
{
    return std::max<qint64>(m_end.counts.notSent - m_end.rejected, 0);
}

void UploadPane::presentEnd()
{
    const lake::UploadCounts &counts = m_end.counts;
    const bool succeeded = m_end.state == Job::State::Succeeded;
    presentCounts(counts);
    m_ui->countsPane->setVisible(m_end.hasBegun);
    QStringList sentences;
    if (succeeded && counts.accepted == counts.total())
        sentences.append(tr("Every row was accepted."));
    else if (succeeded)
        sentences.append(tr("Every row that could be sent was."));
    else if (m_end.state == Job::State::Cancelled)
        sentences.append(tr("Cancelled. What was not sent can go later."));
    const bool hasRefusedFile
        = !m_plan.refused.isEmpty() && (counts.refused > 0 || (succeeded && m_end.rejected > 0));
    if (hasRefusedFile)
        sentences.append(tr("The refused rows are in %1: put them right there, then send them again.")
                             .arg(QDir::toNativeSeparators(m_plan.refused)));
    if (counts.unknown > 0)
        sentences.append(tr("Unknown rows were sent, and no answer came: the service may have accepted them. "
                            "Look them up in CustomerGauge before you send them again."));
    if (m_end.rejected > 0)
        sentences.append(tr("%Ln row(s) have an error and were not sent.", nullptr, int(m_end.rejected)));
    m_ui->endLabel->setText(sentences.join(QLatin1Char('\n')));
    m_ui->endLabel->setVisible(!sentences.isEmpty());
    m_ui->openButton->setVisible(!m_end.written.isEmpty());
    m_ui->folderButton->setVisible(!m_end.written.isEmpty());
    m_ui->goOnButton->setVisible(!succeeded && (!m_end.hasBegun || left() > 0));
    m_ui->goOnButton->setText(m_end.hasBegun ? tr("&Resume") : tr("&Try again"));
    m_ui->refusedButton->setVisible(hasRefusedFile);
    m_ui->unknownButton->setVisible(counts.unknown > 0);
}

//! What had not begun goes as it was asked for.
void UploadPane::resume()
{
    UploadPlan plan = m_plan;
    if (m_end.hasBegun)
        plan.begin = UploadPlan::Begin::Resume;
    plan.resendUnknown = plan.resendUnknown && !m_end.hasBegun;
    Q_EMIT sendWanted(plan, m_end.hasBegun ? left() : m_rows);
}

void UploadPane::askAboutUnknown()
{
    QuestionText asked;
    asked.name = QStringLiteral("unknownQuestion");
    asked.title = tr("Send unknown rows again");
    asked.text = tr("Send %Ln row(s) again whose answer never came?", nullptr, int(m_end.counts.unknown));
    asked.details = tr(
        "The service may have accepted them. A record that is sent twice may be there twice, and one that "
        "mails a customer mails twice. Look them up in CustomerGauge first.");
    QMessageBox *question = makeQuestion(asked, this);
    const QPushButton *send = question->addButton(tr("&Send again"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(send, &QPushButton::clicked, this, [this] {
        UploadPlan plan = m_plan;
        plan.begin = UploadPlan::Begin::Resume;
        plan.resendUnknown = true;
        Q_EMIT sendWanted(plan, left() + m_end.counts.unknown);
    });
    question->open();
}

void UploadPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        present();
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
