// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"

#include <algorithm>

namespace gauge::engine {

namespace {

constexpr qsizetype keptFinished = 100;

}

JobList::~JobList()
{
    Q_ASSERT_X(
        std::all_of(m_running.begin(), m_running.end(), [](Job *job) { return job->ended().isFinished(); }),
        "JobList", "destroyed while jobs are running");
}

void JobList::add(Job *job, Listing listing, const QString &lake)
{
    job->setParent(this);
    m_running.append(job);
    if (!lake.isEmpty())
        m_lakes.insert(job, lake);
    connect(job, &Job::changed, this, [this, job] { Q_EMIT changed(job); });
    connect(job, &Job::finished, this, [this, job, listing] { onFinished(job, listing); });
    if (listing == Listing::Listed) {
        m_listed.prepend(job);
        Q_EMIT added(job);
    }
    job->start();
}

void JobList::onFinished(Job *job, Listing listing)
{
    m_running.removeOne(job);
    m_lakes.remove(job);
    if (listing == Listing::Quiet) {
        job->deleteLater();
    } else {
        while (m_listed.size() - m_running.size() > keptFinished && m_listed.last()->isFinished())
            remove(m_listed.last());
    }
    if (m_running.isEmpty())
        Q_EMIT idle();
}

void JobList::cancelAll()
{
    for (Job *job : std::as_const(m_running))
        job->cancel();
}

std::vector<QFuture<void>> JobList::cancelJobsOf(const QString &lake)
{
    std::vector<QFuture<void>> ending;
    for (Job *job : std::as_const(m_running)) {
        if (m_lakes.value(job) != lake)
            continue;
        job->cancel();
        ending.push_back(job->ended());
    }
    return ending;
}

void JobList::endAll()
{
    cancelAll();
    for (Job *job : std::as_const(m_running))
        job->ended().waitForFinished();
}

void JobList::clearFinished()
{
    const QList<Job *> listed = m_listed;
    for (Job *job : listed) {
        if (job->isFinished())
            remove(job);
    }
}

void JobList::forget(Job *job)
{
    if (job->isFinished() && m_listed.contains(job))
        remove(job);
}

void JobList::remove(Job *job)
{
    m_listed.removeOne(job);
    Q_EMIT removed(job);
    job->deleteLater();
}

} // namespace gauge::engine
