// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"

#include <string>

namespace gauge::lake {

//! What a column of texts holds for \a cell: numbers digit by digit.
[[nodiscard]] std::string storedText(const catalog::Cell &cell);

} // namespace gauge::lake
