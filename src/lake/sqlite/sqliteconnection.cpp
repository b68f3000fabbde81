// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/sqliteconnection.h"

#include "base/log.h"
#include "base/platform.h"
#include "lake/sql/errors.h"
#include "lake/sql/types.h"
#include "lake/sqlite/lakefiles.h"
#include "lake/sqlite/sqlitefeedstore.h"
#include "lake/sqlite/sqlitestatement.h"
#include "lake/sqlite/textmatch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <sqlite3.h>

namespace gauge::lake {

namespace {

QString words(int code)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return QCoreApplication::translate(
            "lake",
            "The disk is full. What was stored before is kept. Free some space and "
            "try again.");
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return readOnlyText();
    case SQLITE_CANTOPEN:
        return QCoreApplication::translate(
            "lake",
            "The local copy cannot be opened. Check that its folder exists and "
            "belongs to you.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return busyText();
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return QCoreApplication::translate(
            "lake",
            "The local copy is damaged. Move the file away and sync again to make a "
            "new one.");
    case SQLITE_IOERR:
        return QCoreApplication::translate(
            "lake",
            "The disk did not take or give the data of the local copy. What was "
            "stored before is kept. Check the disk and its free space.");
    case SQLITE_TOOBIG:
        return QCoreApplication::translate("lake", "A value is too large to be stored.");
    default:
        return QCoreApplication::translate(
            "lake", "The local copy could not be used. What was stored before is kept.");
    }
}

} // namespace

Result<void> checkLakeFile(const QString &path)
{
    const QString place = QDir::toNativeSeparators(path);
    if (const QFileInfo file(path); file.exists() && (!file.isFile() || !file.isReadable())) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate(
                        "lake", "The local copy %1 cannot be read. Check that it belongs to you.")
                        .arg(place),
                    file.isFile() ? QStringLiteral("no right to read") : QStringLiteral("not a file"));
    }
    GAUGE_CHECK(checkJournal(path));
    switch (fileKind(path)) {
    case FileKind::NotADatabase:
        return fail(notALake(place, QStringLiteral("no SQLite header")));
    case FileKind::Foreign:
        return fail(notALake(place, QStringLiteral("another application_id")));
    case FileKind::Absent:
    case FileKind::Unmarked:
    case FileKind::Lake:
    case FileKind::Unreadable: // SQLite says why when it is opened
        break;
    }
    return {};
}

namespace {

//! The source id of the SQLite that Qt Sql runs on; empty: it runs on none.
QString sourceIdOfQtSql()
{
    const auto name = QStringLiteral("sqlite-source-id");
    QString id;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        database.setDatabaseName(QStringLiteral(":memory:"));
        if (database.open()) {
            QSqlQuery query(database);
            if (query.exec(QStringLiteral("SELECT sqlite_source_id()")) && query.next())
                id = query.value(0).toString();
        }
    }
    QSqlDatabase::removeDatabase(name);
    return id;
}

//! Once in a process, before its first lake is opened.
Result<void> checkLibrary()
{
    static const Result<void> checked
        = checkSameLibrary(sourceIdOfQtSql(), QString::fromLatin1(sqlite3_sourceid()));
    return checked;
}

//! Whether a lake can be at \a path at all.
Result<void> checkPlace(const QString &path)
{
    // A folder, device or pipe; the last one would be waited for.
    if (const QFileInfo there(path); there.exists() && !there.isFile()) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate(
                        "lake", "%1 is not a file, so it cannot be a local copy. Name a file.")
                        .arg(QDir::toNativeSeparators(path)));
    }
    if (!platform::isNetworkFileSystem(QFileInfo(path).absolutePath()))
        return {};
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate("lake",
                                    "The local copy cannot be on a network drive: its files would be damaged "
                                    "when two computers use them. Choose a folder on this computer."),
        path);
}

} // namespace

Error storageError(sqlite3 *handle)
{
    const int code = sqlite3_extended_errcode(handle);
    if ((code & 0xff) == SQLITE_INTERRUPT)
        return cancelled();
    const QString detail
        = QStringLiteral("SQLite %1: %2").arg(code).arg(QString::fromUtf8(sqlite3_errmsg(handle)));
    return Error{ErrorKind::Storage, words(code), redacted(detail)};
}

Result<void> checkSameLibrary(const QString &ofQtSql, const QString &linked)
{
    if (ofQtSql == linked)
        return {};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "lake",
                    "This installation of GaugeDesk has two different versions of SQLite, which together "
                    "would damage local copies. Nothing was opened. Install GaugeDesk again from its own "
                    "package."),
                QStringLiteral("Qt Sql: %1, linked: %2").arg(ofQtSql, linked));
}

SqliteConnection::SqliteConnection(QString path, QString name)
    : m_path(std::move(path))
    , m_name(std::move(name))
{}

SqliteConnection::~SqliteConnection()
{
    m_logMerger.reset();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
}

Result<void> SqliteConnection::open(const QString &options, const QString &file)
{
    if (!m_database.isValid())
        m_database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
    m_database.setConnectOptions(options);
    m_database.setDatabaseName(file);
    if (!m_database.open()) {
        return fail(ErrorKind::Storage, words(m_database.lastError().nativeErrorCode().toInt()),
                    redacted(m_database.lastError().text()));
    }
    // Qt's driver names its type so; any other one is not the SQLite that we are linked with.
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return fail(ErrorKind::Storage, words(SQLITE_ERROR),
                    QStringLiteral("the SQL driver has no sqlite3 handle"));
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    sqlite3_extended_result_codes(m_handle, 1);
    // A lake may come from anywhere: what its schema names has no effects of its own, its inner tables cannot
    // be written past their owner, and cells of a damaged page do not reach beyond it.
    for (const int option : {SQLITE_DBCONFIG_ENABLE_TRIGGER, SQLITE_DBCONFIG_ENABLE_VIEW})
        sqlite3_db_config(m_handle, option, 0, nullptr);
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    for (const char *sql : {"PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON"}) {
        GAUGE_CHECK(run(sql));
    }
    return registerTextMatch(m_handle);
}

Result<std::unique_ptr<SqlConnection>> SqliteConnection::openWriting(const QString &path,
                                                                     const QString &options)
{
    GAUGE_CHECK(checkLibrary());
    GAUGE_CHECK(checkPlace(path));
    // One at a time: SQLite does not wait where two who make the same file switch it to its
    // write-ahead log. Without a right to make the lock there is none to make the lake either.
    // One that was killed before it wrote its process number into the lock leaves it empty, and only
    // its age tells that nobody holds it; opening a lake takes milliseconds.
    QLockFile opening(path + QStringLiteral(".lock"));
    opening.setStaleLockTime(2'000);
    opening.tryLock(10'000);
    GAUGE_CHECK(checkLakeFile(path));
    // -wal and -shm take over the mode of the file. A lake that is shared on purpose keeps its own.
    GAUGE_CHECK(platform::makePrivateFile(path));
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(
        path, QStringLiteral("lake-writer-") + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    auto ready = connection->open(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000;") + options, path);
    if (ready)
        ready = connection->checkIdentity();
    if (ready && sqlite3_db_readonly(connection->handle(), "main") == 1)
        ready = fail(ErrorKind::Storage, readOnlyText(), path);
    if (ready)
        ready = connection->tuneForWriting();
    if (!ready)
        return fail(std::move(ready.error()));
    return connection;
}

Result<std::unique_ptr<SqlConnection>> SqliteConnection::openReading(const QString &path)
{
    GAUGE_CHECK(checkLibrary());
    GAUGE_CHECK(checkPlace(path));
    if (!QFile::exists(path) || QFileInfo(path).size() == 0)
        return fail(nothingSynced(path));
    GAUGE_CHECK(checkLakeFile(path));
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(
        path, QStringLiteral("lake-reader-") + QUuid::createUuid().toString(QUuid::WithoutBraces)));
    GAUGE_CHECK(connection->openForReading());
    return connection;
}

Result<void> SqliteConnection::openForReading()
{
    const auto options = QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=10000");
    auto ready = open(options, m_path);
    if (ready)
        ready = checkIdentity();
    if (!ready && m_handle && sqlite3_extended_errcode(m_handle) == SQLITE_READONLY_ROLLBACK) {
        // A writer was killed before the file had its write-ahead log; a reader alone may not undo its
        // half-done write. Opened for writing once, SQLite does.
        m_database.close();
        ready = open(QStringLiteral("QSQLITE_BUSY_TIMEOUT=10000"), m_path);
        if (ready)
            ready = checkIdentity();
        m_database.close();
        m_handle = nullptr;
        if (ready)
            ready = open(options, m_path);
        if (ready)
            ready = checkIdentity();
    }
    // A write-ahead log needs its -shm file even for reading. Where that is missing and cannot be made
    // (a folder or medium that is read-only), nobody writes either; without a log that waits to be
    // merged, the file alone is the whole truth.
    const bool logWaits = QFileInfo(m_path + QStringLiteral("-wal")).size() > 0;
    if (ready || !m_handle || logWaits || sqlite3_errcode(m_handle) == SQLITE_OK
        || QFileInfo(QFileInfo(m_path).absolutePath()).isWritable())
        return ready;
    m_database.close();
    m_handle = nullptr;
    QUrl url = QUrl::fromLocalFile(QFileInfo(m_path).absoluteFilePath());
    url.setQuery(QStringLiteral("immutable=1"));
    ready = open(options + QStringLiteral(";QSQLITE_OPEN_URI"), url.toString(QUrl::FullyEncoded));
    return ready ? checkIdentity() : ready;
}

Result<void> SqliteConnection::checkIdentity()
{
    auto identity = number("PRAGMA application_id");
    if (!identity)
        return fail(identity.error());
    if (*identity == 0) {
        // What a writer leaves that was killed before its first commit: no table at all.
        const auto tables = number("SELECT count(*) FROM sqlite_schema");
        if (!tables)
            return fail(tables.error());
        if (*tables == 0)
            return {};
        // Or another process has made the same lake meanwhile: tables and identity came in one commit.
        identity = number("PRAGMA application_id");
        if (!identity)
            return fail(identity.error());
    }
    if (*identity != applicationId)
        return fail(
            notALake(QDir::toNativeSeparators(m_path), QStringLiteral("application_id %1").arg(*identity)));
    GAUGE_TRY(const auto version, number("PRAGMA user_version"));
    if (version > layoutVersion)
        return fail(newerLayout(version));
    return checkSchema(*this);
}

Result<void> SqliteConnection::tuneForWriting()
{
    for (const std::string_view sql : {
             // Records of about 2 KB: at 4 KB every page would waste a third. Only a new file takes it.
             "PRAGMA page_size=16384",
             "PRAGMA journal_mode=WAL",
             // With a write-ahead log NORMAL may lose the last commits in a power cut, never damage the file.
             "PRAGMA synchronous=NORMAL",
             "PRAGMA secure_delete=ON",
             // What a page of records touches fits. 64 MB were no faster at 1,000,000 records, and most
             // of a sync's memory; the system caches the file as well.
             "PRAGMA cache_size=-16384",
             "PRAGMA journal_size_limit=67108864",
         }) {
        GAUGE_CHECK(run(sql));
    }
    m_logMerger.emplace(m_handle, m_path);
    return {};
}

Result<void> SqliteConnection::run(std::string_view sql)
{
    QSqlQuery query(m_database);
    if (query.exec(QString::fromUtf8(sql.data(), qsizetype(sql.size()))))
        return {};
    Error error = lastError();
    error.detail += QStringLiteral(" in ") + redacted(query.lastQuery().left(200));
    qCInfo(logLake).noquote() << error.detail;
    return fail(std::move(error));
}

Result<std::unique_ptr<PreparedStatement>> SqliteConnection::prepare(std::string_view sql) const
{
    sqlite3_stmt *raw = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.data(), int(sql.size()), 0, &raw, nullptr);
    if (code != SQLITE_OK)
        return fail(lastError());
    return std::make_unique<SqliteStatement>(raw);
}

Result<std::unique_ptr<FeedStore>> SqliteConnection::openFeed(const FeedLayout &layout)
{
    return SqliteFeedStore::open(*this, layout);
}

Result<void> SqliteConnection::ensureSearch(const FeedLayout &layout)
{
    return SearchIndex::ensure(*this, layout);
}

Result<qint64> SqliteConnection::layout()
{
    return number("PRAGMA user_version");
}

Result<void> SqliteConnection::setLayout(qint64 version)
{
    GAUGE_CHECK(run("PRAGMA application_id=" + std::to_string(applicationId)));
    return run("PRAGMA user_version=" + std::to_string(version));
}

Result<qint64> SqliteConnection::schemaVersion()
{
    return number("PRAGMA schema_version");
}

const Dialect &SqliteConnection::dialect() const
{
    static constexpr Dialect sqlite{
        .number = "INTEGER", .longestName = 126, .hasStrays = false, .holdsNul = true, .hasTsvector = false};
    return sqlite;
}

bool SqliteConnection::inTransaction() const
{
    return sqlite3_get_autocommit(m_handle) == 0;
}

Result<void> SqliteConnection::begin(bool writing)
{
    return run(writing ? "BEGIN IMMEDIATE" : "BEGIN");
}

// Through the progress handler: sqlite3_interrupt() is lost when it comes before the first step.
void SqliteConnection::setStopToken(const std::stop_token *stop)
{
    constexpr int instructions = 2000;
    const auto requested
        = [](void *token) { return static_cast<const std::stop_token *>(token)->stop_requested() ? 1 : 0; };
    sqlite3_progress_handler(m_handle, stop ? instructions : 0, stop ? +requested : nullptr,
                             const_cast<std::stop_token *>(stop));
}

} // namespace gauge::lake
