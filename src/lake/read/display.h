// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/read/lakereader.h"
#include "lake/sql/feedlayout.h"

#include <span>

namespace gauge::lake {

//! A value as it is stored, whatever the locale: booleans true and false, lists readable, nothing for null.
//! \a buffer is kept from cell to cell.
[[nodiscard]] QString displayText(const catalog::Cell &cell, catalog::ColumnType type, std::string &buffer);

//! The cells of \a row, read from \a columns of \a layout, as texts of their own.
[[nodiscard]] OwnedRow ownedRow(const catalog::Row &row, const FeedLayout &layout,
                                std::span<const int> columns);

} // namespace gauge::lake
