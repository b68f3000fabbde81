// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/sendstep.h"

#include "engine/engine.h"
#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "ui_sendstep.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QtConcurrent>

namespace gauge::ui {

using lake::UploadEntry;
using upload::UploadPlan;

namespace {

QString pathIn(const QLineEdit *edit)
{
    const QString typed = QDir::fromNativeSeparators(edit->text().trimmed());
    return typed.isEmpty() ? typed : QDir::cleanPath(typed);
}

} // namespace

SendStep::SendStep(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::SendStep>())
{
    m_ui->setupUi(this);
    makeGroupTitle(m_ui->whatLabel);
    for (PlainLabel *label :
         {static_cast<PlainLabel *>(m_ui->unknownHint), static_cast<PlainLabel *>(m_ui->rateHint),
          static_cast<PlainLabel *>(m_ui->resultsHint), static_cast<PlainLabel *>(m_ui->refusedHint)})
        makeQuiet(label);
    for (const QRadioButton *button : {m_ui->resumeButton, m_ui->anewButton})
        connect(button, &QRadioButton::toggled, this, &SendStep::present);
    connect(m_ui->unknownCheck, &QCheckBox::toggled, this, &SendStep::present);
    connect(m_ui->resultsEdit, &QLineEdit::textChanged, this, &SendStep::present);
    connect(m_ui->refusedEdit, &QLineEdit::textChanged, this, &SendStep::present);
    connect(m_ui->browseResultsButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->resultsEdit, tr("Results file")); });
    connect(m_ui->browseRefusedButton, &QPushButton::clicked, this,
            [this] { browse(m_ui->refusedEdit, tr("File for the refused rows")); });
}

SendStep::~SendStep() = default;

void SendStep::offer(const upload::FilePlan &file, const upload::FileReport &report,
                     const service::Connection &connection)
{
    m_file = file;
    m_report = report;
    m_connection = connection;
    m_earlier.reset();
    m_ui->sendBanner->dismiss();
    fillOutputs();
    const quint64 generation = ++m_generation;
    auto *job = m_engine.fileUploads().earlier(connection, file, report);
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation == m_generation)
            take(job->error() ? Result<Earlier>(fail(*job->error())) : job->result());
    });
    present();
}

void SendStep::take(const Result<Earlier> &earlier)
{
    m_earlier = earlier;
    if (!earlier)
        m_ui->sendBanner->showError(earlier.error());
    for (QRadioButton *button : {m_ui->resumeButton, m_ui->anewButton}) {
        button->setAutoExclusive(false); // none of them is the answer to begin with
        button->setChecked(false);
        button->setAutoExclusive(true);
    }
    m_ui->unknownCheck->setChecked(false);
    const bool mayResume = earlier && *earlier && !(*earlier)->obstacle;
    const bool isCorrected = mayResume && (*earlier)->isChanged && (*earlier)->toSend > 0;
    m_ui->resumeButton->setChecked(mayResume && ((*earlier)->upload.isUnfinished() || isCorrected));
    present();
}

//! Beside the file that is sent.
void SendStep::fillOutputs()
{
    if (m_usualFor == m_file.path)
        return;
    m_usualFor = m_file.path;
    const QFileInfo file(m_file.path);
    const QString base = file.path() + QLatin1Char('/') + file.completeBaseName();
    m_ui->resultsEdit->setText(QDir::toNativeSeparators(base + QStringLiteral(" results.csv")));
    m_ui->refusedEdit->setText(QDir::toNativeSeparators(base + QStringLiteral(" refused.csv")));
}

//! Rows that going on would send.
qint64 SendStep::left() const
{
    if (!m_earlier || !*m_earlier || !**m_earlier)
        return good();
    return (**m_earlier)->toSend;
}

qint64 SendStep::rowsToSend() const
{
    const bool knowsEarlier = m_earlier && *m_earlier && **m_earlier;
    if (!knowsEarlier || m_ui->anewButton->isChecked())
        return good();
    return left() + (m_ui->unknownCheck->isChecked() ? (**m_earlier)->counts.unknown : 0);
}

UploadPlan SendStep::plan() const
{
    UploadPlan plan;
    plan.file = m_file;
    plan.checkedSha256 = m_report.sha256;
    plan.begin = m_ui->resumeButton->isChecked() ? UploadPlan::Begin::Resume
        : m_ui->anewButton->isChecked()          ? UploadPlan::Begin::Restart
                                                 : UploadPlan::Begin::Once;
    plan.resendUnknown = m_ui->resumeButton->isChecked() && m_ui->unknownCheck->isChecked();
    plan.perSecond = m_ui->rateBox->value();
    plan.atOnce = m_ui->atOnceBox->value();
    plan.results = pathIn(m_ui->resultsEdit);
    plan.refused = pathIn(m_ui->refusedEdit);
    return plan;
}

QString SendStep::obstacle() const
{
    if (!m_earlier)
        return tr("It is looked up whether this file was sent before.");
    if (!*m_earlier)
        return tr("It is not known whether this file was sent before.");
    if (const Earlier &earlier = **m_earlier) {
        if (earlier->upload.state == UploadEntry::State::Running)
            return tr("This file is being sent.");
        if (!m_ui->resumeButton->isChecked() && !m_ui->anewButton->isChecked())
            return tr("Choose what to do with a file that was sent before.");
    }
    if (rowsToSend() == 0)
        return tr("There is no row to send in this way.");
    const QString results = pathIn(m_ui->resultsEdit);
    const QString refused = pathIn(m_ui->refusedEdit);
    for (const QString &path : {results, refused}) {
        if (!path.isEmpty() && path == QDir::cleanPath(m_file.path))
            return tr("%1 is the file that is sent; name another one.").arg(QFileInfo(path).fileName());
        if (!path.isEmpty() && !QFileInfo(path).isAbsolute())
            return tr("Enter files with their folders.");
    }
    return !results.isEmpty() && results == refused ? tr("Two files have the same name.") : QString();
}

void SendStep::present()
{
    const QString what = tr("%Ln row(s)", nullptr, int(rowsToSend()));
    m_ui->whatLabel->setText(
        tr("%1 of %2 to “%3”, configuration %4")
            .arg(what, QFileInfo(m_file.path).fileName(), m_connection.name, m_file.configuration.reference));
    presentEarlier();
    lookAt(m_ui->resultsEdit, m_ui->resultsHint,
           tr("Every row with its outcome. Without a name there is no file."));
    lookAt(m_ui->refusedEdit, m_ui->refusedHint,
           tr("The rows that the check or the service refused, to be corrected and sent again."));
    Q_EMIT changed();
}

void SendStep::presentEarlier()
{
    const bool known = m_earlier && *m_earlier && **m_earlier;
    m_ui->earlierPane->setVisible(known);
    if (!known)
        return;
    const upload::Resumption &found = ***m_earlier;
    const UploadEntry &earlier = found.upload;
    const QString when = QLocale().toString(earlier.started.toLocalTime(), QLocale::ShortFormat);
    const QString counts = upload::countsText(found.counts);
    const bool runs = earlier.state == UploadEntry::State::Running;
    QString words = tr("The upload of this file started on %1 and is unfinished: %2.").arg(when, counts);
    if (runs)
        words = tr("This file is being sent, by this or another GaugeDesk: %1.").arg(counts);
    else if (found.isChanged)
        words = tr("The file was changed since its upload started on %1. Its rows are recognised by their "
                   "contents: %2.")
                    .arg(when, counts);
    else if (earlier.state == UploadEntry::State::Done)
        words = tr("This file was sent on %1: %2.").arg(when, counts);
    else if (!earlier.error.isEmpty())
        words += QLatin1Char(' ') + earlier.error;
    if (found.obstacle)
        words += QLatin1Char(' ') + found.obstacle->text;
    m_ui->earlierLabel->setText(words);
    m_ui->earlierIcon->setPixmap(
        icon(QStringLiteral("info"), signalColor(Signal::Neutral, palette())).pixmap(QSize(24, 24)));
    const qint64 unknown = found.counts.unknown;
    m_ui->resumeButton->setText(found.isChanged
                                    ? tr("&Resume: %Ln row(s) are new or corrected", nullptr, int(left()))
                                    : tr("&Resume: %Ln row(s) were not sent yet", nullptr, int(left())));
    m_ui->anewButton->setText(
        tr("Begin &anew: all %Ln row(s) are sent, also those that were accepted", nullptr, int(good())));
    m_ui->unknownCheck->setText(tr("Send the %Ln un&known row(s) again", nullptr, int(unknown)));
    m_ui->resumeButton->setEnabled(!runs && !found.obstacle && (left() > 0 || unknown > 0));
    m_ui->anewButton->setEnabled(!runs);
    m_ui->unknownCheck->setVisible(unknown > 0);
    m_ui->unknownHint->setVisible(unknown > 0);
    m_ui->unknownCheck->setEnabled(m_ui->resumeButton->isChecked());
}

void SendStep::lookAt(const QLineEdit *edit, PlainLabel *hint, const QString &usual)
{
    const QString path = pathIn(edit);
    hint->setText(usual);
    if (path.isEmpty())
        return;
    onResult(QtConcurrent::run(obstacleAt, path), hint, [edit, hint, usual, path](Obstacle obstacle) {
        if (pathIn(edit) != path)
            return;
        if (obstacle == Obstacle::WillBeReplaced)
            hint->setText(usual + QLatin1Char(' ') + tr("This file exists. It is replaced in the end."));
        else if (obstacle == Obstacle::NoFolder)
            hint->setText(tr("This folder does not exist."));
        else if (obstacle == Obstacle::IsFolder)
            hint->setText(tr("This is a folder. Add a file name."));
    });
}

void SendStep::browse(QLineEdit *edit, const QString &title)
{
    auto *chooser = new QFileDialog(this, title);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("CSV files (*.csv)"));
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    const QFileInfo known(pathIn(edit).isEmpty() ? m_file.path : pathIn(edit));
    chooser->setDirectory(known.path());
    if (!pathIn(edit).isEmpty())
        chooser->selectFile(known.fileName());
    connect(chooser, &QFileDialog::fileSelected, edit,
            [edit](const QString &path) { edit->setText(QDir::toNativeSeparators(path)); });
    chooser->open();
}

void SendStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        presentEarlier();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
