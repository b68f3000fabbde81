// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/backup.h"

#include "base/outputfile.h"
#include "lake/maintenance/maintenance.h"
#include "lake/open/open.h"
#include "lake/sql/errors.h"
#include "lake/sql/statement.h"
#include "lake/sql/types.h"
#include "lake/sqlite/lakefiles.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/write/lakewriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryFile>
#include <QUrl>

#include <filesystem>
#include <memory>
#include <sqlite3.h>

namespace gauge::lake {

namespace {

tl::unexpected<Error> cannotWrite(const QString &output, const QString &reason)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("lake",
                                            "%1 cannot be written, so no backup was made. Choose another "
                                            "folder or make room, then try again.")
                    .arg(QDir::toNativeSeparators(output)),
                reason);
}

struct CloseDatabase
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
using Database = std::unique_ptr<sqlite3, CloseDatabase>;

//! Whether anybody has the database at \a path open, also one whose log is empty. Nobody: what is left of its
//! log is merged, as whoever opens it next would.
bool isInUse(const QString &path)
{
    const FileKind kind = fileKind(path);
    if (kind == FileKind::Absent || kind == FileKind::NotADatabase)
        return false;
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(path.toUtf8().constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const Database database(raw);
    if (opened != SQLITE_OK)
        return false; // it cannot be replaced either, or is of no use to anybody
    const int locked
        = sqlite3_exec(raw, "PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE", nullptr, nullptr, nullptr);
    return locked == SQLITE_BUSY;
}

Result<void> checkOutput(const QString &path, const QString &output, bool replace)
{
    const QFileInfo target(output);
    if (target.isDir()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "%1 is a folder. A backup needs a file name.")
                        .arg(QDir::toNativeSeparators(output)));
    }
    // What a database left there would be merged into the new file, and ruin it.
    const bool hasLog = QFileInfo(output + QStringLiteral("-wal")).size() > 0
        || QFileInfo(output + QStringLiteral("-journal")).size() > 0;
    if (!target.exists() && !hasLog)
        return {};
    if (target.exists() && target.canonicalFilePath() == QFileInfo(path).canonicalFilePath()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake", "%1 is the local copy itself. Nothing was changed.")
                        .arg(QDir::toNativeSeparators(output)));
    }
    if (!replace && target.exists()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "%1 is there already and was left as it is. Choose another "
                                                "name, or allow that it is replaced.")
                        .arg(QDir::toNativeSeparators(output)));
    }
    // The users of a database would go on with a file that is gone.
    if (hasLog || isInUse(output)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("lake",
                                                "%1 is a database in use and was left as it is. Choose "
                                                "another name.")
                        .arg(QDir::toNativeSeparators(output)));
    }
    return {};
}

Result<Database> openTarget(const QString &file)
{
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(file.toUtf8().constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Database target(raw);
    // A half-made copy is thrown away, so it needs no journal; the whole copy is one transaction, which
    // reaches the disk at its end.
    if (code != SQLITE_OK
        || sqlite3_exec(raw, "PRAGMA journal_mode=OFF", nullptr, nullptr, nullptr) != SQLITE_OK)
        return cannotWrite(file, QString::fromUtf8(sqlite3_errmsg(raw)));
    return target;
}

//! Copies within a read transaction of \a source: it stays the same while a sync goes on, so that the
//! copy never has to begin anew.
Result<void> copy(SqliteConnection &source, sqlite3 *target, const std::stop_token &stop,
                  const OnProgress &progress)
{
    sqlite3_backup *raw = sqlite3_backup_init(target, "main", source.handle(), "main");
    if (!raw)
        return fail(storageError(target));
    const std::unique_ptr<sqlite3_backup, int (*)(sqlite3_backup *)> running(raw, sqlite3_backup_finish);
    constexpr int pagesAStep = 256; // 4 MB: a few milliseconds between two looks at the stop token
    for (;;) {
        if (stop.stop_requested())
            return fail(cancelled());
        const int code = sqlite3_backup_step(raw, pagesAStep);
        const qint64 total = sqlite3_backup_pagecount(raw);
        progress(total - sqlite3_backup_remaining(raw), total);
        if (code == SQLITE_DONE)
            return {};
        if (code != SQLITE_OK) {
            // The step's own code: neither connection keeps it before the copy is finished.
            return fail(
                ErrorKind::Storage,
                QCoreApplication::translate("lake",
                                            "The backup could not be completed, so none was made. "
                                            "Check the disk and its free space, then try again."),
                QStringLiteral("SQLite %1: %2").arg(code).arg(QString::fromUtf8(sqlite3_errstr(code))));
        }
    }
}

//! \a file under its final name, which nobody ever sees half-written.
Result<void> publish(QTemporaryFile &file, const QString &output, bool replace)
{
    const auto name = [](const QString &path) { return std::filesystem::path(path.toStdU16String()); };
    std::error_code error;
    if (replace)
        std::filesystem::rename(name(file.fileName()), name(output), error);
    else if (!QFile::rename(file.fileName(), output)) // refuses where a file came meanwhile
        return cannotWrite(output, QStringLiteral("it could not be renamed"));
    if (error)
        return cannotWrite(output, QString::fromStdString(error.message()));
    file.setAutoRemove(false);
    return {};
}

} // namespace

Result<qint64> makeLakeFile(const QString &path, const QString &output, bool replace,
                            const std::function<Result<void>(const QString &file)> &fill)
{
    GAUGE_CHECK(checkOutput(path, output, replace));
    const QFileInfo target(output);
    GAUGE_CHECK(roomFor(QFileInfo(path).size(), target.absolutePath()));
    // Beside its target, so that the last step is a rename; 0600 from the start.
    removeLeftovers(target.absolutePath());
    QTemporaryFile file(temporaryTemplate(target.absolutePath(), QStringLiteral(".part")));
    if (!file.open())
        return cannotWrite(output, file.errorString());
    // Closed before SQLite opens it: a descriptor past SQLite takes its locks away.
    file.close();
    GAUGE_CHECK(fill(file.fileName()));
    const qint64 bytes = QFileInfo(file.fileName()).size();
    GAUGE_CHECK(publish(file, output, replace));
    return bytes;
}

Result<BackupReport> backup(const QString &path, const QString &output, bool replace, std::stop_token stop,
                            const OnProgress &progress)
{
    const auto bytes = makeLakeFile(path, output, replace, [&](const QString &file) -> Result<void> {
        GAUGE_TRY(const auto source, openReading(path));
        auto *sqlite = dynamic_cast<SqliteConnection *>(source.get());
        if (!sqlite) {
            return fail(ErrorKind::Input,
                        QCoreApplication::translate("lake",
                                                    "Only a local copy in a file can be copied to a file. A "
                                                    "database server has its own tools (pg_dump)."));
        }
        GAUGE_TRY(const auto transaction, Transaction::begin(*source, Transaction::Kind::Read));
        // BEGIN alone reads nothing yet; this fixes the moment that is copied.
        GAUGE_CHECK(source->number("SELECT count(*) FROM sqlite_schema"));
        GAUGE_TRY(auto database, openTarget(file));
        GAUGE_CHECK(copy(*sqlite, database.get(), stop, progress));
        // Whoever syncs the lake now does not sync its copy.
        if (sqlite3_exec(database.get(), "DELETE FROM lake_leases", nullptr, nullptr, nullptr) != SQLITE_OK)
            return fail(storageError(database.get()));
        return {};
    });
    if (!bytes)
        return fail(bytes.error());
    return BackupReport{output, *bytes};
}

namespace {

//! An object of the source's schema.
struct Object
{
    QString type; //!< "table", "index", "view" or "trigger"
    QString name;
    QString table; //!< that it is of
    std::string sql;
    bool isVirtual = false;

    [[nodiscard]] QString text() const { return type + QLatin1Char(' ') + name.left(60); }
};

//! Copies from the file attached as "source" to the file of the connection.
class Importer
{
public:
    Importer(SqlConnection &target, const OnProgress &progress)
        : m_target(target)
        , m_progress(progress)
    {}

    [[nodiscard]] Result<QStringList> run();

private:
    [[nodiscard]] Result<std::vector<Object>> objects() const;
    [[nodiscard]] Result<QStringList> recordTables() const;
    [[nodiscard]] Result<void> copyTable(const Object &object);
    [[nodiscard]] Result<void> make(const Object &object);

    SqlConnection &m_target;
    const OnProgress &m_progress;
};

Result<std::vector<Object>> Importer::objects() const
{
    GAUGE_TRY(auto statement,
              Statement::prepare(m_target,
                                 "SELECT type, name, tbl_name, coalesce(sql, ''), rootpage FROM "
                                 "source.sqlite_schema WHERE name NOT LIKE "
                                 "'sqlite\\_%' ESCAPE '\\' ORDER BY type='table' DESC, rowid"));
    std::vector<Object> objects;
    GAUGE_CHECK(statement.forEachRow([&] {
        const QString type = statement.string(0);
        objects.push_back({type, statement.string(1), statement.string(2), statement.string(3).toStdString(),
                           type == QLatin1String("table") && statement.integer(4) == 0});
    }));
    return objects;
}

Result<QStringList> Importer::recordTables() const
{
    GAUGE_TRY(auto statement, Statement::prepare(m_target, "SELECT records_table FROM source.lake_feeds"));
    QStringList tables;
    GAUGE_CHECK(statement.forEachRow([&] { tables.append(statement.string(0)); }));
    return tables;
}

//! Makes \a object as its source has it. A prepared statement is one statement, whatever else the text holds.
Result<void> Importer::make(const Object &object)
{
    static const QRegularExpression ours(QStringLiteral("^CREATE (TABLE|INDEX|UNIQUE INDEX) "));
    if (!ours.match(QString::fromStdString(object.sql)).hasMatch()) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("lake", "The local copy is damaged, so it was not imported."),
                    object.text());
    }
    auto statement = Statement::prepare(m_target, object.sql);
    return statement ? statement->run() : fail(std::move(statement.error()));
}

Result<void> Importer::copyTable(const Object &object)
{
    GAUGE_CHECK(make(object));
    const std::string name = quoted(object.name);
    auto copy = Statement::prepare(m_target, "INSERT INTO main." + name + " SELECT * FROM source." + name);
    return copy ? copy->run() : fail(std::move(copy.error()));
}

Result<QStringList> Importer::run()
{
    GAUGE_TRY(const auto all, objects());
    GAUGE_TRY(const auto records, recordTables());
    // A search index is made anew; its tables are called after it.
    QStringList indexes;
    for (const Object &object : all) {
        if (object.isVirtual)
            indexes.append(object.name);
    }
    const auto isOf = [](const QString &name, const QStringList &owners) {
        return std::any_of(owners.begin(), owners.end(), [&](const QString &owner) {
            return name == owner || name.startsWith(owner + QLatin1Char('_'));
        });
    };
    const auto isOurs = [&](const QString &table) {
        return table.startsWith(QLatin1String("lake_")) || isOf(table, records);
    };
    QStringList leftOut;
    qint64 done = 0;
    for (const Object &object : all) {
        m_progress(done++, qint64(all.size()));
        const bool isTable = object.type == QLatin1String("table");
        const bool isIndexOfOurs = isTable && isOf(object.name, indexes);
        if (isIndexOfOurs && isOurs(object.name))
            continue;
        const bool isKnown = !isIndexOfOurs && isOurs(object.table)
            && (isTable || (object.type == QLatin1String("index") && isOurs(object.name)));
        if (!isKnown) {
            leftOut.append(object.text());
            continue;
        }
        GAUGE_CHECK(isTable ? copyTable(object) : make(object));
    }
    return leftOut;
}

//! The source is never written: neither are its log merged nor an unfinished write undone.
Result<void> attach(SqlConnection &target, const QString &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(QStringLiteral("mode=ro"));
    GAUGE_TRY(auto statement, Statement::prepare(target, "ATTACH ? AS source"));
    statement.bind(1, url.toString(QUrl::FullyEncoded));
    return statement.run();
}

//! The layout of the source, which must be a lake that this program knows.
Result<qint64> layoutOfSource(SqlConnection &target)
{
    GAUGE_TRY(const auto identity, target.number("PRAGMA source.application_id"));
    GAUGE_TRY(const auto layout, target.number("PRAGMA source.user_version"));
    if (identity != applicationId || layout < 1)
        return fail(notALake(QString(), QStringLiteral("application_id %1").arg(identity)));
    return layout > layoutVersion ? fail(newerLayout(layout)) : Result<qint64>(layout);
}

Result<QStringList> copyInto(const QString &file, const QString &path, const std::stop_token &stop,
                             const OnProgress &progress)
{
    GAUGE_TRY(const auto target, SqliteConnection::openWriting(file, QStringLiteral("QSQLITE_OPEN_URI")));
    // A half-made file is thrown away, so it needs no journal.
    GAUGE_CHECK(target->run("PRAGMA journal_mode=OFF"));
    GAUGE_CHECK(attach(*target, path));
    GAUGE_TRY(auto transaction, Transaction::begin(*target, Transaction::Kind::Write));
    const StopGuard guard(*target, stop);
    GAUGE_TRY(const auto layout, layoutOfSource(*target));
    GAUGE_TRY(auto leftOut, Importer(*target, progress).run());
    // Whoever syncs the source now does not sync the copy; its searches begin with a new index.
    GAUGE_CHECK(target->run("DELETE FROM main.lake_leases"));
    constexpr qint64 layoutWithSearched = 2;
    if (layout >= layoutWithSearched)
        GAUGE_CHECK(target->run("UPDATE main.lake_feeds SET searched=NULL"));
    GAUGE_CHECK(target->setLayout(layout));
    GAUGE_CHECK(transaction.commit());
    return leftOut;
}

} // namespace

Result<ImportReport> importLake(const QString &path, const QString &output, const catalog::Catalog &catalog,
                                std::shared_ptr<Clock> clock, std::stop_token stop,
                                const OnProgress &progress)
{
    if (!QFileInfo::exists(path))
        return fail(nothingSynced(path));
    GAUGE_CHECK(checkLakeFile(path));
    ImportReport report;
    report.output = output;
    GAUGE_TRY(report.bytes, makeLakeFile(path, output, false, [&](const QString &file) -> Result<void> {
                  GAUGE_TRY(report.leftOut, copyInto(file, path, stop, progress));
                  // Brings the tables up to date, makes the search indexes, and refuses what is not of
                  // GaugeDesk.
                  const auto writer = LakeWriter::open(file, catalog, std::move(clock), stop);
                  return writer ? Result<void>() : fail(writer.error());
              }));
    return report;
}

} // namespace gauge::lake
