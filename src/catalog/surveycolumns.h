// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"

namespace gauge::catalog {

//! The base columns of a survey record, answered or not, so that responses and non-responses can be read
//! with the same query. Names and order are the promise of cli.md.
[[nodiscard]] std::vector<Column> surveyColumns();
//! Those of them that \a names name, in that order.
[[nodiscard]] std::vector<Column> surveyColumns(const QStringList &names);

} // namespace gauge::catalog
