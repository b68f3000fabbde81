// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gauge::catalog {

//! What stands for a value of a personal column wherever personal data is masked.
inline constexpr auto maskText = "***";

} // namespace gauge::catalog
