// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"
#include "lake/maintenance/upkeep.h"

namespace gauge::lake {

class AllFeeds;
class Connection;

//! Erased records leave traces: words in a search index, pieces of text in dictionaries that were trained
//! of them, free pages and logs. The erasure notes, in its own transaction, that these are still to be
//! removed; whoever was killed before the end is finished by the next erasure, compacting or sync.

//! Whether an erasure waits for its traces to be removed.
[[nodiscard]] Result<bool> awaitsCleaning(Connection &connection);

//! Notes it, and sets all dictionaries aside. Within the write transaction that deletes the records.
[[nodiscard]] Result<void> noteErasure(Connection &connection);

//! Removes the traces: may be interrupted and run again at any point. \a held are all feeds.
[[nodiscard]] Result<void> clean(Connection &connection, const catalog::Catalog &catalog, AllFeeds &held,
                                 const std::stop_token &stop, const OnProgress &progress);

} // namespace gauge::lake
