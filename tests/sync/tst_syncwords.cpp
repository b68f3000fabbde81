// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "sync/syncjob.h"

using namespace gauge;

class SyncWordsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void newColumnsAreNamed();
    void replacedTextsAreCounted();
    void whatReadingAgainFound();
};

void SyncWordsTest::newColumnsAreNamed()
{
    using sync::newColumnsText;
    QCOMPARE(newColumnsText({}), QString());
    QCOMPARE(newColumnsText({"property.Tier", "question.Why", "property.Tier"}),
             "2 new columns: property.Tier, question.Why");
    QCOMPARE(newColumnsText({"a", "b", "c", "d", "e"}), "5 new columns: a, b, c, d, e");
    QCOMPARE(newColumnsText({"a", "b", "c", "d", "e", "f", "g"}), "7 new columns: a, b, c, d, e and 2 more");
    // Names are the customer's: what looks like a place for an argument is none.
    QCOMPARE(newColumnsText({"property.100%1"}), "1 new column: property.100%1");
}

void SyncWordsTest::replacedTextsAreCounted()
{
    using sync::replacedTextsText;
    QCOMPARE(replacedTextsText(0), QString());
    QVERIFY(replacedTextsText(1).startsWith(QStringLiteral("1 text ")));
    QVERIFY(replacedTextsText(12).startsWith(QStringLiteral("12 texts ")));
}

void SyncWordsTest::whatReadingAgainFound()
{
    lake::StoreCounts counts;
    counts.received = 20;
    counts.inserted = 20;
    QCOMPARE(sync::rereadText(counts), QString());
    counts.changed = 12;
    counts.late = 3;
    QCOMPARE(sync::rereadText(counts), QStringLiteral("12 changed, 3 arrived late"));
    counts.gone = 1;
    QVERIFY(sync::rereadText(counts).startsWith(QStringLiteral("12 changed, 3 arrived late, 1")));
    counts.changed = counts.late = 0;
    QVERIFY(!sync::rereadText(counts).contains(QStringLiteral("late")));
    QVERIFY(sync::rereadText(counts).startsWith(QLatin1Char('1')));
}

QTEST_GUILESS_MAIN(SyncWordsTest)
#include "tst_syncwords.moc"
