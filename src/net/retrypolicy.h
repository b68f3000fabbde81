// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QDateTime>

#include <chrono>
#include <functional>
#include <optional>

namespace gauge::net {

//! When to try again. Exponential back-off with full jitter; a Retry-After of the service wins,
//! within the time that is left. Limits from issue 2: five tries and about two minutes a page.
struct RetryPolicy
{
    int maxTries = 5;
    std::chrono::milliseconds base{500};
    std::chrono::milliseconds cap{30'000};
    std::chrono::milliseconds budget{120'000};

    //! How long to wait before try number \a triesMade + 1, or nothing to give up.
    //! \a spent is the time since the first try began, \a retryAfter what the service asked for,
    //! \a random a number in [0, 1).
    [[nodiscard]] std::optional<std::chrono::milliseconds>
    delay(int triesMade, std::chrono::milliseconds spent, std::optional<std::chrono::milliseconds> retryAfter,
          double random) const;
};

//! Begins the detail of a Protocol error that truncation can explain: a 200 answer that broke off
//! or is no JSON may be whole the next time, one that is too deep or too large will not.
inline constexpr auto incompleteAnswer = "incomplete answer";

//! 408, 429 and 5xx are worth another try.
[[nodiscard]] bool isRetryableStatus(int status);
//! Offline and Timeout, and a Protocol error marked as incompleteAnswer.
[[nodiscard]] bool isRetryableError(const Error &error);

//! Retry-After in seconds, as an HTTP date (RFC 9110, all three forms), or as a Unix time, which some
//! services send; nothing when malformed; zero for a time that has passed.
[[nodiscard]] std::optional<std::chrono::milliseconds> parseRetryAfter(const QByteArray &value,
                                                                       const QDateTime &now);

} // namespace gauge::net
