// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/types.h"

#include <string>

namespace gauge::cli {

//! Rows of the lake as JSON objects, one a line: column names as keys, numbers as numbers, lists as
//! JSON, what is not there as null.
class RowLine
{
public:
    explicit RowLine(const std::vector<lake::LakeColumn> &columns);

    //! Valid until the next call.
    [[nodiscard]] const std::string &text(const catalog::Row &row);

private:
    struct Column
    {
        std::string key; //!< `"name":`, ready to append
        catalog::ColumnType type;
    };
    std::vector<Column> m_columns;
    std::string m_text;
};

} // namespace gauge::cli
