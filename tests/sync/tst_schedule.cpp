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

QTEST_GUILESS_MAIN(ScheduleTest)
#include "tst_schedule.moc"
