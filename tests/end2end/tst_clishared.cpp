// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QRandomGenerator>

#include <csignal>

using namespace gauge::test;

//! Several processes on one lake: one syncs a feed, the others are told so, and everybody may read.
class CliSharedTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void oneOfManySyncs_data();
    void oneOfManySyncs();
    void manyKilledOverAndOver();
    void asleepItGoesOn();
    void asleepItIsTakenOver();

private:
    //! A sync that waits for its fourth page of twenty.
    static std::unique_ptr<QProcess> waiting(const Cli &cli);
    using Processes = std::vector<std::unique_ptr<QProcess>>;
    static qsizetype ended(const Processes &processes)
    {
        return std::count_if(processes.begin(), processes.end(),
                             [](const std::unique_ptr<QProcess> &process) {
                                 return process->state() == QProcess::NotRunning;
                             });
    }
};

void CliSharedTest::oneOfManySyncs_data()
{
    QTest::addColumn<int>("processes");
    QTest::newRow("two") << 2;
    QTest::newRow("five") << 5;
}

void CliSharedTest::oneOfManySyncs()
{
    QFETCH(const int, processes);
    // The second page never comes: who asks for it has the feed until it is told to end.
    const SandboxProcess sandbox(words("--records 400 --fault stall:feed=responses,at=2"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    Processes syncs;
    for (int i = 0; i < processes; ++i)
        syncs.push_back(cli.start(words("--format json sync S responses --per-page 100")));
    QTRY_COMPARE_WITH_TIMEOUT(ended(syncs), processes - 1, 60'000);
    const auto holder = std::find_if(syncs.begin(), syncs.end(), [](const std::unique_ptr<QProcess> &sync) {
        return sync->state() == QProcess::Running;
    });
    QVERIFY(holder != syncs.end());
    const std::unique_ptr<QProcess> winner = std::move(*holder);
    syncs.erase(holder);
    for (const auto &sync : syncs) {
        const Run refused = Cli::finish(*sync);
        QVERIFY2(refused.exitCode == 6, refused.said().constData());
        QCOMPARE(
            refused.json().value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
            QStringLiteral("busy"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(),
                              100, 30'000);
    // Nobody but the one asked the service.
    QCOMPARE(sandbox.cursorsAsked(QStringLiteral("responses")).size(), 2);
    Processes readers;
    for (int i = 0; i < processes; ++i)
        readers.push_back(cli.start(words("query S responses --columns nps")));
    for (const auto &reader : readers) {
        const Run read = Cli::finish(*reader);
        QVERIFY2(read.exitCode == 0, read.said().constData());
        QCOMPARE(read.lines().size(), 100);
    }
    QCOMPARE(cli.validationError(), QByteArray());

    QCOMPARE(::kill(pid_t(winner->processId()), SIGTERM), 0);
    const Run stopped = Cli::finish(*winner);
    QVERIFY2(stopped.exitCode == 130, stopped.said().constData());
    const Run rest = cli.run(words("sync S responses --per-page 100"));
    QVERIFY2(rest.exitCode == 0, rest.said().constData());
    QCOMPARE(cli.validationError(), QByteArray());
    QCOMPARE(cli.exported(QStringLiteral("responses")),
             cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything)));
}

// Five at a time, of all feeds, each killed at a moment of its own unless it is done; the data grows
// meanwhile.
void CliSharedTest::manyKilledOverAndOver()
{
    const SandboxProcess sandbox(words("--records 300 --fault delay=5ms"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QRandomGenerator random(5);
    const int rounds = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 40 : 3;
    int kills = 0;
    int busy = 0;
    for (int round = 0; round < rounds; ++round) {
        Processes syncs;
        for (int i = 0; i < 5; ++i)
            syncs.push_back(cli.start(words("sync S --per-page 20")));
        for (const auto &sync : syncs) {
            QVERIFY(sync->waitForStarted());
            if (!sync->waitForFinished(int(random.bounded(1, 300)))) {
                sync->kill();
                sync->waitForFinished();
                ++kills;
                continue;
            }
            busy += sync->exitCode() == 6 ? 1 : 0;
            const Run run = Cli::finish(*sync);
            QVERIFY2(run.exitCode == 0 || run.exitCode == 6, run.said().constData());
        }
        if (cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt() > 0)
            QCOMPARE(cli.validationError(), QByteArray());
        sandbox.advance(12);
    }
    qInfo("%d rounds of five: %d killed, %d busy", rounds, kills, busy);
    QVERIFY(kills > 0);
    const Run last = cli.run(words("sync S"));
    QVERIFY2(last.exitCode == 0, last.said().constData());
    QCOMPARE(cli.validationError(), QByteArray());
    QCOMPARE(cli.exported(QStringLiteral("responses")),
             cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything)));
}

std::unique_ptr<QProcess> CliSharedTest::waiting(const Cli &cli)
{
    std::unique_ptr<QProcess> sync = cli.start(words("sync S responses --per-page 20"));
    const auto stored
        = [&] { return cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(); };
    if (!QTest::qWaitFor([&] { return stored() == 60; }, 60'000))
        qFatal("%s", Cli::finish(*sync).said().constData());
    return sync;
}

// Stopped is as good as asleep: meanwhile its connection breaks and its token expires.
void CliSharedTest::asleepItGoesOn()
{
    const SandboxProcess sandbox(words("--records 200 --fault delay=2s:feed=responses,at=4 "
                                       "--fault reset:feed=responses,at=4"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const std::unique_ptr<QProcess> sync = waiting(cli);
    QCOMPARE(::kill(pid_t(sync->processId()), SIGSTOP), 0);
    sandbox.advance(8);
    QCOMPARE(::kill(pid_t(sync->processId()), SIGCONT), 0);
    const Run awake = Cli::finish(*sync);
    QVERIFY2(awake.exitCode == 0, awake.said().constData());
    QCOMPARE(cli.validationError(), QByteArray());
    QCOMPARE(cli.exported(QStringLiteral("responses")),
             cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything)));
}

void CliSharedTest::asleepItIsTakenOver()
{
    const SandboxProcess sandbox(words("--records 200 --fault delay=5s:feed=responses,at=4"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const std::unique_ptr<QProcess> sync = waiting(cli);
    QCOMPARE(::kill(pid_t(sync->processId()), SIGSTOP), 0);
    QCOMPARE(cli.run(words("sync S responses --per-page 20")).exitCode, 6); // it may be back in a moment
    cli.changeLake(QStringLiteral("UPDATE lake_leases SET heartbeat='2020-01-01T00:00:00.000Z'"));
    const Run other = cli.run(words("sync S responses --per-page 30 --max-pages 2"));
    QVERIFY2(other.exitCode == 0, other.said().constData());
    QCOMPARE(::kill(pid_t(sync->processId()), SIGCONT), 0);
    const Run awake = Cli::finish(*sync);
    QVERIFY2(awake.exitCode == 6, awake.said().constData());
    QVERIFY2(awake.err.contains("taken over"), awake.said().constData());
    // Its own page, from before the other's, did not move the feed back.
    QCOMPARE(cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(), 120);
    QCOMPARE(cli.validationError(), QByteArray());
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
    QCOMPARE(cli.exported(QStringLiteral("responses")),
             cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything)));
}

QTEST_GUILESS_MAIN(CliSharedTest)
#include "tst_clishared.moc"
