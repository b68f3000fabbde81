// SPDX-License-Identifier: GPL-3.0-or-later

#include "lake/sql/errors.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/sqliteconnection.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>

#include <algorithm>
#include <sqlite3.h>

// How SqliteConnection takes the traces of deleted records out of its file.
namespace gauge::lake {

namespace {

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
Result<void> checkRoom(SqlConnection &connection, const QString &path)
{
    GAUGE_TRY(
        const auto used,
        connection.number("SELECT ((SELECT page_count FROM pragma_page_count) - (SELECT freelist_count FROM "
                          "pragma_freelist_count)) * (SELECT page_size FROM pragma_page_size)"));
    const QString folder = QFileInfo(path).absolutePath();
    const QString temporary = temporaryFolder();
    const bool together = QStorageInfo(folder).device() == QStorageInfo(temporary).device();
    GAUGE_CHECK(roomFor(together ? used * 2 : used, folder));
    return roomFor(used, temporary);
}

bool readPieces(sqlite3_file &file, qsizetype overlap, const std::function<void(const QByteArray &)> &look)
{
    constexpr sqlite3_int64 piece = sqlite3_int64(4) << 20;
    sqlite3_int64 size = 0;
    if (file.pMethods->xFileSize(&file, &size) != SQLITE_OK)
        return false;
    QByteArray bytes;
    for (sqlite3_int64 at = 0; at < size; at += piece) {
        bytes = bytes.right(overlap);
        const qsizetype kept = bytes.size();
        const int length = int(std::min(piece, size - at));
        bytes.resize(kept + length);
        const int code = file.pMethods->xRead(&file, bytes.data() + kept, length, at);
        if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ) // a log may become shorter meanwhile
            return false;
        look(bytes);
    }
    return true;
}

} // namespace

Result<void> SqliteConnection::vacuum(const QStringList &)
{
    GAUGE_CHECK(checkRoom(*this, m_path));
    return run("VACUUM");
}

Result<void> SqliteConnection::checkpointWal()
{
    // While it merges nobody else can, and SQLite does not wait for that.
    m_logMerger.reset();
    const int code
        = sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    Result<void> done;
    if (code == SQLITE_BUSY)
        done
            = fail(ErrorKind::Busy,
                   QCoreApplication::translate("lake",
                                               "Somebody reads the local copy, so its log still has what was "
                                               "deleted."));
    else if (code != SQLITE_OK)
        done = fail(lastError());
    m_logMerger.emplace(m_handle, m_path);
    return done;
}

// By SQLite's own descriptors: to close another one would drop the locks of this process (see lakefiles.h).
// The -shm file has numbers of pages alone.
bool SqliteConnection::readFiles(qsizetype overlap, const std::function<void(const QByteArray &)> &look) const
{
    if (QFileInfo::exists(m_path + QStringLiteral("-journal"))) // of a time before the write-ahead log
        return false;
    for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
        sqlite3_file *file = nullptr;
        if (sqlite3_file_control(m_handle, "main", which, &file) != SQLITE_OK || !file)
            return false;
        if (file->pMethods && !readPieces(*file, overlap, look))
            return false;
    }
    return true;
}

Result<void> SqliteConnection::replaceBodies(const std::string &table, const char *key,
                                             std::span<const PackedBody> bodies)
{
    GAUGE_TRY(auto statement,
              Statement::prepare(*this, "UPDATE " + table + " SET body=? WHERE " + key + "=?"));
    for (const PackedBody &body : bodies) {
        statement.bindBlobView(1, body.frame);
        statement.bind(2, body.row);
        GAUGE_CHECK(statement.run());
    }
    return {};
}

bool SqliteConnection::isDamage(const Error &error) const
{
    // The codes of SQLITE_CORRUPT and SQLITE_NOTADB, with their extended ones, as storageError() tells them.
    static const QRegularExpression damage(QStringLiteral("^SQLite (\\d+):"));
    constexpr int corrupt = 11;
    constexpr int notADatabase = 26;
    const QRegularExpressionMatch match = damage.match(error.detail);
    const int code = match.captured(1).toInt() & 0xff;
    return error.kind == ErrorKind::Storage && (code == corrupt || code == notADatabase);
}

Result<QStringList> SqliteConnection::tables()
{
    // Virtual tables (full-text search) keep their own data in shadow tables.
    GAUGE_TRY(auto statement,
              Statement::prepare(*this,
                                 "SELECT name FROM pragma_table_list WHERE schema='main' AND type IN "
                                 "('table','virtual','view') AND name NOT LIKE 'sqlite\\_%' "
                                 "ESCAPE '\\' ORDER BY name LIKE 'lake\\_%' ESCAPE '\\', name"));
    QStringList names;
    GAUGE_CHECK(statement.forEachRow([&] { names.append(statement.string(0)); }));
    return names;
}

Result<std::vector<StoredColumn>> SqliteConnection::columnsOf(const QString &table)
{
    GAUGE_TRY(auto statement, Statement::prepare(*this, "SELECT name, type FROM pragma_table_info(?)"));
    statement.bind(1, table);
    std::vector<StoredColumn> columns;
    GAUGE_CHECK(statement.forEachRow([&] { columns.push_back({statement.string(0), statement.string(1)}); }));
    return columns;
}

Result<QStringList> SqliteConnection::integrityErrors(bool everyEntry)
{
    auto statement
        = Statement::prepare(*this, everyEntry ? "PRAGMA integrity_check(20)" : "PRAGMA quick_check(20)");
    if (!statement)
        return fail(std::move(statement.error()));
    QStringList found;
    GAUGE_CHECK(statement->forEachRow([&] {
        if (const QString words = statement->string(0); words != QLatin1String("ok"))
            found.append(words);
    }));
    return found;
}

} // namespace gauge::lake
