// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transport.h"
#include "service/connection.h"

#include <chrono>

namespace gauge::service {

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
