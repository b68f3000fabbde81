// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/csvreader.h"

namespace gauge::transfer {

char spreadsheetDelimiter(const QLocale &locale)
{
    return locale.decimalPoint() == QLatin1String(",") ? ';' : ',';
}

CsvOptions csvOptions(CsvReader reader, const CsvOptions &custom, const QLocale &locale)
{
    switch (reader) {
    case CsvReader::Spreadsheet:
        // Without the mark a spreadsheet takes UTF-8 for something else.
        return {.delimiter = spreadsheetDelimiter(locale), .byteOrderMark = true};
    case CsvReader::Program:
        break;
    case CsvReader::Custom:
        return custom;
    }
    return {};
}

} // namespace gauge::transfer
