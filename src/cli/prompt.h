// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QIODevice>

namespace gauge::cli {

//! Whether one line of \a input says yes, spelled out. Any other, and none, is no.
[[nodiscard]] bool readYes(QIODevice &input);

//! Before something that cannot be undone: \a isAllowed (--yes) is enough; at a terminal \a warning is shown
//! and yes must be typed; elsewhere, and for any other answer, an Input error says what to do.
[[nodiscard]] Result<void> confirm(const QString &warning, bool isAllowed);

//! One line of \a input without its line break, as a secret. Input error when nothing came or when
//! the line is longer than any secret is; \a what names it ("client secret").
[[nodiscard]] Result<Secret> readSecretLine(QIODevice &input, const QString &what);

enum class Typing { Hidden, Shown };

//! One line of standard input; at a terminal it is asked for and, as a secret, not shown.
[[nodiscard]] Result<Secret> askForSecret(const QString &what, Typing typing = Typing::Hidden);

} // namespace gauge::cli
