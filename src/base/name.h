// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace gauge {

//! The most characters of a name that a person gives, such as that of a view or a configuration.
inline constexpr int longestName = 500;

//! \a name as it is kept: composed (NFC), blanks of any kind as spaces, none around it. Fails with Input if
//! nothing is left, if it is too long, or if it has a line break or another character that cannot be seen:
//! nobody could tell such a name from another, or type it. Joiners within scripts and emoji that need them
//! are no such characters.
[[nodiscard]] Result<QString> usableName(const QString &name, int longest = longestName);

} // namespace gauge
