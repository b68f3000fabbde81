// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/savedjobs.h"
#include "kit/errorbanner.h"

#include <QMenu>

namespace gauge::ui {

//! Takes everything out of a menu, its submenus too, which QMenu::clear() leaves behind.
inline void emptyMenu(QMenu *menu)
{
    qDeleteAll(menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    menu->clear();
}

//! Open, and nobody has begun to walk through it: another list may take the place of this one.
[[nodiscard]] inline bool isUntouched(const QMenu *menu)
{
    return menu->isVisible() && !menu->activeAction();
}

//! What a menu knows of the saved things of one kind: the list as it was last read, and ways to change
//! it. What goes wrong is told in the banner.
template <typename T>
class SavedList
{
public:
    using Next = std::function<void(const T &thing)>;

    //! \a context and \a banner outlive this; \a changed is called when there is another list.
    SavedList(engine::SavedJobs<T> jobs, QObject *context, ActionBanner &banner,
              std::function<void()> changed)
        : m_jobs(std::move(jobs))
        , m_context(context)
        , m_banner(banner)
        , m_changed(std::move(changed))
    {}

    [[nodiscard]] const std::vector<T> &things() const { return m_list.things; }
    [[nodiscard]] const QStringList &problems() const { return m_list.problems; }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (const T &thing : m_list.things)
            names.append(thing.name);
        return names;
    }
    [[nodiscard]] const T *find(const QString &name) const
    {
        const auto found = std::find_if(m_list.things.begin(), m_list.things.end(),
                                        [&](const T &thing) { return saved::sameName(thing.name, name); });
        return found == m_list.things.end() ? nullptr : &*found;
    }

    //! Other processes may have changed it.
    void refresh()
    {
        auto *job = m_jobs.list();
        QObject::connect(job, &Job::finished, m_context, [this, job] {
            if (job->state() != Job::State::Succeeded) {
                tellFailure(*job);
                return;
            }
            const bool same
                = job->result().things == m_list.things && job->result().problems == m_list.problems;
            m_list = job->result();
            if (!same)
                m_changed();
        });
    }
    void save(const T &thing, saved::Existing existing, Next next = {})
    {
        follow(m_jobs.save(thing, existing), std::move(next));
    }
    void agree(const T &thing, Next next) { follow(m_jobs.agree(thing), std::move(next)); }
    void rename(const QString &name, const QString &newName, Next next)
    {
        follow(m_jobs.rename(name, newName), std::move(next));
    }
    void duplicate(const QString &name, Next next) { follow(m_jobs.duplicate(name), std::move(next)); }
    void remove(const QString &name, Next next) { follow(m_jobs.remove(name), std::move(next)); }
    void importFrom(const QString &path, Next next) { follow(m_jobs.importFrom(path), std::move(next)); }
    void share(const QString &name, const QString &path, Next next)
    {
        follow(m_jobs.share(name, path), std::move(next));
    }
    void tellProblems()
    {
        m_banner.tell(ErrorBanner::Severity::Warning, m_list.problems.join(QLatin1Char('\n')));
    }

private:
    void follow(AsyncJob<T> *job, Next next)
    {
        QObject::connect(job, &Job::finished, m_context, [this, job, next = std::move(next)] {
            if (job->state() != Job::State::Succeeded)
                tellFailure(*job);
            else if (next)
                next(job->result());
            refresh();
        });
    }
    void tellFailure(const Job &job)
    {
        if (job.error())
            m_banner.tell(*job.error());
    }

    const engine::SavedJobs<T> m_jobs;
    QObject *const m_context;
    ActionBanner &m_banner;
    const std::function<void()> m_changed;
    saved::PresetList<T> m_list;
};

} // namespace gauge::ui
