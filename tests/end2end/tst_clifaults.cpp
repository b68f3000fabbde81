// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QSet>

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
    void eachFaultAtEachPage_data();
    void eachFaultAtEachPage();

private:
    //! The pages that the current row's fault strikes, from 1: all in ./dev soak.
    static QList<int> pagesToStrike();

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
    QVERIFY(!cli.run(words("--format json status S")).json(0).value(QLatin1String("last_error")).isNull());

    const Run later = cli.run(words("--format json sync S responses --per-page 30"));
    QVERIFY2(later.exitCode == 0, later.said().constData());
    // What was stored is not read again.
    QVERIFY(later.json().value(QLatin1String("received")).toInt() <= 60);
    QCOMPARE(cli.exported(QStringLiteral("responses")), m_responses);
    QVERIFY(cli.run(words("--format json status S")).json(0).value(QLatin1String("last_error")).isNull());
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

// All of them in ./dev soak; otherwise those that the tests of the sync have no transport for.
void CliFaultsTest::eachFaultAtEachPage_data()
{
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("more");
    for (const char *fault : {"reset", "truncate", "expire-token"})
        QTest::newRow(fault) << 0 << QString();
    for (const char *fault : {"redirect", "deep", "stuck"})
        QTest::newRow(fault) << 4 << QString();
    QTest::newRow("503, and again") << 4 << QStringLiteral(",times=5");
    if (!qEnvironmentVariableIsSet("GAUGE_SOAK"))
        return;
    for (const char *fault : {"408", "429:retry-after=1", "500", "502", "503", "504", "cut", "html",
                              "garbage", "empty", "delay=100ms", "stall"})
        QTest::newRow(fault) << 0 << QString();
    for (const char *fault : {"reset", "truncate", "html"})
        QTest::addRow("%s, and again", fault) << 4 << QStringLiteral(",times=5");
    for (const char *fault : {"400", "422"}) // they object to what was asked
        QTest::newRow(fault) << 2 << QString();
    for (const char *fault : {"403", "404", "deep=100000", "huge", "endless"})
        QTest::newRow(fault) << 4 << QString();
}

QList<int> CliFaultsTest::pagesToStrike()
{
    if (qEnvironmentVariableIsSet("GAUGE_SOAK"))
        return {1, 2, 3, 4, 5};
    static int turn = 0;
    return {turn++ % 5 + 1};
}

void CliFaultsTest::eachFaultAtEachPage()
{
    QFETCH(const int, exitCode);
    QFETCH(const QString, more);
    const QString fault = QString::fromLatin1(QTest::currentDataTag()).section(QLatin1Char(','), 0, 0);
    const QList<int> pages = pagesToStrike(); // of four, and the empty one
    const SandboxProcess sandbox(words(recordCount) + words("--redirect-to http://127.0.0.1:9/"));
    for (const int page : pages) {
        const Cli cli;
        QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
        const QString limit
            = more.isEmpty() ? QStringLiteral("at=%1").arg(page) : QStringLiteral("from=%1").arg(page) + more;
        sandbox.forgetRequests();
        sandbox.setFaults({fault + (fault.contains(QLatin1Char(':')) ? QLatin1Char(',') : QLatin1Char(':'))
                           + QStringLiteral("feed=responses,") + limit});
        const Run run = cli.run(words("sync S responses --per-page 30"));
        const QByteArray where = "page " + QByteArray::number(page) + ": " + run.said();
        // After the first page 1 is a step on, and the empty one has no cursor.
        const bool harmless = fault == QLatin1String("stuck") && (page == 1 || page == 5);
        QVERIFY2(run.exitCode == (harmless ? 0 : exitCode), where.constData());
        QStringList asked = sandbox.cursorsAsked(QStringLiteral("responses"));
        sandbox.setFaults({});
        if (run.exitCode != 0) {
            sandbox.forgetRequests();
            QCOMPARE(cli.run(words("sync S responses --per-page 30")).exitCode, 0);
            const QStringList later = sandbox.cursorsAsked(QStringLiteral("responses"));
            QVERIFY2(later.size() <= 6 - page, where.constData()); // none that was stored
            asked = QSet<QString>(asked.cbegin(), asked.cend()).values() + later;
        }
        // At most the struck page was read again.
        QVERIFY2(asked.size() - QSet<QString>(asked.cbegin(), asked.cend()).size() <= 1, where.constData());
        QCOMPARE(where + cli.validationError(), where);
        QCOMPARE(cli.exported(QStringLiteral("responses")), m_responses);
    }
}

QTEST_GUILESS_MAIN(CliFaultsTest)
#include "tst_clifaults.moc"
