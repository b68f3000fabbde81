// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QCoroSignal>
#include <QTimer>

namespace gauge {

QDate today(const Clock &clock)
{
    return clock.now().toLocalTime().date();
}

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::elapsed() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

QCoro::Task<> SystemClock::sleep(std::chrono::milliseconds duration, std::stop_token stop)
{
    QTimer timer;
    timer.setSingleShot(true);
    // A coarse timer may fire 5 % early, and a service that asked for two seconds means two seconds.
    timer.setTimerType(Qt::PreciseTimer);
    // The callback may run in the thread that asks to stop; the timer belongs to this one.
    std::stop_callback wake(stop, [&timer] {
        QMetaObject::invokeMethod(
            &timer, [&timer] { timer.start(0); }, Qt::QueuedConnection);
    });
    timer.start(stop.stop_requested() ? std::chrono::milliseconds(0) : duration);
    co_await qCoro(&timer, &QTimer::timeout);
}

} // namespace gauge
