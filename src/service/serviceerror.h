// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace gauge::service {

//! What an answer that is no success means, in words; its detail names the status and begins with
//! nothing that could be a secret.
[[nodiscard]] Error answerError(const net::HttpResponse &response);

//! Whether the service did not let the caller in, so that it did nothing: 401, or {"message":
//! "Unauthenticated."} under a status of success.
[[nodiscard]] bool isUnauthenticated(const net::HttpResponse &response);

//! The service's own words in an answer ({"message":"…"}, {"error":"…"}, {"Error":{"Message":"…"}}): one
//! line of 200 characters at most, redacted, or nothing.
[[nodiscard]] QString answerMessage(const QByteArray &body);

//! \a error of a service that asks to wait until \a until (UTC), which is longer than anybody waited:
//! RateLimited.
[[nodiscard]] Error askedToWait(Error error, const QDateTime &until);

//! \a error as it is told after the last try: how often it was tried, that nothing stored was lost,
//! and where CustomerGauge's admins can look.
[[nodiscard]] Error finalError(Error error, int tries, const QString &request);

//! The beginning of an answer's body for an error's detail: redacted, on one line, 500 characters at most.
[[nodiscard]] QString excerpt(const QByteArray &body);

} // namespace gauge::service
