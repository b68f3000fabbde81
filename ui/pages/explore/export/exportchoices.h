// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "saved/exportpreset.h"
#include "transfer/csvwriter.h"
#include "transfer/exportplan.h"

#include <QJsonObject>

namespace gauge::ui {

//! What a table shows, for an export of exactly that.
struct VisibleTable
{
    catalog::Endpoint endpoint;
    query::Query query; //!< columns as they are seen
    qint64 rows = 0;
    std::vector<qint64> selected; //!< keys of the selected rows
};

//! What a person chose in the export dialog; kept from one export to the next.
struct ExportChoices
{
    enum class What {
        View,
        Selection,
        Everything,
        Saved, //!< the rows of a saved export
    };
    using Reader = transfer::CsvAudience;

    What what = What::View;
    const transfer::ExportFormat *format = &transfer::defaultFormat(); //!< never null
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

//! What nobody needs to save: a file for a spreadsheet of this locale, and one with every value as it is.
[[nodiscard]] ExportChoices forSpreadsheet();
[[nodiscard]] ExportChoices forProgram();
//! Whether a file of the same rows would be the same.
[[nodiscard]] bool writeTheSame(const ExportChoices &a, const ExportChoices &b);

[[nodiscard]] transfer::CellOptions cellOptions(const ExportChoices &choices);
[[nodiscard]] transfer::CsvOptions csvOptions(const ExportChoices &choices, const QLocale &locale);
[[nodiscard]] transfer::ExportPlan exportPlan(const ExportChoices &choices, const VisibleTable &view,
                                              const QString &output, const QLocale &locale);

[[nodiscard]] ExportChoices choicesOf(const saved::ExportPreset &preset);
//! \a plan and \a choices, which made it, under a name; \a output may have placeholders.
[[nodiscard]] saved::ExportPreset presetOf(const QString &name, const ExportChoices &choices,
                                           const transfer::ExportPlan &plan, const QString &output);

//! "ACME responses 2026-03-31 1405.csv", without what file systems do not take.
[[nodiscard]] QString exportFileName(const QString &connection, const catalog::Endpoint &endpoint,
                                     const transfer::ExportFormat &format, const QDateTime &now);
//! \a path with the ending of \a format, where it had that of another format or none.
[[nodiscard]] QString withEnding(const QString &path, const transfer::ExportFormat &format);

//! The raw-formula choice is not kept: it is made each time.
[[nodiscard]] QJsonObject toJson(const ExportChoices &choices);
[[nodiscard]] ExportChoices choicesFromJson(const QJsonObject &json);

// What the export dialog says of its choices.

//! How a file for \a reader is written; nothing for choices of one's own.
[[nodiscard]] QString readerHint(transfer::CsvAudience reader);
[[nodiscard]] QString listsHint(transfer::Lists lists, bool hasSheets);

} // namespace gauge::ui
