// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/nps.h"
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

QTEST_GUILESS_MAIN(NpsTest)
#include "tst_nps.moc"
