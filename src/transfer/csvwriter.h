// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/celltext.h"
#include "transfer/exportwriter.h"

#include <QLocale>

#include <string>

namespace gauge::transfer {

//! How a CSV file is written. The defaults are plain RFC 4180.
struct CsvOptions
{
    char delimiter = ',';
    bool byteOrderMark = false;

    bool operator==(const CsvOptions &) const = default;
};

//! CSV by RFC 4180 (CRLF, quotes doubled), in a buffer of constant size.
//! Numbers and dates are written as received, lists readable, nulls empty.
class CsvWriter final : public BufferedWriter
{
public:
    //! \a device is open for writing and outlives the writer.
    CsvWriter(QIODevice *device, CsvOptions options, CellOptions cells);

    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override;
    Result<void> write(const catalog::Row &row) override;

private:
    void appendText(std::string_view text);
    void appendQuoted(std::string_view text);

    CsvOptions m_options;
    std::array<bool, 256> m_needsQuotes{}; //!< by byte
    std::vector<lake::LakeColumn> m_columns;
    CellText m_text;
};

//! Who opens a CSV file.
enum class CsvAudience {
    Spreadsheet, //!< a spreadsheet of this person's locale
    Program, //!< plain RFC 4180
    Custom, //!< something else, with options of its own
};

//! What a spreadsheet of \a locale splits at: a semicolon where the decimal point is a comma.
[[nodiscard]] char spreadsheetDelimiter(const QLocale &locale);
//! What \a reader needs; \a custom: the options of CsvAudience::Custom.
[[nodiscard]] CsvOptions csvOptions(CsvAudience reader, const CsvOptions &custom, const QLocale &locale);

} // namespace gauge::transfer
