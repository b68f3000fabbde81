// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/lakefiles.h"

#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/sqliteconnection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <memory>
#include <sqlite3.h>

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

Result<void> checkJournal(const QString &path)
{
    // SQLite follows links to the file before it adds the ending.
    const QString real = QFileInfo(path).canonicalFilePath();
    const QString name = (real.isEmpty() ? path : real) + QStringLiteral("-journal");
    // The end of a journal with a super-journal, as in "Database File Format" of SQLite: its name, the length
    // of the name, a checksum and the magic of every journal.
    constexpr qint64 tailSize = 16;
    constexpr char magic[] = "\xd9\xd5\x05\xf9\x20\xa1\x63\xd7";
    const QFileInfo info(name);
    if (!info.isFile() || info.size() < tailSize)
        return {};
    QFile journal(name);
    if (!journal.open(QIODevice::ReadOnly) || !journal.seek(info.size() - tailSize))
        return {}; // SQLite cannot read it either
    const QByteArray tail = journal.read(tailSize);
    const bool isSuper = tail.size() == tailSize && tail.endsWith(QByteArrayView(magic, 8))
        && qFromBigEndian<quint32>(tail.constData()) > 0;
    if (!isSuper)
        return {};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "lake",
                    "Beside the local copy is a journal that names another file, which would be deleted. "
                    "GaugeDesk writes no such journal, so nothing was opened. Move %1 away and try again.")
                    .arg(QDir::toNativeSeparators(name)),
                QStringLiteral("the journal has a super-journal"));
}

Result<void> checkSchema(SqlConnection &connection)
{
    // The names are shown, so they are as short as names of ours are.
    GAUGE_TRY(
        auto found,
        Statement::prepare(
            connection,
            "SELECT type || ' ' || substr(name,1,60) FROM sqlite_schema WHERE type IN ('trigger','view') "
            "UNION ALL SELECT 'virtual table ' || substr(name,1,60) FROM sqlite_schema WHERE type='table' "
            "AND "
            "rootpage=0 AND NOT (name LIKE '%\\_search' ESCAPE '\\' AND sql LIKE "
            "'CREATE VIRTUAL TABLE \"%\" USING fts5(document, content='''', %') "
            "UNION ALL SELECT 'generated column ' || substr(x.name,1,60) FROM sqlite_schema s, "
            "pragma_table_xinfo(s.name) x WHERE s.type='table' AND s.rootpage>0 AND x.hidden IN (2,3) LIMIT "
            "1"));
    GAUGE_TRY(const auto row, found.step());
    if (!row)
        return {};
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate(
            "lake",
            "This file holds what GaugeDesk never makes, and what could change or delete records: %1. "
            "It was not opened. Import it into a new file (gaugedesk-cli lake import), or sync into one.")
            .arg(found.string(0)));
}

} // namespace gauge::lake
