// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <functional>

namespace gauge {

//! A job whose work is one coroutine and whose outcome is one value, for work that needs no class
//! of its own. result() is there after finished() when state() is Succeeded.
template <typename T>
class ResultJob final : public Job
{
public:
    using Work = std::function<QCoro::Task<Result<T>>(std::stop_token)>;

    ResultJob(QString title, QObject *worker, Work work, QObject *parent = nullptr)
        : Job(std::move(title), worker, parent)
        , m_work(std::move(work))
    {}

    [[nodiscard]] const T &result() const { return *m_result; }

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override
    {
        GAUGE_CO_TRY(m_result, co_await m_work(stop));
        co_return Result<void>{};
    }

private:
    Work m_work;
    std::optional<T> m_result;
};

} // namespace gauge
