// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/texthash.h"
#include "lake/scoregroups.h"
#include "query/relativeperiod.h"

#include <limits>

namespace gauge::metrics {

//! A range as the texts that dates in the lake are compared with, here as in its conditions.
struct DateTexts
{
    std::string start;
    std::string end;
    explicit DateTexts(const query::DateRange &range)
        : start(range.start.toString(Qt::ISODate).toStdString())
        , end(range.end.toString(Qt::ISODate).toStdString())
    {}
    [[nodiscard]] bool hold(std::string_view date) const { return date >= start && date < end; }
};

//! No period: of what is no date.
inline constexpr int noPeriod = std::numeric_limits<int>::min();

//! Days, weeks, months or quarters as whole numbers that follow each other.
[[nodiscard]] int periodNumber(QDate date, lake::Grouping::By by);
[[nodiscard]] query::DateRange periodDays(int number, lake::Grouping::By by);

//! The period of a date as it stands in the lake. A million dates are a few hundred days, of which each is
//! read once.
class PeriodReader
{
public:
    explicit PeriodReader(lake::Grouping::By by)
        : m_by(by)
    {}
    //! noPeriod for what does not begin with a date.
    [[nodiscard]] int periodOf(std::string_view date);

private:
    lake::Grouping::By m_by;
    ByText<int> m_known;
};

} // namespace gauge::metrics
