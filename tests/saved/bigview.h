// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "saved/view.h"

namespace gauge::test {

//! A view whose file takes a while to write; every \a version of it is told from every other.
[[nodiscard]] inline saved::View bigView(int version)
{
    saved::View view;
    view.name = QStringLiteral("Big");
    view.feed = QStringLiteral("responses");
    for (int i = 0; i < 5000; ++i)
        view.query.columns.append(QStringLiteral("property.%1 of version %2").arg(i).arg(version));
    return view;
}

} // namespace gauge::test
