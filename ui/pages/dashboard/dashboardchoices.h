// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/figures/dashboard.h"

#include <QJsonObject>
#include <QString>

namespace gauge::ui {

//! What a person chose on the dashboard, kept between two starts.
struct DashboardChoices
{
    QString date = QStringLiteral("date_survey_response"); //!< by it a response is in a period
    lake::Grouping::By period = lake::Grouping::By::Month;
    QString range; //!< a query::RelativePeriod; empty: all times
    QString lines; //!< the trend has a line for each value of this column; empty: one line
    QString segment; //!< a column
    QString rows; //!< of the two-way table
    QString columns; //!< of it; empty: periods
    bool showsRate = false; //!< below the trend
    bool operator==(const DashboardChoices &) const = default;

    [[nodiscard]] QJsonObject toJson() const;
    //! What cannot be read is as at first.
    [[nodiscard]] static DashboardChoices fromJson(const QJsonObject &json);
    [[nodiscard]] metrics::DashboardPlan plan(const metrics::ProvisionalWindow &settling) const;
};

//! A period of a trend (`2026-W07`, `2026-03`, `2026-Q1`) as people call it.
struct PeriodText
{
    QString label; //!< short, for an axis: "Mar 26"
    QString name; //!< "March 2026"
};

//! What is no such text is shown as it is.
[[nodiscard]] PeriodText periodText(const QString &period);

} // namespace gauge::ui
