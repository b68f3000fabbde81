// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/maintenance/maintenance.h"
#include "lake/sql/connection.h"
#include "lake/sql/types.h"
#include "lake/state/lakeowner.h"

//! The place of a lake: looked at, removed, changed. Every call blocks.
namespace gauge::lake {

//! What is at a place.
struct PlaceReport
{
    bool exists = false; //!< a lake, of this or an earlier layout
    qint64 records = 0; //!< of all feeds, without those that are gone
    std::optional<Owner> owner;
    std::optional<LeaseHolder> holder; //!< who syncs it, or sends a file, now
    bool operator==(const PlaceReport &) const = default;
};

//! Changes nothing, and makes no lake. Fails with Storage for what is not a lake or cannot be read, with
//! Cancelled soon after \a stop.
[[nodiscard]] Result<PlaceReport> lookAt(const Location &location, const QDateTime &now,
                                         const std::stop_token &stop);

//! Deletes a lake: its files, or its schema. Returns false where there is none. Fails with Storage, and
//! deletes nothing, for what is not a lake.
[[nodiscard]] Result<bool> removeLake(const Location &location);

//! Moves a lake from file to file. From copy() until the end of the object nothing can be written to the old
//! file, so the copy has all of it. Killed at any moment, one whole lake exists: the old file until finish(),
//! the new one from copy() on. Confined to one thread.
class LakeMove
{
public:
    //! Copies \a from to \a to by SQLite's backup, under another name until it is whole. Fails with Input if
    //! \a to exists, with Busy while a sync or an upload holds \a from.
    [[nodiscard]] static Result<std::unique_ptr<LakeMove>> copy(const QString &from, const QString &to,
                                                                const QDateTime &now, std::stop_token stop,
                                                                const OnProgress &progress);
    //! Deletes the copy, unless finish() was called.
    ~LakeMove();
    Q_DISABLE_COPY_MOVE(LakeMove)

    //! The new file is the lake from now on: notes that in the old one, for those who have it open and wait
    //! to write, and deletes it. Fails with Storage if the old file could not be deleted.
    [[nodiscard]] Result<void> finish();

private:
    LakeMove(QString from, QString to, QDateTime now);

    const QString m_from;
    const QString m_to;
    const QDateTime m_now;
    std::unique_ptr<SqlConnection> m_connection;
    std::optional<Transaction> m_transaction; //!< after the connection: it ends first
    bool m_isCopied = false;
    bool m_isFinished = false;
};

} // namespace gauge::lake
