// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/lakeview.h"

#include "kit/format.h"
#include "pages/explore/lakesummary.h"
#include "pages/explore/querystate.h"
#include "records/columnchooser.h"
#include "records/display.h"
#include "records/laketablemodel.h"
#include "records/recordtable.h"
#include "records/whendone.h"
#include "ui_lakeview.h"

#include <QEvent>

namespace gauge::ui {

LakeView::LakeView(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LakeView>())
    , m_model(new LakeTableModel(this))
    , m_summary(new LakeSummary(this))
{
    m_ui->setupUi(this);
    m_table = m_ui->lakeTable;
    m_table->setRecords(m_model);
    m_recordPause.setSingleShot(true);
    m_recordPause.setInterval(40);
    connect(&m_recordPause, &QTimer::timeout, this, &LakeView::fetchRecord);
    connect(m_model, &LakeTableModel::stateChanged, this, [this] {
        if (m_model->state() == LakeTableModel::State::Ready) {
            m_news = 0; // whatever came is among these rows
            m_ui->newsBanner->dismiss();
            m_summary->update(m_endpoint, m_model->query(), m_model->rowCount());
        } else if (m_model->state() == LakeTableModel::State::Loading) {
            m_summary->interrupt();
        }
        showState();
        if (m_model->state() == LakeTableModel::State::Ready && std::exchange(m_choosing, false))
            chooseColumns();
    });
    connect(m_model, &LakeTableModel::columnsChanged, this,
            [this] { m_ui->conditionBar->setColumns(m_model->allColumns()); });
    connect(m_summary, &LakeSummary::changed, this, &LakeView::showFigures);
    connect(m_ui->conditionBar, &ConditionBar::conditionsChanged, this, &LakeView::applyConditions);
    connect(m_ui->conditionBar, &ConditionBar::cleared, this, &LakeView::clearFilters);
    connect(m_table, &RecordTable::columnsWanted, m_model, &LakeTableModel::showColumns);
    connect(m_table, &RecordTable::columnChoiceWanted, this, &LakeView::chooseColumns);
    connect(m_table, &RecordTable::refused, this, &LakeView::tell);
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
        if (m_emptyAction == EmptyAction::Connect)
            Q_EMIT connectionRequested();
        else if (m_emptyAction == EmptyAction::Sync)
            Q_EMIT syncRequested();
        else if (m_emptyAction == EmptyAction::Reconcile)
            Q_EMIT reconcileRequested(m_endpoint.id);
        else if (m_emptyAction == EmptyAction::Clear)
            clearFilters();
    });
    showState();
}

LakeView::~LakeView() = default;

void LakeView::setLake(std::shared_ptr<engine::LakeSession> session, const QString &name,
                       const catalog::Endpoint &endpoint, query::Presence presence)
{
    keepFeedView();
    m_endpoint = {}; // nothing of the next lake is kept as this one's
    m_session = std::move(session);
    m_name = name;
    m_summary->setSession(m_session);
    setFeed(endpoint, presence);
}

//! Those that vanished are a view of their own, with columns and filters of their own.
QString LakeView::viewKey() const
{
    return showsGone() ? m_endpoint.id + QLatin1String("/gone") : m_endpoint.id;
}

void LakeView::setSettling(const metrics::Settling &settling)
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
    m_ui->conditionBar->setConditions(view.query.where);
    m_ui->conditionBar->setClearable(!view.query.search.isEmpty());
    Q_EMIT searchReset(view.query.search);
    m_table->setWidths(view.widths);
    m_model->setSource(m_session ? std::make_shared<LakeRowSource>(m_session, endpoint.id) : nullptr,
                       endpoint, view.query);
}

LakeView::FeedView LakeView::currentView() const
{
    return {shownQuery(), m_table->widths()};
}

void LakeView::keepFeedView()
{
    if (!m_endpoint.id.isEmpty() && m_session)
        m_views[viewKey()] = currentView();
}

void LakeView::forgetFilters()
{
    keepFeedView();
    for (FeedView &view : m_views) {
        view.query.where.clear();
        view.query.search.clear();
        view.query.sort.clear();
    }
    const catalog::Endpoint shown = m_endpoint;
    m_endpoint = {}; // what is shown now gives way to what was kept
    setFeed(shown, m_presence);
}

void LakeView::setSearch(const QString &search)
{
    query::Query query = m_model->query();
    query.search = search;
    m_ui->conditionBar->setClearable(!search.isEmpty());
    m_model->setQuery(query);
}

bool LakeView::hasLake() const
{
    return m_session && !m_model->allColumns().empty() && !lakeIsMissing();
}

void LakeView::applyConditions()
{
    query::Query query = m_model->query();
    query.where = m_ui->conditionBar->conditions();
    m_model->setQuery(query);
}

void LakeView::clearFilters()
{
    m_ui->conditionBar->setConditions({});
    m_ui->conditionBar->setClearable(false);
    query::Query query = m_model->query();
    query.where.clear();
    query.search.clear();
    Q_EMIT searchReset({});
    m_model->setQuery(query);
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
    if (m_model->rowCount() > 0) {
        m_ui->stack->setCurrentWidget(m_ui->tablePage);
    } else {
        m_ui->stack->setCurrentWidget(m_ui->emptyPage);
        showEmpty();
    }
    m_ui->conditionBar->setEnabled(m_session && !lakeIsMissing());
    Q_EMIT viewChanged();
}

void LakeView::showEmpty()
{
    const auto show = [this](const char *iconName, const QString &title, const QString &words,
                             EmptyAction action, const QString &actionText) {
        m_emptyAction = action;
        m_ui->emptyState->setContent(QString::fromLatin1(iconName), title, words, actionText);
    };
    const QString feed = display::feedTitle(m_endpoint, m_presence);
    if (!m_session) {
        show("connections", tr("No connection yet"),
             tr("Connect to CustomerGauge, or look around with sample data first."), EmptyAction::Connect,
             tr("&Connect…"));
    } else if (m_model->state() == LakeTableModel::State::Loading) {
        show("waiting", tr("Loading"), tr("The local copy of “%1” is being read.").arg(m_name),
             EmptyAction::None, {});
    } else if (m_syncing && !showsGone()) {
        show("sync", tr("The first sync is under way"),
             tr("Records of “%1” appear here as they arrive.").arg(m_name), EmptyAction::None, {});
    } else if (lakeIsMissing()) {
        show("lake", tr("Nothing synced yet"),
             tr("“%1” has no local copy yet. The first sync fetches every record, later ones only what is "
                "new.")
                 .arg(m_name),
             EmptyAction::Sync, tr("&Sync now"));
    } else if (m_model->state() == LakeTableModel::State::Failed) {
        show("warning", tr("Not shown"), tr("The local copy could not be read. Nothing in it was changed."),
             filtered() ? EmptyAction::Clear : EmptyAction::None,
             filtered() ? tr("&Clear filters") : QString());
    } else if (filtered()) {
        show("filter", tr("No matches"), tr("No record passes all filters and the search."),
             EmptyAction::Clear, tr("&Clear filters"));
    } else if (showsGone() && m_syncing) {
        show("sync", tr("A sync is under way"),
             tr("What a reconciliation does not find any more appears here at its end."), EmptyAction::None,
             {});
    } else if (showsGone()) {
        show("lake", tr("%1: none found").arg(feed),
             tr("Only a reconciliation finds them: it reads the whole feed again and marks the records that "
                "it "
                "does not meet. The same from a command line: %1")
                 .arg(QStringLiteral("gaugedesk-cli sync \"%1\" %2 --reconcile").arg(m_name, m_endpoint.id)),
             EmptyAction::Reconcile, tr("&Reconcile now"));
    } else {
        show("lake", tr("%1: none yet").arg(feed), tr("The service has sent no records of this feed so far."),
             EmptyAction::Sync, tr("&Sync now"));
    }
}

void LakeView::showFigures()
{
    const QString text = m_summary->text();
    // The line keeps its place while it is being worked out.
    m_ui->summaryLabel->setText(text.isEmpty() ? QStringLiteral(" ") : text);
    m_ui->summaryLabel->setAccessibleName(m_summary->spokenText());
}

void LakeView::fetchRecord()
{
    const quint64 generation = ++m_recordGeneration;
    if (m_wantedKey == -1 || !m_session)
        return;
    whenDone(m_session->record(m_endpoint.id, m_wantedKey), this,
             [this, generation](const Result<lake::RecordDetail> &detail) {
                 if (generation != m_recordGeneration)
                     return;
                 if (detail)
                     Q_EMIT recordShown({m_endpoint, m_model->allColumns(), *detail, m_settling});
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
        feeds[view.key()] = toJson(view->query, view->widths);
    return feeds;
}

void LakeView::restoreState(const QJsonObject &state)
{
    for (auto feed = state.begin(); feed != state.end(); ++feed) {
        FeedView view;
        fromJson(feed->toObject(), view.query, view.widths);
        m_views[feed.key()] = std::move(view);
    }
    const catalog::Endpoint shown = m_endpoint;
    m_endpoint = {}; // what is shown now gives way to what was kept
    setFeed(shown, m_presence);
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
