// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/texthash.h"
#include "lake/lakereader.h"

#include <stop_token>

namespace gauge::metrics {

//! How far somebody closed the loop with a respondent.
enum class CaseState { Waiting, FollowedUp, Closed };

//! The cases of responses by their numbers.
struct Cases
{
    bool areSynced = false;
    ByText<CaseState> states;
};

//! None where the feed of cases was never synced. Source of its times: service.md, "Sync feeds".
[[nodiscard]] Result<Cases> readCases(lake::LakeReader &reader, const catalog::Catalog &catalog,
                                      const std::stop_token &stop);

} // namespace gauge::metrics
