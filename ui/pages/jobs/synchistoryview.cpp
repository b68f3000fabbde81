// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/jobs/synchistoryview.h"

#include "engine/joblist.h"
#include "kit/labels.h"
#include "pages/jobs/synchistorymodel.h"
#include "ui_synchistoryview.h"

#include <QEvent>
#include <QHeaderView>

namespace gauge::ui {

SyncHistoryView::SyncHistoryView(engine::Engine &engine, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SyncHistoryView>())
    , m_engine(engine)
    , m_model(new SyncHistoryModel(engine.catalog(), this))
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("syncHistory"));
    m_ui->historyTable->setModel(m_model);
    QHeaderView *header = m_ui->historyTable->header();
    header->setStretchLastSection(true);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(SyncHistoryModel::Outcome, QHeaderView::Stretch);
    connect(m_ui->historyTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SyncHistoryView::showOutcome);
    connect(m_ui->historyBanner, &ErrorBanner::actionTriggered, this, &SyncHistoryView::read);
    connect(&m_engine.jobs(), &engine::JobList::added, this, &SyncHistoryView::watch);
    showState();
}

SyncHistoryView::~SyncHistoryView() = default;

void SyncHistoryView::setConnection(const std::optional<service::Connection> &connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    m_known.reset();
    m_model->setRecords({});
    read();
}

void SyncHistoryView::watch(Job *added)
{
    const auto *job = qobject_cast<sync::SyncJob *>(added);
    if (!job)
        return;
    connect(job, &Job::finished, this, [this, id = job->connectionId()] {
        if (m_connection && m_connection->id == id)
            read();
    });
}

void SyncHistoryView::read()
{
    const quint64 generation = ++m_generation;
    if (!m_connection || !isVisible()) {
        showState();
        return;
    }
    auto *job = m_engine.syncHistory(*m_connection, most);
    connect(job, &Job::finished, this, [this, job, generation] {
        if (generation != m_generation)
            return;
        if (job->error())
            take(fail(*job->error()));
        else
            take(job->result());
    });
    showState();
}

void SyncHistoryView::take(const Result<std::vector<lake::SyncRecord>> &records)
{
    m_known = records.map([](const auto &all) { return qsizetype(all.size()); });
    m_model->setRecords(records.value_or(std::vector<lake::SyncRecord>()));
    if (m_model->rowCount() > 0 && !m_ui->historyTable->currentIndex().isValid())
        m_ui->historyTable->setCurrentIndex(m_model->index(0, 0));
    showState();
    Q_EMIT answered();
}

void SyncHistoryView::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_ui->historyStack->setCurrentWidget(any ? static_cast<QWidget *>(m_ui->tablePage)
                                             : m_ui->historyEmptyState);
    m_ui->historyTable->setAccessibleName(m_connection ? tr("Earlier syncs of “%1”").arg(m_connection->name)
                                                       : tr("Earlier syncs"));
    showOutcome();
    const bool failed = m_known && !*m_known && m_known->error().kind != ErrorKind::NotFound;
    if (failed)
        m_ui->historyBanner->showError(m_known->error(), tr("&Try again"));
    else
        m_ui->historyBanner->dismiss();
    if (!m_connection)
        showEmpty(tr("No connection yet"), tr("Its syncs appear here once there is one."));
    else if (!m_known)
        showEmpty(tr("Loading"), tr("The history of “%1” is being read.").arg(m_connection->name));
    else if (failed)
        showEmpty(
            tr("Not shown"),
            tr("The history of “%1” could not be read. Nothing in it was changed.").arg(m_connection->name));
    else
        showEmpty(tr("Nothing synced yet"),
                  tr("Every sync of “%1” is written down here, also those of other programs and computers.")
                      .arg(m_connection->name));
}

void SyncHistoryView::showEmpty(const QString &title, const QString &words)
{
    m_ui->historyEmptyState->setContent(QStringLiteral("sync"), title, words);
}

void SyncHistoryView::showOutcome()
{
    const QModelIndex current = m_ui->historyTable->currentIndex();
    const QString words
        = current.siblingAtColumn(SyncHistoryModel::Outcome).data(SyncHistoryModel::TextRole).toString();
    m_ui->historyWords->setText(words);
    m_ui->historyWords->setVisible(!words.isEmpty());
}

void SyncHistoryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    read();
}

void SyncHistoryView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        m_model->refreshTexts();
        showState();
    }
    QWidget::changeEvent(event);
}

} // namespace gauge::ui
