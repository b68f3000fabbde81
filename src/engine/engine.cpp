// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "base/platform.h"
#include "engine/connectionservice.h"
#include "engine/joblist.h"
#include "engine/lakeplace.h"
#include "engine/lakesessions.h"
#include "lake/sqlite/lakefiles.h"
#include "sync/syncjob.h"
#include "vault/keychainstore.h"

#include <QCoroFuture>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace gauge::engine {

using service::Connection;

namespace {

QString defaultSandboxProgram()
{
#ifdef Q_OS_WIN
    return QCoreApplication::applicationDirPath() + QStringLiteral("/gaugedesk-sandbox.exe");
#else
    return QCoreApplication::applicationDirPath() + QStringLiteral("/gaugedesk-sandbox");
#endif
}

Options withDefaults(Options options)
{
    if (!options.clock)
        options.clock = std::make_shared<SystemClock>();
    if (!options.keychain)
        options.keychain = std::make_shared<vault::KeychainStore>();
    if (options.sandboxProgram.isEmpty())
        options.sandboxProgram = defaultSandboxProgram();
    return options;
}

//! Whether the file at \a path is a lake that a connection uses, or any database. Reads the connections anew,
//! since other processes change them.
bool isKept(const QString &dataFolder, const QString &lakeOverride, const QString &path, Databases databases)
{
    using lake::FileKind;
    const auto isAt = [&](const QString &lake) { return isSameFile(lake, path); };
    if (isAt(lakeOverride))
        return true;
    const auto connections = service::ConnectionStore(dataFolder).load();
    if (connections) {
        const bool isUsed
            = std::any_of(connections->begin(), connections->end(), [&](const Connection &connection) {
                  const lake::Location place = ownLake(dataFolder, connection);
                  return place.isFile() && isAt(place.text());
              });
        if (isUsed)
            return true;
    }
    if (databases == Databases::Replaced)
        return false;
    const FileKind kind = lake::fileKind(path);
    return kind == FileKind::Lake || kind == FileKind::Foreign || kind == FileKind::Unmarked;
}

//! Windows does not delete or replace a file that somebody has open; elsewhere its readers would keep a file
//! that is gone.
QCoro::Task<> closed(std::vector<QFuture<void>> users)
{
    for (const QFuture<void> &user : users)
        co_await user;
}

QCoro::Task<Result<Removed>> removeAfter(std::vector<QFuture<void>> users,
                                         std::shared_ptr<ConnectionService> worker, Connection connection,
                                         bool keepLake)
{
    co_await closed(users);
    Result<Removed> removed = co_await worker->remove(connection, keepLake);
    co_return removed;
}

QCoro::Task<Result<Connection>> moveAfter(std::vector<QFuture<void>> users,
                                          std::shared_ptr<ConnectionService> worker, Connection connection,
                                          QString newLake, OldLake what, std::stop_token stop)
{
    co_await closed(users);
    Result<Connection> moved = co_await worker->moveLake(connection, newLake, what, stop);
    co_return moved;
}

} // namespace

Engine::Engine(Options options, QObject *parent)
    : QObject(parent)
    , m_options(withDefaults(std::move(options)))
    , m_guard(m_options.dataFolder,
              [folder = m_options.dataFolder, lake = m_options.lakeOverride](
                  const QString &path, Databases databases) { return isKept(folder, lake, path, databases); })
    , m_context(new QObject)
    , m_worker(std::make_shared<ConnectionService>(m_options))
    , m_jobs(new JobList(this))
    , m_sessions(std::make_unique<LakeSessions>(m_options.catalog, m_options.clock))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_context->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

Engine::~Engine()
{
    // Jobs hold the worker, so they go first: the sockets, the sandbox's process and the timers that it has
    // belong to the engine's thread and end there.
    m_jobs->endAll();
    delete std::exchange(m_jobs, nullptr);
    QMetaObject::invokeMethod(
        m_context,
        [worker = std::move(m_worker)]() mutable {
            Q_ASSERT_X(worker.use_count() == 1, "Engine", "somebody else holds its worker");
            worker.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

lake::Location Engine::lakeOf(const Connection &connection) const
{
    if (m_options.lakeOverride.isEmpty())
        return ownLake(m_options.dataFolder, connection);
    return lake::Location::parse(m_options.lakeOverride, connection.id).value_or(lake::Location());
}

std::shared_ptr<LakeSession> Engine::session(const Connection &connection)
{
    return m_sessions->of(lakeOf(connection));
}

void Engine::reopenAfter(Job *job, const lake::Location &lake)
{
    connect(job, &Job::finished, this, [this, lake] {
        m_sessions->reopen(lake);
        Q_EMIT lakeReopened(lake.key()); // another connection may share it
    });
}

template <typename T>
AsyncJob<T> *Engine::launch(QString title, typename AsyncJob<T>::Work work)
{
    auto *job = new AsyncJob<T>(std::move(title), m_context, std::move(work));
    m_jobs->add(job, JobList::Listing::Quiet);
    return job;
}

AsyncJob<std::vector<Connection>> *Engine::loadConnections()
{
    return launch<std::vector<Connection>>(
        tr("Load connections"),
        [worker = m_worker](std::stop_token) -> QCoro::Task<Result<std::vector<Connection>>> {
            co_return worker->connections();
        });
}

AsyncJob<Connection> *Engine::saveConnection(Connection connection, NewSecrets secrets)
{
    auto *job
        = launch<Connection>(tr("Save “%1”").arg(connection.name), [=, worker = m_worker](std::stop_token) {
              return worker->save(connection, secrets);
          });
    connect(job, &Job::finished, this, [this, job] {
        if (!job->error())
            Q_EMIT connectionsChanged();
    });
    return job;
}

AsyncJob<Removed> *Engine::removeConnection(Connection connection, bool keepLake)
{
    // Its own lake: one that was named for this run belongs to whoever named it.
    const lake::Location lake = keepLake ? lake::Location() : ownLake(m_options.dataFolder, connection);
    std::vector<QFuture<void>> users;
    if (!lake.isEmpty()) {
        users = m_jobs->cancelJobsOf(lake.key());
        users.push_back(m_sessions->close(lake));
    }
    auto *job
        = launch<Removed>(tr("Remove “%1”").arg(connection.name), [=, worker = m_worker](std::stop_token) {
              return removeAfter(users, worker, connection, keepLake);
          });
    if (!lake.isEmpty())
        reopenAfter(job, lake);
    connect(job, &Job::finished, this, &Engine::connectionsChanged);
    return job;
}

BlockingJob<LakeTest> *Engine::testLake(Connection connection)
{
    auto look = [=, folder = m_options.dataFolder, clock = m_options.clock](std::stop_token stop,
                                                                            const lake::OnProgress &) {
        return lookAtLake(folder, connection, clock->now(), stop);
    };
    auto *job = new BlockingJob<LakeTest>(tr("Test the local copy of “%1”").arg(connection.name), m_context,
                                          std::move(look), [](const LakeTest &) { return QString(); });
    m_jobs->add(job, JobList::Listing::Quiet);
    return job;
}

AsyncJob<Connection> *Engine::moveLake(Connection connection, QString newLake, OldLake what)
{
    const lake::Location lake = ownLake(m_options.dataFolder, connection);
    std::vector<QFuture<void>> users;
    if (what == OldLake::Move)
        users.push_back(m_sessions->close(lake));
    auto *job = launch<Connection>(tr("Move the local copy of “%1”").arg(connection.name),
                                   [=, worker = m_worker](std::stop_token stop) {
                                       return moveAfter(users, worker, connection, newLake, what, stop);
                                   });
    if (what == OldLake::Move)
        reopenAfter(job, lake);
    // Also after an error: it may have been saved, and only its old copy not deleted.
    connect(job, &Job::finished, this, &Engine::connectionsChanged);
    return job;
}

AsyncJob<TestReport> *Engine::testConnection(Connection connection, NewSecrets secrets)
{
    return launch<TestReport>(
        tr("Test “%1”").arg(connection.name),
        [=, worker = m_worker](std::stop_token stop) { return worker->test(connection, secrets, stop); });
}

AsyncJob<vault::KeychainState> *Engine::probeKeychain()
{
    return launch<vault::KeychainState>(
        tr("Look for a keychain"),
        [worker = m_worker](std::stop_token) -> QCoro::Task<Result<vault::KeychainState>> {
            co_return co_await worker->probeKeychain();
        });
}

AsyncJob<Connection> *Engine::addSampleConnection()
{
    auto *job = launch<Connection>(tr("Add sample data"),
                                   [worker = m_worker](std::stop_token) -> QCoro::Task<Result<Connection>> {
                                       Connection sample;
                                       sample.name = tr("Sample data");
                                       sample.region = service::Region::Custom;
                                       sample.secretPlace = service::SecretPlace::Sample;
                                       co_return worker->addSample(sample);
                                   });
    connect(job, &Job::finished, this, [this, job] {
        if (!job->error())
            Q_EMIT connectionsChanged();
    });
    return job;
}

AsyncJob<bool> *Engine::hasSecret(Connection connection)
{
    return launch<bool>(tr("Look for the secret of “%1”").arg(connection.name),
                        [=, worker = m_worker](std::stop_token) { return worker->hasSecret(connection); });
}

AsyncJob<bool> *Engine::hasApiKey(Connection connection)
{
    return launch<bool>(tr("Look for the API key of “%1”").arg(connection.name),
                        [=, worker = m_worker](std::stop_token) { return worker->hasApiKey(connection); });
}

AsyncJob<service::PagePointer> *Engine::fetchPage(Connection connection, service::PageRequest request)
{
    return launch<service::PagePointer>(
        tr("Fetch a page from “%1”").arg(connection.name),
        [=, worker = m_worker](std::stop_token stop) { return worker->fetch(connection, request, stop); });
}

//! Only our own folder is made; a mistyped place for a lake is an error instead. Where this fails, opening
//! the lake says so in words. It is made in the engine's thread, and before any job that is added after this.
void Engine::makeFolderFor(const Connection &connection) const
{
    if (!m_options.lakeOverride.isEmpty() || !connection.lake.isEmpty())
        return;
    const QString folder = QFileInfo(lakeOf(connection).text()).path();
    QMetaObject::invokeMethod(
        m_context, [folder] { static_cast<void>(platform::makePrivateFolder(folder)); },
        Qt::QueuedConnection);
}

BlockingJob<lake::StoreCounts> *Engine::storePage(Connection connection, service::PageRequest request,
                                                  std::shared_ptr<const catalog::Page> page)
{
    makeFolderFor(connection);
    return launch<lake::StoreCounts>(
        connection, tr("Keep a page of “%1”").arg(connection.name),
        [lake = lakeOf(connection), system = systemOf(connection), catalog = m_options.catalog,
         clock = m_options.clock, request = std::move(request),
         page = std::move(page)](std::stop_token, const lake::OnProgress &) {
            return sync::storePage(lake, system, catalog, clock, request.endpoint, request.scope, *page);
        },
        [](const lake::StoreCounts &counts) {
            const QLocale locale;
            return tr("%1 records kept, %2 of them new, %3 changed")
                .arg(locale.toString(counts.inserted + counts.updated), locale.toString(counts.inserted),
                     locale.toString(counts.changed));
        });
}

sync::SyncJob *Engine::sync(Connection connection, sync::SyncPlan plan)
{
    makeFolderFor(connection);
    if (!plan.recheckDays)
        plan.recheckDays = connection.recheckDays;
    auto *job = new sync::SyncJob(tr("Sync “%1”").arg(connection.name), m_context, syncContext(connection),
                                  std::move(plan));
    m_jobs->add(job, JobList::Listing::Listed, lakeOf(connection).key());
    return job;
}

sync::SyncJob::Context Engine::syncContext(const Connection &connection) const
{
    sync::SyncJob::Context context;
    context.client = [=, worker = m_worker](std::stop_token) { return worker->client(connection); };
    context.connectionId = connection.id;
    context.system = systemOf(connection);
    context.lake = lakeOf(connection);
    context.catalog = m_options.catalog;
    context.clock = m_options.clock;
    return context;
}

sync::VerifyJob *Engine::verify(Connection connection, sync::VerifyPlan plan)
{
    auto *job = new sync::VerifyJob(tr("Compare “%1” with its service").arg(connection.name), m_context,
                                    syncContext(connection), std::move(plan));
    m_jobs->add(job, JobList::Listing::Listed, lakeOf(connection).key());
    return job;
}

transfer::ExportPlan Engine::completed(transfer::ExportPlan plan, const Connection &connection) const
{
    if (!plan.today.isValid())
        plan.today = today(*m_options.clock);
    plan.connection = connection.name;
    plan.created = m_options.clock->now();
    return plan;
}

SavedJobs<saved::View> Engine::views()
{
    return {m_options.dataFolder, m_context, *m_jobs};
}

SavedJobs<saved::ExportPreset> Engine::exports()
{
    return {m_options.dataFolder, m_context, *m_jobs};
}

BlockingJob<transfer::ExportSample> *Engine::sampleExport(Connection connection, transfer::ExportPlan plan)
{
    using transfer::ExportSample;
    auto read = [lake = lakeOf(connection), catalog = m_options.catalog,
                 plan = completed(std::move(plan), connection)](
                    std::stop_token stop, const lake::OnProgress &) -> Result<ExportSample> {
        auto reader = lake::LakeReader::open(lake, catalog, stop);
        return reader ? transfer::sampleExport(**reader, plan, stop) : fail(reader.error());
    };
    auto *job
        = new BlockingJob<ExportSample>(tr("Read the first rows of “%1”").arg(connection.name), m_context,
                                        std::move(read), [](const ExportSample &) { return QString(); });
    m_jobs->add(job, JobList::Listing::Quiet, lakeOf(connection).key());
    return job;
}

transfer::ExportJob *Engine::exportRows(Connection connection, transfer::ExportPlan plan)
{
    plan = completed(std::move(plan), connection);
    const QString title
        = tr("Export %1 of “%2”")
              .arg(QCoreApplication::translate("catalog", plan.endpoint.title), connection.name);
    auto *job
        = new transfer::ExportJob(title, m_context, lakeOf(connection), m_options.catalog, std::move(plan));
    m_jobs->add(job, JobList::Listing::Listed, lakeOf(connection).key());
    return job;
}

Uploads Engine::uploads()
{
    return Uploads({m_options.dataFolder, m_context, m_jobs, m_worker, m_options.catalog, m_options.clock,
                    [this](const Connection &connection) {
                        makeFolderFor(connection);
                        return lakeOf(connection);
                    }});
}

FileUploads Engine::fileUploads()
{
    return FileUploads({m_context, m_jobs, m_worker, m_options.catalog, m_options.clock,
                        [this](const Connection &connection) {
                            makeFolderFor(connection);
                            return lakeOf(connection);
                        },
                        m_options.dataFolder});
}

template <typename T>
BlockingJob<T> *Engine::launch(const Connection &connection, QString title,
                               typename BlockingJob<T>::Work work, typename BlockingJob<T>::Words words)
{
    auto *job = new BlockingJob<T>(std::move(title), m_context, std::move(work), std::move(words));
    m_jobs->add(job, JobList::Listing::Listed, lakeOf(connection).key());
    return job;
}

BlockingJob<std::vector<lake::FeedStatus>> *Engine::lakeStatus(Connection connection)
{
    using Status = std::vector<lake::FeedStatus>;
    auto read = [lake = lakeOf(connection), catalog = m_options.catalog,
                 clock = m_options.clock](std::stop_token stop, const lake::OnProgress &) -> Result<Status> {
        GAUGE_TRY(auto reader, lake::LakeReader::open(lake, catalog, stop));
        return reader->status(clock->now());
    };
    auto *job = new BlockingJob<Status>(tr("Read the lake of “%1”").arg(connection.name), m_context,
                                        std::move(read), [](const Status &) { return QString(); });
    m_jobs->add(job, JobList::Listing::Quiet, lakeOf(connection).key());
    return job;
}

BlockingJob<std::vector<lake::SyncRecord>> *Engine::syncHistory(Connection connection, qint64 limit)
{
    using History = std::vector<lake::SyncRecord>;
    auto read = [lake = lakeOf(connection), catalog = m_options.catalog, clock = m_options.clock,
                 limit](std::stop_token stop, const lake::OnProgress &) -> Result<History> {
        auto reader = lake::LakeReader::open(lake, catalog, stop);
        return reader ? (*reader)->history(limit, clock->now()) : fail(reader.error());
    };
    auto *job = new BlockingJob<History>(tr("Read the history of “%1”").arg(connection.name), m_context,
                                         std::move(read), [](const History &) { return QString(); });
    m_jobs->add(job, JobList::Listing::Quiet, lakeOf(connection).key());
    return job;
}

BlockingJob<std::vector<lake::TableDescription>> *Engine::describeLake(Connection connection)
{
    using Tables = std::vector<lake::TableDescription>;
    return launch<Tables>(
        connection, tr("Describe the lake of “%1”").arg(connection.name),
        [lake = lakeOf(connection), catalog = m_options.catalog](
            std::stop_token stop, const lake::OnProgress &) { return lake::describe(lake, catalog, stop); },
        [](const Tables &tables) { return tr("%n tables", nullptr, int(tables.size())); });
}

BlockingJob<lake::BackupReport> *Engine::backupLake(Connection connection, QString output, bool replace)
{
    return launch<lake::BackupReport>(
        connection, tr("Back up the lake of “%1”").arg(connection.name),
        [file = lakeOf(connection).asFile(), output,
         replace](std::stop_token stop, const lake::OnProgress &told) -> Result<lake::BackupReport> {
            if (!file)
                return fail(file.error());
            GAUGE_CHECK(checkEnding(output, OutputContent::backup()));
            GAUGE_TRY(const auto target, outputTarget(output, {}, Databases::Replaced));
            auto report = lake::backup(*file, target, replace, stop, told);
            if (report)
                report->output = output; // which may be a link
            return report;
        },
        [](const lake::BackupReport &report) {
            return tr("%1 written to %2")
                .arg(QLocale().formattedDataSize(report.bytes), QDir::toNativeSeparators(report.output));
        });
}

BlockingJob<lake::ImportReport> *Engine::importLake(QString file, QString output)
{
    auto import = [file, output, catalog = m_options.catalog, clock = m_options.clock](
                      std::stop_token stop, const lake::OnProgress &told) -> Result<lake::ImportReport> {
        GAUGE_CHECK(checkEnding(output, OutputContent::backup()));
        GAUGE_TRY(const auto target, outputTarget(output, {}, Databases::Replaced));
        auto report = lake::importLake(file, target, catalog, clock, stop, told);
        if (report)
            report->output = output; // which may be a link
        return report;
    };
    auto *job = new BlockingJob<lake::ImportReport>(
        tr("Import a local copy"), m_context, std::move(import), [](const lake::ImportReport &report) {
            return tr("%1 written to %2")
                .arg(QLocale().formattedDataSize(report.bytes), QDir::toNativeSeparators(report.output));
        });
    m_jobs->add(job, JobList::Listing::Listed);
    return job;
}

BlockingJob<lake::CheckReport> *Engine::checkLake(Connection connection, lake::Depth depth)
{
    return launch<lake::CheckReport>(
        connection, tr("Check the lake of “%1”").arg(connection.name),
        [lake = lakeOf(connection), catalog = m_options.catalog, depth](std::stop_token stop,
                                                                        const lake::OnProgress &told) {
            return lake::check(lake, catalog, depth, stop, told);
        },
        [](const lake::CheckReport &report) {
            return report.findings.empty() ? tr("%n records, nothing wrong", nullptr, int(report.records))
                                           : tr("%n things are wrong", nullptr, int(report.findings.size()));
        });
}

BlockingJob<lake::CompactReport> *Engine::compactLake(Connection connection)
{
    return launch<lake::CompactReport>(
        connection, tr("Compact the lake of “%1”").arg(connection.name),
        [file = lakeOf(connection).asFile(), catalog = m_options.catalog](std::stop_token stop,
                                                                          const lake::OnProgress &) {
            return file ? lake::compact(*file, catalog, stop) : fail(file.error());
        },
        [](const lake::CompactReport &report) {
            const QLocale locale;
            return tr("%1 before, %2 now")
                .arg(locale.formattedDataSize(report.before), locale.formattedDataSize(report.after));
        });
}

} // namespace gauge::engine
