// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QCoroTask>
#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

namespace gauge {

//! How far a job has come. `total` is -1 while it is not known.
struct Progress
{
    qint64 done = 0;
    qint64 total = -1;
    double perSecond = 0;
    QString note; //!< a translated word on what happens now, or empty

    bool operator==(const Progress &) const = default;
};

//! Cancellable work that a person can see.
//!
//! A Job lives in the thread of its creator (the GUI thread, or the CLI's main thread); run() is a
//! coroutine in the thread of the \a worker object. Signals are emitted in the Job's own thread.
//! Results of a subclass are plain members, written in run() and read after finished(). A running
//! job must not be destroyed: cancel() it and wait for finished() or ended() (JobList does).
class Job : public QObject
{
    Q_OBJECT
public:
    enum class State { Waiting, Running, Succeeded, Failed, Cancelled };
    Q_ENUM(State)

    //! \a worker must outlive the job; \a title is translated and names the work ("Sync ACME").
    Job(QString title, QObject *worker, QObject *parent = nullptr);
    ~Job() override;

    void start();
    //! Asks run() to end soon; what was committed stays. Safe at any time, from any thread.
    void cancel();

    [[nodiscard]] QString title() const { return m_title; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isFinished() const { return m_state != State::Waiting && m_state != State::Running; }
    [[nodiscard]] bool isCancelling() const { return m_state == State::Running && m_stop.stop_requested(); }
    //! Finishes when run() has returned and holds nothing any more; the job may be destroyed from then on,
    //! also before finished(). Of a started job. From any thread but the worker's, if it is waited for.
    [[nodiscard]] QFuture<void> ended() const;
    [[nodiscard]] Progress progress() const;
    //! Set when state() is Failed or Cancelled.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! What came of it, in words ("2,000 records, 12 new"), for the list of finished jobs.
    [[nodiscard]] virtual QString summary() const { return {}; }
    //! What a person may do about a success, in sentences; empty: nothing.
    [[nodiscard]] virtual QString advice() const { return {}; }
    //! The file that it wrote, to be opened; empty: none.
    [[nodiscard]] virtual QString writtenFile() const { return {}; }

Q_SIGNALS:
    //! State or progress changed; at most one such signal is under way at any time.
    void changed();
    void finished();

protected:
    //! The work. Runs in the worker's thread; looks at \a stop between steps.
    virtual QCoro::Task<Result<void>> run(std::stop_token stop) = 0;
    //! Tells progress from any thread.
    void report(Progress progress);

private:
    static QCoro::Task<> drive(Job *job);
    void conclude(const Result<void> &outcome);

    const QString m_title;
    QObject *const m_worker;
    std::stop_source m_stop;
    State m_state = State::Waiting;
    std::shared_ptr<QPromise<void>> m_ended; //!< shared with run()'s thread, which uses it last
    std::optional<Error> m_error;
    mutable std::mutex m_mutex;
    Progress m_progress;
    bool m_changePending = false;
};

//! A job whose work is one coroutine and whose outcome is one value, for work that needs no class
//! of its own. result() is there after finished() when state() is Succeeded.
template <typename T>
class AsyncJob final : public Job
{
public:
    using Work = std::function<QCoro::Task<Result<T>>(std::stop_token)>;

    AsyncJob(QString title, QObject *worker, Work work, QObject *parent = nullptr)
        : Job(std::move(title), worker, parent)
        , m_work(std::move(work))
    {}

    [[nodiscard]] const T &result() const { return *m_result; }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override
    {
        GAUGE_CO_TRY(m_result, co_await m_work(stop));
        co_return Result<void>{};
    }

private:
    Work m_work;
    std::optional<T> m_result;
};

} // namespace gauge
