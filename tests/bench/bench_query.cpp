// SPDX-License-Identifier: GPL-3.0-or-later
// How long questions to a lake take: bench_query LAKE [COLUMN…]. For each column the key snapshot sorted by
// it, the first time and once it has its index (which is made here and stays); then the NPS by month over
// all. A line each: what, seconds before, seconds to make the index, seconds after, and before and after in
// seconds of the processor: on a machine that does other work only these are steady.
#include "base/clock.h"
#include "lake/read/lakereader.h"

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

struct Spent
{
    double wall = 0;
    double processor = 0;
};

//! The quickest of three: other work on the machine only adds.
template <typename Work>
Spent spent(Work work)
{
    Spent best{1e9, 1e9};
    for (int turn = 0; turn < 3; ++turn) {
        const std::clock_t processor = std::clock();
        QElapsedTimer timer;
        timer.start();
        work();
        best.wall = std::min(best.wall, static_cast<double>(timer.nsecsElapsed()) / 1e9);
        best.processor
            = std::min(best.processor, static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC);
    }
    return best;
}

template <typename Work>
void measure(const QString &what, const QString &path, const catalog::Catalog &catalog, const QString &column,
             Work work)
{
    const SystemClock clock;
    const auto reader = need(lake::LakeReader::open(path, catalog));
    const Spent before = spent([&] { work(*reader); });
    auto indexer = need(lake::ColumnIndexer::open(path, catalog));
    QElapsedTimer timer;
    timer.start();
    // One that is there already would have been in use before.
    if (!need(indexer.ensure(feed, column, {}, clock.now(), {0, 100'000'000, 5}, {})))
        qFatal("no index was made for %s", qPrintable(column));
    const double making = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const Spent after = spent([&] { work(*reader); });
    std::printf("%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\n", qPrintable(what), before.wall, making, after.wall,
                before.processor, after.processor);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("bench_query LAKE [COLUMN…]");
    const QString path = arguments[1];
    const auto catalog = catalog::Catalog::builtIn();
    need(need(lake::LakeReader::open(path, catalog))->count(feed, {})); // into the system's cache
    for (const QString &column : arguments.mid(2)) {
        for (const bool descending : {false, true}) {
            query::Query query;
            query.sort = {{column, descending}};
            const QString what = column + (descending ? QStringLiteral(":desc") : QString());
            if (descending) { // has its index by now
                const auto reader = need(lake::LakeReader::open(path, catalog));
                const Spent after = spent([&] { need(reader->snapshot(feed, query)); });
                std::printf("%s\t-\t-\t%.3f\t-\t%.3f\n", qPrintable(what), after.wall, after.processor);
                continue;
            }
            measure(what, path, catalog, column,
                    [&query](lake::LakeReader &reader) { need(reader.snapshot(feed, query)); });
        }
    }
    const lake::Grouping byMonth{QStringLiteral("date_sent"), lake::Grouping::By::Month};
    measure(QStringLiteral("NPS by month"), path, catalog, byMonth.column,
            [&byMonth](lake::LakeReader &reader) { need(reader.scoreGroups(feed, {}, byMonth)); });
    return 0;
}
