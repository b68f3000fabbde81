// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/connection.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;

//! A lake is read from a hot standby of its server (with-standby.sh), as teams do to spare the primary.
class StandbyTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everythingCanBeReadThere();
    void nothingCanBeWrittenThere();
    void aWalkThatIsInTheWayEndsWithItsReason();

private:
    //! The lake of \a lake on the standby.
    static lake::Location standby(const test::LakeFixture &lake)
    {
        return *lake::Location::parse(lake.place().replace(qEnvironmentVariable("GAUGE_POSTGRES"),
                                                           qEnvironmentVariable("GAUGE_POSTGRES_STANDBY")),
                                      {});
    }
    static void fill(test::LakeFixture &lake, int records)
    {
        test::PageBuilder page = lake.page();
        for (int i = 1; i <= records; ++i) {
            page.record({{"number_customergauge", i}, {"nps", i % 11}, {"comment_original", "Late delivery"}},
                        {{"property.Country", i % 2 ? "NL" : "DE"}});
        }
        lake.store(*lake.writer(), page);
    }
    //! Waits until the standby has what the primary has now.
    static void waitForStandby()
    {
        const auto ask = [](const char *server, const QByteArray &what) {
            QProcess shell;
            shell.start("psql", {"-At", "-d", qEnvironmentVariable(server), "-c", QString::fromLatin1(what)});
            shell.waitForFinished();
            return shell.readAllStandardOutput().trimmed();
        };
        const QByteArray here = ask("GAUGE_POSTGRES", "SELECT pg_current_wal_lsn()");
        const QByteArray reached = "SELECT pg_last_wal_replay_lsn() >= '" + here + '\'';
        QTRY_COMPARE_WITH_TIMEOUT(ask("GAUGE_POSTGRES_STANDBY", reached), QByteArray("t"), 60'000);
    }
};

void StandbyTest::everythingCanBeReadThere()
{
    test::LakeFixture lake;
    fill(lake, 1'000);
    waitForStandby();
    auto opened = lake::LakeReader::open(standby(lake), lake.catalog);
    VERIFY_OK(opened);
    lake::LakeReader &reader = **opened;
    query::Query query;
    query.where = {{"property.Country", query::Operator::Equal, {"NL"}}};
    query.search = "deliver";
    query.sort = {{"nps", true}};
    QCOMPARE(*reader.count("responses", query), 500);
    const auto snapshot = reader.snapshot("responses", query);
    VERIFY_OK(snapshot);
    QCOMPARE(reader.rows("responses", snapshot->keys, {})->size(), size_t(500));
    int visited = 0;
    VERIFY_OK(reader.forEachRow("responses", {}, {}, [&](const catalog::Row &) { return ++visited > 0; }));
    QCOMPARE(visited, 1'000);
    QCOMPARE(reader.values("responses", "property.Country", {}, 10)->values.size(), size_t(2));
    VERIFY_OK(reader.scores("responses", {}));
    VERIFY_OK(reader.status(lake.clock->now()));
    VERIFY_OK(reader.record("responses", 1));
}

void StandbyTest::nothingCanBeWrittenThere()
{
    test::LakeFixture lake;
    const auto none = lake::LakeWriter::open(standby(lake), lake.catalog, lake.clock);
    VERIFY_FAILS(none, ErrorKind::Storage);
    QVERIFY2(none.error().text.contains("can only be read"), qPrintable(none.error().text));
    fill(lake, 2);
    waitForStandby();
    const auto written = lake::LakeWriter::open(standby(lake), lake.catalog, lake.clock);
    VERIFY_FAILS(written, ErrorKind::Storage);
    QVERIFY2(written.error().text.contains("can only be read"), qPrintable(written.error().text));
}

void StandbyTest::aWalkThatIsInTheWayEndsWithItsReason()
{
    test::LakeFixture lake;
    fill(lake, 1'000); // two fetches
    waitForStandby();
    const auto reader = lake::LakeReader::open(standby(lake), lake.catalog);
    VERIFY_OK(reader);
    int visited = 0;
    const auto walked = (*reader)->forEachRow("responses", {}, {}, [&](const catalog::Row &) {
        if (++visited == 1) {
            // A column more, which locks the table that is read there.
            lake.store(*lake.writer(),
                       lake.page().record({{"number_customergauge", 5'000}}, {{"property.New", "n"}}));
            waitForStandby();
        }
        return true;
    });
    VERIFY_FAILS(walked, ErrorKind::Storage);
    QVERIFY2(walked.error().text.contains("is a standby"), qPrintable(walked.error().text));
    QCOMPARE(*(*reader)->count("responses", {}), 1'001);
}

QTEST_GUILESS_MAIN(StandbyTest)
#include "tst_standby.moc"
