// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/retrypolicy.h"
#include "service/connection.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <stop_token>

namespace gauge::service {

//! Adds `name=value` to \a query, both percent-encoded, brackets included.
void addParameter(QByteArray &query, const QString &name, const QString &value);

//! The address of a call: the connection's base URL of \a host with \a path behind it.
[[nodiscard]] QUrl requestUrl(const Connection &connection, catalog::Host host, const QString &path,
                              const QByteArray &query = {});

//! Why a try failed, and whether another one can help.
struct RetryCause
{
    Error error;
    bool retryable = false;
    std::optional<std::chrono::milliseconds> retryAfter; //!< what the service asked for

    //! No answer came, or one that cannot be read.
    [[nodiscard]] static RetryCause of(const Error &error);
    //! An answer that is no success, which means \a error.
    [[nodiscard]] static RetryCause of(const net::HttpResponse &response, const Error &error,
                                       const Clock &clock);
};

//! Waits until the time (UTC) that a service asked for, or fails; for waits that no retry should take on
//! itself.
using Patience = std::function<QCoro::Task<Result<void>>(QDateTime until, std::stop_token stop)>;

//! The tries of one request, by a RetryPolicy: `co_await attempts.again(failure, …)` after each that
//! failed. Used by one coroutine, which it must outlive.
class RetryLoop
{
public:
    //! \a random gives numbers in [0, 1); the system's own when empty. \a patience is asked where the service
    //! wants to be left alone for longer than the policy's budget; the tries begin anew after it.
    RetryLoop(net::RetryPolicy policy, std::shared_ptr<Clock> clock, std::function<double()> random = {},
              Patience patience = {});

    //! Waits until the next try may begin; or the error to end with, when there is none: \a failure in its
    //! last words, naming \a request, or Cancelled. RateLimited where the service asks to wait for longer
    //! than the budget: its text names the time.
    [[nodiscard]] QCoro::Task<Result<void>> again(RetryCause failure, QString request, std::stop_token stop);
    //! How many tries have failed.
    [[nodiscard]] int tries() const { return m_tries; }
    //! Until when the service asked to wait, when that was longer than the budget (UTC).
    [[nodiscard]] const std::optional<QDateTime> &askedUntil() const { return m_askedUntil; }

private:
    net::RetryPolicy m_policy;
    std::shared_ptr<Clock> m_clock;
    std::function<double()> m_random;
    Patience m_patience;
    std::chrono::milliseconds m_begin;
    int m_tries = 0;
    std::optional<QDateTime> m_askedUntil;
};

} // namespace gauge::service
