// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/table/sorting.h"

#include <algorithm>

namespace gauge::ui::sorting {

std::optional<std::size_t> place(const Sorts &sorts, const QString &column)
{
    const auto found = std::find_if(sorts.begin(), sorts.end(),
                                    [&](const query::Sort &sort) { return sort.column == column; });
    return found == sorts.end() ? std::nullopt : std::optional(std::size_t(found - sorts.begin()));
}

Sorts clicked(const Sorts &sorts, const QString &column)
{
    const bool isAlone = sorts.size() == 1 && sorts.front().column == column;
    return {{column, isAlone && !sorts.front().descending}};
}

Sorts clickedFurther(Sorts sorts, const QString &column)
{
    const std::optional<std::size_t> known = place(sorts, column);
    const bool descending = known && !sorts[*known].descending;
    return with(std::move(sorts), {column, descending});
}

Sorts with(Sorts sorts, const query::Sort &sort)
{
    if (const std::optional<std::size_t> known = place(sorts, sort.column))
        sorts[*known] = sort;
    else
        sorts.push_back(sort);
    return sorts;
}

Sorts without(Sorts sorts, const QString &column)
{
    std::erase_if(sorts, [&](const query::Sort &sort) { return sort.column == column; });
    return sorts;
}

} // namespace gauge::ui::sorting
