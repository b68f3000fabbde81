// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/backgroundwriter.h"

namespace gauge::transfer {

namespace {

constexpr std::size_t rowsInBatch = 256;
//! A batch takes about half a millisecond: waking the other thread costs little beside it.
constexpr std::size_t bytesInBatch = 256 * 1024;

std::size_t textSize(const catalog::Row &row)
{
    std::size_t size = 0;
    for (const catalog::Cell &cell : row.cells)
        size += cell.text.size();
    return size;
}

} // namespace

Result<void> BackgroundWriter::write(const catalog::Row &row)
{
    const std::size_t size = textSize(row);
    Batch &batch = m_filling;
    const bool isFull
        = batch.keys.size() == rowsInBatch || batch.texts.size() + size > batch.texts.capacity();
    if (isFull && !batch.keys.empty()) {
        GAUGE_CHECK(send());
    }
    if (batch.keys.empty())
        batch.texts.reserve(std::max(bytesInBatch, size));
    batch.keys.push_back(row.key);
    for (const catalog::Cell &cell : row.cells) {
        const std::size_t from = batch.texts.size();
        batch.texts += cell.text;
        batch.cells.push_back(cell);
        batch.cells.back().text = std::string_view(batch.texts).substr(from);
    }
    return {};
}

Result<void> BackgroundWriter::end()
{
    const Result<void> written = settle();
    return written ? m_writer.end() : written;
}

Result<void> BackgroundWriter::settle()
{
    GAUGE_CHECK(send());
    m_writing.waitForFinished();
    return m_writing.result();
}

Result<void> BackgroundWriter::send()
{
    m_writing.waitForFinished();
    if (m_writing.isValid()) {
        GAUGE_CHECK(m_writing.result());
    }
    std::swap(m_filling, m_written);
    m_filling.keys.clear();
    m_filling.cells.clear();
    m_filling.texts.clear();
    m_writing = m_thread.run([this] { return writeAll(m_writer, m_written, m_row); });
    return {};
}

Result<void> BackgroundWriter::writeAll(TableWriter &writer, const Batch &batch, catalog::Row &row)
{
    if (batch.keys.empty())
        return {};
    const std::size_t width = batch.cells.size() / batch.keys.size();
    auto cell = batch.cells.begin();
    for (const qint64 key : batch.keys) {
        row.key = key;
        row.cells.assign(cell, cell + std::ptrdiff_t(width));
        cell += std::ptrdiff_t(width);
        GAUGE_CHECK(writer.write(row));
    }
    return {};
}

} // namespace gauge::transfer
