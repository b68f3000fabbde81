// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart.h"
#include "charts/kinds/contributionchart.h"
#include "charts/kinds/distributionchart.h"
#include "charts/kinds/questionchart.h"
#include "charts/kinds/rankedchart.h"
#include "charts/kinds/sentimentchart.h"
#include "charts/kinds/shareschart.h"
#include "charts/kinds/trendchart.h"
#include "charts/kinds/twowaychart.h"
#include "metrics/figures/dashboard.h"
#include "pages/dashboard/dashboardchoices.h"

namespace gauge::ui {

//! How figures become charts.
struct ChartContext
{
    const metrics::Dashboard &figures;
    const DashboardChoices &choices;
    const std::vector<lake::LakeColumn> &columns; //!< of the feed: they have the titles
    QString scoreColumn;
    int least = 5; //!< responses that a figure needs to be told
    bool isMasked = false; //!< names of accounts are hidden

    [[nodiscard]] QString titleOf(const QString &column) const;
    //! A value of a column; nothing: “none”.
    [[nodiscard]] QString valueOf(const QString &column, const std::optional<QString> &value) const;
    //! Whether what it holds is masked; its values then open no records, which would tell them.
    [[nodiscard]] bool hides(const QString &column) const;
    [[nodiscard]] Estimate estimate(const metrics::Figure &figure) const;
    [[nodiscard]] bool isTooFew() const { return figures.figure.isTooFew(least); }
};

[[nodiscard]] QString periodTitle(lake::Grouping::By period); //!< "month"
[[nodiscard]] QString tooFewText(int least); //!< "Fewer than 5 responses …"

void fillTrend(TrendChart &chart, const ChartContext &context);
void fillDistribution(DistributionChart &chart, const ChartContext &context);
void fillShares(SharesChart &chart, const ChartContext &context);
void fillDrivers(ContributionChart &chart, const ChartContext &context);
void fillTopics(SentimentChart &chart, const ChartContext &context);
void fillSegments(RankedChart &chart, const ChartContext &context);
void fillQuestions(QuestionChart &chart, const ChartContext &context);
void fillTwoWay(TwoWayChart &chart, const ChartContext &context);

//! Accounts that need somebody.
enum class AccountList { Falling, Unattended, Silent };

//! "Falling scores (3)".
[[nodiscard]] QString accountListTitle(AccountList list, const std::optional<metrics::Accounts> &accounts);
void fillAccounts(ListChart &chart, AccountList list, const ChartContext &context);

} // namespace gauge::ui
