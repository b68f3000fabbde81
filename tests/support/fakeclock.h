// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QCoroSignal>
#include <QTimer>

#include <mutex>
#include <vector>

namespace gauge::test {

//! Time that passes only when someone sleeps or a test says so; sleeps return through the event
//! loop at once and are remembered. Read from any thread.
class FakeClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_elapsed;
    }
    QCoro::Task<> sleep(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        sleeps.push_back(duration);
        if (!stop.stop_requested())
            advance(duration);
        QTimer timer;
        timer.start(0);
        co_await qCoro(&timer, &QTimer::timeout);
    }

    void advance(std::chrono::milliseconds duration)
    {
        const std::lock_guard lock(m_mutex);
        m_elapsed += duration;
        m_now = m_now.addMSecs(duration.count());
    }

    //! Somebody sets the clock: no time passes.
    void set(std::chrono::milliseconds forward)
    {
        const std::lock_guard lock(m_mutex);
        m_now = m_now.addMSecs(forward.count());
    }

    std::vector<std::chrono::milliseconds> sleeps;

private:
    mutable std::mutex m_mutex;
    QDateTime m_now = QDateTime(QDate(2026, 1, 1), QTime(12, 0), Qt::UTC);
    std::chrono::milliseconds m_elapsed{0};
};

} // namespace gauge::test
