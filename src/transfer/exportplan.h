// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "query/query.h"
#include "transfer/csvwriter.h"
#include "transfer/exportformat.h"

#include <QDate>

namespace gauge::transfer {

//! How lists (drivers, tags, questions) are written. JSON lines have them as received.
enum class Lists {
    Readable, //!< a text for people
    Columns, //!< a column for each value that the rows have: 1 where the record has it
    Children, //!< a table of its own for each list: an entry a row, with the number of its record
};

//! What an export is asked to write.
struct ExportPlan
{
    catalog::Endpoint endpoint;
    query::Query query; //!< rows, order and columns: exactly what a table shows
    QDate today; //!< what relative dates of the query are counted from; Engine fills it in
    QString connection; //!< its name, for the reader of the file; Engine fills it in
    QDateTime created; //!< likewise, UTC; Engine fills it in
    std::vector<qint64> keys; //!< these rows only, in this order (a selection); empty: the query's rows
    QString output; //!< replaced as a whole when everything is written, untouched otherwise
    const ExportFormat *format = &defaultFormat(); //!< never null
    CellOptions cells;
    CsvOptions csv;
    Lists lists = Lists::Readable;
    bool manifest = false; //!< tell in `<output>.manifest.json` what the files are
};

//! The path that stands for standard output, to which rows go as they are read.
inline constexpr QLatin1StringView standardOutput{"-"};

//! Fails with Input if the ending of the plan's output belongs to another format, or if its format cannot go
//! to standard output.
[[nodiscard]] Result<void> checkFormat(const ExportPlan &plan);
//! The same where somebody else's file proposes the plan's output; see checkProposedName().
[[nodiscard]] Result<void> checkProposedOutput(const ExportPlan &plan);

//! Which rows \a plan takes, as a person would say it: "nps >= 9 and …", "12 selected rows", or that it
//! is all of them.
[[nodiscard]] QString rowSelectionText(const ExportPlan &plan);
//! A file that is there and that \a plan would replace: its output, its manifest, or what is called as a
//! child table of it would be; or empty. Looks at the disk.
[[nodiscard]] QString replacedFile(const ExportPlan &plan);
//! The file of a child table: `responses.drivers.csv` beside `responses.csv`.
[[nodiscard]] QString childPath(const QString &output, const QString &table);
[[nodiscard]] QString manifestPath(const QString &output);

class OutputFiles;
struct ExportFacts;

//! Adds `<output>.manifest.json` to \a files: what was exported, whence, and the SHA-256 of each file.
[[nodiscard]] Result<void> addManifest(const ExportPlan &plan, const ExportFacts &facts, OutputFiles &files);

} // namespace gauge::transfer
