// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/feedlayout.h"
#include "lake/meanings.h"
#include "lake/upkeep.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QRandomGenerator>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace gauge;

namespace {

void ignoreProgress(qint64, qint64) {}

//! A writer whose syncs have begun.
std::unique_ptr<lake::LakeWriter> begun(test::LakeFixture &lake)
{
    auto writer = lake.writer();
    for (const QString &feed : lake.catalog.ids()) {
        if (const auto done = writer->beginSync(feed, {}, lake::SyncKind::Incremental); !done)
            qFatal("%s", qPrintable(done.error().text));
    }
    return writer;
}

//! A record that no packing makes small.
std::string incompressible(int seed)
{
    QRandomGenerator random{quint32(seed)};
    std::string text = "{\"made\":\"";
    for (int i = 0; i < 200; ++i)
        text += QByteArray::number(random.generate64(), 36).toStdString();
    return text + "\"}";
}

std::stop_token stopped()
{
    std::stop_source source;
    source.request_stop();
    return source.get_token();
}

//! Another program at the lake's file.
void damage(const QString &path, const QString &sql)
{
    {
        auto database = QSqlDatabase::addDatabase("QSQLITE", "damage");
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
        database.close();
    }
    QSqlDatabase::removeDatabase("damage");
}

Result<lake::CheckReport> checked(const test::LakeFixture &lake, lake::Depth depth = lake::Depth::Full,
                                  std::stop_token stop = {})
{
    return lake::check(lake.path(), lake.catalog, depth, stop, ignoreProgress);
}

} // namespace

//! A lake described, copied, checked and made small again.
class UpkeepTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyTableAndColumnIsDescribed();
    void columnsOfRecordsNameTheServicesField();
    void everyMeaningBelongsToARealColumn();
    void theReadmeSaysTheSame();
    void noLakeIsNotFound();

    void aBackupIsTheLakeOfOneMoment();
    void aBackupLeavesOtherFilesAlone();
    void aBackupReplacesWhenAskedTo();
    void aCancelledBackupLeavesNothing();
    void aBackupWithoutRoomOrFolderSaysSo();

    void aSoundLake();
    void whatIsWrongIsFound_data();
    void whatIsWrongIsFound();
    void damagedPagesAreFound();
    void aCheckCanBeCancelled();

    void compactingGivesRoomBack();
    void compactingIsRefusedWhileASyncRuns();
    void compactingCanBeCancelled();

private:
    //! Two feeds with records, properties and a continuation table.
    static void fill(test::LakeFixture &lake, int records = 3);
};

void UpkeepTest::fill(test::LakeFixture &lake, int records)
{
    const auto writer = begun(lake);
    auto responses = lake.page();
    for (int i = 1; i <= records; ++i) {
        responses.record({{"number_customergauge", i}, {"nps", i % 11}},
                         {{"property.Country", "NL"}, {"other.region", "north"}}, incompressible(i));
    }
    lake.store(*writer, responses);
    lake.store(*writer, lake.page("non-responses").record({{"number_customergauge", records + 1}}),
               "non-responses");
}

void UpkeepTest::everyTableAndColumnIsDescribed()
{
    test::LakeFixture lake;
    fill(lake);
    {
        const auto writer = begun(lake);
        auto wide = lake.page();
        test::PageBuilder::Values questions;
        for (int i = 0; i < lake::FeedLayout::columnsPerTable; ++i)
            questions.emplace_back(QStringLiteral("question.Question %1?").arg(i), "yes");
        wide.record({{"number_customergauge", 9}}, questions);
        lake.store(*writer, wide);
    }
    const auto tables = lake::describe(lake.path(), lake.catalog);
    VERIFY_OK(tables);
    QStringList names;
    for (const lake::TableDescription &table : *tables) {
        names.append(table.table);
        QVERIFY2(!table.meaning.isEmpty(),
                 qPrintable(table.table + " has no words; add them to src/lake/meanings.cpp"));
        QVERIFY(!table.columns.empty());
        for (const lake::ColumnDescription &column : table.columns) {
            const QString where = table.table + '.' + column.column;
            QVERIFY2(!column.meaning.isEmpty(),
                     qPrintable(where + " has no words; add them to src/lake/meanings.cpp"));
        }
    }
    for (const char *table : {"responses", "responses_2", "responses_raw", "non_responses", "close_loop",
                              "lake_feeds", "lake_columns", "lake_checkpoints", "lake_syncs", "lake_leases"})
        QVERIFY2(names.contains(QLatin1String(table)), table);
}

void UpkeepTest::columnsOfRecordsNameTheServicesField()
{
    test::LakeFixture lake;
    fill(lake);
    const auto tables = lake::describe(lake.path(), lake.catalog);
    VERIFY_OK(tables);
    const auto table = std::find_if(tables->begin(), tables->end(),
                                    [](const auto &t) { return t.table == QLatin1String("responses"); });
    QVERIFY(table != tables->end());
    QCOMPARE(table->feed, "responses");
    QHash<QString, lake::ColumnDescription> byName;
    for (const lake::ColumnDescription &column : table->columns)
        byName.insert(column.name, column);
    QCOMPARE(byName.value("contact_first_name").field, "/contact/first_name");
    QCOMPARE(byName.value("property.Country").field, "/properties[field=Country]/reference");
    QVERIFY(byName.value("property.Country").meaning.contains("Country"));
    QCOMPARE(byName.value("other.region").field, "/region");
    QCOMPARE(byName.value("nps").type, "INTEGER");
}

void UpkeepTest::everyMeaningBelongsToARealColumn()
{
    test::LakeFixture lake;
    fill(lake);
    const auto tables = lake::describe(lake.path(), lake.catalog);
    VERIFY_OK(tables);
    QSet<QString> real;
    for (const lake::TableDescription &table : *tables) {
        real.insert(table.table);
        for (const lake::ColumnDescription &column : table.columns)
            real.insert(table.table + '.' + column.column);
    }
    for (const lake::Meaning &meaning : lake::meanings()) {
        QString name = QString::fromUtf8(meaning.table);
        if (name == "*_n")
            continue; // only where there are more columns than fit one table
        name.replace("*", "responses");
        if (*meaning.column)
            name += '.' + QLatin1String(meaning.column);
        QVERIFY2(real.contains(name), qPrintable(name + " is described but not there"));
    }
}

void UpkeepTest::theReadmeSaysTheSame()
{
    QFile file(QStringLiteral(GAUGE_LAKE_README));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString readme = QString::fromUtf8(file.readAll());
    for (const lake::Meaning &meaning : lake::meanings()) {
        if (qstrcmp(meaning.table, "*_n") == 0 || !*meaning.column)
            continue;
        const QString row = QStringLiteral("| `%1` | %2 |")
                                .arg(QLatin1String(meaning.column), QString::fromUtf8(meaning.text));
        QVERIFY2(readme.contains(row), qPrintable("src/lake/README.md lacks the row " + row));
    }
}

void UpkeepTest::noLakeIsNotFound()
{
    test::LakeFixture lake;
    VERIFY_FAILS(lake::describe(lake.path(), lake.catalog), ErrorKind::NotFound);
    VERIFY_FAILS(checked(lake), ErrorKind::NotFound);
    VERIFY_FAILS(lake::backup(lake.path(), lake.folder.filePath("b"), false, {}, ignoreProgress),
                 ErrorKind::NotFound);
    VERIFY_FAILS(lake::compact(lake.path(), lake.catalog, {}), ErrorKind::NotFound);
    QCOMPARE(QDir(lake.folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void UpkeepTest::aBackupIsTheLakeOfOneMoment()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    const auto writer = begun(lake);
    const QStringList before = lake.column("number_customergauge");
    QCOMPARE(before.size(), 5000);
    // A sync commits a page between any two steps of the copy.
    int number = 10'000;
    qint64 steps = 0;
    qint64 lastDone = 0;
    const auto report = lake::backup(
        lake.path(), lake.folder.filePath("copy.lake"), false, {}, [&](qint64 done, qint64 total) {
            ++steps;
            QVERIFY(done > lastDone && done <= total); // never anew
            lastDone = done;
            lake.store(*writer, lake.page().record({{"number_customergauge", ++number}}));
        });
    VERIFY_OK(report);
    QVERIFY(steps > 1);
    QCOMPARE(lake.column("number_customergauge").size(), 5000 + number - 10'000);

    test::LakeFixture copy;
    QVERIFY(QFile::rename(lake.folder.filePath("copy.lake"), copy.path()));
    QCOMPARE(QFileInfo(copy.path()).size(), report->bytes);
    QCOMPARE(QFile::permissions(copy.path()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(copy.column("number_customergauge"), before);
    const auto sound = checked(copy);
    VERIFY_OK(sound);
    QVERIFY(sound->findings.empty());
    // It is a lake like any other: the next sync goes on in it.
    const auto next = begun(copy);
    copy.store(*next, copy.page().record({{"number_customergauge", 77'777}}));
    QCOMPARE(copy.column("number_customergauge").size(), 5001);
}

void UpkeepTest::aBackupLeavesOtherFilesAlone()
{
    test::LakeFixture lake;
    fill(lake);
    const QString there = lake.folder.filePath("there");
    QFile file(there);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("mine");
    file.close();
    const auto refused = lake::backup(lake.path(), there, false, {}, ignoreProgress);
    VERIFY_FAILS(refused, ErrorKind::Input);
    QVERIFY(refused.error().text.contains("there already"));
    QCOMPARE(QFileInfo(there).size(), 4);
    VERIFY_FAILS(lake::backup(lake.path(), lake.folder.path(), true, {}, ignoreProgress), ErrorKind::Input);
    VERIFY_FAILS(lake::backup(lake.path(), lake.path(), true, {}, ignoreProgress), ErrorKind::Input);
    QCOMPARE(lake.column("number_customergauge").size(), 3);
}

void UpkeepTest::aBackupReplacesWhenAskedTo()
{
    test::LakeFixture lake;
    fill(lake);
    test::LakeFixture other;
    fill(other, 7);
    VERIFY_OK(lake::backup(lake.path(), other.path(), true, {}, ignoreProgress));
    QCOMPARE(other.column("number_customergauge").size(), 3);
    // One whose log waits to be merged would be ruined by it.
    const auto writer = begun(other);
    other.store(*writer, other.page().record({{"number_customergauge", 8}}));
    QVERIFY(QFileInfo(other.path() + "-wal").size() > 0);
    const auto refused = lake::backup(lake.path(), other.path(), true, {}, ignoreProgress);
    VERIFY_FAILS(refused, ErrorKind::Input);
    QVERIFY(refused.error().text.contains("in use"));
    QCOMPARE(other.column("number_customergauge").size(), 4);
}

void UpkeepTest::aCancelledBackupLeavesNothing()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    QTemporaryDir target;
    const QString output = target.filePath("copy.lake");
    VERIFY_FAILS(lake::backup(lake.path(), output, false, stopped(), ignoreProgress), ErrorKind::Cancelled);
    QCOMPARE(QDir(target.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    std::stop_source stop;
    VERIFY_FAILS(lake::backup(lake.path(), output, false, stop.get_token(),
                              [&](qint64 done, qint64 total) {
                                  if (done < total)
                                      stop.request_stop();
                              }),
                 ErrorKind::Cancelled);
    QCOMPARE(QDir(target.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void UpkeepTest::aBackupWithoutRoomOrFolderSaysSo()
{
    test::LakeFixture lake;
    fill(lake);
    const auto nowhere
        = lake::backup(lake.path(), lake.folder.filePath("no/such/copy"), false, {}, ignoreProgress);
    VERIFY_FAILS(nowhere, ErrorKind::Storage);
    const auto room = lake::roomFor(std::numeric_limits<qint64>::max(), lake.folder.path());
    VERIFY_FAILS(room, ErrorKind::Storage);
    QVERIFY(room.error().text.contains("free space"));
    QVERIFY(room.error().text.contains(QDir::toNativeSeparators(lake.folder.path())));
    VERIFY_OK(lake::roomFor(1, lake.folder.path()));
}

void UpkeepTest::aSoundLake()
{
    test::LakeFixture lake;
    fill(lake, 20);
    for (const auto depth : {lake::Depth::Quick, lake::Depth::Full}) {
        const auto report = checked(lake, depth);
        VERIFY_OK(report);
        QCOMPARE(report->records, 21);
        QVERIFY2(report->findings.empty(),
                 report->findings.empty() ? "" : qPrintable(report->findings.front().text));
    }
}

void UpkeepTest::whatIsWrongIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QString>("feed");
    const auto row = [](const char *name, const char *sql, const char *check, const char *feed) {
        QTest::newRow(name) << sql << check << feed;
    };
    row("a record without its JSON", "DELETE FROM responses_raw WHERE row_id=2", "raw", "responses");
    row("JSON without its record", "DELETE FROM responses WHERE row_id=2", "raw", "responses");
    row("a key in both feeds", "UPDATE non_responses SET number_customergauge='2'", "superseded",
        "responses");
    row("a number that will be used again", "UPDATE lake_feeds SET next_row_id=2 WHERE feed='responses'",
        "numbers", "responses");
    row("a feed that nobody knows of", "DELETE FROM lake_feeds WHERE feed='responses'", "numbers",
        "responses");
    row("a sync that nobody wrote down", "UPDATE responses_raw SET seen_sync=999 WHERE row_id=1", "raw",
        "responses");
    row("a missing column", "ALTER TABLE responses DROP COLUMN nps", "columns", "responses");
    row("a checkpoint that is no truth", "UPDATE lake_checkpoints SET complete=7", "checkpoint", "responses");
    row("a checkpoint of no time", "UPDATE lake_checkpoints SET updated_at='yesterday'", "checkpoint",
        "responses");
    row("a checkpoint ahead of its rows",
        "INSERT INTO lake_checkpoints VALUES('close-loop','','17',1,'2026-01-01T00:00:00.000Z')",
        "checkpoint", "close-loop");
    row("a JSON cut short", "UPDATE responses_raw SET body=substr(body,1,length(body)-1) WHERE row_id=1",
        "content", "responses");
}

void UpkeepTest::whatIsWrongIsFound()
{
    QFETCH(QString, sql);
    QFETCH(QString, check);
    QFETCH(QString, feed);
    test::LakeFixture lake;
    fill(lake);
    damage(lake.path(), sql);
    const auto report = checked(lake);
    VERIFY_OK(report);
    QVERIFY(!report->findings.empty());
    QCOMPARE(report->findings.front().check, check);
    QStringList feeds;
    for (const lake::Finding &finding : report->findings) {
        feeds.append(finding.feed);
        QVERIFY(!finding.text.isEmpty());
    }
    QVERIFY2(feeds.contains(feed), qPrintable(feeds.join(' ')));
}

void UpkeepTest::damagedPagesAreFound()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    QFile file(lake.path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40 * 16384);
    // Zeros from the middle of the file on, a little of each page.
    for (qint64 at = file.size() / 2; at < file.size(); at += 16384) {
        QVERIFY(file.seek(at));
        file.write(QByteArray(200, '\0'));
    }
    file.close();
    for (const auto depth : {lake::Depth::Quick, lake::Depth::Full}) {
        const auto report = checked(lake, depth);
        VERIFY_OK(report);
        QVERIFY(!report->findings.empty());
        QCOMPARE(report->findings.front().check, "file");
    }
}

void UpkeepTest::aCheckCanBeCancelled()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    VERIFY_FAILS(checked(lake, lake::Depth::Full, stopped()), ErrorKind::Cancelled);
}

void UpkeepTest::compactingGivesRoomBack()
{
    test::LakeFixture lake;
    fill(lake, 5000);
    {
        // Most of them leave for the feed that supersedes theirs.
        const auto writer = begun(lake);
        auto silent = lake.page("non-responses");
        auto answered = lake.page();
        for (int i = 10'000; i < 15'000; ++i) {
            silent.record({{"number_customergauge", i}});
            answered.record({{"number_customergauge", i}});
        }
        lake.store(*writer, silent, "non-responses");
        lake.store(*writer, answered);
    }
    const QStringList after = lake.column("nps");
    const auto report = lake::compact(lake.path(), lake.catalog, {});
    VERIFY_OK(report);
    QVERIFY2(report->after < report->before,
             qPrintable(QString::number(report->before) + ' ' + QString::number(report->after)));
    QCOMPARE(report->after, QFileInfo(lake.path()).size());
    QCOMPARE(lake.column("nps"), after);
    QVERIFY(checked(lake)->findings.empty());
    lake.store(*begun(lake), lake.page().record({{"number_customergauge", 99'999}}));
}

void UpkeepTest::compactingIsRefusedWhileASyncRuns()
{
    test::LakeFixture lake;
    fill(lake);
    test::Companion other({"hold", lake.path(), "responses"});
    QCOMPARE(other.line(), "held");
    const auto refused = lake::compact(lake.path(), lake.catalog, {});
    VERIFY_FAILS(refused, ErrorKind::Busy);
    other.kill();
    VERIFY_OK(lake::compact(lake.path(), lake.catalog, {}));
    // And it lets go again.
    const auto writer = begun(lake);
}

void UpkeepTest::compactingCanBeCancelled()
{
    test::LakeFixture lake;
    fill(lake);
    VERIFY_FAILS(lake::compact(lake.path(), lake.catalog, stopped()), ErrorKind::Cancelled);
    QCOMPARE(lake.column("number_customergauge").size(), 3);
    const auto writer = begun(lake); // lets go of the feeds
}

QTEST_GUILESS_MAIN(UpkeepTest)
#include "tst_upkeep.moc"
