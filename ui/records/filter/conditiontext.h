// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/query.h"

//! Conditions as people read and write them.
namespace gauge::ui {

//! The operators that make sense for a column of \a type, the usual one first.
[[nodiscard]] std::vector<query::Operator> operatorsFor(catalog::ColumnType type);
//! "is", "contains", "at least", … of a column of \a type
[[nodiscard]] QString operatorLabel(query::Operator op, catalog::ColumnType type);

//! "NPS ≥ 9", "Country is one of NL, DE", "Comment is empty". Unknown columns keep their name.
[[nodiscard]] QString conditionLabel(const query::Condition &condition,
                                     const std::vector<lake::LakeColumn> &columns);

//! A condition, or its group: "NPS ≥ 9 and (Country is NL or Comment is empty)".
[[nodiscard]] QString filterLabel(const query::Filter &filter, const std::vector<lake::LakeColumn> &columns);

//! Why \a condition would find nothing it means to, in words, or nothing.
[[nodiscard]] std::optional<QString> validationError(const query::Condition &condition,
                                                     catalog::ColumnType type);

} // namespace gauge::ui
