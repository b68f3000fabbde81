// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

class QMenu;

namespace gauge::ui {

class RecordTable;

//! Fills \a menu with what can be done with \a column of \a table: at its header, and from its cells for
//! those who have no mouse. -1: with the columns as such.
void fillColumnMenu(QMenu *menu, RecordTable *table, int column);

} // namespace gauge::ui

class QFontMetrics;

namespace gauge::ui {

class RecordModel;

//! The width at which \a column shows its title and what its rows from the first to the last hold, within
//! reason. A column that is masked is not measured: its width would tell what it holds.
[[nodiscard]] int fittingWidth(const RecordModel &records, int column, int firstRow, int lastRow,
                               const QFontMetrics &metrics);

} // namespace gauge::ui

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
