// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/kinds/contributionchart.h"
#include "charts/kinds/distributionchart.h"
#include "charts/kinds/trendchart.h"

namespace gauge::test {

inline std::vector<query::Filter> found(const QString &text)
{
    return {*query::parseFilter(text)};
}

//! Three months, of which the second has too few responses and the third a name that spreadsheets run.
inline ui::TrendChart::Data threeMonths()
{
    ui::TrendChart::Data data;
    data.periods = {{QStringLiteral("Jan 26"), QStringLiteral("January 2026"), 120, 0.31,
                     found(QStringLiteral("date_survey_response in 2026-01"))},
                    {QStringLiteral("Feb 26"), QStringLiteral("February 2026"), 3, {}, {}},
                    {QStringLiteral("Mar 26"), QStringLiteral("=March & \"2026\""), 1200, 0.4,
                     found(QStringLiteral("date_survey_response in 2026-03"))}};
    data.lines = {{QStringLiteral("NPS"),
                   {{38.25, 30.5, 45.75, 120, false}, {100, 17, 100, 3, true}, {-4.4, -10, 1.5, 1200, false}},
                   {}}};
    return data;
}

inline std::vector<ui::ContributionChart::Driver> twoDrivers()
{
    return {
        {QStringLiteral("Ordering"),
         12.5,
         {40, 31, 49, 300, false},
         300,
         {{QStringLiteral("Ease"), 14, {60, 51, 69, 200, false}, 200, {}, found(QStringLiteral("nps = 9"))},
          {QStringLiteral("Speed"), -1.5, {-8, -28, 12, 100, false}, 100, {}, {}}},
         found(QStringLiteral("nps >= 9"))},
        {QStringLiteral("Other"), -2.5, {-3, -9, 3, 80, false}, 80, {}, {}}};
}

} // namespace gauge::test
