// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"
#include "lake/sql/types.h"

namespace gauge::transfer {

//! Receives the rows of one table; knows one format. Errors are of kind Storage, or of kind Input for a
//! table that the format cannot hold.
class TableWriter
{
public:
    virtual ~TableWriter() = default;
    virtual Result<void> begin(const std::vector<lake::LakeColumn> &columns) = 0;
    virtual Result<void> write(const catalog::Row &row) = 0;
    virtual Result<void> end() = 0;
};

} // namespace gauge::transfer
