// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/cases.h"
#include "metrics/dashboardplan.h"
#include "metrics/names.h"
#include "metrics/part.h"
#include "metrics/periods.h"

#include <memory>

namespace gauge::metrics {

//! Accounts that need somebody.
class AccountPart final : public Part
{
public:
    //! \a feed has the responses; \a cases are read by all threads.
    AccountPart(NeededColumns &columns, const DashboardPlan &plan, const catalog::Endpoint &feed,
                std::shared_ptr<const Cases> cases);
    void add(const Reading &reading) override;
    void merge(const Part &other) override;
    void tell(Dashboard &dashboard) const override;

private:
    struct Tally
    {
        Figure figure;
        Figure recent;
        Figure earlier;
        qint64 records = 0; //!< of all that was read
        qint64 asked = 0;
        qint64 withoutCase = 0;
        qint64 waiting = 0;
        qint64 followedUp = 0;
        qint64 closed = 0;
        std::string lastDay;
    };
    void addDetractor(Tally &tally, const Reading &reading) const;
    [[nodiscard]] Account told(size_t account) const;

    AccountPlan m_account;
    std::shared_ptr<const Cases> m_cases;
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
