// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/dashboardpage.h"

#include "base/privatefile.h"
#include "charts/chartview.h"
#include "engine/joblist.h"
#include "kit/fileplace.h"
#include "kit/onresult.h"
#include "pages/dashboard/dashboardgrid.h"
#include "pages/dashboard/kpiheader.h"
#include "pages/dashboard/report.h"
#include "records/filter/conditiontext.h"
#include "records/filter/recordfilter.h"
#include "ui_dashboardpage.h"

#include <QDesktopServices>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSignalBlocker>
#include <QTimer>
#include <QtConcurrentRun>

namespace gauge::ui {

using By = lake::Grouping::By;

namespace {

struct Choice
{
    const char *text;
    const char *data;
};

// Data is a query::RelativePeriod.
constexpr Choice ranges[] = {
    {QT_TRANSLATE_NOOP("DashboardPage", "All time"), ""},
    {QT_TRANSLATE_NOOP("DashboardPage", "Last 30 days"), "last 30 days"},
    {QT_TRANSLATE_NOOP("DashboardPage", "Last 90 days"), "last 90 days"},
    {QT_TRANSLATE_NOOP("DashboardPage", "Last 12 months"), "last 12 months"},
    {QT_TRANSLATE_NOOP("DashboardPage", "This quarter"), "this quarter"},
    {QT_TRANSLATE_NOOP("DashboardPage", "Last quarter"), "last quarter"},
    {QT_TRANSLATE_NOOP("DashboardPage", "This year"), "this year"},
    {QT_TRANSLATE_NOOP("DashboardPage", "Last year"), "last year"},
};

} // namespace

DashboardPage::DashboardPage(engine::Engine &engine, RecordFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DashboardPage>())
    , m_engine(engine)
    , m_filter(filter)
    , m_board(new DashboardGrid)
    , m_settling{engine.sharedClock(), metrics::ProvisionalWindow::usualHours}
{
    if (const catalog::Endpoint *endpoint = engine.catalog().find(RecordFilter::feed()))
        m_endpoint = *endpoint;
    m_ui->setupUi(this);
    m_board->setContentsMargins(0, 8, 16, 16);
    m_ui->boardArea->setWidget(m_board);
    // Charts lie on the page, not in a field of their own.
    m_board->setAutoFillBackground(false);
    m_ui->boardArea->viewport()->setAutoFillBackground(false);
    fillBoxes();
    connectParts();
    showState();
}

DashboardPage::~DashboardPage()
{
    m_stop.request_stop();
}

void DashboardPage::connectParts()
{
    for (QComboBox *box : {m_ui->dashboardRangeBox, m_ui->dashboardPeriodBox, m_ui->dashboardDateBox})
        connect(box, &QComboBox::activated, this, &DashboardPage::takeChoices);
    connect(m_board, &DashboardGrid::choicesChanged, this, &DashboardPage::takeChoices);
    connect(m_board, &DashboardGrid::listChanged, this, &DashboardPage::present);
    connect(m_board, &DashboardGrid::recordsWanted, this, &DashboardPage::openRecords);
    connect(m_board, &DashboardGrid::fileWritten, this, &DashboardPage::tellWritten);
    connect(m_board, &DashboardGrid::writingFailed, this,
            [this](const Error &error) { m_ui->fileBanner->showError(error); });
    connect(m_ui->fileBanner, &ErrorBanner::actionTriggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_written).absolutePath())); });
    connect(m_ui->dashboardBanner, &ErrorBanner::actionTriggered, this, &DashboardPage::ask);
    connect(m_ui->reportButton, &QPushButton::clicked, this, &DashboardPage::askForReport);
    ConditionBar *bar = m_ui->dashboardConditions;
    bar->withoutFilterRow();
    connect(bar, &ConditionBar::conditionsChanged, this,
            [this, bar] { m_filter.set(bar->conditions(), m_filter.search()); });
    connect(bar, &ConditionBar::cleared, this, [this] { m_filter.set({}, {}); });
    connect(m_ui->dashboardSearch, &SearchField::searchChanged, this,
            [this](const QString &search) { m_filter.set(m_filter.where(), search); });
    bar->setValues([this](const QString &column, std::vector<query::Filter> where, std::stop_token stop) {
        const catalog::Column *known = m_endpoint.column(column);
        if (m_isMasked && known && known->personal) {
            return QtFuture::makeReadyFuture(Result<lake::ValueCounts>(
                fail(ErrorKind::Input, tr("Personal data is masked, so its values are not listed."))));
        }
        query::Query asked = query();
        asked.where = std::move(where);
        return m_session ? m_session->values(m_endpoint.id, column, std::move(asked), listedValues, stop)
                         : QFuture<Result<lake::ValueCounts>>();
    });
    for (const ChartPanel *panel : m_board->panels()) {
        ChartView *view = panel->view();
        connect(view, &ChartView::reached, this, [this, view](const QRect &rect) {
            const QPoint middle = view->mapTo(m_board, rect.center());
            m_ui->boardArea->ensureVisible(middle.x(), middle.y(), 0, rect.height() / 2 + 8);
        });
    }
    connect(&m_filter, &RecordFilter::changed, this, &DashboardPage::takeFilter);
    connect(m_ui->dashboardEmpty, &EmptyState::actionTriggered, this, [this] {
        if (m_words.action == EmptyTableReason::Action::Connect)
            Q_EMIT connectionRequested();
        else if (m_words.action == EmptyTableReason::Action::Sync)
            Q_EMIT syncRequested();
        else if (m_words.action == EmptyTableReason::Action::Clear) {
            m_choices.range.clear();
            showChoices();
            m_filter.set({}, {});
            ask();
        }
    });
    connect(&m_engine.jobs(), &engine::JobList::added, this, &DashboardPage::watch);
    connect(&m_engine, &engine::Engine::lakeReopened, this, &DashboardPage::takeNewSession);
}

void DashboardPage::fillBoxes()
{
    const QSignalBlocker quietRange(m_ui->dashboardRangeBox);
    const QSignalBlocker quietPeriod(m_ui->dashboardPeriodBox);
    const QSignalBlocker quietDate(m_ui->dashboardDateBox);
    m_ui->dashboardRangeBox->clear();
    for (const Choice &range : ranges)
        m_ui->dashboardRangeBox->addItem(QCoreApplication::translate("DashboardPage", range.text),
                                         QLatin1String(range.data));
    m_ui->dashboardPeriodBox->clear();
    m_ui->dashboardPeriodBox->addItem(tr("By week"), int(By::Week));
    m_ui->dashboardPeriodBox->addItem(tr("By month"), int(By::Month));
    m_ui->dashboardPeriodBox->addItem(tr("By quarter"), int(By::Quarter));
    m_ui->dashboardDateBox->clear();
    for (const QString &name : m_endpoint.possiblePeriodFields()) {
        if (const catalog::Column *column = m_endpoint.column(name))
            m_ui->dashboardDateBox->addItem(QCoreApplication::translate("catalog", column->title), name);
    }
    showChoices();
}

void DashboardPage::showChoices()
{
    m_ui->dashboardRangeBox->setCurrentIndex(std::max(0, m_ui->dashboardRangeBox->findData(m_choices.range)));
    m_ui->dashboardPeriodBox->setCurrentIndex(
        std::max(0, m_ui->dashboardPeriodBox->findData(int(m_choices.period))));
    m_ui->dashboardDateBox->setCurrentIndex(std::max(0, m_ui->dashboardDateBox->findData(m_choices.date)));
    m_board->setChoices(m_choices);
}

void DashboardPage::takeChoices()
{
    const DashboardChoices before = m_choices;
    m_choices.range = m_ui->dashboardRangeBox->currentData().toString();
    m_choices.period = static_cast<By>(m_ui->dashboardPeriodBox->currentData().toInt());
    m_choices.date = m_ui->dashboardDateBox->currentData().toString();
    m_choices = m_board->choices(m_choices);
    if (m_choices == before)
        return;
    // What is below the trend needs no other figures.
    DashboardChoices same = before;
    same.showsRate = m_choices.showsRate;
    if (m_choices == same && !m_isAsking) {
        m_shownChoices = m_choices;
        present();
    } else {
        ask();
    }
}

void DashboardPage::takeFilter()
{
    m_ui->dashboardConditions->setConditions(m_filter.where());
    m_ui->dashboardConditions->setClearable(!m_filter.search().isEmpty());
    m_ui->dashboardSearch->setSearch(m_filter.search());
    ask();
}

void DashboardPage::setConnection(const service::Connection &connection)
{
    const bool isSame = connection.id == m_connection.id;
    m_connection = connection;
    const std::shared_ptr<engine::LakeSession> session
        = connection.id.isEmpty() ? nullptr : m_engine.session(connection);
    if (isSame && session == m_session)
        return;
    m_figures.reset();
    m_error.reset();
    m_status.reset();
    m_columns.clear();
    m_ui->fileBanner->dismiss();
    m_session = session;
    ask();
}

void DashboardPage::takeNewSession(const QString &lake)
{
    if (!m_session || !m_session->isInterrupted() || m_session->location().key() != lake)
        return;
    m_session.reset();
    setConnection(m_connection);
}

void DashboardPage::setSettlingHours(int hours)
{
    m_settling.hours = hours;
    ask();
}

void DashboardPage::setLeast(int responses)
{
    m_least = responses;
    present();
}

void DashboardPage::setMasked(bool masked)
{
    m_isMasked = masked;
    present();
}

void DashboardPage::watch(Job *job)
{
    const auto *sync = qobject_cast<sync::SyncJob *>(job);
    const bool erases = dynamic_cast<engine::BlockingJob<engine::PersonErased> *>(job) != nullptr;
    if (!sync && !erases)
        return;
    connect(job, &Job::finished, this, [this, sync] {
        if (!sync || (m_session && m_session->location() == sync->lake()))
            ask();
    });
    showState();
}

bool DashboardPage::isSyncing() const
{
    const QList<Job *> &jobs = m_engine.jobs().listed();
    return std::any_of(jobs.begin(), jobs.end(), [this](const Job *job) {
        const auto *sync = qobject_cast<const sync::SyncJob *>(job);
        return sync && !sync->isFinished() && m_session && sync->lake() == m_session->location();
    });
}

query::Query DashboardPage::query() const
{
    query::Query query;
    query.where = m_filter.where();
    query.search = m_filter.search();
    return query;
}

//! Columns first: by one of them responses are compared.
void DashboardPage::ask()
{
    m_stop.request_stop();
    ++m_generation;
    m_isAsking = false;
    m_isDue = !isVisible();
    if (!m_session || m_isDue) {
        showState();
        return;
    }
    m_isAsking = true;
    m_stop = std::stop_source();
    showState();
    onResult(m_session->columns(m_endpoint.id), this,
             [this, generation = m_generation](const Result<std::vector<lake::LakeColumn>> &columns) {
                 if (generation != m_generation)
                     return;
                 if (!columns) {
                     take(fail(columns.error()));
                     return;
                 }
                 takeColumns(*columns);
                 askFigures();
             });
}

void DashboardPage::takeColumns(const std::vector<lake::LakeColumn> &columns)
{
    if (columns != m_columns) {
        m_columns = columns;
        m_ui->dashboardConditions->setColumns(columns);
        m_board->setColumns(columns);
    }
    const std::vector<lake::LakeColumn> dividing = dividingColumns(columns);
    const auto settle = [&dividing](QString &column, std::size_t usual) {
        const bool isThere
            = std::any_of(dividing.begin(), dividing.end(),
                          [&column](const lake::LakeColumn &each) { return each.name == column; });
        if (!isThere)
            column = usual < dividing.size() ? dividing[usual].name : QString();
    };
    constexpr auto none = std::size_t(-1);
    settle(m_choices.segment, 0);
    settle(m_choices.rows, 0);
    settle(m_choices.columns, none);
    settle(m_choices.lines, none);
    if (m_ui->dashboardDateBox->findData(m_choices.date) < 0)
        m_choices.date = DashboardChoices().date;
    showChoices();
}

void DashboardPage::askFigures()
{
    // Quick answers come without a flicker.
    QTimer::singleShot(150, this, [this, generation = m_generation] {
        if (generation == m_generation && m_isAsking)
            m_board->setStale(true);
    });
    const auto answer
        = m_session->dashboard(m_endpoint.id, query(), m_choices.plan(m_settling), m_stop.get_token());
    onResult(answer, this,
             [this, generation = m_generation,
              choices = m_choices](const Result<engine::LakeSession::DashboardPointer> &figures) {
                 if (generation != m_generation)
                     return;
                 m_shownChoices = choices;
                 take(figures);
             });
}

void DashboardPage::take(const Result<engine::LakeSession::DashboardPointer> &answer)
{
    m_isAsking = false;
    m_error.reset();
    if (answer)
        m_figures = *answer;
    else
        m_error = answer.error();
    m_board->setStale(!answer);
    if (answer && m_figures->figure.records == 0)
        askStatus();
    present();
    showState();
}

//! Why there are no records.
void DashboardPage::askStatus()
{
    onResult(m_session->status(), this,
             [this, generation = m_generation](const Result<std::vector<lake::FeedStatus>> &answer) {
                 if (generation != m_generation || !answer)
                     return;
                 const auto found = std::ranges::find(*answer, m_endpoint.id, &lake::FeedStatus::feed);
                 m_status = found == answer->end() ? std::nullopt : std::optional(*found);
                 showState();
             });
}

void DashboardPage::present()
{
    // A report is of one state from its first page to its last.
    if (!m_figures || m_isReporting)
        return;
    m_board->setOrigin(origin());
    m_board->show(context(), m_settling.hours);
}

ChartContext DashboardPage::context() const
{
    return {*m_figures, m_shownChoices, m_columns, m_endpoint.scoreColumn, m_least, m_isMasked};
}

void DashboardPage::showState()
{
    const bool isMissing = m_error && m_error->kind == ErrorKind::NotFound;
    if (m_error && !isMissing)
        m_ui->dashboardBanner->showError(*m_error, tr("&Retry"));
    else
        m_ui->dashboardBanner->dismiss();
    const bool hasRecords = m_session && m_figures && m_figures->figure.records > 0 && !isMissing;
    m_ui->dashboardStack->setCurrentIndex(hasRecords ? 0 : 1);
    m_ui->dashboardConditions->setEnabled(m_session && !isMissing);
    m_ui->dashboardSearch->setEnabled(m_session && !isMissing);
    m_ui->reportButton->setEnabled(hasRecords && !m_isReporting);
    if (hasRecords)
        return;
    const bool isFiltered = !m_filter.isEmpty() || !m_choices.range.isEmpty();
    LakeTableModel::State state = LakeTableModel::State::Ready;
    if (m_error)
        state = LakeTableModel::State::Failed;
    else if (m_session && !m_figures)
        state = LakeTableModel::State::Loading;
    m_words = emptyTableReason({m_connection.name, m_endpoint, query::Presence::There, bool(m_session),
                                isSyncing(), isFiltered, isMissing, state, m_status,
                                m_connection.syncMinutes > 0 && !m_connection.isSample()});
    m_ui->dashboardEmpty->setContent(m_words.icon, m_words.title, m_words.text, m_words.actionText);
}

void DashboardPage::openRecords(const std::vector<query::Filter> &where)
{
    m_filter.set(where, m_filter.search());
    Q_EMIT recordsWanted();
}

QString DashboardPage::filterText() const
{
    QStringList parts;
    for (const query::Filter &filter : m_filter.where())
        parts.append(filterLabel(filter, m_columns));
    if (!m_filter.search().isEmpty())
        parts.append(tr("“%1” is found").arg(m_filter.search()));
    if (!m_choices.range.isEmpty())
        parts.append(m_ui->dashboardRangeBox->currentText());
    return parts.isEmpty() ? tr("All responses") : parts.join(QStringLiteral(" · "));
}

QString DashboardPage::origin() const
{
    const QString date = QLocale().toString(today(m_engine.clock()), QLocale::ShortFormat);
    return m_connection.name + QStringLiteral(" · ") + filterText() + QStringLiteral(" · ") + date;
}

void DashboardPage::askForReport()
{
    auto *chooser = new QFileDialog(this, tr("Save the report as"));
    chooser->setObjectName(QStringLiteral("reportDialog"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("PDF files (*.pdf)"));
    chooser->setDefaultSuffix(QStringLiteral("pdf"));
    chooser->setDirectory(usualFolder());
    chooser->selectFile(tr("NPS report %1").arg(today(m_engine.clock()).toString(Qt::ISODate))
                        + QStringLiteral(".pdf"));
    connect(chooser, &QFileDialog::fileSelected, this, &DashboardPage::writeReport);
    chooser->open();
}

void DashboardPage::writeReport(const QString &path)
{
    if (!m_figures || m_isReporting)
        return;
    m_isReporting = true;
    showState();
    std::vector<const Chart *> charts;
    for (ChartPanel *panel : m_board->panels())
        charts.push_back(&panel->chart());
    const QString date = QLocale().toString(today(m_engine.clock()), QLocale::LongFormat);
    auto *report
        = new Report({tr("NPS report"), m_connection.name, filterText(), date, m_board->headline().facts()},
                     std::move(charts), this);
    connect(report, &Report::finished, this, [this, report, path](const QByteArray &pdf) {
        report->deleteLater();
        m_isReporting = false;
        present();
        showState();
        onResult(QtConcurrent::run([pdf, path] { return writeWholeFile(path, pdf, notWrittenText(path)); }),
                 this, [this, path](const Result<void> &done) {
                     if (done)
                         tellWritten(path);
                     else
                         m_ui->fileBanner->showError(done.error());
                 });
    });
    report->start();
}

void DashboardPage::tellWritten(const QString &path)
{
    m_written = path;
    m_ui->fileBanner->showMessage(ErrorBanner::Severity::Success,
                                  tr("Saved to %1.").arg(QDir::toNativeSeparators(path)), tr("Open fol&der"));
}

QByteArray DashboardPage::saveState() const
{
    return QJsonDocument(m_choices.toJson()).toJson(QJsonDocument::Compact);
}

void DashboardPage::restoreState(const QByteArray &state)
{
    m_choices = DashboardChoices::fromJson(QJsonDocument::fromJson(state).object());
    showChoices();
    ask();
}

void DashboardPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isDue)
        ask();
}

void DashboardPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillBoxes();
        present();
        showState();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
