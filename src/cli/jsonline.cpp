// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonline.h"

#include "base/text.h"

#include <QByteArrayView>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gauge::cli {

namespace {

void appendEscaped(std::string &out, char c)
{
    constexpr std::string_view digits = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) {
        out += c;
        return;
    }
    out += "\\u00";
    out += digits[byte >> 4U];
    out += digits[byte & 0xfU];
}

} // namespace

void appendJsonString(std::string &out, std::string_view text)
{
    QByteArray repaired;
    if (!QByteArrayView(text.data(), qsizetype(text.size())).isValidUtf8()) {
        repaired = fromUtf8(text).toUtf8();
        text = {repaired.constData(), std::size_t(repaired.size())};
    }
    out += '"';
    for (const char c : text)
        appendEscaped(out, c);
    out += '"';
}

void appendJsonNumber(std::string &out, double value)
{
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    out.append(buffer.data(), end);
}

void JsonLine::addKey(std::string_view key)
{
    if (m_text.size() > 1)
        m_text += ',';
    appendJsonString(m_text, key);
    m_text += ':';
}

JsonLine &JsonLine::add(const char *key, const QString &value)
{
    addKey(key);
    appendJsonString(m_text, value.toStdString());
    return *this;
}

JsonLine &JsonLine::add(const char *key, qint64 value)
{
    addKey(key);
    m_text += std::to_string(value);
    return *this;
}

JsonLine &JsonLine::add(const char *key, bool value)
{
    addKey(key);
    m_text += value ? "true" : "false";
    return *this;
}

JsonLine &JsonLine::add(const char *key, double value)
{
    addKey(key);
    appendJsonNumber(m_text, value);
    return *this;
}

JsonLine &JsonLine::add(const char *key, const QStringList &values)
{
    addKey(key);
    m_text += '[';
    for (const QString &value : values) {
        if (m_text.back() != '[')
            m_text += ',';
        appendJsonString(m_text, value.toStdString());
    }
    m_text += ']';
    return *this;
}

JsonLine &JsonLine::addNull(const char *key)
{
    addKey(key);
    m_text += "null";
    return *this;
}

JsonLine &JsonLine::addJson(std::string_view key, std::string_view json)
{
    addKey(key);
    m_text += json;
    return *this;
}

std::string onOneLine(std::string_view json)
{
    std::string line(json);
    std::replace_if(
        line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
    return line;
}

} // namespace gauge::cli
