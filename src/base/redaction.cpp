// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/redaction.h"

#include <QRegularExpression>

namespace gauge {

namespace {

constexpr auto secretNames = "client_secret|clientsecret|access_token|refresh_token|id_token|api_key|apikey|"
                             "api-key|secret|password|passwd|token";

QRegularExpression pattern(const QString &text)
{
    return QRegularExpression(text, QRegularExpression::CaseInsensitiveOption);
}

} // namespace

QString redacted(const QString &text)
{
    const QString names = QLatin1String(secretNames);
    // "Authorization: Bearer x", "api_key x", also with the scheme alone.
    static const QRegularExpression authorization = pattern(
        QStringLiteral("(authorization[\"']?+\\s*+[:=]\\s*+[\"']?+)(?!\\[hidden\\])[^\\r\\n\"',}]+"));
    static const QRegularExpression scheme
        = pattern(QStringLiteral("\\b(bearer|basic|api_key)\\s+(?!\\[hidden\\])[A-Za-z0-9._~+/=-]{3,}"));
    // {"access_token":"x"}, also cut off, also a bare number.
    static const QRegularExpression json = pattern(
        QStringLiteral("([\"'](?:%1)[\"']\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^\\s\"\\\\,}\\]]+)")
            .arg(names));
    // The same inside another JSON string: {\"access_token\":\"x\"}.
    static const QRegularExpression escapedJson = pattern(
        QStringLiteral("(\\\\\"(?:%1)\\\\\"\\s*:\\s*)(?:\\\\\"(?:[^\"\\\\]|\\\\[^\"])*+(?:\\\\\")?)")
            .arg(names));
    static const QRegularExpression xml = pattern(QStringLiteral("(<(%1)>)[^<]*").arg(names));
    // client_secret=x in a form body, a URL or a command line.
    static const QRegularExpression form
        = pattern(QStringLiteral("\\b((?:%1)(?:\\s*=\\s*|%3D))(?!\\[hidden\\])[^&\\s\"'<>]+").arg(names));
    static const QRegularExpression userInfo = pattern(QStringLiteral("(://)[^/@\\s]+@"));

    QString result = text;
    result.replace(authorization, QStringLiteral("\\1[hidden]"));
    result.replace(scheme, QStringLiteral("\\1 [hidden]"));
    result.replace(json, QStringLiteral("\\1\"[hidden]\""));
    result.replace(escapedJson, QStringLiteral("\\1\\\"[hidden]\\\""));
    result.replace(xml, QStringLiteral("\\1[hidden]"));
    result.replace(form, QStringLiteral("\\1[hidden]"));
    result.replace(userInfo, QStringLiteral("\\1[hidden]@"));
    return result;
}

} // namespace gauge
