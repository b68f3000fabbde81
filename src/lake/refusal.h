// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace gauge::lake {

//! Why a lake is not opened, in the same words for every engine.
[[nodiscard]] Error notALake(const QString &place, const QString &detail);
[[nodiscard]] Error newerLayout(qint64 version);
[[nodiscard]] Error nothingSynced(const QString &place);
[[nodiscard]] QString readOnlyText();
[[nodiscard]] QString busyText();

} // namespace gauge::lake
