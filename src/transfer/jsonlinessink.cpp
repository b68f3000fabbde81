// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/jsonlinessink.h"

#include "base/redaction.h"
#include "base/text.h"
#include "catalog/jsonrepair.h"
#include "transfer/outputfiles.h"

#include <cstring>

namespace gauge::transfer {

namespace {

constexpr std::size_t bufferSize = 1 << 18;

tl::unexpected<Error> damaged(qint64 key, std::string_view record)
{
    constexpr std::size_t shown = 200;
    return fail(
        ErrorKind::Storage,
        QCoreApplication::translate("transfer",
                                    "A record in the local copy is damaged: it is not JSON. Nothing "
                                    "was exported. Reconcile with the service, then export again."),
        QStringLiteral("row %1: %2").arg(QString::number(key), redacted(fromUtf8(record.substr(0, shown)))));
}

} // namespace

JsonLinesSink::JsonLinesSink(QIODevice *device)
    : m_device(device)
{
    m_buffer.reserve(bufferSize + (1 << 14));
}

Result<void> JsonLinesSink::begin(const std::vector<lake::LakeColumn> &)
{
    return {};
}

Result<void> JsonLinesSink::write(const catalog::Row &row)
{
    // What earlier versions stored was not checked as strictly.
    const auto valid = catalog::validRecord(row.cells.front().text, m_repaired);
    if (!valid)
        return damaged(row.key, row.cells.front().text);
    const std::string_view record = *valid;
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

Result<void> JsonLinesSink::end()
{
    return flush();
}

Result<void> JsonLinesSink::flush()
{
    if (m_device->write(m_buffer.data(), qint64(m_buffer.size())) != qint64(m_buffer.size()))
        return notWrittenToTheEnd(m_device->errorString());
    m_flushed += qint64(m_buffer.size());
    m_buffer.clear();
    return {};
}

} // namespace gauge::transfer
