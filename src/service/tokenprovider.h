// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/retrypolicy.h"
#include "net/transport.h"
#include "service/connection.h"

#include <chrono>
#include <functional>
#include <memory>

namespace gauge::service {

//! Client id and secret of one connection, from wherever they are kept.
struct Credentials
{
    QString clientId;
    Secret clientSecret;
};

//! Bearer tokens of one connection: fetched once for all who wait, reused for their lifetime
//! (3600 s unless expires_in says otherwise), renewed a little early. Lives in one thread.
class TokenProvider
{
public:
    using CredentialSource = std::function<QCoro::Task<Result<Credentials>>()>;

    TokenProvider(Connection connection, std::shared_ptr<net::HttpTransport> transport,
                  std::shared_ptr<Clock> clock, CredentialSource credentials, net::RetryPolicy retry = {});
    ~TokenProvider();

    //! Unauthorized says in words whether id or secret was refused and where in CustomerGauge to look.
    QCoro::Task<Result<Secret>> token(std::stop_token stop);
    //! Until when the service asked to wait before it gives a token, after an error for that reason (UTC).
    [[nodiscard]] std::optional<QDateTime> askedUntil() const;
    //! Forgets \a token if it is still the current one, so that the next call renews it.
    void invalidate(const Secret &token);

private:
    struct State;
    std::shared_ptr<State> m_state;
};

//! What a successful token call gives.
struct TokenAnswer
{
    Secret token;
    std::chrono::seconds lifetime{3600};
};

//! An answer of the token service as a token, or an error in words; see "Token" in service.md.
[[nodiscard]] Result<TokenAnswer> readTokenAnswer(const Connection &connection,
                                                  const net::HttpResponse &response);

//! The form body of a token call.
[[nodiscard]] Secret tokenRequestBody(const QString &clientId, const Secret &clientSecret);

} // namespace gauge::service
