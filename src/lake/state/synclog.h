// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/types.h"

#include <QDateTime>

namespace gauge::lake {

class SqlConnection;
class Statement;

//! The time that the tables of state have in \a column; invalid for NULL.
[[nodiscard]] QDateTime timeAt(const Statement &statement, int column);

//! Where a feed's syncs stand and how they went: lake_checkpoints and lake_syncs.
[[nodiscard]] Result<Checkpoint> readCheckpoint(SqlConnection &connection, const QString &feed,
                                                const QString &scopeKey);
[[nodiscard]] Result<void> writeCheckpoint(SqlConnection &connection, const QString &feed,
                                           const QString &scopeKey, const Checkpoint &checkpoint,
                                           const QDateTime &now);

//! Writes down that a sync begins; tells its number in lake_syncs.
[[nodiscard]] Result<qint64> beginSync(SqlConnection &connection, const QString &feed,
                                       const QString &scopeKey, SyncKind kind, const QDateTime &started);

//! How the sync of number `id` went.
struct SyncOutcome
{
    qint64 id = 0;
    QDateTime finished;
    qint64 pages = 0;
    StoreCounts counts;
    QString error; //!< empty: it succeeded
};
//! Adds a page and what it brought to the sync of number \a id. Within the page's transaction, so that the
//! counts of a sync that is killed are right.
[[nodiscard]] Result<void> addPage(SqlConnection &connection, qint64 id, qint64 pages,
                                   const StoreCounts &counts);
[[nodiscard]] Result<void> writeOutcome(SqlConnection &connection, const SyncOutcome &outcome);
//! Fills lastSync, lastError and newest of \a status for its feed. Without \a now a sync that has no end
//! counts as interrupted.
[[nodiscard]] Result<void> readOutcomes(SqlConnection &connection, FeedStatus &status,
                                        const std::optional<QDateTime> &now);
//! When a window was last read to its end; nothing: never.
[[nodiscard]] Result<std::optional<WindowRead>> readWindow(SqlConnection &connection, const QString &feed,
                                                           WindowSpan span);
[[nodiscard]] Result<void> writeWindow(SqlConnection &connection, const QString &feed, WindowSpan span,
                                       const WindowRead &read);
//! Whether \a feed had brought records by a sync that ended well before the one of number \a sync.
[[nodiscard]] Result<bool> wasSyncedBefore(SqlConnection &connection, const QString &feed, qint64 sync);
//! The newest \a limit syncs of all feeds, the newest first; those without an end as they are at \a now.
[[nodiscard]] Result<std::vector<SyncRecord>> readHistory(SqlConnection &connection, qint64 limit,
                                                          const QDateTime &now);

} // namespace gauge::lake
