// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportwords.h"

namespace gauge::ui {

QString readerHint(transfer::CsvAudience reader)
{
    switch (reader) {
    case transfer::CsvAudience::Spreadsheet:
        return transfer::spreadsheetDelimiter(QLocale()) == ';'
            ? QCoreApplication::translate(
                "gauge::ui::ExportDialog",
                "Separated by semicolons, as spreadsheets expect where the decimal point is a comma.")
            : QCoreApplication::translate(
                "gauge::ui::ExportDialog",
                "Separated by commas, as spreadsheets expect where the decimal point is a point.");
    case transfer::CsvAudience::Program:
        return QCoreApplication::translate("gauge::ui::ExportDialog",
                                           "Separated by commas, UTF-8 without a mark (RFC 4180).");
    case transfer::CsvAudience::Custom:
        break;
    }
    return {};
}

QString listsHint(transfer::Lists lists, bool csv)
{
    switch (lists) {
    case transfer::Lists::Readable:
        return QCoreApplication::translate("gauge::ui::ExportDialog",
                                           "Drivers, tags and questions are one text each.");
    case transfer::Lists::Columns:
        return QCoreApplication::translate(
            "gauge::ui::ExportDialog",
            "Each driver and tag that occurs is a column, with 1 where a record has it.");
    case transfer::Lists::Children:
        break;
    }
    return csv
        ? QCoreApplication::translate(
            "gauge::ui::ExportDialog",
            "Files beside this one, such as name.drivers.csv, have an entry a row with the number of "
            "its record. Those that exist are replaced.")
        : QCoreApplication::translate("gauge::ui::ExportDialog",
                                      "Further sheets have an entry a row with the number of its record.");
}

QString nameFilter(transfer::Format format)
{
    switch (format) {
    case transfer::Format::Csv:
        break;
    case transfer::Format::Xlsx:
        return QCoreApplication::translate("gauge::ui::ExportDialog", "Excel workbooks (*.xlsx)");
    case transfer::Format::JsonLines:
        return QCoreApplication::translate("gauge::ui::ExportDialog", "JSON lines (*.jsonl)");
    }
    return QCoreApplication::translate("gauge::ui::ExportDialog", "CSV files (*.csv)");
}

} // namespace gauge::ui
