// SPDX-License-Identifier: GPL-3.0-or-later
// How long the figures of a dashboard take: bench_dashboard LAKE. A line each: what, seconds, seconds of the
// processor in all threads, records. The quickest of five: other work on the machine only adds. With `index`
// behind it, first makes the indexes that a window would have made meanwhile; they stay. With a further word
// measures only what has it in its name.
#include "base/clock.h"
#include "metrics/makedashboard.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace gauge;

namespace {

const QString feed = QStringLiteral("responses");

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
    return std::move(*result);
}

class Bench
{
public:
    explicit Bench(const QString &path)
        : m_location(need(lake::Location::parse(path, {})))
    {
        m_reader = open();
        m_plan.settling = {std::make_shared<SystemClock>(), 48};
    }

    //! Everything that a first page shows.
    [[nodiscard]] metrics::DashboardPlan whole() const
    {
        metrics::DashboardPlan plan = m_plan;
        plan.segments = {QStringLiteral("property.Country"), QStringLiteral("language")};
        plan.crosses = {{QStringLiteral("property.Country"), {}}};
        plan.accounts.emplace();
        return plan;
    }
    [[nodiscard]] metrics::DashboardPlan headline() const
    {
        metrics::DashboardPlan plan = m_plan;
        plan.drivers = plan.tags = plan.questions = plan.rates = false;
        return plan;
    }

    void measure(const char *what, const QString &where, const metrics::DashboardPlan &plan,
                 bool alone = false)
    {
        if (!QString::fromLatin1(what).contains(only))
            return;
        query::Query query;
        if (!where.isEmpty())
            query.where = {need(query::parseFilter(where))};
        double wall = 1e9;
        double processor = 1e9;
        qint64 records = 0;
        for (int turn = 0; turn < 5; ++turn) {
            const std::clock_t start = std::clock();
            QElapsedTimer timer;
            timer.start();
            const auto made = need(
                metrics::makeDashboard(*m_reader, alone ? metrics::OpenReader() : [this] { return opened(); },
                                       m_catalog, *m_catalog.find(feed), query, plan, {}));
            records = made.figure.records;
            wall = std::min(wall, static_cast<double>(timer.nsecsElapsed()) / 1e9);
            processor = std::min(processor, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        }
        std::printf("%s\t%.3f\t%.3f\t%lld\n", what, wall, processor, static_cast<long long>(records));
        std::fflush(stdout);
    }

    QString only; //!< a part of the names of what is measured

    void index()
    {
        auto indexer = need(lake::ColumnIndexer::open(m_location, m_catalog));
        const SystemClock clock;
        const std::vector<std::pair<QString, QString>> columns{
            {feed, QStringLiteral("property.Country")},
            {feed, QStringLiteral("date_survey_response")},
            {feed, QStringLiteral("date_sent")},
            {QStringLiteral("non-responses"), QStringLiteral("date_sent")},
            {QStringLiteral("non-responses"), QStringLiteral("property.Country")},
        };
        for (const auto &[of, column] : columns)
            need(indexer.ensure(of, column, {}, clock.now(), {}, {}));
    }

private:
    Result<std::unique_ptr<lake::LakeReader>> opened() const
    {
        return lake::LakeReader::open(m_location, m_catalog);
    }
    std::unique_ptr<lake::LakeReader> open() const
    {
        auto reader = need(opened());
        reader->setToday(today(SystemClock()));
        return reader;
    }
    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
    lake::Location m_location;
    std::unique_ptr<lake::LakeReader> m_reader;
    metrics::DashboardPlan m_plan;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_dashboard LAKE [index]");
    Bench bench(arguments[1]);
    if (arguments.value(2) == QLatin1String("index"))
        bench.index();
    bench.only = arguments.value(3);
    bench.measure("headline and trend", {}, bench.headline());
    bench.measure("whole page", {}, bench.whole());
    bench.measure("whole page, one thread", {}, bench.whole(), true);
    metrics::DashboardPlan noRates = bench.whole();
    noRates.rates = false;
    bench.measure("whole page without response rates", {}, noRates);
    bench.measure("after a filter on a country", QStringLiteral("property.Country = DE"), bench.whole());
    bench.measure("headline after it", QStringLiteral("property.Country = DE"), bench.headline());
    metrics::DashboardPlan quarter = bench.whole();
    quarter.range = {{QDate(2025, 7, 1), QDate(2025, 10, 1)}};
    bench.measure("one quarter", {}, quarter);
    return 0;
}
