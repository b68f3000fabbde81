// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/personaldata.h"

#include <algorithm>

namespace gauge::catalog {

bool isAnonymised(const Endpoint &endpoint, const Record &record)
{
    constexpr std::string_view notice = "This comment has been anonymised based on customer request";
    constexpr size_t fewest = 3;
    const size_t count = std::min(endpoint.columns.size(), record.cells.size());
    for (size_t i = 0; i < count; ++i) {
        const std::string_view text = record.cells[i].text;
        if (text.starts_with(notice))
            return true;
        const bool stars = text.size() >= fewest && text.find_first_not_of('*') == std::string_view::npos;
        if (stars && endpoint.columns[i].personal)
            return true;
    }
    return false;
}

} // namespace gauge::catalog
