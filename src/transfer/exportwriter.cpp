// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportwriter.h"

#include "transfer/exportformat.h"
#include "transfer/exportplan.h"
#include "transfer/outputfiles.h"

#include <QIODevice>

namespace gauge::transfer {

namespace {

constexpr std::size_t bufferSize = 1 << 18;

} // namespace

BufferedWriter::BufferedWriter(QIODevice *device)
    : m_device(device)
{
    m_buffer.reserve(bufferSize + (1 << 14));
}

Result<void> BufferedWriter::flush()
{
    if (m_device->write(m_buffer.data(), qint64(m_buffer.size())) != qint64(m_buffer.size()))
        return notWrittenToTheEnd(m_device->errorString());
    m_flushed += qint64(m_buffer.size());
    m_buffer.clear();
    return {};
}

Result<void> BufferedWriter::flushWhenFull()
{
    return m_buffer.size() >= bufferSize ? flush() : Result<void>();
}

Result<std::unique_ptr<ExportWriter>> makeExportWriter(const ExportPlan &plan, Files &files,
                                                       const std::stop_token &stop)
{
    GAUGE_TRY(QIODevice *const main, files.open(plan.output));
    return plan.format->open(plan, files, main, stop);
}

} // namespace gauge::transfer
