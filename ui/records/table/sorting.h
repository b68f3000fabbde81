// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

//! What clicks on headers make of the order of a table. The first column decides, the next one among those
//! that are equal in it.
namespace gauge::ui::sorting {

using Sorts = std::vector<query::Sort>;

//! Where \a column stands in \a sorts; nothing when the table is not sorted by it.
[[nodiscard]] std::optional<std::size_t> place(const Sorts &sorts, const QString &column);

//! By \a column alone: the other way round if that is so already.
[[nodiscard]] Sorts clicked(const Sorts &sorts, const QString &column);
//! By \a column as well: last if it is new, the other way round in its place if it is not.
[[nodiscard]] Sorts clickedFurther(Sorts sorts, const QString &column);

//! By that column as well, in that direction.
[[nodiscard]] Sorts with(Sorts sorts, const query::Sort &sort);
[[nodiscard]] Sorts without(Sorts sorts, const QString &column);

} // namespace gauge::ui::sorting
