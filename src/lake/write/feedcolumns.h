// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/feedlayout.h"

namespace gauge::lake {

//! Makes the feed's tables, or the columns that the catalog gained since. Within a write transaction.
[[nodiscard]] Result<void> ensureFeed(Connection &connection, const catalog::Endpoint &endpoint);

//! Makes a column for each of \a names, in \a layout and in the file. Within a write transaction.
[[nodiscard]] Result<void> addColumns(Connection &connection, FeedLayout &layout, const QStringList &names);

} // namespace gauge::lake
