// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/state/schema.h"

#include "lake/read/lakereader.h"
#include "lake/sql/connection.h"
#include "lake/sql/types.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::MigrationStep;
using lake::SqlConnection;

class MigratorTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void theLayoutHasAStepForEachVersion();
    void aLaterVersionIsOneStepMore();
    void aLakeWithoutWindowsBeginsWhereItWasWhole();
    void aLakeOfLayout5GetsTheFunctionsOfToday();
    void aLakeOfLayout6IsReadAsItIs();
    void aFailedStepLeavesTheFileAsItWas();
    void aStepThatAnotherProcessDidIsNotDoneAgain();

private:
    static std::vector<MigrationStep> known()
    {
        return {lake::layoutSteps().begin(), lake::layoutSteps().end()};
    }
};

void MigratorTest::theLayoutHasAStepForEachVersion()
{
    QCOMPARE(lake::layoutSteps().size(), size_t(lake::layoutVersion));
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
    }
    const auto connection = lake::openWriting(lake.location());
    QCOMPARE(*(*connection)->layout(), qint64(lake::layoutVersion));
}

void MigratorTest::aLaterVersionIsOneStepMore()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
    }
    auto steps = known();
    steps.push_back([](SqlConnection &connection) {
        return connection.run("ALTER TABLE lake_syncs ADD COLUMN seconds REAL");
    });
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(lake::migrate(**connection, steps));
        VERIFY_OK(lake::migrate(**connection, steps)); // nothing left to do
        QCOMPARE(*(*connection)->layout(), qint64(steps.size()));
        QCOMPARE(*(*connection)->number("SELECT count(seconds) FROM lake_syncs"), 0);
        QCOMPARE(*(*connection)->number("SELECT count(*) FROM responses"), 1);
    }
    // What this program makes of a file from that later one.
    const auto refused = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_FAILS(refused, ErrorKind::Storage);
    QVERIFY(refused.error().text.contains("newer version"));
    VERIFY_FAILS(lake::LakeReader::open(lake.location(), lake.catalog), ErrorKind::Storage);
}

//! Syncs as layout 3 wrote them down.
static const char *const earlierSyncs
    = "INSERT INTO "
      "lake_syncs(feed,scope,kind,started,finished,pages,received,inserted,updated,removed,changed,"
      "gone,error) VALUES"
      "('responses','','incremental','2025-01-01T00:00:00.000Z','2025-01-01T00:01:00.000Z',1,2,2,0,0,0,0,''),"
      "('responses','','incremental','2025-02-01T00:00:00.000Z','2025-02-01T00:01:00.000Z',1,2,2,0,0,0,0,''),"
      "('close-loop','','incremental','2025-01-01T00:00:00.000Z','2025-01-01T00:01:00.000Z',1,2,2,0,0,0,0,'')"
      ","
      "('close-loop','','reconcile','2025-06-01T00:00:00.000Z','2025-06-01T00:01:00.000Z',1,2,2,0,0,0,0,''),"
      "('close-loop','','reconcile','2025-07-01T00:00:00.000Z',NULL,1,2,2,0,0,0,0,''),"
      "('non-responses','filter=1','incremental','2025-01-01T00:00:00.000Z','2025-01-01T00:01:00.000Z',1,2,2,"
      "0,"
      "0,0,0,'')";

void MigratorTest::aLakeWithoutWindowsBeginsWhereItWasWhole()
{
    test::LakeFixture lake;
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(lake::migrate(**connection, lake::layoutSteps().first(3)));
        VERIFY_OK((*connection)->run(earlierSyncs));
    }
    const auto writer = lake.writer();
    const auto readTo = [&](const char *feed) {
        const auto read = writer->windowRead(feed, lake::WindowSpan::Recent);
        return read && *read ? (*read)->readTo.date().toString(Qt::ISODate) : QString();
    };
    QCOMPARE(readTo("responses"), QString("2025-01-01"));
    QCOMPARE(readTo("close-loop"), QString("2025-06-01")); // of the reconciliation that ended
    QCOMPARE(readTo("non-responses"), QString());
    QCOMPARE((*writer->windowRead("close-loop", lake::WindowSpan::Long))->readTo.date(), QDate(2025, 6, 1));
}

// PostgreSQL keeps functions in the schema; a lake that was made before has those of its time.
void MigratorTest::aLakeOfLayout5GetsTheFunctionsOfToday()
{
    test::LakeFixture lake;
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(lake::migrate(**connection, lake::layoutSteps().first(5)));
        if (test::LakeFixture::isPostgres()) {
            VERIFY_OK((*connection)
                          ->run("CREATE FUNCTION gauge_contains(text, text) RETURNS boolean LANGUAGE sql "
                                "IMMUTABLE AS $$ SELECT false $$"));
        }
    }
    lake.store(*lake.writer(),
               lake.page().record({{"number_customergauge", 1}, {"account_name", "Cafe\u0301"}}));
    query::Query query;
    query.where = {{"account_name", query::Operator::Contains, {"caf\u00e9"}}};
    QCOMPARE(lake.column("number_customergauge", query), QStringList{"1"});
}

//! Layout 7 changed only what is known of uploads.
void MigratorTest::aLakeOfLayout6IsReadAsItIs()
{
    test::LakeFixture lake;
    {
        const auto connection = lake::openWriting(lake.location());
        VERIFY_OK(lake::migrate(**connection, lake::layoutSteps().first(lake::layoutWithRecordsOfToday)));
    }
    VERIFY_OK(lake::LakeReader::open(lake.location(), lake.catalog));
    const auto connection = lake::openWriting(lake.location());
    QCOMPARE(*(*connection)->layout(), qint64(lake::layoutWithRecordsOfToday));
}

void MigratorTest::aFailedStepLeavesTheFileAsItWas()
{
    test::LakeFixture lake;
    {
        const auto writer = lake.writer();
    }
    auto steps = known();
    bool wentOn = false;
    steps.push_back([](SqlConnection &connection) -> Result<void> {
        if (auto done = connection.run("CREATE TABLE half_done(x TEXT)"); !done)
            return done;
        return connection.run("INSERT INTO no_such_table VALUES(1)");
    });
    steps.push_back([&](SqlConnection &) -> Result<void> {
        wentOn = true;
        return {};
    });
    const auto connection = lake::openWriting(lake.location());
    VERIFY_FAILS(lake::migrate(**connection, steps), ErrorKind::Storage);
    QVERIFY(!wentOn);
    QVERIFY(!(*connection)->inTransaction());
    QCOMPARE(*(*connection)->layout(), qint64(lake::layoutVersion));
    VERIFY_FAILS((*connection)->number("SELECT count(*) FROM half_done"), ErrorKind::Storage);
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}));
}

void MigratorTest::aStepThatAnotherProcessDidIsNotDoneAgain()
{
    test::LakeFixture lake;
    const auto first = lake::openWriting(lake.location());
    const auto second = lake::openWriting(lake.location());
    int runs = 0;
    std::vector<MigrationStep> steps{[&](SqlConnection &connection) {
        ++runs;
        return connection.run("CREATE TABLE once(x TEXT)");
    }};
    VERIFY_OK(lake::migrate(**first, steps));
    VERIFY_OK(lake::migrate(**second, steps));
    QCOMPARE(runs, 1);
}

QTEST_GUILESS_MAIN(MigratorTest)
#include "tst_migrator.moc"
