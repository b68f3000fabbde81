// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::net;
using namespace std::chrono_literals;

class TestRetryPolicy : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void growsWithFullJitter();
    void givesUp();
    void retryAfterWins();
    void retryAfterBeyondTheBudgetGivesUp();
    void statuses_data();
    void statuses();
    void errors();
    void retryAfterHeader_data();
    void retryAfterHeader();
};

void TestRetryPolicy::growsWithFullJitter()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(1, 0ms, {}, 0.0).value(), 0ms);
    QCOMPARE(policy.delay(1, 0ms, {}, 0.5).value(), 250ms);
    QCOMPARE(policy.delay(2, 0ms, {}, 0.5).value(), 500ms);
    QCOMPARE(policy.delay(4, 0ms, {}, 0.5).value(), 2000ms);
    RetryPolicy patient;
    patient.maxTries = 2000;
    QCOMPARE(patient.delay(1500, 0ms, {}, 1.0).value(), patient.cap);
}

void TestRetryPolicy::givesUp()
{
    const RetryPolicy policy;
    QVERIFY(policy.delay(4, 0ms, {}, 0.0));
    QVERIFY(!policy.delay(5, 0ms, {}, 0.0));
    QVERIFY(!policy.delay(1, policy.budget, {}, 0.0));
    QVERIFY(!policy.delay(4, policy.budget - 10ms, {}, 0.9));
}

void TestRetryPolicy::retryAfterWins()
{
    const RetryPolicy policy;
    QCOMPARE(policy.delay(1, 0ms, 7000ms, 0.5).value(), 7000ms);
    QCOMPARE(policy.delay(1, 0ms, 90s, 0.5).value(), 90'000ms);
    QCOMPARE(policy.delay(1, 0ms, 0ms, 0.5).value(), 0ms);
    QVERIFY(!policy.delay(5, 0ms, 0ms, 0.5));
}

void TestRetryPolicy::retryAfterBeyondTheBudgetGivesUp()
{
    const RetryPolicy policy;
    QVERIFY(!policy.delay(1, 0ms, 121s, 0.5));
    QVERIFY(policy.delay(1, 100s, 20s, 0.5));
    QVERIFY(!policy.delay(1, 100s, 20'001ms, 0.5));
}

void TestRetryPolicy::statuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("retryable");
    for (const int status : {408, 429, 500, 502, 503, 504, 599})
        QTest::addRow("%d", status) << status << true;
    for (const int status : {200, 301, 400, 401, 403, 404, 409, 422, 499, 600})
        QTest::addRow("%d", status) << status << false;
}

void TestRetryPolicy::statuses()
{
    QFETCH(int, status);
    QTEST(isRetryableStatus(status), "retryable");
}

void TestRetryPolicy::errors()
{
    QVERIFY(isRetryableError({ErrorKind::Offline, {}, {}}));
    QVERIFY(isRetryableError({ErrorKind::Timeout, {}, {}}));
    QVERIFY(isRetryableError({ErrorKind::Protocol, {}, QStringLiteral("incomplete answer: {")}));
    QVERIFY(!isRetryableError({ErrorKind::Protocol, {}, QStringLiteral("{ incomplete answer")}));
    QVERIFY(!isRetryableError({ErrorKind::Input, {}, QStringLiteral("incomplete answer")}));
    QVERIFY(!isRetryableError({ErrorKind::Cancelled, {}, {}}));
}

void TestRetryPolicy::retryAfterHeader_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds"); // -1: nothing
    QTest::newRow("seconds") << QByteArray("120") << qint64(120'000);
    QTest::newRow("spaces") << QByteArray("  3 ") << qint64(3'000);
    QTest::newRow("zero") << QByteArray("0") << qint64(0);
    QTest::newRow("huge") << QByteArray("99999999999999999999999") << qint64(315'360'000'000);
    QTest::newRow("date") << QByteArray("Sun, 06 Nov 1994 08:49:47 GMT") << qint64(10'000);
    QTest::newRow("rfc 850") << QByteArray("Sunday, 06-Nov-94 08:49:47 GMT") << qint64(10'000);
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:47 1994") << qint64(10'000);
    QTest::newRow("past") << QByteArray("Sun, 06 Nov 1994 08:00:00 GMT") << qint64(0);
    QTest::newRow("Unix time") << QByteArray("1000000000") << qint64(215'888'223'000);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("negative") << QByteArray("-5") << qint64(-1);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    QTest::newRow("endless") << QByteArray(100'000, '9') << qint64(-1);
}

void TestRetryPolicy::retryAfterHeader()
{
    QFETCH(QByteArray, value);
    QFETCH(qint64, milliseconds);
    const QDateTime now(QDate(1994, 11, 6), QTime(8, 49, 37), Qt::UTC);
    const auto parsed = parseRetryAfter(value, now);
    QCOMPARE(parsed ? qint64(parsed->count()) : qint64(-1), milliseconds);
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
