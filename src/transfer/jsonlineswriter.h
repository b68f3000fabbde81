// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportwriter.h"

#include <QIODevice>

#include <string>

namespace gauge::transfer {

//! One record a line, byte for byte. A row has one cell: its record, which is valid JSON.
class JsonLinesWriter final : public TableWriter
{
public:
    //! \a device is open for writing and outlives the sink.
    explicit JsonLinesWriter(QIODevice *device);

    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override;
    Result<void> write(const catalog::Row &row) override;
    Result<void> end() override;

    //! What the rows so far take in the file.
    [[nodiscard]] qint64 bytes() const { return m_flushed + qint64(m_buffer.size()); }

private:
    Result<void> flush();

    QIODevice *m_device;
    std::string m_buffer;
    qint64 m_flushed = 0;
};

} // namespace gauge::transfer
