// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QIODevice>

namespace gauge::cli {

//! Whether one line of \a input says yes, spelled out. Any other, and none, is no.
[[nodiscard]] bool readYes(QIODevice &input);

//! Before something that cannot be undone: \a isAllowed (--yes) is enough; at a terminal \a warning is shown
//! and yes must be typed; elsewhere, and for any other answer, an Input error says what to do.
[[nodiscard]] Result<void> confirm(const QString &warning, bool isAllowed);

} // namespace gauge::cli
