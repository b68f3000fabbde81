// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "sandbox/service.h"

#include <QCoroTimer>
#include <QTimer>

#include <map>

namespace gauge::test {

//! The sandbox's service as the client's transport, without sockets: calls go in, answers come out, in
//! virtual time. Faults of the framing (statuses, broken connections) are not played.
class SandboxTransport final : public net::HttpTransport
{
public:
    static constexpr auto secret = "sandbox-secret";

    explicit SandboxTransport(sandbox::Options options)
        : m_service((options.secret = secret, options))
    {}

    QCoro::Task<Result<net::HttpResponse>> send(net::HttpRequest request, std::stop_token stop) override
    {
        QTimer timer; // through the event loop once, as a real answer would come
        timer.start(0);
        co_await timer;
        if (stop.stop_requested())
            co_return fail(cancelled());
        sandbox::Call call;
        call.method = request.method.toStdString();
        call.path = request.url.path().toStdString();
        call.rawQuery = request.url.query(QUrl::FullyEncoded).toStdString();
        call.body = request.body.expose().toStdString();
        if (request.authorization)
            call.authorization = request.authorization->expose().toStdString();
        call.contentType = "application/x-www-form-urlencoded";
        ++requests[request.url.path().section(QLatin1Char('/'), -1)];
        const sandbox::Answer answer = handle(std::move(call));
        co_return net::HttpResponse{answer.status,
                                    {{"content-type", QByteArray::fromStdString(answer.type)}},
                                    QByteArray::fromStdString(answer.body)};
    }

    //! A page of a sync feed, or a control call, beside the client; it is not counted.
    [[nodiscard]] sandbox::Answer ask(const std::string &method, const std::string &path,
                                      const std::string &query = {})
    {
        sandbox::Call call;
        call.method = method;
        call.path = path;
        call.rawQuery = query;
        const bool isControl = path.starts_with("/sandbox/");
        call.authorization = isControl ? std::string("Bearer ") + secret : m_authorization;
        sandbox::Answer answer = handle(call);
        if (answer.status == 401) { // the first time, and an hour later
            login();
            call.authorization = m_authorization;
            answer = handle(std::move(call));
        }
        return answer;
    }

    std::map<QString, qint64> requests; //!< of the client, by the last part of the path

private:
    sandbox::Answer handle(sandbox::Call call)
    {
        call.query = sandbox::parseForm(call.rawQuery);
        call.host = "127.0.0.1:1";
        return m_service.handle(call).answer;
    }

    void login()
    {
        sandbox::Call call;
        call.method = "POST";
        call.path = "/oauth2/token";
        call.contentType = "application/x-www-form-urlencoded";
        call.body = std::string("grant_type=client_credentials&client_id=sandbox&client_secret=") + secret;
        const auto fields = sandbox::parseJson(handle(std::move(call)).body);
        m_authorization = "Bearer " + sandbox::valueOf(fields.value(), "access_token").value();
    }

    sandbox::Service m_service;
    std::string m_authorization = "Bearer none";
};

} // namespace gauge::test
