// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "sync/schedule.h"

using namespace gauge;
using namespace std::chrono_literals;

namespace {

QDateTime at(int hour, int minute = 0)
{
    return QDateTime(QDate(2026, 1, 1), QTime(hour, minute), Qt::UTC);
}

} // namespace

//! When the clock starts a sync, whatever the clock does.
class ScheduleTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void dueAfterTheInterval();
    void neverSyncedIsDueNow();
    void aSleepIsOneSync();
    void aClockSetBack();
    void aClockSetForward();
    void failuresAreTriedSooner();
    void theFeedThatWaitedLongestCounts();
    void anInterruptedSyncIsDueAtOnce();
};

void ScheduleTest::dueAfterTheInterval()
{
    QCOMPARE(sync::nextDue({at(10), 0}, 60min, at(10, 20)), at(11));
    QCOMPARE(sync::nextDue({at(10), 0}, 60min, at(11)), at(11));
    QCOMPARE(sync::nextDue({at(10), 0}, 15min, at(10)), at(10, 15));
}

void ScheduleTest::neverSyncedIsDueNow()
{
    QCOMPARE(sync::nextDue({}, 60min, at(10)), at(10));
}

void ScheduleTest::aSleepIsOneSync()
{
    // Eight hours asleep: now, and then an hour after that one.
    QCOMPARE(sync::nextDue({at(1), 0}, 60min, at(9)), at(9));
    QCOMPARE(sync::nextDue({at(9, 1), 0}, 60min, at(9, 2)), at(10, 1));
}

void ScheduleTest::aClockSetBack()
{
    // Nobody waits for the hours between to pass again.
    QCOMPARE(sync::nextDue({at(20), 0}, 60min, at(9)), at(9));
    QCOMPARE(sync::nextDue({at(9), 0}, 60min, at(9)), at(10));
}

void ScheduleTest::aClockSetForward()
{
    QCOMPARE(sync::nextDue({at(9), 0}, 60min, at(9).addYears(10)), at(9).addYears(10));
    // And right again: the stamp of that sync lies in the future.
    QCOMPARE(sync::nextDue({at(9).addYears(10), 0}, 60min, at(9, 1)), at(9, 1));
}

void ScheduleTest::failuresAreTriedSooner()
{
    QCOMPARE(sync::nextDue({at(10), 1}, 60min, at(10)), at(10, 5));
    QCOMPARE(sync::nextDue({at(10), 2}, 60min, at(10)), at(10, 10));
    QCOMPARE(sync::nextDue({at(10), 4}, 60min, at(10)), at(10, 40));
    QCOMPARE(sync::nextDue({at(10), 5}, 60min, at(10)), at(11));
    QCOMPARE(sync::nextDue({at(10), 1'000'000}, 60min, at(10)), at(11));
    QCOMPARE(sync::nextDue({at(10), 3}, 2min, at(10)), at(10, 2));
}

namespace {

lake::FeedStatus synced(const char *feed, lake::SyncRecord::State state, const QDateTime &ended)
{
    lake::FeedStatus status;
    status.feed = QLatin1String(feed);
    status.newest = lake::SyncRecord();
    status.newest->state = state;
    status.newest->started = ended.addSecs(-60);
    if (state == lake::SyncRecord::State::Succeeded || state == lake::SyncRecord::State::Failed)
        status.newest->finished = ended;
    return status;
}

} // namespace

void ScheduleTest::theFeedThatWaitedLongestCounts()
{
    using State = lake::SyncRecord::State;
    const auto pulse = sync::pulseOf(
        {synced("responses", State::Succeeded, at(10)), synced("non-responses", State::Succeeded, at(9))});
    QCOMPARE(pulse.last, std::optional(at(9)));
    QCOMPARE(pulse.failures, 0);
    QCOMPARE(sync::nextDue(pulse, 60min, at(10)), at(10));
    const auto failed = sync::pulseOf({synced("responses", State::Failed, at(10))});
    QCOMPARE(sync::nextDue(failed, 60min, at(10)), at(10, 5));
    // One that runs elsewhere is no reason to begin another.
    const auto running = sync::pulseOf({synced("responses", State::Running, at(10, 1))});
    QCOMPARE(sync::nextDue(running, 60min, at(10)), at(11));
}

void ScheduleTest::anInterruptedSyncIsDueAtOnce()
{
    using State = lake::SyncRecord::State;
    const auto killed = sync::pulseOf(
        {synced("responses", State::Succeeded, at(10)), synced("non-responses", State::Interrupted, at(10))});
    QCOMPARE(sync::nextDue(killed, 60min, at(10)), at(10));
    // Killed between two feeds.
    lake::FeedStatus never;
    never.feed = QStringLiteral("non-responses");
    const auto between = sync::pulseOf({synced("responses", State::Succeeded, at(10)), never});
    QCOMPARE(sync::nextDue(between, 60min, at(10)), at(10));
}

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
