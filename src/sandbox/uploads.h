// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/http.h"

#include <cstddef>

namespace gauge::sandbox {

//! What is sent to the service: records by configuration, and single responses by the older call.
//! Keeps what it accepted, so that a test can ask what arrived.
class Uploads
{
public:
    //! PUT /records/
    [[nodiscard]] Answer putRecord(const Call &call);
    //! POST /v4.1/transactions/response.json and .xml
    [[nodiscard]] Answer postResponse(const Call &call, bool xml);
    //! `{"received":[…]}`, the newest last.
    [[nodiscard]] std::string receivedJson() const;
    void forget()
    {
        m_received.clear();
        m_bytes = 0;
    }

private:
    void keep(std::string json);

    std::vector<std::string> m_received; //!< the first 100,000, at most 64 MiB
    std::size_t m_bytes = 0; //!< of all of them
    std::int64_t m_responses = 0; //!< accepted single responses; each has a number of its own
};

} // namespace gauge::sandbox
