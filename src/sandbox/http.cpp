// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http.h"

#include "sandbox/recordtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <charconv>

namespace gauge::sandbox {

namespace {

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned octet = 0;
        const char *digits = text.data() + i + 1;
        if (text[i] == '%' && i + 2 < text.size()
            && std::from_chars(digits, digits + 2, octet, 16).ptr == digits + 2) {
            out += static_cast<char>(octet);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

// The key in "name[key]", or nothing.
std::optional<std::string_view> keyIn(std::string_view text, std::string_view name)
{
    if (!text.starts_with(name) || text.size() < name.size() + 2 || text[name.size()] != '['
        || text.back() != ']')
        return std::nullopt;
    return text.substr(name.size() + 1, text.size() - name.size() - 2);
}

} // namespace

Form parseForm(std::string_view encoded)
{
    Form form;
    while (!encoded.empty()) {
        const auto pair = encoded.substr(0, encoded.find('&'));
        encoded.remove_prefix(std::min(encoded.size(), pair.size() + 1));
        if (pair.empty())
            continue;
        const auto equals = std::min(pair.find('='), pair.size());
        form.emplace_back(decoded(pair.substr(0, equals)),
                          decoded(pair.substr(std::min(equals + 1, pair.size()))));
    }
    return form;
}

std::optional<Form> parseJson(std::string_view body)
{
    const auto json = QJsonDocument::fromJson(QByteArray(body.data(), static_cast<qsizetype>(body.size())));
    if (!json.isObject())
        return std::nullopt;
    Form form;
    const auto add = [&form](const QString &name, const QJsonValue &value) {
        form.emplace_back(name.toStdString(), value.toVariant().toString().toStdString());
    };
    const auto object = json.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const auto inner = member.value().toObject();
        for (auto pair = inner.begin(); pair != inner.end(); ++pair)
            add(member.key() + QLatin1Char('[') + pair.key() + QLatin1Char(']'), pair.value());
        const auto items = member.value().toArray();
        for (const auto &item : items)
            add(member.key() + QStringLiteral("[]"), item);
        if (!member.value().isObject() && !member.value().isArray())
            add(member.key(), member.value());
    }
    return form;
}

std::optional<std::string> valueOf(const Form &form, std::string_view name)
{
    std::optional<std::string> value;
    for (const auto &[key, text] : form) {
        if (key == name)
            value = text;
    }
    return value;
}

std::vector<std::string> listOf(const Form &form, std::string_view name)
{
    std::vector<std::string> values;
    for (const auto &[key, text] : form) {
        if (keyIn(key, name))
            values.push_back(text);
    }
    return values;
}

Form mapOf(const Form &form, std::string_view name)
{
    Form map;
    for (const auto &[key, text] : form) {
        if (const auto inner = keyIn(key, name); inner && !inner->empty())
            map.emplace_back(*inner, text);
    }
    return map;
}

std::optional<std::int64_t> integer(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

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
