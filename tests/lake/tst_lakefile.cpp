// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/sqlite/sqliteconnection.h"
#include "lake/state/schema.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QFileInfo>

using namespace gauge;
using lake::Checkpoint;
using lake::SyncKind;

//! What a lake in a SQLite file has that others do not: a file.
class LakeFileTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aNewLakeIsItsOwnersAlone();
    void readsAReadOnlyFolderWithoutALog();
    void anEmptyFileHoldsNothingYet();
    void theFileTellsWhatItIs();
    void aLakeOfLayoutOneIsBroughtUpToDate();
    void wordsOfAnonymisedPeopleLeaveTheFile();
};

void LakeFileTest::aNewLakeIsItsOwnersAlone()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    for (const char *suffix : {"", "-wal", "-shm"}) {
        const QFileInfo file(lake.path() + QLatin1String(suffix));
        QVERIFY2(file.exists(), suffix);
        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
    }
}

void LakeFileTest::readsAReadOnlyFolderWithoutALog()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        test::PageBuilder page = lake.page();
        for (int i = 1; i <= 10; ++i)
            page.record({{"number_customergauge", i}});
        lake.store(*writer, page);
    }
    QVERIFY2(!QFile::exists(lake.path() + "-shm"), "the last writer left its log");
    const auto all = QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
        | QFile::ReadOther | QFile::ExeOther;
    QVERIFY(QFile::setPermissions(lake.path(), all));
    QVERIFY(QFile::setPermissions(lake.folder.path(), all));
    QCOMPARE(test::Companion({"count-as-nobody", lake.path()}).line(), QStringLiteral("10"));
    QVERIFY(QFile::setPermissions(lake.folder.path(), all | QFile::WriteOwner));
}

void LakeFileTest::anEmptyFileHoldsNothingYet()
{
    test::LakeFixture lake;
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::NotFound);
    QVERIFY2(!QFile::exists(lake.path()), "asking made a file");
    QFile empty(lake.path());
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::NotFound);
}

void LakeFileTest::theFileTellsWhatItIs()
{
    test::LakeFixture lake;
    lake.writer();
    const auto connection = lake::openWriting(lake.path());
    QCOMPARE(*(*connection)->number("PRAGMA user_version"), qint64(lake::layoutVersion));
    QCOMPARE(*(*connection)->number("PRAGMA application_id"), qint64(lake::applicationId));
}

// As GaugeDesk 0.1 wrote it, with the words of its schema.
void LakeFileTest::aLakeOfLayoutOneIsBroughtUpToDate()
{
    catalog::Endpoint old;
    old.id = "responses";
    old.table = "responses";
    old.keyColumn = "number_customergauge";
    old.columns = {{"number_customergauge", "/n", catalog::ColumnType::Integer}, {"comment_original", "/c"}};
    old.columns.back().searched = true;
    test::LakeFixture lake;
    lake.catalog = catalog::Catalog({old});
    {
        const auto connection = lake::openWriting(lake.path());
        VERIFY_OK(lake::migrate(**connection, lake::layoutSteps().first(1)));
        for (const char *sql :
             {"CREATE TABLE responses(row_id INTEGER PRIMARY KEY,\"number_customergauge\" INTEGER NOT NULL "
              "UNIQUE,\"comment_original\" TEXT)",
              "CREATE TABLE responses_raw(row_id INTEGER PRIMARY KEY, body TEXT NOT NULL)",
              "INSERT INTO lake_feeds VALUES('responses','responses','number_customergauge',3)",
              "INSERT INTO lake_columns VALUES('responses',0,'number_customergauge','number_customergauge',0,"
              "'Integer','No.'),('responses',1,'comment_original','comment_original',0,'Text','Comment')",
              "INSERT INTO responses VALUES(1,10,'slow'),(2,20,'quick')",
              "INSERT INTO responses_raw VALUES(1,'{\"n\":10,\"c\":\"slow\"}'),(2,'{\"n\":20}')",
              "INSERT INTO lake_syncs(feed,scope,started,finished,pages,received,inserted,updated,removed,"
              "error) VALUES('responses','','2026-01-01T00:00:00.000Z','2026-01-01T00:01:00.000Z',1,2,2,0,0,"
              "'')",
              "INSERT INTO lake_checkpoints VALUES('responses','','20',1,'2026-01-01T00:01:00.000Z')"})
            VERIFY_OK((*connection)->run(sql));
    }
    VERIFY_FAILS(lake::LakeReader::open(lake.path(), lake.catalog), ErrorKind::Storage);
    const auto writer = lake.writer();
    QCOMPARE(*writer->checkpoint("responses", {}), (Checkpoint{"20", true}));
    QCOMPARE(lake.reader()->record("responses", 1)->raw, QByteArray("{\"n\":10,\"c\":\"slow\"}"));
    QCOMPARE(lake.reader()->record("responses", 1)->provenance, lake::Provenance());
    query::Query query;
    query.search = "slow";
    QCOMPARE(lake.column("number_customergauge", query), QStringList{"10"});
    const auto status = lake.reader()->status();
    QCOMPARE(status->front().lastSync, QDateTime(QDate(2026, 1, 1), QTime(0, 1), Qt::UTC));
    // What arrived late since its first sync has never been read.
    const QDateTime began(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
    for (const auto span : {lake::WindowSpan::Recent, lake::WindowSpan::Long})
        QCOMPARE(*writer->windowRead("responses", span), (lake::WindowRead{began, 0}));
    // And it goes on as any other: versions, marks, words.
    VERIFY_OK(writer->beginSync("responses", {}, SyncKind::Reconcile));
    lake.store(*writer, lake.page().record({{"number_customergauge", 10}, {"comment_original", "better"}}));
    VERIFY_OK(writer->markGone("responses"));
    QCOMPARE(*lake.reader()->count("responses", query), 0);
    QCOMPARE(*lake.reader()->count("responses", {}), 1);
    QCOMPARE(lake.reader()->record("responses", 1)->versions.size(), size_t(1));
    QCOMPARE(lake.reader()->record("responses", 1)->versions.front().raw,
             QByteArray("{\"n\":10,\"c\":\"slow\"}"));
}

void LakeFileTest::wordsOfAnonymisedPeopleLeaveTheFile()
{
    const auto contains = [](const test::LakeFixture &lake, const QByteArray &word) {
        for (const char *suffix : {"", "-wal"}) {
            QFile file(lake.path() + QLatin1String(suffix));
            if (file.open(QIODevice::ReadOnly) && file.readAll().toLower().contains(word))
                return true;
        }
        return false;
    };
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Incremental));
        lake.store(*writer,
                   lake.page().record({{"number_customergauge", 1},
                                       {"contact_last_name", "Quxenberg"},
                                       {"comment_original", "Call Quxenberg"}},
                                      {}, "{\"n\":\"Quxenberg\"}"));
        lake.store(*writer,
                   lake.page().record({{"number_customergauge", 1}, {"contact_last_name", "Quxenberg"}}, {},
                                      "{\"n\":\"Quxenberg \"}"));
        QCOMPARE(lake.reader()->record("responses", 1)->versions.size(), size_t(1));
        VERIFY_OK(writer->finishSync("responses", 2, {}, {}));
    }
    QVERIFY(contains(lake, "quxenberg"));
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Refresh));
        lake.store(*writer,
                   lake.page().record({{"number_customergauge", 1}, {"contact_last_name", "***"}}, {},
                                      "{\"n\":\"***\"}"));
        QCOMPARE(lake.reader()->record("responses", 1)->versions.size(), size_t(0));
        VERIFY_OK(writer->finishSync("responses", 1, {}, {}));
    }
    query::Query query;
    query.search = "quxenberg";
    QCOMPARE(*lake.reader()->count("responses", query), 0);
    QVERIFY(!contains(lake, "quxenberg"));
}

QTEST_GUILESS_MAIN(LakeFileTest)
#include "tst_lakefile.moc"
