// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/rowranges.h"

#include <algorithm>
#include <numeric>

namespace gauge::ui {

std::vector<RowRange> rowRanges(const QItemSelection &selection)
{
    std::vector<RowRange> all;
    all.reserve(std::size_t(selection.size()));
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            all.push_back({range.top(), range.bottom()});
    }
    std::sort(all.begin(), all.end(), [](const RowRange &a, const RowRange &b) { return a.first < b.first; });
    std::vector<RowRange> merged;
    for (const RowRange &range : all) {
        if (!merged.empty() && range.first <= merged.back().last + 1)
            merged.back().last = std::max(merged.back().last, range.last);
        else
            merged.push_back(range);
    }
    return merged;
}

int countRows(const std::vector<RowRange> &ranges)
{
    return std::accumulate(ranges.begin(), ranges.end(), 0, [](int count, const RowRange &range) {
        return count + range.last - range.first + 1;
    });
}

std::vector<int> rowsOf(const std::vector<RowRange> &ranges)
{
    std::vector<int> rows;
    rows.reserve(std::size_t(countRows(ranges)));
    for (const RowRange &range : ranges) {
        for (int row = range.first; row <= range.last; ++row)
            rows.push_back(row);
    }
    return rows;
}

} // namespace gauge::ui
