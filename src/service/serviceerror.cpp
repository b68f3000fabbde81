// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serviceerror.h"

#include "base/log.h"
#include "base/text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace gauge::service {

namespace {

ErrorKind kindOf(int status)
{
    switch (status) {
    case 400:
    case 422:
        return ErrorKind::Input;
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return ErrorKind::Forbidden;
    case 404:
    case 410:
        return ErrorKind::NotFound;
    case 408:
        return ErrorKind::Timeout;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::Server : ErrorKind::Protocol;
    }
}

QString textOf(ErrorKind kind, int status, const QString &message)
{
    switch (kind) {
    case ErrorKind::Input:
        return message.isEmpty()
            ? QCoreApplication::translate("service", "The service refused the request. Check the filters.")
            : QCoreApplication::translate("service", "The service refused the request: %1").arg(message);
    case ErrorKind::Unauthorized:
        return QCoreApplication::translate(
            "service",
            "The service refused the access token twice. Check the credentials in "
            "CustomerGauge under Data → Rest APIs → Authentications.");
    case ErrorKind::Forbidden:
        return QCoreApplication::translate("service",
                                           "These credentials may not read this. An admin can allow it in "
                                           "CustomerGauge under Data → Rest APIs.");
    case ErrorKind::NotFound:
        return QCoreApplication::translate(
            "service",
            "The service knows nothing under this address. This system may not have "
            "this feed, or the region is another.");
    case ErrorKind::Timeout:
        return QCoreApplication::translate("service", "The service took too long to answer.");
    case ErrorKind::RateLimited:
        return QCoreApplication::translate("service", "The service asks to slow down (too many requests).");
    case ErrorKind::Server:
        return QCoreApplication::translate("service", "The service reported an internal error (HTTP %1).")
            .arg(status);
    default:
        return QCoreApplication::translate("service", "The service answered in an unexpected way (HTTP %1).")
            .arg(status);
    }
}

} // namespace

bool isUnauthenticated(const net::HttpResponse &response)
{
    constexpr int unauthorized = 401;
    const bool succeeded = response.status >= 200 && response.status < 300;
    return response.status == unauthorized
        || (succeeded
            && answerMessage(response.body)
                   .startsWith(QLatin1String("Unauthenticated"), Qt::CaseInsensitive));
}

QString answerMessage(const QByteArray &body)
{
    constexpr qsizetype longest = 200;
    const QJsonObject answer = QJsonDocument::fromJson(body.left(64 * 1024)).object();
    QString message = answer.value(QLatin1String("message")).toString();
    if (message.isEmpty())
        message = answer.value(QLatin1String("Error")).toObject().value(QLatin1String("Message")).toString();
    const QJsonValue error = answer.value(QLatin1String("error"));
    if (message.isEmpty())
        message = error.isObject() ? error.toObject().value(QLatin1String("message")).toString()
                                   : error.toString();
    return redacted(message).simplified().left(longest);
}

Error answerError(const net::HttpResponse &response)
{
    const ErrorKind kind = kindOf(response.status);
    const QString body = excerpt(response.body);
    QString detail = QStringLiteral("HTTP %1").arg(response.status);
    if (!body.isEmpty())
        detail += QStringLiteral(": ") + body;
    return {kind, textOf(kind, response.status, answerMessage(response.body)), detail};
}

Error askedToWait(Error error, const QDateTime &until)
{
    const QString time = QLocale().toString(until.toLocalTime(), QLocale::ShortFormat);
    return {ErrorKind::RateLimited,
            QCoreApplication::translate("service",
                                        "The service asks to wait until %1. What was received before is "
                                        "kept; try again after that time.")
                .arg(time),
            error.detail + QStringLiteral(" | retry after ") + until.toUTC().toString(Qt::ISODate)};
}

Error finalError(Error error, int tries, const QString &request)
{
    if (tries > 1) {
        error.text += QLatin1Char(' ')
            + QCoreApplication::translate(
                  "service", "It was tried %1 times. Nothing that was stored is lost; try again later.")
                  .arg(tries);
    }
    error.detail
        += QStringLiteral(" | %1 | tries: %2 | CustomerGauge keeps a Request History of 90 days for its "
                          "admins under Data → Rest APIs.")
               .arg(redacted(request))
               .arg(tries);
    return error;
}

QString excerpt(const QByteArray &body)
{
    constexpr qsizetype longest = 500;
    // Redacted before it is cut, so that no secret is cut out of its pattern; not the whole of a
    // body of megabytes, as patterns are slow.
    QString text = redacted(fromUtf8(body.left(8 * longest))).simplified();
    if (text.size() > longest)
        text = text.left(longest - 1) + QChar(0x2026);
    return text;
}

} // namespace gauge::service
