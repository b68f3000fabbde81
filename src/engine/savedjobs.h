// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"
#include "engine/joblist.h"
#include "saved/presetstore.h"

namespace gauge::engine {

//! Saved things of one kind behind jobs; see saved::PresetStore. Every method has started its job.
template <typename T>
class SavedJobs
{
public:
    //! \a context and \a jobs outlive what is asked here.
    SavedJobs(QString dataFolder, QObject *context, JobList &jobs)
        : m_store(std::move(dataFolder))
        , m_context(context)
        , m_jobs(&jobs)
    {}

    AsyncJob<saved::PresetList<T>> *list() const
    {
        return launch<saved::PresetList<T>>([store = m_store] { return store.list(); });
    }
    AsyncJob<T> *find(const QString &nameOrPath) const
    {
        return launch<T>([store = m_store, nameOrPath] { return store.find(nameOrPath); });
    }
    AsyncJob<T> *save(const T &thing, saved::Existing existing) const
    {
        return launch<T>([store = m_store, thing, existing] { return store.save(thing, existing); });
    }
    AsyncJob<T> *agree(const T &thing) const
    {
        return launch<T>([store = m_store, thing] { return store.agree(thing); });
    }
    AsyncJob<T> *rename(const QString &name, const QString &newName) const
    {
        return launch<T>([store = m_store, name, newName] { return store.rename(name, newName); });
    }
    AsyncJob<T> *duplicate(const QString &name) const
    {
        return launch<T>([store = m_store, name] { return store.duplicate(name); });
    }
    AsyncJob<T> *remove(const QString &name) const
    {
        return launch<T>([store = m_store, name] { return store.remove(name); });
    }
    AsyncJob<T> *importFrom(const QString &path) const
    {
        return launch<T>([store = m_store, path] { return store.importFrom(path); });
    }
    AsyncJob<T> *share(const QString &name, const QString &path) const
    {
        return launch<T>([store = m_store, name, path] { return store.share(name, path); });
    }

private:
    template <typename Found>
    AsyncJob<Found> *launch(std::function<Result<Found>()> ask) const
    {
        auto *job = new AsyncJob<Found>(
            QCoreApplication::translate("saved", "Saved views and exports"), m_context,
            [ask = std::move(ask)](std::stop_token) -> QCoro::Task<Result<Found>> { co_return ask(); });
        m_jobs->add(job, JobList::Listing::Quiet);
        return job;
    }

    saved::PresetStore<T> m_store;
    QObject *m_context;
    JobList *m_jobs;
};

} // namespace gauge::engine
