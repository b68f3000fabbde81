// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "catalog/page.h"
#include "lake/sql/location.h"
#include "lake/sql/types.h"
#include "lake/state/lakeowner.h"

#include <memory>

namespace gauge::sync {

//! Whether a page of \a scope holds its records whole, so that storing them takes nothing away: every part
//! that \a endpoint offers (with[]) was asked for.
[[nodiscard]] bool isWhole(const catalog::Endpoint &endpoint, const catalog::Scope &scope);

//! Stores the records of one page that a person looked at; the checkpoint stays, and so do earlier versions
//! of what changed. Blocks. Input error for a page that is not whole; Busy while another syncs the feed.
//! A lake with the data of another system than \a system is refused.
[[nodiscard]] Result<lake::StoreCounts> keepPage(const lake::Location &location, const lake::System &system,
                                                 const catalog::Catalog &catalog,
                                                 std::shared_ptr<Clock> clock,
                                                 const catalog::Endpoint &endpoint,
                                                 const catalog::Scope &scope, const catalog::Page &page);

} // namespace gauge::sync
