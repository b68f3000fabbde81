// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gauge {

//! Steps of one letter (put in, taken out, replaced) from \a from to \a to. Takes the product of their
//! lengths.
[[nodiscard]] int editDistance(const QString &from, const QString &to);

} // namespace gauge
