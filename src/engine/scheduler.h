// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"
#include "sync/schedule.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace gauge::net {
class Reachability;
}

namespace gauge::engine {

//! Syncs each connection as often as it is set to, while the program runs. Waits while the network is
//! absent or metered, never starts a second sync of a lake, and leaves no trace of one that brought
//! nothing new. Lives in the engine's thread of creation and must not outlive the engine.
class Scheduler final : public QObject
{
    Q_OBJECT
public:
    //! \a network: the system's when null.
    explicit Scheduler(Engine &engine, std::shared_ptr<net::Reachability> network = nullptr,
                       QObject *parent = nullptr);
    ~Scheduler() override;

    //! Looks now, then every half minute, and when the network comes back.
    void start();
    //! Starts what is due.
    void look();

Q_SIGNALS:
    //! look() has asked everything it had to and started what was due.
    void looked();
    //! An automatic sync of the connection called \a name brought records that were not there.
    void broughtNew(const QString &name, qint64 records);

private:
    void consider(const service::Connection &connection);
    void startIfDue(const service::Connection &connection);
    void begin(const service::Connection &connection);
    void onFinished(const service::Connection &connection, sync::SyncJob *job);
    void onAdded(Job *job);
    void settle();

    Engine &m_engine;
    std::shared_ptr<net::Reachability> m_network;
    QTimer m_timer;
    QHash<QString, sync::LastRun> m_pulses; //!< by Location::key() of the lake
    QSet<QString> m_syncing; //!< keys of lakes
    int m_asking = 0; //!< questions of look() that are not answered yet
};

} // namespace gauge::engine
