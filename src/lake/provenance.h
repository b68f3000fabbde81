// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/feedlayout.h"
#include "lake/lakereader.h"
#include "lake/recordbody.h"

namespace gauge::lake {

//! When the record of \a row came and changed, from lake_syncs.
[[nodiscard]] Result<Provenance> readProvenance(Connection &connection, const FeedLayout &layout, qint64 row);

//! What it was before, the newest first.
[[nodiscard]] Result<std::vector<RecordVersion>>
readVersions(Connection &connection, const FeedLayout &layout, qint64 row, BodyUnpacker &unpacker);

} // namespace gauge::lake
