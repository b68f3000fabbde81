// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/serviceclient.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"

namespace gauge::test {

//! A client on two scripts: one for tokens (t1, t2, …) and one for the rest.
struct SendFixture
{
    std::shared_ptr<FakeTransport> transport = std::make_shared<FakeTransport>();
    std::shared_ptr<FakeTransport> tokens = std::make_shared<FakeTransport>();
    std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
    std::shared_ptr<service::ServiceClient> client;

    SendFixture()
    {
        service::Connection connection;
        connection.name = QStringLiteral("ACME");
        tokens->otherwise([tokens = tokens.get()](const net::HttpRequest &) {
            const QByteArray number = QByteArray::number(int(tokens->requests.size()));
            return net::HttpResponse{200, {}, "{\"access_token\":\"CANARY-t" + number + "\"}"};
        });
        const auto provider = std::make_shared<service::TokenProvider>(connection, tokens, clock,
                                                                       [] { return credentials(); });
        client = std::make_shared<service::ServiceClient>(connection, transport, provider, clock);
    }

    static QCoro::Task<Result<service::Credentials>> credentials()
    {
        co_return service::Credentials{QStringLiteral("id"), Secret("s")};
    }
};

} // namespace gauge::test
