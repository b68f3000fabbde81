// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/feedlayout.h"

#include <QStringList>

namespace gauge::lake {

//! Makes the feed's tables, or the columns that the catalog gained since. Within a write transaction.
[[nodiscard]] Result<void> ensureFeed(SqlConnection &connection, const catalog::Endpoint &endpoint);

//! Makes a column for each of \a names, in \a layout and in the file. Within a write transaction.
[[nodiscard]] Result<void> addColumns(SqlConnection &connection, FeedLayout &layout,
                                      const QStringList &names);

class SqlConnection;
class FeedLayout;

//! Makes the cells of computed columns for the records that are there: \a names are columns that were
//! added just now, in the same write transaction. Others are left alone.
[[nodiscard]] Result<void> backfill(SqlConnection &connection, const FeedLayout &layout,
                                    const QStringList &names);

} // namespace gauge::lake
