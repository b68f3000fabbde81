// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/maintenance/backup.h"
#include "lake/maintenance/upkeep.h"
#include "lake/sql/lake.h"
#include "lake/sql/refusal.h"
#include "lake/sql/statement.h"
#include "lake/sqlite/fileorigin.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/write/lakewriter.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace gauge::lake {

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
    Importer(Connection &target, const OnProgress &progress)
        : m_target(target)
        , m_progress(progress)
    {}

    [[nodiscard]] Result<QStringList> run();

private:
    [[nodiscard]] Result<std::vector<Object>> objects() const;
    [[nodiscard]] Result<QStringList> recordTables() const;
    [[nodiscard]] Result<void> copyTable(const Object &object);
    [[nodiscard]] Result<void> make(const Object &object);

    Connection &m_target;
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
Result<void> attach(Connection &target, const QString &path)
{
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    url.setQuery(QStringLiteral("mode=ro"));
    GAUGE_TRY(auto statement, Statement::prepare(target, "ATTACH ? AS source"));
    statement.bind(1, url.toString(QUrl::FullyEncoded));
    return statement.run();
}

//! The layout of the source, which must be a lake that this program knows.
Result<qint64> layoutOfSource(Connection &target)
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
