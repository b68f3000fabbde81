// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"
#include "lake/lake.h"

#include <QIODevice>

namespace gauge::transfer {

//! How a CSV file is written. The defaults are plain RFC 4180 with the formula guard on.
struct CsvOptions
{
    enum class Header { Names, Titles };
    char delimiter = ',';
    bool byteOrderMark = false;
    bool rawFormulas = false; //!< off: texts a spreadsheet would run get a leading apostrophe
    bool maskPersonal = false; //!< columns marked personal show *** instead of their value
    Header header = Header::Names;

    bool operator==(const CsvOptions &) const = default;
};

//! Receives rows; knows one format. Errors are of kind Storage.
class RowSink
{
public:
    virtual ~RowSink() = default;
    virtual Result<void> begin(const std::vector<lake::LakeColumn> &columns) = 0;
    virtual Result<void> write(const catalog::Row &row) = 0;
    virtual Result<void> end() = 0;
};

//! True for a text that a spreadsheet would take for a formula: it begins with = + - @ tab or
//! carriage return and is no plain number or phone number (contract: cli.md, "Formula guard").
[[nodiscard]] bool needsFormulaGuard(std::string_view text);

} // namespace gauge::transfer
