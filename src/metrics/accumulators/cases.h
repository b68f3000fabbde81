// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "lake/read/lakereader.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace gauge::metrics {

//! How far somebody closed the loop with a respondent.
enum class CaseState { Waiting, FollowedUp, Closed };

//! The cases of responses by their numbers.
class Cases
{
public:
    bool areSynced = false;

    void add(const catalog::Cell &number, CaseState state);
    //! After the last was added.
    void sort();
    [[nodiscard]] std::optional<CaseState> of(const catalog::Cell &number) const;

private:
    std::vector<std::pair<qint64, CaseState>> m_numbers;
    ByText<CaseState> m_texts; //!< of numbers that are none
};

//! None where the feed of cases was never synced. Source of its times: service.md, "Sync feeds".
[[nodiscard]] Result<Cases> readCases(lake::LakeReader &reader, const catalog::Catalog &catalog,
                                      const std::stop_token &stop);

} // namespace gauge::metrics
