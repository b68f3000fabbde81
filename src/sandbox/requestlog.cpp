// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/requestlog.h"

#include "sandbox/recordtext.h"

#include <algorithm>
#include <array>

namespace gauge::sandbox {

namespace {

constexpr std::size_t mostKept = 20'000;
constexpr std::size_t mostBytes = 16 * 1024 * 1024;

bool isCredential(std::string_view name)
{
    constexpr std::array<std::string_view, 6> names{"client_secret", "client_id", "access_token",
                                                    "token",         "api_key",   "password"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

} // namespace

bool hasCredentials(const Form &query)
{
    return std::any_of(query.begin(), query.end(), [](const auto &pair) { return isCredential(pair.first); });
}

void RequestLog::add(const Call &call)
{
    ++m_count;
    m_requests.push_back(R"({"method":)" + quoted(call.method) + R"(,"path":)" + quoted(call.path)
                         + R"(,"query":)"
                         + (hasCredentials(call.query) ? "\"(credentials)\"" : quoted(call.rawQuery)) + '}');
    m_bytes += m_requests.back().size();
    while (m_requests.size() > mostKept || m_bytes > mostBytes) {
        m_bytes -= m_requests.front().size();
        m_requests.pop_front();
    }
}

void RequestLog::forget()
{
    m_requests.clear();
    m_bytes = 0;
    m_count = 0;
}

std::string RequestLog::json() const
{
    std::string out = R"({"count":)" + std::to_string(m_count) + R"(,"requests":[)";
    for (const auto &request : m_requests) {
        if (out.back() != '[')
            out += ',';
        out += request;
    }
    return out + "]}";
}

} // namespace gauge::sandbox
