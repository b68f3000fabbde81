// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/answer.h"

#include "sandbox/jsontext.h"

#include <algorithm>

namespace gauge::sandbox {

Answer messageAnswer(int status, std::string_view message)
{
    return {.status = status, .body = R"({"message":)" + quoted(message) + '}'};
}

Answer invalidAnswer(const FieldErrors &errors)
{
    std::string body = R"({"message":"The given data was invalid.","errors":{)";
    FieldErrors sorted = errors;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const auto &[field, message] = sorted[i];
        if (i > 0 && field == sorted[i - 1].first)
            body += ',' + quoted(message);
        else
            body += (i > 0 ? "]," : "") + quoted(field) + ":[" + quoted(message);
    }
    return {.status = 422, .body = body + (sorted.empty() ? "}}" : "]}}")};
}

std::optional<Form> Call::queryAndJson() const
{
    Form fields = query;
    if (contentType.starts_with("application/json")) {
        const auto members = parseJson(body);
        if (!members)
            return std::nullopt;
        fields.insert(fields.end(), members->begin(), members->end());
    }
    return fields;
}

Answer malformedAnswer()
{
    return messageAnswer(400, "The body is not a JSON object.");
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
