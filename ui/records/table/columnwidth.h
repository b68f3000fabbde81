// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QFontMetrics;

namespace gauge::ui {

class RecordModel;

//! The width at which \a column shows its title and what its rows from the first to the last hold, within
//! reason. A column that is masked is not measured: its width would tell what it holds.
[[nodiscard]] int fittingWidth(const RecordModel &records, int column, int firstRow, int lastRow,
                               const QFontMetrics &metrics);

} // namespace gauge::ui
