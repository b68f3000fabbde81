// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/outputguard.h"
#include "transfer/exportwriter.h"

#include <QStringList>

#include <vector>

class QIODevice;

namespace gauge::transfer {

//! A format of export files. Options, saved exports, help texts and the export dialog read everything they
//! say or do about a format from here, so a format is one file in `transfer/formats/` and its writer.
struct ExportFormat
{
    QString id = {}; //!< of --as, saved exports and settings, and the usual suffix: "csv"
    QStringList otherSuffixes = {}; //!< of files that hold the same: "ndjson"
    QString control = {}; //!< name of its button in the export dialog, before "Button"
    int order = 0; //!< in lists; the first is the default
    OutputContent content = {}; //!< which suffixes fit
    // Marked for translation in the context "transfer".
    const char *title = nullptr; //!< within a sentence: "JSON lines"
    const char *button = nullptr; //!< with the letter of its shortcut
    const char *fileFilter = nullptr; //!< of a file dialog: "JSON lines (*.jsonl)"

    bool writesRecords = false; //!< whole records as received: no columns, lists, masks or formula guard
    bool hasDelimiter = false; //!< ExportPlan::csv counts
    bool hasSheets = false; //!< further tables are in the same file, which cannot go to standard output

    //! Opens the tables of the plan; \a main is the plan's output. All arguments but the stop token outlive
    //! the result.
    std::unique_ptr<ExportWriter> (*open)(const ExportPlan &plan, Files &files, QIODevice *main,
                                          const std::stop_token &stop)
        = nullptr;
    //! The size of a finished file, from the bytes of its rows; null where a file grows as it is written, so
    //! that a part of it tells the size.
    qint64 (*packedSize)(qint64 rowBytes) = nullptr;
    //! Bytes that are needed on the disk meanwhile. Given with packedSize.
    qint64 (*neededRoom)(qint64 rowBytes) = nullptr;

    //! ".csv"
    [[nodiscard]] QString suffix() const { return QLatin1Char('.') + id; }
    //! \a title translated.
    [[nodiscard]] QString name() const;
};

//! Those of `transfer/formats/`, in their order. They live as long as the program.
[[nodiscard]] const std::vector<ExportFormat> &exportFormats();
[[nodiscard]] const ExportFormat &defaultFormat();
//! `csv`, `jsonl`, `xlsx`, or by the suffix of a file name; null: it is none.
[[nodiscard]] const ExportFormat *formatFromName(const QString &id);
[[nodiscard]] const ExportFormat *formatFromFileName(const QString &path);
//! "csv, xlsx, jsonl"; \a withRecords false leaves out those that write whole records.
[[nodiscard]] QStringList formatNames(bool withRecords = true);

} // namespace gauge::transfer
