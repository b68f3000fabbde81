// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "metrics/lifecounts.h"
#include "support/testcase.h"

using namespace gauge;
using State = metrics::LifeCount::State;

class LifeCountsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyRecordIsCountedOnce();
    void medianIsTheMiddle_data();
    void medianIsTheMiddle();
    void conditionsHoldForBothFeeds();
    void anEarlierLakeIsToBeSyncedFirst();

private:
    static metrics::LifeCounts lives(test::LakeFixture &lake, const query::Query &query = {})
    {
        auto counts = metrics::countInvitationStatus(*lake.reader(), lake.feed("responses"), query,
                                                     {lake.clock, 48}, {});
        if (!counts)
            qFatal("%s %s", qPrintable(counts.error().text), qPrintable(counts.error().detail));
        return *counts;
    }
    //! So many hours before now, as a date of the service.
    static std::string before(test::LakeFixture &lake, int hours)
    {
        return lake.clock->now()
            .toLocalTime()
            .addSecs(-3600 * hours)
            .toString("yyyy-MM-dd HH:mm:ss")
            .toStdString();
    }
};

void LifeCountsTest::everyRecordIsCountedOnce()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const auto page = [&](bool whole) {
        auto made = lake.page("non-responses");
        made.record({{"number_customergauge", 1}, {"date_sent", before(lake, 47)}})
            .record({{"number_customergauge", 2}, {"date_sent", before(lake, 49)}})
            .record({{"number_customergauge", 3},
                     {"date_sent", before(lake, 2)},
                     {"date_opened", before(lake, 1)}})
            .record({{"number_customergauge", 4}});
        if (whole)
            made.record({{"number_customergauge", 5}, {"date_sent", before(lake, 3)}});
        return made;
    };
    VERIFY_OK(writer->beginSync("non-responses", {}, lake::SyncKind::Incremental));
    lake.store(*writer, page(true), "non-responses");
    VERIFY_OK(writer->beginSync("non-responses", {}, lake::SyncKind::Reconcile));
    lake.store(*writer, page(false), "non-responses");
    QCOMPARE(*writer->markGone("non-responses"), 1);
    // Number 2 answers; another's answer is taken back by the service.
    VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Incremental));
    lake.store(*writer,
               lake.page()
                   .record({{"number_customergauge", 2},
                            {"date_sent", before(lake, 48)},
                            {"date_survey_response", before(lake, 12)}})
                   .record({{"number_customergauge", 6}}));
    VERIFY_OK(writer->beginSync("responses", {}, lake::SyncKind::Reconcile));
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 2},
                                   {"date_sent", before(lake, 48)},
                                   {"date_survey_response", before(lake, 12)}}));
    QCOMPARE(*writer->markGone("responses"), 1);
    QCOMPARE(lives(lake),
             (metrics::LifeCounts{{{State::Sent, 1, 1},
                                   {State::Opened, 1, 1},
                                   {State::Clicked, 0, 0},
                                   {State::Unknown, 1, 0},
                                   {State::Answered, 1, 0},
                                   {State::Gone, 2, 0}},
                                  1.5}));
}

void LifeCountsTest::medianIsTheMiddle_data()
{
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<QString>("median");
    QTest::newRow("none") << QList<int>{} << "unknown";
    QTest::newRow("one") << QList<int>{3} << "3";
    QTest::newRow("odd") << QList<int>{9, 1, 4} << "4";
    QTest::newRow("even") << QList<int>{9, 1, 4, 5} << "4.5";
    QTest::newRow("twins") << QList<int>{1, 1} << "1";
}

void LifeCountsTest::medianIsTheMiddle()
{
    QFETCH(const QList<int>, days);
    QFETCH(const QString, median);
    test::LakeFixture lake;
    const auto writer = lake.writer();
    auto page = lake.page();
    page.record({{"number_customergauge", -1}, {"date_survey_response", "2025-01-01 10:00:00"}});
    for (int i = 0; i < days.size(); ++i) {
        page.record({{"number_customergauge", i},
                     {"date_sent", "2025-01-01 10:00:00"},
                     {"date_survey_response",
                      QStringLiteral("2025-01-%1 10:00:00")
                          .arg(1 + days[i], 2, 10, QLatin1Char('0'))
                          .toStdString()}});
    }
    lake.store(*writer, page);
    const metrics::LifeCounts counts = lives(lake);
    QCOMPARE(counts.medianDays ? QString::number(*counts.medianDays) : QStringLiteral("unknown"), median);
    QCOMPARE(counts.states[3], (metrics::LifeCount{State::Answered, days.size() + 1, 0}));
}

void LifeCountsTest::conditionsHoldForBothFeeds()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page("non-responses")
                   .record({{"number_customergauge", 1}, {"language", "nl"}, {"date_sent", "2025-01-01"}})
                   .record({{"number_customergauge", 2}, {"language", "en"}, {"date_sent", "2025-01-01"}}),
               "non-responses");
    lake.store(*writer, lake.page().record({{"number_customergauge", 3}, {"language", "nl"}}));
    query::Query query;
    query.where = {{"language", query::Operator::Equal, {"en"}}};
    const metrics::LifeCounts counts = lives(lake, query);
    QCOMPARE(counts.states.front(), (metrics::LifeCount{State::Sent, 1, 0}));
    QCOMPARE(counts.states[3], (metrics::LifeCount{State::Answered, 0, 0}));
    query.where = {{"property.Country", query::Operator::Equal, {"NL"}}};
    VERIFY_FAILS(
        metrics::countInvitationStatus(*lake.reader(), lake.feed("responses"), query, {lake.clock, 48}, {}),
        ErrorKind::Input);
}

void LifeCountsTest::anEarlierLakeIsToBeSyncedFirst()
{
    test::LakeFixture lake;
    const catalog::Catalog now = lake.catalog;
    std::vector<catalog::Endpoint> endpoints = now.endpoints();
    for (catalog::Endpoint &endpoint : endpoints)
        std::erase_if(endpoint.columns, [](const catalog::Column &column) { return column.compute; });
    lake.catalog = catalog::Catalog(std::move(endpoints));
    lake.writer();
    lake.catalog = now;
    VERIFY_FAILS(
        metrics::countInvitationStatus(*lake.reader(), lake.feed("responses"), {}, {lake.clock, 48}, {}),
        ErrorKind::Storage);
    lake.writer();
    QCOMPARE(lives(lake).states.size(), size_t(5));
}

QTEST_GUILESS_MAIN(LifeCountsTest)
#include "tst_lifecounts.moc"
