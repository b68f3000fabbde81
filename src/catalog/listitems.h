// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gauge::catalog {

//! One entry of a list column.
struct ListItem
{
    std::string label; //!< what it is called: a driver's primary, a tag's label, a question's title
    std::vector<std::pair<std::string, std::string>> fields; //!< name and readable value, as received

    bool operator==(const ListItem &) const = default;
};

//! The entries of a list column in their order. A plain entry has one field, "value". Text that is no
//! JSON list is one such entry; an empty text has none.
[[nodiscard]] std::vector<ListItem> listItems(std::string_view json);

} // namespace gauge::catalog
