// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/read/columnindex.h"
#include "lake/read/keysnapshot.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lake/write/uploadjournal.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QRandomGenerator>

using namespace gauge;
using lake::ColumnIndexer;
using lake::IndexLimits;
using query::Query;

//! Indexes of columns, and orders with and without them.
class ColumnIndexTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void ordersAreTheSameWithAnIndex_data();
    void ordersAreTheSameWithAnIndex();
    void anIndexServesBothDirectionsAndFigures();
    void onlyWhereItIsWorthIt();
    void notWhileASyncHoldsTheFeed();
    void notWhileAnUploadRuns();
    void theLeastUsedGivesWay();
    void readersAndWritersGoOn();
    void stopsWhenTold();
    void noLakeIsLeftAlone();
    void textsAreSortedByTheirBytes();

private:
    static constexpr int records = 600;
    [[nodiscard]] Result<bool> ensure(const QString &column, const QStringList &recent = {},
                                      const IndexLimits &limits = {1, 1'000'000, 5})
    {
        auto indexer = ColumnIndexer::open(m_lake->path(), m_lake->catalog);
        if (!indexer)
            return fail(indexer.error());
        return indexer->ensure(m_feed, column, recent, m_lake->clock->now(), limits, {});
    }
    [[nodiscard]] QStringList texts(const char *sql)
    {
        const auto connection = lake::openReading(m_lake->path());
        auto statement = lake::Statement::prepare(**connection, sql);
        if (!statement)
            qFatal("%s", qPrintable(statement.error().detail));
        QStringList result;
        const int last = QByteArray(sql).startsWith("EXPLAIN") ? 3 : 0;
        while (*statement->step())
            result.append(statement->string(last));
        return result;
    }
    [[nodiscard]] QStringList indexes()
    {
        return texts("SELECT name FROM sqlite_schema WHERE type='index' AND name LIKE 'responses_by_%' "
                     "AND tbl_name='responses' ORDER BY name");
    }
    std::unique_ptr<test::LakeFixture> m_lake;
    const QString m_feed = QStringLiteral("responses");
};

void ColumnIndexTest::init()
{
    m_lake = std::make_unique<test::LakeFixture>();
    const auto writer = m_lake->writer();
    QRandomGenerator random(5);
    test::PageBuilder page = m_lake->page();
    for (int i = 1; i <= records; ++i) {
        test::PageBuilder::Values base{{"number_customergauge", i}};
        if (const int nps = random.bounded(13); nps < 11)
            base.emplace_back("nps", nps);
        else if (nps == 11)
            base.emplace_back("nps", "n/a");
        if (const int name = random.bounded(40); name > 4)
            base.emplace_back("account_name",
                              QStringLiteral("Account of some length %1").arg(name).toStdString());
        else if (name > 2)
            base.emplace_back("account_name", "");
        if (random.bounded(9) > 0)
            base.emplace_back("date_sent",
                              QStringLiteral("2026-0%1-01 10:00:00").arg(random.bounded(1, 9)).toStdString());
        page.record(base,
                    {{"property.order by", QString::number(random.bounded(3)).toStdString()},
                     {"property.Order By", random.bounded(2) ? "ü" : "z"}});
    }
    m_lake->store(*writer, page);
}

void ColumnIndexTest::ordersAreTheSameWithAnIndex_data()
{
    QTest::addColumn<QString>("column");
    for (const char *column :
         {"nps", "account_name", "date_sent", "property.order by", "property.Order By", "email"})
        QTest::newRow(column) << QString(column);
}

void ColumnIndexTest::ordersAreTheSameWithAnIndex()
{
    QFETCH(const QString, column);
    std::vector<Query> queries;
    for (const bool descending : {false, true}) {
        for (const char *where : {"", "nps >= 5", "property.Order_By"}) {
            Query query;
            query.sort = {{column, descending}};
            if (const QString text(where); text.contains(">="))
                query.where = {*query::parseFilter(text)};
            else if (!text.isEmpty())
                query.sort.push_back({QStringLiteral("property.Order By"), !descending});
            queries.push_back(query);
            query.limit = 77;
            queries.push_back(query);
        }
    }
    std::vector<lake::KeySnapshot> before;
    const auto reader = m_lake->reader();
    for (const Query &query : queries)
        before.push_back(*reader->snapshot(m_feed, query));
    const auto made = ensure(column);
    VERIFY_OK(made);
    QVERIFY(*made);
    for (size_t i = 0; i < queries.size(); ++i) {
        QVERIFY2(*reader->snapshot(m_feed, queries[i]) == before[i], qPrintable(QString::number(i)));
        QCOMPARE(before[i].keys.size() > 0, true);
    }
    // The first one, by what it means: ties as they came, in both directions, empty rows last.
    for (const size_t i : {size_t(0), size_t(6)}) {
        const auto rows = reader->rows(m_feed, before[i].keys, {column});
        for (size_t row = 1; row < rows->size(); ++row) {
            const auto &above = (*rows)[row - 1];
            const auto &here = (*rows)[row];
            QVERIFY(here.null.front() || !above.null.front());
            if (above.display == here.display && above.null == here.null)
                QVERIFY(above.key < here.key);
        }
    }
}

void ColumnIndexTest::anIndexServesBothDirectionsAndFigures()
{
    QVERIFY(*ensure(QStringLiteral("date_sent")));
    const auto plan = [this](const char *sql) { return texts(sql).join(QLatin1Char('|')); };
    for (const char *sql : {"EXPLAIN QUERY PLAN SELECT t0.row_id FROM responses AS t0 ORDER BY "
                            "t0.date_sent ASC NULLS LAST, t0.row_id",
                            "EXPLAIN QUERY PLAN SELECT t0.row_id, t0.date_sent FROM responses AS t0 ORDER BY "
                            "t0.date_sent DESC NULLS LAST, t0.row_id DESC",
                            "EXPLAIN QUERY PLAN SELECT t0.date_sent, t0.nps FROM responses AS t0"}) {
        QVERIFY2(plan(sql).contains(QStringLiteral("USING COVERING INDEX responses_by_date_sent")),
                 qPrintable(plan(sql)));
        QVERIFY2(!plan(sql).contains(QStringLiteral("TEMP B-TREE")), qPrintable(plan(sql)));
    }
    QVERIFY(plan("EXPLAIN QUERY PLAN SELECT count(*) FROM responses AS t0 WHERE t0.date_sent>='2026-05'")
                .contains(QStringLiteral("SEARCH t0 USING COVERING INDEX")));
}

void ColumnIndexTest::onlyWhereItIsWorthIt()
{
    QVERIFY(!*ensure(QStringLiteral("nps"), {}, {records + 1, 1'000'000, 5})); // too few
    QVERIFY(!*ensure(QStringLiteral("nps"), {}, {1, records - 1, 5})); // too many
    QVERIFY(!*ensure(QStringLiteral("number_customergauge"))); // has its own
    QVERIFY(!*ensure(QStringLiteral("nothing")));
    QVERIFY(indexes().isEmpty());
    const auto reader = m_lake->reader();
    const IndexLimits limits{1, 1'000'000, 5};
    QCOMPARE(*reader->missingIndexes(m_feed, {"nps", "nothing", "number_customergauge", "email"}, limits),
             (QStringList{"nps", "email"}));
    QVERIFY(reader->missingIndexes(m_feed, {"nps"}, {})->isEmpty()); // a lake of this size needs none
    QVERIFY(*ensure(QStringLiteral("nps")));
    QVERIFY(!*ensure(QStringLiteral("nps"))); // is there
    QCOMPARE(*reader->missingIndexes(m_feed, {"nps", "email"}, limits), QStringList{"email"});
    QCOMPARE(indexes(), QStringList{"responses_by_nps"});
}

void ColumnIndexTest::notWhileASyncHoldsTheFeed()
{
    auto writer = m_lake->writer();
    QVERIFY(!*ensure(QStringLiteral("nps")));
    // One that gave no sign for long is gone.
    m_lake->clock->advance(std::chrono::minutes(3));
    QVERIFY(*ensure(QStringLiteral("nps")));
    writer.reset();
    QVERIFY(*ensure(QStringLiteral("email")));
}

void ColumnIndexTest::notWhileAnUploadRuns()
{
    auto journal = lake::UploadJournal::open(m_lake->path(), m_lake->catalog, m_lake->clock);
    VERIFY_OK(journal);
    lake::UploadEntry about;
    about.connection = QStringLiteral("ACME");
    about.counts.notSent = 1;
    VERIFY_OK((*journal)->begin(about));
    QVERIFY(*ensure(QStringLiteral("nps")) == false);
    QCOMPARE(indexes(), QStringList());
    VERIFY_OK((*journal)->finish({}));
    QVERIFY(*ensure(QStringLiteral("nps")));
}

void ColumnIndexTest::theLeastUsedGivesWay()
{
    const IndexLimits three{1, 1'000'000, 3};
    for (const char *column : {"nps", "email", "phone"})
        QVERIFY(*ensure(QString(column), {}, three));
    QVERIFY(*ensure(QStringLiteral("status"), {"status", "phone", "nps"}, three));
    QCOMPARE(indexes(), (QStringList{"responses_by_nps", "responses_by_phone", "responses_by_status"}));
    QVERIFY(*ensure(QStringLiteral("email"), {"email", "nps", "status", "phone"}, three));
    QCOMPARE(indexes(), (QStringList{"responses_by_email", "responses_by_nps", "responses_by_status"}));
    // Of those that nobody used since, the oldest.
    QVERIFY(*ensure(QStringLiteral("phone"), {}, three));
    QCOMPARE(indexes(), (QStringList{"responses_by_email", "responses_by_phone", "responses_by_status"}));
}

void ColumnIndexTest::readersAndWritersGoOn()
{
    const auto reader = m_lake->reader();
    bool made = false;
    qint64 seen = 0;
    VERIFY_OK(reader->forEachRow(m_feed, Query(), {}, [&](const catalog::Row &) {
        if (!made) {
            made = true;
            if (!*ensure(QStringLiteral("nps")))
                return false;
        }
        ++seen;
        return true;
    }));
    QCOMPARE(seen, records);
    const auto writer = m_lake->writer();
    m_lake->store(*writer, m_lake->page().record({{"number_customergauge", 9999}, {"nps", 10}}));
    QVERIFY(*ensure(QStringLiteral("email")) == false); // the feed is held
    m_lake->store(*writer, m_lake->page().record({{"number_customergauge", 10000}, {"nps", 0}}));
    Query query;
    query.sort = {{QStringLiteral("nps"), false}};
    QCOMPARE(reader->snapshot(m_feed, query)->keys.size(), size_t(records + 2));
    QCOMPARE(texts("PRAGMA integrity_check"), QStringList{"ok"});
}

void ColumnIndexTest::stopsWhenTold()
{
    auto indexer = ColumnIndexer::open(m_lake->path(), m_lake->catalog);
    VERIFY_OK(indexer);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = indexer->ensure(m_feed, QStringLiteral("account_name"), {}, m_lake->clock->now(),
                                         {1, 1'000'000, 5}, stop.get_token());
    VERIFY_FAILS(stopped, ErrorKind::Cancelled);
    QVERIFY(indexes().isEmpty());
}

void ColumnIndexTest::noLakeIsLeftAlone()
{
    const QString nowhere = m_lake->folder.filePath(QStringLiteral("none.lake"));
    VERIFY_FAILS(ColumnIndexer::open(nowhere, m_lake->catalog), ErrorKind::NotFound);
    QVERIFY(!QFile::exists(nowhere));
}

void ColumnIndexTest::textsAreSortedByTheirBytes()
{
    QRandomGenerator random(11);
    std::vector<std::pair<std::string, qint64>> rows;
    lake::KeySort ascending;
    lake::KeySort descending;
    std::vector<qint64> nulls;
    for (qint64 key = 1; key <= 20'000; ++key) {
        if (random.bounded(10) == 0) {
            nulls.push_back(key);
            ascending.addNull(key);
            descending.addNull(key);
            continue;
        }
        std::string text;
        for (int n = random.bounded(random.bounded(2) ? 4 : 24); n > 0; --n)
            text += "a\0b\xc3\xbf"[random.bounded(5)];
        rows.emplace_back(text, key);
        ascending.add(key, text);
        descending.add(key, text);
    }
    const auto expect = [&](auto order, const std::vector<qint64> &got) {
        std::sort(rows.begin(), rows.end(), order);
        std::vector<qint64> keys;
        for (const auto &row : rows)
            keys.push_back(row.second);
        keys.insert(keys.end(), nulls.begin(), nulls.end());
        return keys == got;
    };
    QVERIFY(expect([](const auto &a, const auto &b) { return a < b; }, ascending.take(false)));
    QVERIFY(expect([](const auto &a,
                      const auto &b) { return a.first != b.first ? a.first > b.first : a.second < b.second; },
                   descending.take(true)));
}

QTEST_GUILESS_MAIN(ColumnIndexTest)
#include "tst_columnindex.moc"
