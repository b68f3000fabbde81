// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QTest>

#include <optional>

namespace gauge::test {

//! Runs the event loop until \a job has finished (at most a minute), and returns its result or error. The job
//! may be deleted afterwards, as JobList does.
template <typename T>
Result<T> outcome(AsyncJob<T> *job)
{
    std::optional<Result<T>> result;
    const QObject context;
    QObject::connect(job, &Job::finished, &context, [&, job] {
        if (job->error())
            result = Result<T>(fail(*job->error()));
        else
            result = Result<T>(job->result());
    });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
        qFatal("the job did not end");
    return *result;
}

} // namespace gauge::test
