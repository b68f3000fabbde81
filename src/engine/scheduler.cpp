// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/scheduler.h"

#include "engine/joblist.h"
#include "net/reachability.h"

namespace gauge::engine {

using net::Reachability;
using service::Connection;

Scheduler::Scheduler(Engine &engine, std::shared_ptr<Reachability> network, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_network(network ? std::move(network) : std::make_shared<net::SystemReachability>())
{
    connect(&m_engine.jobs(), &JobList::added, this, &Scheduler::onAdded);
    connect(&m_timer, &QTimer::timeout, this, &Scheduler::look);
    connect(m_network.get(), &Reachability::changed, this, [this] {
        if (m_timer.isActive())
            look();
    });
}

Scheduler::~Scheduler() = default;

void Scheduler::start()
{
    // Looking is a glance at a small file. A timer of the whole wait would be wrong after a sleep.
    constexpr std::chrono::seconds often{30};
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.start(often);
    look();
}

void Scheduler::look()
{
    if (m_asking > 0)
        return;
    if (m_network->state() != Reachability::State::Usable) {
        Q_EMIT looked();
        return;
    }
    ++m_asking;
    auto *job = m_engine.loadConnections();
    connect(job, &Job::finished, this, [this, job] {
        // A list that cannot be read is told where connections are shown.
        if (!job->error()) {
            for (const Connection &connection : job->result())
                consider(connection);
        }
        settle();
    });
}

void Scheduler::settle()
{
    if (--m_asking == 0)
        Q_EMIT looked();
}

void Scheduler::consider(const Connection &connection)
{
    // The sample's service is a program of its own, which nobody wants to be started unasked.
    const QString lake = m_engine.lakeOf(connection).key();
    if (connection.syncMinutes <= 0 || connection.isSample() || m_syncing.contains(lake))
        return;
    if (m_pulses.contains(lake)) {
        startIfDue(connection);
        return;
    }
    ++m_asking;
    auto *job = m_engine.lakeStatus(connection);
    connect(job, &Job::finished, this, [this, job, connection, lake] {
        m_pulses.insert(lake, job->error() ? sync::LastRun() : sync::pulseOf(job->result()));
        startIfDue(connection);
        settle();
    });
}

void Scheduler::startIfDue(const Connection &connection)
{
    const QDateTime now = m_engine.clock().now();
    const sync::LastRun pulse = m_pulses.value(m_engine.lakeOf(connection).key());
    if (sync::nextDue(pulse, std::chrono::minutes(connection.syncMinutes), now) > now)
        return;
    if (connection.secretPlace != service::SecretPlace::Session) {
        begin(connection);
        return;
    }
    // A secret that has to be typed again is asked for when the person syncs, not by the clock.
    ++m_asking;
    auto *job = m_engine.hasSecret(connection);
    connect(job, &Job::finished, this, [this, job, connection] {
        if (!job->error() && job->result())
            begin(connection);
        settle();
    });
}

void Scheduler::begin(const Connection &connection)
{
    if (m_syncing.contains(m_engine.lakeOf(connection).key()))
        return;
    sync::SyncPlan plan;
    plan.feeds = m_engine.catalog().endpoints();
    plan.automatic = true;
    plan.waitForService = true;
    auto *job = m_engine.sync(connection, std::move(plan));
    connect(job, &Job::finished, this, [this, connection, job] { onFinished(connection, job); });
}

void Scheduler::onAdded(Job *job)
{
    auto *sync = qobject_cast<sync::SyncJob *>(job);
    if (!sync)
        return;
    const QString lake = sync->lake().key();
    m_syncing.insert(lake);
    connect(sync, &Job::finished, this, [this, sync, lake] {
        m_syncing.remove(lake);
        sync::LastRun &pulse = m_pulses[lake];
        pulse.last = m_engine.clock().now();
        // Another process syncs the same lake: that serves as well. A cancelled one is not tried again at
        // once.
        const bool served = !sync->error() || sync->error()->kind == ErrorKind::Busy
            || sync->error()->kind == ErrorKind::Cancelled;
        pulse.failures = served ? 0 : pulse.failures + 1;
    });
}

void Scheduler::onFinished(const Connection &connection, sync::SyncJob *job)
{
    lake::StoreCounts total;
    for (const sync::FeedOutcome &outcome : job->outcomes())
        total += outcome.counts;
    if (total.inserted > 0)
        Q_EMIT broughtNew(connection.name, total.inserted);
    const bool uneventful = total.inserted + total.updated + total.removed + total.gone == 0;
    if (uneventful && (!job->error() || job->isPassingTrouble()))
        m_engine.jobs().forget(job);
}

} // namespace gauge::engine
