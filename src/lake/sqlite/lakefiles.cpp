// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/lakefiles.h"

#include "lake/sqlite/sqliteconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <memory>

namespace gauge::lake {

namespace {

//! What SQLite keeps beside a database: "Temporary Files Used By SQLite" in its documents.
constexpr std::array besideDatabase{QLatin1StringView("-wal"), QLatin1StringView("-shm"),
                                    QLatin1StringView("-journal")};

bool belongsToDatabase(const QString &name)
{
    return std::any_of(besideDatabase.begin(), besideDatabase.end(),
                       [&](QLatin1StringView ending) { return name.endsWith(ending); });
}

struct CloseDatabase
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};

//! The mark in the database that \a name opens, read only.
FileKind markOf(const QByteArray &name, int flags)
{
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(name.constData(), &raw,
                                       SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | flags, nullptr);
    const std::unique_ptr<sqlite3, CloseDatabase> database(raw);
    if (opened != SQLITE_OK)
        return FileKind::Unreadable;
    constexpr int patience = 10'000;
    sqlite3_busy_timeout(raw, patience);
    int mark = 0;
    const auto note = [](void *found, int, char **values, char **) {
        *static_cast<int *>(found) = values[0] ? QByteArray(values[0]).toInt() : 0;
        return 0;
    };
    const int code = sqlite3_exec(raw, "PRAGMA application_id", note, &mark, nullptr);
    if (code != SQLITE_OK)
        return code == SQLITE_NOTADB ? FileKind::NotADatabase : FileKind::Unreadable;
    if (mark == 0)
        return FileKind::Unmarked;
    return mark == applicationId ? FileKind::Lake : FileKind::Foreign;
}

} // namespace

FileKind fileKind(const QString &path)
{
    // SQLite has locks on them that it does not look after when it opens them as a database.
    if (belongsToDatabase(path))
        return FileKind::NotADatabase;
    const QFileInfo info(path);
    if (!info.exists() || (info.isFile() && info.size() == 0))
        return FileKind::Absent;
    if (!info.isFile()) // a folder; a pipe, which would wait for ever
        return FileKind::Unreadable;
    // SQLite takes a file of one byte for an empty one.
    if (constexpr qint64 smallestPage = 512; info.size() < smallestPage)
        return FileKind::NotADatabase;
    // Immutable: SQLite takes no locks, and neither looks for a log nor makes one.
    QUrl url = QUrl::fromLocalFile(info.absoluteFilePath());
    url.setQuery(QStringLiteral("immutable=1"));
    return markOf(url.toString(QUrl::FullyEncoded).toUtf8(), SQLITE_OPEN_URI);
}

bool isLake(const QString &path)
{
    const FileKind kind = fileKind(path);
    if (kind != FileKind::Unmarked)
        return kind == FileKind::Lake;
    // With the log only where that needs no new file: a database that is in use, or whose user was killed.
    const bool hasLog = QFileInfo(path + QStringLiteral("-wal")).size() > 0
        && QFileInfo::exists(path + QStringLiteral("-shm"));
    return hasLog && markOf(QFileInfo(path).absoluteFilePath().toUtf8(), 0) == FileKind::Lake;
}

bool isBesideDatabase(const QString &name)
{
    return name.endsWith(QLatin1String(".lock")) || belongsToDatabase(name);
}

Result<void> deleteLake(const QString &path)
{
    // The log first: left behind, it would be taken for that of the next file with this name.
    QStringList files;
    for (const QLatin1StringView ending : besideDatabase)
        files.append(path + ending);
    files.append(path);
    for (const QString &name : std::as_const(files)) {
        QFile file(name);
        if (file.exists() && !file.remove()) {
            return fail(ErrorKind::Storage,
                        QCoreApplication::translate("lake",
                                                    "The file %1 of the local copy could not be deleted. "
                                                    "Delete it yourself.")
                            .arg(QDir::toNativeSeparators(name)),
                        file.errorString());
        }
    }
    return {};
}

} // namespace gauge::lake
