// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/state/lease.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;

class LakeLeaseTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aLivingProcessKeepsItsLease();
    void aKilledProcessGivesWayAtOnce();
    void anOldHeartbeatGivesWay();
    void aHeartbeatOfAClockThatWasAheadGivesWay();
    void aHeartbeatIsRenewedByEachPage();
    void aLostLeaseStopsTheWriter();
    void storingNeedsTheLease();
    void feedsAreLeasedApart();
    void oneOfManyWins();
    void statusTellsWhoHoldsAFeed();
};

void LakeLeaseTest::aLivingProcessKeepsItsLease()
{
    test::LakeFixture lake;
    test::Companion holder({"hold", lake.place(), "responses"});
    QCOMPARE(holder.line(), QStringLiteral("held"));
    lake.clock = std::make_shared<test::FakeClock>();
    lake.clock->advance(
        std::chrono::milliseconds(lake.clock->now().msecsTo(QDateTime::currentDateTimeUtc())));
    auto writer = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(writer);
    const auto taken = (*writer)->acquireLease("responses");
    VERIFY_FAILS(taken, ErrorKind::Busy);
    QVERIFY2(taken.error().text.contains(QString::number(holder.id())), qPrintable(taken.error().text));
    // Reading and other feeds go on.
    VERIFY_OK((*writer)->checkpoint("responses", {}));
    VERIFY_OK((*writer)->acquireLease("close-loop"));
}

void LakeLeaseTest::aKilledProcessGivesWayAtOnce()
{
    test::LakeFixture lake;
    test::Companion holder({"hold", lake.place(), "responses"});
    QCOMPARE(holder.line(), QStringLiteral("held"));
    holder.kill();
    auto writer = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(writer);
    VERIFY_OK((*writer)->acquireLease("responses"));
    lake.store(**writer, lake.page().record({{"number_customergauge", 1}}));
}

void LakeLeaseTest::anOldHeartbeatGivesWay()
{
    test::LakeFixture lake;
    const auto first = lake.writer();
    auto second = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(second);
    lake.clock->advance(std::chrono::minutes(2));
    VERIFY_FAILS((*second)->acquireLease("responses"), ErrorKind::Busy);
    lake.clock->advance(std::chrono::milliseconds(1));
    VERIFY_OK((*second)->acquireLease("responses"));
    // Not stolen back.
    VERIFY_FAILS(first->acquireLease("responses"), ErrorKind::Busy);
}

void LakeLeaseTest::aHeartbeatOfAClockThatWasAheadGivesWay()
{
    test::LakeFixture lake;
    const auto first = lake.writer();
    lake.store(*first, lake.page().record({{"number_customergauge", 1}}), "responses", "one");
    auto second = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(second);
    lake.clock->set(-std::chrono::minutes(2));
    VERIFY_FAILS((*second)->acquireLease("responses"), ErrorKind::Busy);
    lake.clock->set(-std::chrono::milliseconds(1));
    VERIFY_OK((*second)->acquireLease("responses"));
    VERIFY_FAILS(first->store(lake.feed("responses"), {}, lake.page().page(), lake::Checkpoint{"x", false}),
                 ErrorKind::Busy);
    // Whoever has it and lives keeps it over such a change with its next page.
    lake.clock->set(std::chrono::hours(24));
    lake.store(**second, lake.page().record({{"number_customergauge", 2}}), "responses", "two");
    VERIFY_FAILS(first->acquireLease("responses"), ErrorKind::Busy);
    QCOMPARE((*second)->checkpoint("responses", {})->cursor, QStringLiteral("two"));
}

void LakeLeaseTest::aHeartbeatIsRenewedByEachPage()
{
    test::LakeFixture lake;
    const auto first = lake.writer();
    auto second = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(second);
    lake.clock->advance(std::chrono::seconds(119));
    lake.store(*first, lake.page());
    lake.clock->advance(std::chrono::seconds(119));
    VERIFY_FAILS((*second)->acquireLease("responses"), ErrorKind::Busy);
    VERIFY_OK(first->acquireLease("responses")); // again, by the same writer
    lake.clock->advance(std::chrono::seconds(119));
    VERIFY_FAILS((*second)->acquireLease("responses"), ErrorKind::Busy);
}

void LakeLeaseTest::aLostLeaseStopsTheWriter()
{
    test::LakeFixture lake;
    const auto first = lake.writer();
    lake.store(*first, lake.page().record({{"number_customergauge", 1}}), "responses", "one");
    lake.clock->advance(std::chrono::minutes(3));
    {
        const auto second = lake.writer();
        const auto page = lake.page().record({{"number_customergauge", 2}}, {{"property.Mine", "no"}}).take();
        VERIFY_FAILS(first->store(lake.feed("responses"), {}, page, lake::Checkpoint{"two", false}),
                     ErrorKind::Busy);
        lake.store(*second, lake.page().record({{"number_customergauge", 3}}, {{"property.New", "x"}}),
                   "responses", "three");
    }
    // Also after the other has finished: the checkpoint must not go back.
    VERIFY_FAILS(first->store(lake.feed("responses"), {}, lake.page().page(), lake::Checkpoint{"two", false}),
                 ErrorKind::Busy);
    QCOMPARE(first->checkpoint("responses", {})->cursor, QStringLiteral("three"));
    QCOMPARE(lake.column("number_customergauge"), (QStringList{"1", "3"}));
    QVERIFY(!lake.reader()->resolve("responses", {"property.Mine"}));
    // Taken again, it sees the columns that came meanwhile.
    VERIFY_OK(first->acquireLease("responses"));
    lake.store(*first, lake.page().record({{"number_customergauge", 3}}, {{"property.Other", "y"}}));
    QCOMPARE(lake.column("property.New"), (QStringList{"NULL", "NULL"}));
    QCOMPARE(lake.column("property.Other"), (QStringList{"NULL", "y"}));
}

void LakeLeaseTest::storingNeedsTheLease()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    writer->releaseLease("responses");
    const auto page = lake.page().record({{"number_customergauge", 1}}).take();
    VERIFY_FAILS(writer->store(lake.feed("responses"), {}, page, lake::Checkpoint{"c", false}),
                 ErrorKind::Busy);
    QCOMPARE(*lake.reader()->count("responses", {}), 0);
    QCOMPARE(writer->checkpoint("responses", {})->cursor, QString());
}

void LakeLeaseTest::feedsAreLeasedApart()
{
    test::LakeFixture lake;
    auto first = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    auto second = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK((*first)->acquireLease("responses"));
    VERIFY_OK((*second)->acquireLease("non-responses"));
    lake.store(**first, lake.page().record({{"number_customergauge", 1}}, {{"property.A", "1"}}));
    lake.store(**second, lake.page("non-responses").record({{"number_customergauge", 1}}), "non-responses");
    lake.store(**second, lake.page("non-responses").record({{"number_customergauge", 2}}), "non-responses");
    QCOMPARE(
        lake.store(**first, lake.page().record({{"number_customergauge", 2}}, {{"property.A", "1"}})).removed,
        1);
    // A writer that ends lets go.
    first->reset();
    VERIFY_OK((*second)->acquireLease("responses"));
}

void LakeLeaseTest::oneOfManyWins()
{
    test::LakeFixture lake;
    for (int round = 0; round < 5; ++round) {
        std::vector<std::unique_ptr<test::Companion>> companions;
        for (int i = 0; i < 4; ++i)
            companions.push_back(
                std::make_unique<test::Companion>(QStringList{"hold", lake.place(), "responses"}));
        int winners = 0;
        for (const auto &companion : companions) {
            const QString line = companion->line();
            winners += line == "held" ? 1 : 0;
            QVERIFY2(line == "held" || line.startsWith("busy: "), qPrintable(line));
        }
        QCOMPARE(winners, 1);
    }
}

void LakeLeaseTest::statusTellsWhoHoldsAFeed()
{
    test::LakeFixture lake;
    test::Companion other({"hold", lake.place(), "responses"});
    QCOMPARE(other.line(), QStringLiteral("held"));
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto holder = [&](const QDateTime &when) {
        const auto status = lake.reader()->status(when);
        return status->front().heldBy;
    };
    QCOMPARE(lake.reader()->status(now)->front().feed, QStringLiteral("responses"));
    const auto held = holder(now);
    QVERIFY(held);
    QCOMPARE(held->processId, other.id());
    QVERIFY(!held->host.isEmpty());
    QVERIFY(std::abs(held->heartbeat.secsTo(now)) < 60);
    QVERIFY(!lake::isThisProcess(*held));
    QVERIFY(!lake.reader()->status(now)->back().heldBy); // another feed
    QVERIFY(!lake.reader()->status()->front().heldBy); // nobody asked
    // Neither when the lease has run out, nor when its process is gone.
    QVERIFY(!holder(now.addSecs(300)));
    other.kill();
    QVERIFY(!holder(now));
    const auto mine = lake.writer();
    QVERIFY(lake::isThisProcess(*holder(lake.clock->now())));
}

QTEST_GUILESS_MAIN(LakeLeaseTest)
#include "tst_lakelease.moc"
