// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace gauge {

//! Steps of one letter (put in, taken out, replaced, exchanged with the next) from \a from to \a to. Takes
//! the product of their lengths.
[[nodiscard]] int editDistance(const QString &from, const QString &to);

//! That of \a candidates which \a typed is most likely meant to be, case apart; empty when more than a third
//! of its letters would be wrong, as that would mislead.
[[nodiscard]] QString nearest(const QString &typed, const QStringList &candidates);

} // namespace gauge
