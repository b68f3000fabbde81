// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvwriter.h"

namespace gauge::transfer {

CsvWriter::CsvWriter(QIODevice *device, CsvOptions options, CellOptions cells)
    : BufferedWriter(device)
    , m_options(options)
    , m_text(cells)
{
    for (const char c : {options.delimiter, '"', '\n', '\r'})
        m_needsQuotes[static_cast<unsigned char>(c)] = true;
}

Result<void> CsvWriter::begin(const std::vector<lake::LakeColumn> &columns)
{
    m_columns = columns;
    if (m_options.byteOrderMark)
        m_buffer += "\xEF\xBB\xBF";
    bool first = true;
    for (const std::string &heading : m_text.headings(m_columns)) {
        if (!std::exchange(first, false))
            m_buffer += m_options.delimiter;
        appendText(heading);
    }
    m_buffer += "\r\n";
    return flush();
}

Result<void> CsvWriter::write(const catalog::Row &row)
{
    const std::size_t count = std::min(row.cells.size(), m_columns.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0)
            m_buffer += m_options.delimiter;
        if (row.cells[i].isNull())
            continue;
        appendText(m_text.of(row.cells[i], m_columns[i]));
    }
    m_buffer += "\r\n";
    return flushWhenFull();
}

void CsvWriter::appendText(std::string_view text)
{
    // A table of bytes: half the time of comparing each with all four.
    const bool quoted = std::any_of(text.begin(), text.end(),
                                    [this](char c) { return m_needsQuotes[static_cast<unsigned char>(c)]; });
    if (quoted)
        appendQuoted(text);
    else
        m_buffer += text;
}

void CsvWriter::appendQuoted(std::string_view text)
{
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

char spreadsheetDelimiter(const QLocale &locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? ';' : ',';
}

CsvOptions csvOptions(CsvAudience reader, const CsvOptions &custom, const QLocale &locale)
{
    switch (reader) {
    case CsvAudience::Spreadsheet:
        // Without the mark a spreadsheet takes UTF-8 for something else.
        return {.delimiter = spreadsheetDelimiter(locale), .byteOrderMark = true};
    case CsvAudience::Program:
        break;
    case CsvAudience::Custom:
        return custom;
    }
    return {};
}

} // namespace gauge::transfer
