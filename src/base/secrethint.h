// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QString>

namespace gauge {

//! A sentence on a line break, blank, quotation mark or byte-order mark around \a secret: often copied by
//! mistake, and then part of it. Empty where there is none. \a name is what people call it ("client
//! secret"). Shows nothing of the secret.
[[nodiscard]] QString secretHint(const Secret &secret, const QString &name);

} // namespace gauge
