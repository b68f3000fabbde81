// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/sql/types.h"

namespace gauge::sync {

//! The part of a feed that is read again, because what appears or changes behind the cursor does not come
//! otherwise: answers to old invitations, partly finished surveys, cases, topics.
struct RecentWindow
{
    catalog::Scope scope; //!< the period; with[] is the caller's
    lake::DatedRecords inside; //!< dated strictly within it, in whatever zone the customer's system is
    std::vector<lake::WindowSpan> spans; //!< that have been read when it was read to its end
    bool isFixed = false; //!< by a person: it is read at each sync, whatever its size
};

//! How the windows of a feed were last read; nothing: never.
struct WindowHistory
{
    std::optional<lake::WindowRead> recent;
    std::optional<lake::WindowRead> wide;
};

//! The window that a sync of \a feed at \a now reads again, or nothing: \a recheckDays is 0, or the feed has
//! no recent past. It begins as many days before the start of the last sync that read it to its end, so that
//! no gap arises however long nobody synced; \a recheckDays of them instead of the feed's. Every five days it
//! begins 35 days before the last one that did: a partly finished survey becomes a response up to 30 days
//! after its last click, and is dated by that click, so that it is 35 days old at most when it comes.
[[nodiscard]] std::optional<RecentWindow> recentWindow(const catalog::Endpoint &feed,
                                                       const WindowHistory &history,
                                                       std::optional<int> recheckDays, const QDateTime &now);

//! Whether a window of more than a page may wait: it was read within six hours, and then nothing in it had
//! changed. So a sync that finds nothing new costs two further requests a feed at most.
[[nodiscard]] bool mayWait(const RecentWindow &window, const WindowHistory &history, const QDateTime &now);

} // namespace gauge::sync
