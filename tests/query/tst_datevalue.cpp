// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/datevalue.h"
#include "support/testcase.h"

using namespace gauge;

//! What a value of a date column means.
class DateValueTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void relativePeriodsNeedToday();
};

void DateValueTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("before");
    const auto row = [](const char *text, const char *from, const char *before) {
        QTest::newRow(text) << QString(text) << QString(from) << QString(before);
    };
    row("2026", "2026-01-01", "2027-01-01");
    row("2026-12", "2026-12-01", "2027-01-01");
    row("2024-02", "2024-02-01", "2024-03-01");
    row("2026-03-31", "2026-03-31", "2026-04-01");
    row(" 2026-03-31 ", "2026-03-31", "2026-04-01");
    row("2024-02-29", "2024-02-29", "2024-03-01");
    row("2026-03-31 23", "2026-03-31 23:00:00", "2026-04-01 00:00:00");
    row("2026-03-31 10:30", "2026-03-31 10:30:00", "2026-03-31 10:31:00");
    row("2026-03-31T10:30", "2026-03-31 10:30:00", "2026-03-31 10:31:00");
    row("2026-03-31 10:30:59", "2026-03-31 10:30:59", "2026-03-31 10:31:00");
    row("2026-03-31T10:30:59.250", "2026-03-31 10:30:59", "2026-03-31 10:31:00");
    row("2026-03-29 02:30", "2026-03-29 02:30:00", "2026-03-29 02:31:00"); // does not exist in Amsterdam
    row("9999-12-31", "9999-12-31", ":");
    row("9999", "9999-01-01", ":");
    row("0000-00-00", "0000-00-00", "0000-00-01");
    row("0000-00-00 00:00:00", "0000-00-00 00:00:00", "0000-00-01");
    row("today", "2026-03-31", "2026-04-01");
    row("Last  Quarter", "2025-10-01", "2026-01-01");
}

void DateValueTest::reads()
{
    QFETCH(const QString, text);
    const auto texts = query::dateTexts(text, QDate(2026, 3, 31));
    QVERIFY(texts);
    QTEST(texts->from, "from");
    QTEST(texts->before, "before");
}

void DateValueTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             " ",
                             "31-03-2026",
                             "03/31/2026",
                             "2026-13-45",
                             "2026-02-29",
                             "2026-3-1",
                             "20260331",
                             "yesterda",
                             "soon",
                             "2026-03-31 25:00",
                             "2026-03-31 10:60",
                             "2026-03-31  10:30",
                             "2026-03-31Z",
                             "0000-01-01",
                             "0000",
                             "99999",
                             "2026-03-31 and",
                             "-2026",
                             "last 0 days"})
        QTest::newRow(text) << QString(text);
    QTest::newRow("other digits") << QString::fromUtf8("٢٠٢٦");
    QTest::newRow("huge") << QString(1'000'000, QLatin1Char('2'));
}

void DateValueTest::refuses()
{
    QFETCH(const QString, text);
    QVERIFY(!query::dateTexts(text, QDate(2026, 3, 31)));
}

void DateValueTest::relativePeriodsNeedToday()
{
    QVERIFY(!query::dateTexts(QStringLiteral("today"), {}));
    QVERIFY(query::dateTexts(QStringLiteral("2026"), {}));
}

QTEST_GUILESS_MAIN(DateValueTest)
#include "tst_datevalue.moc"
