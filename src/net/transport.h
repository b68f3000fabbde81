// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArray>
#include <QCoroTask>
#include <QList>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <optional>
#include <stop_token>

namespace gauge::net {

struct HttpRequest
{
    QByteArray method = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers; //!< without Authorization
    std::optional<Secret> authorization; //!< the value of that header, e.g. "Bearer …"
    Secret body; //!< may hold a client secret, so it is treated as one
    std::chrono::milliseconds timeout{60'000}; //!< without a byte received
    std::chrono::milliseconds longest{600'000}; //!< for the whole answer, however steadily it drips
    qint64 maxBody = 64 * 1024 * 1024; //!< bytes, after decompression
};

struct HttpResponse
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; //!< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

//! Begins the detail of an error when certainly not one byte of the request reached the service: its name
//! was not found, no connection was accepted, or the place is not allowed. Without it, it may have.
inline constexpr auto nothingSent = "nothing sent";
[[nodiscard]] bool wasNotSent(const Error &error);

//! One request, one answer, no retries. An answer of any status is a value; an Error means that no
//! whole answer came: Offline (no connection, reset, name not found, body cut off), Timeout, Protocol
//! (redirect, TLS, too large, a host or scheme that is not allowed), Cancelled. isRetryableError()
//! tells which of them may pass.
//! Implementations refuse redirects and every host outside the set they were made for, before
//! anything leaves the machine.
class HttpTransport
{
public:
    virtual ~HttpTransport() = default;
    virtual QCoro::Task<Result<HttpResponse>> send(HttpRequest request, std::stop_token stop) = 0;
};

//! Whether \a host is this computer by its address, or "localhost".
[[nodiscard]] bool isLoopback(const QString &host);

//! Whether \a url may be requested at all: https, or http to a loopback address; no user info.
[[nodiscard]] bool isAllowedScheme(const QUrl &url);

//! "api.eu.customergauge.com", "127.0.0.1:8080", "[::1]:8080": the host in lower case, with the port
//! where it is not the scheme's own. The form in which transports are told their hosts.
[[nodiscard]] QString hostAndPort(const QUrl &url);

} // namespace gauge::net
