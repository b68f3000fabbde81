// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "catalog/page.h"
#include "lake/sql/location.h"
#include "lake/sql/types.h"
#include "lake/state/lakeowner.h"

#include <memory>
#include <stop_token>

namespace gauge::lake {

//! What a page is, beside its records.
struct PageRole
{
    bool isReread = false; //!< of a window: what is as it was is not counted, and what is new came late
    std::vector<WindowSpan> readToEnd = {}; //!< with this page these windows have been read to their ends
    qint64 found = 0; //!< in these windows: WindowRead::found
};

//! What marking records as gone did, or would do.
struct GoneMarks
{
    qint64 records = 0; //!< that were not seen
    qint64 of = 0; //!< records that the feed had
    bool isMarked = false; //!< false: they are too many, so nothing was changed
};

//! The only one who changes a lake. Confined to one thread; every call blocks.
//! Storage errors come in words: not a lake, from a newer version, read-only, disk full, on a
//! network file system; the file is never damaged and nothing half-done stays.
class LakeWriter
{
public:
    //! Opens, makes (0600) or migrates the lake at \a location with a table for each endpoint of \a catalog.
    //! \a closing: see openWriting().
    [[nodiscard]] static Result<std::unique_ptr<LakeWriter>> open(const Location &location,
                                                                  const catalog::Catalog &catalog,
                                                                  std::shared_ptr<Clock> clock,
                                                                  std::stop_token closing = {});
    ~LakeWriter();

    //! Takes a lake in a database away: its schema and all in it. Nothing happens where there is none.
    [[nodiscard]] static Result<void> dropSchema(const Location &location);

    //! What \a system is to this lake.
    [[nodiscard]] Result<Standing> standingOf(const System &system);
    //! What is written from now on belongs to \a system: whatever changes the lake fails, with an error that
    //! names both, where the lake holds the data of another one. The first store() makes \a system the owner
    //! of a lake that has none and, if \a adopt is true, of one that can be adopted.
    [[nodiscard]] Result<void> bind(const System &system, bool adopt = false);

    //! Takes the feed for this writer. Busy names the process that holds it; a holder whose process is
    //! gone (same host), or whose heartbeat is older than two minutes, is taken over. Again for a feed
    //! that this writer has: renews the heartbeat (as every store() does), for waits between pages.
    //! The lease ends with releaseLease() or with the writer.
    [[nodiscard]] Result<void> acquireLease(const QString &feed);
    void releaseLease(const QString &feed);

    [[nodiscard]] Result<Checkpoint> checkpoint(const QString &feed, const QString &scopeKey);

    //! In one transaction: new columns, upsert by key, removal of what the records supersede, the
    //! checkpoint, the lease's heartbeat. Needs the lease: fails with Busy when it was never taken or was
    //! lost meanwhile. A record without a key is kept under one made from its content; of two with the
    //! same key the later wins. One that the feed has that supersedes this one is left out, unless it is gone
    //! there, or is dated (catalog::RecentPast) later here: then the survey was sent again, and it is marked
    //! as gone there. A page without records stores its checkpoint. Without \a next the checkpoint stays as
    //! it is. The counts of the sync that runs (beginSync) grow in the same transaction.
    [[nodiscard]] Result<StoreCounts> store(const catalog::Endpoint &endpoint, const QString &scopeKey,
                                            const catalog::Page &page, const std::optional<Checkpoint> &next,
                                            const PageRole &role = {});
    //! When a window of the feed was last read to its end; nothing: never.
    [[nodiscard]] Result<std::optional<WindowRead>> windowRead(const QString &feed, WindowSpan span);
    //! Whether the feed seems to have \a many or more records dated (catalog::RecentPast) from \a date on.
    //! An estimate by the records that came last.
    [[nodiscard]] Result<bool> hasManySince(const QString &feed, const QString &date, qint64 many);

    //! Writes down that a sync of the feed begins: what is stored from now on names it. Needs the lease.
    [[nodiscard]] Result<void> beginSync(const QString &feed, const QString &scopeKey, SyncKind kind);
    //! At the end of a Reconcile that met every page: records that it did not see are marked as gone.
    //! Tells how many.
    [[nodiscard]] Result<qint64> markGone(const QString &feed);
    //! The same for those of \a dated. More than \a mostShare of the feed are left as they are.
    [[nodiscard]] Result<GoneMarks> markGone(const QString &feed, const DatedRecords &dated,
                                             double mostShare);
    //! Writes down how the sync that began last ended (for status), and merges the feed's search index if
    //! words must go from it. `error` empty: success.
    [[nodiscard]] Result<void> finishSync(const QString &feed, qint64 pages, const StoreCounts &counts,
                                          const QString &error);

private:
    LakeWriter();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace gauge::lake
