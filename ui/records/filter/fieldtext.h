// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/types.h"
#include "query/condition.h"

//! What is typed into a field of the filter row. The same text means the same in every field of columns of
//! one type, and whatever it means is one condition.
namespace gauge::ui {

//! The condition on \a column that \a text means; nothing: no condition. Input errors are words for the
//! field.
[[nodiscard]] Result<std::optional<query::Condition>> readField(const QString &text,
                                                                const lake::LakeColumn &column);

//! What to type for \a condition, which is one on \a column; nothing where a field cannot say it.
[[nodiscard]] std::optional<QString> fieldText(const query::Condition &condition,
                                               const lake::LakeColumn &column);

//! What can be typed into the field of a column of \a type, a line each.
[[nodiscard]] QString fieldHelp(catalog::ColumnType type);

} // namespace gauge::ui
