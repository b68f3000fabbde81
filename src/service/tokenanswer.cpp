// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokenanswer.h"

#include "net/retrypolicy.h"
#include "service/answererror.h"
#include "service/excerpt.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace gauge::service {

namespace {

//! Region or host, as a person would look it up.
QString placeOf(const Connection &connection)
{
    return connection.region == Region::Custom ? connection.authUrl.host()
                                               : regionName(connection.region).toUpper();
}

QString whereToLook(const Connection &connection)
{
    return QCoreApplication::translate(
               "service",
               "Nothing was changed. Check it in CustomerGauge under Data → Rest APIs → "
               "Authentications, and check that the region (%1) is the right one.")
        .arg(placeOf(connection));
}

//! Which part was refused, from the words of the refusal.
QString refusedPart(const QString &code, const QString &words)
{
    const QString said = (code + QLatin1Char(' ') + words).toLower();
    const bool secret = said.contains(QLatin1String("secret"));
    const bool id = said.contains(QLatin1String("client id")) || said.contains(QLatin1String("client_id"))
        || said.contains(QLatin1String("unknown client")) || said.contains(QLatin1String("not found"));
    if (secret && !id)
        return QCoreApplication::translate("service", "The service refused the client secret.");
    if (id && !secret)
        return QCoreApplication::translate("service", "The service refused the client ID.");
    if (code == QLatin1String("unsupported_grant_type") || code == QLatin1String("unauthorized_client"))
        return QCoreApplication::translate("service",
                                           "These credentials may not be used for this kind of access.");
    return QCoreApplication::translate("service", "The service refused the client ID or the client secret.");
}

tl::unexpected<Error> refusal(const Connection &connection, const net::HttpResponse &response)
{
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    const QString code = answer.value(QLatin1String("error")).toString();
    const QString words = answer.value(QLatin1String("error_description"))
                              .toString(answer.value(QLatin1String("message")).toString());
    return fail(ErrorKind::Unauthorized,
                refusedPart(code, words) + QLatin1Char(' ') + whereToLook(connection),
                QStringLiteral("HTTP %1: %2").arg(response.status).arg(excerpt(response.body)));
}

//! A token becomes a header line: printable ASCII without spaces, or it is none.
bool isUsableToken(const QString &token)
{
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](QChar c) {
        return c > QLatin1Char(' ') && c < QLatin1Char('\x7f');
    });
}

std::chrono::seconds lifetimeOf(const QJsonValue &value)
{
    constexpr double longest = 30 * 86'400.0;
    constexpr double usual = 3'600;
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble(usual);
    return std::chrono::seconds(qint64(seconds >= 1 ? std::min(seconds, longest) : usual));
}

} // namespace

Secret tokenRequestBody(const QString &clientId, const Secret &clientSecret)
{
    return Secret(QByteArrayLiteral("grant_type=client_credentials&client_id=")
                  + QUrl::toPercentEncoding(clientId) + QByteArrayLiteral("&client_secret=")
                  + clientSecret.expose().toPercentEncoding());
}

Result<TokenAnswer> readTokenAnswer(const Connection &connection, const net::HttpResponse &response)
{
    if (response.status == 400 || response.status == 401 || response.status == 403)
        return refusal(connection, response);
    if (response.status == 404) {
        // Not NotFound: that means a feed that is not there, and the others would be tried.
        return fail(ErrorKind::Protocol,
                    QCoreApplication::translate(
                        "service", "There is no token service at this address. Check the region (%1).")
                        .arg(placeOf(connection)),
                    QStringLiteral("HTTP 404: ") + excerpt(response.body));
    }
    if (response.status < 200 || response.status > 299)
        return fail(answerError(response));
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    const QString token = answer.value(QLatin1String("access_token")).toString();
    if (!isUsableToken(token)) {
        const bool json = !answer.isEmpty();
        return fail(ErrorKind::Protocol,
                    QCoreApplication::translate(
                        "service",
                        "The sign-in address answered, but not with a token. Check the region "
                        "(%1); a proxy or a sign-in page may stand in between.")
                        .arg(placeOf(connection)),
                    (json ? QString() : QLatin1String(net::incompleteAnswer) + QStringLiteral(": "))
                        + excerpt(response.body));
    }
    return TokenAnswer{Secret(token.toLatin1()), lifetimeOf(answer.value(QLatin1String("expires_in")))};
}

} // namespace gauge::service
