// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/connection.h"
#include "support/fakeserver.h"

#include <QUrlQuery>

namespace gauge::test {

//! A system on a loopback port whose feeds page by position and may grow between two syncs.
class GrowingSystem
{
public:
    GrowingSystem()
    {
        server.otherwise([this](const SeenRequest &request) { return answer(request); });
    }

    [[nodiscard]] service::Connection connection(const QString &name) const
    {
        service::Connection result;
        result.name = name;
        result.region = service::Region::Custom;
        result.authUrl = result.apiUrl = result.importsUrl = server.url();
        result.clientId = QStringLiteral("client-1");
        return result;
    }

    FakeServer server;
    int responses = 0; //!< records 1 to this
    QByteArrayList unanswered; //!< non-responses, as JSON, on one page
    QByteArray more; //!< further members of each record: R"(,"tier":"gold")"
    std::optional<Answer> instead; //!< of every page
    QStringList pages; //!< what was asked for, decoded

private:
    Answer answer(const SeenRequest &request)
    {
        if (request.method == "POST")
            return Answer::json(R"({"access_token":"TOKEN","token_type":"Bearer","expires_in":3600})");
        pages.append(QUrl::fromPercentEncoding(request.target));
        if (instead)
            return *instead;
        const QUrl url = QUrl::fromEncoded(request.target);
        const QUrlQuery query(url);
        if (url.path().endsWith(QLatin1String("/non-responses"))
            && !query.hasQueryItem(QStringLiteral("cursor")))
            return Answer::json("{\"data\":[" + unanswered.join(',') + "],\"cursor\":{\"next\":99}}");
        const int count = url.path().endsWith(QLatin1String("/responses")) ? responses : 0;
        const int first = query.queryItemValue(QStringLiteral("cursor")).toInt();
        const int last = std::min(count, first + query.queryItemValue(QStringLiteral("per_page")).toInt());
        QByteArrayList records;
        for (int number = first + 1; number <= last; ++number) {
            records.append(
                QStringLiteral(R"({"number_customergauge":%1,"nps":%2,"account":{"name":"ACME %1"},)"
                               R"("comment":{"original":"=cmd %1"})")
                    .arg(number)
                    .arg(number % 11)
                    .toUtf8()
                + more + '}');
        }
        return Answer::json("{\"data\":[" + records.join(',')
                            + "],\"cursor\":{\"next\":" + QByteArray::number(last) + "}}");
    }
};

} // namespace gauge::test
