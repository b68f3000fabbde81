// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>
#include <QDateTime>

#include <chrono>
#include <stop_token>

namespace gauge {

//! Time as a dependency, so that back-off and expiry are tested without waiting.
class Clock
{
public:
    virtual ~Clock() = default;

    //! Wall time in UTC.
    [[nodiscard]] virtual QDateTime now() const = 0;
    //! Monotonic milliseconds since an arbitrary start.
    [[nodiscard]] virtual std::chrono::milliseconds elapsed() const = 0;
    //! Resumes in the calling thread after \a duration, or at once when \a stop is requested.
    virtual QCoro::Task<> sleep(std::chrono::milliseconds duration, std::stop_token stop) = 0;
};

//! The date of \a clock in this computer's zone: what a person calls today.
[[nodiscard]] QDate today(const Clock &clock);

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    QCoro::Task<> sleep(std::chrono::milliseconds duration, std::stop_token stop) override;
};

} // namespace gauge
