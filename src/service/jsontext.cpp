// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/jsontext.h"

#include <charconv>

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

} // namespace gauge::service
