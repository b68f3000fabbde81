// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gauge::ui {

//! A period of a trend (`2026-W07`, `2026-03`, `2026-Q1`) as people call it.
struct PeriodWords
{
    QString label; //!< short, for an axis: "Mar 26"
    QString name; //!< "March 2026"
};

//! What is no such text is shown as it is.
[[nodiscard]] PeriodWords periodWords(const QString &period);

} // namespace gauge::ui
