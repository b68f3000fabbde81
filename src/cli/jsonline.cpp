// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonline.h"

#include "base/text.h"

#include <QByteArrayView>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gauge::cli {

namespace {

void appendEscaped(std::string &out, char c)
{
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
    out += c;
}

//! A control, which JSON may have as it is: a terminal would obey it, and a JSON reader reads the same.
void appendControl(std::string &out, std::string_view utf8)
{
    constexpr std::string_view digits = "0123456789abcdef";
    const char16_t unit = fromUtf8(utf8).at(0).unicode();
    out += "\\u";
    for (unsigned shift = 16; shift > 0;) {
        shift -= 4;
        out += digits[(unsigned(unit) >> shift) & 0xFU];
    }
}

//! Whether \a c may begin a control: most bytes do not, and need no call.
bool mayBeginControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2;
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
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const bool hasLetter = c == '\n' || c == '\r' || c == '\t'; // \n instead of \u000a
        const std::size_t length = hasLetter || !mayBeginControl(c) ? 0 : controlLength(text, i);
        if (length > 0)
            appendControl(out, text.substr(i, length));
        else
            appendEscaped(out, c);
        i += std::max<std::size_t>(length, 1);
    }
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

std::string withControlsEscaped(std::string_view json)
{
    std::string escaped;
    escaped.reserve(json.size());
    for (std::size_t i = 0; i < json.size();) {
        const std::size_t length = json[i] == '\t' ? 0 : controlLength(json, i);
        if (length > 0)
            appendControl(escaped, json.substr(i, length));
        else
            escaped += json[i];
        i += std::max<std::size_t>(length, 1);
    }
    return escaped;
}

namespace {

using catalog::Cell;
using catalog::ColumnType;

//! A list column may also hold a text that is no JSON, from a service that deviates.
void appendList(std::string &out, std::string_view text)
{
    const QByteArray bytes = QByteArray::fromRawData(text.data(), qsizetype(text.size()));
    QJsonParseError error;
    QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        out += onOneLine(text);
    else
        appendJsonString(out, text);
}

void appendCell(std::string &out, const Cell &cell, ColumnType type)
{
    switch (cell.type) {
    case Cell::Type::Null:
        out += "null";
        return;
    case Cell::Type::Integer:
        if (type == ColumnType::Boolean && (cell.integer == 0 || cell.integer == 1))
            out += cell.integer == 1 ? "true" : "false";
        else
            out += std::to_string(cell.integer);
        return;
    case Cell::Type::Real:
        appendJsonNumber(out, cell.real);
        return;
    case Cell::Type::Text:
        if (type == ColumnType::List)
            appendList(out, cell.text);
        else
            appendJsonString(out, cell.text);
        return;
    }
}

} // namespace

RowLine::RowLine(const std::vector<lake::LakeColumn> &columns)
{
    for (const lake::LakeColumn &column : columns) {
        std::string key;
        appendJsonString(key, column.name.toStdString());
        m_columns.push_back({key + ':', column.type});
    }
}

const std::string &RowLine::text(const catalog::Row &row)
{
    m_text = '{';
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (i > 0)
            m_text += ',';
        m_text += m_columns[i].key;
        appendCell(m_text, i < row.cells.size() ? row.cells[i] : Cell{}, m_columns[i].type);
    }
    m_text += '}';
    return m_text;
}

} // namespace gauge::cli
