// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <csignal>

using namespace gauge::test;

//! What a sync reads again, and what a person decides after one that stopped.
class CliRecheckTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aSecondSyncCostsLittle();
    void theDaysAreChecked();
    void theDaysOfTheConnectionCount();
    void aRefusedCursorNamesItsRepair();
    void manyThatAreGoneNeedAWord();
    void aLongRetryAfterEndsWithWhatWasKept();
    void waitingCanBeInterrupted();

private:
    static constexpr auto responsesPath = "/v7/rest/sync/responses";
    static QString kindOf(const Run &run, qsizetype line = 0)
    {
        return run.json(line)[QLatin1String("error")][QLatin1String("kind")].toString();
    }
};

void CliRecheckTest::aSecondSyncCostsLittle()
{
    const SandboxProcess sandbox(words("--records 300"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("sync S")).exitCode, 0);
    sandbox.forgetRequests();
    const Run second = cli.run(words("--format json sync S"));
    QVERIFY2(second.exitCode == 0, second.said().constData());
    for (qsizetype line = 0; line < 3; ++line) {
        for (const char *key : {"received", "inserted", "changed", "late", "gone"})
            QCOMPARE(second.json(line).value(QLatin1String(key)).toInt(-1), 0);
    }
    QVERIFY2(sandbox.callsOf({}) <= 10, qPrintable(QString::number(sandbox.callsOf({}))));
    // Switched off, only the cursor is asked.
    sandbox.forgetRequests();
    QCOMPARE(cli.run(words("sync S responses --recheck 0")).exitCode, 0);
    QCOMPARE(sandbox.callsOf(QLatin1String(responsesPath)), 1);
}

void CliRecheckTest::theDaysAreChecked()
{
    const SandboxProcess sandbox(words("--records 5"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    for (const char *days : {"-1", "3651", "many"}) {
        QCOMPARE(cli.run(words("sync S --recheck") + QStringList{QLatin1String(days)}).exitCode, 2);
        QCOMPARE(cli.run(words("connection add T --region eu --no-keychain --recheck")
                         + QStringList{QLatin1String(days)})
                     .exitCode,
                 2);
    }
    QCOMPARE(cli.run(words("sync S responses --reconcile --recheck 3")).exitCode, 0);
}

void CliRecheckTest::theDaysOfTheConnectionCount()
{
    const SandboxProcess sandbox(words("--records 300"));
    Cli cli;
    const QString url = sandbox.url();
    const QStringList add
        = words("connection add S --region custom --no-keychain --client-id sandbox --recheck 0")
        + QStringList{QStringLiteral("--auth-url"),    url, QStringLiteral("--api-url"), url,
                      QStringLiteral("--imports-url"), url};
    const Run added = cli.run(add);
    QVERIFY2(added.exitCode == 0, added.said().constData());
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
    sandbox.forgetRequests();
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
    QCOMPARE(sandbox.callsOf(QLatin1String(responsesPath)), 1);
    // What is said for one sync wins.
    sandbox.forgetRequests();
    QCOMPARE(cli.run(words("sync S responses --recheck 30")).exitCode, 0);
    QVERIFY(sandbox.callsOf(QLatin1String(responsesPath)) > 1);
}

void CliRecheckTest::aRefusedCursorNamesItsRepair()
{
    const SandboxProcess sandbox(words("--records 300"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
    cli.changeLake(QStringLiteral("UPDATE lake_checkpoints SET cursor='moved-away' WHERE feed='responses'"));
    const Run refused = cli.run(words("--format json sync S responses"));
    QVERIFY2(refused.exitCode == 4, refused.said().constData());
    QVERIFY2(refused.out.contains("moved-away"), refused.said().constData());
    QVERIFY2(refused.err.contains("--reconcile"), refused.said().constData());
    QCOMPARE(cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(), 300);
    const Run repaired = cli.run(words("--format json sync S responses --reconcile"));
    QVERIFY2(repaired.exitCode == 0, repaired.said().constData());
    QCOMPARE(repaired.json().value(QLatin1String("gone")).toInt(), 0);
    const Run next = cli.run(words("--format json sync S responses"));
    QVERIFY2(next.exitCode == 0, next.said().constData());
    QCOMPARE(next.json().value(QLatin1String("inserted")).toInt(), 0);
}

void CliRecheckTest::manyThatAreGoneNeedAWord()
{
    const SandboxProcess sandbox(words("--records 300"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("sync S close-loop")).exitCode, 0);
    const int all = cli.status(QStringLiteral("close-loop")).value(QLatin1String("records")).toInt();
    // Every second case is one that the service does not know.
    cli.changeLake(QStringLiteral("UPDATE close_loop SET number_customergauge=number_customergauge+1000000 "
                                  "WHERE row_id%2=0"));
    const Run asked = cli.run(words("--format json sync S close-loop --reconcile"));
    QVERIFY2(asked.exitCode == 4, asked.said().constData());
    QCOMPARE(asked.json(0).value(QLatin1String("gone")).toInt(), 0);
    QVERIFY2(asked.err.contains("--yes"), asked.said().constData());
    const Run marked = cli.run(words("--format json sync S close-loop --reconcile --yes"));
    QVERIFY2(marked.exitCode == 0, marked.said().constData());
    QCOMPARE(marked.json().value(QLatin1String("gone")).toInt(), all / 2);
    QCOMPARE(cli.status(QStringLiteral("close-loop")).value(QLatin1String("records")).toInt(), all);
}

void CliRecheckTest::aLongRetryAfterEndsWithWhatWasKept()
{
    const SandboxProcess sandbox(words("--records 300 --fault 429:feed=responses,from=2,retry-after=7200"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run ended = cli.run(words("--format json sync S responses --per-page 100"));
    QVERIFY2(ended.exitCode == 4, ended.said().constData());
    QCOMPARE(ended.json(0).value(QLatin1String("received")).toInt(), 100);
    QCOMPARE(kindOf(ended, 1), QStringLiteral("rate-limited"));
    QVERIFY2(ended.json(1)[QLatin1String("error")][QLatin1String("detail")].toString().contains(
                 QStringLiteral("retry after 20")),
             ended.said().constData());
    QCOMPARE(cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(), 100);
}

void CliRecheckTest::waitingCanBeInterrupted()
{
    const SandboxProcess sandbox(words("--records 300 --fault 429:feed=responses,from=2,retry-after=7200"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const std::unique_ptr<QProcess> sync = cli.start(words("sync S responses --per-page 100 --wait"));
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += sync->readAllStandardError()).contains("asks to wait until"), 30'000);
    QCOMPARE(cli.status(QStringLiteral("responses")).value(QLatin1String("state")).toString(),
             QStringLiteral("running"));
    QCOMPARE(::kill(pid_t(sync->processId()), SIGINT), 0);
    QCOMPARE(Cli::finish(*sync, 10'000).exitCode, 130);
    QCOMPARE(cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(), 100);
}

QTEST_GUILESS_MAIN(CliRecheckTest)
#include "tst_clirecheck.moc"
