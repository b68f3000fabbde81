// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/lakereader.h"
#include "lake/sql/feedlayout.h"
#include "lake/state/recordbody.h"

namespace gauge::lake {

//! When the record of \a row came and changed, from lake_syncs.
[[nodiscard]] Result<Provenance> readProvenance(SqlConnection &connection, const FeedLayout &layout,
                                                qint64 row);

//! What it was before, the newest first.
[[nodiscard]] Result<std::vector<RecordVersion>>
readVersions(SqlConnection &connection, const FeedLayout &layout, qint64 row, BodyUnpacker &unpacker);

} // namespace gauge::lake
