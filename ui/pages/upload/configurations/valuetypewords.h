// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/recordtype.h"

namespace gauge::ui {

//! The type of a value as people call it: "Date and time".
[[nodiscard]] QString valueTypeText(catalog::ValueType type);

} // namespace gauge::ui
