// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace gauge::lake {

struct LeaseHolder;

//! Why a lake is not opened, in the same words for every engine.
[[nodiscard]] Error notALake(const QString &place, const QString &detail);
[[nodiscard]] Error newerLayout(qint64 version);
[[nodiscard]] Error nothingSynced(const QString &place);
//! Of kind Busy: \a holder syncs it, or sends a file.
[[nodiscard]] Error inUse(const LeaseHolder &holder);
//! An error that names \a folder when fewer than \a bytes are free there.
[[nodiscard]] Result<void> roomFor(qint64 bytes, const QString &folder);
[[nodiscard]] QString readOnlyText();
[[nodiscard]] QString busyText();

} // namespace gauge::lake
