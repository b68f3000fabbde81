// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/jsontext.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace gauge::service {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool isHighSurrogate(char32_t unit)
{
    return unit >= 0xD800 && unit <= 0xDBFF;
}

bool isLowSurrogate(char32_t unit)
{
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

//! The four hexadecimal digits at \a position, or more than 0xFFFF when there are none.
char32_t hexUnit(std::string_view text, std::size_t position)
{
    constexpr char32_t none = 0x10000;
    if (position + 4 > text.size())
        return none;
    unsigned value = 0;
    const char *first = text.data() + position;
    const auto [end, error] = std::from_chars(first, first + 4, value, 16);
    return error == std::errc() && end == first + 4 ? char32_t(value) : none;
}

void appendUtf8(std::string &out, char32_t code)
{
    if (code < 0x80) {
        out += char(code);
    } else if (code < 0x800) {
        out += char(0xC0 | (code >> 6));
        out += char(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += char(0xE0 | (code >> 12));
        out += char(0x80 | ((code >> 6) & 0x3F));
        out += char(0x80 | (code & 0x3F));
    } else {
        out += char(0xF0 | (code >> 18));
        out += char(0x80 | ((code >> 12) & 0x3F));
        out += char(0x80 | ((code >> 6) & 0x3F));
        out += char(0x80 | (code & 0x3F));
    }
}

//! A \uXXXX escape whose digits begin at \a position; returns the position behind it.
std::size_t appendUnicodeEscape(std::string &out, std::string_view text, std::size_t position)
{
    const char32_t unit = hexUnit(text, position);
    if (unit > 0xFFFF) {
        out += 'u';
        return position;
    }
    position += 4;
    if (isHighSurrogate(unit) && text.substr(position, 2) == "\\u") {
        const char32_t low = hexUnit(text, position + 2);
        if (isLowSurrogate(low)) {
            appendUtf8(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            return position + 6;
        }
    }
    appendUtf8(out, isHighSurrogate(unit) || isLowSurrogate(unit) ? replacement : unit);
    return position;
}

char simpleEscape(char letter)
{
    switch (letter) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return letter;
    }
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view space = " \t\r\n";
    const std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

void appendUnescaped(std::string &out, std::string_view escaped)
{
    std::size_t position = 0;
    while (position < escaped.size()) {
        const std::size_t backslash = escaped.find('\\', position);
        out += escaped.substr(position, backslash - position);
        if (backslash == std::string_view::npos || backslash + 1 >= escaped.size())
            return;
        const char letter = escaped[backslash + 1];
        position = backslash + 2;
        if (letter == 'u')
            position = appendUnicodeEscape(out, escaped, position);
        else
            out += simpleEscape(letter);
    }
}

using catalog::Cell;
using catalog::ColumnType;

namespace {

//! Only digits that are written back exactly so: no "+5", no "007", no "-0", nothing beyond 64 bits.
std::optional<qint64> canonicalInteger(std::string_view text)
{
    const std::string_view digits = text.substr(text.starts_with('-') ? 1 : 0);
    if (digits.empty() || digits.size() > 19 || (digits.front() == '0' && text.size() > 1))
        return std::nullopt;
    qint64 value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<double> finiteReal(std::string_view text)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

//! A double that is written back with the same digits. A whole number beyond 64 bits is none: it is
//! an identifier, and nothing to calculate with.
std::optional<double> exactReal(std::string_view text)
{
    if (text.find_first_of(".eE") == std::string_view::npos)
        return std::nullopt;
    const std::optional<double> value = finiteReal(text);
    if (!value)
        return std::nullopt;
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), *value);
    if (error != std::errc() || std::string_view(digits.data(), std::size_t(end - digits.data())) != text)
        return std::nullopt;
    return value;
}

//! Text that lives as long as the page. Chunks are filled without ever growing, so views stay valid.
std::string_view keepUnescaped(catalog::Page::Storage &storage, std::string_view escaped)
{
    constexpr std::size_t chunk = 64 * 1024;
    // Unescaping makes text shorter, but for a lone surrogate or a bad escape; three bytes for six.
    const std::size_t needed = escaped.size();
    if (storage.texts.empty() || storage.texts.back().capacity() - storage.texts.back().size() < needed)
        storage.texts.emplace_back().reserve(std::max(chunk, needed));
    std::string &texts = storage.texts.back();
    const std::size_t start = texts.size();
    appendUnescaped(texts, escaped);
    return std::string_view(texts).substr(start);
}

} // namespace

bool JsonValue::isEmptyContainer() const
{
    return isContainer() && trimmed(m_raw.substr(1, m_raw.size() - 2)).empty();
}

std::string_view JsonValue::text(catalog::Page::Storage &storage) const
{
    if (!isString() || m_raw.size() < 2)
        return m_raw;
    const std::string_view inside = m_raw.substr(1, m_raw.size() - 2);
    return inside.find('\\') == std::string_view::npos ? inside : keepUnescaped(storage, inside);
}

Cell JsonValue::cell(ColumnType type, catalog::Page::Storage &storage) const
{
    if (isNull())
        return {};
    switch (type) {
    case ColumnType::Integer:
    case ColumnType::Score:
        if (const auto number = canonicalInteger(isString() ? text(storage) : m_raw))
            return Cell::ofInteger(*number);
        break;
    case ColumnType::Boolean:
        if (m_raw == "true" || m_raw == "false")
            return Cell::ofInteger(m_raw == "true" ? 1 : 0);
        if (const auto number = canonicalInteger(m_raw))
            return Cell::ofInteger(*number);
        break;
    case ColumnType::Real:
        if (const auto number = finiteReal(m_raw))
            return Cell::ofReal(*number);
        break;
    case ColumnType::Text:
    case ColumnType::DateTime:
    case ColumnType::List:
        break;
    }
    return Cell::ofText(text(storage));
}

Cell JsonValue::cell(catalog::Page::Storage &storage) const
{
    if (isNull())
        return {};
    if (!isString() && !isContainer()) {
        if (const auto number = canonicalInteger(m_raw))
            return Cell::ofInteger(*number);
        if (const auto number = exactReal(m_raw))
            return Cell::ofReal(*number);
    }
    return Cell::ofText(text(storage));
}

} // namespace gauge::service
