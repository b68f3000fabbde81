// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"

#include <string>
#include <string_view>
#include <vector>

namespace gauge::service {

//! An endpoint's pointers as a tree of keys, so that a record is flattened in one walk.
//! Pointers lead through objects, not through list positions.
struct PlanNode
{
    std::string key;
    std::string path; //!< keys from the record down, joined by dots; names what has no column
    int column = -1; //!< index into Endpoint::columns whose pointer ends here
    int aliasOf = -1; //!< index of the column whose alias ends here
    int list = -1; //!< index into Endpoint::dynamicColumns
    std::vector<PlanNode> children;
    std::size_t expected = 0; //!< records repeat the order of their keys: the child after the last one found

    //! The child with \a name, or null.
    PlanNode *find(std::string_view name);
    //! The node at a JSON pointer below this one, made where it is missing; null for no pointer.
    PlanNode *at(std::string_view pointer);
};

[[nodiscard]] PlanNode recordPlan(const catalog::Endpoint &endpoint);

} // namespace gauge::service
