// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/connections/forgetdialog.h"

#include "base/privatefile.h"
#include "base/text.h"
#include "engine/personreport.h"
#include "kit/fileplace.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/plaintext.h"
#include "ui_forgetdialog.h"

#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QtConcurrentRun>

namespace gauge::ui {

using lake::Mentions;
using lake::PersonInFeed;
using lake::PersonInLake;
using lake::PersonKey;
using Severity = ErrorBanner::Severity;

namespace {

QStringList cells(const QString &title, const PersonInFeed &counts)
{
    return {title, countText(counts.records), countText(counts.versions), countText(counts.mentions)};
}

void alignNumbers(QTreeWidgetItem *item)
{
    for (int column = 1; column < item->columnCount(); ++column)
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

} // namespace

ForgetDialog::ForgetDialog(engine::Engine &engine, service::Connection connection, QWidget *parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_connection(std::move(connection))
    , m_ui(std::make_unique<Ui::ForgetDialog>())
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->hintLabel);
    makeGroupTitle(m_ui->resultLabel);
    m_ui->keyEdit->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    m_ui->confirmEdit->setInputMethodHints(Qt::ImhDigitsOnly);
    m_ui->foundTree->setTextElideMode(Qt::ElideMiddle); // a place differs at its ends
    QHeaderView *header = m_ui->foundTree->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    m_ui->foundTree->headerItem()->setTextAlignment(0, Qt::AlignLeft | Qt::AlignVCenter);
    alignNumbers(m_ui->foundTree->headerItem());
    wire();
    applyTexts();
    showView(View::Search);
    m_ui->keyEdit->setFocus(Qt::OtherFocusReason);
}

ForgetDialog::~ForgetDialog() = default;

void ForgetDialog::wire()
{
    connect(m_ui->kindBox, &QComboBox::currentIndexChanged, this, &ForgetDialog::forgetFound);
    connect(m_ui->keyEdit, &QLineEdit::textEdited, this, &ForgetDialog::forgetFound);
    connect(m_ui->lookButton, &QPushButton::clicked, this, &ForgetDialog::look);
    connect(m_ui->mentionsCheck, &QCheckBox::toggled, this, [this] {
        m_ui->confirmFrame->hide();
        refresh();
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ForgetDialog::askForFile);
    connect(m_ui->eraseButton, &QPushButton::clicked, this, &ForgetDialog::askToErase);
    connect(m_ui->confirmEdit, &QLineEdit::textChanged, this, &ForgetDialog::refresh);
    connect(m_ui->confirmButton, &QPushButton::clicked, this, &ForgetDialog::erase);
    connect(m_ui->keepButton, &QPushButton::clicked, this, [this] {
        m_ui->confirmFrame->hide();
        refresh();
        m_ui->eraseButton->setFocus(Qt::OtherFocusReason);
    });
    connect(m_ui->copyReportButton, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_ui->reportEdit->toPlainText()); });
    connect(m_ui->saveReportButton, &QPushButton::clicked, this, &ForgetDialog::askForReportFile);
    connect(m_ui->closeDialogButton, &QPushButton::clicked, this, &ForgetDialog::reject);
    connect(m_ui->forgetStrip, &BusyStrip::cancelTriggered, this, [this] {
        if (m_job)
            m_job->cancel();
    });
}

void ForgetDialog::applyTexts()
{
    setWindowTitle(tr("Forget a person in “%1”").arg(m_connection.name));
    m_ui->foundTree->setHeaderLabels(
        {tr("Local copy and feed"), tr("Records"), tr("Earlier versions"), tr("Mentions")});
}

void ForgetDialog::showView(View view)
{
    const bool search = view == View::Search;
    m_ui->searchView->setVisible(search);
    m_ui->exportButton->setVisible(search);
    m_ui->eraseButton->setVisible(search);
    m_ui->reportEdit->setVisible(!search);
    m_ui->copyReportButton->setVisible(!search);
    m_ui->saveReportButton->setVisible(!search);
    m_ui->confirmFrame->hide();
    refresh();
}

void ForgetDialog::refresh()
{
    const bool idle = !m_job;
    const bool asks = !m_ui->confirmFrame->isHidden();
    const PersonInFeed total = m_found ? m_found->total() : PersonInFeed();
    const bool any = total.count(Mentions::Erased) > 0;
    m_ui->kindBox->setEnabled(idle);
    m_ui->keyEdit->setEnabled(idle);
    m_ui->keyEdit->setPlaceholderText(kind() == PersonKey::Kind::Email ? tr("name@example.com") : QString());
    m_ui->lookButton->setEnabled(idle && !m_ui->keyEdit->text().trimmed().isEmpty());
    m_ui->resultPane->setVisible(m_found.has_value());
    m_ui->foundTree->setVisible(any);
    m_ui->mentionsCheck->setVisible(total.mentions > 0);
    m_ui->mentionsCheck->setEnabled(idle);
    m_ui->exportButton->setEnabled(idle && !asks && total.count(mentions()) > 0);
    m_ui->eraseButton->setEnabled(idle && !asks && m_found
                                  && (total.count(mentions()) > 0 || m_found->needsCleanup()));
    m_ui->confirmButton->setEnabled(
        idle && m_ui->confirmEdit->text().trimmed() == QString::number(total.count(mentions())));
    makeDefault(asks ? m_ui->confirmButton : m_found ? nullptr : m_ui->lookButton);
    makeRoom();
}

void ForgetDialog::makeDefault(QWidget *button)
{
    for (QPushButton *each : {m_ui->lookButton, m_ui->confirmButton}) {
        each->setAutoDefault(each == button);
        each->setDefault(each == button);
    }
}

// A dialog does not grow by itself for words that wrap.
void ForgetDialog::makeRoom()
{
    layout()->activate();
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                     : layout()->totalMinimumSize().height();
    if (isVisible() && needed > height())
        resize(width(), needed);
}

PersonKey::Kind ForgetDialog::kind() const
{
    return m_ui->kindBox->currentIndex() == 0 ? PersonKey::Kind::Email : PersonKey::Kind::CustomerNumber;
}

Mentions ForgetDialog::mentions() const
{
    return m_ui->mentionsCheck->isChecked() ? Mentions::Erased : Mentions::Kept;
}

// What stands below belongs to another key now.
void ForgetDialog::forgetFound()
{
    m_found.reset();
    m_ui->forgetBanner->dismiss();
    m_ui->confirmFrame->hide();
    m_ui->mentionsCheck->setChecked(false);
    refresh();
}

void ForgetDialog::begin(Job *job, const QString &words)
{
    m_job = job;
    m_ui->forgetBanner->dismiss();
    m_ui->forgetStrip->start(words, true);
    connect(job, &Job::finished, this, [this, job] {
        m_job = nullptr;
        m_isLooking = false;
        m_ui->forgetStrip->stop();
        if (job->error())
            m_ui->forgetBanner->showError(*job->error());
        refresh();
    });
    refresh();
}

void ForgetDialog::look()
{
    forgetFound();
    auto key = PersonKey::make(kind(), m_ui->keyEdit->text());
    if (!key) {
        m_ui->forgetBanner->showMessage(Severity::Warning, key.error().text);
        m_ui->keyEdit->setFocus(Qt::OtherFocusReason);
        makeRoom();
        return;
    }
    m_key = std::move(*key);
    auto *job = m_engine.lookForPerson(m_connection, m_key);
    begin(job, tr("Looking through the local copy…"));
    m_isLooking = true;
    connect(job, &Job::finished, this, [this, job] {
        if (job->error())
            return;
        m_found = job->result();
        showFound();
        (m_ui->exportButton->isEnabled() ? m_ui->exportButton : m_ui->closeDialogButton)
            ->setFocus(Qt::OtherFocusReason);
    });
}

void ForgetDialog::showFound()
{
    const PersonInFeed total = m_found->total();
    const bool any = total.count(Mentions::Erased) > 0;
    QStringList words{
        any ? tr("Found: %1").arg(engine::countsText(total))
            : tr("Nothing was found in %Ln local copies.", nullptr, int(m_found->lakes.size()))};
    if (m_found->needsCleanup())
        words.append(tr("Traces of an earlier erasure are still here. Erase once more to remove them."));
    m_ui->resultLabel->setText(words.join(QLatin1Char('\n')));
    m_ui->foundTree->clear();
    for (const PersonInLake &in : m_found->lakes) {
        const QString place = in.isFile ? QDir::toNativeSeparators(in.place) : in.place;
        auto *top = new QTreeWidgetItem(m_ui->foundTree,
                                        cells(withVisibleControls(place, Layout::Marked), in.total()));
        top->setToolTip(0, plainToolTip(place));
        alignNumbers(top);
        for (const PersonInFeed &feed : in.feeds) {
            const QString title = engine::feedTitle(m_engine.catalog(), feed.feed);
            alignNumbers(new QTreeWidgetItem(top, cells(title, feed)));
        }
    }
    m_ui->foundTree->expandAll();
    m_ui->othersLabel->setText(engine::othersText(*m_found));
    m_ui->othersLabel->setVisible(!m_ui->othersLabel->text().isEmpty());
    m_ui->mentionsCheck->setText(
        tr("Also take %Ln records of others that &mention the address", nullptr, int(total.mentions)));
    refresh();
}

void ForgetDialog::askForFile()
{
    auto *chooser = new QFileDialog(this, tr("Export the records to"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("JSON lines (*.jsonl)"));
    chooser->setDefaultSuffix(QStringLiteral("jsonl"));
    chooser->setDirectory(usualFolder());
    chooser->selectFile(
        QStringLiteral("gaugedesk-person-%1.jsonl").arg(today(m_engine.clock()).toString(Qt::ISODate)));
    connect(chooser, &QFileDialog::fileSelected, this, &ForgetDialog::write);
    chooser->open();
}

void ForgetDialog::write(const QString &output)
{
    auto *job = m_engine.exportPerson(m_connection, m_key, mentions(), output);
    begin(job, tr("Writing the records…"));
    connect(job, &Job::finished, this, [this, job] {
        if (job->error())
            return;
        m_ui->forgetBanner->showMessage(Severity::Success, job->summary());
        makeRoom();
    });
}

void ForgetDialog::askToErase()
{
    const qint64 count = m_found->total().count(mentions());
    m_ui->confirmLabel->setText(
        tr("This erases %Ln records and earlier versions from this computer (or your team's database) for "
           "good. Export them first if you may need them. Type %1 to continue.",
           nullptr, int(count))
            .arg(count));
    m_ui->confirmEdit->clear();
    m_ui->confirmFrame->show();
    refresh();
    m_ui->confirmEdit->setFocus(Qt::OtherFocusReason);
}

void ForgetDialog::erase()
{
    m_ui->confirmFrame->hide();
    auto *job = m_engine.erasePerson(m_connection, m_key, mentions());
    begin(job, tr("Erasing, and writing the local copy anew…"));
    connect(job, &Job::finished, this, [this, job] {
        if (!job->error())
            showErased(job->result());
    });
}

void ForgetDialog::showErased(const engine::PersonErased &done)
{
    m_erased = done;
    // Of the person nothing is kept here either.
    m_key = {};
    m_found.reset();
    m_ui->keyEdit->clear();
    m_ui->foundTree->clear();
    m_ui->othersLabel->clear();
    m_ui->reportEdit->setPlainText(engine::reportText(done, m_engine.catalog()));
    showView(View::Report);
    m_ui->reportEdit->setFocus(Qt::OtherFocusReason);
    Q_EMIT erased();
}

void ForgetDialog::askForReportFile()
{
    auto *chooser = new QFileDialog(this, tr("Save the report as"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("Text (*.txt)"));
    chooser->setDefaultSuffix(QStringLiteral("txt"));
    chooser->setDirectory(usualFolder());
    chooser->selectFile(
        QStringLiteral("gaugedesk-erased-%1.txt").arg(today(m_engine.clock()).toString(Qt::ISODate)));
    connect(chooser, &QFileDialog::fileSelected, this, &ForgetDialog::saveReport);
    chooser->open();
}

void ForgetDialog::saveReport(const QString &path)
{
    const QString place = QDir::toNativeSeparators(path);
    const QString failed = tr("The report could not be saved to %1. Choose another folder.").arg(place);
    const auto write = [path, failed, text = m_ui->reportEdit->toPlainText().toUtf8()] {
        return writeReport(path, text + '\n', failed);
    };
    onResult(QtConcurrent::run(write), this, [this, place](const Result<void> &written) {
        if (written)
            m_ui->forgetBanner->showMessage(Severity::Success, tr("Report saved to %1").arg(place));
        else
            m_ui->forgetBanner->showError(written.error());
        makeRoom();
    });
}

void ForgetDialog::reject()
{
    if (m_job && m_isLooking)
        m_job->cancel();
    QDialog::reject();
}

void ForgetDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        applyTexts();
        if (m_found)
            showFound();
        if (m_erased)
            m_ui->reportEdit->setPlainText(engine::reportText(*m_erased, m_engine.catalog()));
        m_ui->confirmFrame->hide();
        refresh();
    }
    QDialog::changeEvent(event);
}

} // namespace gauge::ui
