// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "catalog/page.h"

namespace gauge::catalog {

//! The service has taken the person out of \a record at a customer's request: names are asterisks, or a
//! comment says so ("Sync feeds" in service.md). What was known of that person must go then.
[[nodiscard]] bool isAnonymised(const Endpoint &endpoint, const Record &record);

//! What stands for a value of a personal column wherever personal data is masked.
inline constexpr auto maskText = "***";

} // namespace gauge::catalog
