// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/figures/dashboard.h"

//! Filters that find the records of a figure.
namespace gauge::metrics {

//! Nothing: records without a value.
[[nodiscard]] Filters hasValue(const QString &column, const std::optional<QString> &value);
[[nodiscard]] Filters isWithin(const QString &column, const query::DateRange &range);
//! A list column has \a name in one of its entries, as their JSON writes it: plain, or as PHP escapes it.
[[nodiscard]] Filters listsName(const QString &column, const QString &name);

} // namespace gauge::metrics
