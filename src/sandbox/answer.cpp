// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answer.h"

#include "sandbox/jsontext.h"

namespace gauge::sandbox {

Answer messageAnswer(int status, std::string_view message)
{
    return {.status = status, .body = R"({"message":)" + quoted(message) + '}'};
}

Answer invalidAnswer(const FieldErrors &errors)
{
    std::string body = R"({"message":"The given data was invalid.","errors":{)";
    for (std::size_t i = 0; i < errors.size(); ++i) {
        if (i > 0)
            body += ',';
        body += quoted(errors[i].first) + ":[" + quoted(errors[i].second) + ']';
    }
    return {.status = 422, .body = body + "}}"};
}

Answer unauthenticatedAnswer()
{
    return messageAnswer(401, "Unauthenticated.");
}

Answer statusAnswer(int status)
{
    switch (status) {
    case 401:
        return unauthenticatedAnswer();
    case 403:
        return messageAnswer(status, "This action is unauthorized.");
    case 404:
        return messageAnswer(status, "Not Found");
    case 408:
        return messageAnswer(status, "Request Timeout");
    case 422:
        return invalidAnswer({{"sandbox", "The sandbox was told to refuse this."}});
    case 429:
        return messageAnswer(status, "Too Many Attempts.");
    case 503:
        return messageAnswer(status, "Service Unavailable");
    default:
        return messageAnswer(status, status >= 500 ? "Server Error" : "The sandbox was told to answer this.");
    }
}

} // namespace gauge::sandbox
