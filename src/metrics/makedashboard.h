// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "metrics/figures/dashboard.h"
#include "metrics/figures/dashboardplan.h"

#include <functional>
#include <stop_token>

namespace gauge::metrics {

//! Opens a further reader of the same lake, in the thread that calls it.
using OpenReader = std::function<Result<std::unique_ptr<lake::LakeReader>>()>;

//! The figures of all that \a query finds in \a feed, read once from one end to the other. Its sort, columns
//! and limit do not count. Input error for a feed without scores, and for columns that it does not have.
//! With \a openAnother a second thread reads the other half of a large lake; what a sync stores meanwhile
//! is then in one half, or in both.
[[nodiscard]] Result<Dashboard> makeDashboard(lake::LakeReader &reader, const OpenReader &openAnother,
                                              const catalog::Catalog &catalog, const catalog::Endpoint &feed,
                                              const query::Query &query, const DashboardPlan &plan,
                                              std::stop_token stop);

} // namespace gauge::metrics
