// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/liveview.h"

#include "kit/format.h"
#include "records/table/columnchooser.h"
#include "records/table/livepagemodel.h"
#include "records/table/recordtable.h"
#include "sync/syncjob.h"
#include "ui_liveview.h"

#include <QEvent>

namespace gauge::ui {

LiveView::LiveView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::LiveView>())
    , m_engine(engine)
    , m_model(new LivePageModel(this))
    , m_comparer(new PageComparer(this))
{
    m_ui->setupUi(this);
    m_table = m_ui->liveTable;
    m_table->setRecords(m_model);
    connect(m_ui->fetchButton, &QPushButton::clicked, this, &LiveView::fetch);
    connect(m_ui->scopeBar, &ScopeBar::submitted, this, &LiveView::fetch);
    connect(m_ui->previousButton, &QPushButton::clicked, this, [this] { load(m_page - 1); });
    connect(m_ui->nextButton, &QPushButton::clicked, this, [this] { load(m_page + 1); });
    connect(m_ui->busyStrip, &BusyStrip::cancelTriggered, this, &LiveView::cancel);
    connect(m_ui->banner, &ErrorBanner::actionTriggered, this, [this] { load(m_failedPage); });
    connect(m_ui->emptyState, &EmptyState::actionTriggered, this, [this] {
        if (m_connection)
            fetch();
        else
            Q_EMIT connectionRequested();
    });
    connect(m_ui->keepButton, &QPushButton::clicked, this, &LiveView::keep);
    connect(m_comparer, &PageComparer::compared, this,
            [this](const PageComparer::ComparisonPointer &comparison) {
                m_comparison = comparison;
                m_model->setComparison(comparison);
                showComparison();
            });
    connect(m_table, &RecordTable::columnsWanted, m_model, &LivePageModel::showColumns);
    connect(m_table, &RecordTable::columnChoiceWanted, this, &LiveView::chooseColumns);
    connect(m_table, &RecordTable::refused, this, [this](const QString &words) {
        m_ui->banner->showMessage(ErrorBanner::Severity::Warning, words);
    });
    connect(m_table, &RecordTable::currentKeyChanged, this, &LiveView::showCurrent);
    showState();
}

LiveView::~LiveView()
{
    cancel();
}

void LiveView::setConnection(std::optional<service::Connection> connection,
                             std::shared_ptr<engine::LakeSession> session)
{
    m_connection = std::move(connection);
    m_session = std::move(session);
    reset();
}

void LiveView::setFeed(const catalog::Endpoint &endpoint)
{
    m_endpoint = endpoint;
    m_ui->scopeBar->setEndpoint(endpoint);
    m_ui->perPageBox->setMaximum(endpoint.maxPerPage);
    reset();
}

void LiveView::setSettling(const metrics::ProvisionalWindow &settling)
{
    m_settling = settling;
    m_model->setSettling(settling);
}

void LiveView::setMasked(bool masked)
{
    m_model->setMasked(masked);
}

void LiveView::reset()
{
    cancel();
    m_job.clear(); // whatever it still answers is about something else
    m_cursors.clear();
    m_page = 0;
    m_ended = false;
    m_fetched = false;
    m_ui->banner->dismiss();
    showPage(nullptr);
    showState();
}

void LiveView::cancel()
{
    if (m_job)
        m_job->cancel();
}

void LiveView::fetch()
{
    if (!m_connection || m_job)
        return;
    service::PageRequest request{m_endpoint, m_ui->scopeBar->scope(), m_ui->perPageBox->value(), {}};
    if (const std::optional<QString> problem = catalog::validationError(request.endpoint, request.scope)) {
        m_ui->banner->showMessage(ErrorBanner::Severity::Warning, *problem);
        return;
    }
    m_request = std::move(request);
    m_cursors = {QString()};
    m_page = 0;
    m_ended = false;
    m_fetched = false;
    showPage(nullptr);
    load(0);
}

void LiveView::load(std::size_t page)
{
    if (!m_connection || m_job || page >= m_cursors.size())
        return;
    m_ui->banner->dismiss();
    service::PageRequest request = m_request;
    request.cursor = m_cursors[page];
    auto *job = m_engine.fetchPage(*m_connection, request);
    m_job = job;
    connect(job, &Job::finished, this, [this, job, page] {
        if (m_job != job)
            return;
        m_job.clear();
        if (job->state() == Job::State::Succeeded) {
            take(page, job->result());
        } else if (job->error()) {
            m_failedPage = page;
            m_ui->banner->showError(*job->error(), tr("&Retry"));
        }
        showState();
    });
    showState();
}

void LiveView::take(std::size_t page, const service::PagePointer &answer)
{
    m_fetched = true;
    if (answer->records.empty()) {
        m_ended = true;
        if (page == 0) {
            m_page = 0;
            showPage(answer);
        } else {
            m_ui->banner->showMessage(ErrorBanner::Severity::Info,
                                      tr("The service sent an empty page: you have reached the end."));
        }
        return;
    }
    m_page = page;
    m_cursors.resize(page + 1);
    // A cursor that stands still would show the same page for ever.
    m_ended = answer->nextCursor.isEmpty() || answer->nextCursor == m_cursors[page];
    if (!m_ended)
        m_cursors.push_back(answer->nextCursor);
    showPage(answer);
    m_table->scrollToTop();
}

void LiveView::showPage(const service::PagePointer &page)
{
    m_model->setPage(page, m_endpoint);
    compare();
}

void LiveView::compare()
{
    m_comparison = nullptr;
    m_model->setComparison(nullptr);
    m_comparer->compare(m_session, m_model->page(), sync::isWhole(m_endpoint, m_request.scope));
    showComparison();
}

void LiveView::showComparison()
{
    m_ui->keepPane->setVisible(m_model->rowCount() > 0);
    const bool differs = m_comparison && m_comparison->missing + m_comparison->differing > 0;
    const bool whole = sync::isWhole(m_endpoint, m_request.scope);
    m_ui->keepButton->setEnabled(differs && whole && !m_keeping);
    m_ui->keepButton->setToolTip(
        whole ? tr("Stores the records of this page; the next sync resumes where the last one ended")
              : tr("Some parts were not asked for, and would be lost. Tick every part and fetch again."));
    if (!m_comparison) {
        m_ui->comparisonLabel->setText(QString());
        return;
    }
    QStringList parts;
    if (m_comparison->missing > 0)
        parts.append(tr("%Ln record(s) not in the local copy (+)", nullptr, m_comparison->missing));
    if (m_comparison->differing > 0)
        parts.append(tr("%Ln record(s) differ from the local copy (≠, values in bold)", nullptr,
                        m_comparison->differing));
    m_ui->comparisonLabel->setText(parts.isEmpty() ? tr("All of these are the same in the local copy.")
                                                   : parts.join(QStringLiteral(" · ")));
}

void LiveView::keep()
{
    if (!m_connection || m_keeping || m_model->rowCount() == 0)
        return;
    auto *job = m_engine.storePage(*m_connection, m_request, m_model->page().page());
    m_keeping = job;
    connect(job, &Job::finished, this, [this, job] {
        if (m_keeping == job)
            m_keeping.clear();
        if (job->state() == Job::State::Succeeded) {
            Q_EMIT kept(m_endpoint.id, job->result().inserted);
            m_ui->banner->showMessage(ErrorBanner::Severity::Info, job->summary());
        } else if (job->error()) {
            m_ui->banner->showError(*job->error());
        }
        compare();
    });
    showComparison();
}

void LiveView::showState()
{
    const bool busy = !m_job.isNull();
    if (busy)
        m_ui->busyStrip->start(tr("Fetching a page…"), true);
    else
        m_ui->busyStrip->stop();
    m_ui->fetchButton->setEnabled(m_connection && !busy);
    m_ui->previousButton->setEnabled(m_connection && !busy && m_page > 0);
    m_ui->nextButton->setEnabled(m_connection && !busy && !m_ended && m_page + 1 < m_cursors.size());
    const int rows = m_model->rowCount();
    m_ui->pageLabel->setText(rows == 0 ? QString() : tr("Page %L1 · %L2 records").arg(m_page + 1).arg(rows));
    m_ui->stack->setCurrentWidget(rows > 0 ? m_ui->tablePage : m_ui->emptyPage);
    if (rows == 0)
        showEmpty();
}

void LiveView::showEmpty()
{
    if (!m_connection) {
        m_ui->emptyState->setContent(QStringLiteral("connections"), tr("No connection yet"),
                                     tr("Connect to CustomerGauge, or look around with sample data first."),
                                     tr("&Connect…"));
    } else if (m_job) {
        m_ui->emptyState->setContent(QStringLiteral("waiting"), tr("Fetching"),
                                     tr("“%1” was asked for a page.").arg(m_connection->name));
    } else if (m_fetched) {
        m_ui->emptyState->setContent(QStringLiteral("live"), tr("No records"),
                                     tr("The service sent an empty page: nothing passes these filters."),
                                     tr("Fetch again"));
    } else {
        m_ui->emptyState->setContent(QStringLiteral("live"), tr("Straight from the service"),
                                     tr("Say what to ask for, then fetch the first page. Nothing is stored."),
                                     tr("Fetch first page"));
    }
}

void LiveView::showCurrent()
{
    const int row = m_table->currentIndex().row();
    if (row >= 0 && row < m_model->rowCount())
        Q_EMIT recordShown({m_endpoint, m_model->allColumns(), m_model->record(row), m_settling});
    else
        Q_EMIT recordLeft();
}

void LiveView::step(int by)
{
    m_table->step(by);
}

void LiveView::chooseColumns()
{
    if (m_model->allColumns().empty())
        return;
    auto *chooser = new ColumnChooser(m_endpoint, m_model->allColumns(), m_table->visibleNames(), this);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    connect(chooser, &ColumnChooser::chosen, m_model, &LivePageModel::showColumns);
    chooser->open();
}

QJsonObject LiveView::saveState() const
{
    return {{QStringLiteral("perPage"), m_ui->perPageBox->value()}};
}

void LiveView::restoreState(const QJsonObject &state)
{
    if (const int perPage = state[QLatin1String("perPage")].toInt(); perPage > 0)
        m_ui->perPageBox->setValue(perPage);
}

void LiveView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showState();
        showComparison();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
