// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/lakefixture.h"
#include "metrics/makedashboard.h"

namespace gauge::test {

//! A lake whose dashboards are asked for. The clock stands at noon of 2026-01-01.
struct DashboardLake : LakeFixture
{
    using ValueIndex = PageBuilder::Values;

    //! Stores \a page as a sync of its feed that ends well.
    void sync(const PageBuilder &page, const char *id)
    {
        const auto opened = writer();
        if (!opened->beginSync(QLatin1String(id), {}, lake::SyncKind::Incremental))
            qFatal("no sync");
        store(*opened, page, id);
        if (!opened->finishSync(QLatin1String(id), 1, {}, {}))
            qFatal("no end");
    }

    [[nodiscard]] metrics::DashboardPlan plan() const
    {
        metrics::DashboardPlan made;
        made.settling = {clock, 48};
        return made;
    }

    Result<metrics::Dashboard> ask(const query::Query &query, const metrics::DashboardPlan &plan,
                                   std::stop_token stop = {})
    {
        const auto opened = reader();
        const auto another = [this] { return lake::LakeReader::open(location(), catalog); };
        return metrics::makeDashboard(*opened, another, catalog, feed("responses"), query, plan,
                                      std::move(stop));
    }
    metrics::Dashboard made(const metrics::DashboardPlan &plan, const query::Query &query = {})
    {
        auto result = ask(query, plan);
        if (!result)
            qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
        return std::move(*result);
    }

    //! How many records \a opens finds in addition to the dashboard's own query.
    qint64 found(const metrics::Dashboard &dashboard, const metrics::Filters &drillDown)
    {
        query::Query query = dashboard.query;
        query.where.insert(query.where.end(), drillDown.begin(), drillDown.end());
        const auto count = reader()->count(QStringLiteral("responses"), query);
        if (!count)
            qFatal("%s", qPrintable(count.error().text));
        return *count;
    }
};

//! "promoters/passives/detractors+ignored"
inline QString told(const metrics::Figure &figure)
{
    return QStringLiteral("%1/%2/%3+%4")
        .arg(figure.counts.promoters)
        .arg(figure.counts.passives)
        .arg(figure.counts.detractors)
        .arg(figure.ignored());
}

} // namespace gauge::test
