// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/outcome.h"
#include "upload/request.h"
#include "upload/response.h"

namespace gauge::upload {

//! Sends one record, once: nothing is ever repeated but a request that the service turned away with 401,
//! unread, and that only with a new token. 429 is NotSent with the time to wait.
[[nodiscard]] QCoro::Task<Outcome> sendRecord(std::shared_ptr<service::ServiceClient> client,
                                              QString reference, Record record, RecordForm form,
                                              std::stop_token stop);

//! Sends one response by the older call, once.
[[nodiscard]] QCoro::Task<Outcome> sendResponse(std::shared_ptr<service::ServiceClient> client, Secret apiKey,
                                                Record fields, AnswerFormat format, std::stop_token stop);

} // namespace gauge::upload
