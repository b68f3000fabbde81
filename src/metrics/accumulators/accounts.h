// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "lake/read/lakereader.h"
#include "metrics/accumulators/accumulator.h"
#include "metrics/figures/dashboard.h"
#include "metrics/figures/periods.h"
#include "metrics/figures/valueindex.h"

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

//! Accounts that need somebody.
class AccountAccumulator final : public Accumulator
{
public:
    //! \a feed has the responses; \a cases must be there when it tells.
    AccountAccumulator(NeededColumns &columns, const DashboardPlan &plan, const catalog::Endpoint &feed,
                       const Cases &cases);
    void add(const ResponseRow &reading) override;
    void merge(const Accumulator &other) override;
    void writeTo(Dashboard &dashboard) const override;

private:
    struct Tally
    {
        Figure figure;
        Figure recent;
        Figure earlier;
        qint64 records = 0; //!< of all that was read
        qint64 asked = 0; //!< of the detractors
        std::vector<qint64> detractors; //!< their numbers
        std::vector<std::string> otherDetractors; //!< those whose number is none
        std::string lastDay;
    };
    void addDetractor(Tally &tally, const ResponseRow &reading) const;
    void addCases(Account &account, const Tally &tally) const;
    [[nodiscard]] Account told(size_t account) const;

    AccountPlan m_account;
    const Cases *m_cases;
    QDate m_lastDay; //!< of what is looked at
    std::optional<DateTexts> m_recent; //!< nothing: it is the range
    std::optional<DateTexts> m_earlier;
    size_t m_place;
    size_t m_keyPlace;
    size_t m_askedPlace;
    std::string m_buffer;
    Names m_names;
    std::vector<Tally> m_tallies; //!< by name
    bool m_isTooMany = false;
};

} // namespace gauge::metrics
