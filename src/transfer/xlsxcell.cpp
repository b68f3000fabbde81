// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/xlsxcell.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <array>
#include <charconv>
#include <cmath>

namespace gauge::transfer::xlsx {

namespace {

constexpr int longestEscape = 7; // _x0000_

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! Whether \a text has the shape of \a pattern, where 0 stands for a digit.
bool hasShape(std::string_view text, std::string_view pattern)
{
    return text.size() == pattern.size()
        && std::equal(text.begin(), text.end(), pattern.begin(),
                      [](char c, char p) { return p == '0' ? isDigit(c) : c == p; });
}

int numberAt(std::string_view text, std::size_t from, std::size_t size)
{
    int value = 0;
    for (const char c : text.substr(from, size))
        value = value * 10 + (c - '0');
    return value;
}

//! The seconds of "HH:mm:ss", or -1.
int secondsOf(std::string_view text)
{
    const int hours = numberAt(text, 0, 2);
    const int minutes = numberAt(text, 3, 2);
    const int seconds = numberAt(text, 6, 2);
    return hours < 24 && minutes < 60 && seconds < 60 ? (hours * 60 + minutes) * 60 + seconds : -1;
}

bool isHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! A text that a reader would take for an escape.
bool isLikeEscape(std::string_view text)
{
    return text.size() >= 7 && text[0] == '_' && (text[1] == 'x' || text[1] == 'X') && text[6] == '_'
        && std::all_of(text.begin() + 2, text.begin() + 6, isHex);
}

//! U+FFFE and U+FFFF are not allowed in XML.
bool isNonCharacter(std::string_view text)
{
    return text.size() >= 3 && text[0] == '\xEF' && text[1] == '\xBF'
        && (text[2] == '\xBE' || text[2] == '\xBF');
}

bool beginsCharacter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

//! The longest beginning of whole characters with \a units at most.
std::string_view beginning(std::string_view text, int units)
{
    std::size_t at = 0;
    while (at < text.size()) {
        units -= static_cast<unsigned char>(text[at]) >= 0xF0 ? 2 : 1;
        if (units < 0)
            break;
        do
            ++at;
        while (at < text.size() && !beginsCharacter(text[at]));
    }
    return text.substr(0, at);
}

std::string cutMark(int units)
{
    return QCoreApplication::translate("transfer", " … [cut: %1 characters in all]")
        .arg(QLocale().toString(units))
        .toStdString();
}

} // namespace

std::optional<Date> readDate(std::string_view text)
{
    const bool hasTime = hasShape(text, "0000-00-00 00:00:00");
    if (!hasTime && !hasShape(text, "0000-00-00"))
        return std::nullopt;
    const QDate date(numberAt(text, 0, 4), numberAt(text, 5, 2), numberAt(text, 8, 2));
    const int seconds = hasTime ? secondsOf(text.substr(11)) : 0;
    static const QDate first(1900, 3, 1);
    if (!date.isValid() || date < first || seconds < 0)
        return std::nullopt;
    static const qint64 zero = QDate(1899, 12, 30).toJulianDay();
    return Date{static_cast<double>(date.toJulianDay() - zero) + seconds / 86'400.0, hasTime};
}

std::optional<double> exactNumber(const catalog::Cell &cell)
{
    constexpr qint64 most = 999'999'999'999'999;
    if (cell.type == catalog::Cell::Type::Integer) {
        const bool isExact = cell.integer >= -most && cell.integer <= most;
        return isExact ? std::optional(static_cast<double>(cell.integer)) : std::nullopt;
    }
    if (cell.type != catalog::Cell::Type::Real || !std::isfinite(cell.real))
        return std::nullopt;
    std::array<char, 32> digits;
    char *const end = std::to_chars(digits.data(), digits.data() + digits.size(), cell.real,
                                    std::chars_format::scientific)
                          .ptr;
    char *const exponent = std::find(digits.data(), end, 'e');
    return std::count_if(digits.data(), exponent, isDigit) <= 15 ? std::optional(cell.real) : std::nullopt;
}

int unitsOf(std::string_view text)
{
    int units = 0;
    for (const char c : text)
        units += beginsCharacter(c) ? (static_cast<unsigned char>(c) >= 0xF0 ? 2 : 1) : 0;
    return units;
}

const std::string &Text::of(std::string_view text)
{
    // libxlsxwriter counts the escapes too, so a text full of them holds less.
    const auto fits = [this] { return m_out.size() <= std::size_t(m_most) || unitsOf(m_out) <= m_most; };
    escape(text);
    m_shortened = !fits();
    if (!m_shortened)
        return m_out;
    const int units = unitsOf(text);
    const std::string mark = cutMark(units);
    int left = std::min(units, m_most) - unitsOf(mark);
    do {
        escape(beginning(text, left));
        m_out += mark;
        left -= std::max((unitsOf(m_out) - m_most) / longestEscape, 1);
    } while (!fits() && left > 0);
    return m_out;
}

void Text::escape(std::string_view text)
{
    m_out.clear();
    std::size_t from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c != '\0' && c != '_' && c != '\xEF')
            continue;
        const std::string_view rest = text.substr(at);
        const char *escaped = nullptr;
        std::size_t length = 1;
        if (c == '\0') {
            escaped = "_x0000_";
        } else if (c == '_' && isLikeEscape(rest)) {
            escaped = "_x005F_";
        } else if (isNonCharacter(rest)) {
            escaped = rest[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
            length = 3;
        }
        if (!escaped)
            continue;
        m_out += text.substr(from, at - from);
        m_out += escaped;
        from = at + length;
        at = from - 1;
    }
    m_out += text.substr(from);
}

} // namespace gauge::transfer::xlsx
