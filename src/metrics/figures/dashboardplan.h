// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/read/scoregroups.h"
#include "metrics/figures/settling.h"
#include "query/relativeperiod.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace gauge::metrics {

//! Values of one column against those of another, or against time.
struct CrossPlan
{
    QString rows; //!< a column
    QString columns; //!< a column; empty: periods. Its rows are then lines of a trend
    bool operator==(const CrossPlan &) const = default;
};

//! What is asked about accounts.
struct AccountPlan
{
    QString column = QStringLiteral("account_name");
    //! Without a range: so many days up to today are compared with as many before. An account is silent that
    //! did not answer in so many days.
    int days = 90;
    size_t most = 50; //!< of each list
    bool operator==(const AccountPlan &) const = default;
};

//! Which figures a dashboard needs. Each part costs time, so a page asks for what it shows; the quickest
//! answer comes with nothing but headline and trend.
struct DashboardPlan
{
    QString date = QStringLiteral("date_survey_response"); //!< by it a response is in a period
    QString sentDate = QStringLiteral("date_sent"); //!< by it response rates go: both feeds have it
    lake::Grouping::By period = lake::Grouping::By::Month; //!< of the trend: not Column
    //! Of `date`; the figures are of this, and compared with as long a time before. Nothing: all times.
    std::optional<query::DateRange> range;
    Settling settling; //!< its clock also says what today is

    bool rates = true; //!< needs the feed of non-responses
    bool drivers = true;
    bool tags = true;
    bool questions = true;
    QStringList segments; //!< columns
    std::vector<CrossPlan> crosses;
    std::optional<AccountPlan> accounts;
};

//! As long a time before \a range: the month before a month, the two quarters before two quarters; otherwise
//! as many days.
[[nodiscard]] query::DateRange previousOf(const query::DateRange &range);

} // namespace gauge::metrics
