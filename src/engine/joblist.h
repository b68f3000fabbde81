// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QHash>
#include <QList>

#include <vector>

namespace gauge::engine {

//! Owns every job from start to end; the listed ones stay for the Jobs page until cleared.
class JobList final : public QObject
{
    Q_OBJECT
public:
    enum class Listing { Listed, Quiet };

    using QObject::QObject;
    ~JobList() override; //!< no job is running, or endAll() was called

    //! Takes \a job and starts it. \a lake is the Location::key() of the lake that it uses, or empty.
    void add(Job *job, Listing listing, const QString &lake = {});
    //! Listed jobs, newest first; at most 100 finished ones are kept.
    [[nodiscard]] const QList<Job *> &listed() const { return m_listed; }
    [[nodiscard]] bool isIdle() const { return m_running.isEmpty(); }
    void cancelAll();
    //! Cancels the jobs that use \a lake. Each future finishes when its job has closed the lake.
    [[nodiscard]] std::vector<QFuture<void>> cancelJobsOf(const QString &lake);
    //! Cancels all jobs and blocks until their work has ended; finished() is not emitted any more unless the
    //! event loop runs. Not to be called in the thread in which they work.
    void endAll();
    void clearFinished();
    //! Takes the finished \a job off the list; it is deleted one turn of the event loop later.
    void forget(Job *job);

Q_SIGNALS:
    void added(gauge::Job *job);
    void changed(gauge::Job *job);
    //! \a job is about to be deleted.
    void removed(gauge::Job *job);
    //! No job is running any more.
    void idle();

private:
    void onFinished(Job *job, Listing listing);
    void remove(Job *job);

    QList<Job *> m_running;
    QHash<Job *, QString> m_lakes; //!< of running jobs
    QList<Job *> m_listed;
};

} // namespace gauge::engine
