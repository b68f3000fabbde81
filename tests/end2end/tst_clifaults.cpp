// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QElapsedTimer>

using namespace gauge::test;

namespace {

constexpr auto recordCount = "--records 120";

} // namespace

//! A sync over a service that misbehaves ends with the data of one that does not.
class CliFaultsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void survives_data();
    void survives();
    void waitsAsToldByTheService();
    void givesUpClearlyAndGoesOnLater_data();
    void givesUpClearlyAndGoesOnLater();
    void theQuirksOfTheWildLoseNothing();

private:
    QByteArray m_responses;
    QByteArray m_nonResponses;
};

void CliFaultsTest::initTestCase()
{
    const SandboxProcess clean(words(recordCount));
    Cli cli;
    QCOMPARE(cli.connectTo(clean.url()).exitCode, 0);
    m_responses = cli.fetched(QStringLiteral("responses"),
                              QStringLiteral("selected_drivers,tags,questions,properties"));
    m_nonResponses = cli.fetched(QStringLiteral("non-responses"), QStringLiteral("properties"));
    QCOMPARE(m_responses.count('\n'), 120);
    QVERIFY(m_nonResponses.count('\n') > 120);
}

void CliFaultsTest::survives_data()
{
    QTest::addColumn<QString>("faults");
    for (const char *faults :
         {"503:every=4", "reset:every=5", "truncate:every=5", "cut:every=6", "html:every=7", "empty:every=6",
          "garbage:every=7", "expire-token:every=4", "429:every=9,retry-after=1", "503:feed=token,at=1",
          "delay=50ms:every=2", "500:at=2 reset:at=4 truncate:at=6 expire-token:at=7 cut:at=8"})
        QTest::newRow(faults) << QString::fromLatin1(faults);
}

void CliFaultsTest::survives()
{
    QFETCH(QString, faults);
    QStringList options = words(recordCount);
    for (const QString &fault : faults.split(QLatin1Char(' ')))
        options += {QStringLiteral("--fault"), fault};
    const SandboxProcess sandbox(options);
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run synced = cli.run(words("sync S responses non-responses --per-page 30"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
    QCOMPARE(cli.exported(QStringLiteral("responses")), m_responses);
    QCOMPARE(cli.exported(QStringLiteral("non-responses")), m_nonResponses);
}

void CliFaultsTest::waitsAsToldByTheService()
{
    const SandboxProcess sandbox(words(recordCount) + words("--fault 429:feed=responses,at=2,retry-after=2"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(cli.run(words("sync S responses --per-page 60")).exitCode, 0);
    QVERIFY2(timer.elapsed() >= 2000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(cli.exported(QStringLiteral("responses")), m_responses);
}

void CliFaultsTest::givesUpClearlyAndGoesOnLater_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("kind");
    QTest::newRow("server") << QStringLiteral("503:feed=responses,from=3,times=5")
                            << QStringLiteral("server");
    QTest::newRow("web page") << QStringLiteral("html:feed=responses,from=3,times=5")
                              << QStringLiteral("protocol");
    QTest::newRow("too deep") << QStringLiteral("deep:feed=responses,from=3,times=1")
                              << QStringLiteral("protocol");
    QTest::newRow("cursor goes back")
        << QStringLiteral("stuck:feed=responses,from=3,times=1") << QStringLiteral("protocol");
    QTest::newRow("redirect") << QStringLiteral("redirect:feed=responses,from=3,times=1")
                              << QStringLiteral("protocol");
}

void CliFaultsTest::givesUpClearlyAndGoesOnLater()
{
    QFETCH(QString, fault);
    QFETCH(QString, kind);
    const SandboxProcess sandbox(words(recordCount)
                                 + QStringList{QStringLiteral("--redirect-to"),
                                               QStringLiteral("http://127.0.0.1:9/"),
                                               QStringLiteral("--fault"), fault});
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run failed = cli.run(words("--format json sync S responses --per-page 30"));
    QVERIFY2(failed.exitCode == 4, failed.said().constData());
    QCOMPARE(failed.lines().size(), 2);
    QVERIFY(failed.json(0).value(QLatin1String("received")).toInt() >= 60);
    QVERIFY(!failed.json(0).value(QLatin1String("complete")).toBool());
    QCOMPARE(failed.json(1).value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             kind);
    QVERIFY(!cli.run(words("--format json status S")).json(2).value(QLatin1String("last_error")).isNull());

    const Run later = cli.run(words("--format json sync S responses --per-page 30"));
    QVERIFY2(later.exitCode == 0, later.said().constData());
    // What was stored is not read again.
    QVERIFY(later.json().value(QLatin1String("received")).toInt() <= 60);
    QCOMPARE(cli.exported(QStringLiteral("responses")), m_responses);
    QVERIFY(cli.run(words("--format json status S")).json(2).value(QLatin1String("last_error")).isNull());
}

void CliFaultsTest::theQuirksOfTheWildLoseNothing()
{
    const SandboxProcess sandbox(words("--quirks --extra-properties 200 --questions 50")
                                 + words(recordCount));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run synced = cli.run(words("sync S --per-page 30"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
    const QByteArray served = cli.fetched(QStringLiteral("responses"),
                                          QStringLiteral("selected_drivers,tags,questions,properties"));
    QVERIFY(served.count('\n') >= 120);
    QCOMPARE(sorted(cli.exported(QStringLiteral("responses"))), sorted(served));
    // Every row is one line of valid JSON, whatever the service sent.
    const Run rows = cli.run(words("query S responses"));
    QCOMPARE(rows.lines().size(), served.count('\n'));
    for (qsizetype i = 0; i < rows.lines().size(); ++i)
        QVERIFY2(!rows.json(i).isEmpty(), rows.lines().at(i).constData());
}

QTEST_GUILESS_MAIN(CliFaultsTest)
#include "tst_clifaults.moc"
