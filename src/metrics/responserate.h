// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"

#include <stop_token>

namespace gauge::metrics {

//! Whether \a query, grouped by the columns \a groupedBy, has a response rate: not where the feed that
//! \a answered supersedes was never synced, where conditions or groups are of what only a response has (a
//! rate over promoters would read 100 %), or comments are searched, which only answers have.
[[nodiscard]] Result<bool> hasResponseRate(lake::LakeReader &reader, const catalog::Endpoint &answered,
                                           const query::Query &query, const QStringList &groupedBy,
                                           const std::stop_token &stop);

} // namespace gauge::metrics
