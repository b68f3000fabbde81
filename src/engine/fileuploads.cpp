// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/fileuploads.h"

#include "engine/connectionservice.h"
#include "engine/lakeplace.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QSysInfo>

namespace gauge::engine {

using service::Connection;

namespace {

constexpr qint64 mostLookedAt = 200;

//! \a uploads: the newest first.
std::optional<UnfinishedUpload> newestUnfinished(const std::vector<lake::UploadEntry> &uploads,
                                                 const QString &connection)
{
    QSet<std::pair<QString, QString>> later; // configuration and file
    for (const lake::UploadEntry &upload : uploads) {
        const bool isFile = !upload.file.isEmpty() && upload.connection == connection;
        const auto what = std::pair(upload.configuration, upload.file);
        const bool isLeft = isFile && upload.isUnfinished() && upload.counts.notSent > 0
            && upload.host == QSysInfo::machineHostName() && !later.contains(what);
        if (isLeft) {
            const QString path = QDir(upload.folder).filePath(upload.file);
            return UnfinishedUpload{upload, path, QFileInfo(path).isFile()};
        }
        if (isFile)
            later.insert(what);
    }
    return std::nullopt;
}

} // namespace

FileUploads::FileUploads(Parts parts)
    : m_parts(std::move(parts))
{}

template <typename T>
BlockingJob<T> *FileUploads::launch(const QString &title, typename BlockingJob<T>::Work work,
                                    const QString &lake) const
{
    auto *job
        = new BlockingJob<T>(title, m_parts.context, std::move(work), [](const T &) { return QString(); });
    m_parts.jobs->add(job, JobList::Listing::Quiet, lake);
    return job;
}

BlockingJob<FileLook> *FileUploads::look(const QString &path, const upload::KnownDialect &known,
                                         int rows) const
{
    return launch<FileLook>(
        QCoreApplication::translate("engine", "Look at %1").arg(QFileInfo(path).fileName()),
        [=](std::stop_token, const lake::OnProgress &) -> Result<FileLook> {
            GAUGE_TRY(auto guess, upload::detectDialect(path, known));
            auto preview = upload::previewCsv(path, guess.dialect, rows);
            // Where a person must choose, what was taken for now may not be possible.
            if (!preview && guess.isCertain())
                return fail(std::move(preview.error()));
            return FileLook{std::move(guess), preview ? std::move(*preview) : upload::CsvPreview()};
        });
}

BlockingJob<upload::FileReport> *FileUploads::check(const upload::FilePlan &plan) const
{
    return launch<upload::FileReport>(
        QCoreApplication::translate("engine", "Check %1").arg(QFileInfo(plan.path).fileName()),
        [=](std::stop_token stop, const lake::OnProgress &told) {
            return upload::checkFile(plan, stop, told);
        });
}

BlockingJob<upload::MappedRow> *FileUploads::rowOf(const upload::FilePlan &plan, qint64 number) const
{
    return launch<upload::MappedRow>(
        QCoreApplication::translate("engine", "Look at %1").arg(QFileInfo(plan.path).fileName()),
        [=](std::stop_token stop, const lake::OnProgress &) { return upload::readRow(plan, number, stop); });
}

BlockingJob<std::optional<upload::Resumption>> *FileUploads::earlier(const Connection &connection,
                                                                     const upload::FilePlan &plan,
                                                                     const upload::FileReport &report) const
{
    using Found = std::optional<upload::Resumption>;
    const lake::Location lake = m_parts.lakeOf(connection);
    return launch<Found>(
        QCoreApplication::translate("engine", "Read the uploads of “%1”").arg(connection.name),
        [lake, clock = m_parts.clock, name = connection.name, plan,
         report](std::stop_token stop, const lake::OnProgress &) -> Result<Found> {
            const auto history = lake::UploadHistory::open(lake, stop);
            return history
                ? upload::findResumption(plan, report, *history, name, clock->now(), std::move(stop))
                : fail(history.error());
        },
        lake.key());
}

BlockingJob<upload::MappingDraft> *FileUploads::mappingOf(const QString &configurationId) const
{
    return launch<upload::MappingDraft>(
        QCoreApplication::translate("engine", "Read a mapping"),
        [store = upload::MappingStore(m_parts.dataFolder),
         configurationId](std::stop_token, const lake::OnProgress &) { return store.load(configurationId); });
}

BlockingJob<bool> *FileUploads::saveMapping(const QString &configurationId,
                                            const upload::MappingDraft &draft) const
{
    return launch<bool>(QCoreApplication::translate("engine", "Save a mapping"),
                        [store = upload::MappingStore(m_parts.dataFolder), configurationId,
                         draft](std::stop_token, const lake::OnProgress &) {
                            return store.save(configurationId, draft).map([] { return true; });
                        });
}

BlockingJob<bool> *FileUploads::saveFindings(const upload::FileReport &report, const QString &path) const
{
    return launch<bool>(QCoreApplication::translate("engine", "Write %1").arg(QFileInfo(path).fileName()),
                        [=](std::stop_token, const lake::OnProgress &) {
                            return upload::saveFindings(report, path).map([] { return true; });
                        });
}

upload::UploadJob *FileUploads::send(const Connection &connection, const upload::UploadPlan &plan) const
{
    const lake::Location lake = m_parts.lakeOf(connection);
    upload::UploadJob::Context context;
    context.client
        = [connection, worker = m_parts.worker](std::stop_token) { return worker->client(connection); };
    context.connectionId = connection.id;
    context.queue = {connection.name, lake, m_parts.catalog, m_parts.clock, systemOf(connection)};
    const QString title = QCoreApplication::translate("engine", "Upload %1 to “%2”")
                              .arg(QFileInfo(plan.file.path).fileName(), connection.name);
    auto *job = new upload::UploadJob(title, m_parts.context, std::move(context), plan);
    m_parts.jobs->add(job, JobList::Listing::Listed, lake.key());
    return job;
}

BlockingJob<std::vector<lake::UploadEntry>> *FileUploads::history(const Connection &connection, qint64 limit,
                                                                  const QString &search) const
{
    using History = std::vector<lake::UploadEntry>;
    const lake::Location lake = m_parts.lakeOf(connection);
    return launch<History>(
        QCoreApplication::translate("engine", "Read the uploads of “%1”").arg(connection.name),
        [lake, clock = m_parts.clock, limit, search](std::stop_token stop,
                                                     const lake::OnProgress &) -> Result<History> {
            const auto history = lake::UploadHistory::open(lake, stop);
            return history ? history->uploads(limit, search, clock->now()) : fail(history.error());
        },
        lake.key());
}

BlockingJob<std::optional<UnfinishedUpload>> *FileUploads::unfinished(const Connection &connection) const
{
    using Found = std::optional<UnfinishedUpload>;
    const lake::Location lake = m_parts.lakeOf(connection);
    return launch<Found>(
        QCoreApplication::translate("engine", "Read the uploads of “%1”").arg(connection.name),
        [lake, clock = m_parts.clock, name = connection.name](std::stop_token stop,
                                                              const lake::OnProgress &) -> Result<Found> {
            GAUGE_TRY(const auto history, lake::UploadHistory::open(lake, stop));
            GAUGE_TRY(const auto uploads, history.uploads(mostLookedAt, name, clock->now()));
            return newestUnfinished(uploads, name);
        },
        lake.key());
}

BlockingJob<std::vector<lake::UploadRow>> *FileUploads::rows(const Connection &connection, qint64 id,
                                                             std::optional<lake::UploadRowState> only,
                                                             qint64 limit) const
{
    using Rows = std::vector<lake::UploadRow>;
    const lake::Location lake = m_parts.lakeOf(connection);
    return launch<Rows>(
        QCoreApplication::translate("engine", "Read the uploads of “%1”").arg(connection.name),
        [=](std::stop_token stop, const lake::OnProgress &) -> Result<Rows> {
            GAUGE_TRY(const auto history, lake::UploadHistory::open(lake, stop));
            Rows rows;
            const auto read = history.forEachRow(id, only, stop, [&](const lake::UploadRow &row) {
                if (qint64(rows.size()) < limit)
                    rows.push_back(row);
                return qint64(rows.size()) < limit;
            });
            return read ? Result<Rows>(std::move(rows)) : fail(read.error());
        },
        lake.key());
}

//! What changes the journal, where there is one.
template <typename Change>
BlockingJob<bool> *FileUploads::change(const QString &title, const Connection &connection,
                                       Change change) const
{
    const lake::Location lake = m_parts.lakeOf(connection);
    return launch<bool>(
        title,
        [lake, catalog = m_parts.catalog, clock = m_parts.clock,
         change](std::stop_token stop, const lake::OnProgress &) -> Result<bool> {
            GAUGE_TRY(auto journal, lake::UploadJournal::open(lake, catalog, clock, stop));
            return change(*journal).map([] { return true; });
        },
        lake.key());
}

BlockingJob<bool> *FileUploads::remove(const Connection &connection, qint64 id) const
{
    return change(QCoreApplication::translate("engine", "Forget an upload of “%1”").arg(connection.name),
                  connection, [id](lake::UploadJournal &journal) { return journal.remove(id); });
}

BlockingJob<bool> *FileUploads::clearHistory(const Connection &connection) const
{
    return change(QCoreApplication::translate("engine", "Forget the uploads of “%1”").arg(connection.name),
                  connection, [](lake::UploadJournal &journal) { return journal.clear(); });
}

} // namespace gauge::engine
