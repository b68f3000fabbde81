// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"

#include <deque>

namespace gauge::sandbox {

//! Whether a query holds something that belongs in a header or a body: a secret, a token, a key.
[[nodiscard]] bool hasCredentials(const Form &query);

//! The last requests, for tests that ask what was sent. Holds no headers, bodies or credentials.
class RequestLog
{
public:
    void add(const Call &call);
    //! `{"count":n,"requests":[{"method","path","query"}]}`, the newest last.
    [[nodiscard]] std::string json() const;
    void forget();

private:
    std::deque<std::string> m_requests;
    std::size_t m_bytes = 0; //!< of all of them
    std::int64_t m_count = 0;
};

} // namespace gauge::sandbox
