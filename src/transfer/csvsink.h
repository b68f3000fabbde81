// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/rowsink.h"

#include <string>

namespace gauge::transfer {

//! CSV by RFC 4180 (CRLF, quotes doubled), in a buffer of constant size.
//! Numbers and dates are written as received, lists readable, nulls empty.
class CsvSink final : public RowSink
{
public:
    //! \a device is open for writing and outlives the sink.
    CsvSink(QIODevice *device, CsvOptions options);

    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override;
    Result<void> write(const catalog::Row &row) override;
    Result<void> end() override;

private:
    void appendCell(const catalog::Cell &cell, std::size_t column);
    void appendText(std::string_view text);
    Result<void> flush();

    QIODevice *m_device;
    CsvOptions m_options;
    std::vector<lake::LakeColumn> m_columns;
    std::string m_buffer;
    std::string m_readable; //!< reused for lists
    std::string m_guarded; //!< reused for guarded texts
};

} // namespace gauge::transfer
