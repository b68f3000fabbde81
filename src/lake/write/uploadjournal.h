// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "catalog/endpoint.h"
#include "lake/read/uploadhistory.h"
#include "lake/sql/statement.h"
#include "lake/sql/types.h"
#include "lake/state/lakeowner.h"

#include <span>

namespace gauge::lake {

//! Writes down what becomes of the rows of one upload, in lake_uploads and lake_upload_rows. Confined to one
//! thread; every call blocks. What a call has written when it returns survives a crash of the program and of
//! the machine. The upload is held like a feed by its sync: of two processes only one can send it.
class UploadJournal
{
public:
    //! Makes the lake where there is none yet. \a opening ends connecting only: what became of a row is
    //! written down after it, too.
    [[nodiscard]] static Result<std::unique_ptr<UploadJournal>> open(const Location &location,
                                                                     const catalog::Catalog &catalog,
                                                                     std::shared_ptr<Clock> clock,
                                                                     std::stop_token opening = {});
    ~UploadJournal();
    Q_DISABLE_COPY_MOVE(UploadJournal)

    //! What is written from now on belongs to \a system: it fails where the lake holds the data of another
    //! one. An upload does not make \a system the owner.
    [[nodiscard]] Result<void> bind(const System &system);

    //! The newest upload of a file with these bytes to \a configuration, by \a connection.
    [[nodiscard]] Result<std::optional<UploadEntry>>
    newestOfBytes(const QString &connection, const QString &configuration, const QString &sha256);

    //! Begins an upload, of which no row has been sent; `counts.notSent` tells how many there are.
    [[nodiscard]] Result<void> begin(const UploadEntry &about);
    //! Resumes an upload; file and folder are those that \a upload has now. Rows that were on their way when
    //! it ended become unknown. Busy while another process sends it.
    [[nodiscard]] Result<void> resume(const UploadEntry &upload);
    //! Given every row that the journal has of an upload; returns them with the numbers, lines and contents
    //! that they have in another file, or below 1 where they are not in it. The numbers differ.
    //! \a total: how many rows the file had.
    using Renumber = std::function<Result<std::vector<UploadRow>>(std::vector<UploadRow> rows, qint64 total)>;
    //! Resumes the upload \a id with the file \a about, which is another one now and has
    //! `about.counts.total()` rows. Fails as \a renumber does; the upload is as it was then.
    [[nodiscard]] Result<void> resumeChanged(qint64 id, const UploadEntry &about, const Renumber &renumber);

    //! Writes rows down, all or none. Their lines and contents need not be known again.
    [[nodiscard]] Result<void> write(std::span<const UploadRow> rows);
    //! A sign of life in a long wait.
    [[nodiscard]] Result<void> keepAlive();
    //! The upload ends, for now where \a error tells why, and is given back.
    [[nodiscard]] Result<void> finish(const QString &error);

    [[nodiscard]] qint64 id() const { return m_id; }
    [[nodiscard]] const UploadCounts &counts() const { return m_counts; }
    //! Of a row from 1.
    [[nodiscard]] UploadRowState state(qint64 row) const { return m_states[size_t(row - 1)]; }

    //! Forgets an upload and its rows; Busy while it runs.
    [[nodiscard]] Result<void> remove(qint64 id);
    //! Forgets all that do not run.
    [[nodiscard]] Result<void> clear();

private:
    UploadJournal(std::unique_ptr<SqlConnection> connection, std::shared_ptr<Clock> clock);
    [[nodiscard]] Result<void> take(qint64 id);
    [[nodiscard]] Result<void> within(const std::function<Result<void>()> &work);
    [[nodiscard]] Result<void> put(std::span<const UploadRow> rows);
    [[nodiscard]] Result<void> writeFile(const UploadEntry &about);
    [[nodiscard]] Result<void> writeState(const std::optional<QDateTime> &finished, const QString &error);
    [[nodiscard]] LeaseHolder me();

    std::unique_ptr<SqlConnection> m_connection;
    Statement m_putRow; //!< prepared once: it runs for every row
    std::shared_ptr<Clock> m_clock;
    LeaseHolder m_self;
    std::optional<System> m_system;
    qint64 m_id = 0; //!< 0: none is held
    UploadCounts m_counts;
    std::vector<UploadRowState> m_states;
};

//! How long to wait before a write to the journal is tried again that has failed \a failures times in a row
//! with \a error; nothing: it is not tried again.
[[nodiscard]] std::optional<std::chrono::milliseconds> waitBeforeRewrite(const Error &error, int failures);

} // namespace gauge::lake
