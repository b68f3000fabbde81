// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/job.h"

namespace gauge {

Job::Job(QString title, QObject *worker, QObject *parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_worker(worker)
{}

Job::~Job()
{
    Q_ASSERT_X(m_state != State::Running || ended().isFinished(), "Job", "destroyed while running");
}

void Job::start()
{
    if (m_state != State::Waiting)
        return;
    m_state = State::Running;
    m_ended = std::make_shared<QPromise<void>>();
    m_ended->start();
    QMetaObject::invokeMethod(
        m_worker, [this] { drive(this); }, Qt::QueuedConnection);
    Q_EMIT changed();
}

QFuture<void> Job::ended() const
{
    return m_ended ? m_ended->future() : QFuture<void>();
}

void Job::cancel()
{
    m_stop.request_stop();
}

Progress Job::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

void Job::report(Progress progress)
{
    const std::lock_guard lock(m_mutex);
    m_progress = std::move(progress);
    if (m_changePending)
        return;
    m_changePending = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            {
                const std::lock_guard inner(m_mutex);
                m_changePending = false;
            }
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
}

QCoro::Task<> Job::drive(Job *job)
{
    const std::shared_ptr<QPromise<void>> ended = job->m_ended;
    QObject *const worker = job->m_worker;
    // No co_await inside ?: here or elsewhere: GCC 12 destroys its temporaries too early.
    Result<void> outcome = fail(cancelled());
    if (!job->m_stop.stop_requested())
        outcome = co_await job->run(job->m_stop.get_token());
    QMetaObject::invokeMethod(
        job, [job, outcome = std::move(outcome)] { job->conclude(outcome); }, Qt::QueuedConnection);
    // One turn later, when the frames of run() are gone: who waits for it may destroy the job then.
    QMetaObject::invokeMethod(
        worker, [ended] { ended->finish(); }, Qt::QueuedConnection);
}

void Job::conclude(const Result<void> &outcome)
{
    if (outcome) {
        m_state = State::Succeeded;
    } else {
        m_error = outcome.error();
        m_state = m_error->kind == ErrorKind::Cancelled ? State::Cancelled : State::Failed;
    }
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace gauge
