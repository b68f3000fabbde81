// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>

#include <vector>

namespace gauge::ui {

//! Rows from the first to the last, both included.
struct RowRange
{
    int first = 0;
    int last = 0;
    bool operator==(const RowRange &) const = default;
};

//! The rows that have a cell in \a selection, from top to bottom; no two ranges overlap or touch. Takes time
//! by the number of ranges, however long they are.
[[nodiscard]] std::vector<RowRange> rowRanges(const QItemSelection &selection);
[[nodiscard]] int countRows(const std::vector<RowRange> &ranges);
//! One by one.
[[nodiscard]] std::vector<int> rowsOf(const std::vector<RowRange> &ranges);

} // namespace gauge::ui
