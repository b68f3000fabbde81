// SPDX-License-Identifier: GPL-3.0-or-later
#include "chartfixture.h"
#include "charts/chart.h"
#include "charts/kinds/questionchart.h"
#include "charts/kinds/rankedchart.h"
#include "charts/kinds/sentimentchart.h"
#include "charts/kinds/shareschart.h"
#include "charts/kinds/twowaychart.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

#include <limits>

using namespace gauge;
using namespace gauge::ui;

//! What charts tell as tables, and that every one of them can be drawn whatever it is given.
class ChartsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void trendSaysWhatItKnows();
    void severalLinesHaveColumnsOfTheirOwn();
    void linesAreFilledAndCut();
    void distributionHasElevenScores();
    void sharesOpenTheirGroup();
    void primariesOpenAndStayOpen();
    void rankedTellsSignificanceInWords();
    void questionsTellTheirRelation();
    void twoWayOpensItsFields();
    void hugeAndBrokenFiguresAreDrawn();

private:
    static QString text(const Chart &chart, int row, int column)
    {
        return chart.data(chart.index(row, column)).toString();
    }
    //! Draws it at several widths; how many points there are at the last.
    static std::size_t drawn(const Chart &chart)
    {
        std::size_t marks = 0;
        const ChartStyle look = ChartStyle::printed();
        for (const double width : {40.0, 240.0, 900.0}) {
            QGraphicsScene scene;
            Drawing drawing(scene, look, {width, chart.height(look)});
            chart.draw(drawing);
            marks = drawing.marks().size();
            for (const Drawing::Mark &mark : drawing.marks()) {
                if (!chart.index(mark.row, mark.column).isValid()
                    || !chart.columns()[std::size_t(mark.column)].isPoint)
                    return 0;
            }
        }
        return marks;
    }
};

void ChartsTest::trendSaysWhatItKnows()
{
    TrendChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setFigures(test::threeMonths());
    QCOMPARE(chart.rowCount(), 3);
    QCOMPARE(text(chart, 0, 0), QStringLiteral("January 2026"));
    QCOMPARE(text(chart, 0, 1), QStringLiteral("+38.3"));
    QCOMPARE(chart.data(chart.index(0, 1), Qt::EditRole).toDouble(), 38.25);
    QCOMPARE(text(chart, 0, 5), QStringLiteral("31.0 %"));
    // What rests on too few is not told, not even to a file.
    QCOMPARE(text(chart, 1, 1), QStringLiteral("too few"));
    QVERIFY(!chart.data(chart.index(1, 1), Qt::EditRole).isValid());
    QCOMPARE(text(chart, 1, 2), QString());
    QCOMPARE(text(chart, 2, 1), QStringLiteral("−4.4"));
    QCOMPARE(
        chart.accessibleText(chart.index(0, 1)),
        QStringLiteral("January 2026: NPS +38.3, from +30.5, to +45.8, Responses 120, Response rate 31.0 %"));
    QCOMPARE(chart.where(chart.index(0, 1)), test::found(QStringLiteral("date_survey_response in 2026-01")));
    QVERIFY(chart.where(chart.index(1, 1)).empty());
    QVERIFY(chart.where({}).empty());
    QCOMPARE(drawn(chart), 3U);
}

void ChartsTest::severalLinesHaveColumnsOfTheirOwn()
{
    TrendChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TrendChart::Data data = test::threeMonths();
    data.lines.front().name = QStringLiteral("NL");
    data.lines.push_back(
        {QStringLiteral("DE"), {{1, 0, 2, 40, false}}, test::found(QStringLiteral("nps = 1"))});
    chart.setFigures(data);
    QCOMPARE(chart.columnCount(), 5);
    QCOMPARE(chart.headerData(3, Qt::Horizontal).toString(), QStringLiteral("DE"));
    QCOMPARE(chart.accessibleText(chart.index(0, 3)), QStringLiteral("January 2026: DE +1.0"));
    // A month and a value together.
    QCOMPARE(chart.where(chart.index(0, 3)).size(), 2U);
    QCOMPARE(text(chart, 2, 3), QString());
    QCOMPARE(drawn(chart), 6U);
}

void ChartsTest::linesAreFilledAndCut()
{
    TrendChart chart;
    TrendChart::Data data = test::threeMonths();
    data.lines.resize(12, data.lines.front());
    for (TrendChart::Line &line : data.lines)
        line.estimates.resize(1);
    chart.setFigures(data);
    QCOMPARE(chart.columnCount(), int(1 + 2 * TrendChart::mostLines));
    QCOMPARE(drawn(chart), 3 * TrendChart::mostLines);
    chart.setFigures({});
    QVERIFY(chart.isEmpty());
}

void ChartsTest::distributionHasElevenScores()
{
    DistributionChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setFigures({});
    QVERIFY(chart.isEmpty());
    DistributionChart::Data data;
    data.counts = {1, 0, 0, 0, 0, 0, 1, 2, 0, 0, 4};
    data.where[10] = test::found(QStringLiteral("nps = 10"));
    chart.setFigures(data);
    QCOMPARE(chart.rowCount(), 11);
    QCOMPARE(text(chart, 6, 1), QStringLiteral("detractor"));
    QCOMPARE(text(chart, 7, 1), QStringLiteral("passive"));
    QCOMPARE(text(chart, 10, 3), QStringLiteral("50.0 %"));
    QCOMPARE(chart.where(chart.index(10, 2)), data.where[10]);
    QCOMPARE(drawn(chart), 11U);
}

void ChartsTest::sharesOpenTheirGroup()
{
    SharesChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setFigures({{QStringLiteral("Jan"), QStringLiteral("January"), 5, 3, 2, false,
                       test::found(QStringLiteral("date_sent in 2026-01"))},
                      {QStringLiteral("Feb"), QStringLiteral("February"), 0, 0, 0, false, {}},
                      {QStringLiteral("Mar"), QStringLiteral("March"), 1, 0, 0, true, {}}},
                     QStringLiteral("nps"));
    QCOMPARE(text(chart, 0, 1), QStringLiteral("50.0 %"));
    QCOMPARE(text(chart, 1, 1), QString());
    QCOMPARE(text(chart, 2, 1), QStringLiteral("too few"));
    const std::vector<query::Filter> where = chart.where(chart.index(0, 3));
    QCOMPARE(where.size(), 2U);
    QCOMPARE(query::print(where[1]), QStringLiteral("nps <= 6"));
    QCOMPARE(query::print(groupFilter(display::ScoreGroup::Passive, QStringLiteral("nps"))),
             QStringLiteral("nps in 7,8"));
    QCOMPARE(drawn(chart), 9U);
}

void ChartsTest::primariesOpenAndStayOpen()
{
    ContributionChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setFigures(test::twoDrivers());
    QCOMPARE(chart.rowCount(), 2);
    QVERIFY(chart.toggle(0));
    QCOMPARE(chart.rowCount(), 4);
    QVERIFY(text(chart, 1, 0).endsWith(QStringLiteral("Ease")));
    QCOMPARE(chart.data(chart.index(1, 0), Qt::EditRole).toString(), QStringLiteral("Ease"));
    QCOMPARE(text(chart, 2, 1), QStringLiteral("−1.5"));
    for (const int row : {-1, 1, 3, 99}) // a secondary, one with nothing inside, none
        QVERIFY(!chart.toggle(row));
    QCOMPARE(drawn(chart), 4U);
    // New figures of the same drivers, then others.
    chart.setFigures(test::twoDrivers());
    QCOMPARE(chart.rowCount(), 4);
    QVERIFY(chart.toggle(0));
    QCOMPARE(chart.rowCount(), 2);
    chart.setFigures({});
    QVERIFY(chart.isEmpty());
}

void ChartsTest::rankedTellsSignificanceInWords()
{
    RankedChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    using Rest = RankedChart::Rest;
    chart.setFigures({{QStringLiteral("NL"), {40, 30, 50, 300, false}, Rest::Higher, 0.0001, {}},
                      {QStringLiteral("DE"), {20, 10, 30, 200, false}, Rest::Alike, 0.31, {}},
                      {QStringLiteral("FR"), {0, 0, 0, 2, true}, Rest::Lower, 0.01, {}}},
                     QStringLiteral("Country"));
    QCOMPARE(text(chart, 0, 5), QStringLiteral("higher than the rest"));
    QCOMPARE(text(chart, 0, 6), QStringLiteral("< 0.001"));
    QCOMPARE(text(chart, 1, 5), QStringLiteral("not clearly different"));
    QCOMPARE(text(chart, 2, 5), QString());
    QCOMPARE(text(chart, 2, 6), QString());
    QCOMPARE(drawn(chart), 3U);
    std::vector<RankedChart::Item> many(200, {QStringLiteral("x"), {-10, -20, 5, 50, false}});
    chart.setFigures(std::move(many), QStringLiteral("Country"));
    QCOMPARE(drawn(chart), RankedChart::mostDrawn);
    QCOMPARE(chart.rowCount(), 200);
}

void ChartsTest::questionsTellTheirRelation()
{
    QuestionChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    chart.setFigures({{QStringLiteral("How fast?"),
                       30,
                       3.456,
                       0.61,
                       {{QStringLiteral("1"), 10}, {QStringLiteral("5"), 20}}},
                      {QStringLiteral("Why?"), 12, {}, {}, {}, true},
                      {QStringLiteral("Odd"), 0, {}, -0.2, {{QStringLiteral("1"), 0}}}});
    QCOMPARE(text(chart, 0, 2), QStringLiteral("3.46"));
    QCOMPARE(text(chart, 0, 4), QStringLiteral("goes with the score"));
    QCOMPARE(text(chart, 0, 5), QStringLiteral("1: 10; 5: 20"));
    QCOMPARE(text(chart, 1, 5), QStringLiteral("many different answers"));
    QCOMPARE(text(chart, 2, 4), QStringLiteral("goes a little against the score"));
    QCOMPARE(drawn(chart), 3U);
}

void ChartsTest::twoWayOpensItsFields()
{
    TwoWayChart chart;
    const QAbstractItemModelTester tester(&chart, QAbstractItemModelTester::FailureReportingMode::QtTest);
    TwoWayChart::Data data;
    data.heading = QStringLiteral("Country");
    data.rows = {QStringLiteral("NL"), QStringLiteral("DE")};
    for (int i = 0; i < 20; ++i)
        data.columns.append(QString::number(i));
    data.fields = {{{50, 40, 60, 100, false}, test::found(QStringLiteral("nps = 1"))}};
    chart.setFigures(data);
    QCOMPARE(text(chart, 0, 1), QStringLiteral("+50.0"));
    QCOMPARE(chart.where(chart.index(0, 1)), test::found(QStringLiteral("nps = 1")));
    // Missing fields are empty ones; of many columns the last are drawn.
    QCOMPARE(text(chart, 1, 1), QString());
    QCOMPARE(drawn(chart), std::size_t(2 * TwoWayChart::mostColumns));
    chart.setFigures({QStringLiteral("Country"), {QStringLiteral("NL")}, {}, {}});
    QVERIFY(chart.isEmpty());
}

void ChartsTest::hugeAndBrokenFiguresAreDrawn()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    const qint64 most = std::numeric_limits<qint64>::max() / 4;
    const QString endless(10'000, QLatin1Char('x'));
    TrendChart trend;
    TrendChart::Data data = test::threeMonths();
    data.periods[0].responses = most;
    data.lines[0].estimates[0] = {nan, nan, infinite, most, false};
    data.lines[0].name = endless;
    trend.setFigures(data);
    QCOMPARE(drawn(trend), 3U);
    RankedChart ranked;
    ranked.setFigures(
        {{endless, {infinite, -infinite, infinite, most, false}}, {QString(), {nan, nan, nan, 1, false}}},
        endless);
    QCOMPARE(drawn(ranked), 2U);
    ContributionChart drivers;
    drivers.setFigures({{endless, 1e300, {}, most}, {QString(), -1e-300, {}, 0}});
    QCOMPARE(drawn(drivers), 2U);
    SentimentChart topics;
    topics.setFigures(
        {{endless, most, 0, 0, most, 0, {nan, nan, nan, 1, false}}, {QString(), 0, 0, 0, 0, 0, {}}});
    QCOMPARE(drawn(topics), 2U);
}

QTEST_MAIN(ChartsTest)
#include "tst_charts.moc"
