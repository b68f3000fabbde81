// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "transfer/exportplan.h"

namespace gauge::transfer {

//! The beginning of one table of an export.
struct SampleTable
{
    QString name; //!< of its file or sheet
    QByteArray bytes; //!< CSV, JSON lines: the first bytes of the file
    std::vector<QStringList> cells; //!< workbook: what the cells say, the heading first

    bool operator==(const SampleTable &) const = default;
};

//! What an export would write, told from its first rows.
struct ExportSample
{
    static constexpr qint64 shownRows = 5;
    static constexpr qint64 surveyedRows = 200'000;

    std::vector<SampleTable> tables; //!< with the first rows of the records, exactly as they will be written
    qint64 rows = 0; //!< of the whole export
    qint64 bytes = 0; //!< about what its files will take
    qint64 room = 0; //!< about what it takes while it is written
    qint64 free = -1; //!< on the disk of the output; less than nothing: not known
    bool lacksRoom = false; //!< clearly
    bool isSurveyedWhole = true; //!< otherwise further rows may bring further columns
};

//! The first rows of \a plan by the same writers that write it. Reads only; blocks.
[[nodiscard]] Result<ExportSample> sampleExport(lake::LakeReader &reader, const ExportPlan &plan,
                                                const std::stop_token &stop);

} // namespace gauge::transfer
