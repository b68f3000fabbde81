// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/job.h"
#include "engine/joblist.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QPointer>
#include <QThread>

using namespace gauge;
using engine::JobList;

namespace {

//! Ends with its number, or sleeps until it is cancelled.
AsyncJob<int> *makeJob(QObject *worker, int number, bool sleeps = false)
{
    return new AsyncJob<int>(QString::number(number), worker,
                             [number, sleeps](std::stop_token stop) -> QCoro::Task<Result<int>> {
                                 SystemClock clock;
                                 if (sleeps)
                                     co_await clock.sleep(std::chrono::hours(1), stop);
                                 if (stop.stop_requested())
                                     co_return fail(cancelled());
                                 co_return number;
                             });
}

} // namespace

class JobListTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void quietJobsGoAfterTheirEnd();
    void listedJobsStayUntilCleared();
    void cancelAllEndsInIdle();
    void keepsTheNewestHundred();
    void jobsOfALakeAreCancelled();
    void endAllBlocksUntilTheirEnd();
};

void JobListTest::quietJobsGoAfterTheirEnd()
{
    JobList list;
    QSignalSpy added(&list, &JobList::added);
    auto *job = makeJob(this, 7);
    const QPointer<Job> watch(job);
    int result = 0;
    connect(job, &Job::finished, this, [&] { result = job->result(); });
    list.add(job, JobList::Listing::Quiet);
    QVERIFY(!list.isIdle());
    QTRY_COMPARE(result, 7);
    QTRY_VERIFY(!watch);
    QVERIFY(list.isIdle());
    QCOMPARE(added.size(), 0);
    QVERIFY(list.listed().isEmpty());
}

void JobListTest::listedJobsStayUntilCleared()
{
    JobList list;
    QSignalSpy removed(&list, &JobList::removed);
    auto *first = makeJob(this, 1);
    auto *second = makeJob(this, 2);
    list.add(first, JobList::Listing::Listed);
    list.add(second, JobList::Listing::Listed);
    QTRY_VERIFY(list.isIdle());
    QCOMPARE(list.listed(), (QList<Job *>{second, first}));
    auto *running = makeJob(this, 3, true);
    list.add(running, JobList::Listing::Listed);
    list.clearFinished();
    QCOMPARE(list.listed(), QList<Job *>{running});
    QCOMPARE(removed.size(), 2);
    list.cancelAll();
    QTRY_VERIFY(list.isIdle());
}

void JobListTest::cancelAllEndsInIdle()
{
    JobList list;
    QSignalSpy idle(&list, &JobList::idle);
    for (int i = 0; i < 5; ++i)
        list.add(makeJob(this, i, true), i % 2 ? JobList::Listing::Listed : JobList::Listing::Quiet);
    list.cancelAll();
    QTRY_COMPARE(idle.size(), 1);
    for (const Job *job : list.listed())
        QCOMPARE(job->state(), Job::State::Cancelled);
}

void JobListTest::keepsTheNewestHundred()
{
    JobList list;
    for (int i = 0; i < 120; ++i)
        list.add(makeJob(this, i), JobList::Listing::Listed);
    QTRY_VERIFY(list.isIdle());
    QCOMPARE(list.listed().size(), 100);
    QCOMPARE(list.listed().first()->title(), QStringLiteral("119"));
}

void JobListTest::jobsOfALakeAreCancelled()
{
    JobList list;
    auto *reader = makeJob(this, 1, true);
    auto *other = makeJob(this, 2, true);
    auto *none = makeJob(this, 3, true);
    list.add(reader, JobList::Listing::Listed, QStringLiteral("/a.sqlite"));
    list.add(other, JobList::Listing::Listed, QStringLiteral("/b.sqlite"));
    list.add(none, JobList::Listing::Listed);
    const std::vector<QFuture<void>> ending = list.cancelJobsOf(QStringLiteral("/a.sqlite"));
    QCOMPARE(ending.size(), std::size_t(1));
    QTRY_VERIFY(ending.front().isFinished());
    QTRY_COMPARE(reader->state(), Job::State::Cancelled);
    QCOMPARE(other->state(), Job::State::Running);
    QCOMPARE(none->state(), Job::State::Running);
    QVERIFY(list.cancelJobsOf(QStringLiteral("/a.sqlite")).empty());
    list.cancelAll();
    QTRY_VERIFY(list.isIdle());
}

void JobListTest::endAllBlocksUntilTheirEnd()
{
    QThread thread;
    auto *worker = new QObject;
    worker->moveToThread(&thread);
    connect(&thread, &QThread::finished, worker, &QObject::deleteLater);
    thread.start();
    QPointer<Job> job(makeJob(worker, 1, true));
    {
        JobList list;
        list.add(job, JobList::Listing::Listed);
        list.endAll();
        QVERIFY(job->ended().isFinished());
    }
    QVERIFY(!job);
    thread.quit();
    QVERIFY(thread.wait());
}

QTEST_GUILESS_MAIN(JobListTest)
#include "tst_joblist.moc"
