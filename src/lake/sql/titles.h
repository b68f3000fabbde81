// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"

#include <QStringList>

#include <span>
#include <vector>

namespace gauge::lake {

//! The column's title in the person's language, or the bare name of a property or question.
[[nodiscard]] QString titleOf(const LakeColumn &column);

//! The \a titles of the columns \a names, so that no two are the same: of those that read the same but for
//! case, the catalog's own keeps its title and the others get their names behind it.
[[nodiscard]] QStringList distinctTitles(QStringList titles, const QStringList &names);

//! The positions of those \a columns that have this title, in English or the person's language, case apart.
[[nodiscard]] std::vector<int> columnsTitled(const QString &title, std::span<const LakeColumn> columns);

} // namespace gauge::lake
