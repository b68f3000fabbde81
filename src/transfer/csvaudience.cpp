// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvaudience.h"

namespace gauge::transfer {

char spreadsheetDelimiter(const QLocale &locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? ';' : ',';
}

CsvOptions csvOptions(CsvAudience reader, const CsvOptions &custom, const QLocale &locale)
{
    switch (reader) {
    case CsvAudience::Spreadsheet:
        // Without the mark a spreadsheet takes UTF-8 for something else.
        return {.delimiter = spreadsheetDelimiter(locale), .byteOrderMark = true};
    case CsvAudience::Program:
        break;
    case CsvAudience::Custom:
        return custom;
    }
    return {};
}

} // namespace gauge::transfer
