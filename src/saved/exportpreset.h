// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "saved/presettext.h"
#include "transfer/csvwriter.h"
#include "transfer/exportplan.h"

#include <QLocale>

namespace gauge::saved {

//! Everything about an export but the connection, under a name. The rows are those of a query by value:
//! a view that changes later does not change it.
struct ExportPreset
{
    static constexpr Kind kind = Kind::Export;

    QString name;
    QString feed; //!< id
    query::Query query;
    const transfer::ExportFormat *format = &transfer::defaultFormat(); //!< never null
    transfer::CsvAudience reader = transfer::CsvAudience::Program;
    transfer::CsvOptions csv; //!< of CsvAudience::Custom
    transfer::CellOptions cells;
    transfer::Lists lists = transfer::Lists::Readable;
    bool manifest = false;
    QString output; //!< with placeholders, see outputPath(); empty: it is told each time
    QByteArray unagreed; //!< not part of the text; not empty: its file and its formulas are a proposal, see
                         //!< PresetStore

    [[nodiscard]] bool leavesFormulas() const; //!< texts that a spreadsheet would run
    [[nodiscard]] SavedText print() const;
    //! Errors (Input) say what is wrong with which line.
    [[nodiscard]] static Result<ExportPreset> read(SavedText text);

    bool operator==(const ExportPreset &) const = default;
};

//! Whether \a preset decides for this person, who has not agreed to it, on the file \a usesFile or on
//! formulas.
[[nodiscard]] bool isProposal(const ExportPreset &preset, bool usesFile);
//! What \a preset proposes, in a sentence: \a path, if it is not empty, and formulas.
[[nodiscard]] QString proposalText(const ExportPreset &preset, const QString &path);

//! What the placeholders of a file's name stand for.
struct OutputFacts
{
    QString connection;
    QString feed;
    QDateTime now; //!< local
};

//! \a pattern with {date}, {time}, {connection} and {feed} filled in; anything else in braces stays.
[[nodiscard]] QString outputPath(const QString &pattern, const OutputFacts &facts);
//! The usual pattern of a file's name, without its ending: "{connection} {feed} {date} {time}".
[[nodiscard]] QString usualPattern();

//! The export that \a preset describes, to \a output.
[[nodiscard]] transfer::ExportPlan planOf(const ExportPreset &preset, const catalog::Endpoint &endpoint,
                                          const QString &output, const QLocale &locale);

} // namespace gauge::saved
