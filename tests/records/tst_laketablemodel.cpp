// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lakesession.h"
#include "lake/write/lakewriter.h"
#include "madeuprows.h"
#include "records/table/laketablemodel.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::ui;
using test::MadeUpRows;

namespace {

query::Query sortedDown()
{
    query::Query query;
    query.sort = {{QStringLiteral("number_customergauge"), true}};
    return query;
}

} // namespace

class LakeTableModelTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void obeysTheRulesOfModels();
    void opensWithTheFirstRows();
    void aSearchShowsItsFirstHitsFirst();
    void recordsThatComeWhileItOpensAreShown();
    void showsLoadingUntilRowsCome();
    void asksForOneWindowAtATimeAndTheNewestNext();
    void dropsWindowsOfAnOlderQuery();
    void dropsAnswersToAnOlderQuery();
    void keepsOldRowsUntilTheNewOrderIsKnown();
    void aFailureSaysSoAndARetryGoesOn();
    void failedWindowsAreNotAskedForAgain();
    void rowsThatAreGoneStayEmpty();
    void aMillionRowsAreCheap();
    void rowsTimesColumnsFitAnInt();
    void cacheIsBounded();
    void columnsAreChosenByName();
    void provisionalRowsSayWhy();
    void headersOfEqualTitlesDiffer();
    void anotherSourceForgetsEverything();
    void diesWhileQuestionsAreUnderWay();
    void readsARealLake();
    void aLakeThatIsNotThereIsNotFound();

private:
    [[nodiscard]] QString shown(int row, const char *name = "number_customergauge") const
    {
        return m_model->index(row, m_model->columnOf(QLatin1String(name))).data().toString();
    }
    void load(std::shared_ptr<MadeUpRows> rows)
    {
        m_model->setSource(std::move(rows), MadeUpRows::feed());
        QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    }

    std::unique_ptr<LakeTableModel> m_model;
    const QString m_loading = QString(QChar(0x2026));
};

void LakeTableModelTest::init()
{
    TestCase::init();
    m_model = std::make_unique<LakeTableModel>();
}

void LakeTableModelTest::cleanup()
{
    m_model.reset();
}

void LakeTableModelTest::obeysTheRulesOfModels()
{
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    load(std::make_shared<MadeUpRows>(1000));
    QTRY_COMPARE(shown(0), QStringLiteral("1"));
    m_model->sort(m_model->columnOf(QStringLiteral("number_customergauge")), Qt::DescendingOrder);
    QTRY_COMPARE(shown(0), QStringLiteral("1000"));
    m_model->showColumns({QStringLiteral("nps"), QStringLiteral("number_customergauge")});
    QTRY_COMPARE(shown(0), QStringLiteral("1000"));
    m_model->setSource(nullptr, {});
    QCOMPARE(m_model->rowCount(), 0);
}

void LakeTableModelTest::opensWithTheFirstRows()
{
    auto rows = std::make_shared<MadeUpRows>(100'000);
    rows->atOnce = false;
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setSource(rows, MadeUpRows::feed());
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QVERIFY(rows->snapshots.front().query.limit);
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->rowCount(), 512);
    QCOMPARE(m_model->state(), LakeTableModel::State::Loading);
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(rows->windows.size(), 1U);
    rows->answerWindow();
    QTRY_COMPARE(shown(0), QStringLiteral("1"));
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QVERIFY(!rows->snapshots.front().query.limit);
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->rowCount(), 100'000);
    QCOMPARE(reset.size(), 0); // what was seen stays
    QCOMPARE(shown(0), QStringLiteral("1"));
    QCOMPARE(m_model->state(), LakeTableModel::State::Ready);
    m_model->refresh();
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QVERIFY(!rows->snapshots.front().query.limit);
}

void LakeTableModelTest::aSearchShowsItsFirstHitsFirst()
{
    auto rows = std::make_shared<MadeUpRows>(5000);
    m_model->setSource(rows, MadeUpRows::feed());
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    rows->atOnce = false;
    const auto search = [&](const char *words) {
        query::Query query = m_model->query();
        query.search = QLatin1String(words);
        m_model->setQuery(query);
        QTRY_COMPARE(rows->snapshots.size(), 1U);
    };
    search("late");
    QVERIFY(rows->snapshots.front().query.limit);
    // The next letter is typed before the first has its answer: nothing is asked for it any more.
    const std::stop_token first = rows->snapshots.front().stop;
    rows->answerSnapshot();
    search("late deliv");
    QVERIFY(first.stop_requested());
    QVERIFY(rows->snapshots.front().query.limit);
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->rowCount(), 512);
    QCOMPARE(m_model->state(), LakeTableModel::State::Loading);
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QVERIFY(!rows->snapshots.front().query.limit);
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_model->rowCount(), 5000);
    // Fewer hits than that are all there are.
    rows->keys = {1, 2, 3};
    search("rare");
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(rows->snapshots.empty());
    // The same search in another order, or once more, is asked whole: its hits are shown meanwhile.
    m_model->refresh();
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QVERIFY(!rows->snapshots.front().query.limit);
    rows->answerSnapshot();
    m_model->sort(0, Qt::DescendingOrder);
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QVERIFY(!rows->snapshots.front().query.limit);
    rows->answerSnapshot();
}

void LakeTableModelTest::recordsThatComeWhileItOpensAreShown()
{
    auto rows = std::make_shared<MadeUpRows>(1000);
    rows->atOnce = false;
    m_model->setSource(rows, MadeUpRows::feed());
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->rowCount(), 512);
    rows->keys.insert(rows->keys.begin() + 3, 5000); // among those that are shown
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->rowCount(), 1001);
    QCOMPARE(m_model->keyOf(3), 5000);
}

void LakeTableModelTest::showsLoadingUntilRowsCome()
{
    auto rows = std::make_shared<MadeUpRows>(10);
    load(rows);
    rows->atOnce = false;
    QCOMPARE(shown(0), m_loading);
    QVERIFY(m_model->index(0, 0).data(RecordModel::LoadingRole).toBool());
    QCOMPARE(m_model->index(0, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("loading"));
    QTRY_COMPARE(rows->windows.size(), 1U);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    rows->answerWindow();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 0);
    QCOMPARE(changed[0][1].toModelIndex().row(), 9);
    QVERIFY(!m_model->index(0, 0).data(RecordModel::LoadingRole).toBool());
    QCOMPARE(shown(9), QStringLiteral("10"));
    QCOMPARE(shown(9, "nps"), QStringLiteral("▲10"));
    QCOMPARE(m_model->index(9, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("10, promoter"));
    QVERIFY(m_model->index(9, 1).data(Qt::ForegroundRole).isValid());
    QCOMPARE(m_model->index(9, 1).data(RecordModel::ReceivedRole).toString(), QStringLiteral("10"));
    QCOMPARE(m_model->headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("NPS"));
    QVERIFY(
        m_model->headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().contains(QLatin1String("nps")));
}

void LakeTableModelTest::asksForOneWindowAtATimeAndTheNewestNext()
{
    auto rows = std::make_shared<MadeUpRows>(100'000);
    load(rows);
    rows->atOnce = false;
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(rows->windows.size(), 1U);
    // A fast scroll passes many windows; only where it stops matters.
    for (int row = 1000; row <= 90'000; row += 1000)
        QCOMPARE(shown(row), m_loading);
    QCoreApplication::processEvents();
    QCOMPARE(rows->windows.size(), 1U);
    rows->answerWindow();
    QTRY_COMPARE(rows->windows.size(), 1U);
    QCOMPARE(rows->windowsAsked, 2);
    QVERIFY(std::find(rows->windows.front().keys.begin(), rows->windows.front().keys.end(), 90'001)
            != rows->windows.front().keys.end());
    rows->answerWindow();
    QTRY_COMPARE(shown(90'000), QStringLiteral("90001"));
    QCOMPARE(shown(0), QStringLiteral("1"));
}

void LakeTableModelTest::dropsWindowsOfAnOlderQuery()
{
    auto rows = std::make_shared<MadeUpRows>(500);
    load(rows);
    rows->atOnce = false;
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(rows->windows.size(), 1U);
    m_model->setQuery(sortedDown());
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    rows->answerSnapshot();
    QTRY_COMPARE(reset.size(), 1);
    QCOMPARE(shown(0), m_loading);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    rows->answerWindow(); // the late one: rows 1 to 256 in the old order
    QTRY_COMPARE(rows->windows.size(), 1U);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(shown(0), m_loading);
    rows->answerWindow();
    QTRY_COMPARE(shown(0), QStringLiteral("500"));
}

void LakeTableModelTest::dropsAnswersToAnOlderQuery()
{
    auto rows = std::make_shared<MadeUpRows>(500);
    rows->atOnce = false;
    m_model->setSource(rows, MadeUpRows::feed());
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    m_model->setQuery(sortedDown());
    QVERIFY(rows->snapshots.front().stop.stop_requested());
    QTRY_COMPARE(rows->snapshots.size(), 2U);
    QVERIFY(!rows->snapshots.back().stop.stop_requested());
    std::swap(rows->snapshots[0], rows->snapshots[1]);
    rows->answerSnapshot(); // the newer one first
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_model->keyOf(0), 500);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    rows->answerSnapshot();
    QCoreApplication::processEvents();
    QCOMPARE(reset.size(), 0);
    QCOMPARE(m_model->keyOf(0), 500);
}

void LakeTableModelTest::keepsOldRowsUntilTheNewOrderIsKnown()
{
    auto rows = std::make_shared<MadeUpRows>(500);
    load(rows);
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(shown(0), QStringLiteral("1"));
    rows->atOnce = false;
    m_model->sort(0, Qt::DescendingOrder);
    QCOMPARE(m_model->state(), LakeTableModel::State::Loading);
    QCOMPARE(m_model->sorting().front().descending, true);
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    QCOMPARE(m_model->rowCount(), 500);
    QCOMPARE(shown(0), QStringLiteral("1"));
    QCOMPARE(shown(499), m_loading); // old rows can still be scrolled to
    QTRY_COMPARE(rows->windows.size(), 1U);
    rows->answerWindow();
    QTRY_COMPARE(shown(499), QStringLiteral("500"));
    rows->answerSnapshot();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_model->keyOf(0), 500);
    QCOMPARE(m_model->rowOf(500), 0);
    QCOMPARE(m_model->rowOf(4711), -1);
}

void LakeTableModelTest::aFailureSaysSoAndARetryGoesOn()
{
    auto rows = std::make_shared<MadeUpRows>(5);
    rows->atOnce = false;
    m_model->setSource(rows, MadeUpRows::feed());
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    rows->answerSnapshot(Error{ErrorKind::Storage, QStringLiteral("It is broken."), {}});
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Failed);
    QCOMPARE(m_model->error()->text, QStringLiteral("It is broken."));
    rows->atOnce = true;
    m_model->refresh();
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QVERIFY(!m_model->error());
    QCOMPARE(m_model->rowCount(), 5);
}

void LakeTableModelTest::failedWindowsAreNotAskedForAgain()
{
    auto rows = std::make_shared<MadeUpRows>(5);
    load(rows);
    rows->atOnce = false;
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(rows->windows.size(), 1U);
    rows->answerWindow(Error{ErrorKind::Storage, QStringLiteral("It is gone."), {}});
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Failed);
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(shown(0), m_loading);
        QCoreApplication::processEvents();
    }
    QCOMPARE(rows->windowsAsked, 1);
    rows->atOnce = true;
    m_model->refresh();
    QTRY_COMPARE(shown(0), QStringLiteral("1"));
}

void LakeTableModelTest::rowsThatAreGoneStayEmpty()
{
    auto rows = std::make_shared<MadeUpRows>(5);
    rows->gone = {2, 5};
    load(rows);
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(shown(0), QStringLiteral("1"));
    QCOMPARE(shown(1), QString());
    QCOMPARE(m_model->index(1, 0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("removed"));
    QCOMPARE(shown(2), QStringLiteral("3"));
    QCOMPARE(shown(4), QString());
    QCOMPARE(rows->windowsAsked, 1);
}

void LakeTableModelTest::aMillionRowsAreCheap()
{
    auto rows = std::make_shared<MadeUpRows>(1'000'000);
    QElapsedTimer timer;
    timer.start();
    load(rows);
    QCOMPARE(m_model->rowCount(), 1'000'000);
    QCOMPARE(shown(999'999), m_loading);
    QTRY_COMPARE(shown(999'999), QStringLiteral("1000000"));
    QCOMPARE(rows->windowsAsked, 1); // nothing but what was looked at
    QCOMPARE(m_model->rowOf(1'000'000), 999'999);
    // Far above what it takes (some 20 ms), far below what copying rows would.
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void LakeTableModelTest::rowsTimesColumnsFitAnInt()
{
    auto rows = std::make_shared<MadeUpRows>(9'000'000);
    QStringList names;
    for (int i = 0; i < 3000; ++i) {
        rows->columnList.push_back(
            display::dynamicColumn(MadeUpRows::feed(), QStringLiteral("property.p%1").arg(i)));
        names.append(rows->columnList.back().name);
    }
    load(rows);
    m_model->showColumns(names);
    QCOMPARE(m_model->columnCount(), RecordModel::maxColumns);
    const qint64 cells = (qint64(m_model->rowCount()) + 1) * (m_model->columnCount() + 1);
    QVERIFY(cells <= std::numeric_limits<int>::max());
    QVERIFY(m_model->rowCount() > 8'000'000);
}

void LakeTableModelTest::cacheIsBounded()
{
    WindowCache cache;
    for (int window = 0; window < 1000; ++window) {
        cache.insert(window, WindowCache::Rows(1));
        QVERIFY(cache.find(0) != nullptr); // in use, so it stays
    }
    QCOMPARE(cache.size(), WindowCache::capacity);
    QVERIFY(!cache.find(1));
    QVERIFY(cache.find(999));
    cache.insert(999, {});
    QCOMPARE(cache.size(), WindowCache::capacity);
}

void LakeTableModelTest::columnsAreChosenByName()
{
    auto rows = std::make_shared<MadeUpRows>(5);
    load(rows);
    m_model->showColumns({QStringLiteral("nps"), QStringLiteral("no_such"), QStringLiteral("email")});
    QCOMPARE(m_model->shownNames(), (QStringList{QStringLiteral("nps"), QStringLiteral("email")}));
    QCOMPARE(m_model->query().columns, m_model->shownNames());
    QCOMPARE(shown(0, "nps"), m_loading);
    QTRY_COMPARE(shown(0, "nps"), QStringLiteral("▼1"));
    m_model->showColumns({QStringLiteral("no_such")}); // never a table without columns
    QCOMPARE(m_model->shownNames().front(), QStringLiteral("number_customergauge"));
}

void LakeTableModelTest::provisionalRowsSayWhy()
{
    const auto clock = std::make_shared<test::FakeClock>(); // 2026-01-01 12:00 UTC
    const catalog::Endpoint feed = *catalog::Catalog::builtIn().find(QStringLiteral("non-responses"));
    auto rows = std::make_shared<MadeUpRows>(3);
    rows->columnList = display::columnsOf(feed);
    rows->constants = {{QStringLiteral("life"), QStringLiteral("sent")},
                       {QStringLiteral("date_sent"), QStringLiteral("2025-12-31 20:00:00")}};
    query::Query query;
    query.columns = QStringList{QStringLiteral("life"), QStringLiteral("number_customergauge")};
    m_model->setSource(rows, feed, query);
    QTRY_COMPARE(shown(0, "life"), QStringLiteral("sent"));
    QSignalSpy repainted(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setSettling({clock, 48});
    QCOMPARE(repainted.size(), 1);
    // When it was sent is known, though it is no column here.
    QCOMPARE(m_model->columnCount(), 2);
    const QModelIndex life = m_model->index(0, 0);
    QCOMPARE(life.data().toString(), QStringLiteral("sent · provisional"));
    QCOMPARE(life.data(Qt::AccessibleTextRole).toString(), QStringLiteral("sent, provisional"));
    QVERIFY(life.data(Qt::ToolTipRole).toString().contains(QStringLiteral("48 hour")));
    QCOMPARE(life.data(RecordModel::ReceivedRole).toString(), QStringLiteral("sent"));
    clock->advance(std::chrono::hours(72));
    QCOMPARE(life.data().toString(), QStringLiteral("sent"));
    QVERIFY(!life.data(Qt::ToolTipRole).isValid());
    m_model->setSettling({clock, 200});
    m_model->showColumns({QStringLiteral("date_sent"), QStringLiteral("life")});
    QTRY_COMPARE(shown(0, "life"), QStringLiteral("sent · provisional"));
    // Nobody waits for those that vanished.
    query.presence = query::Presence::Gone;
    m_model->setQuery(query);
    QTRY_COMPARE(shown(0, "life"), QStringLiteral("sent"));
}

void LakeTableModelTest::anotherSourceForgetsEverything()
{
    auto first = std::make_shared<MadeUpRows>(5);
    load(first);
    first->atOnce = false;
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(first->windows.size(), 1U); // never answered
    auto second = std::make_shared<MadeUpRows>(7);
    load(second);
    QCOMPARE(m_model->rowCount(), 7);
    QCOMPARE(shown(6), m_loading);
    QTRY_COMPARE(shown(6), QStringLiteral("7"));
    first->answerWindow();
    QCoreApplication::processEvents();
    QCOMPARE(shown(0), QStringLiteral("1"));
    QCOMPARE(m_model->rowCount(), 7);
}

void LakeTableModelTest::diesWhileQuestionsAreUnderWay()
{
    auto rows = std::make_shared<MadeUpRows>(5);
    load(rows);
    rows->atOnce = false;
    QCOMPARE(shown(0), m_loading);
    QTRY_COMPARE(rows->windows.size(), 1U);
    m_model->refresh();
    QTRY_COMPARE(rows->snapshots.size(), 1U);
    m_model.reset();
    QVERIFY(rows->snapshots.front().stop.stop_requested());
    rows->answerWindow();
    rows->answerSnapshot();
    QCoreApplication::processEvents();
}

void LakeTableModelTest::headersOfEqualTitlesDiffer()
{
    const auto rows = std::make_shared<MadeUpRows>(3);
    for (const char *name : {"property.Tier", "question.tier", "property.Country"})
        rows->columnList.push_back(display::dynamicColumn(MadeUpRows::feed(), QLatin1String(name)));
    load(rows);
    const auto header = [this](const char *name, int role = Qt::DisplayRole) {
        return m_model->headerData(m_model->columnOf(QLatin1String(name)), Qt::Horizontal, role).toString();
    };
    QCOMPARE(header("property.Tier"), QStringLiteral("Tier (property.Tier)"));
    QCOMPARE(header("question.tier"), QStringLiteral("tier (question.tier)"));
    QCOMPARE(header("property.Country"), QStringLiteral("Country"));
    QVERIFY(header("property.Tier", Qt::ToolTipRole).contains(QLatin1String("property.Tier")));
    // Also while the other one is not shown: it could be.
    m_model->showColumns({QStringLiteral("property.Tier")});
    QCOMPARE(header("property.Tier"), QStringLiteral("Tier (property.Tier)"));
}

void LakeTableModelTest::readsARealLake()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("x.sqlite"));
    const catalog::Catalog catalog = catalog::Catalog::builtIn();
    const catalog::Endpoint feed = MadeUpRows::feed();
    QByteArrayList records;
    for (int i = 1; i <= 600; ++i) {
        records.append(QStringLiteral(R"({"number_customergauge":%1,"nps":%2,"comment":"Nr %1 شكرا",)"
                                      R"("properties":[{"field":"Country","reference":"NL"}]})")
                           .arg(i)
                           .arg(i % 11)
                           .toUtf8());
    }
    {
        const auto page
            = service::parsePage("{\"data\":[" + records.join(',') + "],\"cursor\":{\"next\":1}}", feed);
        QVERIFY(page);
        const auto writer = lake::LakeWriter::open(path, catalog, std::make_shared<test::FakeClock>());
        QVERIFY(writer);
        QVERIFY((*writer)->acquireLease(feed.id));
        QVERIFY((*writer)->store(feed, {}, *page, lake::Checkpoint{QStringLiteral("1"), true}));
    }
    QAbstractItemModelTester tester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto session = std::make_shared<engine::LakeSession>(path, catalog, std::make_shared<SystemClock>());
    m_model->setSource(std::make_shared<LakeRowSource>(session, feed.id), feed);
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Ready);
    QCOMPARE(m_model->rowCount(), 600);
    QVERIFY(m_model->columnOf(QStringLiteral("property.Country")) >= 0);
    QTRY_COMPARE(shown(599), QStringLiteral("600"));
    QCOMPARE(shown(599, "property.Country"), QStringLiteral("NL"));
    query::Query query;
    query.where = {{QStringLiteral("nps"), query::Operator::GreaterOrEqual, {QStringLiteral("9")}}};
    query.sort = {{QStringLiteral("number_customergauge"), true}};
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->rowCount(), 108);
    QTRY_COMPARE(shown(0), QStringLiteral("593"));
    query.where = {{QStringLiteral("no_such"), query::Operator::Equal, {QStringLiteral("9")}}};
    m_model->setQuery(query);
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Failed);
    QCOMPARE(m_model->error()->kind, ErrorKind::Input);
    QCOMPARE(m_model->rowCount(), 108); // what was there stays
}

void LakeTableModelTest::aLakeThatIsNotThereIsNotFound()
{
    QTemporaryDir folder;
    auto session
        = std::make_shared<engine::LakeSession>(folder.filePath(QStringLiteral("none.sqlite")),
                                                catalog::Catalog::builtIn(), std::make_shared<SystemClock>());
    m_model->setSource(std::make_shared<LakeRowSource>(session, MadeUpRows::feed().id), MadeUpRows::feed());
    QTRY_COMPARE(m_model->state(), LakeTableModel::State::Failed);
    QCOMPARE(m_model->error()->kind, ErrorKind::NotFound);
}

QTEST_MAIN(LakeTableModelTest)
#include "tst_laketablemodel.moc"
