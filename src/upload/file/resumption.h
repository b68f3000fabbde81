// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/uploadhistory.h"
#include "upload/file/mappedfile.h"

#include <array>

namespace gauge::upload {

//! By what a row of a file is known again after the file was changed: the record that it is sent as, whatever
//! separator, encoding or order of columns the file has, and its cells, whatever they are mapped to.
struct RowPrint
{
    using Hash = std::array<char, 16>;
    Hash record{};
    Hash cells{};

    //! As lake::UploadRow::content has it; nothing where \a content is none.
    [[nodiscard]] static std::optional<RowPrint> parse(const QString &content);
    [[nodiscard]] QString content() const;
    bool operator==(const RowPrint &) const = default;
};

[[nodiscard]] RowPrint printOf(const FormRecord &record, const QStringList &cells);

//! A row of a file, as far as it matters to know it again.
struct PrintedRow
{
    qint64 line = 0;
    RowPrint print;
    bool hasErrors = false; //!< the check refuses it
};

//! Every row of a file, in its order. Blocks. Input error when the file's bytes are not those of \a sha256.
[[nodiscard]] Result<std::vector<PrintedRow>> printsOf(const FilePlan &plan, const QString &sha256,
                                                       std::stop_token stop);

//! The rows of an upload, found again in a file.
struct Recognition
{
    //! With the numbers that they have in the file; below 1: they are not in it.
    std::vector<lake::UploadRow> rows;
    lake::UploadCounts counts; //!< of the rows of the file; notSent: those that are to be sent or have errors
    qint64 toSend = 0; //!< rows without an error that were not sent, or were refused and are corrected
    qint64 again = 0; //!< rows of the file that the upload has
    qint64 added = 0; //!< rows of the file without an error that it does not have: corrected or new
    qint64 left = 0; //!< rows of the upload that were not accepted and are no longer in the file
    qint64 missing = 0; //!< the same of those that were accepted or are unknown
};

//! Finds \a earlier, all rows of an upload whose file had \a total rows, in \a file. A row of the file is one
//! row of the upload at most, so that of three equal rows of which two were sent one is left. Of equal rows
//! that were sent those that were accepted are found first. Rows whose content is not known are not found.
[[nodiscard]] Recognition recognise(std::vector<lake::UploadRow> earlier, qint64 total,
                                    const std::vector<PrintedRow> &file);

//! What is there to resume for a file.
struct Resumption
{
    lake::UploadEntry upload; //!< as the history has it
    bool isChanged = false; //!< the file is another one now: its rows are known by their contents
    lake::UploadCounts counts; //!< of the rows of the file as it is now
    qint64 toSend = 0; //!< rows that go, those not counted that are unknown
    std::optional<Error> obstacle = {}; //!< why it cannot be resumed all the same

    bool operator==(const Resumption &) const = default;
};

//! The upload that goes on with the file that \a report is about: the newest of the same bytes, else the
//! newest of the same name, else the newest that has half of its rows, not all of them refused. Nothing when
//! no row of it was sent. Input error when the file was changed and it cannot be told which of its rows were
//! sent.
[[nodiscard]] Result<std::optional<Resumption>> findResumption(const FilePlan &plan, const FileReport &report,
                                                               const lake::UploadHistory &history,
                                                               const QString &connection,
                                                               const QDateTime &now, std::stop_token stop);

//! Whether rows may be sent that were not in the upload as they are now. Input error when they may be rows
//! that were accepted and changed since, of a type of record that may not be sent twice.
[[nodiscard]] Result<void> mayResume(const Recognition &found, const Configuration &configuration);

//! "There is nothing to resume …", of kind Input.
[[nodiscard]] tl::unexpected<Error> nothingToResume(const QString &reference);

} // namespace gauge::upload
