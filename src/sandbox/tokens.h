// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"
#include "sandbox/timeline.h"

#include <deque>
#include <map>

namespace gauge::sandbox {

//! Issues bearer tokens for the one accepted pair of credentials, and knows which still hold: the last
//! thousand. They are random, so that another user of this computer cannot guess them.
class Tokens
{
public:
    //! \a lifetime in seconds.
    Tokens(std::string clientSecret, Seconds lifetime)
        : m_secret(std::move(clientSecret))
        , m_lifetime(lifetime)
    {}

    //! POST /oauth2/token
    [[nodiscard]] Answer answer(const Call &call, Seconds age);
    //! Whether \a authorization is `Bearer` and a token that still holds.
    [[nodiscard]] bool accepts(const std::string &authorization, Seconds age) const;
    //! All tokens so far are void from now on.
    void expireAll()
    {
        m_expiry.clear();
        m_issued.clear();
    }

private:
    std::string m_secret;
    Seconds m_lifetime;
    std::map<std::string, Seconds, std::less<>> m_expiry;
    std::deque<std::string> m_issued; //!< oldest first
};

} // namespace gauge::sandbox
