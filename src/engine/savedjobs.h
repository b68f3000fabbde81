// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "engine/joblist.h"
#include "saved/presetstore.h"

namespace gauge::engine {

//! Saved things of one kind behind jobs; see saved::Store. Every method has started its job.
template <typename Thing>
class SavedJobs
{
public:
    //! \a context and \a jobs outlive what is asked here.
    SavedJobs(QString dataFolder, QObject *context, JobList &jobs)
        : m_store(std::move(dataFolder))
        , m_context(context)
        , m_jobs(&jobs)
    {}

    ResultJob<saved::Shelf<Thing>> *list() const
    {
        return launch<saved::Shelf<Thing>>([store = m_store] { return store.list(); });
    }
    ResultJob<Thing> *find(const QString &nameOrPath) const
    {
        return launch<Thing>([store = m_store, nameOrPath] { return store.find(nameOrPath); });
    }
    ResultJob<Thing> *save(const Thing &thing, saved::Existing existing) const
    {
        return launch<Thing>([store = m_store, thing, existing] { return store.save(thing, existing); });
    }
    ResultJob<Thing> *agree(const Thing &thing) const
    {
        return launch<Thing>([store = m_store, thing] { return store.agree(thing); });
    }
    ResultJob<Thing> *rename(const QString &name, const QString &newName) const
    {
        return launch<Thing>([store = m_store, name, newName] { return store.rename(name, newName); });
    }
    ResultJob<Thing> *duplicate(const QString &name) const
    {
        return launch<Thing>([store = m_store, name] { return store.duplicate(name); });
    }
    ResultJob<Thing> *remove(const QString &name) const
    {
        return launch<Thing>([store = m_store, name] { return store.remove(name); });
    }
    ResultJob<Thing> *importFrom(const QString &path) const
    {
        return launch<Thing>([store = m_store, path] { return store.importFrom(path); });
    }
    ResultJob<Thing> *share(const QString &name, const QString &path) const
    {
        return launch<Thing>([store = m_store, name, path] { return store.share(name, path); });
    }

private:
    template <typename T>
    ResultJob<T> *launch(std::function<Result<T>()> ask) const
    {
        auto *job = new ResultJob<T>(
            QCoreApplication::translate("saved", "Saved views and exports"), m_context,
            [ask = std::move(ask)](std::stop_token) -> QCoro::Task<Result<T>> { co_return ask(); });
        m_jobs->add(job, JobList::Listing::Quiet);
        return job;
    }

    saved::Store<Thing> m_store;
    QObject *m_context;
    JobList *m_jobs;
};

} // namespace gauge::engine
