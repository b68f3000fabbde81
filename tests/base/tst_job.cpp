// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/job.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QSignalSpy>
#include <QThread>

using namespace gauge;

namespace {

class ScriptedJob : public Job
{
public:
    using Script = std::function<QCoro::Task<Result<void>>(ScriptedJob *, std::stop_token)>;
    ScriptedJob(QObject *worker, Script script)
        : Job(QStringLiteral("Scripted"), worker)
        , m_script(std::move(script))
    {}
    using Job::report;
    QThread *ranIn = nullptr;

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override
    {
        ranIn = QThread::currentThread();
        co_return co_await m_script(this, stop);
    }

private:
    Script m_script;
};

} // namespace

class JobTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void runsInTheWorkersThreadAndReportsInItsOwn();
    void failureCarriesTheError();
    void cancelWakesASleeper();
    void cancelBeforeTheStartRunsNothing();
    void goesAfterItsEndWithoutAnEventLoop();

private:
    QThread m_thread;
    QObject *m_worker = nullptr;
};

void JobTest::initTestCase()
{
    m_worker = new QObject;
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

void JobTest::cleanupTestCase()
{
    m_worker->deleteLater();
    m_thread.quit();
    QVERIFY(m_thread.wait(5000));
}

void JobTest::runsInTheWorkersThreadAndReportsInItsOwn()
{
    ScriptedJob job(m_worker, [](ScriptedJob *self, std::stop_token) -> QCoro::Task<Result<void>> {
        for (int i = 1; i <= 1000; ++i)
            self->report({i, 1000, 0, {}});
        co_return Result<void>{};
    });
    QThread *signalThread = nullptr;
    connect(&job, &Job::finished, this, [&] { signalThread = QThread::currentThread(); });
    job.start();
    QVERIFY(test::waitFor(job));
    QCOMPARE(job.state(), Job::State::Succeeded);
    QCOMPARE(job.progress().done, 1000);
    QCOMPARE(job.ranIn, &m_thread);
    QCOMPARE(signalThread, QThread::currentThread());
    QVERIFY(!job.error());
}

void JobTest::failureCarriesTheError()
{
    ScriptedJob job(m_worker, [](ScriptedJob *, std::stop_token) -> QCoro::Task<Result<void>> {
        co_return fail(ErrorKind::Server, QStringLiteral("It broke."), QStringLiteral("500"));
    });
    job.start();
    QVERIFY(test::waitFor(job));
    QCOMPARE(job.state(), Job::State::Failed);
    QCOMPARE(job.error()->kind, ErrorKind::Server);
    QCOMPARE(job.error()->text, QStringLiteral("It broke."));
}

void JobTest::cancelWakesASleeper()
{
    ScriptedJob job(m_worker, [](ScriptedJob *self, std::stop_token stop) -> QCoro::Task<Result<void>> {
        self->report({1, -1, 0, {}});
        SystemClock clock;
        co_await clock.sleep(std::chrono::hours(1), stop);
        co_return fail(cancelled());
    });
    QSignalSpy changed(&job, &Job::changed);
    job.start();
    QVERIFY(QTest::qWaitFor([&] { return job.progress().done == 1; }));
    job.cancel();
    QVERIFY(job.isCancelling());
    QVERIFY(test::waitFor(job));
    QCOMPARE(job.state(), Job::State::Cancelled);
}

void JobTest::cancelBeforeTheStartRunsNothing()
{
    ScriptedJob job(m_worker, [](ScriptedJob *, std::stop_token) -> QCoro::Task<Result<void>> {
        co_return Result<void>{};
    });
    job.cancel();
    job.start();
    QVERIFY(test::waitFor(job));
    QCOMPARE(job.state(), Job::State::Cancelled);
    QCOMPARE(job.ranIn, nullptr);
}

// As an engine does that is destroyed while jobs run.
void JobTest::goesAfterItsEndWithoutAnEventLoop()
{
    const auto held = std::make_shared<int>(7);
    auto job = std::make_unique<ScriptedJob>(
        m_worker, [held](ScriptedJob *, std::stop_token stop) -> QCoro::Task<Result<void>> {
            SystemClock clock;
            co_await clock.sleep(std::chrono::hours(1), stop);
            co_return fail(cancelled());
        });
    job->start();
    QVERIFY(!job->ended().isFinished());
    job->cancel();
    job->ended().waitForFinished();
    QVERIFY(!job->isFinished()); // nobody has told its own thread yet
    job.reset();
    QCOMPARE(held.use_count(), 1);
    QCoreApplication::processEvents(); // what was on its way to it is dropped
}

QTEST_GUILESS_MAIN(JobTest)
#include "tst_job.moc"
