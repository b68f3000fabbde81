// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/lakeview.h"

#include "kit/format.h"
#include "kit/labels.h"
#include "kit/onresult.h"
#include "kit/syncstate.h"
#include "kit/theme.h"
#include "pages/explore/filtersync.h"
#include "pages/explore/lakesummary.h"
#include "pages/explore/saved/explorestate.h"
#include "records/cells/display.h"
#include "records/filter/recordfilter.h"
#include "records/table/columnchooser.h"
#include "records/table/matchdelegate.h"
#include "records/table/recordtable.h"
#include "ui_lakeview.h"

#include <QEvent>
#include <QHeaderView>
#include <QScrollBar>

namespace gauge::ui {

LakeView::LakeView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LakeView>())
    , m_model(new LakeTableModel(this))
    , m_summary(new LakeSummary(this))
{
    m_ui->setupUi(this);
    makeQuiet(m_ui->statusLabel);
    m_table = m_ui->lakeTable;
    m_table->setRecords(m_model);
    m_filters = new FilterSync(m_ui->conditionBar, m_table, this);
    m_recordPause.setSingleShot(true);
    m_recordPause.setInterval(40);
    connect(&m_recordPause, &QTimer::timeout, this, &LakeView::fetchRecord);
    connect(m_model, &LakeTableModel::stateChanged, this, [this] {
        if (m_model->state() == LakeTableModel::State::Ready) {
            m_news = 0; // whatever came is among these rows
            m_ui->newsBanner->dismiss();
            m_summary->update(m_endpoint, m_model->query(), m_model->rowCount());
            if (m_status.empty()) // the lake was not there before
                readStatus();
        } else if (m_model->state() == LakeTableModel::State::Loading) {
            m_summary->interrupt();
        }
        showState();
        if (m_model->state() == LakeTableModel::State::Ready && std::exchange(m_choosing, false))
            chooseColumns();
    });
    connectFilters();
    connect(m_model, &QAbstractItemModel::modelReset, this, &LakeView::viewChanged);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionMoved, this, &LakeView::viewChanged);
    connect(m_summary, &LakeSummary::changed, this, &LakeView::showFigures);
    connect(m_table, &RecordTable::columnsWanted, m_model, &LakeTableModel::showColumns);
    connect(m_table, &RecordTable::columnChoiceWanted, this, &LakeView::chooseColumns);
    connect(m_table, &RecordTable::refused, this, &LakeView::tell);
    connect(m_table, &RecordTable::selectedRowsChanged, this, &LakeView::showFigures);
    connect(m_table, &RecordTable::currentKeyChanged, this, [this](qint64 key) {
        m_wantedKey = key;
        m_recordPause.start();
        if (key == -1)
            Q_EMIT recordLeft();
    });
    connect(m_ui->errorBanner, &ErrorBanner::actionTriggered, m_model, &LakeTableModel::refresh);
    connect(m_ui->newsBanner, &ErrorBanner::actionTriggered, this, &LakeView::reload);
    connect(m_ui->newsBanner, &ErrorBanner::dismissed, this, [this] { m_news = 0; });
    connect(m_ui->emptyState, &EmptyState::actionTriggered, this, [this] {
        if (m_words.action == EmptyTableReason::Action::Connect)
            Q_EMIT connectionRequested();
        else if (m_words.action == EmptyTableReason::Action::Sync)
            Q_EMIT syncRequested();
        else if (m_words.action == EmptyTableReason::Action::Reconcile)
            Q_EMIT reconcileRequested(m_endpoint.id);
        else if (m_words.action == EmptyTableReason::Action::Clear)
            clearFilters();
    });
    showState();
}

LakeView::~LakeView() = default;

void LakeView::connectFilters()
{
    connect(m_model, &LakeTableModel::columnsChanged, this,
            [this] { m_ui->conditionBar->setColumns(m_model->allColumns()); });
    connect(m_filters, &FilterSync::changed, this, [this] {
        query::Query query = m_model->query();
        query.where = m_filters->conditions();
        applyQuery(query);
    });
    connect(m_filters, &FilterSync::cleared, this, &LakeView::clearFilters);
    connect(m_filters, &FilterSync::rowShown, this, &LakeView::showState);
    connect(m_ui->noMatchState, &EmptyState::actionTriggered, this, &LakeView::clearFilters);
    m_ui->conditionBar->setValues(
        [this](const QString &column, std::vector<query::Filter> where, std::stop_token stop) {
            const catalog::Column *known = m_endpoint.column(column);
            if (m_model->isMasking() && known && known->personal) {
                return QtFuture::makeReadyFuture(Result<lake::ValueCounts>(
                    fail(ErrorKind::Input, tr("Personal data is masked, so its values are not listed."))));
            }
            query::Query query;
            query.where = std::move(where);
            query.search = m_model->query().search;
            query.presence = m_presence;
            return m_session ? m_session->values(m_endpoint.id, column, std::move(query), listedValues, stop)
                             : QFuture<Result<lake::ValueCounts>>();
        });
}

bool LakeView::hasFilterRow() const
{
    return m_filters->hasRow();
}

void LakeView::setFilterRow(bool shown)
{
    m_filters->setRow(shown);
}

void LakeView::setLake(std::shared_ptr<engine::LakeSession> session, const QString &name,
                       const catalog::Endpoint &endpoint, query::Presence presence)
{
    keepFeedView();
    m_endpoint = {}; // nothing of the next lake is kept as this one's
    m_keysOf.clear();
    m_wantedKey = -1;
    ++m_recordGeneration; // a record of the last lake that is being read is not shown any more
    m_session = std::move(session);
    m_name = name;
    m_summary->setSession(m_session);
    m_status.clear();
    setFeed(endpoint, presence);
    readStatus();
}

void LakeView::setSyncsItself(bool does)
{
    m_syncsItself = does;
    showState();
}

std::optional<lake::FeedStatus> LakeView::status() const
{
    const auto found = std::ranges::find(m_status, m_endpoint.id, &lake::FeedStatus::feed);
    return found == m_status.end() ? std::nullopt : std::optional(*found);
}

void LakeView::readStatus()
{
    const quint64 generation = ++m_statusGeneration;
    if (!m_session)
        return;
    onResult(m_session->status(), this,
             [this, generation](const Result<std::vector<lake::FeedStatus>> &answer) {
                 if (generation != m_statusGeneration || !answer)
                     return;
                 m_status = *answer;
                 showState();
             });
}

//! Beside the figures: how far they can be trusted.
void LakeView::showStatus()
{
    const std::optional<lake::FeedStatus> known = status();
    const bool isShown = known && m_model->rowCount() > 0 && !m_syncing && m_settling.clock;
    const FeedState state = known ? feedState(*known) : FeedState::Complete;
    m_ui->statusLabel->setVisible(isShown);
    m_ui->statusIcon->setVisible(isShown && state != FeedState::Complete && state != FeedState::Syncing);
    if (!isShown)
        return;
    m_ui->statusLabel->setText(feedStateText(*known, m_settling.clock->now()));
    m_ui->statusIcon->setPixmap(
        icon(QStringLiteral("warning"), signalColor(Signal::Attention, palette())).pixmap(16, 16));
}

void LakeView::shareFilter(RecordFilter *filter)
{
    m_shared = filter;
    connect(filter, &RecordFilter::changed, this, &LakeView::takeShared);
}

QString LakeView::sharedKey()
{
    return FeedKey{RecordFilter::feed(), query::Presence::There}.text();
}

bool LakeView::showsShared() const
{
    return m_session && viewKey() == sharedKey();
}

//! Another page changed it.
void LakeView::takeShared()
{
    if (!showsShared()) {
        query::Query &kept = m_views[sharedKey()].query;
        kept.where = m_shared->where();
        kept.search = m_shared->search();
        return;
    }
    query::Query query = m_model->query();
    if (query.where == m_shared->where() && query.search == m_shared->search())
        return;
    query.where = m_shared->where();
    query.search = m_shared->search();
    m_filters->setConditions(query.where);
    m_ui->conditionBar->setClearable(!query.search.isEmpty());
    Q_EMIT searchReset(query.search);
    applyQuery(query);
}

void LakeView::tellShared(const query::Query &query)
{
    if (m_shared)
        m_shared->set(query.where, query.search);
}

//! Those that vanished are a view of their own, with columns and filters of their own.
QString LakeView::viewKey() const
{
    return FeedKey{m_endpoint.id, m_presence}.text();
}

void LakeView::setSettling(const metrics::ProvisionalWindow &settling)
{
    m_settling = settling;
    m_model->setSettling(settling);
    fetchRecord();
}

void LakeView::setFeed(const catalog::Endpoint &endpoint, query::Presence presence)
{
    keepFeedView();
    m_endpoint = endpoint;
    m_presence = presence;
    m_choosing = false;
    m_news = 0;
    m_ui->newsBanner->dismiss();
    m_ui->errorBanner->dismiss();
    m_summary->clear();
    FeedView view = m_views.value(viewKey());
    view.query.presence = presence;
    m_filters->setConditions(view.query.where);
    m_ui->conditionBar->setClearable(!view.query.search.isEmpty());
    m_table->setHits(SearchMatches(view.query, endpoint));
    Q_EMIT searchReset(view.query.search);
    m_table->setWidths(view.widths);
    m_table->setFrozenNames(view.frozen);
    m_table->setTallRows(view.tallRows);
    m_model->setSource(m_session ? std::make_shared<LakeRowSource>(m_session, endpoint.id) : nullptr,
                       endpoint, view.query);
    // A key is of one feed of one lake.
    if (std::exchange(m_keysOf, viewKey()) != viewKey())
        m_table->forgetCurrent();
    if (showsShared())
        tellShared(view.query);
}

FeedView LakeView::currentView() const
{
    return {shownQuery(), m_table->widths(), m_table->frozenNames(), m_table->hasTallRows()};
}

void LakeView::keepFeedView()
{
    if (!m_endpoint.id.isEmpty() && m_session)
        m_views[viewKey()] = currentView();
}

void LakeView::showKept()
{
    const catalog::Endpoint shown = m_endpoint;
    m_endpoint = {}; // what is shown now gives way to what was kept
    setFeed(shown, m_presence);
}

void LakeView::showView(const FeedView &view)
{
    m_views[viewKey()] = view;
    showKept();
}

std::optional<QFuture<Result<std::vector<lake::LakeColumn>>>> LakeView::columnsOf(const QString &feed) const
{
    return m_session ? std::optional(m_session->columns(feed)) : std::nullopt;
}

void LakeView::forgetFilters()
{
    keepFeedView();
    for (FeedView &view : m_views) {
        view.query.where.clear();
        view.query.search.clear();
        view.query.sort.clear();
    }
    tellShared({});
    showKept();
}

void LakeView::setSearch(const QString &search)
{
    query::Query query = m_model->query();
    query.search = search;
    m_ui->conditionBar->setClearable(!search.isEmpty());
    applyQuery(query);
}

void LakeView::applyQuery(const query::Query &query)
{
    m_table->setHits(SearchMatches(query, m_endpoint));
    m_model->setQuery(query);
    if (showsShared())
        tellShared(query);
}

void LakeView::setMasked(bool masked)
{
    m_model->setMasked(masked);
}

bool LakeView::hasLake() const
{
    return m_session && !m_model->allColumns().empty() && !lakeIsMissing();
}

void LakeView::clearFilters()
{
    m_filters->setConditions({});
    m_ui->conditionBar->setClearable(false);
    query::Query query = m_model->query();
    query.where.clear();
    query.search.clear();
    Q_EMIT searchReset({});
    applyQuery(query);
}

bool LakeView::filtered() const
{
    return !m_model->query().where.empty() || !m_model->query().search.isEmpty();
}

void LakeView::setSyncing(bool syncing)
{
    if (m_syncing == syncing)
        return;
    m_syncing = syncing;
    readStatus();
    // What it stored may be all there is; and in the lake's own order new records go behind the
    // others, so that none moves under the person.
    const bool appends = m_news > 0 && !filtered() && m_model->query().sort.empty();
    // Which records vanished is known at the end of a reconciliation.
    if (!syncing && (m_model->rowCount() == 0 || appends || showsGone()))
        m_model->refresh();
    else
        showState();
}

void LakeView::announce(const QString &feed, qint64 count)
{
    if (feed != m_endpoint.id || showsGone())
        return;
    if (m_model->rowCount() == 0 && !filtered()) {
        if (m_model->state() != LakeTableModel::State::Loading)
            m_model->refresh();
        return;
    }
    if (count <= 0)
        return;
    m_news += count;
    showNews();
}

void LakeView::showNews()
{
    if (m_news <= 0)
        return;
    m_ui->newsBanner->showMessage(ErrorBanner::Severity::Info,
                                  tr("%Ln new record(s) arrived.", nullptr, int(m_news)), tr("&Show"));
}

void LakeView::reload()
{
    m_ui->newsBanner->dismiss();
    m_model->refresh();
}

bool LakeView::lakeIsMissing() const
{
    return m_model->error() && m_model->error()->kind == ErrorKind::NotFound;
}

void LakeView::showState()
{
    const LakeTableModel::State state = m_model->state();
    if (state == LakeTableModel::State::Failed && !lakeIsMissing())
        m_ui->errorBanner->showError(*m_model->error(), tr("&Retry"));
    else
        m_ui->errorBanner->dismiss();
    // Who types into the fields above the rows must not lose them when nothing is found.
    const bool isBeingFiltered = hasFilterRow() && filtered() && m_model->columnCount() > 0;
    m_ui->stack->setCurrentWidget(m_model->rowCount() > 0 || isBeingFiltered ? m_ui->tablePage
                                                                             : m_ui->emptyPage);
    if (m_ui->stack->currentWidget() == m_ui->tablePage)
        showTable();
    else
        showEmpty();
    m_ui->conditionBar->setEnabled(m_session && !lakeIsMissing());
    fetchReason();
    showStatus();
    Q_EMIT viewChanged();
}

//! Asks once for each query that finds nothing.
void LakeView::fetchReason()
{
    const bool isWanted = m_session && m_model->state() == LakeTableModel::State::Ready
        && m_model->rowCount() == 0 && filtered();
    if (!isWanted) {
        m_reasonOf.reset();
        m_reason.clear();
        return;
    }
    const auto asked = std::make_pair(m_endpoint.id, m_model->query());
    if (m_reasonOf == asked)
        return;
    m_reasonOf = asked;
    m_reason.clear();
    onResult(m_session->whyNothing(asked.first, asked.second, {}), this,
             [this, asked](const Result<QString> &reason) {
                 if (m_reasonOf != asked || !reason)
                     return;
                 m_reason = *reason;
                 showState();
             });
}

//! The headings and the fields below them alone where no row passes.
void LakeView::showTable()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_ui->noMatchState->setVisible(isEmpty);
    const int headings = m_table->horizontalHeader()->height() + m_table->horizontalScrollBar()->height()
        + 2 * m_table->frameWidth();
    m_table->setMaximumHeight(isEmpty ? headings : QWIDGETSIZE_MAX);
    if (!isEmpty)
        return;
    const EmptyTableReason shown = words();
    m_ui->noMatchState->setContent(shown.icon, shown.title, shown.text, shown.actionText);
}

void LakeView::showEmpty()
{
    m_words = words();
    m_ui->emptyState->setContent(m_words.icon, m_words.title, m_words.text, m_words.actionText);
}

EmptyTableReason LakeView::words() const
{
    EmptyTableReason words
        = emptyTableReason({m_name, m_endpoint, m_presence, bool(m_session), m_syncing, filtered(),
                            lakeIsMissing(), m_model->state(), status(), m_syncsItself});
    if (!m_reason.isEmpty())
        words.text = m_reason;
    return words;
}

void LakeView::showFigures()
{
    QStringList shown{m_summary->text()};
    QStringList accessibleText{m_summary->spokenText()};
    if (const int selected = m_table->selectedRowCount(); selected > 0) {
        shown.append(tr("%1 of %2 selected").arg(countText(selected), countText(m_model->rowCount())));
        accessibleText.append(shown.back());
    }
    shown.removeAll(QString());
    // The line keeps its place while it is being worked out.
    m_ui->summaryLabel->setText(shown.isEmpty() ? QStringLiteral(" ") : shown.join(QStringLiteral(" · ")));
    m_ui->summaryLabel->setAccessibleName(accessibleText.join(QStringLiteral("; ")));
}

void LakeView::fetchRecord()
{
    const quint64 generation = ++m_recordGeneration;
    if (m_wantedKey == -1 || !m_session)
        return;
    onResult(m_session->record(m_endpoint.id, m_wantedKey), this,
             [this, generation](const Result<lake::RecordDetail> &detail) {
                 if (generation != m_recordGeneration)
                     return;
                 if (detail)
                     Q_EMIT recordShown({m_endpoint, m_model->allColumns(), *detail, m_settling,
                                         SearchMatches(m_model->query(), m_endpoint)});
                 else
                     Q_EMIT recordFailed(detail.error().text);
             });
}

void LakeView::tell(const QString &problem)
{
    m_ui->errorBanner->showMessage(ErrorBanner::Severity::Warning, problem);
}

query::Query LakeView::shownQuery() const
{
    query::Query query = m_model->query();
    if (m_model->columnCount() > 0)
        query.columns = m_table->visibleNames();
    return query;
}

qint64 LakeView::shownRows() const
{
    return m_model->rowCount();
}

std::vector<qint64> LakeView::selectedKeys() const
{
    return m_model->keys(m_table->selectedRows());
}

void LakeView::step(int by)
{
    m_table->step(by);
}

void LakeView::chooseColumns()
{
    if (m_model->allColumns().empty())
        return;
    auto *chooser = new ColumnChooser(m_endpoint, m_model->allColumns(), m_table->visibleNames(), this);
    chooser->setObjectName(QStringLiteral("columnChooser"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &ColumnChooser::chosen, m_model, &LakeTableModel::showColumns);
    chooser->open();
}

void LakeView::chooseNewColumns()
{
    m_choosing = true;
    m_model->refresh();
}

QJsonObject LakeView::saveState() const
{
    QHash<QString, FeedView> views = m_views;
    if (!m_endpoint.id.isEmpty() && m_session)
        views[viewKey()] = currentView();
    QJsonObject feeds;
    for (auto view = views.begin(); view != views.end(); ++view)
        feeds[view.key()] = toJson(*view);
    return feeds;
}

void LakeView::restoreState(const QJsonObject &state)
{
    for (auto feed = state.begin(); feed != state.end(); ++feed) {
        m_views[feed.key()] = feedViewFromJson(feed->toObject());
    }
    tellShared(m_views.value(sharedKey()).query);
    showKept();
}

void LakeView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showState();
        showFigures();
        showNews();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
