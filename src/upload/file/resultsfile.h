// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/uploadhistory.h"
#include "upload/file/mappedfile.h"

namespace gauge::upload {

//! Which rows of an upload a file is made of, and how.
enum class ResultsKind {
    EveryRow, //!< each row of the input with its outcome, message and time
    Refused, //!< rows that the service or the check refused, as in the input: to be corrected and sent again
};

//! Before the first row is sent: fails with Input if a file may not be written there, see outputTarget() and
//! checkEnding(), and with Storage if its folder cannot be written. An empty name is no file.
[[nodiscard]] Result<void> checkResultsFiles(const FilePlan &input, const QString &results,
                                             const QString &refused);

//! Writes what became of the rows of upload \a id as a CSV file beside what the rows were, in the input's
//! order and with its separator. The file appears when it is whole. The journal is the truth: it can be
//! written again at any time while the input is what it was. Tells how many rows of which outcome there are
//! in it.
[[nodiscard]] Result<lake::UploadCounts> writeResults(ResultsKind kind, const FilePlan &input,
                                                      const QString &sha256, const lake::Location &lake,
                                                      qint64 id, const QString &output, std::stop_token stop);

} // namespace gauge::upload
