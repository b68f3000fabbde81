// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/sql/connection.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using lake::Checkpoint;
using lake::SyncKind;

//! What the lake knows of when: of records, of their earlier versions, of those that are gone.
class LakeHistoryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void recordsKnowTheirSyncs();
    void earlierVersionsAreKept();
    void aRefreshLeavesTheCheckpoint();
    void whatAReconcileDoesNotMeetIsGone();
    void goneRecordsCanBeAskedFor();
    void whatComesBackIsNoLongerGone();
    void aReconcileThatNeverEndsMarksNothing();
    void withoutTheLeaseNothingIsWritten();
    void syncsAreRememberedTheNewestFirst();
    void aSyncWithoutAnEndRunsOrWasInterrupted();
    void columnsAreNewsAfterTheFirstSync();
    void aFirstSyncInSeveralPartsIsTheFirst();

private:
    //! One whole sync of \a kind with one page at the clock's time.
    static void sync(test::LakeFixture &lake, SyncKind kind, const test::PageBuilder &page,
                     std::optional<Checkpoint> next = Checkpoint{"c", true})
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, kind));
        const auto counts = writer->store(lake.feed("responses"), {}, page.page(), next);
        VERIFY_OK(counts);
        if (kind == SyncKind::Reconcile)
            VERIFY_OK(writer->markGone("responses"));
        VERIFY_OK(writer->finishSync("responses", 1, *counts, {}));
        lake.clock->advance(std::chrono::hours(1));
    }
    static lake::RecordDetail record(test::LakeFixture &lake, qint64 row)
    {
        return lake.reader()->record("responses", row).value_or(lake::RecordDetail());
    }
};

void LakeHistoryTest::recordsKnowTheirSyncs()
{
    test::LakeFixture lake;
    const QDateTime start = lake.clock->now();
    const auto one = [&](int score) {
        auto page = lake.page();
        page.record({{"number_customergauge", 1}, {"nps", score}});
        return page;
    };
    sync(lake, SyncKind::Incremental, one(3));
    QCOMPARE(record(lake, 1).provenance, (lake::Provenance{start, start, start, {}}));
    sync(lake, SyncKind::Refresh, one(3));
    QCOMPARE(record(lake, 1).provenance, (lake::Provenance{start, start.addSecs(3600), start, {}}));
    sync(lake, SyncKind::Refresh, one(9));
    QCOMPARE(record(lake, 1).provenance,
             (lake::Provenance{start, start.addSecs(7200), start.addSecs(7200), {}}));
}

void LakeHistoryTest::earlierVersionsAreKept()
{
    test::LakeFixture lake;
    const QDateTime start = lake.clock->now();
    const auto one = [&](const char *raw) {
        auto page = lake.page();
        page.record({{"number_customergauge", 1}}, {}, raw);
        return page;
    };
    sync(lake, SyncKind::Incremental, one("{\"v\":1}"));
    sync(lake, SyncKind::Refresh, one("{\"v\":2}"));
    sync(lake, SyncKind::Refresh, one("{\"v\":2}"));
    // Twice on one page: both were sent, the later one stays.
    sync(lake, SyncKind::Refresh,
         lake.page()
             .record({{"number_customergauge", 1}}, {}, "{\"v\":3}")
             .record({{"number_customergauge", 1}}, {}, "{\"v\":4}"));
    const lake::RecordDetail detail = record(lake, 1);
    QCOMPARE(detail.raw, QByteArray("{\"v\":4}"));
    QCOMPARE(detail.versions,
             (std::vector<lake::RecordVersion>{{start.addSecs(3 * 3600), "{\"v\":3}"},
                                               {start.addSecs(3600), "{\"v\":2}"},
                                               {start, "{\"v\":1}"}}));
}

void LakeHistoryTest::aRefreshLeavesTheCheckpoint()
{
    test::LakeFixture lake;
    sync(lake, SyncKind::Incremental, lake.page().record({{"number_customergauge", 1}}),
         Checkpoint{"5", true});
    sync(lake, SyncKind::Refresh, lake.page().record({{"number_customergauge", 1}}), std::nullopt);
    QCOMPARE(*lake.writer()->checkpoint("responses", {}), (Checkpoint{"5", true}));
}

void LakeHistoryTest::whatAReconcileDoesNotMeetIsGone()
{
    test::LakeFixture lake;
    sync(lake, SyncKind::Incremental,
         lake.page()
             .record({{"number_customergauge", 1}, {"nps", 1}, {"comment_original", "one"}})
             .record({{"number_customergauge", 2}, {"nps", 9}, {"comment_original", "two"}}));
    const QDateTime now = lake.clock->now();
    sync(lake, SyncKind::Reconcile,
         lake.page().record({{"number_customergauge", 2}, {"nps", 9}, {"comment_original", "two"}}));
    // Out of every question to the lake, and still in it.
    QCOMPARE(lake.column("nps"), QStringList{"9"});
    QCOMPARE(*lake.reader()->count("responses", {}), 1);
    QCOMPARE(*lake.reader()->scores("responses", {}), (lake::ScoreCounts{1, 0, 0, 0}));
    query::Query query;
    query.search = "one";
    QCOMPARE(*lake.reader()->count("responses", query), 0);
    QCOMPARE(record(lake, 1).provenance.gone, now);
    QVERIFY(!record(lake, 2).provenance.gone.isValid());
    QCOMPARE(lake.reader()->status()->front().feed.isEmpty(), false);
}

void LakeHistoryTest::goneRecordsCanBeAskedFor()
{
    test::LakeFixture lake;
    const auto page = [&](std::initializer_list<int> numbers) {
        auto made = lake.page();
        for (const int number : numbers)
            made.record({{"number_customergauge", number}, {"nps", number}, {"comment_original", "word"}});
        return made;
    };
    sync(lake, SyncKind::Incremental, page({4, 3, 2, 1}));
    sync(lake, SyncKind::Reconcile, page({4, 2}));
    query::Query query;
    query.presence = query::Presence::Gone;
    QCOMPARE(lake.column("nps", query), (QStringList{"3", "1"}));
    QCOMPARE(*lake.reader()->count("responses", query), 2);
    QCOMPARE(*lake.reader()->scores("responses", query), (lake::ScoreCounts{0, 0, 2, 0}));
    query.sort = {{"nps", false}};
    QCOMPARE(lake.column("nps", query), (QStringList{"1", "3"}));
    query.where = {{"nps", query::Operator::Greater, {"2"}}};
    query.search = "word";
    QCOMPARE(lake.column("nps", query), QStringList{"3"});
    query.where.clear();
    query.limit = 1;
    QCOMPARE(lake.column("nps", query), QStringList{"1"});
    // All of them, in the order in which they came.
    query = {};
    query.presence = query::Presence::Both;
    QCOMPARE(lake.column("nps", query), (QStringList{"4", "3", "2", "1"}));
    query.sort = {{"comment_original", true}};
    QCOMPARE(lake.column("nps", query), (QStringList{"4", "3", "2", "1"}));
    QStringList received;
    query.presence = query::Presence::Gone;
    VERIFY_OK(lake.reader()->forEachRaw("responses", query, {}, [&](qint64 key, std::string_view) {
        received.append(QString::number(key));
        return true;
    }));
    QCOMPARE(received, (QStringList{"2", "4"}));
}

void LakeHistoryTest::whatComesBackIsNoLongerGone()
{
    test::LakeFixture lake;
    auto one = lake.page();
    one.record({{"number_customergauge", 1}});
    sync(lake, SyncKind::Incremental, one);
    sync(lake, SyncKind::Reconcile, lake.page());
    QCOMPARE(*lake.reader()->count("responses", {}), 0);
    sync(lake, SyncKind::Refresh, one);
    QCOMPARE(*lake.reader()->count("responses", {}), 1);
    QVERIFY(!record(lake, 1).provenance.gone.isValid());
}

void LakeHistoryTest::aReconcileThatNeverEndsMarksNothing()
{
    test::LakeFixture lake;
    sync(lake, SyncKind::Incremental, lake.page().record({{"number_customergauge", 1}}));
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, SyncKind::Reconcile));
        VERIFY_OK(writer->store(lake.feed("responses"), {},
                                lake.page().record({{"number_customergauge", 2}}).page(), std::nullopt));
    }
    QCOMPARE(*lake.reader()->count("responses", {}), 2);
    // What an incremental sync brings while a reconcile runs elsewhere is newer than its beginning.
    sync(lake, SyncKind::Reconcile,
         lake.page().record({{"number_customergauge", 1}}).record({{"number_customergauge", 2}}));
    QCOMPARE(*lake.reader()->count("responses", {}), 2);
}

void LakeHistoryTest::withoutTheLeaseNothingIsWritten()
{
    test::LakeFixture lake;
    auto writer = lake::LakeWriter::open(lake.location(), lake.catalog, lake.clock);
    VERIFY_OK(writer);
    VERIFY_FAILS((*writer)->beginSync("responses", {}, SyncKind::Reconcile), ErrorKind::Busy);
    VERIFY_FAILS((*writer)->markGone("responses"), ErrorKind::Busy);
    const auto connection = lake::openWriting(lake.location());
    QCOMPARE(*(*connection)->number("SELECT count(*) FROM lake_syncs"), 0);
}

void LakeHistoryTest::syncsAreRememberedTheNewestFirst()
{
    test::LakeFixture lake;
    QVERIFY(lake.writer());
    QCOMPARE(lake.reader()->history(20, lake.clock->now())->size(), 0U);
    const QDateTime start = lake.clock->now();
    sync(lake, SyncKind::Incremental,
         lake.page().record({{"number_customergauge", 1}}).record({{"number_customergauge", 2}}));
    {
        const auto writer = lake.writer();
        VERIFY_OK(
            writer->beginSync("close-loop", "period=updated_at:2026-01-01..2026-01-31", SyncKind::Refresh));
        lake.clock->advance(std::chrono::seconds(5));
        VERIFY_OK(writer->finishSync("close-loop", 0, {}, "The service is down."));
    }
    const auto all = lake.reader()->history(20, lake.clock->now());
    VERIFY_OK(all);
    QCOMPARE(all->size(), 2U);
    const lake::SyncRecord &refresh = all->front();
    QCOMPARE(refresh.feed, "close-loop");
    QCOMPARE(refresh.scope, "period=updated_at:2026-01-01..2026-01-31");
    QCOMPARE(refresh.kind, SyncKind::Refresh);
    QCOMPARE(refresh.started, start.addSecs(3600));
    QCOMPARE(refresh.finished, std::optional(start.addSecs(3605)));
    QCOMPARE(refresh.error, "The service is down.");
    QCOMPARE(refresh.state, lake::SyncRecord::State::Failed);
    const lake::SyncRecord &first = all->back();
    QCOMPARE(first.kind, SyncKind::Incremental);
    QCOMPARE(first.pages, 1);
    QCOMPARE(first.counts, (lake::StoreCounts{2, 2, 0, 0, 0, 0}));
    QCOMPARE(first.state, lake::SyncRecord::State::Succeeded);
    QCOMPARE(*lake.reader()->history(1, lake.clock->now()), std::vector{refresh});
}

void LakeHistoryTest::aSyncWithoutAnEndRunsOrWasInterrupted()
{
    test::LakeFixture lake;
    const auto state
        = [&](size_t row) { return lake.reader()->history(20, lake.clock->now())->at(row).state; };
    {
        const auto writer = lake.writer();
        VERIFY_OK(writer->beginSync("responses", {}, SyncKind::Incremental));
        QCOMPARE(state(0), lake::SyncRecord::State::Running);
        // The holder gives no sign of life any more.
        lake.clock->advance(std::chrono::minutes(3));
        QCOMPARE(state(0), lake::SyncRecord::State::Interrupted);
    }
    QVERIFY(!lake.reader()->history(20, lake.clock->now())->front().finished);
    // Another sync of the feed runs now, not that one.
    const auto next = lake.writer();
    VERIFY_OK(next->beginSync("responses", {}, SyncKind::Reconcile));
    QCOMPARE(state(0), lake::SyncRecord::State::Running);
    QCOMPARE(state(1), lake::SyncRecord::State::Interrupted);
}

void LakeHistoryTest::columnsAreNewsAfterTheFirstSync()
{
    test::LakeFixture lake;
    const auto stored = [&](const char *column) {
        const auto writer = lake.writer();
        auto page = lake.page();
        page.record({{"number_customergauge", 1}}, {{column, "x"}});
        if (!writer->beginSync("responses", {}, SyncKind::Incremental))
            return QStringList{"no sync"};
        const QStringList columns = lake.store(*writer, page).newColumns;
        if (!lake.store(*writer, page).newColumns.isEmpty())
            return QStringList{"told twice"};
        if (!writer->finishSync("responses", 1, {1, 1, 0, 0}, {}))
            return QStringList{"no end"};
        return columns;
    };
    QCOMPARE(stored("property.Country"), QStringList());
    QCOMPARE(stored("property.Country"), QStringList());
    QCOMPARE(stored("question.Why?"), QStringList{"question.Why?"});
    QCOMPARE(stored("question.Why?"), QStringList());
    // Each feed has a first sync of its own.
    const auto writer = lake.writer();
    VERIFY_OK(writer->beginSync("close-loop", {}, SyncKind::Incremental));
    auto page = lake.page("close-loop");
    page.record({{"number_customergauge", 1}}, {{"property.A", "x"}});
    QCOMPARE(lake.store(*writer, page, "close-loop").newColumns, QStringList());
    lake::StoreCounts sum{0, 0, 0, 0, 0, 0, 0, {"property.A"}};
    sum += lake::StoreCounts{0, 0, 0, 0, 0, 0, 0, {"property.B"}};
    QCOMPARE(sum.newColumns, (QStringList{"property.A", "property.B"}));
}

void LakeHistoryTest::aFirstSyncInSeveralPartsIsTheFirst()
{
    test::LakeFixture lake;
    const auto stored = [&](const char *column, const QString &error) {
        const auto writer = lake.writer();
        if (!writer->beginSync("responses", {}, SyncKind::Incremental))
            return QStringList{"no sync"};
        const QStringList columns
            = lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, {{column, "x"}}))
                  .newColumns;
        if (!writer->finishSync("responses", 1, {1, 1, 0, 0}, error))
            return QStringList{"no end"};
        return columns;
    };
    QCOMPARE(stored("property.A", "The network went away."), QStringList());
    QCOMPARE(stored("property.B", {}), QStringList());
    QCOMPARE(stored("property.C", {}), QStringList{"property.C"});
}

QTEST_GUILESS_MAIN(LakeHistoryTest)
#include "tst_lakehistory.moc"
