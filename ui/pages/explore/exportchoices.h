// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/exportjob.h"

#include <QJsonObject>
#include <QLocale>

namespace gauge::ui {

//! What a table shows, for an export of exactly that.
struct ShownView
{
    catalog::Endpoint endpoint;
    query::Query query; //!< columns as they are seen
    qint64 rows = 0;
    std::vector<qint64> selected; //!< keys of the selected rows
};

//! What a person chose in the export dialog; kept from one export to the next.
struct ExportChoices
{
    enum class What { View, Selection, Everything };
    enum class Reader {
        Spreadsheet, //!< a spreadsheet of this person's locale
        Program, //!< plain RFC 4180
        Custom,
    };

    What what = What::View;
    transfer::Format format = transfer::Format::Csv;
    Reader reader = Reader::Spreadsheet;
    char delimiter = ','; //!< of Reader::Custom, as is the byte-order mark
    bool byteOrderMark = false;
    transfer::CellOptions::Header header = transfer::CellOptions::Header::Titles;
    transfer::Lists lists = transfer::Lists::Readable;
    bool maskPersonal = false;
    bool rawFormulas = false;
    bool manifest = false;
    QString folder; //!< of the last export; empty: Documents

    bool operator==(const ExportChoices &) const = default;
};

//! What a spreadsheet of \a locale splits at: a semicolon where the decimal point is a comma.
[[nodiscard]] char spreadsheetDelimiter(const QLocale &locale);
[[nodiscard]] transfer::CellOptions cellOptions(const ExportChoices &choices);
[[nodiscard]] transfer::CsvOptions csvOptions(const ExportChoices &choices, const QLocale &locale);
[[nodiscard]] transfer::ExportPlan exportPlan(const ExportChoices &choices, const ShownView &view,
                                              const QString &output, const QLocale &locale);

//! "ACME responses 2026-03-31 1405.csv", without what file systems do not take.
[[nodiscard]] QString exportFileName(const QString &connection, const catalog::Endpoint &endpoint,
                                     transfer::Format format, const QDateTime &now);
//! \a path with the ending of \a format, where it had that of another format or none.
[[nodiscard]] QString withEnding(const QString &path, transfer::Format format);

//! The raw-formula choice is not kept: it is made each time.
[[nodiscard]] QJsonObject toJson(const ExportChoices &choices);
[[nodiscard]] ExportChoices choicesFromJson(const QJsonObject &json);

} // namespace gauge::ui
