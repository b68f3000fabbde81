// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"
#include "pages/dashboard/figurecharts.h"

namespace gauge::ui {

//! Accounts that need somebody.
enum class AccountList { Falling, Unattended, Silent };

//! "Falling scores (3)".
[[nodiscard]] QString accountListTitle(AccountList list, const std::optional<metrics::Accounts> &accounts);
void fillAccounts(ListChart &chart, AccountList list, const ChartContext &context);

} // namespace gauge::ui
