// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QFileInfo>
#include <QRandomGenerator>
#include <QSet>

#include <csignal>

using namespace gauge::test;

//! Killed, interrupted or met by another: no record is lost or doubled.
class CliKilledTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void killedAgainAndAgain();
    void interruptKeepsWhatWasCommitted_data();
    void interruptKeepsWhatWasCommitted();
    void twoSyncsAtOnce();
    void anInterruptedExportLeavesNoFile();
};

// The moments are drawn from a fixed seed; each round starts over with an empty lake and is killed
// until one sync gets through. ./dev soak sets GAUGE_SOAK, and then it is killed 200 times, in PostgreSQL 50.
void CliKilledTest::killedAgainAndAgain()
{
    const SandboxProcess sandbox(words("--records 1500 --fault delay=15ms"));
    const int enough = !qEnvironmentVariableIsSet("GAUGE_SOAK") ? 10 : Cli::isPostgres() ? 50 : 200;
    QRandomGenerator random(20260101);
    QByteArray served;
    int rounds = 0;
    int kills = 0;
    qsizetype onTheWay = 0;
    do {
        Cli cli;
        QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
        if (served.isEmpty())
            served = cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything));
        QCOMPARE(served.count('\n'), 1500);
        QString checkpoint;
        bool through = false;
        for (int patience = 15; !through && patience < 30'000; patience += patience / 4) {
            sandbox.forgetRequests();
            const std::unique_ptr<QProcess> sync = cli.start(words("sync S responses --per-page 50"));
            QVERIFY(sync->waitForStarted());
            through = sync->waitForFinished(int(random.bounded(10, 20 + patience)));
            sync->kill();
            sync->waitForFinished();
            const QStringList asked = sandbox.cursorsAsked(QStringLiteral("responses"));
            // No stored page is read again, and none twice.
            QCOMPARE(asked.value(0), asked.isEmpty() ? QString() : checkpoint);
            QCOMPARE(QSet<QString>(asked.cbegin(), asked.cend()).size(), asked.size());
            if (through) {
                QVERIFY2(sync->exitCode() == 0, sync->readAllStandardError().constData());
                continue;
            }
            ++kills;
            // Before the first page nothing need be there, not even a lake.
            const QJsonObject status = cli.status(QStringLiteral("responses"));
            QVERIFY(!status.isEmpty());
            if (status.value(QLatin1String("records")).toInt() > 0)
                QCOMPARE(cli.validationError(), QByteArray());
            checkpoint = status.value(QLatin1String("checkpoint")).toString();
            onTheWay
                = std::max(onTheWay, std::count_if(asked.cbegin(), asked.cend(), [&](const QString &cursor) {
                               return cursor.toInt() >= checkpoint.toInt();
                           }));
        }
        QVERIFY(through);
        QCOMPARE(cli.validationError(), QByteArray());
        QCOMPARE(cli.exported(QStringLiteral("responses")), served);
        ++rounds;
    } while (kills < enough);
    // One that was being stored, one behind it, and the next as soon as that had come.
    QVERIFY2(onTheWay <= 3, qPrintable(QString::number(onTheWay)));
    qInfo("killed %d times in %d rounds; pages that were on their way, at most: %d", kills, rounds,
          int(onTheWay));
}

void CliKilledTest::interruptKeepsWhatWasCommitted_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl+C") << SIGINT;
    QTest::newRow("a polite end") << SIGTERM;
    QTest::newRow("the terminal is closed") << SIGHUP;
}

void CliKilledTest::interruptKeepsWhatWasCommitted()
{
    QFETCH(int, signal);
    // The fourth page never comes, so the signal meets a sync that waits for the service.
    const SandboxProcess sandbox(words("--records 400 --fault stall:feed=responses,at=4"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const std::unique_ptr<QProcess> sync = cli.start(words("--format json sync S responses --per-page 100"));
    const auto stored
        = [&] { return cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(); };
    QTRY_COMPARE_WITH_TIMEOUT(stored(), 300, 30'000);
    QCOMPARE(::kill(pid_t(sync->processId()), signal), 0);
    const Run ended = Cli::finish(*sync, 10'000);
    QVERIFY2(ended.exitCode == 130, ended.said().constData());
    QCOMPARE(ended.json(0).value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(ended.json(1).value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("cancelled"));
    QCOMPARE(stored(), 300);

    const Run rest = cli.run(words("--format json sync S responses --per-page 100"));
    QVERIFY2(rest.exitCode == 0, rest.said().constData());
    QCOMPARE(rest.json().value(QLatin1String("received")).toInt(), 100);
    QCOMPARE(cli.exported(QStringLiteral("responses")),
             cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything)));
}

void CliKilledTest::twoSyncsAtOnce()
{
    const SandboxProcess sandbox(words("--records 400 --fault stall:feed=responses,at=2"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const std::unique_ptr<QProcess> first = cli.start(words("sync S responses --per-page 100"));
    const auto stored
        = [&] { return cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(); };
    QTRY_COMPARE_WITH_TIMEOUT(stored(), 100, 30'000);

    const Run second = cli.run(words("--format json sync S responses"));
    QVERIFY2(second.exitCode == 6, second.said().constData());
    QCOMPARE(second.json().value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("busy"));
    // Others read meanwhile, and other feeds can be synced.
    QCOMPARE(cli.run(words("query S responses --columns nps")).lines().size(), 100);
    QCOMPARE(cli.run(words("sync S close-loop")).exitCode, 0);

    first->kill(); // without a chance to give the lease back
    first->waitForFinished();
    const Run taken = cli.run(words("--format json sync S responses"));
    QVERIFY2(taken.exitCode == 0, taken.said().constData());
    QCOMPARE(stored(), 400);
}

void CliKilledTest::anInterruptedExportLeavesNoFile()
{
    const SandboxProcess sandbox(words("--records 3000"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
    QRandomGenerator random(42);
    const QString output = cli.path(QStringLiteral("rows.csv"));
    int cut = 0;
    for (int round = 0; round < 20; ++round) {
        QFile::remove(output);
        const std::unique_ptr<QProcess> exporting = cli.start(words("export S responses --output rows.csv"));
        QVERIFY(exporting->waitForStarted());
        if (!exporting->waitForFinished(int(random.bounded(1, 120)))) {
            exporting->kill();
            exporting->waitForFinished();
            ++cut;
        }
        QFile file(output);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        // There, and so it is whole.
        QVERIFY(file.readAll().endsWith("\r\n"));
        QCOMPARE(cli.run(words("--format json export S responses --output whole.csv"))
                     .json()
                     .value(QLatin1String("rows"))
                     .toInt(),
                 3000);
        QCOMPARE(file.size(), QFileInfo(cli.path(QStringLiteral("whole.csv"))).size());
    }
    QVERIFY(cut > 0);
    // What the killed ones have begun goes with the next one.
    QCOMPARE(cli.run(words("export S responses --output whole.csv")).exitCode, 0);
    const QStringList hidden{QStringLiteral(".*")};
    QCOMPARE(QDir(cli.path(QString())).entryList(hidden, QDir::Files | QDir::Hidden), QStringList());
}

QTEST_GUILESS_MAIN(CliKilledTest)
#include "tst_clikilled.moc"
