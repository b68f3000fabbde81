// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/workspace.h"

#include "engine/joblist.h"

namespace gauge::ui {

using service::Connection;

sync::SyncPlan planAfter(const SyncFailure &failed, const catalog::Catalog &catalog)
{
    sync::SyncPlan plan = failed.plan;
    plan.automatic = false;
    switch (failed.remedy) {
    case sync::Remedy::Adopt:
        plan.adopt = true;
        break;
    case sync::Remedy::AcceptGone:
        plan.acceptGone = true;
        break;
    case sync::Remedy::Reconcile:
        plan.kind = lake::SyncKind::Reconcile;
        if (const catalog::Endpoint *feed = catalog.find(failed.feed))
            plan.feeds = {*feed};
        break;
    case sync::Remedy::None:
        break;
    }
    return plan;
}

Workspace::Workspace(engine::Engine &engine, ConnectionListModel &model, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_model(model)
{
    connect(&m_model, &ConnectionListModel::loaded, this, &Workspace::settle);
    // Whoever started it: a person here, or the clock.
    connect(&m_engine.jobs(), &engine::JobList::added, this, &Workspace::onJobAdded);
}

QSet<QString> Workspace::syncing() const
{
    return m_syncing;
}

const SyncFailure *Workspace::failure(const QString &id) const
{
    const auto found = m_failures.constFind(id);
    return found == m_failures.constEnd() ? nullptr : &*found;
}

void Workspace::dismissFailure(const QString &id)
{
    m_failures.remove(id);
}

void Workspace::tryAgain(const QString &id)
{
    const SyncFailure *failed = failure(id);
    if (failed && !m_syncing.contains(id))
        readAgain(id, planAfter(*failed, m_engine.catalog()));
}

void Workspace::choose(const QString &id)
{
    m_wanted = id;
    if (m_model.isLoaded())
        settle();
}

void Workspace::adopt(const Connection &connection)
{
    m_wantedToSync = connection.id;
    choose(connection.id);
}

void Workspace::settle()
{
    const Connection *wanted = m_model.find(m_wanted);
    if (wanted)
        m_wanted.clear();
    else if (m_current)
        wanted = m_model.find(m_current->id);
    if (!wanted)
        wanted = m_model.at(0);

    const std::optional<Connection> next = wanted ? std::optional(*wanted) : std::nullopt;
    if (next != m_current) {
        m_current = next;
        Q_EMIT currentChanged();
    }
    if (m_model.find(m_wantedToSync))
        sync(std::exchange(m_wantedToSync, QString()));
}

void Workspace::withSecret(const QString &id, Start start)
{
    const Connection *connection = m_model.find(id);
    if (!connection)
        return;
    if (connection->secretPlace != service::SecretPlace::Session) {
        start(*connection);
        return;
    }
    auto *job = m_engine.hasSecret(*connection);
    connect(job, &Job::finished, this, [this, job, asked = *connection, start = std::move(start)] {
        if (!job->error() && !job->result())
            Q_EMIT secretWanted(asked.id);
        else
            start(asked);
    });
}

void Workspace::sync(const QString &id)
{
    if (m_syncing.contains(id))
        return;
    withSecret(id, [this](const Connection &connection) {
        if (!m_syncing.contains(connection.id))
            startSync(connection);
    });
}

void Workspace::readAgain(const QString &id, const sync::SyncPlan &plan)
{
    withSecret(id, [this, plan](const Connection &connection) {
        sync::SyncPlan waiting = plan;
        waiting.waitForService = true; // the window shows until when
        m_engine.sync(connection, std::move(waiting));
    });
}

void Workspace::compare(const QString &id, const std::vector<sync::VerifyPlan> &plans)
{
    withSecret(id, [this, plans](const Connection &connection) {
        for (const sync::VerifyPlan &plan : plans)
            m_engine.verify(connection, plan);
    });
}

void Workspace::startSync(const Connection &connection)
{
    sync::SyncPlan plan;
    plan.feeds = m_engine.catalog().endpoints();
    plan.waitForService = true;
    m_engine.sync(connection, std::move(plan));
}

void Workspace::reconcile(const QString &id, const QString &feed)
{
    const catalog::Endpoint *endpoint = m_engine.catalog().find(feed);
    if (!endpoint || m_syncing.contains(id))
        return;
    sync::SyncPlan plan;
    plan.feeds = {*endpoint};
    plan.kind = lake::SyncKind::Reconcile;
    readAgain(id, plan);
}

void Workspace::onJobAdded(Job *added)
{
    const auto *job = qobject_cast<sync::SyncJob *>(added);
    if (!job)
        return;
    m_syncing.insert(job->connectionId());
    connect(job, &Job::finished, this, [this, job] { onSyncFinished(job->connectionId(), *job); });
    Q_EMIT syncingChanged();
}

bool Workspace::isSyncing(const QString &id) const
{
    const QList<Job *> &jobs = m_engine.jobs().listed();
    return std::any_of(jobs.begin(), jobs.end(), [&id](const Job *job) {
        const auto *sync = qobject_cast<const sync::SyncJob *>(job);
        return sync && !sync->isFinished() && sync->connectionId() == id;
    });
}

void Workspace::onSyncFinished(const QString &id, const sync::SyncJob &job)
{
    if (!isSyncing(id))
        m_syncing.remove(id);
    if (job.state() == Job::State::Succeeded)
        m_failures.remove(id);
    m_model.refreshFacts(id);
    Q_EMIT syncingChanged();
    if (job.state() != Job::State::Failed || job.isPassingTrouble())
        return;
    const QString feed = job.outcomes().empty() ? QString() : job.outcomes().back().feed;
    m_failures.insert(id, {*job.error(), feed, job.remedy(), job.plan()});
    Q_EMIT syncFailed(id);
}

void Workspace::openSample()
{
    Q_EMIT sampleBusy(true);
    auto *job = m_engine.addSampleConnection();
    connect(job, &Job::finished, this, [this, job] {
        Q_EMIT sampleBusy(false);
        if (job->error())
            Q_EMIT sampleFailed(*job->error());
        else
            adopt(job->result());
    });
}

} // namespace gauge::ui
