// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/valuecounts.h"
#include "query/filter.h"

#include <QFuture>

#include <functional>
#include <stop_token>

namespace gauge::ui {

//! Asks what a column holds in the records that pass \a where and whatever else narrows the page. Returns at
//! once; empty where there is no lake to ask.
using ValueSource = std::function<QFuture<Result<lake::ValueCounts>>(
    const QString &column, std::vector<query::Filter> where, std::stop_token stop)>;

//! As many values as a list to choose from shows: more are found by typing.
inline constexpr size_t listedValues = 500;

} // namespace gauge::ui
