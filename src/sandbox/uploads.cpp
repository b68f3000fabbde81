// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/uploads.h"

#include "sandbox/recordtext.h"

#include <QXmlStreamWriter>

#include <algorithm>
#include <array>

namespace gauge::sandbox {

namespace {

constexpr std::size_t mostKept = 100'000;
constexpr std::size_t mostBytes = 64 * 1024 * 1024;
constexpr std::size_t longestField = 128;
constexpr std::string_view apiKeyAuthorization = "api_key sandbox-key";

//! An Import Configuration as an admin would have set it up: exact headings, some required.
struct Configuration
{
    std::string_view reference;
    std::vector<std::string_view> required;
    std::vector<std::string_view> optional;
    std::vector<std::string_view> oneOf = {}; //!< at least one of these
};

const std::vector<Configuration> &configurations()
{
    static const std::vector<Configuration> all{
        {"activities",
         {"Account Name", "Reference", "Source", "Type"},
         {"Email", "First Name", "Last Name", "Date", "Subject", "Description", "Status", "Owner",
          "Closed Date"}},
        {"accounts",
         {"Account Name"},
         {"Account Number", "Country", "Division", "Segment A", "Account Manager"}},
        {"contact",
         {},
         {"First Name", "Last Name", "Account Name", "Language", "Job Title"},
         {"Email", "Phone"}},
        {"account-aliases", {"Account Name", "Alias"}, {}},
        {"external-response",
         {"Email", "Account Name", "Sent Date", "Completed Date"},
         {"NPS", "Comment", "First Name", "Last Name", "Country"}},
        {"surveys", {"Contact Reference"}, {"Campaign", "Order Number"}},
        {"multi-object",
         {},
         {"Account Name", "First Name", "Last Name", "Order Number", "Country"},
         {"Email", "Phone"}},
    };
    return all;
}

bool has(const std::vector<std::string_view> &names, std::string_view name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

FieldErrors objections(const Configuration &configuration, const Form &record)
{
    FieldErrors errors;
    for (const auto name : configuration.required) {
        if (valueOf(record, name).value_or("").empty())
            errors.emplace_back(name, "The " + std::string(name) + " field is required.");
    }
    const bool anyOf
        = std::any_of(configuration.oneOf.begin(), configuration.oneOf.end(),
                      [&](std::string_view name) { return !valueOf(record, name).value_or("").empty(); });
    if (!configuration.oneOf.empty() && !anyOf) {
        for (const auto name : configuration.oneOf)
            errors.emplace_back(name, "One of Email and Phone is required.");
    }
    for (const auto &[name, value] : record) {
        if (value.size() > longestField)
            errors.emplace_back(name, "The " + name + " may not be greater than 128 characters.");
    }
    return errors;
}

std::string object(const Form &pairs)
{
    std::string out = "{";
    for (const auto &[name, value] : pairs) {
        if (out.size() > 1)
            out += ',';
        out += quoted(name) + ':' + quoted(value);
    }
    return out + '}';
}

Answer xmlAnswer(int status, QLatin1StringView root, const std::vector<std::pair<QString, QString>> &elements)
{
    QByteArray text;
    QXmlStreamWriter writer(&text);
    writer.writeStartDocument();
    writer.writeStartElement(root);
    for (const auto &[name, value] : elements)
        writer.writeTextElement(name, value);
    writer.writeEndDocument();
    return {.status = status, .body = text.toStdString(), .type = "application/xml"};
}

Answer refusal(bool xml, int status, int code, std::string_view message)
{
    if (xml) {
        return xmlAnswer(status, QLatin1StringView("Error"),
                         {{QStringLiteral("Message"),
                           QString::fromUtf8(message.data(), static_cast<qsizetype>(message.size()))},
                          {QStringLiteral("Code"), QString::number(code)}});
    }
    return {.status = status,
            .body
            = R"({"Error":{"Message":)" + quoted(message) + R"(,"Code":)" + std::to_string(code) + "}}"};
}

bool isDateTime(std::string_view text)
{
    constexpr std::string_view pattern = "dddd-dd-dd dd:dd:dd";
    return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), [](char c, char expected) {
        return expected == 'd' ? c >= '0' && c <= '9' : c == expected;
    });
}

//! Code and message of what is wrong with a single response, or nothing.
std::optional<std::pair<int, std::string>> validationError(const Form &form)
{
    const auto value = [&form](std::string_view name) { return valueOf(form, name).value_or(""); };
    if (form.empty())
        return {{400700, "No data."}};
    if (form.size() > 200)
        return {{300000, "Too many parameters."}};
    if (value("Email").empty())
        return {{400003, "Field email is required but seems to be empty."}};
    if (const auto score = value("NetPromoterScore"); !score.empty()) {
        const auto number = integer(score);
        if (!number || *number < 0 || *number > 10)
            return {{300001, "Field NetPromoterScore must be a number from 0 to 10."}};
        if (value("SurveyCompletedDate").empty())
            return {{400007, "The completed date is missing."}};
    }
    for (const auto name : {"EmailSentDate", "SurveyCompletedDate"}) {
        if (const auto date = value(name); !date.empty() && !isDateTime(date))
            return {{300001, std::string("Field ") + name + " must look like YYYY-MM-DD HH:MM:SS."}};
    }
    constexpr std::array<std::string_view, 6> statuses{"",         "OPEN",   "IN-PROGRESS",
                                                       "PROGRESS", "CLOSED", "CLOSE"};
    if (std::find(statuses.begin(), statuses.end(), value("WorkflowStatus")) == statuses.end())
        return {{400011, "No such workflow status."}};
    return std::nullopt;
}

} // namespace

void Uploads::keep(std::string json)
{
    if (m_received.size() >= mostKept || m_bytes + json.size() > mostBytes)
        return;
    m_bytes += json.size();
    m_received.push_back(std::move(json));
}

Answer Uploads::putRecord(const Call &call)
{
    if (call.method != "PUT")
        return messageAnswer(405, "Method Not Allowed");
    const auto fields = call.queryAndJson();
    if (!fields)
        return malformedAnswer();
    const auto reference = valueOf(*fields, "configuration").value_or("");
    const auto &all = configurations();
    const auto configuration = std::find_if(all.begin(), all.end(),
                                            [&](const Configuration &c) { return c.reference == reference; });
    if (configuration == all.end())
        return invalidAnswer({{"configuration", "The selected configuration is invalid."}});
    const auto sent = mapOf(*fields, "record");
    Form mapped;
    Form ignored; // unknown or wrongly cased: the real service drops these without a word
    for (const auto &pair : sent) {
        const bool known = has(configuration->required, pair.first)
            || has(configuration->optional, pair.first) || has(configuration->oneOf, pair.first);
        (known ? mapped : ignored).push_back(pair);
    }
    if (const auto errors = objections(*configuration, mapped); !errors.empty())
        return invalidAnswer(errors);
    keep(R"({"call":"records","configuration":)" + quoted(reference) + R"(,"record":)" + object(mapped)
         + R"(,"ignored":)" + object(ignored) + '}');
    return {};
}

Answer Uploads::postResponse(const Call &call, bool xml)
{
    if (call.method != "POST")
        return refusal(xml, 405, 300003, "No such method.");
    if (call.authorization != apiKeyAuthorization)
        return refusal(xml, 401, 200000, "Invalid API key.");
    const auto form = call.form();
    if (const auto problem = validationError(form))
        return refusal(xml, 400, problem->first, problem->second);
    constexpr std::int64_t firstNumber = 90'000'000;
    const auto digits = std::to_string(firstNumber + m_responses++);
    keep(R"({"call":"response","number_customergauge":)" + digits + R"(,"record":)" + object(form) + '}');
    if (xml) {
        return xmlAnswer(200, QLatin1StringView("Data"),
                         {{QStringLiteral("number_customergauge"), QString::fromStdString(digits)},
                          {QStringLiteral("Message"), QStringLiteral("The record was inserted.")}});
    }
    return {.body
            = R"({"Data":{"number_customergauge":)" + digits + R"(,"Message":"The record was inserted."}})"};
}

std::string Uploads::receivedJson() const
{
    std::string out = R"({"received":[)";
    for (std::size_t i = 0; i < m_received.size(); ++i) {
        if (i > 0)
            out += ',';
        out += m_received[i];
    }
    return out + "]}";
}

} // namespace gauge::sandbox
