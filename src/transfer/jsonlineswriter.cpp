// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonlineswriter.h"

#include <cstring>

namespace gauge::transfer {

JsonLinesWriter::JsonLinesWriter(QIODevice *device)
    : BufferedWriter(device)
{}

Result<void> JsonLinesWriter::begin(const std::vector<lake::LakeColumn> &)
{
    return {};
}

Result<void> JsonLinesWriter::write(const catalog::Row &row)
{
    const std::string_view record = row.cells.front().text;
    const std::size_t from = m_buffer.size();
    m_buffer += record;
    // A record is one JSON value; line breaks inside it can only be white space between tokens.
    for (const char lineBreak : {'\n', '\r'}) {
        if (std::memchr(record.data(), lineBreak, record.size()))
            std::replace(m_buffer.begin() + qsizetype(from), m_buffer.end(), lineBreak, ' ');
    }
    m_buffer += '\n';
    return flushWhenFull();
}

} // namespace gauge::transfer
