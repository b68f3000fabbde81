// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/dashboard/dashboardchoices.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace gauge::ui {

using By = lake::Grouping::By;

namespace {

QString nameOf(By period)
{
    switch (period) {
    case By::Week:
        return QStringLiteral("week");
    case By::Quarter:
        return QStringLiteral("quarter");
    case By::Day:
    case By::Month:
    case By::Column:
        break;
    }
    return QStringLiteral("month");
}

By periodOf(const QString &name)
{
    for (const By period : {By::Week, By::Quarter}) {
        if (nameOf(period) == name)
            return period;
    }
    return By::Month;
}

} // namespace

QJsonObject DashboardChoices::toJson() const
{
    return {{QStringLiteral("date"), date},       {QStringLiteral("period"), nameOf(period)},
            {QStringLiteral("range"), range},     {QStringLiteral("lines"), lines},
            {QStringLiteral("segment"), segment}, {QStringLiteral("rows"), rows},
            {QStringLiteral("columns"), columns}, {QStringLiteral("rate"), showsRate}};
}

DashboardChoices DashboardChoices::fromJson(const QJsonObject &json)
{
    DashboardChoices choices;
    choices.date = json[QLatin1String("date")].toString(choices.date);
    choices.period = periodOf(json[QLatin1String("period")].toString());
    const QString range = json[QLatin1String("range")].toString();
    choices.range = query::RelativePeriod::parse(range) ? range : QString();
    choices.lines = json[QLatin1String("lines")].toString();
    choices.segment = json[QLatin1String("segment")].toString();
    choices.rows = json[QLatin1String("rows")].toString();
    choices.columns = json[QLatin1String("columns")].toString();
    choices.showsRate = json[QLatin1String("rate")].toBool();
    return choices;
}

metrics::DashboardPlan DashboardChoices::plan(const metrics::ProvisionalWindow &settling) const
{
    metrics::DashboardPlan plan;
    plan.date = date;
    plan.period = period;
    plan.settling = settling;
    if (const auto relative = query::RelativePeriod::parse(range))
        plan.range = relative->on(today(*settling.clock));
    if (!segment.isEmpty())
        plan.segments = {segment};
    if (!lines.isEmpty())
        plan.crosses.push_back({lines, {}});
    if (!rows.isEmpty())
        plan.crosses.push_back({rows, columns});
    plan.accounts.emplace();
    return plan;
}

PeriodText periodText(const QString &period)
{
    const QString year = period.left(4);
    const QString rest = period.mid(5);
    if (rest.startsWith(QLatin1Char('Q'))) {
        return {QCoreApplication::translate("periodwords", "Q%1 %2").arg(rest.mid(1), year.right(2)),
                QCoreApplication::translate("periodwords", "quarter %1 of %2").arg(rest.mid(1), year)};
    }
    if (rest.startsWith(QLatin1Char('W'))) {
        return {QCoreApplication::translate("periodwords", "W%1 %2").arg(rest.mid(1), year.right(2)),
                QCoreApplication::translate("periodwords", "week %1 of %2").arg(rest.mid(1), year)};
    }
    const QDate month(year.toInt(), rest.toInt(), 1);
    if (!month.isValid())
        return {period, period};
    const QLocale locale;
    return {locale.toString(month, QStringLiteral("MMM yy")),
            locale.standaloneMonthName(month.month()) + QLatin1Char(' ') + year};
}

} // namespace gauge::ui
