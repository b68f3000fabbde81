// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/connections/connectionlistmodel.h"

#include <QHash>
#include <QSet>

namespace gauge::ui {

//! A sync that failed in this session.
struct SyncFailure
{
    Error error;
    QString feed; //!< the one that it failed at; empty: before the first
    sync::Remedy remedy = sync::Remedy::None;
    sync::SyncPlan plan; //!< what it was asked to do
};

//! What is to be run once the person has agreed to the remedy of \a failed.
[[nodiscard]] sync::SyncPlan planAfter(const SyncFailure &failed, const catalog::Catalog &catalog);

//! Which connection is worked with, which are being synced, and which syncs failed. The window shows what it
//! says.
class Workspace final : public QObject
{
    Q_OBJECT
public:
    Workspace(engine::Engine &engine, ConnectionListModel &model, QObject *parent = nullptr);

    //! Nothing while there is no connection.
    [[nodiscard]] const std::optional<service::Connection> &current() const { return m_current; }
    [[nodiscard]] QSet<QString> syncing() const;
    //! The newest sync of \a id, where it failed and nobody has dealt with it yet; else nullptr.
    [[nodiscard]] const SyncFailure *failure(const QString &id) const;
    //! The person has read it.
    void dismissFailure(const QString &id);
    //! Runs what failed again, with what its remedy allows. The person has agreed to that.
    void tryAgain(const QString &id);

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
    //! A sync of whatever kind: see failure().
    void syncFailed(const QString &id);
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
    QHash<QString, SyncFailure> m_failures; //!< by id of the connection
};

} // namespace gauge::ui
