// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "base/outputguard.h"
#include "catalog/endpoint.h"
#include "engine/fileuploads.h"
#include "engine/lakejob.h"
#include "engine/personjobs.h"
#include "engine/savedjobs.h"
#include "engine/uploads.h"
#include "lake/read/lakereader.h"
#include "lake/sql/location.h"
#include "saved/exportpreset.h"
#include "saved/view.h"
#include "service/connection.h"
#include "service/serviceclient.h"
#include "sync/syncjob.h"
#include "sync/verifyjob.h"
#include "transfer/exportjob.h"
#include "transfer/exportsample.h"
#include "transfer/personexport.h"
#include "vault/credentialstore.h"

#include <QThread>

#include <memory>

namespace gauge::engine {

class JobList;
class LakeSession;
class LakeSessions;
class ConnectionService;

//! What an engine is made of; tests replace parts.
struct Options
{
    QString dataFolder; //!< connections.json and lakes/ live here
    QString lakeOverride; //!< a file or database used instead of a connection's own lake, or empty
    catalog::Catalog catalog = catalog::Catalog::builtIn();
    std::shared_ptr<Clock> clock; //!< default: SystemClock
    std::shared_ptr<vault::CredentialStore> keychain; //!< default: KeychainStore
    QString sandboxProgram; //!< default: gaugedesk-sandbox beside the running program
    int sampleRecords = 5000;
};

//! Secrets a person typed, on their way to the keychain or memory. An empty optional keeps what is there.
struct NewSecrets
{
    std::optional<Secret> clientSecret;
    std::optional<Secret> apiKey;
    bool removeApiKey = false; //!< forgets the one that is there
};

//! What a connection test found.
struct TestReport
{
    QStringList readableFeeds; //!< ids of feeds that answered
    QStringList refusedFeeds; //!< ids of feeds the credentials may not read
};

//! What is at the address of a local copy.
struct LakeTest
{
    bool exists = false; //!< there is a local copy already
    qint64 records = 0; //!< of all its feeds
    QString owner; //!< the system whose data it holds, for people; empty: not known
    bool isForeign = false; //!< that is another system, or another client ID, than the connection's
    bool canBeAdopted = false; //!< foreign, but a sync with SyncPlan::adopt takes it over
};

//! What becomes of the local copy that a connection used so far.
enum class OldLake {
    Keep, //!< it stays where it is
    Move, //!< the new address gets its contents, and it is deleted; from file to file only
};

//! What removeConnection() has removed beside the connection itself.
struct Removed
{
    QString lake; //!< path or URL of the local copy
    bool lakeRemoved = false;
    QString reason; //!< why the local copy was not removed, for people; empty if it was
};

//! The whole program without a screen: connections, secrets, service and lakes behind jobs.
//!
//! Lives in its creator's thread; network and coroutines run in a thread of its own, SQL and files
//! in further ones. Every method that returns a job has started it; connecting to it right after is
//! in time. The engine owns all jobs through jobs(); a job that is not listed is deleted one event
//! loop turn after finished(), so its result is read in the slot.
class Engine final : public QObject
{
    Q_OBJECT
public:
    explicit Engine(Options options, QObject *parent = nullptr);
    //! Cancels the jobs and blocks until they have ended; in a GUI, call jobs().cancelAll() and await
    //! JobList::idle first. Nothing that uploads() or fileUploads() returned may be left.
    ~Engine() override;

    [[nodiscard]] JobList &jobs() { return *m_jobs; }
    [[nodiscard]] const catalog::Catalog &catalog() const { return m_options.catalog; }
    [[nodiscard]] const Clock &clock() const { return *m_options.clock; }
    [[nodiscard]] QString dataFolder() const { return m_options.dataFolder; }
    //! A file that stands in for every connection's own lake, or empty.
    [[nodiscard]] QString lakeOverride() const { return m_options.lakeOverride; }
    [[nodiscard]] std::shared_ptr<Clock> sharedClock() const { return m_options.clock; }
    //! Where the lake of \a connection is; nowhere when its address is not usable.
    [[nodiscard]] lake::Location lakeOf(const service::Connection &connection) const;

    //! The session of a connection's lake, shared by all who read it: made on first use, gone with the last
    //! user. The engine closes it before its lake is moved or deleted, and at its own end. Call from the
    //! engine's thread of creation.
    [[nodiscard]] std::shared_ptr<LakeSession> session(const service::Connection &connection);

    //! All saved connections, sorted by name.
    AsyncJob<std::vector<service::Connection>> *loadConnections();
    //! Saves secrets first, then the connection; a failed keychain leaves nothing behind.
    AsyncJob<service::Connection> *saveConnection(service::Connection connection, NewSecrets secrets);
    //! Forgets the connection, its keychain entries and, unless kept, its own lake (never the one of
    //! Options::lakeOverride). A schema that the address of the lake names stays, and so does a lake that
    //! another connection uses. Jobs of this engine that use the lake are cancelled before. Fails with Busy,
    //! and changes nothing, while another process syncs the lake or uploads.
    AsyncJob<Removed> *removeConnection(service::Connection connection, bool keepLake);
    //! Whether the local copy at `connection.lake`, an address that need not be saved yet, can be used.
    //! Changes nothing. Can be cancelled.
    BlockingJob<LakeTest> *testLake(service::Connection connection);
    //! Gives \a connection the local copy at \a newLake (as in service::Connection::lake): tests the address,
    //! keeps or moves the old copy, then saves the connection and returns it. Input error if the address
    //! holds the data of another system, or a file in the way of a copy that is to be moved.
    AsyncJob<service::Connection> *moveLake(service::Connection connection, QString newLake, OldLake what);
    //! Fetches a token and one record of each feed. Does not need a saved connection.
    AsyncJob<TestReport> *testConnection(service::Connection connection, NewSecrets secrets);
    //! Keychain state, as of now.
    AsyncJob<vault::KeychainState> *probeKeychain();
    //! Makes and saves the connection "Sample data" if it is not there yet.
    AsyncJob<service::Connection> *addSampleConnection();
    //! Whether a secret is there for \a connection (keychain, session or environment).
    AsyncJob<bool> *hasSecret(service::Connection connection);
    //! The same of the key of the older call.
    AsyncJob<bool> *hasApiKey(service::Connection connection);

    //! One live page; the lake is not touched.
    AsyncJob<service::PagePointer> *fetchPage(service::Connection connection, service::PageRequest request);
    //! Stores a page that fetchPage() brought, see sync::storePage().
    BlockingJob<lake::StoreCounts> *storePage(service::Connection connection, service::PageRequest request,
                                              std::shared_ptr<const catalog::Page> page);
    sync::SyncJob *sync(service::Connection connection, sync::SyncPlan plan);
    //! Compares a feed with the lake and changes nothing.
    sync::VerifyJob *verify(service::Connection connection, sync::VerifyPlan plan);
    transfer::ExportJob *exportRows(service::Connection connection, transfer::ExportPlan plan);
    //! The first rows of such an export and what it would take.
    BlockingJob<transfer::ExportSample> *sampleExport(service::Connection connection,
                                                      transfer::ExportPlan plan);

    //! What is saved in the data folder under names.
    [[nodiscard]] SavedJobs<saved::View> views();
    [[nodiscard]] SavedJobs<saved::ExportPreset> exports();

    //! Records and responses on their way to the service.
    [[nodiscard]] Uploads uploads();
    //! The same of whole files, with its history.
    [[nodiscard]] FileUploads fileUploads();

    //! Per feed where its syncs stand; NotFound before the first one.
    BlockingJob<std::vector<lake::FeedStatus>> *lakeStatus(service::Connection connection);
    //! The newest \a limit syncs of all its feeds; NotFound before the first one.
    BlockingJob<std::vector<lake::SyncRecord>> *syncHistory(service::Connection connection, qint64 limit);
    //! Every table and column of the lake with its meaning.
    BlockingJob<std::vector<lake::TableDescription>> *describeLake(service::Connection connection);
    //! Copies the lake to \a output while it may be in use.
    BlockingJob<lake::BackupReport> *backupLake(service::Connection connection, QString output, bool replace);
    //! Copies a lake from elsewhere, in \a file, into the new file \a output.
    BlockingJob<lake::ImportReport> *importLake(QString file, QString output);
    BlockingJob<lake::CheckReport> *checkLake(service::Connection connection, lake::Depth depth);
    //! Busy while a sync runs.
    BlockingJob<lake::CompactReport> *compactLake(service::Connection connection);

    //! What all lakes that are kept for \a connection have about a person. No title or log names them.
    BlockingJob<PersonFound> *lookForPerson(service::Connection connection, lake::PersonKey key);
    //! Writes it all to a file that its owner alone may read, and a report beside it.
    BlockingJob<transfer::PersonExport> *exportPerson(service::Connection connection, lake::PersonKey key,
                                                      lake::Mentions mentions, QString output);
    //! Erases it all from these lakes. Busy, and nothing was changed, while a sync of them runs.
    BlockingJob<PersonErased> *erasePerson(service::Connection connection, lake::PersonKey key,
                                           lake::Mentions mentions);

Q_SIGNALS:
    //! Connections were added, changed or removed through this engine.
    void connectionsChanged();
    //! The lake of Location::key() \a key was closed to be moved or removed, and that has ended. Sessions
    //! that were taken before answer Cancelled; take a new one.
    void lakeReopened(const QString &key);

private:
    template <typename T>
    AsyncJob<T> *launch(QString title, typename AsyncJob<T>::Work work);
    [[nodiscard]] PersonContext personContext(const service::Connection &connection,
                                              const lake::PersonKey &key) const;
    template <typename T>
    BlockingJob<T> *launch(const service::Connection &connection, QString title,
                           typename BlockingJob<T>::Work work, typename BlockingJob<T>::Words words);

    [[nodiscard]] transfer::ExportPlan completed(transfer::ExportPlan plan,
                                                 const service::Connection &connection) const;
    void makeFolderFor(const service::Connection &connection) const;
    //! Reopens \a lake after \a job, which changed it or failed to.
    void reopenAfter(Job *job, const lake::Location &lake);
    [[nodiscard]] sync::SyncJob::Context syncContext(const service::Connection &connection) const;

    Options m_options;
    OutputGuard m_guard;
    QThread m_thread;
    QObject *m_context = nullptr; //!< lives in m_thread; jobs run there
    std::shared_ptr<ConnectionService> m_worker;
    JobList *m_jobs = nullptr;
    std::unique_ptr<LakeSessions> m_sessions;
};

} // namespace gauge::engine
