// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/feedlayout.h"
#include "lake/lakereader.h"

#include <span>

namespace gauge::lake {

//! The cells of \a row, read from \a columns of \a layout, as texts of their own.
[[nodiscard]] OwnedRow ownedRow(const catalog::Row &row, const FeedLayout &layout,
                                std::span<const int> columns);

} // namespace gauge::lake
