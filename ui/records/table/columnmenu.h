// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenu;

namespace gauge::ui {

class RecordTable;

//! Fills \a menu with what can be done with \a column of \a table: at its header, and from its cells for
//! those who have no mouse. -1: with the columns as such.
void fillColumnMenu(QMenu *menu, RecordTable *table, int column);

} // namespace gauge::ui
