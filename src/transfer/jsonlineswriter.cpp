// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonlineswriter.h"

#include "transfer/outputfiles.h"

#include <cstring>

namespace gauge::transfer {

namespace {

constexpr std::size_t bufferSize = 1 << 18;

} // namespace

JsonLinesWriter::JsonLinesWriter(QIODevice *device)
    : m_device(device)
{
    m_buffer.reserve(bufferSize + (1 << 14));
}

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
    if (m_buffer.size() >= bufferSize)
        return flush();
    return {};
}

Result<void> JsonLinesWriter::end()
{
    return flush();
}

Result<void> JsonLinesWriter::flush()
{
    if (m_device->write(m_buffer.data(), qint64(m_buffer.size())) != qint64(m_buffer.size()))
        return notWrittenToTheEnd(m_device->errorString());
    m_flushed += qint64(m_buffer.size());
    m_buffer.clear();
    return {};
}

} // namespace gauge::transfer
