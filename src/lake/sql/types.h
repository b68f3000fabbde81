// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

//! The local copy: a SQLite file, or a schema of a PostgreSQL database. The tables are described in
//! src/lake/README.md.
namespace gauge::lake {

//! A column of a feed's table as it is in the lake now: the catalog's base columns first, then the
//! ones that appeared ("property.Country", "question.…", "other.…") in order of appearance.
struct LakeColumn
{
    QString name; //!< as used in queries and on the command line
    QString sqlName; //!< the column's name in the SQL table, unique there without regard to case
    int part = 0; //!< 0: the feed's table; n: its continuation table `<table>_n` (engine's limit of columns)
    catalog::ColumnType type = catalog::ColumnType::Text;
    QString title; //!< untranslated for base columns (context "catalog"), the bare name for others
    bool personal = false;

    bool operator==(const LakeColumn &) const = default;
};

//! Where a sync stands.
struct Checkpoint
{
    QString cursor; //!< opaque text; empty: from the start
    bool complete = false; //!< the last sync reached the end of the feed
    bool operator==(const Checkpoint &) const = default;
};

//! How much of a feed's recent past (catalog::RecentPast) a sync reads again.
enum class WindowSpan {
    Recent, //!< a few days, at each sync
    Long, //!< some weeks, every few days
};

//! How a window was last read to its end.
struct WindowRead
{
    QDateTime readTo; //!< start of that sync, UTC
    qint64 found = 0; //!< records that it found to be new, changed or gone
    bool operator==(const WindowRead &) const = default;
};

//! Records whose \a column is from \a from and before \a before: texts of dates. No column: all.
struct DatedRecords
{
    QString column;
    QString from;
    QString before;
    bool operator==(const DatedRecords &) const = default;
};

//! Why a feed is walked.
enum class SyncKind {
    Incremental, //!< on from the checkpoint
    Refresh, //!< a period again; the checkpoint stays
    Reconcile, //!< all of it from the start; what it does not meet is gone
    Page, //!< no sync, but one page that a person kept; the checkpoint stays
};

//! What storing did. A record of a window that is read again and is as the lake had it counts nowhere.
struct StoreCounts
{
    qint64 received = 0;
    qint64 inserted = 0;
    qint64 updated = 0; //!< was there before, whether or not it changed
    qint64 removed = 0; //!< superseded records of the other feed
    qint64 changed = 0; //!< of the updated ones: came with another content
    qint64 gone = 0; //!< marked as gone: the service no longer has them
    qint64 late = 0; //!< of the inserted ones: arrived behind the cursor, found by reading again
    //! Names of columns that appeared, once the feed was synced before: at first every column is new.
    QStringList newColumns = {};
    qint64 replacedTexts = 0; //!< Page::replacedTexts of the pages
    //! Values without a column, which their records still have: Page::valuesLeftOut, and those of new names
    //! once the feed has mostColumns.
    qint64 valuesLeftOut = 0;
    StoreCounts &operator+=(const StoreCounts &other);
    bool operator==(const StoreCounts &) const = default;
};

//! Who syncs a feed.
struct LeaseHolder
{
    QString owner; //!< "machine:UUID" of one run
    QString host;
    qint64 processId = 0;
    QDateTime heartbeat; //!< its last sign of life, UTC
    bool operator==(const LeaseHolder &) const = default;
};

//! How a sync went, as the lake has it written down.
struct SyncRecord
{
    enum class State {
        Running, //!< somebody holds its feed
        Interrupted, //!< it has no end, and nobody who could write one; its counts are of the pages stored
        Succeeded,
        Failed,
    };
    qint64 id = 0;
    QString feed;
    QString scope; //!< catalog::Scope::key(); empty: the whole feed
    SyncKind kind = SyncKind::Incremental;
    QDateTime started; //!< UTC
    std::optional<QDateTime> finished; //!< UTC
    qint64 pages = 0;
    StoreCounts counts;
    QString error; //!< why it failed, in words
    State state = State::Succeeded;
    bool operator==(const SyncRecord &) const = default;
};

//! One line of `gaugedesk-cli status`.
struct FeedStatus
{
    QString feed;
    qint64 records = 0;
    Checkpoint checkpoint; //!< of the whole feed (empty scope)
    std::optional<QDateTime> lastSync; //!< end of the last sync that succeeded, UTC
    QString lastError; //!< text of the newest sync's error, or empty when it succeeded
    std::optional<LeaseHolder> heldBy; //!< who syncs it now, where that was asked for
    //! The newest sync of the feed, in whatever state; never of kind Page. Running and Interrupted are told
    //! apart where LakeReader::status() was given the time, else one without an end counts as interrupted.
    std::optional<SyncRecord> newest;
};

//! "incremental", "refresh", "reconcile" or "page": as in lake_syncs.kind and on the command line.
[[nodiscard]] QString kindText(SyncKind kind);

//! The newest layout this program reads and writes (SqlConnection::layout()).
inline constexpr int layoutVersion = 7;

} // namespace gauge::lake
