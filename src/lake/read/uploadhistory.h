// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/location.h"

#include <QDateTime>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace gauge::lake {

class SqlConnection;
class Statement;

//! What became of a row of a file that was uploaded.
enum class UploadRowState : quint8 {
    NotSent, //!< the service has not seen it
    Sending, //!< its request may have left; whoever finds it so after a crash calls it Unknown
    Accepted,
    Refused,
    Unknown, //!< it was sent, and no answer came: never sent again without a person's word
};

//! "not-sent", "sending", "accepted", "refused", "unknown": as in lake_upload_rows.state and in results.
[[nodiscard]] QString rowStateName(UploadRowState state);

//! One row of an upload.
struct UploadRow
{
    qint64 row = 0; //!< from 1; the header is none. Below 1: it was sent, and is no longer in the file
    qint64 line = 0; //!< of the file, where the row begins
    UploadRowState state = UploadRowState::NotSent;
    QString message; //!< why, in words; empty when accepted
    QDateTime time; //!< UTC
    //! By which it is known again in a file that was changed; empty: not known. Who writes rows makes it.
    QString content = {};
    bool operator==(const UploadRow &) const = default;
};

//! They add up to the rows of the file; one that is on its way counts as unknown.
struct UploadCounts
{
    qint64 accepted = 0;
    qint64 refused = 0;
    qint64 unknown = 0;
    qint64 notSent = 0;

    [[nodiscard]] qint64 sent() const { return accepted + refused + unknown; }
    [[nodiscard]] qint64 total() const { return sent() + notSent; }
    //! There are \a rows more with that state, or fewer.
    void add(UploadRowState state, qint64 rows);
    bool operator==(const UploadCounts &) const = default;
};

//! One upload of one file.
struct UploadEntry
{
    enum class State {
        Running, //!< somebody sends it
        Interrupted, //!< it has no end, and nobody who could write one
        Stopped, //!< it ended before its last row; `error` says why
        Done, //!< every row that could be sent was
    };
    qint64 id = 0;
    QDateTime started; //!< UTC
    std::optional<QDateTime> finished; //!< UTC; of one that is done
    QString connection; //!< its name then
    QString configuration; //!< its reference
    QString recordType; //!< as on the command line
    QString file; //!< its name without folders
    QString sha256; //!< of its bytes, in hexadecimal
    qint64 bytes = 0;
    UploadCounts counts;
    QString error; //!< why it stopped, in words
    State state = State::Done;
    QString folder = {}; //!< of the file when it was last sent; empty: not known
    QString host = {}; //!< the computer that has it
    //! Rows are left that were not sent, and nobody sends them.
    [[nodiscard]] bool isUnfinished() const { return state == State::Interrupted || state == State::Stopped; }
    bool operator==(const UploadEntry &) const = default;
};

//! Reads what was uploaded. Confined to one thread; every call blocks. A lake of an earlier layout, or none,
//! has no uploads.
class UploadHistory
{
public:
    //! False ends the walk, which is no error.
    using Visitor = std::function<bool(const UploadRow &row)>;

    //! \a closing: see LakeReader::open().
    [[nodiscard]] static Result<UploadHistory> open(const Location &location, std::stop_token closing = {});
    ~UploadHistory();
    UploadHistory(UploadHistory &&other) noexcept;
    UploadHistory &operator=(UploadHistory &&) = delete;
    Q_DISABLE_COPY(UploadHistory)

    //! The newest \a limit whose connection, configuration, record type or file has \a search in it, as
    //! they are at \a now.
    [[nodiscard]] Result<std::vector<UploadEntry>> uploads(qint64 limit, const QString &search,
                                                           const QDateTime &now) const;
    //! All uploads of files by \a connection to \a configuration, the newest first.
    [[nodiscard]] Result<std::vector<UploadEntry>>
    uploadsTo(const QString &connection, const QString &configuration, const QDateTime &now) const;
    //! Every row of upload \a id that the journal has, also those that are no longer in the file.
    [[nodiscard]] Result<std::vector<UploadRow>> rowsOf(qint64 id) const;
    //! The rows of upload \a id in their order, those that were never touched left out; \a only one state.
    [[nodiscard]] Result<void> forEachRow(qint64 id, std::optional<UploadRowState> only, std::stop_token stop,
                                          const Visitor &visit) const;

private:
    explicit UploadHistory(std::unique_ptr<SqlConnection> connection);
    std::unique_ptr<SqlConnection> m_connection; //!< none: there are no uploads
};

//! The name under which an upload is held in lake_leases.
[[nodiscard]] QString uploadLease(qint64 id);
//! Uploads by \a condition and \a texts that are bound to it, the newest first.
[[nodiscard]] Result<std::vector<UploadEntry>> readUploads(SqlConnection &connection,
                                                           std::string_view condition,
                                                           const QStringList &texts, qint64 limit,
                                                           const QDateTime &now);
//! Which rows of an upload: those of its file, or also those that are no longer in it.
enum class UploadRows { OfFile, Every };
[[nodiscard]] Result<void> readUploadRows(SqlConnection &connection, qint64 id, UploadRows which,
                                          std::optional<UploadRowState> only,
                                          const UploadHistory::Visitor &visit);

} // namespace gauge::lake
