// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QIODevice>

namespace gauge::cli {

//! One line of \a input without its line break, as a secret. Input error when nothing came or when
//! the line is longer than any secret is; \a what names it ("client secret").
[[nodiscard]] Result<Secret> readSecretLine(QIODevice &input, const QString &what);

enum class Typing { Hidden, Shown };

//! One line of standard input; at a terminal it is asked for and, as a secret, not shown.
[[nodiscard]] Result<Secret> askForSecret(const QString &what, Typing typing = Typing::Hidden);

} // namespace gauge::cli
