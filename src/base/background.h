// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/platform.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <memory>

namespace gauge {

//! A thread of its own for blocking work whose objects are bound to one thread (a database).
//! `co_await thread.run(f)` from any coroutine; calls run one after the other.
class BackgroundThread
{
public:
    //! Heavy work gives way to the window and to what a person waits for.
    enum class Work { Light, Heavy };

    explicit BackgroundThread(Work work = Work::Light)
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1); // one thread for good, not one after the other
        if (work == Work::Heavy)
            m_pool.start(platform::lowerThreadPriority);
    }

    template <typename Function>
    [[nodiscard]] auto run(Function function)
    {
        return QtConcurrent::run(&m_pool, std::move(function));
    }

    void wait() { m_pool.waitForDone(); }

private:
    QThreadPool m_pool;
};

} // namespace gauge
