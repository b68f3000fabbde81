// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportwriter.h"

#include <string>

namespace gauge::transfer {

//! One record a line, byte for byte. A row has one cell: its record, which is valid JSON.
class JsonLinesWriter final : public BufferedWriter
{
public:
    //! \a device is open for writing and outlives the writer.
    explicit JsonLinesWriter(QIODevice *device);

    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override;
    Result<void> write(const catalog::Row &row) override;
};

} // namespace gauge::transfer
