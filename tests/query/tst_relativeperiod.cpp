// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/datevalue.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::query;

class RelativePeriodTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void counts_data();
    void counts();
    void refuses_data();
    void refuses();
};

void RelativePeriodTest::counts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QString>("range");
    const auto row = [](const char *text, const char *today, const char *range) {
        QTest::newRow(qPrintable(QString(text) + QLatin1Char(' ') + today))
            << QString(text) << QDate::fromString(QString(today), Qt::ISODate) << QString(range);
    };
    // 22 November 2026 is a Sunday.
    const auto sunday = "2026-11-22";
    row("today", sunday, "2026-11-22..2026-11-23");
    row("Yesterday", sunday, "2026-11-21..2026-11-22");
    row("last 1 days", sunday, "2026-11-22..2026-11-23");
    row("last 1 day", sunday, "2026-11-22..2026-11-23");
    row("  LAST  30  Days ", sunday, "2026-10-24..2026-11-23");
    row("last 2 weeks", sunday, "2026-11-09..2026-11-23");
    row("last 3 months", sunday, "2026-08-23..2026-11-23");
    row("last 2 quarters", sunday, "2026-05-23..2026-11-23");
    row("last 1 years", sunday, "2025-11-23..2026-11-23");
    row("last 9999 years", sunday, "0001-01-01..2026-11-23");
    row("last 9999 weeks", sunday, "1835-04-06..2026-11-23");
    row("this week", sunday, "2026-11-16..2026-11-23");
    row("last week", sunday, "2026-11-09..2026-11-16");
    row("this week", "2026-11-23", "2026-11-23..2026-11-30");
    row("last week", "2026-11-23", "2026-11-16..2026-11-23");
    row("this week", "2027-01-01", "2026-12-28..2027-01-04");
    row("this month", sunday, "2026-11-01..2026-12-01");
    row("last month", "2026-01-31", "2025-12-01..2026-01-01");
    row("this month", "2026-12-31", "2026-12-01..2027-01-01");
    row("this quarter", sunday, "2026-10-01..2027-01-01");
    row("last quarter", "2026-02-28", "2025-10-01..2026-01-01");
    row("this year", sunday, "2026-01-01..2027-01-01");
    row("last year", sunday, "2025-01-01..2026-01-01");
    row("yesterday", "2028-03-01", "2028-02-29..2028-03-01");
    row("last 1 months", "2026-03-30", "2026-02-28..2026-03-31");
    row("last 1 years", "2028-02-28", "2027-02-28..2028-02-29");
}

void RelativePeriodTest::counts()
{
    QFETCH(const QString, text);
    QFETCH(const QDate, today);
    QFETCH(const QString, range);
    const auto period = RelativePeriod::parse(text);
    QVERIFY(period);
    const DateRange days = period->on(today);
    QCOMPARE(days.start.toString(Qt::ISODate) + ".." + days.end.toString(Qt::ISODate), range);
}

void RelativePeriodTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", " ", "2026-01-01", "last", "last day", "this day", "next week", "last 0 days", "last -1 days",
          "last +1 days", "last 10000 days", "last 3.5 days", "last three days", "last 30days",
          "this 2 weeks", "today and yesterday", "last 2 fortnights", "last 30 days ago",
          "last 99999999999 days"})
        QTest::newRow(text) << QString(text);
    QTest::newRow("huge") << QString(1 << 20, QLatin1Char('x'));
}

void RelativePeriodTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!RelativePeriod::parse(text));
}

QTEST_GUILESS_MAIN(RelativePeriodTest)
#include "tst_relativeperiod.moc"
