// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/form/request.h"

#include "service/request.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace gauge::upload {

namespace {

QByteArray jsonBody(const QString &reference, const FormRecord &record)
{
    QJsonObject fields;
    for (const FormValue &field : record)
        fields.insert(field.heading, field.value);
    const QJsonObject root{{QLatin1String("configuration"), reference}, {QLatin1String("record"), fields}};
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

//! \a text as one word of a POSIX shell.
QString shellWord(const QString &text)
{
    QString word = text;
    word.replace(QLatin1Char('\''), QLatin1String("'\\''"));
    return QLatin1Char('\'') + word + QLatin1Char('\'');
}

} // namespace

net::HttpRequest recordRequest(const service::Connection &connection, const QString &reference,
                               const FormRecord &record, RecordForm form)
{
    net::HttpRequest request;
    request.method = "PUT";
    request.headers = {{"Accept", "application/json"}};
    request.maxBody = 1024 * 1024;
    QByteArray query;
    if (form == RecordForm::JsonBody) {
        request.headers.append(QPair<QByteArray, QByteArray>("Content-Type", "application/json"));
        request.body = Secret(jsonBody(reference, record));
    } else {
        service::addParameter(query, QStringLiteral("configuration"), reference);
        for (const FormValue &field : record)
            service::addParameter(query, QStringLiteral("record[%1]").arg(field.heading), field.value);
    }
    request.url = service::requestUrl(connection, catalog::Host::Imports, QStringLiteral("/records/"), query);
    return request;
}

FormRecord withoutEmpty(FormRecord record)
{
    std::erase_if(record, [](const FormValue &field) { return field.value.isEmpty(); });
    return record;
}

Preview preview(const net::HttpRequest &request, SecretName secret)
{
    Preview shown;
    shown.method = request.method;
    shown.url = request.url.toString(QUrl::FullyEncoded);
    const QString authorization = secret == SecretName::Token
        ? QStringLiteral("Authorization: Bearer $GAUGEDESK_TOKEN")
        : QStringLiteral("Authorization: api_key $GAUGEDESK_API_KEY");
    shown.headers.append(authorization);
    shown.body = QString::fromUtf8(request.body.expose());
    // In double quotes, so that the shell puts the secret in: it is not part of the line.
    shown.curl = QStringLiteral("curl -X ") + QString::fromLatin1(request.method) + QStringLiteral(" -H \"")
        + authorization + QLatin1Char('"');
    for (const auto &[name, value] : request.headers) {
        const QString header = QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromLatin1(value);
        shown.headers.append(header);
        shown.curl += QStringLiteral(" -H ") + shellWord(header);
    }
    if (!shown.body.isEmpty())
        shown.curl += QStringLiteral(" --data-raw ") + shellWord(shown.body);
    shown.curl += QLatin1Char(' ') + shellWord(shown.url);
    return shown;
}

} // namespace gauge::upload
