// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QList>

namespace gauge::engine {

//! Owns every job from start to end; the listed ones stay for the Jobs page until cleared.
class JobList final : public QObject
{
    Q_OBJECT
public:
    enum class Listing { Listed, Quiet };

    using QObject::QObject;
    ~JobList() override;

    //! Takes \a job and starts it.
    void add(Job *job, Listing listing);
    //! Listed jobs, newest first; at most 100 finished ones are kept.
    [[nodiscard]] const QList<Job *> &listed() const { return m_listed; }
    [[nodiscard]] bool isIdle() const { return m_running.isEmpty(); }
    void cancelAll();
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
    QList<Job *> m_listed;
};

} // namespace gauge::engine
