// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/connections/connectionlistmodel.h"

#include <QHash>
#include <QSet>

namespace gauge::ui {

//! Which connection is worked with, and which are being synced. The window shows what it says.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    Workspace(engine::Engine &engine, ConnectionListModel &model, QObject *parent = nullptr);

    //! Nothing while there is no connection.
    [[nodiscard]] const std::optional<service::Connection> &current() const { return m_current; }
    [[nodiscard]] QSet<QString> syncing() const;

    //! Makes \a id the current one, now or when the list of connections arrives.
    void choose(const QString &id);
    //! Brings the lake of \a id in step, unless that is under way already.
    void sync(const QString &id);
    //! Reads all of \a feed again, updates what changed and finds what is gone, unless a sync is under way.
    void reconcile(const QString &id, const QString &feed);
    //! Reads again what \a plan says of \a id. While a sync of it runs, the job says so.
    void readAgain(const QString &id, const sync::SyncPlan &plan);
    //! Compares feeds of \a id with its lake.
    void compare(const QString &id, const std::vector<sync::VerifyPlan> &plans);
    //! Chooses a connection that was just saved and syncs it.
    void adopt(const service::Connection &connection);
    //! Adds the sample connection if needed, chooses and syncs it.
    void openSample();

Q_SIGNALS:
    //! Another connection, or the current one was edited.
    void currentChanged();
    void syncingChanged();
    void syncFailed(const QString &id, const gauge::Error &error);
    //! A refresh or a reconciliation failed.
    void readingAgainFailed(const QString &id, const gauge::Error &error);
    //! A secret that was kept for one session has to be typed again.
    void secretWanted(const QString &id);
    void sampleBusy(bool busy);
    void sampleFailed(const gauge::Error &error);

private:
    void settle();
    using Start = std::function<void(const service::Connection &)>;
    //! Calls \a start with the connection \a id, or has its secret asked for.
    void withSecret(const QString &id, Start start);
    void startSync(const service::Connection &connection);
    [[nodiscard]] bool isSyncing(const QString &id) const;
    void onJobAdded(Job *added);
    void onSyncFinished(const QString &id, const sync::SyncJob &job);

    engine::Engine &m_engine;
    ConnectionListModel &m_model;
    std::optional<service::Connection> m_current;
    QString m_wanted; //!< id to choose as soon as it is known
    QString m_wantedToSync; //!< the same, for sync
    QSet<QString> m_syncing;
};

} // namespace gauge::ui
