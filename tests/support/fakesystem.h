// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/connection.h"
#include "support/fakeserver.h"

#include <QByteArrayList>
#include <QUrlQuery>

namespace gauge::test {

//! A small CustomerGauge system on a FakeServer: one client id and secret, one page of records a
//! feed, as few as a window needs.
class FakeSystem
{
public:
    static constexpr auto clientId = "client-1";
    static constexpr auto clientSecret = "secret-CANARY-1";

    FakeSystem()
    {
        m_server.otherwise([this](const SeenRequest &request) { return answer(request); });
        m_server.guard(clientSecret, FakeServer::InBody);
    }

    //! A connection to it; not saved yet.
    [[nodiscard]] service::Connection connection(const QString &name) const
    {
        service::Connection result;
        result.name = name;
        result.region = service::Region::Custom;
        result.authUrl = result.apiUrl = result.importsUrl = m_server.url();
        result.clientId = QLatin1String(clientId);
        return result;
    }

    [[nodiscard]] FakeServer &server() { return m_server; }
    int records = 3;
    QByteArrayList unanswered; //!< non-responses, as JSON; none: that feed is like the others
    QByteArray more; //!< further members of each record: R"(,"tier":"gold")"
    bool silent = false; //!< data requests get no answer at all
    QStringList forbidden; //!< feeds that answer 403

private:
    Answer answer(const SeenRequest &request)
    {
        if (request.method == "POST") {
            if (!request.body.contains(QByteArray("client_secret=").append(clientSecret)))
                return Answer::json(R"({"error":"invalid_client","error_description":"no"})", 401);
            return Answer::json(R"({"access_token":"TOKEN","token_type":"Bearer","expires_in":3600})");
        }
        const QUrl url = QUrl::fromEncoded(request.target);
        const QString feed = url.path().section(QLatin1Char('/'), -1);
        if (forbidden.contains(feed))
            return Answer::json(R"({"message":"Forbidden."})", 403);
        if (silent)
            return Answer::silence();
        if (!QUrlQuery(url).queryItemValue(QStringLiteral("cursor")).isEmpty())
            return Answer::json(R"({"data":[],"cursor":{"next":null}})");
        if (feed == QLatin1String("non-responses") && !unanswered.isEmpty())
            return Answer::json("{\"data\":[" + unanswered.join(',') + "],\"cursor\":{\"next\":99}}");
        QByteArray body = R"({"data":[)";
        for (int i = 1; i <= records; ++i) {
            body += i > 1 ? "," : "";
            body += R"({"number_customergauge":)" + QByteArray::number(i)
                + R"(,"nps":9,"account_name":"ACME")" + more + '}';
        }
        return Answer::json(body + R"(],"cursor":{"next":99}})");
    }

    FakeServer m_server;
};

} // namespace gauge::test
