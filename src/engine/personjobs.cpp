// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/personjobs.h"

#include "engine/engine.h"
#include "engine/joblist.h"
#include "engine/personreport.h"
#include "lake/sqlite/lakefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace gauge::engine {

using lake::PersonErasure;
using lake::PersonInFeed;
using lake::PersonInLake;
using service::Connection;

namespace {

template <typename Lakes>
PersonInFeed sum(const Lakes &lakes)
{
    PersonInFeed total;
    for (const auto &one : lakes) {
        const PersonInFeed its = one.total();
        total.records += its.records;
        total.versions += its.versions;
        total.mentions += its.mentions;
    }
    return total;
}

//! Of several lakes it is told which one.
Error named(Error error, const lake::Location &place, size_t lakes)
{
    if (lakes > 1 && error.kind != ErrorKind::Cancelled)
        error.text = QDir::toNativeSeparators(place.text()) + QStringLiteral(": ") + error.text;
    return error;
}

} // namespace

PersonInFeed PersonFound::total() const
{
    return sum(lakes);
}

bool PersonFound::needsCleanup() const
{
    return std::any_of(lakes.begin(), lakes.end(), [](const PersonInLake &in) { return in.needsCleanup; });
}

PersonInFeed PersonErased::total() const
{
    return sum(lakes);
}

bool PersonErased::isComplete() const
{
    return !error
        && std::all_of(lakes.begin(), lakes.end(), [](const PersonErasure &from) { return from.isProven(); });
}

std::vector<lake::Location> PersonContext::lakes() const
{
    return onlyThis ? std::vector<lake::Location>{own} : keptLakes(dataFolder, connection, own);
}

Result<PersonFound> findPerson(const PersonContext &context, const std::stop_token &stop,
                               const lake::OnProgress &progress)
{
    PersonFound found;
    std::optional<Error> none;
    const std::vector<lake::Location> places = context.lakes();
    for (const lake::Location &place : places) {
        auto in = lake::findPerson(place, context.catalog, context.key, stop, progress);
        if (!in && in.error().kind != ErrorKind::NotFound)
            return fail(named(std::move(in.error()), place, places.size()));
        if (in)
            found.lakes.push_back(std::move(*in));
        else
            none = std::move(in.error()); // not made yet
    }
    if (found.lakes.empty() && none)
        return fail(std::move(*none));
    found.files = filesNaming(context.dataFolder, context.key);
    return found;
}

Result<PersonErased> erasePerson(const PersonContext &context, lake::Mentions mentions,
                                 const std::stop_token &stop, const lake::OnProgress &progress)
{
    PersonErased erased{context.connection.name, {}, context.key.kind(), {}, {}, {}};
    std::optional<Error> none;
    const std::vector<lake::Location> places = context.lakes();
    for (const lake::Location &place : places) {
        auto from = lake::erasePerson(place, context.catalog, context.key, mentions, stop, progress);
        if (from) {
            erased.lakes.push_back(std::move(*from));
        } else if (from.error().kind == ErrorKind::NotFound) {
            none = std::move(from.error());
        } else if (erased.lakes.empty()) {
            return fail(named(std::move(from.error()), place, places.size()));
        } else {
            erased.error = named(std::move(from.error()), place, places.size());
            break;
        }
    }
    if (erased.lakes.empty() && none)
        return fail(std::move(*none));
    erased.files = filesNaming(context.dataFolder, context.key);
    erased.when = context.clock->now();
    return erased;
}

PersonContext Engine::personContext(const Connection &connection, const lake::PersonKey &key) const
{
    return {m_options.dataFolder,
            connection,
            lakeOf(connection),
            !m_options.lakeOverride.isEmpty(),
            m_options.catalog,
            m_options.clock,
            key};
}

BlockingJob<PersonFound> *Engine::lookForPerson(Connection connection, lake::PersonKey key)
{
    auto look
        = [context = personContext(connection, key)](std::stop_token stop, const lake::OnProgress &progress) {
              return engine::findPerson(context, stop, progress);
          };
    auto *job = new BlockingJob<PersonFound>(
        tr("Look for a person in “%1”").arg(connection.name), m_context, std::move(look),
        [](const PersonFound &found) { return countsText(found.total()); });
    m_jobs->add(job, JobList::Listing::Quiet, lakeOf(connection).key());
    return job;
}

BlockingJob<transfer::PersonExport> *Engine::exportPerson(Connection connection, lake::PersonKey key,
                                                          lake::Mentions mentions, QString output)
{
    using transfer::PersonExport;
    auto write = [context = personContext(connection, key), mentions,
                  output](std::stop_token stop, const lake::OnProgress &progress) -> Result<PersonExport> {
        const transfer::PersonExportPlan plan{output,   context.lakes(),         context.key,
                                              mentions, context.connection.name, context.clock->now()};
        return transfer::exportPerson(plan, context.catalog, stop, progress);
    };
    auto *job = new BlockingJob<PersonExport>(tr("Export a person's records from “%1”").arg(connection.name),
                                              m_context, std::move(write), [](const PersonExport &written) {
                                                  return tr("%Ln records and versions written to %1", nullptr,
                                                            int(written.lines))
                                                      .arg(QDir::toNativeSeparators(written.output));
                                              });
    m_jobs->add(job, JobList::Listing::Listed, lakeOf(connection).key());
    return job;
}

BlockingJob<PersonErased> *Engine::erasePerson(Connection connection, lake::PersonKey key,
                                               lake::Mentions mentions)
{
    auto erase = [context = personContext(connection, key), mentions](std::stop_token stop,
                                                                      const lake::OnProgress &progress) {
        return engine::erasePerson(context, mentions, stop, progress);
    };
    auto *job = new BlockingJob<PersonErased>(tr("Erase a person from “%1”").arg(connection.name), m_context,
                                              std::move(erase),
                                              [](const PersonErased &erased) { return erasedText(erased); });
    m_jobs->add(job, JobList::Listing::Listed, lakeOf(connection).key());
    return job;
}

std::vector<lake::Location> keptLakes(const QString &dataFolder, const service::Connection &connection,
                                      const lake::Location &own)
{
    std::vector<lake::Location> lakes;
    if (!own.isEmpty())
        lakes.push_back(own);
    const QDir folder = QFileInfo(service::ConnectionStore(dataFolder).lakePath(connection)).absoluteDir();
    const QStringList names = folder.entryList({QLatin1Char('*') + connection.id + QLatin1Char('*')},
                                               QDir::Files | QDir::Hidden, QDir::Name);
    const QString ownFile = own.isFile() ? QFileInfo(own.text()).absoluteFilePath() : QString();
    for (const QString &name : names) {
        const QString path = folder.absoluteFilePath(name);
        if (path != ownFile && !lake::isBesideDatabase(name) && lake::isLake(path))
            lakes.emplace_back(path);
    }
    return lakes;
}

QStringList filesNaming(const QString &dataFolder, const lake::PersonKey &key)
{
    constexpr qint64 largest = qint64(64) << 20; // nothing but a lake is as large
    const lake::PersonMatch match(key);
    QStringList naming;
    QDirIterator files(dataFolder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (match.canBeMentioned() && files.hasNext()) {
        QFile file(files.next());
        // A database, whoever made it, may be a lake that is in use (lakefiles.h).
        if (lake::isBesideDatabase(file.fileName()) || files.fileInfo().size() > largest
            || lake::fileKind(file.fileName()) != lake::FileKind::NotADatabase
            || !file.open(QIODevice::ReadOnly))
            continue;
        if (match.countIn(file.readAll()) > 0)
            naming.append(file.fileName());
    }
    naming.sort();
    return naming;
}

} // namespace gauge::engine
