// SPDX-License-Identifier: GPL-3.0-or-later
// How long a search takes: bench_search LAKE WORD… A line each: word, hits, milliseconds to the first 100
// hits with all their columns, milliseconds to the keys of all hits. The quickest of five.
#include "lake/read/lakereader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>

using namespace gauge;

namespace {

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
    return std::move(*result);
}

template <typename Work>
double milliseconds(Work work)
{
    double best = 1e9;
    for (int turn = 0; turn < 5; ++turn) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return best;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3)
        qFatal("bench_search LAKE WORD…");
    const auto feed = QStringLiteral("responses");
    const auto catalog = catalog::Catalog::builtIn();
    const auto reader = need(lake::LakeReader::open(arguments[1], catalog));
    for (const QString &word : arguments.mid(2)) {
        query::Query query;
        query.search = word;
        std::size_t hits = 0;
        const double all = milliseconds([&] { hits = need(reader->snapshot(feed, query)).keys.size(); });
        query.limit = 100;
        const double first
            = milliseconds([&] { need(reader->rows(feed, need(reader->snapshot(feed, query)).keys, {})); });
        std::printf("%s\t%zu\t%.2f\t%.2f\n", qPrintable(word), hits, first, all);
    }
    return 0;
}
