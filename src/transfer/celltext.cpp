// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/celltext.h"

#include "catalog/lists.h"
#include "catalog/personaldata.h"
#include "lake/sql/titles.h"

#include <charconv>

namespace gauge::transfer {

namespace {

bool isPlainNumberOrPhone(std::string_view text)
{
    const std::size_t start = text.front() == '+' || text.front() == '-' ? 1 : 0;
    return text.find_first_not_of("0123456789 ().,/+-", start) == std::string_view::npos
        && text.find_first_of("0123456789", start) != std::string_view::npos;
}

template <typename Number, std::size_t size>
std::string_view digitsOf(Number number, std::array<char, size> &digits)
{
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), std::size_t(end - digits.data())};
}

} // namespace

bool needsFormulaGuard(std::string_view text)
{
    if (text.empty())
        return false;
    switch (text.front()) {
    case '=':
    case '@':
    case '\t':
    case '\r':
        return true;
    case '+':
    case '-':
        return !isPlainNumberOrPhone(text);
    default:
        return false;
    }
}

std::vector<std::string> CellText::headings(const std::vector<lake::LakeColumn> &columns)
{
    QStringList names;
    QStringList titles;
    for (const lake::LakeColumn &column : columns) {
        names.append(column.name);
        titles.append(lake::titleOf(column));
    }
    const QStringList texts
        = m_options.header == CellOptions::Header::Names ? names : lake::distinctTitles(titles, names);
    std::vector<std::string> headings;
    for (const QString &text : texts)
        headings.emplace_back(guarded(text.toStdString()));
    return headings;
}

std::string_view CellText::of(const catalog::Cell &cell, const lake::LakeColumn &column)
{
    using Type = catalog::Cell::Type;
    if (cell.type == Type::Null)
        return {};
    if (isMasked(column))
        return catalog::maskText;
    switch (cell.type) {
    case Type::Integer:
        if (column.type == catalog::ColumnType::Boolean && (cell.integer == 0 || cell.integer == 1))
            return cell.integer == 1 ? "true" : "false";
        return digitsOf(cell.integer, m_digits);
    case Type::Real:
        return digitsOf(cell.real, m_digits);
    case Type::Text:
        if (column.type != catalog::ColumnType::List)
            return guarded(cell.text);
        m_readable.clear();
        catalog::appendReadable(m_readable, cell.text);
        return guarded(m_readable);
    case Type::Null:
        break;
    }
    return {};
}

std::string_view CellText::guarded(std::string_view text)
{
    if (m_options.rawFormulas || !needsFormulaGuard(text))
        return text;
    m_guarded.assign(1, '\'');
    m_guarded += text;
    return m_guarded;
}

} // namespace gauge::transfer
