// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvsink.h"

#include "catalog/readable.h"

#include <array>
#include <charconv>

namespace gauge::transfer {

namespace {

constexpr std::size_t bufferSize = 1 << 18;

bool isPlainNumberOrPhone(std::string_view text)
{
    const std::size_t start = text.front() == '+' || text.front() == '-' ? 1 : 0;
    return text.find_first_not_of("0123456789 ().,/+-", start) == std::string_view::npos
        && text.find_first_of("0123456789", start) != std::string_view::npos;
}

QString headerText(const lake::LakeColumn &column, CsvOptions::Header header)
{
    if (header == CsvOptions::Header::Names)
        return column.name;
    // Base columns have titles of the catalog; a property's or question's own name is its title.
    return QCoreApplication::translate("catalog", column.title.toUtf8().constData());
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

CsvSink::CsvSink(QIODevice *device, CsvOptions options)
    : m_device(device)
    , m_options(options)
{
    m_buffer.reserve(bufferSize + (1 << 14));
}

Result<void> CsvSink::begin(const std::vector<lake::LakeColumn> &columns)
{
    m_columns = columns;
    if (m_options.byteOrderMark)
        m_buffer += "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        if (i > 0)
            m_buffer += m_options.delimiter;
        appendText(headerText(m_columns[i], m_options.header).toStdString());
    }
    m_buffer += "\r\n";
    return flush();
}

Result<void> CsvSink::write(const catalog::Row &row)
{
    const std::size_t count = std::min(row.cells.size(), m_columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            m_buffer += m_options.delimiter;
        appendCell(row.cells[i], i);
    }
    m_buffer += "\r\n";
    if (m_buffer.size() >= bufferSize)
        return flush();
    return {};
}

Result<void> CsvSink::end()
{
    return flush();
}

void CsvSink::appendCell(const catalog::Cell &cell, std::size_t column)
{
    using Type = catalog::Cell::Type;
    if (cell.type == Type::Null)
        return;
    if (m_options.maskPersonal && m_columns[column].personal) {
        m_buffer += "***";
        return;
    }
    std::array<char, 32> digits;
    switch (cell.type) {
    case Type::Integer: {
        if (m_columns[column].type == catalog::ColumnType::Boolean
            && (cell.integer == 0 || cell.integer == 1)) {
            m_buffer += cell.integer == 1 ? "true" : "false";
            return;
        }
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), cell.integer).ptr;
        m_buffer.append(digits.data(), end);
        return;
    }
    case Type::Real: {
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), cell.real).ptr;
        m_buffer.append(digits.data(), end);
        return;
    }
    case Type::Text:
        if (m_columns[column].type != catalog::ColumnType::List) {
            appendText(cell.text);
            return;
        }
        m_readable.clear();
        catalog::appendReadable(m_readable, cell.text);
        appendText(m_readable);
        return;
    case Type::Null:
        return;
    }
}

void CsvSink::appendText(std::string_view text)
{
    if (!m_options.rawFormulas && needsFormulaGuard(text)) {
        m_guarded.assign(1, '\'');
        m_guarded += text;
        text = m_guarded;
    }
    const bool plain = std::none_of(text.begin(), text.end(), [this](char c) {
        return c == m_options.delimiter || c == '"' || c == '\n' || c == '\r';
    });
    if (plain) {
        m_buffer += text;
        return;
    }
    m_buffer += '"';
    std::size_t from = 0;
    for (std::size_t quote = text.find('"'); quote != std::string_view::npos; quote = text.find('"', from)) {
        m_buffer += text.substr(from, quote + 1 - from);
        m_buffer += '"';
        from = quote + 1;
    }
    m_buffer += text.substr(from);
    m_buffer += '"';
}

Result<void> CsvSink::flush()
{
    if (m_device->write(m_buffer.data(), qint64(m_buffer.size())) != qint64(m_buffer.size())) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate(
                        "transfer",
                        "The file could not be written to its end, probably because the disk is "
                        "full. Nothing was left behind. Make room and export again."),
                    m_device->errorString());
    }
    m_buffer.clear();
    return {};
}

} // namespace gauge::transfer
