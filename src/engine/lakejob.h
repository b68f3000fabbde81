// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/job.h"
#include "lake/maintenance/maintenance.h"

#include <QCoroFuture>

#include <functional>
#include <utility>

namespace gauge::engine {

//! A job that blocks on a lake's file, in a thread of its own, and whose outcome is one value; result()
//! is there after finished() when state() is Succeeded.
template <typename T>
class BlockingJob final : public Job
{
public:
    using Work = std::function<Result<T>(std::stop_token, const lake::OnProgress &)>;
    using Words = std::function<QString(const T &)>;

    BlockingJob(QString title, QObject *worker, Work work, Words words)
        : Job(std::move(title), worker)
        , m_work(std::move(work))
        , m_words(std::move(words))
    {}

    [[nodiscard]] const T &result() const { return *m_result; }
    [[nodiscard]] QString summary() const override { return m_result ? m_words(*m_result) : QString(); }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override
    {
        // What it was to do it with (a person's address) is not kept as long as the list of jobs.
        const Work work = std::exchange(m_work, {});
        const QFuture<Result<T>> working = m_thread.run([this, work, stop] {
            return work(stop, [this](qint64 done, qint64 total) { report({done, total, 0, {}}); });
        });
        GAUGE_CO_TRY(m_result, co_await working);
        co_return Result<void>{};
    }

private:
    Work m_work;
    Words m_words;
    std::optional<T> m_result;
    BackgroundThread m_thread;
};

} // namespace gauge::engine
