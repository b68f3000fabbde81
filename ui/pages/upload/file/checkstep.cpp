// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/checkstep.h"

#include "engine/engine.h"
#include "kit/format.h"
#include "kit/labels.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "pages/upload/file/findingsmodel.h"
#include "records/cells/display.h"
#include "ui_checkstep.h"
#include "upload/form/request.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QHeaderView>

namespace gauge::ui {

using upload::FileReport;
using upload::MappedRow;

namespace {

constexpr std::size_t requestsShown = 3;

} // namespace

CheckStep::CheckStep(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_engine(engine)
    , m_ui(std::make_unique<Ui::CheckStep>())
    , m_model(new FindingsModel(this))
    , m_filter(new FindingsFilter(m_model, this))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->cappedLabel);
    makeQuiet(m_ui->requestsHint);
    makeGroupTitle(m_ui->rowLabel);
    m_ui->findingsTable->setModel(m_filter);
    m_ui->findingsTable->sortByColumn(m_model->columnOf("row"), Qt::AscendingOrder);
    QHeaderView *header = m_ui->findingsTable->header();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(m_model->columnOf("finding"), QHeaderView::Stretch);
    m_ui->rowTable->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_ui->rowTable->horizontalHeader()->setStretchLastSection(true);
    m_ui->rowTable->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_ui->rowTable->verticalHeader()->hide();
    m_ui->rowTable->verticalHeader()->setMinimumSectionSize(fontMetrics().lineSpacing() + 4);
    m_ui->rowTable->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + 4);
    m_ui->rowPane->hide();
    m_ui->requestsText->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    fillFilter();
    connect(m_ui->severityBox, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setSeverity(index == 1       ? std::optional(upload::Severity::Error)
                                  : index == 2 ? std::optional(upload::Severity::Warning)
                                               : std::nullopt);
    });
    connect(m_ui->findingsSearch, &SearchField::searchChanged, m_filter, &FindingsFilter::setSearch);
    connect(m_ui->findingsTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &CheckStep::showRowOf);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &CheckStep::save);
    connect(m_ui->datesPane, &DateFormatPane::chosen, this, &CheckStep::chooseDates);
    present();
}

CheckStep::~CheckStep()
{
    stop();
}

void CheckStep::fillFilter()
{
    const int chosen = std::max(m_ui->severityBox->currentIndex(), 0);
    m_ui->severityBox->clear();
    m_ui->severityBox->addItems({tr("Errors and warnings"), tr("Errors"), tr("Warnings")});
    m_ui->severityBox->setCurrentIndex(chosen);
}

void CheckStep::stop()
{
    if (m_job)
        m_job->cancel();
    m_job = nullptr;
}

void CheckStep::check(const upload::FilePlan &plan, const service::Connection &connection,
                      const upload::CsvPreview &first)
{
    if (plan.path != m_plan.path || plan.mapping != m_plan.mapping)
        m_chosenDates.clear();
    m_plan = plan;
    m_plan.dates = m_chosenDates;
    m_connection = connection;
    m_first = first;
    m_ui->datesPane->setColumns({});
    start();
}

void CheckStep::chooseDates(const QString &heading, upload::DateFormat format)
{
    m_chosenDates.insert(heading, format);
    m_plan.dates.insert(heading, format);
    start();
}

//! Whether a format was taken: the file is to be checked with it.
bool CheckStep::takeCertainDates(const FileReport &report)
{
    bool any = false;
    for (const upload::DateColumn &column : report.dates) {
        if (column.format || !column.certain())
            continue;
        m_plan.dates.insert(column.heading, *column.certain());
        any = true;
    }
    return any;
}

void CheckStep::start()
{
    stop();
    m_report.reset();
    m_failed = false;
    m_model->setFindings({});
    m_ui->checkBanner->dismiss();
    m_ui->rowPane->hide();
    ++m_rowGeneration;
    showRequests();
    CheckJob *job = m_engine.fileUploads().check(m_plan);
    m_job = job;
    connect(job, &Job::changed, this, &CheckStep::showProgress);
    connect(job, &Job::finished, this, [this, job] {
        if (job != m_job)
            return;
        m_job = nullptr;
        take(job->error() ? Result<FileReport>(fail(*job->error())) : job->result());
    });
    present();
    Q_EMIT changed();
}

void CheckStep::take(const Result<FileReport> &report)
{
    m_failed = !report;
    if (report && takeCertainDates(*report)) {
        start();
        return;
    }
    if (report) {
        m_ui->datesPane->setColumns(report->dates);
        m_report = *report;
        m_model->setFindings(report->findings);
        if (m_filter->rowCount() > 0)
            m_ui->findingsTable->setCurrentIndex(m_filter->index(0, 0));
    } else {
        m_ui->checkBanner->showError(report.error());
    }
    present();
    Q_EMIT changed();
}

bool CheckStep::hasOpenDates() const
{
    return m_report
        && std::any_of(m_report->dates.begin(), m_report->dates.end(),
                       [](const upload::DateColumn &column) { return !column.format; });
}

QString CheckStep::obstacle() const
{
    if (m_failed)
        return tr("The file could not be read to its end.");
    if (!m_report)
        return tr("The file is being checked.");
    if (m_report->isRefused())
        return hasOpenDates() ? tr("Choose how the dates are written.")
                              : tr("Nothing can be sent while a heading has an error.");
    return m_report->rejected >= m_report->rows ? tr("Every row has an error.") : QString();
}

void CheckStep::present()
{
    m_ui->checkBar->setVisible(m_job != nullptr);
    m_ui->checkTabs->setVisible(!m_failed);
    const bool any = m_model->rowCount() > 0;
    m_ui->findingsPane->setVisible(any);
    m_ui->saveButton->setVisible(any);
    presentSummary();
    showProgress();
    const qint64 all = m_report ? m_report->errors + m_report->warnings : 0;
    m_ui->cappedLabel->setVisible(any && all > m_model->rowCount());
    m_ui->cappedLabel->setText(
        tr("The first %1 of %2 are listed.").arg(countText(m_model->rowCount()), countText(all)));
    m_ui->checkTabs->setTabText(0,
                                any ? tr("What was found (%1)").arg(countText(all)) : tr("What was found"));
    m_ui->checkTabs->setTabText(1, tr("The first requests"));
}

void CheckStep::showProgress()
{
    if (!m_job)
        return;
    const Progress progress = m_job->progress();
    m_ui->checkBar->setRange(0, progress.total > 0 ? 1000 : 0);
    if (progress.total > 0)
        m_ui->checkBar->setValue(int(1000.0 * double(progress.done) / double(progress.total)));
}

void CheckStep::presentSummary()
{
    QString words;
    QString name = QStringLiteral("running");
    Signal signal = Signal::Neutral;
    if (m_failed) {
        words = tr("The file was not checked to its end. Nothing was sent.");
        name = QStringLiteral("error");
        signal = Signal::Bad;
    } else if (!m_report) {
        words = tr("Every row is read and checked. Nothing is sent.");
    } else if (m_report->isRefused()) {
        words = upload::rejectionError(*m_report).text;
        name = QStringLiteral("error");
        signal = Signal::Bad;
    } else {
        const qint64 good = m_report->rows - m_report->rejected;
        const bool clean = m_report->rejected == 0;
        words = clean
            ? tr("All %Ln row(s) can be sent.", nullptr, int(m_report->rows))
            : tr("%1 of %2 rows can be sent. The others have errors and stay behind, unless you put "
                 "them right in the file and choose it again.")
                  .arg(countText(good), countText(m_report->rows));
        if (m_report->warnings > 0)
            words += QLatin1Char(' ') + tr("%Ln warning(s).", nullptr, int(m_report->warnings));
        name = clean ? QStringLiteral("success") : QStringLiteral("warning");
        signal = clean ? Signal::Good : Signal::Attention;
    }
    m_ui->summaryLabel->setText(words);
    m_ui->summaryIcon->setPixmap(icon(name, signalColor(signal, palette())).pixmap(QSize(24, 24)));
    m_ui->nothingLabel->setVisible(m_report && m_model->rowCount() == 0);
}

//! What would leave, of the first rows that have something in them.
void CheckStep::showRequests()
{
    QStringList texts;
    const auto mapper = upload::RowMapper::make(m_plan.mapping, m_first.columns, m_plan.configuration);
    for (std::size_t i = 0; mapper && i < std::min(requestsShown, m_first.rows.size()); ++i) {
        const upload::FormRecord record
            = upload::withoutEmpty(upload::asSent(mapper->record(m_first.rows[i].cells), m_plan));
        const upload::Preview request
            = upload::preview(upload::recordRequest(m_connection, m_plan.configuration.reference, record),
                              upload::SecretName::Token);
        QStringList lines{QString::fromLatin1(request.method) + QLatin1Char(' ') + request.url};
        lines += request.headers;
        for (const upload::FormValue &field : record)
            lines.append(QStringLiteral("    ") + field.heading + QStringLiteral(": ")
                         + display::oneLine(field.value));
        texts.append(lines.join(QLatin1Char('\n')));
    }
    m_ui->requestsText->setPlainText(texts.join(QStringLiteral("\n\n")));
}

void CheckStep::showRowOf(const QModelIndex &index)
{
    const quint64 generation = ++m_rowGeneration;
    const upload::FileFinding *found = m_filter->finding(index);
    if (found == nullptr || found->row == 0) {
        m_ui->rowPane->hide();
        return;
    }
    auto *job = m_engine.fileUploads().rowOf(m_plan, found->row);
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation != m_rowGeneration)
            return;
        if (job->error())
            m_ui->checkBanner->showError(*job->error());
        else
            showRow(job->result());
    });
}

void CheckStep::showRow(const MappedRow &row)
{
    m_ui->rowLabel->setText(tr("Row %1, line %2").arg(countText(row.number), countText(row.line)));
    QStringList all;
    for (const upload::RecordFinding &finding : row.findings)
        all.append(finding.words);
    m_ui->rowWords->setText(all.join(QLatin1Char('\n')));
    m_ui->rowTable->setRowCount(int(row.record.size()));
    for (std::size_t i = 0; i < row.record.size(); ++i) {
        const upload::FormValue &field = row.record[i];
        QStringList words;
        for (const upload::RecordFinding &finding : row.findings) {
            if (finding.heading == field.heading)
                words.append(finding.words);
        }
        auto *heading = new QTableWidgetItem(display::oneLine(field.heading));
        auto *value = new QTableWidgetItem(display::oneLine(field.value));
        if (!words.isEmpty()) {
            heading->setIcon(icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette())));
            heading->setData(Qt::AccessibleDescriptionRole, words.join(QLatin1Char(' ')));
        }
        value->setToolTip(plainToolTip(field.value));
        heading->setToolTip(words.isEmpty() ? QString() : plainToolTip(words.join(QLatin1Char('\n'))));
        m_ui->rowTable->setItem(int(i), 0, heading);
        m_ui->rowTable->setItem(int(i), 1, value);
    }
    if (!row.record.empty())
        m_ui->rowTable->setCurrentCell(0, 0);
    m_ui->rowPane->show();
    Q_EMIT rowShown();
}

void CheckStep::save()
{
    const QFileInfo file(m_plan.path);
    auto *chooser = new QFileDialog(this, tr("Save what was found"));
    chooser->setObjectName(QStringLiteral("saveFindingsDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("CSV files (*.csv)"));
    chooser->setDefaultSuffix(QStringLiteral("csv"));
    chooser->setDirectory(file.path());
    chooser->selectFile(tr("%1 findings").arg(file.completeBaseName()) + QStringLiteral(".csv"));
    connect(chooser, &QFileDialog::fileSelected, this, [this](const QString &path) {
        auto *job = m_engine.fileUploads().saveFindings(*m_report, path);
        connect(job, &Job::finished, this, [this, job, path] {
            if (job->error())
                m_ui->checkBanner->showError(*job->error());
            else
                m_ui->checkBanner->showMessage(ErrorBanner::Severity::Success,
                                               tr("Saved in %1.").arg(QDir::toNativeSeparators(path)));
        });
    });
    chooser->open();
}

void CheckStep::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillFilter();
        m_model->refreshTexts();
        present();
    } else if (event->type() == QEvent::PaletteChange) {
        presentSummary();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
