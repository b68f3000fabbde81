// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/form.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

} // namespace gauge::sandbox
