// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/copytable.h"

#include "base/text.h"
#include "lake/sql/connection.h"

#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace gauge::lake {

namespace {

//! Only what differs is written: an UPDATE writes the whole row anew, and its entries in indexes.
std::string whenThere(const std::string &table, const std::vector<std::string> &replaced,
                      const std::string &also)
{
    if (replaced.empty())
        return "NOTHING";
    std::vector<std::string> changes, before, after;
    for (const std::string &column : replaced) {
        after.push_back("excluded." + column);
        before.push_back(table + '.' + column);
        changes.push_back(column + '=' + after.back());
    }
    if (!also.empty())
        return "UPDATE SET " + joined(changes) + ',' + also;
    return "UPDATE SET " + joined(changes) + " WHERE ROW(" + joined(before) + ") IS DISTINCT FROM ROW("
        + joined(after) + ')';
}

} // namespace

CopyTable::CopyTable(const PostgresConnection &connection, std::string table,
                     const std::vector<std::string> &columns, const std::vector<std::string> &replaced,
                     const std::string &also)
    : m_connection(&connection)
    , m_table(std::move(table))
    , m_columns(joined(columns))
    , m_whenThere(whenThere(m_table, replaced, also))
{}

Result<void> CopyTable::sendNew()
{
    if (m_new.empty())
        return {};
    auto done = m_connection->copy(m_table + '(' + m_columns + ')', m_new);
    if (done)
        m_new.clear();
    return done;
}

Result<void> CopyTable::flush()
{
    auto done = sendNew();
    return done && !m_again.empty() ? upsert() : done;
}

Result<void> CopyTable::upsert()
{
    GAUGE_CHECK(stage());
    GAUGE_CHECK(m_connection->ask("INSERT INTO " + m_table + '(' + m_columns + ") SELECT " + m_columns
                                  + " FROM " + m_staging + " ON CONFLICT(row_id) DO " + m_whenThere));
    m_again.clear();
    return {};
}

Result<void> CopyTable::stage()
{
    std::string ready = "DELETE FROM " + m_staging;
    if (m_stagedIn != m_connection->transaction()) {
        m_staging = m_connection->freshName("pg_temp.staging_");
        m_stagedIn = m_connection->transaction();
        ready = "CREATE TEMP TABLE " + m_staging + " ON COMMIT DROP AS SELECT " + m_columns + " FROM "
            + m_table + " WITH NO DATA";
    }
    GAUGE_CHECK(m_connection->ask(ready));
    return m_connection->copy(m_staging + '(' + m_columns + ')', m_again);
}

using catalog::Cell;

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

//! ASCII without NUL: nearly every text, and nothing to look for in it.
bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c != 0 && uchar(c) < 0x80; });
}

//! What COPY's text format writes with a backslash. A table, because find_first_of() looks each character
//! up by a call, which was 6 % of a sync.
constexpr std::array<bool, 256> escaped = [] {
    std::array<bool, 256> table{};
    for (const char c : {'\\', '\n', '\r', '\t'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\n\v\f\r";
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

//! `-12.5e3`, as far as it goes.
struct Numeral
{
    bool isNumeral = false;
    bool isInteger = true;
    bool isCanonical = true; //!< no +, no leading zeros
    int digits = 0;
};

Numeral numeralOf(std::string_view text)
{
    Numeral result;
    size_t at = !text.empty() && (text.front() == '-' || text.front() == '+') ? 1 : 0;
    const auto skipDigits = [&] {
        const size_t first = at;
        while (at < text.size() && isDigit(text[at]))
            ++at;
        return int(at - first);
    };
    const size_t first = at;
    result.digits = skipDigits();
    result.isCanonical = !text.starts_with('+') && (result.digits < 2 || text[first] != '0') && text != "-0";
    if (at < text.size() && text[at] == '.') {
        ++at;
        result.isInteger = false;
        result.digits += skipDigits();
    }
    if (result.digits == 0)
        return result;
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        result.isInteger = false;
        if (at < text.size() && (text[at] == '-' || text[at] == '+'))
            ++at;
        if (skipDigits() == 0)
            return result;
    }
    result.isNumeral = at == text.size();
    return result;
}

std::optional<std::string> realText(double value)
{
    // Digit by digit, as the server prints it too; what is longer is no measure of anything here.
    constexpr double most = 1e18;
    constexpr double least = 1e-15;
    const double size = std::abs(value);
    if (value == 0)
        return "0";
    if (!(size < most) || size < least)
        return std::nullopt;
    std::array<char, 64> buffer{};
    const auto [end, error]
        = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed);
    if (error != std::errc())
        return std::nullopt;
    return std::string(buffer.data(), end);
}

std::optional<std::string> numeralText(std::string_view received)
{
    std::string_view text = trimmed(received);
    const Numeral numeral = numeralOf(text);
    if (!numeral.isNumeral)
        return std::nullopt;
    if (numeral.isInteger) {
        qint64 value = 0;
        const std::string_view plain = text.starts_with('+') ? text.substr(1) : text;
        const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
        if (error == std::errc())
            return std::to_string(value);
        return numeral.isCanonical && text.size() == received.size() ? std::optional(std::string(text))
                                                                     : std::nullopt;
    }
    constexpr int exact = 15; // digits that a double keeps
    if (numeral.digits > exact)
        return std::nullopt;
    if (text.starts_with('+'))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() ? realText(value) : std::nullopt;
}

} // namespace

std::string keptText(std::string_view text)
{
    if (isPlain(text))
        return std::string(text);
    return fromUtf8(text).replace(QChar(0), QChar(QChar::ReplacementCharacter)).toStdString();
}

std::optional<std::string> numberText(const Cell &cell)
{
    switch (cell.type) {
    case Cell::Type::Integer:
        return std::to_string(cell.integer);
    case Cell::Type::Real:
        return realText(cell.real);
    case Cell::Type::Text:
        return numeralText(cell.text);
    case Cell::Type::Null:
        break;
    }
    return std::nullopt;
}

void appendCopyText(std::string &line, std::string_view text)
{
    std::string kept;
    if (!isPlain(text)) {
        kept = keptText(text);
        text = kept;
    }
    const auto isEscaped = [](char c) { return escaped[uchar(c)]; };
    for (auto from = text.begin();;) {
        const auto at = std::find_if(from, text.end(), isEscaped);
        line.append(from, at);
        if (at == text.end())
            return;
        const char c = *at;
        line += '\\';
        line += c == '\n' ? 'n' : c == '\r' ? 'r' : c == '\t' ? 't' : c;
        from = at + 1;
    }
}

void appendCopyBytes(std::string &line, std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    line += "\\\\x";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        line += digits[byte >> 4U];
        line += digits[byte & 15U];
    }
}

std::string arrayText(const std::vector<std::string> &items)
{
    std::string result = "{";
    for (const std::string &item : items) {
        if (result.size() > 1)
            result += ',';
        result += '"';
        for (const char c : item) {
            if (c == '"' || c == '\\')
                result += '\\';
            result += c;
        }
        result += '"';
    }
    return result + '}';
}

} // namespace gauge::lake
