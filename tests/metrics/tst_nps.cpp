// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/dashboard.h"
#include "metrics/figures/statistics.h"
#include "support/testcase.h"

#include <cmath>

using namespace gauge;

class NpsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheTableOfTheService_data();
    void agreesWithTheTableOfTheService();
    void nothingScoredIsZero();
    void twoGroupsAgreeWithTheExampleOfTheService();
    void nothingIsComparedWithNothing();
    void equalGroupsDoNotDiffer();
    void allResponsesAreInTheOwnFigure();
    void ratesAreOfThoseInvited();
    void thePeriodBefore_data();
    void thePeriodBefore();
    void momentsAreThoseOfTheBook();
};

void NpsTest::agreesWithTheTableOfTheService_data()
{
    QTest::addColumn<int>("detractors");
    QTest::addColumn<int>("passives");
    QTest::addColumn<int>("promoters");
    QTest::addColumn<double>("score");
    QTest::addColumn<double>("error");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("1, 2, 3") << 1 << 2 << 3 << 33.3333 << 30.4290 << -26.7433 << 71.1877;
    QTest::newRow("25, 35, 40") << 25 << 35 << 40 << 15.0 << 7.92149 << -0.6974 << 29.8236;
    QTest::newRow("0, 0, 5") << 0 << 0 << 5 << 100.0 << 0.0 << 17.4915 << 100.0;
    QTest::newRow("0, 5, 0") << 0 << 5 << 0 << 0.0 << 0.0 << -30.0057 << 30.0057;
    QTest::newRow("1, 0, 1") << 1 << 0 << 1 << 0.0 << 70.7107 << -73.3351 << 73.3351;
}

void NpsTest::agreesWithTheTableOfTheService()
{
    QFETCH(int, detractors);
    QFETCH(int, passives);
    QFETCH(int, promoters);
    QFETCH(double, score);
    QFETCH(double, error);
    QFETCH(double, low);
    QFETCH(double, high);
    const metrics::Nps nps = metrics::npsOf({promoters, passives, detractors});
    QVERIFY(std::abs(nps.score - score) < 0.00005);
    QVERIFY(std::abs(nps.standardError - error) < 0.00005);
    QVERIFY2(std::abs(nps.low - low) < 0.00006, qPrintable(QString::number(nps.low, 'f', 6)));
    QVERIFY2(std::abs(nps.high - high) < 0.00006, qPrintable(QString::number(nps.high, 'f', 6)));
}

void NpsTest::nothingScoredIsZero()
{
    QCOMPARE(metrics::npsOf({}), metrics::Nps{});
}

void NpsTest::twoGroupsAgreeWithTheExampleOfTheService()
{
    // Promoters, passives, detractors: 40, 35, 25 against 30, 35, 35.
    const auto compared = metrics::compare({40, 35, 25}, {30, 35, 35});
    QVERIFY(compared);
    QVERIFY(std::abs(compared->delta - 19.4175) < 0.00005);
    QVERIFY(std::abs(compared->standardError - 11.0940) < 0.00005);
    QVERIFY(std::abs(compared->z - 1.75026) < 0.000005);
    QVERIFY(std::abs(compared->p - 0.080073) < 0.0000005);
    QVERIFY(!compared->isReal());
    const auto turned = metrics::compare({30, 35, 35}, {40, 35, 25});
    QCOMPARE(turned->delta, -compared->delta);
    QCOMPARE(turned->p, compared->p);
    QVERIFY(metrics::compare({400, 350, 250}, {300, 350, 350})->isReal());
}

void NpsTest::nothingIsComparedWithNothing()
{
    QVERIFY(!metrics::compare({}, {1, 2, 3}));
    QVERIFY(!metrics::compare({1, 2, 3}, {}));
}

void NpsTest::equalGroupsDoNotDiffer()
{
    // All the same score: the deviation is that of the made-up records alone, and not 0.
    const auto compared = metrics::compare({5, 0, 0}, {5, 0, 0});
    QVERIFY(compared);
    QCOMPARE(compared->z, 0.0);
    QCOMPARE(compared->p, 1.0);
    QVERIFY(compared->standardError > 0);
}

void NpsTest::allResponsesAreInTheOwnFigure()
{
    metrics::Figure figure;
    QVERIFY(!figure.nps());
    QVERIFY(!figure.ofAllResponses());
    for (const int score : {10, 9, 9, 8, 6, -1, -1, -1})
        figure.add(score);
    QCOMPARE(figure.counts, (metrics::Counts{3, 1, 1}));
    QCOMPARE(figure.ignored(), 3);
    QCOMPARE(figure.nps()->score, 40.0);
    QCOMPARE(*figure.ofAllResponses(), 25.0);
    QVERIFY(figure.isTooFew(6));
    QVERIFY(!figure.isTooFew(5));
}

void NpsTest::ratesAreOfThoseInvited()
{
    QVERIFY(!metrics::Invited().rate());
    const metrics::Invited invited{30, 70, 10, 40};
    QCOMPARE(*invited.rate(), 0.3);
    QCOMPARE(*invited.settledRate(), 0.4);
    QVERIFY(!(metrics::Invited{1, 2, 1, 2}.settledRate()));
}

void NpsTest::thePeriodBefore_data()
{
    QTest::addColumn<QDate>("start");
    QTest::addColumn<QDate>("end");
    QTest::addColumn<QDate>("before");
    QTest::newRow("a month") << QDate(2026, 3, 1) << QDate(2026, 4, 1) << QDate(2026, 2, 1);
    QTest::newRow("January") << QDate(2026, 1, 1) << QDate(2026, 2, 1) << QDate(2025, 12, 1);
    QTest::newRow("a quarter") << QDate(2026, 1, 1) << QDate(2026, 4, 1) << QDate(2025, 10, 1);
    QTest::newRow("a leap year") << QDate(2024, 1, 1) << QDate(2025, 1, 1) << QDate(2023, 1, 1);
    QTest::newRow("a week") << QDate(2026, 3, 2) << QDate(2026, 3, 9) << QDate(2026, 2, 23);
    QTest::newRow("30 days") << QDate(2026, 3, 3) << QDate(2026, 4, 2) << QDate(2026, 2, 1);
    QTest::newRow("a day") << QDate(2026, 3, 1) << QDate(2026, 3, 2) << QDate(2026, 2, 28);
}

void NpsTest::thePeriodBefore()
{
    QFETCH(const QDate, start);
    QFETCH(const QDate, end);
    QFETCH(const QDate, before);
    QCOMPARE(metrics::previousOf({start, end}), (query::DateRange{before, start}));
}

void NpsTest::momentsAreThoseOfTheBook()
{
    // Anscombe's first set: mean 9, deviation √11, correlation 0.81642.
    const std::vector<std::pair<double, double>> set{{10, 8.04},  {8, 6.95},  {13, 7.58}, {9, 8.81},
                                                     {11, 8.33},  {14, 9.96}, {6, 7.24},  {4, 4.26},
                                                     {12, 10.84}, {7, 4.82},  {5, 5.68}};
    metrics::Moments one;
    metrics::Moments two;
    for (size_t i = 0; i < set.size(); ++i)
        (i < 4 ? one : two).add(set[i].first + 999'000, set[i].second); // digits are not lost far from 0
    metrics::Moments none;
    none.merge(one);
    none.merge(two);
    none.merge({});
    QCOMPARE(none.count(), 11);
    QCOMPARE(*none.meanX(), 999'009.0);
    QVERIFY(std::abs(*none.deviationX() - std::sqrt(11.0)) < 1e-9);
    QVERIFY(std::abs(*none.correlation() - 0.816420516) < 1e-9);
    metrics::Moments same;
    for (const double y : {1.0, 2.0, 3.0})
        same.add(5, y);
    QVERIFY(!same.correlation());
    QCOMPARE(*same.deviationX(), 0.0);
}

QTEST_GUILESS_MAIN(NpsTest)
#include "tst_nps.moc"
