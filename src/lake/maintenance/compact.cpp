// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/cleaning.h"
#include "lake/maintenance/upkeep.h"
#include "lake/open/open.h"
#include "lake/read/lakereader.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/state/allfeeds.h"

#include <QFileInfo>

namespace gauge::lake {

namespace {

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
}

Result<void> rewriteAll(Connection &connection, const catalog::Catalog &catalog, AllFeeds &held,
                        const std::stop_token &stop)
{
    GAUGE_TRY(const auto unfinished, awaitsCleaning(connection));
    if (unfinished)
        return clean(connection, catalog, held, stop, [](qint64, qint64) {});
    if (stop.stop_requested())
        return fail(cancelled()); // a small lake is done before it is asked
    const StopGuard guard(connection, stop);
    GAUGE_CHECK(connection.rewrite({}));
    // A reader that is busy with the log keeps it; then the next sync's merge shortens it.
    std::ignore = connection.emptyLog();
    return {};
}

} // namespace

Result<CompactReport> compact(const QString &path, const catalog::Catalog &catalog, std::stop_token stop)
{
    // Looks before it touches, and never makes a lake.
    if (auto reader = LakeReader::open(path, catalog); !reader)
        return fail(std::move(reader.error()));
    GAUGE_TRY(auto connection, openWriting(path));
    if (!dynamic_cast<const SqliteConnection *>(connection.get())) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "Only a local copy in a file can be compacted. A "
                                                "database server does so by itself."));
    }
    CompactReport report{sizeOf(path), 0};
    AllFeeds held(*connection);
    GAUGE_CHECK(held.take(catalog.ids()));
    GAUGE_CHECK(rewriteAll(*connection, catalog, held, stop));
    report.after = sizeOf(path);
    return report;
}

} // namespace gauge::lake
