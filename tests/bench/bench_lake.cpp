// SPDX-License-Identifier: GPL-3.0-or-later
// Records a second through LakeWriter and LakeReader: bench_lake [FOLDER [RECORDS]]
#include "base/clock.h"
#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "lake/write/lakewriter.h"
#include "support/pagebuilder.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <ctime>

using namespace gauge;

namespace {

constexpr int perPage = 1000;

//! One page of lifelike width: all base cells, twelve extras, 1.8 KB as received.
catalog::Page makePage(const catalog::Endpoint &endpoint, qint64 first)
{
    test::PageBuilder builder(endpoint);
    const std::string raw(1800, 'x');
    for (qint64 number = first; number < first + perPage; ++number) {
        test::PageBuilder::Values base;
        for (const catalog::Column &column : endpoint.columns) {
            if (column.name == endpoint.keyColumn)
                base.emplace_back(column.name, number);
            else if (column.type == catalog::ColumnType::Score)
                base.emplace_back(column.name, int(number * 7 % 11));
            else if (column.type == catalog::ColumnType::DateTime)
                base.emplace_back(column.name, "2026-03-0" + std::to_string(1 + number % 9) + " 12:34:56");
            else if (column.type == catalog::ColumnType::List)
                base.emplace_back(column.name, R"([{"primary":"Ordering","secondary":["Ease","Speed"]}])");
            else if (column.type == catalog::ColumnType::Boolean)
                base.emplace_back(column.name, int(number % 2));
            else
                base.emplace_back(column.name, "value " + std::to_string(number) + " of the record");
        }
        test::PageBuilder::Values extras;
        for (int i = 0; i < 12; ++i)
            extras.emplace_back(QStringLiteral("property.Segment %1").arg(i),
                                "segment " + std::to_string(number % 50));
        builder.record(base, extras, raw);
    }
    return builder.take();
}

//! Wall and processor time: on a machine that does other work only the second is steady.
class Stopwatch
{
public:
    void start()
    {
        m_processor = std::clock();
        m_wall.start();
    }
    void stop()
    {
        m_wallSpent += double(m_wall.nsecsElapsed()) / 1e9;
        m_processorSpent += double(std::clock() - m_processor) / CLOCKS_PER_SEC;
    }
    void print(const char *what, qint64 records) const
    {
        std::printf("%-24s %9.0f records/s  %8.1f ms  (processor %9.0f records/s)\n", what,
                    double(records) / m_wallSpent, m_wallSpent * 1e3, double(records) / m_processorSpent);
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_processor = 0;
    double m_wallSpent = 0;
    double m_processorSpent = 0;
};

template <typename Work>
void measure(const char *what, qint64 records, Work work)
{
    Stopwatch watch;
    watch.start();
    work();
    watch.stop();
    watch.print(what, records);
}

void check(const Result<void> &result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text + result.error().detail));
}

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text + result.error().detail));
    return std::move(*result);
}

void store(const char *what, const QString &path, const catalog::Catalog &catalog, qint64 records)
{
    auto writer = need(lake::LakeWriter::open(path, catalog, std::make_shared<SystemClock>()));
    const catalog::Endpoint &feed = *catalog.find(QStringLiteral("responses"));
    check(writer->acquireLease(feed.id));
    Stopwatch watch;
    for (qint64 first = 1; first <= records; first += perPage) {
        const catalog::Page page = makePage(feed, first);
        watch.start();
        need(writer->store(feed, {}, page, lake::Checkpoint{QString::number(first), false}));
        watch.stop();
    }
    watch.print(what, records);
}

void read(const QString &path, const catalog::Catalog &catalog, qint64 records)
{
    auto reader = need(lake::LakeReader::open(path, catalog));
    const auto feed = QStringLiteral("responses");
    measure("snapshot of all", records, [&] { need(reader->snapshot(feed, {})); });
    query::Query query;
    query.sort = {{QStringLiteral("nps"), true}};
    lake::KeySnapshot sorted;
    measure("snapshot sorted by nps", records, [&] { sorted = need(reader->snapshot(feed, query)); });
    query.sort.clear();
    query.search = QStringLiteral("never there");
    measure("search", records, [&] { need(reader->snapshot(feed, query)); });
    const auto window = std::span(sorted.keys).subspan(sorted.keys.size() / 2, 256);
    measure("window of 256 rows", 256, [&] { need(reader->rows(feed, window, {})); });
    size_t bytes = 0;
    const auto row = [&](const catalog::Row &visited) {
        for (const catalog::Cell &cell : visited.cells)
            bytes += cell.text.size();
        return true;
    };
    const auto raw = [&](qint64, std::string_view visited) {
        bytes += visited.size();
        return true;
    };
    measure("scan", records, [&] { check(reader->forEachRow(feed, query::Query(), {}, row)); });
    measure("scan of raw records", records,
            [&] { check(reader->forEachRaw(feed, query::Query(), {}, raw)); });
    measure("scores", records, [&] { need(reader->scores(feed, {})); });
    std::printf("(%zu bytes seen)\n", bytes);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QDir folder(arguments.value(1, QDir::tempPath()));
    const qint64 records = arguments.value(2, QStringLiteral("200000")).toLongLong();
    const QString path = folder.filePath(QStringLiteral("bench.lake"));
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
    const auto catalog = catalog::Catalog::builtIn();
    store("store", path, catalog, records);
    store("store again (update)", path, catalog, records);
    read(path, catalog, records);
    return 0;
}
