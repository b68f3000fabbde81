// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>

#include <optional>

namespace gauge::test {

//! Runs the event loop until \a task is done (at most \a timeout ms) and returns its value.
//! Tests may wait this way; the product never does.
template <typename T>
T waitFor(QCoro::Task<T> task, int timeout = 30'000)
{
    std::optional<T> value;
    auto keep = [](QCoro::Task<T> inner, std::optional<T> &out) -> QCoro::Task<> { out = co_await inner; };
    const QCoro::Task<> outer = keep(std::move(task), value);
    if (!QTest::qWaitFor([&] { return value.has_value(); }, timeout))
        qFatal("the awaited task did not end within %d ms", timeout);
    return std::move(*value);
}

//! Runs the event loop until \a job has finished. A job that is not listed (JobList) is deleted before this
//! returns: read its result in a slot.
inline bool waitFor(Job &job, int timeout = 60'000)
{
    bool finished = job.isFinished();
    const QObject context;
    QObject::connect(&job, &Job::finished, &context, [&finished] { finished = true; });
    return QTest::qWaitFor([&finished] { return finished; }, timeout);
}

} // namespace gauge::test
