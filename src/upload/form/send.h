// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/form/outcome.h"
#include "upload/form/request.h"
#include "upload/form/response.h"

namespace gauge::upload {

//! Whether a record is sent again, and when a wait for that ends.
struct Resending
{
    enum class When {
        Never,
        Unanswered, //!< an answer was lost, is no answer of the service, or is 408 or 5xx
        TurnedAway, //!< the same, and 429; Unanswered leaves that to who sends more than one
    };

    When when = When::Never;
    std::stop_token until = {}; //!< ends the wait for the next try
    std::chrono::milliseconds budget = net::RetryPolicy().budget; //!< no try begins after it
};

//! Sends one record. A request that the service turned away unread is asked again with a new token.
//! Everything else is repeated only as \a resending says, by the client's RetryPolicy, and is Unknown after
//! that where one of its tries may have arrived. 429 is NotSent with the time to wait.
[[nodiscard]] QCoro::Task<Outcome> sendRecord(std::shared_ptr<service::ServiceClient> client,
                                              QString reference, Record record, RecordForm form,
                                              Resending resending, std::stop_token stop);

//! Sends one response by the older call, once.
[[nodiscard]] QCoro::Task<Outcome> sendResponse(std::shared_ptr<service::ServiceClient> client, Secret apiKey,
                                                Record fields, AnswerFormat format, std::stop_token stop);

} // namespace gauge::upload
