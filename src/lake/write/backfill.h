// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

namespace gauge::lake {

class Connection;
class FeedLayout;

//! Makes the cells of computed columns for the records that are there: \a names are columns that were
//! added just now, in the same write transaction. Others are left alone.
[[nodiscard]] Result<void> backfill(Connection &connection, const FeedLayout &layout,
                                    const QStringList &names);

} // namespace gauge::lake
