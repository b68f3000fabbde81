// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/scale.h"
#include "support/testcase.h"

#include <cmath>
#include <limits>

using namespace gauge;
using ui::Scale;

//! What an axis shows.
class ScaleTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void roundEnds_data();
    void roundEnds();
    void staysWithinBounds();
    void whatIsNoNumberMakesNoAxis();
    void shares();
};

void ScaleTest::roundEnds_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::newRow("score") << 17.3 << 42.9 << 10.0 << 50.0;
    QTest::newRow("around zero") << -3.2 << 4.1 << -4.0 << 6.0;
    QTest::newRow("round already") << 0.0 << 100.0 << 0.0 << 100.0;
    QTest::newRow("one value") << 7.0 << 7.0 << 6.5 << 7.5;
    QTest::newRow("large") << 0.0 << 1'234'567.0 << 0.0 << 1'500'000.0;
}

void ScaleTest::roundEnds()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const Scale scale = Scale::around(low, high, 4);
    QTEST(scale.from, "from");
    QTEST(scale.to, "to");
    const std::vector<double> steps = scale.steps();
    QVERIFY(steps.size() >= 2 && steps.size() <= 7);
    QCOMPARE(steps.front(), scale.from);
    QVERIFY(steps.back() <= scale.to + 1e-9);
}

void ScaleTest::staysWithinBounds()
{
    QCOMPARE(Scale::around(-99, 99, 4, {-100, 100}), (Scale{-100, 100, 50}));
    QCOMPARE(Scale::around(98, 100, 4, {-100, 100}).to, 100.0);
    // Bounds that leave nothing are all there is.
    QCOMPARE(Scale::around(300, 400, 4, {-100, 100}), (Scale{-100, 100}));
}

void ScaleTest::whatIsNoNumberMakesNoAxis()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    QCOMPARE(Scale::around(nan, 1), Scale());
    QCOMPARE(Scale::around(0, infinite), Scale());
    QCOMPARE((Scale{0, 10}.share(nan)), 0.0);
    QCOMPARE((Scale{5, 5}.share(5)), 0.0);
}

void ScaleTest::shares()
{
    const Scale scale{-100, 100};
    QCOMPARE(scale.share(-100), 0.0);
    QCOMPARE(scale.share(0), 0.5);
    QCOMPARE(scale.share(1000), 1.0);
}

QTEST_APPLESS_MAIN(ScaleTest)
#include "tst_scale.moc"
