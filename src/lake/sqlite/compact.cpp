// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakereader.h"
#include "lake/lease.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/upkeep.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

#include <sqlite3.h>

namespace gauge::lake {

namespace {

//! All feeds of a lake, held so that no sync begins meanwhile.
class AllFeeds
{
public:
    explicit AllFeeds(Connection &connection)
        : m_connection(connection)
        , m_me(newHolder())
    {}
    ~AllFeeds()
    {
        for (const QString &feed : std::as_const(m_held))
            std::ignore = dropLease(m_connection, feed, m_me); // else it ends by itself
    }
    Q_DISABLE_COPY_MOVE(AllFeeds)

    Result<void> take(const QStringList &feeds)
    {
        auto transaction = Transaction::begin(m_connection, Transaction::Kind::Write);
        if (!transaction)
            return fail(std::move(transaction.error()));
        m_me.heartbeat = QDateTime::currentDateTimeUtc();
        for (const QString &feed : feeds) {
            if (auto taken = takeLease(m_connection, feed, m_me); !taken)
                return taken;
        }
        if (auto done = transaction->commit(); !done)
            return done;
        m_held = feeds;
        return {};
    }

private:
    Connection &m_connection;
    LeaseHolder m_me;
    QStringList m_held;
};

qint64 sizeOf(const QString &path)
{
    return QFileInfo(path).size() + QFileInfo(path + QStringLiteral("-wal")).size();
}

//! Where SQLite puts the copy that VACUUM makes: see "Temporary File Storage Locations" in its documents.
QString temporaryFolder()
{
#ifdef Q_OS_UNIX
    const QStringList places{qEnvironmentVariable("SQLITE_TMPDIR"), qEnvironmentVariable("TMPDIR"),
                             QStringLiteral("/var/tmp"), QStringLiteral("/usr/tmp"), QStringLiteral("/tmp")};
    for (const QString &place : places) {
        if (const QFileInfo info(place); !place.isEmpty() && info.isDir() && info.isWritable())
            return place;
    }
    return QStringLiteral(".");
#else
    return QDir::tempPath();
#endif
}

//! The copy in the temporary folder, and the log that takes it all beside the lake.
Result<void> checkRoom(Connection &connection, const QString &path)
{
    const auto used = connection.number(
        "SELECT ((SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM "
        "pragma_freelist_count)) * (SELECT page_size FROM pragma_page_size)");
    if (!used)
        return fail(used.error());
    const QString folder = QFileInfo(path).absolutePath();
    const QString temporary = temporaryFolder();
    const bool together = QStorageInfo(folder).device() == QStorageInfo(temporary).device();
    if (auto room = roomFor(together ? *used * 2 : *used, folder); !room)
        return room;
    return roomFor(*used, temporary);
}

} // namespace

Result<CompactReport> compact(const QString &path, const catalog::Catalog &catalog, std::stop_token stop)
{
    // Looks before it touches, and never makes a lake.
    if (auto reader = LakeReader::open(path, catalog); !reader)
        return fail(std::move(reader.error()));
    auto connection = Connection::openWriting(path);
    if (!connection)
        return fail(std::move(connection.error()));
    const auto *sqlite = dynamic_cast<const SqliteConnection *>(connection->get());
    if (!sqlite) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "Only a local copy in a file can be compacted. A "
                                                "database server does so by itself."));
    }
    CompactReport report{sizeOf(path), 0};
    AllFeeds held(**connection);
    if (auto taken = held.take(catalog.ids()); !taken)
        return fail(std::move(taken.error()));
    if (auto room = checkRoom(**connection, path); !room)
        return fail(std::move(room.error()));
    if (stop.stop_requested())
        return fail(cancelled());
    {
        const StopGuard guard(**connection, stop);
        if (auto done = (*connection)->run("VACUUM"); !done)
            return fail(std::move(done.error()));
    }
    // A reader that is busy with the log keeps it; then the next sync's merge shortens it.
    sqlite3_wal_checkpoint_v2(sqlite->handle(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    report.after = sizeOf(path);
    return report;
}

} // namespace gauge::lake
