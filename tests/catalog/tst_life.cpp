// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/computed.h"
#include "support/testcase.h"

#include <cmath>

using namespace gauge;
using catalog::Cell;

class LifeTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void lifeIsTheLastThingThatHappened_data();
    void lifeIsTheLastThingThatHappened();
    void daysToAnswerAreWholeAndPart_data();
    void daysToAnswerAreWholeAndPart();
    void computedCellsAreMadeOfTheColumnsTheyName();
};

namespace {

std::string_view viewOf(const QByteArray &text)
{
    return {text.constData(), std::size_t(text.size())};
}

Cell cellOf(const QByteArray &text)
{
    return text.isNull() ? Cell() : Cell::ofText(viewOf(text));
}

} // namespace

void LifeTest::lifeIsTheLastThingThatHappened_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("opened");
    QTest::addColumn<QByteArray>("clicked");
    QTest::addColumn<QByteArray>("life");
    const QByteArray date("2025-03-01 14:05:09");
    const QByteArray none;
    QTest::newRow("sent") << date << none << none << QByteArray("sent");
    QTest::newRow("opened") << date << date << none << QByteArray("opened");
    QTest::newRow("clicked") << date << date << date << QByteArray("clicked");
    QTest::newRow("clicked in a client that hides opening") << date << none << date << QByteArray("clicked");
    QTest::newRow("a day alone") << QByteArray("2025-03-01") << none << none << QByteArray("sent");
    QTest::newRow("nothing known") << none << none << none << none;
    QTest::newRow("empty texts") << date << QByteArray("") << QByteArray("") << QByteArray("sent");
    QTest::newRow("a date that is none")
        << date << QByteArray("0000-00-00 00:00:00") << QByteArray("never opened") << QByteArray("sent");
    QTest::newRow("no day of the calendar") << date << QByteArray("2025-02-29") << none << QByteArray("sent");
}

void LifeTest::lifeIsTheLastThingThatHappened()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, opened);
    QFETCH(const QByteArray, clicked);
    QFETCH(const QByteArray, life);
    const std::vector<Cell> from{cellOf(sent), cellOf(opened), cellOf(clicked)};
    QCOMPARE(catalog::lifeColumn().compute(from), cellOf(life));
}

void LifeTest::daysToAnswerAreWholeAndPart_data()
{
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("answered");
    QTest::addColumn<double>("days");
    const QByteArray sent("2025-02-28 12:00:00");
    const double unknown = std::nan("");
    QTest::newRow("over the end of a month") << sent << QByteArray("2025-03-01 18:00:00") << 1.25;
    QTest::newRow("rounded") << sent << QByteArray("2025-02-28 12:10:00") << 0.01;
    QTest::newRow("at once") << sent << sent << 0.0;
    QTest::newRow("negative") << sent << QByteArray("2025-02-27 00:00:00") << -1.5;
    QTest::newRow("a leap day between")
        << QByteArray("2024-02-28T12:00:00") << QByteArray("2024-03-01 12:00:00") << 2.0;
    QTest::newRow("not answered") << sent << QByteArray() << unknown;
    QTest::newRow("not sent") << QByteArray() << sent << unknown;
    QTest::newRow("the day alone") << sent << QByteArray("2025-03-01") << unknown;
    QTest::newRow("no time of day") << sent << QByteArray("2025-03-01 24:00:00") << unknown;
    QTest::newRow("a zone behind it") << sent << QByteArray("2025-03-01 18:00:00Z") << unknown;
    QTest::newRow("words") << sent << QByteArray("nineteen characters") << unknown;
}

void LifeTest::daysToAnswerAreWholeAndPart()
{
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, answered);
    QFETCH(const double, days);
    const std::vector<Cell> from{cellOf(sent), cellOf(answered)};
    const Cell made = catalog::daysToAnswerColumn().compute(from);
    if (std::isnan(days))
        QVERIFY(made.isNull());
    else
        QCOMPARE(made, Cell::ofReal(days));
}

void LifeTest::computedCellsAreMadeOfTheColumnsTheyName()
{
    const catalog::Catalog catalog = catalog::Catalog::builtIn();
    const catalog::Endpoint &feed = *catalog.find(QStringLiteral("non-responses"));
    std::vector<Cell> cells(feed.columns.size());
    const auto at = [&](const char *name) -> Cell & {
        return cells[std::size_t(feed.column(QString::fromLatin1(name)) - feed.columns.data())];
    };
    const catalog::ComputedColumns computed(feed);
    computed.fill(cells);
    QVERIFY(at("life").isNull());
    at("date_clicked") = Cell::ofText("2025-03-01 14:05:09");
    computed.fill(cells);
    QCOMPARE(at("life"), Cell::ofText("clicked"));
    at("date_clicked") = Cell();
    at("date_opened") = Cell::ofText("2025-03-01 14:05:09");
    computed.fill(cells);
    QCOMPARE(at("life"), Cell::ofText("opened"));
}

QTEST_GUILESS_MAIN(LifeTest)
#include "tst_life.moc"
