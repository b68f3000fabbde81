// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/mainwindow.h"

#include "engine/engine.h"
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "kit/fileplace.h"
#include "kit/jobpanel.h"
#include "kit/language.h"
#include "kit/plaintext.h"
#include "kit/theme.h"
#include "mainwindow/workspace.h"
#include "pages/connections/connectionspage.h"
#include "pages/connections/firststartpage.h"
#include "pages/connections/forgetdialog.h"
#include "pages/connections/laketablesdialog.h"
#include "pages/connections/readagaindialog.h"
#include "pages/dashboard/dashboardpage.h"
#include "pages/explore/explorepage.h"
#include "pages/jobs/jobspage.h"
#include "pages/jobs/synchistoryview.h"
#include "pages/settings/settingspage.h"
#include "pages/upload/uploadpage.h"
#include "records/filter/recordfilter.h"
#include "ui_mainwindow.h"

#include <QCloseEvent>
#include <QCryptographicHash>
#include <QDir>
#include <QLocale>
#include <QMessageBox>
#include <QMetaEnum>
#include <QPushButton>

namespace gauge::ui {

namespace {

constexpr auto geometryKey = "window/geometry";
constexpr auto pageKey = "window/page";
constexpr auto connectionKey = "window/connection";
constexpr auto languageKey = "window/language";
constexpr auto exploreKey = "explore/state";
constexpr auto announceKey = "window/announce";
constexpr auto dashboardKey = "dashboard/state";
constexpr auto leastKey = "dashboard/least";
constexpr auto settlingKey = "explore/settlingHours";

const QStringList &pageNames()
{
    static const QStringList names{QStringLiteral("explore"),     QStringLiteral("dashboard"),
                                   QStringLiteral("upload"),      QStringLiteral("jobs"),
                                   QStringLiteral("connections"), QStringLiteral("settings")};
    return names;
}

// Groups of keys, one a connection.
constexpr auto dismissedGroup = "dismissed";
constexpr auto dismissedUploadGroup = "dismissedUpload";

QString dismissedKey(const QString &id)
{
    return QLatin1String(dismissedGroup) + QLatin1Char('/') + id;
}

QString dismissedUploadKey(const QString &id)
{
    return QLatin1String(dismissedUploadGroup) + QLatin1Char('/') + id;
}

//! A trouble as window.ini has it: an error may name what is nobody else's business.
QString fingerprint(const QString &key)
{
    return QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace

MainWindow::MainWindow(engine::Engine &engine, Language &language, const QString &dataFolder, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_language(language)
    , m_state(dataFolder)
    , m_ui(std::make_unique<Ui::MainWindow>())
    , m_connections(new ConnectionListModel(engine, this))
    , m_jobs(new JobListModel(engine.jobs(), this))
    , m_workspace(new Workspace(engine, *m_connections, this))
    , m_sideBar(new SideBar(*m_connections, this))
    , m_jobPanel(new JobPanel(engine.jobs(), this))
    , m_filter(new RecordFilter(this))
{
    // Before the widgets, so that they are made in the right words at once.
    m_language.use(m_state.text(QLatin1String(languageKey)));
    m_ui->setupUi(this);
    m_ui->sideLayout->insertWidget(0, m_sideBar);
    m_ui->windowLayout->addWidget(m_jobPanel);
    m_syncBanner = new ActionBanner(m_ui->syncBanner, this);
    m_uploadBanner = new ActionBanner(m_ui->uploadBanner, this);
    static_cast<void>(usualFolder()); // looked for now, so that a dialog finds it
    addPages(dataFolder);
    wireActions();
    wireConnections();
    restore();
}

MainWindow::~MainWindow() = default;

void MainWindow::addPages(const QString &dataFolder)
{
    m_firstStart = new FirstStartPage(m_engine, this);
    m_explore = new ExplorePage(m_engine, this);
    m_explore->shareFilter(m_filter);
    m_dashboard = new DashboardPage(m_engine, *m_filter, this);
    m_upload = new UploadPage(m_engine, this);
    m_connectionsPage = new ConnectionsPage(m_engine, *m_connections, this);
    m_history = new SyncHistoryView(m_engine, this);
    m_jobsPage = new JobsPage(m_engine.jobs(), *m_jobs, m_history, this);
    auto *settings = new SettingsPage(dataFolder, m_language.current(), this);
    m_settings = settings;
    // In the order of Page; the page of the first start stands in for Explore.
    for (QWidget *page : std::initializer_list<QWidget *>{m_explore, m_dashboard, m_upload, m_jobsPage,
                                                          m_connectionsPage, settings, m_firstStart})
        m_ui->pages->addWidget(page);
    m_firstStart->setObjectName(QStringLiteral("firstStartPage"));
    m_explore->setObjectName(QStringLiteral("explorePage"));
    m_dashboard->setObjectName(QStringLiteral("dashboardPage"));
    m_upload->setObjectName(QStringLiteral("uploadPage"));
    m_connectionsPage->setObjectName(QStringLiteral("connectionsPage"));
    m_jobsPage->setObjectName(QStringLiteral("jobsPage"));
    settings->setObjectName(QStringLiteral("settingsPage"));
    m_filter->setObjectName(QStringLiteral("recordFilter"));
    m_sideBar->setObjectName(QStringLiteral("sideBar"));
    m_jobPanel->setObjectName(QStringLiteral("jobPanel"));
    connect(settings, &SettingsPage::languageChosen, this, &MainWindow::chooseLanguage);
    connect(settings, &SettingsPage::announcingChosen, this, [this](bool wanted) {
        m_state.set(QLatin1String(announceKey), wanted ? QStringLiteral("on") : QString());
        m_state.save();
        Q_EMIT announcingChanged(wanted);
    });
    connect(settings, &SettingsPage::settlingChosen, this, [this](int hours) {
        m_state.set(QLatin1String(settlingKey), QString::number(hours));
        m_explore->setSettlingHours(hours);
        m_dashboard->setSettlingHours(hours);
    });
    connect(settings, &SettingsPage::leastChosen, this, [this](int responses) {
        m_state.set(QLatin1String(leastKey), QString::number(responses));
        m_dashboard->setLeast(responses);
    });
}

void MainWindow::wireActions()
{
    m_ui->actionSync->setIcon(icon(QStringLiteral("sync")));
    m_ui->actionSync->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::Key_F5)});
    m_ui->actionExport->setIcon(icon(QStringLiteral("export")));
    m_ui->actionQuit->setShortcut(Qt::CTRL | Qt::Key_Q); // QKeySequence::Quit is none on many desktops
    const auto show = [this](QAction *action, Page page) {
        connect(action, &QAction::triggered, this, [this, page] { showPage(page); });
    };
    show(m_ui->actionExplore, Page::Explore);
    show(m_ui->actionDashboard, Page::Dashboard);
    show(m_ui->actionUpload, Page::Upload);
    show(m_ui->actionJobs, Page::Jobs);
    show(m_ui->actionConnections, Page::Connections);
    show(m_ui->actionSettings, Page::Settings);
    show(m_ui->actionAbout, Page::Settings);
    connect(m_explore, &ExplorePage::connectionRequested, m_ui->actionNewConnection, &QAction::trigger);
    connect(m_dashboard, &DashboardPage::connectionRequested, m_ui->actionNewConnection, &QAction::trigger);
    connect(m_dashboard, &DashboardPage::syncRequested, m_ui->actionSync, &QAction::trigger);
    connect(m_dashboard, &DashboardPage::recordsWanted, this, [this] {
        showPage(Page::Explore);
        m_explore->showResponses();
    });
    connect(m_explore, &ExplorePage::maskingChanged, m_dashboard, &DashboardPage::setMasked);
    connect(m_upload, &UploadPage::connectionRequested, m_ui->actionNewConnection, &QAction::trigger);
    connect(m_upload, &UploadPage::connectionEditRequested, this, [this](const QString &id) {
        showPage(Page::Connections);
        m_connectionsPage->edit(id);
    });
    connect(m_upload, &UploadPage::recordRequested, this, [this](const QString &number) {
        showPage(Page::Explore);
        m_explore->showRecord(number);
    });
    connect(m_ui->actionNewConnection, &QAction::triggered, this, [this] {
        showPage(Page::Connections);
        m_connectionsPage->addNew();
    });
    connect(m_ui->actionSync, &QAction::triggered, this, [this] {
        if (m_workspace->current())
            m_workspace->sync(m_workspace->current()->id);
    });
    connect(m_ui->actionTables, &QAction::triggered, this, [this] {
        auto *dialog = new LakeTablesDialog(m_engine, *m_workspace->current(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_ui->actionForget, &QAction::triggered, this, [this] {
        if (m_workspace->current())
            openForget(m_workspace->current()->id);
    });
    connect(m_ui->actionExport, &QAction::triggered, this, [this] {
        showPage(Page::Explore);
        m_explore->exportCurrent();
    });
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_explore, &ExplorePage::syncRequested, m_ui->actionSync, &QAction::trigger);
    connect(m_explore, &ExplorePage::reconcileRequested, this, [this](const QString &feed) {
        if (m_workspace->current())
            m_workspace->reconcile(m_workspace->current()->id, feed);
    });
    connect(m_ui->syncBanner, &ErrorBanner::dismissed, this, &MainWindow::dismissTrouble);
    connect(m_ui->uploadBanner, &ErrorBanner::dismissed, this, [this] {
        if (m_workspace->current()) {
            m_state.set(dismissedUploadKey(m_workspace->current()->id), QString::number(m_offeredUpload));
            m_state.save();
        }
    });
    connect(&m_engine.jobs(), &engine::JobList::added, this, [this](const Job *job) {
        if (const auto *upload = qobject_cast<const upload::UploadJob *>(job)) {
            m_uploadedHere.insert(upload->connectionId());
            m_uploadBanner->dismiss();
        }
    });
    connect(m_sideBar, &SideBar::troubleOpened, this, &MainWindow::openTrouble);
    connect(m_jobPanel, &JobPanel::troubleOpened, this, &MainWindow::openTrouble);
    connect(m_sideBar, &SideBar::pageChosen, this, &MainWindow::showPage);
    connect(m_jobPanel, &JobPanel::opened, this, [this] { showPage(Page::Jobs); });
    connect(m_jobs, &JobListModel::runningCountChanged, m_sideBar, &SideBar::setRunningJobs);
    connect(&m_minute, &QTimer::timeout, m_connections, &ConnectionListModel::refreshTexts);
    connect(&m_minute, &QTimer::timeout, m_connectionsPage, &ConnectionsPage::lookAgain);
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::showTrouble);
    m_minute.start(std::chrono::minutes(1));
}

void MainWindow::wireConnections()
{
    connect(m_connections, &ConnectionListModel::loaded, this, &MainWindow::arrange);
    connect(m_connections, &ConnectionListModel::loaded, this, &MainWindow::forgetRemoved);
    connect(m_connections, &ConnectionListModel::loadFailed, this, &MainWindow::onListFailed);
    connect(m_workspace, &Workspace::currentChanged, this, &MainWindow::onCurrentChanged);
    connect(m_workspace, &Workspace::syncingChanged, this, &MainWindow::onSyncingChanged);
    connect(m_workspace, &Workspace::syncFailed, this, [this](const QString &id) {
        m_state.set(dismissedKey(id), QString());
        showTrouble();
        if (m_workspace->current() && m_workspace->current()->id == id)
            showTroubleBanner();
    });
    connect(m_connections, &ConnectionListModel::factsChanged, this, &MainWindow::showTrouble);
    connect(m_workspace, &Workspace::secretWanted, this, &MainWindow::askForSecret);
    connect(m_workspace, &Workspace::sampleBusy, m_firstStart, &FirstStartPage::setSampleBusy);
    connect(m_workspace, &Workspace::sampleFailed, this, [this](const Error &error) {
        m_firstStart->showError(error);
        m_connectionsPage->showError(error);
    });
    connect(m_sideBar, &SideBar::connectionChosen, m_workspace, &Workspace::choose);

    const auto adopt = [this](const service::Connection &connection) {
        showPage(Page::Explore);
        m_workspace->adopt(connection);
    };
    connect(m_firstStart, &FirstStartPage::connected, this, adopt);
    connect(m_connectionsPage, &ConnectionsPage::connected, this, adopt);
    connect(m_firstStart, &FirstStartPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_connectionsPage, &ConnectionsPage::sampleRequested, this, &MainWindow::openSample);
    connect(m_firstStart, &FirstStartPage::retryRequested, m_connections, &ConnectionListModel::reload);
    connect(m_connectionsPage, &ConnectionsPage::syncRequested, m_workspace, &Workspace::sync);
    connect(m_connectionsPage, &ConnectionsPage::readAgainRequested, this, &MainWindow::openReadAgain);
    connect(m_connectionsPage, &ConnectionsPage::forgetRequested, this, &MainWindow::openForget);
    connect(m_jobsPage, &JobsPage::readAgainRequested, this, [this] {
        if (m_workspace->current())
            openReadAgain(m_workspace->current()->id);
    });
    connect(m_connectionsPage, &ConnectionsPage::openRequested, this, [this](const QString &id) {
        m_workspace->choose(id);
        showPage(Page::Explore);
    });
}

void MainWindow::load()
{
    m_connections->reload();
}

void MainWindow::openSample()
{
    showPage(Page::Explore);
    m_workspace->openSample();
}

void MainWindow::showPage(Page page)
{
    m_page = page;
    arrange();
    m_sideBar->setCurrentPage(page);
}

void MainWindow::arrange()
{
    const bool any = m_connections->rowCount() > 0;
    const bool first = m_page == Page::Explore && !any;
    // Before the list is here nothing is shown in Explore's place: no flash of the first start.
    m_ui->pages->setVisible(!first || m_connections->isLoaded());
    m_ui->pages->setCurrentWidget(first ? m_firstStart : m_ui->pages->widget(static_cast<int>(m_page)));
    m_sideBar->setVisible(!first);
    m_ui->sideRule->setVisible(!first);
    m_ui->actionExport->setEnabled(any);
    onSyncingChanged();
}

//! What is kept about a connection goes with it, also where another program has removed it.
void MainWindow::forgetRemoved()
{
    QStringList ids;
    for (int row = 0; row < m_connections->rowCount(); ++row)
        ids.append(m_connections->at(row)->id);
    const bool hadFilters = m_explore->keepFiltersOf(ids);
    const QStringList groups{QLatin1String(dismissedGroup), QLatin1String(dismissedUploadGroup)};
    if (!m_state.keepOnly(groups, ids) && !hadFilters)
        return;
    m_state.set(QLatin1String(exploreKey), m_explore->saveState());
    m_state.save();
}

void MainWindow::onCurrentChanged()
{
    const std::optional<service::Connection> &current = m_workspace->current();
    const QString id = current ? current->id : QString();
    m_ui->accent->setConnectionId(id);
    m_sideBar->setCurrentConnection(id);
    m_syncBanner->dismiss();
    setWindowTitle(current ? current->name + QStringLiteral(" – GaugeDesk") : QStringLiteral("GaugeDesk"));
    m_explore->setConnection(current.value_or(service::Connection()));
    m_dashboard->setConnection(current.value_or(service::Connection()));
    m_upload->setConnection(current);
    m_history->setConnection(current);
    arrange();
    showTrouble();
    if (current && m_workspace->failure(id))
        showTroubleBanner();
    offerUpload();
}

void MainWindow::onSyncingChanged()
{
    const QSet<QString> syncing = m_workspace->syncing();
    const std::optional<service::Connection> &current = m_workspace->current();
    const bool busy = current && syncing.contains(current->id);
    if (busy) {
        m_syncBanner->dismiss();
        showTrouble();
    }
    m_sideBar->setSyncing(busy);
    m_connectionsPage->setSyncing(syncing);
    m_jobsPage->setMayReadAgain(current && !busy);
    m_ui->actionSync->setEnabled(current && !busy);
    m_ui->actionTables->setEnabled(current.has_value());
    m_ui->actionForget->setEnabled(current.has_value());
}

SyncTrouble MainWindow::trouble() const
{
    const std::optional<service::Connection> &current = m_workspace->current();
    const int row = current ? m_connections->rowOf(current->id) : -1;
    if (row < 0 || m_workspace->syncing().contains(current->id))
        return {};
    SyncTrouble found = m_connections->trouble(row);
    if (const SyncFailure *failed = m_workspace->failure(current->id)) {
        found = {SyncTrouble::Kind::Failed, failed->feed, tr("The last sync failed"), failed->error.text,
                 QStringLiteral("failed %1 %2").arg(failed->feed, failed->error.text)};
    }
    const bool isDismissed
        = !found.key.isEmpty() && m_state.text(dismissedKey(current->id)) == fingerprint(found.key);
    return isDismissed ? SyncTrouble() : found;
}

//! On every page, until it is dealt with.
void MainWindow::showTrouble()
{
    const SyncTrouble found = trouble();
    m_sideBar->setTrouble(found.title);
    m_jobPanel->setTrouble(found.title);
    QStringList feeds;
    const std::optional<service::Connection> &current = m_workspace->current();
    const int row = current ? m_connections->rowOf(current->id) : -1;
    if (row >= 0 && m_connections->facts(row))
        feeds = feedLines(m_connections->facts(row)->feeds, m_engine.catalog(), m_connections->now());
    m_jobPanel->setResting(feeds.join(QStringLiteral(" · ")));
}

//! What happened, and the one thing that helps.
void MainWindow::showTroubleBanner()
{
    const SyncTrouble found = trouble();
    if (found.kind == SyncTrouble::Kind::None)
        return;
    const QString id = m_workspace->current()->id;
    if (const SyncFailure *failed = m_workspace->failure(id)) {
        m_syncBanner->tell(failed->error, actionText(*failed), [this, id] { m_workspace->tryAgain(id); });
        return;
    }
    const QString action = found.kind == SyncTrouble::Kind::Interrupted ? tr("&Resume")
        : found.kind == SyncTrouble::Kind::Failed                       ? tr("Sync again")
                                                                        : tr("&Sync now");
    m_syncBanner->tell(ErrorBanner::Severity::Warning, found.text, action,
                       [this, id] { m_workspace->sync(id); });
}

QString MainWindow::actionText(const SyncFailure &failed)
{
    switch (failed.remedy) {
    case sync::Remedy::Adopt:
        return tr("It is the same data: &adopt it");
    case sync::Remedy::AcceptGone:
        return tr("&Mark them as gone");
    case sync::Remedy::Reconcile:
        return tr("&Read again from the start");
    case sync::Remedy::None:
        break;
    }
    return failed.plan.kind == lake::SyncKind::Incremental ? tr("Sync again") : tr("&Try again");
}

void MainWindow::openTrouble()
{
    const SyncTrouble found = trouble();
    const bool isJob = m_workspace->current() && m_workspace->failure(m_workspace->current()->id);
    if (found.kind == SyncTrouble::Kind::Overdue) {
        showPage(Page::Connections);
        m_connectionsPage->select(m_workspace->current()->id);
    } else {
        showPage(Page::Jobs);
        m_jobsPage->showTab(isJob ? JobsPage::Tab::Session : JobsPage::Tab::Earlier);
    }
    showTroubleBanner();
}

void MainWindow::dismissTrouble()
{
    if (!m_workspace->current())
        return;
    const QString id = m_workspace->current()->id;
    const QString key = trouble().key;
    m_workspace->dismissFailure(id);
    if (!key.isEmpty()) {
        m_state.set(dismissedKey(id), fingerprint(key));
        m_state.save();
    }
    showTrouble();
}

void MainWindow::openReadAgain(const QString &id)
{
    const service::Connection *connection = m_connections->find(id);
    if (!connection)
        return;
    auto *dialog = new ReadAgainDialog(m_engine.catalog(), connection->name, today(m_engine.clock()), this);
    dialog->setObjectName(QStringLiteral("readAgainDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReadAgainDialog::readWanted, m_workspace,
            [this, id](const sync::SyncPlan &plan) { m_workspace->readAgain(id, plan); });
    connect(dialog, &ReadAgainDialog::compareWanted, m_workspace,
            [this, id](const std::vector<sync::VerifyPlan> &plans) { m_workspace->compare(id, plans); });
    dialog->open();
}

void MainWindow::openForget(const QString &id)
{
    const service::Connection *connection = m_connections->find(id);
    if (!connection)
        return;
    auto *dialog = new ForgetDialog(m_engine, *connection, this);
    dialog->setObjectName(QStringLiteral("forgetDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ForgetDialog::erased, m_connections, [this, id] { m_connections->refreshFacts(id); });
    dialog->open();
}

//! What was not finished before this start. What is stopped later is offered where it was stopped.
void MainWindow::offerUpload()
{
    m_uploadBanner->dismiss();
    const std::optional<service::Connection> &current = m_workspace->current();
    if (!current || m_uploadedHere.contains(current->id))
        return;
    auto *job = m_engine.fileUploads().unfinished(*current);
    connect(job, &Job::finished, this, [this, job, id = current->id] {
        const bool isCurrent
            = m_workspace->current() && m_workspace->current()->id == id && !m_uploadedHere.contains(id);
        // An error is said where the history is shown.
        if (!job->error() && job->result() && isCurrent)
            showUnfinished(*job->result());
    });
}

void MainWindow::showUnfinished(const engine::UnfinishedUpload &found)
{
    const lake::UploadEntry &upload = found.upload;
    if (m_state.text(dismissedUploadKey(m_workspace->current()->id)) == QString::number(upload.id))
        return;
    m_offeredUpload = upload.id;
    QString text
        = tr("The upload of “%1” started on %2 and is unfinished: %3.")
              .arg(upload.file, QLocale().toString(upload.started.toLocalTime(), QLocale::ShortFormat),
                   upload::countsText(upload.counts));
    if (!found.hasFile)
        text += QLatin1Char(' ')
            + tr("The file is no longer in %1; choose where it is now.")
                  .arg(QDir::toNativeSeparators(upload.folder));
    const QString id = m_workspace->current()->id;
    m_uploadBanner->tell(ErrorBanner::Severity::Warning, text, tr("&Resume…"), [this, upload, id] {
        m_uploadedHere.insert(id);
        showPage(Page::Upload);
        m_upload->resume(upload);
    });
}

void MainWindow::onListFailed(const Error &error)
{
    m_ui->pages->setVisible(true);
    m_firstStart->showError(error, tr("Try again"));
    m_connectionsPage->showError(error);
}

void MainWindow::askForSecret(const QString &id)
{
    showPage(Page::Connections);
    m_connectionsPage->askForSecret(
        id,
        tr("The client secret was kept for one session only. Type it again to sync; "
           "what was synced before is still here."));
}

void MainWindow::offerAnnouncing()
{
    m_settings->setAnnouncing(true, announces());
}

bool MainWindow::announces() const
{
    return m_state.text(QLatin1String(announceKey)) == QLatin1String("on");
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_language.use(code);
    m_state.set(QLatin1String(languageKey), code);
    m_state.save();
}

void MainWindow::restore()
{
    restoreGeometry(m_state.bytes(QLatin1String(geometryKey)));
    bool isKept = false;
    if (const int hours = m_state.text(QLatin1String(settlingKey)).toInt(&isKept); isKept && hours >= 0) {
        m_settings->setSettlingHours(hours);
        m_explore->setSettlingHours(hours);
        m_dashboard->setSettlingHours(hours);
    }
    if (const int least = m_state.text(QLatin1String(leastKey)).toInt(); least > 0) {
        m_settings->setLeast(least);
        m_dashboard->setLeast(least);
    }
    m_dashboard->restoreState(m_state.bytes(QLatin1String(dashboardKey)));
    m_explore->restoreState(m_state.bytes(QLatin1String(exploreKey)));
    m_workspace->choose(m_state.text(QLatin1String(connectionKey)));
    const auto page = pageNames().indexOf(m_state.text(QLatin1String(pageKey)));
    showPage(page < 0 ? Page::Explore : static_cast<Page>(page));
}

void MainWindow::remember()
{
    m_state.set(QLatin1String(geometryKey), saveGeometry());
    m_state.set(QLatin1String(pageKey), pageNames().at(static_cast<int>(m_page)));
    m_state.set(QLatin1String(exploreKey), m_explore->saveState());
    m_state.set(QLatin1String(dashboardKey), m_dashboard->saveState());
    if (m_workspace->current())
        m_state.set(QLatin1String(connectionKey), m_workspace->current()->id);
    m_state.save();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_engine.jobs().isIdle()) {
        remember();
        event->accept();
        return;
    }
    event->ignore();
    if (const QStringList running = runningTitles(); !running.isEmpty() && !m_mayStop) {
        askToQuit(running);
        return;
    }
    if (!m_closing) {
        m_closing = true;
        m_jobPanel->setNotice(tr("Closing as soon as the running jobs have stopped; what was stored stays."));
        connect(&m_engine.jobs(), &engine::JobList::idle, this, &QWidget::close, Qt::QueuedConnection);
    }
    m_engine.jobs().cancelAll();
}

//! What a person started, or the clock; looking something up is stopped without a question.
QStringList MainWindow::runningTitles() const
{
    QStringList titles;
    for (const Job *job : m_engine.jobs().listed()) {
        if (!job->isFinished())
            titles.append(job->title());
    }
    return titles;
}

void MainWindow::askToQuit(const QStringList &running)
{
    const QString name = QStringLiteral("quitQuestion");
    if (auto *open = findChild<QMessageBox *>(name)) {
        open->raise();
        open->activateWindow();
        return;
    }
    QuestionText asked;
    asked.name = name;
    asked.title = tr("Quit GaugeDesk");
    asked.text = tr("%Ln job(s) are running. Stop them and quit?", nullptr, int(running.size()));
    asked.details = running.join(QLatin1Char('\n')) + QStringLiteral("\n\n")
        + tr("What was stored and sent is kept. A sync or an upload can be resumed later; an export that is "
             "stopped leaves no file.");
    asked.isWarning = false;
    QMessageBox *question = makeQuestion(asked, this);
    QPushButton *keep = question->addButton(tr("&Keep running"), QMessageBox::RejectRole);
    QPushButton *stop = question->addButton(tr("&Stop and quit"), QMessageBox::DestructiveRole);
    keep->setObjectName(QStringLiteral("keepButton"));
    stop->setObjectName(QStringLiteral("stopButton"));
    question->setDefaultButton(keep);
    question->setEscapeButton(keep);
    connect(stop, &QPushButton::clicked, this, &MainWindow::quit);
    question->open();
}

void MainWindow::quit()
{
    m_mayStop = true;
    close();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const QString title = windowTitle();
        m_ui->retranslateUi(this);
        setWindowTitle(title);
        showTrouble();
    }
    QMainWindow::changeEvent(event);
}

} // namespace gauge::ui
