// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/tokens.h"

#include "sandbox/options.h"
#include "sandbox/recordtext.h"

namespace gauge::sandbox {

namespace {

//! What every accepted client ID begins with: a system has several clients, and all read the same data.
constexpr std::string_view clientIds = "sandbox";
constexpr std::size_t mostTokens = 1000;

Answer refusal(int status, std::string_view error, std::string_view description)
{
    return {.status = status,
            .body = R"({"error":)" + quoted(error) + R"(,"error_description":)" + quoted(description) + '}'};
}

} // namespace

Answer Tokens::answer(const Call &call, Seconds age)
{
    if (call.method != "POST")
        return messageAnswer(405, "Method Not Allowed");
    if (!call.contentType.starts_with("application/x-www-form-urlencoded"))
        return refusal(400, "invalid_request", "The parameters belong in a form-encoded body.");
    const auto form = call.form();
    if (valueOf(form, "grant_type") != "client_credentials")
        return refusal(400, "unsupported_grant_type", "Only client_credentials is supported.");
    const std::string clientId = valueOf(form, "client_id").value_or(std::string());
    if (!clientId.starts_with(clientIds) || m_secret.empty() || valueOf(form, "client_secret") != m_secret)
        return refusal(401, "invalid_client", "Client authentication failed");
    const auto token = "sbx_" + randomSecret();
    m_expiry[token] = age + m_lifetime;
    m_issued.push_back(token);
    if (m_issued.size() > mostTokens) {
        m_expiry.erase(m_issued.front());
        m_issued.pop_front();
    }
    std::string body = R"({"token_type":"Bearer","expires_in":)";
    appendNumber(body, m_lifetime);
    body += R"(,"access_token":)" + quoted(token) + '}';
    return {.body = body, .headers = {{"Cache-Control", "no-store"}}};
}

bool Tokens::accepts(const std::string &authorization, Seconds age) const
{
    constexpr std::string_view scheme = "Bearer ";
    if (!authorization.starts_with(scheme))
        return false;
    const auto found = m_expiry.find(std::string_view(authorization).substr(scheme.size()));
    return found != m_expiry.end() && age < found->second;
}

} // namespace gauge::sandbox
