// SPDX-License-Identifier: GPL-3.0-or-later
#include "dashboardlake.h"
#include "metrics/accumulators/accounts.h"
#include "metrics/accumulators/crosstab.h"
#include "support/testcase.h"

using namespace gauge;
using metrics::Dashboard;
using metrics::DashboardPlan;

//! Whichever way a dashboard is read, it has the same figures; and no column is too much for it.
class DashboardWaysTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theFiguresAreTheSame_data();
    void theFiguresAreTheSame();
    void aSecondReaderIsNotNeeded();
    void anErrorOfOneEndsBoth();
    void stopsInTheMiddle();
    void aMillionValuesAreTooMany();

private:
    static constexpr int records = 60'000; // more than one thread reads alone

    [[nodiscard]] DashboardPlan whole() const
    {
        DashboardPlan plan = m_lake.plan();
        plan.segments = {"language", "property.Country", "email"};
        plan.crosses = {{"language", {}}, {"language", "property.Country"}};
        plan.accounts.emplace();
        return plan;
    }
    test::DashboardLake m_lake;
};

namespace {

//! As two threads add them up in any order.
void verifyClose(const Dashboard &one, const Dashboard &other)
{
    QCOMPARE(one.figure, other.figure);
    QCOMPARE(one.invited, other.invited);
    QVERIFY(one.trend == other.trend);
    QVERIFY(one.tags == other.tags);
    QVERIFY(one.segments == other.segments);
    QVERIFY(one.crosses == other.crosses);
    QVERIFY(one.accounts == other.accounts);
    QCOMPARE(one.drivers.size(), other.drivers.size());
    for (size_t i = 0; i < one.drivers.size(); ++i) {
        QCOMPARE(one.drivers[i].name, other.drivers[i].name);
        QCOMPARE(one.drivers[i].figure, other.drivers[i].figure);
        QVERIFY(std::abs(one.drivers[i].contribution - other.drivers[i].contribution) < 1e-9);
    }
    QCOMPARE(one.questions.size(), other.questions.size());
    for (size_t i = 0; i < one.questions.size(); ++i) {
        QVERIFY(one.questions[i].answers == other.questions[i].answers);
        QVERIFY(std::abs(*one.questions[i].mean - *other.questions[i].mean) < 1e-9);
        QVERIFY(std::abs(*one.questions[i].correlation - *other.questions[i].correlation) < 1e-9);
    }
}

} // namespace

void DashboardWaysTest::initTestCase()
{
    const auto writer = m_lake.writer();
    for (const char *feed : {"non-responses", "responses"})
        VERIFY_OK(writer->beginSync(feed, {}, lake::SyncKind::Incremental));
    const char *const drivers[]
        = {"[]", R"([{"primary":"Price","secondary":["List"]}])",
           R"([{"primary":"Price"},{"primary":"Support","secondary":["Phone","Mail"]}])",
           R"([{"label":"Support"},{"label":"Stock"},{"label":"Delivery"}])"};
    for (int page = 0; page < records / 5000; ++page) {
        auto made = m_lake.page();
        for (int i = 1; i <= 5000; ++i) {
            const int number = page * 5000 + i;
            const auto month
                = QStringLiteral("2025-%1-03 10:00:00").arg(1 + number % 12, 2, 10, QLatin1Char('0'));
            made.record(
                {{"number_customergauge", number},
                 {"nps",
                  number % 13 < 11 ? test::PageBuilder::Value(number % 13) : test::PageBuilder::Value()},
                 {"language",
                  number % 7 < 3       ? "nl"
                      : number % 7 < 6 ? "de"
                                       : "fi"},
                 {"email", "person" + std::to_string(number) + "@example.com"},
                 {"account_name", "Account " + std::to_string(number % 901)},
                 {"selected_drivers", drivers[number % 4]},
                 {"tags",
                  number % 5 == 0 ? R"([{"label":"Delivery","type":"topic","sentiment":"mixed"}])" : "[]"},
                 {"date_sent", month.toStdString()},
                 {"date_survey_response", month.toStdString()}},
                {{"property.Country",
                  number % 97 == 0      ? "LU"
                      : number % 3 == 0 ? "NL"
                                        : "BE"},
                 {"question.How easy?", std::to_string(number % 13 % 6)}},
                "{\"n\":" + std::to_string(number) + '}');
        }
        m_lake.store(*writer, made);
    }
    auto others = m_lake.page("non-responses");
    for (int i = 1; i <= 5000; ++i)
        others.record(
            {{"number_customergauge", records + i}, {"language", "nl"}, {"date_sent", "2025-12-31 10:00:00"}},
            {{"property.Country", i % 97 == 0 ? "LU" : "NL"}});
    m_lake.store(*writer, others, "non-responses");
    for (const char *feed : {"non-responses", "responses"})
        VERIFY_OK(writer->finishSync(feed, 1, {}, {}));
}

void DashboardWaysTest::theFiguresAreTheSame_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<bool>("ranged");
    QTest::newRow("all") << QString() << false;
    QTest::newRow("two months") << QString() << true;
    QTest::newRow("two months of few") << "property.Country = LU" << true;
    QTest::newRow("few") << "property.Country = LU" << false;
    QTest::newRow("some") << "property.Country in LU,NL and language = de" << false;
    QTest::newRow("most") << "property.Country != LU" << false;
    QTest::newRow("either") << "property.Country = LU or language = fi" << false;
    QTest::newRow("a period") << "date_survey_response >= 2025-03-01 and date_survey_response < 2025-04-15"
                              << false;
    QTest::newRow("none") << "property.Country = XX" << false;
}

void DashboardWaysTest::theFiguresAreTheSame()
{
    QFETCH(const QString, where);
    QFETCH(const bool, ranged);
    DashboardPlan plan = whole();
    if (ranged)
        plan.range = {{QDate(2025, 11, 1), QDate(2026, 1, 1)}};
    query::Query query;
    if (!where.isEmpty())
        query.where = {*query::parseFilter(where)};
    const auto alone = [&] {
        const auto reader = m_lake.reader();
        return *metrics::makeDashboard(*reader, {}, m_lake.catalog, m_lake.feed("responses"), query, plan,
                                       {});
    };
    const Dashboard first = alone();
    QCOMPARE(first.figure.records, *m_lake.reader()->count("responses", first.query));
    QVERIFY(first.invited.has_value() == !where.contains("date_survey_response"));
    verifyClose(m_lake.made(plan, query), first);
    if (test::LakeFixture::isPostgres())
        return;
    auto indexer = lake::ColumnIndexer::open(m_lake.location(), m_lake.catalog);
    VERIFY_OK(indexer);
    for (const char *column : {"property.Country", "language", "date_survey_response"})
        VERIFY_OK(indexer->ensure("responses", column, {}, m_lake.clock->now(), {0, 100'000'000, 5}, {}));
    for (const char *column : {"date_sent", "property.Country"})
        VERIFY_OK(indexer->ensure("non-responses", column, {}, m_lake.clock->now(), {0, 100'000'000, 5}, {}));
    const auto counted = m_lake.reader()->dayCounts("non-responses", {}, "date_sent", {});
    QCOMPARE(**counted, (lake::DayCounts{{{"2025-12-31", 5000}}, 5000}));
    if (where.startsWith("property.Country =") && !where.contains(" or "))
        QVERIFY(m_lake.reader()->dayCounts("non-responses", query, "date_sent", {})->has_value());
    const bool isNarrow = !where.isEmpty() && where != "property.Country != LU";
    QCOMPARE(*m_lake.reader()->canUseIndex("responses", query), isNarrow);
    verifyClose(alone(), first);
    verifyClose(m_lake.made(plan, query), first);
}

void DashboardWaysTest::aSecondReaderIsNotNeeded()
{
    const auto reader = m_lake.reader();
    const auto refusing = []() -> Result<std::unique_ptr<lake::LakeReader>> {
        return fail(ErrorKind::Storage, QStringLiteral("There are too many connections."));
    };
    const auto made = metrics::makeDashboard(*reader, refusing, m_lake.catalog, m_lake.feed("responses"), {},
                                             whole(), {});
    VERIFY_OK(made);
    QCOMPARE(made->figure.records, records);
}

void DashboardWaysTest::anErrorOfOneEndsBoth()
{
    // The second reader's lake has no such column.
    test::DashboardLake other;
    other.writer();
    const auto reader = m_lake.reader();
    const auto elsewhere = [&] { return lake::LakeReader::open(other.location(), other.catalog); };
    const auto made = metrics::makeDashboard(*reader, elsewhere, m_lake.catalog, m_lake.feed("responses"), {},
                                             whole(), {});
    VERIFY_FAILS(made, ErrorKind::Input);
}

void DashboardWaysTest::stopsInTheMiddle()
{
    std::stop_source stop;
    const auto reader = m_lake.reader();
    // Stopped by the thread that has just begun: the first is in the midst of it.
    const auto stopping = [&] {
        stop.request_stop();
        return lake::LakeReader::open(m_lake.location(), m_lake.catalog);
    };
    VERIFY_FAILS(metrics::makeDashboard(*reader, stopping, m_lake.catalog, m_lake.feed("responses"), {},
                                        whole(), stop.get_token()),
                 ErrorKind::Cancelled);
    VERIFY_OK(m_lake.ask({}, whole())); // and the reader is whole
}

void DashboardWaysTest::aMillionValuesAreTooMany()
{
    DashboardPlan plan = m_lake.plan();
    plan.accounts.emplace();
    const metrics::Cases cases;
    metrics::NeededColumns columns;
    const metrics::CrossPlan cross{"email", {}};
    metrics::SegmentAccumulator segment(columns, "email");
    metrics::CrosstabAccumulator crossed(columns, cross, plan);
    metrics::AccountAccumulator accounts(columns, plan, m_lake.feed("responses"), cases);
    std::vector<catalog::Cell> cells(size_t(columns.names().size()));
    const auto emailAt = columns.place("email");
    const auto accountAt = columns.place("account_name");
    for (int i = 0; i < 1'000'000; ++i) {
        const std::string value = std::to_string(i);
        cells[emailAt] = cells[accountAt] = catalog::Cell::ofText(value);
        const metrics::ResponseRow reading{&cells, 9, "2025-12-01", 24311, true, false};
        for (metrics::Accumulator *part :
             {static_cast<metrics::Accumulator *>(&segment), static_cast<metrics::Accumulator *>(&crossed),
              static_cast<metrics::Accumulator *>(&accounts)})
            part->add(reading);
    }
    Dashboard made;
    segment.writeTo(made);
    crossed.writeTo(made);
    accounts.writeTo(made);
    QVERIFY(made.segments.front().isTooMany);
    QVERIFY(made.segments.front().values.empty());
    QVERIFY(made.crosses.front().isTooMany);
    QVERIFY(made.crosses.front().rows.empty());
    QVERIFY(made.accounts->isTooMany);
    QVERIFY(made.accounts->silent.empty());
}

QTEST_GUILESS_MAIN(DashboardWaysTest)
#include "tst_dashboardways.moc"
