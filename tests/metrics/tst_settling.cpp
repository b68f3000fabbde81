// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/figures/periods.h"
#include "support/fakeclock.h"
#include "support/testcase.h"

using namespace gauge;
using metrics::ProvisionalWindow;

class SettlingTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hoursAreCountedInThisComputersTime();
    void whatWasSentLaterIsProvisional_data();
    void whatWasSentLaterIsProvisional();
    void withoutHoursNoneIs();
    void theQueryAsksForNoOtherRecords();

private:
    QByteArray m_zone;
};

namespace {

//! Noon in Amsterdam on 10 January.
ProvisionalWindow settling(int hours)
{
    auto clock = std::make_shared<test::FakeClock>();
    const QDateTime wanted(QDate(2026, 1, 10), QTime(11, 0), Qt::UTC);
    clock->advance(std::chrono::milliseconds(clock->now().msecsTo(wanted)));
    return {clock, hours};
}

} // namespace

void SettlingTest::init()
{
    TestCase::init();
    m_zone = qgetenv("TZ");
    qputenv("TZ", "Europe/Amsterdam");
}

void SettlingTest::cleanup()
{
    if (m_zone.isNull())
        qunsetenv("TZ");
    else
        qputenv("TZ", m_zone);
}

void SettlingTest::hoursAreCountedInThisComputersTime()
{
    QCOMPARE(settling(48).since(), QStringLiteral("2026-01-08 12:00:00"));
    QCOMPARE(settling(13).since(), QStringLiteral("2026-01-09 23:00:00"));
}

void SettlingTest::whatWasSentLaterIsProvisional_data()
{
    QTest::addColumn<QString>("sent");
    QTest::addColumn<bool>("provisional");
    QTest::newRow("a second later") << "2026-01-08 12:00:01" << true;
    QTest::newRow("that moment") << "2026-01-08 12:00:00" << false;
    QTest::newRow("another zone is ahead") << "2026-01-10 20:00:00" << true;
    QTest::newRow("the day alone") << "2026-01-09" << true;
    QTest::newRow("long ago") << "2025-01-09 10:00:00" << false;
    QTest::newRow("no date") << "" << false;
    QTest::newRow("words") << "not yet" << false;
}

void SettlingTest::whatWasSentLaterIsProvisional()
{
    QFETCH(const QString, sent);
    QFETCH(const bool, provisional);
    QCOMPARE(settling(48).isProvisional(sent), provisional);
}

void SettlingTest::withoutHoursNoneIs()
{
    QCOMPARE(settling(0).since(), QString());
    QVERIFY(!settling(0).isProvisional(QStringLiteral("2026-01-10 20:00:00")));
    QVERIFY(!ProvisionalWindow().isProvisional(QStringLiteral("2026-01-10 20:00:00")));
}

void SettlingTest::theQueryAsksForNoOtherRecords()
{
    query::Query query;
    query.where = {*query::parseFilter(QStringLiteral("language = nl"))};
    QStringList texts;
    for (const query::Filter &filter : settling(48).provisional(query).where)
        texts.append(query::print(filter));
    QCOMPARE(texts,
             (QStringList{QStringLiteral("language = nl"), QStringLiteral("date_sent > 2026-01-08 12:00:00"),
                          QStringLiteral("date_sent < 9999-12-31")}));
}

QTEST_GUILESS_MAIN(SettlingTest)
#include "tst_settling.moc"
