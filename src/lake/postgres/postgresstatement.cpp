// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgresstatement.h"

#include "lake/postgres/copytable.h"
#include "lake/sql/statement.h"

#include <libpq-fe.h>

#include <charconv>

namespace gauge::lake {

using catalog::Cell;

namespace {

//! Object identifiers of types, fixed for ever (pg_type.dat).
enum Type : unsigned {
    Bool = 16,
    Bytea = 17,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    Float4 = 700,
    Float8 = 701,
    Numeric = 1700
};

template <typename Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

Cell numericCell(std::string_view text)
{
    if (const auto integer = numberOf<qint64>(text))
        return Cell::ofInteger(*integer);
    // An integer beyond 64 bits keeps its digits.
    if (text.find('.') == std::string_view::npos)
        return Cell::ofText(text);
    const auto real = numberOf<double>(text);
    return real ? Cell::ofReal(*real) : Cell::ofText(text);
}

int hexDigit(char c)
{
    return c <= '9' ? c - '0' : c - 'a' + 10;
}

//! The server's `\x…`.
std::string bytesOf(std::string_view hex)
{
    std::string bytes;
    bytes.reserve(hex.size() / 2);
    for (size_t at = 2; at + 1 < hex.size(); at += 2)
        bytes += char(hexDigit(hex[at]) * 16 + hexDigit(hex[at + 1]));
    return bytes;
}

} // namespace

PostgresStatement::~PostgresStatement()
{
    reset();
}

PostgresConnection::Parameter &PostgresStatement::parameter(int position)
{
    if (m_parameters.size() < size_t(position))
        m_parameters.resize(size_t(position));
    return m_parameters[size_t(position) - 1];
}

void PostgresStatement::bindNull(int position)
{
    parameter(position) = {};
}

void PostgresStatement::bindOwn(int position, unsigned type, std::string value)
{
    parameter(position) = {type, false, type == Bytea, std::move(value)};
}

void PostgresStatement::bindInteger(int position, qint64 value)
{
    bindOwn(position, Int8, std::to_string(value));
}

void PostgresStatement::bindReal(int position, double value)
{
    bindOwn(position, Float8, storedText(Cell::ofReal(value)));
}

// Copied all the same: libpq wants a text to end with a NUL.
void PostgresStatement::bindTextView(int position, std::string_view text)
{
    bindText(position, text);
}

void PostgresStatement::bindText(int position, std::string_view text)
{
    bindOwn(position, 0, keptText(text));
}

void PostgresStatement::bindBlobView(int position, std::string_view bytes)
{
    parameter(position) = {Bytea, false, true, {}, bytes};
}

void PostgresStatement::bindBlob(int position, std::string_view bytes)
{
    bindOwn(position, Bytea, std::string(bytes));
}

void PostgresStatement::clearBindings()
{
    for (auto &bound : m_parameters)
        bound = {};
}

Result<void> PostgresStatement::openCursor()
{
    const std::string name = m_connection.freshName("c");
    GAUGE_CHECK(m_connection.ask("DECLARE " + name + " NO SCROLL CURSOR FOR " + m_sql, m_parameters));
    m_cursor = name;
    m_cursorTransaction = m_connection.transaction();
    return {};
}

//! The next rows of the cursor: a few megabytes, whatever a row holds.
Result<void> PostgresStatement::fetch()
{
    constexpr int wide = 500;
    constexpr int narrow = 50'000;
    const bool isNarrow = m_answer && PQnfields(m_answer.get()) == 1;
    GAUGE_TRY(m_answer, m_connection.fetch(m_cursor, isNarrow ? narrow : wide));
    m_row = -1;
    return {};
}

Result<bool> PostgresStatement::step()
{
    m_bytes.clear();
    const bool begins = !m_answer;
    if (begins && m_inBatches && m_connection.inTransaction()) {
        GAUGE_CHECK(openCursor());
    }
    const bool isAtEnd = !begins && m_row + 1 >= PQntuples(m_answer.get());
    if (!m_cursor.empty() && (begins || isAtEnd)) {
        GAUGE_CHECK(fetch());
    } else if (begins) {
        GAUGE_TRY(m_answer, m_connection.ask(m_sql, m_parameters));
        m_row = -1;
    }
    ++m_row;
    return m_row < PQntuples(m_answer.get());
}

void PostgresStatement::reset()
{
    m_answer.reset();
    m_bytes.clear();
    m_row = -1;
    // A transaction that has ended has taken its cursors along.
    if (!m_cursor.empty() && m_connection.inTransaction()
        && m_cursorTransaction == m_connection.transaction())
        static_cast<void>(m_connection.ask("CLOSE " + m_cursor));
    m_cursor.clear();
}

bool PostgresStatement::isNull(int column) const
{
    return !m_answer || PQgetisnull(m_answer.get(), m_row, column) == 1;
}

qint64 PostgresStatement::integer(int column) const
{
    const std::string_view value = text(column);
    if (value == "t")
        return 1;
    return numberOf<qint64>(value).value_or(0);
}

std::string_view PostgresStatement::text(int column) const
{
    if (isNull(column))
        return {};
    return {PQgetvalue(m_answer.get(), m_row, column), size_t(PQgetlength(m_answer.get(), m_row, column))};
}

std::string_view PostgresStatement::bytes(int column) const
{
    if (isNull(column) || PQftype(m_answer.get(), column) != Bytea)
        return text(column);
    auto &kept = m_bytes[column];
    if (kept.empty())
        kept = bytesOf(text(column));
    return kept;
}

Cell PostgresStatement::cell(int column) const
{
    if (isNull(column))
        return {};
    const std::string_view value = text(column);
    switch (PQftype(m_answer.get(), column)) {
    case Bool:
        return Cell::ofInteger(value == "t" ? 1 : 0);
    case Int2:
    case Int4:
    case Int8:
        return Cell::ofInteger(integer(column));
    case Float4:
    case Float8:
        return Cell::ofReal(numberOf<double>(value).value_or(0));
    case Numeric:
        return numericCell(value);
    case Bytea:
        return Cell::ofText(bytes(column));
    default:
        return Cell::ofText(value);
    }
}

} // namespace gauge::lake
