// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/statement.h"

#include "base/text.h"
#include "lake/sql/connection.h"

#include <array>
#include <charconv>

namespace gauge::lake {

Result<Statement> Statement::prepare(const SqlConnection &connection, std::string_view sql)
{
    GAUGE_TRY(auto prepared, connection.prepare(sql));
    Statement statement;
    statement.m_statement = std::move(prepared);
    return statement;
}

void Statement::bind(int position, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    m_statement->bindText(position, {utf8.constData(), size_t(utf8.size())});
}

void Statement::bind(int position, const Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        bind(position, *integer);
    else if (const auto *real = std::get_if<double>(&value))
        bind(position, *real);
    else if (const auto *text = std::get_if<std::string>(&value))
        m_statement->bindText(position, *text);
    else if (const auto *blob = std::get_if<Blob>(&value))
        m_statement->bindBlob(position, blob->bytes);
    else
        bindNull(position);
}

QString Statement::string(int column) const
{
    return fromUtf8(text(column));
}

using catalog::Cell;

std::string storedText(const Cell &cell)
{
    switch (cell.type) {
    case Cell::Type::Null:
        return {};
    case Cell::Type::Integer:
        return std::to_string(cell.integer);
    case Cell::Type::Real: {
        std::array<char, 32> buffer{};
        const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), cell.real);
        return std::string(buffer.data(), end);
    }
    case Cell::Type::Text:
        return std::string(cell.text);
    }
    return {};
}

} // namespace gauge::lake
