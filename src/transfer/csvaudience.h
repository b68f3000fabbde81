// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/csvsink.h"

#include <QLocale>

namespace gauge::transfer {

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
