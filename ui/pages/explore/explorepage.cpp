// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/explorepage.h"

#include "engine/joblist.h"
#include "engine/lakesession.h"
#include "kit/theme.h"
#include "pages/explore/export/exportstarter.h"
#include "pages/explore/liveview.h"
#include "pages/explore/saved/explorestate.h"
#include "pages/explore/viewmenu.h"
#include "records/cells/display.h"
#include "records/filter/recordfilter.h"
#include "sync/syncjob.h"
#include "ui_explorepage.h"

#include <QButtonGroup>
#include <QEvent>
#include <QJsonDocument>
#include <QShortcut>

namespace gauge::ui {

namespace {

// Below this width of the window the details lie under the table.
constexpr int narrowWindow = 900;

} // namespace

ExplorePage::ExplorePage(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ExplorePage>())
    , m_engine(engine)
{
    m_ui->setupUi(this);
    m_live = new LiveView(engine, m_ui->modes);
    m_live->setObjectName(QStringLiteral("liveView"));
    m_ui->modes->addWidget(m_live);
    auto *modes = new QButtonGroup(this);
    modes->addButton(m_ui->lakeButton);
    modes->addButton(m_ui->liveButton);
    m_ui->columnsButton->setIcon(icon(QStringLiteral("columns")));
    m_ui->detailsButton->setIcon(icon(QStringLiteral("detail")));
    m_ui->maskButton->setIcon(icon(QStringLiteral("eye-off")));
    showMasking();
    m_ui->exportButton->setIcon(icon(QStringLiteral("export")));
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    m_ui->splitter->setSizes({800, 340});
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        if (!m_ui->detailPane->findInText())
            m_ui->searchField->setFocus();
    });
    for (const auto &[key, by] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *shortcut = new QShortcut(Qt::ALT | key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { step(by); });
    }
    auto *saved = new ActionBanner(m_ui->savedBanner, this);
    m_views = new ViewMenu(engine, {m_ui->viewButton, m_ui->feedBox, m_ui->lakeView, saved}, this);
    m_exports = new ExportStarter(
        engine, {m_ui->savedExportsButton, m_ui->exportNotice, m_ui->exportBanner, saved}, this);
    connectViews();
    fillFeeds(*m_ui->feedBox, m_engine.catalog());
    setMode(Mode::Lake);
    setSettlingHours(metrics::ProvisionalWindow::usualHours);
    chooseFeed();
    const QList<Job *> running = m_engine.jobs().listed();
    for (Job *job : running)
        watch(job);
}

ExplorePage::~ExplorePage() = default;

void ExplorePage::connectViews()
{
    LakeView *lake = m_ui->lakeView;
    DetailPane *details = m_ui->detailPane;
    connect(m_ui->feedBox, &QComboBox::currentIndexChanged, this, &ExplorePage::chooseFeed);
    connect(m_ui->lakeButton, &QToolButton::toggled, this,
            [this](bool on) { setMode(on ? Mode::Lake : Mode::Live); });
    connect(m_ui->searchField, &SearchField::searchChanged, lake, &LakeView::setSearch);
    connect(lake, &LakeView::searchReset, m_ui->searchField, &SearchField::setSearch);
    connect(lake, &LakeView::syncRequested, this, &ExplorePage::syncRequested);
    connect(lake, &LakeView::reconcileRequested, this, &ExplorePage::reconcileRequested);
    connect(lake, &LakeView::connectionRequested, this, &ExplorePage::connectionRequested);
    connect(m_live, &LiveView::connectionRequested, this, &ExplorePage::connectionRequested);
    connect(lake, &LakeView::viewChanged, this, &ExplorePage::showExportButton);
    // What the other mode has to say of its records is not asked.
    const auto inMode = [this, details](Mode wanted, auto tell) {
        return [this, details, wanted, tell](auto... what) {
            if (mode() == wanted)
                (details->*tell)(what...);
        };
    };
    connect(lake, &LakeView::recordShown, details, inMode(Mode::Lake, &DetailPane::showRecord));
    connect(lake, &LakeView::recordFailed, details, inMode(Mode::Lake, &DetailPane::showMessage));
    connect(lake, &LakeView::recordLeft, details, inMode(Mode::Lake, &DetailPane::clear));
    connect(m_live, &LiveView::kept, lake, &LakeView::announce);
    connect(m_live, &LiveView::recordLeft, details, inMode(Mode::Live, &DetailPane::clear));
    connect(m_live, &LiveView::recordShown, details, inMode(Mode::Live, &DetailPane::showRecord));
    connect(details, &DetailPane::stepRequested, this, &ExplorePage::step);
    connect(details, &DetailPane::closeRequested, this, [this] { m_ui->detailsButton->setChecked(false); });
    connect(m_ui->detailsButton, &QToolButton::toggled, this, &ExplorePage::showDetails);
    connect(m_ui->maskButton, &QToolButton::toggled, this, &ExplorePage::setMasked);
    connect(m_ui->columnsButton, &QToolButton::clicked, this, [this, lake] {
        if (mode() == Mode::Lake)
            lake->chooseColumns();
        else
            m_live->chooseColumns();
    });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &ExplorePage::exportCurrent);
    connect(m_exports, &ExportStarter::askedAgain, this, &ExplorePage::exportCurrent);
    connect(m_views, &ViewMenu::lakeWanted, this, [this] { setMode(Mode::Lake); });
    connect(m_ui->columnsBanner, &ErrorBanner::actionTriggered, this, [this, lake] {
        m_ui->columnsBanner->dismiss();
        setMode(Mode::Lake);
        lake->chooseNewColumns();
    });
    connect(&m_engine.jobs(), &engine::JobList::added, this, &ExplorePage::watch);
    connect(&m_engine, &engine::Engine::lakeReopened, this, &ExplorePage::takeNewSession);
}

catalog::Endpoint ExplorePage::endpoint() const
{
    const FeedKey key = FeedKey::read(m_ui->feedBox->currentData().toString());
    const catalog::Endpoint *found = m_engine.catalog().find(key.feed);
    return found ? *found : catalog::Endpoint();
}

query::Presence ExplorePage::presence() const
{
    return FeedKey::read(m_ui->feedBox->currentData().toString()).presence;
}

void ExplorePage::setSettlingHours(int hours)
{
    const metrics::ProvisionalWindow settling{m_engine.sharedClock(), hours};
    m_ui->lakeView->setSettling(settling);
    m_live->setSettling(settling);
}

void ExplorePage::chooseFeed()
{
    m_ui->detailPane->clear();
    m_ui->lakeView->setFeed(endpoint(), presence());
    m_live->setFeed(endpoint());
    // What vanished is in the lake alone.
    const bool there = presence() == query::Presence::There;
    m_ui->liveButton->setEnabled(there);
    if (!there)
        setMode(Mode::Lake);
}

ExplorePage::Mode ExplorePage::mode() const
{
    return m_ui->lakeButton->isChecked() ? Mode::Lake : Mode::Live;
}

void ExplorePage::setMode(Mode mode)
{
    const bool lake = mode == Mode::Lake;
    (lake ? m_ui->lakeButton : m_ui->liveButton)->setChecked(true);
    m_ui->modes->setCurrentIndex(lake ? 0 : 1);
    showModeSwitch();
    m_ui->searchField->setVisible(lake);
    m_ui->searchGap->changeSize(0, 0, lake ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    m_ui->toolLayout->invalidate();
    m_ui->detailPane->clear();
    if (lake)
        m_ui->lakeView->showCurrent();
    else
        m_live->showCurrent();
    showExportButton();
}

void ExplorePage::setConnection(const service::Connection &connection)
{
    const bool same = connection.id == m_connection.id;
    std::optional<service::Connection> usable;
    if (!connection.id.isEmpty())
        usable = connection;
    const std::shared_ptr<engine::LakeSession> session = usable ? m_engine.session(connection) : nullptr;
    const bool sameLake = same && session == m_session;
    if (sameLake && connection == m_connection)
        return;
    m_connection = connection;
    m_views->setConnection(connection.name);
    m_exports->setConnection(connection);
    m_live->setConnection(usable, session);
    m_ui->lakeView->setSyncsItself(connection.syncMinutes > 0 && !connection.isSample());
    if (sameLake)
        return; // renamed or re-keyed
    m_exports->withdraw(); // its rows are those of the lake that was shown
    m_ui->columnsBanner->dismiss();
    if (!m_filtersOf.isEmpty() && usable && m_filtersOf != connection.id)
        forgetFilters();
    if (usable)
        m_filtersOf = connection.id;
    m_session = session;
    m_ui->detailPane->clear();
    m_ui->lakeView->setLake(m_session, connection.name, endpoint(), presence());
    showSyncing();
    showExportButton();
}

void ExplorePage::takeNewSession(const QString &lake)
{
    if (!m_session || !m_session->isInterrupted() || m_session->location().key() != lake)
        return;
    m_session.reset();
    setConnection(m_connection);
}

void ExplorePage::forgetFilters()
{
    m_ui->lakeView->forgetFilters();
    m_views->forget();
}

bool ExplorePage::keepFiltersOf(const QStringList &ids)
{
    if (m_filtersOf.isEmpty() || ids.contains(m_filtersOf))
        return false;
    forgetFilters();
    m_filtersOf.clear();
    return true;
}

void ExplorePage::watch(Job *job)
{
    if (auto *sync = qobject_cast<sync::SyncJob *>(job); sync && !sync->isFinished())
        watchSync(sync);
    // Nobody who was erased stays on the screen.
    if (dynamic_cast<engine::BlockingJob<engine::PersonErased> *>(job)) {
        connect(job, &Job::finished, this, [this] {
            m_ui->detailPane->clear();
            m_ui->lakeView->reload();
        });
    }
}

void ExplorePage::watchSync(sync::SyncJob *job)
{
    connect(job, &sync::SyncJob::stored, this, [this, lake = job->lake()](const QString &feed, qint64 count) {
        if (m_session && m_session->location() == lake)
            m_ui->lakeView->announce(feed, count);
    });
    connect(job, &Job::finished, this, [this, job] {
        showSyncing();
        if (m_session && m_session->location() == job->lake())
            tellNewColumns(*job);
    });
    showSyncing();
}

void ExplorePage::tellNewColumns(const sync::SyncJob &job)
{
    const QString shown = endpoint().id;
    QStringList lines;
    bool choosable = false;
    for (const sync::FeedOutcome &outcome : job.outcomes()) {
        const QString news = sync::newColumnsText(outcome.counts.newColumns);
        const catalog::Endpoint *feed = m_engine.catalog().find(outcome.feed);
        if (news.isEmpty() || !feed)
            continue;
        choosable = choosable || feed->id == shown;
        lines.append(QCoreApplication::translate("catalog", feed->title) + QStringLiteral(": ") + news);
    }
    if (lines.isEmpty())
        return;
    lines.append(tr("What is new is stored; your tables stay as they are until you choose it."));
    m_ui->columnsBanner->showMessage(ErrorBanner::Severity::Info, lines.join(QLatin1Char('\n')),
                                     choosable ? tr("Choose &columns…") : QString());
}

void ExplorePage::showSyncing()
{
    const QList<Job *> jobs = m_engine.jobs().listed();
    const bool syncing = std::any_of(jobs.begin(), jobs.end(), [this](const Job *job) {
        const auto *sync = qobject_cast<const sync::SyncJob *>(job);
        return sync && !sync->isFinished() && m_session && sync->lake() == m_session->location();
    });
    m_ui->lakeView->setSyncing(syncing);
}

// Some styles hardly show which of two buttons is down, least on dark.
void ExplorePage::showModeSwitch()
{
    for (QToolButton *button : {m_ui->lakeButton, m_ui->liveButton}) {
        QPalette palette = QGuiApplication::palette();
        if (button->isChecked()) {
            palette.setColor(QPalette::Button, palette.color(QPalette::Highlight));
            palette.setColor(QPalette::ButtonText, palette.color(QPalette::HighlightedText));
        }
        button->setPalette(palette);
    }
}

void ExplorePage::showExportButton()
{
    const bool lake = mode() == Mode::Lake;
    m_ui->exportButton->setEnabled(lake && m_session && m_ui->lakeView->hasLake());
    m_ui->exportButton->setToolTip(lake ? tr("Write this view, the selected rows or everything to a file")
                                        : tr("Live pages are not stored. Switch to Lake to export."));
}

void ExplorePage::showRecord(const QString &number)
{
    const QString feed = FeedKey{QStringLiteral("responses"), query::Presence::There}.text();
    m_ui->feedBox->setCurrentIndex(m_ui->feedBox->findData(feed));
    setMode(Mode::Lake);
    FeedView view = m_ui->lakeView->currentView();
    view.query.search.clear();
    view.query.where
        = {query::Filter(QStringLiteral("number_customergauge"), query::Operator::Equal, {number})};
    m_ui->searchField->setSearch({});
    m_ui->lakeView->showView(view);
}

void ExplorePage::exportCurrent()
{
    if (!m_session || !m_ui->lakeView->hasLake())
        return;
    m_exports->ask({endpoint(), m_ui->lakeView->shownQuery(), m_ui->lakeView->shownRows(),
                    m_ui->lakeView->selectedKeys()});
}

void ExplorePage::step(int by)
{
    if (mode() == Mode::Lake)
        m_ui->lakeView->step(by);
    else
        m_live->step(by);
}

void ExplorePage::shareFilter(RecordFilter *filter)
{
    m_ui->lakeView->shareFilter(filter);
}

void ExplorePage::showResponses()
{
    const int feed = m_ui->feedBox->findData(FeedKey{RecordFilter::feed(), query::Presence::There}.text());
    m_ui->feedBox->setCurrentIndex(feed);
    setMode(Mode::Lake);
}

bool ExplorePage::isMasking() const
{
    return m_ui->maskButton->isChecked();
}

void ExplorePage::setMasked(bool masked)
{
    m_ui->lakeView->setMasked(masked);
    m_live->setMasked(masked);
    m_ui->detailPane->setMasked(masked);
    m_exports->setMasked(masked);
    showMasking();
    Q_EMIT maskingChanged(masked);
}

void ExplorePage::showMasking()
{
    m_ui->maskLine->setVisible(m_ui->maskButton->isChecked());
    m_ui->maskIcon->setPixmap(icon(QStringLiteral("eye-off")).pixmap(QSize(16, 16), devicePixelRatio()));
}

void ExplorePage::showDetails(bool shown)
{
    m_ui->detailPane->setVisible(shown);
}

void ExplorePage::arrange()
{
    const bool narrow = window()->width() < narrowWindow;
    for (QToolButton *button : {m_ui->viewButton, m_ui->columnsButton, m_ui->maskButton, m_ui->detailsButton})
        button->setToolButtonStyle(narrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    const Qt::Orientation wanted = narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_ui->splitter->orientation() == wanted)
        return;
    m_ui->splitter->setOrientation(wanted);
    m_ui->splitter->setSizes(wanted == Qt::Vertical ? QList<int>{360, 240} : QList<int>{width() - 340, 340});
}

void ExplorePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QByteArray ExplorePage::saveState() const
{
    const QJsonObject state{
        {QStringLiteral("feed"), m_ui->feedBox->currentData().toString()},
        {QStringLiteral("live"), mode() == Mode::Live},
        {QStringLiteral("masked"), m_ui->maskButton->isChecked()},
        {QStringLiteral("details"), m_ui->detailsButton->isChecked()},
        {QStringLiteral("splitter"), QString::fromLatin1(m_ui->splitter->saveState().toBase64())},
        {QStringLiteral("filterRow"), m_ui->lakeView->hasFilterRow()},
        {QStringLiteral("connection"), m_filtersOf},
        {QStringLiteral("feeds"), m_ui->lakeView->saveState()},
        {QStringLiteral("livePages"), m_live->saveState()},
        {QStringLiteral("views"), m_views->saveState()},
        {QStringLiteral("export"), toJson(m_exports->choices())},
    };
    return QJsonDocument(state).toJson(QJsonDocument::Compact);
}

void ExplorePage::restoreState(const QByteArray &bytes)
{
    const QJsonObject state = QJsonDocument::fromJson(bytes).object();
    if (state.isEmpty())
        return;
    m_ui->maskButton->setChecked(state[QLatin1String("masked")].toBool()); // before anything is shown
    m_filtersOf = state[QLatin1String("connection")].toString();
    m_ui->lakeView->restoreState(state[QLatin1String("feeds")].toObject());
    m_ui->lakeView->setFilterRow(state[QLatin1String("filterRow")].toBool());
    if (!m_connection.id.isEmpty() && m_filtersOf != m_connection.id) {
        forgetFilters();
        m_filtersOf = m_connection.id;
    }
    m_live->restoreState(state[QLatin1String("livePages")].toObject());
    m_exports->setChoices(choicesFromJson(state[QLatin1String("export")].toObject()));
    m_views->restoreState(state[QLatin1String("views")].toObject());
    const int feed = m_ui->feedBox->findData(state[QLatin1String("feed")].toString());
    if (feed >= 0)
        m_ui->feedBox->setCurrentIndex(feed);
    const bool live = state[QLatin1String("live")].toBool() && presence() == query::Presence::There;
    setMode(live ? Mode::Live : Mode::Lake);
    m_ui->splitter->restoreState(
        QByteArray::fromBase64(state[QLatin1String("splitter")].toString().toLatin1()));
    arrange(); // the window may have another width now
    m_ui->detailsButton->setChecked(state[QLatin1String("details")].toBool(true));
}

void ExplorePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillFeeds(*m_ui->feedBox, m_engine.catalog());
        m_views->present();
        m_exports->present();
        showExportButton();
        if (!m_ui->detailPane->hasRecord())
            m_ui->detailPane->clear();
    } else if (event->type() == QEvent::PaletteChange) {
        showModeSwitch();
        showMasking();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
