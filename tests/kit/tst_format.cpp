// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/format.h"
#include "support/testcase.h"

#include <QLocale>

#include <limits>

using namespace gauge;

class FormatTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void countsFollowTheLocale();
    void rates_data();
    void rates();
    void remaining_data();
    void remaining();
    void ago_data();
    void ago();
    void progressLeavesOutWhatIsNotKnown();
};

void FormatTest::countsFollowTheLocale()
{
    QCOMPARE(ui::countText(1'204'331), QStringLiteral("1,204,331"));
    QLocale::setDefault(QLocale(QLocale::Dutch));
    QCOMPARE(ui::countText(1'204'331), QStringLiteral("1.204.331"));
    initTestCase();
}

void FormatTest::rates_data()
{
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << 0.0 << QString();
    QTest::newRow("negative") << -5.0 << QString();
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QString();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QString();
    QTest::newRow("slow") << 0.4 << "under 1/s";
    QTest::newRow("few") << 25.4 << "25/s";
    QTest::newRow("many, steady") << 18'234.0 << "18,200/s";
}

void FormatTest::rates()
{
    QFETCH(double, perSecond);
    QTEST(ui::rateText(perSecond), "text");
}

void FormatTest::remaining_data()
{
    QTest::addColumn<qint64>("done");
    QTest::addColumn<qint64>("total");
    QTest::addColumn<double>("perSecond");
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown total") << qint64(5) << qint64(-1) << 10.0 << QString();
    QTest::newRow("no rate yet") << qint64(0) << qint64(100) << 0.0 << QString();
    QTest::newRow("done") << qint64(100) << qint64(100) << 10.0 << QString();
    QTest::newRow("nearly") << qint64(90) << qint64(100) << 10.0 << "a few seconds left";
    QTest::newRow("seconds") << qint64(0) << qint64(220) << 10.0 << "about 25 s left";
    QTest::newRow("a minute") << qint64(0) << qint64(580) << 10.0 << "about 1 min left";
    QTest::newRow("minutes") << qint64(0) << qint64(7300) << 10.0 << "about 12 min left";
    QTest::newRow("hours") << qint64(0) << qint64(72'000) << 10.0 << "about 2 h left";
    QTest::newRow("for ever") << qint64(0) << std::numeric_limits<qint64>::max() << 0.001
                              << "about 9999 h left";
}

void FormatTest::remaining()
{
    QFETCH(qint64, done);
    QFETCH(qint64, total);
    QFETCH(double, perSecond);
    QTEST(ui::remainingText({done, total, perSecond, {}}), "text");
}

void FormatTest::ago_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("now") << 10 << "just now";
    QTest::newRow("clock set back") << -900 << "just now";
    QTest::newRow("minutes") << 4 * 60 + 59 << "4 min ago";
    QTest::newRow("hours") << 3 * 3600 << "3 h ago";
    QTest::newRow("days") << 3 * 86'400 << "19/11/2026";
}

void FormatTest::ago()
{
    QFETCH(int, seconds);
    const QDateTime now(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    QTEST(ui::agoText(now.addSecs(-seconds), now), "text");
}

void FormatTest::progressLeavesOutWhatIsNotKnown()
{
    QCOMPARE(ui::progressText({}), QString());
    QCOMPARE(ui::progressText({214'000, -1, 18'200, {}}), QStringLiteral("214,000 · 18,200/s"));
    QCOMPARE(ui::progressText({10'000, 1'102'000, 18'200, QStringLiteral("responses")}),
             QStringLiteral("responses · 10,000 of 1,102,000 · 18,200/s · about 1 min left"));
}

QTEST_GUILESS_MAIN(FormatTest)
#include "tst_format.moc"
