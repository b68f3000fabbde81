// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a lake of 200,000 responses (or as many as the first argument says) in Explore and prints
// the time from there to the first paint with rows, the memory above an empty window, and how long jumps of
// the scroll bar, filters and copies take to be seen.
#include "engine/engine.h"
#include "engine/joblist.h"
#include "lake/write/lakewriter.h"
#include "pages/explore/explorepage.h"
#include "records/table/laketablemodel.h"
#include "records/table/recordtable.h"
#include "service/pageparser.h"
#include "vault/credentialstore.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>

#include <malloc.h>

using namespace gauge;

namespace {

//! What this process alone occupies, in KiB: files that are mapped (fonts, libraries) count for none.
qint64 privateMemory()
{
    malloc_trim(0);
    QFile file(QStringLiteral("/proc/self/smaps_rollup"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no /proc/self/smaps_rollup");
    qint64 kibibytes = 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("Private_Dirty:") || line.startsWith("Private_Clean:"))
            kibibytes += line.simplified().split(' ').value(1).toLongLong();
    }
    return kibibytes;
}

QByteArray record(int number)
{
    return QStringLiteral(
               R"({"number_customergauge":%1,"status":"response","contact":{"first_name":"Ann %1","last_name":"Lee"},)"
               R"("account":{"name":"Account %2"},"nps":%3,"comment":{"original":"The delivery of order %1 took )"
               R"(longer than was promised, but the driver was friendly.","translation":null},)"
               R"("date_creation":"2025-0%4-1%5 14:05:09","language":"en","selected_drivers":[{"primary":"Delivery",)"
               R"("secondary":["Speed"]}],"tags":[{"label":"Delivery","type":"topic","sentiment":"mixed"}],)"
               R"("properties":[{"field":"Country","reference":"NL"},{"field":"Tier","reference":"Gold"}]})")
        .arg(number)
        .arg(number % 997)
        .arg(number % 11)
        .arg(number % 9 + 1)
        .arg(number % 10)
        .toUtf8();
}

void fill(const QString &path, const catalog::Catalog &catalog, int count)
{
    const catalog::Endpoint &feed = *catalog.find(QStringLiteral("responses"));
    const auto writer = lake::LakeWriter::open(path, catalog, std::make_shared<SystemClock>());
    if (!writer || !(*writer)->acquireLease(feed.id))
        qFatal("no lake");
    for (int first = 1; first <= count; first += 1000) {
        QByteArrayList records;
        for (int number = first; number < first + 1000 && number <= count; ++number)
            records.append(record(number));
        const auto page
            = service::parsePage("{\"data\":[" + records.join(',') + "],\"cursor\":{\"next\":1}}", feed);
        if (!page || !(*writer)->store(feed, {}, *page, lake::Checkpoint{QStringLiteral("1"), true}))
            qFatal("not stored");
    }
}

void process(const std::function<bool()> &done, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    while (!done() && timer.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
}

//! Sees the first paint that has rows to show.
class PaintWatch final : public QObject
{
public:
    explicit PaintWatch(ui::RecordTable *table)
        : m_table(table)
    {
        table->viewport()->installEventFilter(this);
        timer.start();
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint || m_table->model()->rowCount() == 0)
            return false;
        if (rowCountPainted < 0)
            rowCountPainted = timer.elapsed();
        if (textPainted < 0 && !m_table->model()->index(0, 0).data(ui::RecordModel::LoadingRole).toBool())
            textPainted = timer.elapsed();
        return false;
    }
    QElapsedTimer timer;
    qint64 rowCountPainted = -1; //!< the table has its length, rows may be loading
    qint64 textPainted = -1; //!< the first rows have their values

private:
    ui::RecordTable *m_table;
};

//! Whether every row in sight has its values.
bool isShown(const ui::RecordTable &table)
{
    const QAbstractItemModel &model = *table.model();
    const int first = table.rowAt(0);
    const int last = table.rowAt(table.viewport()->height() - 1);
    for (int row = first; row >= 0 && row <= (last < 0 ? model.rowCount() - 1 : last); ++row) {
        if (model.index(row, 0).data(ui::RecordModel::LoadingRole).toBool())
            return false;
    }
    return first >= 0;
}

void benchJumps(ui::RecordTable &table, QTextStream &out)
{
    QRandomGenerator dice(1);
    std::vector<double> times;
    for (int i = 0; i < 200; ++i) {
        QElapsedTimer timer;
        timer.start();
        table.verticalScrollBar()->setValue(dice.bounded(table.verticalScrollBar()->maximum() + 1));
        process([&] { return isShown(table); }, 10'000);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return QString::number(times[std::size_t(part * double(times.size() - 1))], 'f', 1);
    };
    out << "200 jumps of the scroll bar, ms: half within " << at(0.5) << ", 95 % within " << at(0.95)
        << ", the longest " << at(1) << "  goal 50 at 95 %\n";
}

void benchFilters(ui::RecordTable &table, QTextStream &out)
{
    auto *model = qobject_cast<ui::LakeTableModel *>(table.model());
    const auto measure = [&](const char *words, const char *where) {
        query::Query query = model->query();
        query.where.clear();
        if (*where)
            query.where.push_back(*query::parseFilter(QString::fromUtf8(where)));
        bool isNew = false;
        const auto watch
            = QObject::connect(model, &QAbstractItemModel::modelReset, &table, [&] { isNew = true; });
        QElapsedTimer timer;
        timer.start();
        model->setQuery(query);
        process([&] { return isNew && isShown(table); }, 20'000);
        const qint64 first = timer.elapsed();
        QObject::disconnect(watch);
        process([&] { return model->state() == ui::LakeTableModel::State::Ready; }, 20'000);
        out << "filter on " << words << ", ms: first rows " << first << ", all keys " << timer.elapsed()
            << " (" << model->rowCount() << " rows)\n";
        out.flush();
    };
    measure("the key", "number_customergauge = 77777");
    measure("a score, without an index", "nps >= 9");
    process([] { return false; }, 4000); // its index is made meanwhile
    measure("a score, with an index", "nps <= 2");
    measure("a text, without an index", "comment_original contains \"order 1234\"");
    measure("a property, without an index", "property.Tier = Gold");
    measure("nothing", "");
}

void benchCopy(ui::RecordTable &table, QTextStream &out)
{
    constexpr int many = 10'000;
    const QAbstractItemModel &model = *table.model();
    if (model.rowCount() < many)
        return;
    table.selectionModel()->select(
        QItemSelection(model.index(0, 0), model.index(many - 1, model.columnCount() - 1)),
        QItemSelectionModel::ClearAndSelect);
    int rows = 0;
    QObject::connect(&table, &ui::RecordTable::copied, &table, [&](int count) { rows = count; });
    QElapsedTimer timer;
    timer.start();
    table.copySelection();
    const qint64 blocked = timer.elapsed();
    process([&] { return rows > 0; }, 20'000);
    out << rows << " rows of " << model.columnCount() << " columns copied, ms: " << timer.elapsed()
        << ", the call " << blocked << "  goal 500\n";
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 200'000;
    QTextStream out(stdout);
    QTemporaryDir folder;
    engine::Options options;
    options.dataFolder = folder.path();
    options.keychain = std::make_shared<vault::MemoryStore>();
    options.lakeOverride = folder.filePath(QStringLiteral("bench.sqlite"));
    fill(options.lakeOverride, options.catalog, count);

    engine::Engine engine(options);
    ui::ExplorePage page(engine);
    page.resize(1280, 800);
    page.show();
    process([] { return false; }, 300);
    const qint64 empty = privateMemory();

    service::Connection connection;
    connection.id = QStringLiteral("00000000-0000-0000-0000-000000000001");
    connection.name = QStringLiteral("Bench");
    auto *table = page.findChild<ui::RecordTable *>(QStringLiteral("lakeTable"));
    PaintWatch watch(table);
    page.setConnection(connection);
    const qint64 blocked = watch.timer.elapsed();
    process([&] { return watch.textPainted >= 0; }, 60'000);
    const qint64 opened = privateMemory();
    process([] { return false; }, 1500); // figures and details too
    const qint64 settled = privateMemory();
    out << "rows " << table->model()->rowCount() << "  call " << blocked << " ms  first paint "
        << watch.rowCountPainted << " ms  with values " << watch.textPainted << " ms\n";
    out << "memory above an empty window: " << QString::number(double(opened - empty) / 1024, 'f', 1)
        << " MiB at first paint, " << QString::number(double(settled - empty) / 1024, 'f', 1)
        << " MiB settled\n";
    out.flush();
    const bool met = watch.rowCountPainted >= 0 && watch.rowCountPainted < 100 && settled - empty < 40 * 1024;
    out << (met ? "met" : "NOT met") << ": under 100 ms and under 40 MiB at 200,000 rows\n";
    benchJumps(*table, out);
    benchCopy(*table, out);
    benchFilters(*table, out);
    return 0;
}
