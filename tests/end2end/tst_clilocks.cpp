// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDirIterator>
#include <QMap>
#include <QRandomGenerator>
#include <QSet>

using namespace gauge::test;

//! A window that reads and uploads, and a timer that syncs, on one lake; some of them are killed.
class CliLocksTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aWindowStaysOpenWhileOthersSync();
    void twoSyncsAndAReaderInTurn();
    void killedAgainAndAgain();

private:
    static std::unique_ptr<QProcess> window(const Cli &cli, const QStringList &upload = {});
    static QByteArray lineOf(QProcess &process);
    static QString lakeOf(const Cli &cli);
    static void verifyIntegrity(const Cli &cli);
    static void writeRows(const QString &path, int rows);
    static void verifyTruth(const SandboxProcess &sandbox, const QString &results, int rows);
};

std::unique_ptr<QProcess> CliLocksTest::window(const Cli &cli, const QStringList &upload)
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("GAUGEDESK_CLIENT_ID", "sandbox");
    environment.insert("GAUGEDESK_CLIENT_SECRET", "sandbox-secret");
    process->setProcessEnvironment(environment);
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(WINDOW_COMPANION), QStringList{cli.dataFolder()} + upload);
    return process;
}

QByteArray CliLocksTest::lineOf(QProcess &process)
{
    while (!process.canReadLine()) {
        if (process.state() == QProcess::NotRunning || !process.waitForReadyRead(60'000))
            return process.canReadLine() ? process.readLine().trimmed() : QByteArray("(ended)");
    }
    return process.readLine().trimmed();
}

QString CliLocksTest::lakeOf(const Cli &cli)
{
    QDirIterator files(cli.dataFolder() + "/lakes", {"*.sqlite"});
    return files.hasNext() ? files.next() : QString();
}

void CliLocksTest::verifyIntegrity(const Cli &cli)
{
    QProcess shell;
    shell.start("sqlite3", {"-cmd", ".timeout 20000", lakeOf(cli), "PRAGMA integrity_check"});
    QVERIFY(shell.waitForFinished(60'000));
    QCOMPARE(shell.readAllStandardOutput().trimmed(), QByteArray("ok"));
    QCOMPARE(cli.validationError(), QByteArray());
}

void CliLocksTest::writeRows(const QString &path, int rows)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Account Name,Reference,Source,Type\n");
    for (int i = 1; i <= rows; ++i)
        file.write("ACME," + QByteArray::number(i) + ",Web,Call\n");
}

//! What the service has accepted is there once, and what was told of each row is true.
void CliLocksTest::verifyTruth(const SandboxProcess &sandbox, const QString &results, int rows)
{
    QSet<QByteArray> arrived;
    const QJsonArray received = sandbox.received();
    for (const QJsonValue &record : received) {
        const QByteArray reference = record["record"]["Reference"].toString().toUtf8();
        QVERIFY2(!arrived.contains(reference), QByteArray(reference + " was sent twice").constData());
        arrived.insert(reference);
    }
    QFile file(results);
    QVERIFY(file.open(QIODevice::ReadOnly));
    file.readLine();
    int told = 0;
    for (; !file.atEnd(); ++told) {
        const QList<QByteArray> cells = file.readLine().split(',');
        const QByteArray outcome = cells.value(4);
        if (outcome == "accepted")
            QVERIFY2(arrived.contains(cells.value(1)),
                     QByteArray(cells.value(1) + " did not arrive").constData());
        else
            QVERIFY2(outcome == "unknown", cells.join(',').constData());
    }
    QCOMPARE(told, rows);
}

void CliLocksTest::aWindowStaysOpenWhileOthersSync()
{
    const SandboxProcess sandbox(words("--records 300"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("sync S")).exitCode, 0);
    const auto reader = window(cli);
    QCOMPARE(lineOf(*reader), QByteArray("ready"));
    const QString log = lakeOf(cli) + "-wal";
    QVERIFY(QFileInfo::exists(log));
    for (int i = 0; i < 3; ++i) {
        sandbox.advance(24);
        const Run synced = cli.run(words("sync S"));
        QVERIFY2(synced.exitCode == 0, synced.said().constData());
        QVERIFY(QFileInfo::exists(log)); // the reader's
        QCOMPARE(reader->state(), QProcess::Running);
    }
    reader->closeWriteChannel();
    const Run ended = Cli::finish(*reader);
    QVERIFY2(ended.exitCode == 0, ended.said().constData());
    verifyIntegrity(cli);
}

// The other way round: a sync that waits for its page, while others open the lake, read it and close it.
void CliLocksTest::twoSyncsAndAReaderInTurn()
{
    const SandboxProcess sandbox(words("--records 400 --fault delay=300ms:feed=responses"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const auto sync = cli.start(words("sync S --per-page 50"));
    QVERIFY(sync->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(cli.status("responses").value("records").toInt() > 0, 60'000);
    const QString log = lakeOf(cli) + "-wal";
    int looks = 0;
    for (; sync->state() == QProcess::Running; ++looks) {
        QCOMPARE(cli.run(words("query S responses --columns nps")).exitCode, 0);
        const Run busy = cli.run(words("sync S responses"));
        QVERIFY2(busy.exitCode == 6 || busy.exitCode == 0, busy.said().constData());
        if (!QFileInfo::exists(log)) // the sync's; it goes with it
            QVERIFY(sync->waitForFinished(60'000));
        sync->waitForFinished(1);
    }
    const Run synced = Cli::finish(*sync);
    QVERIFY2(synced.exitCode == 0 || synced.exitCode == 6, synced.said().constData());
    QVERIFY(looks > 0);
    verifyIntegrity(cli);
}

// Numbers are drawn from a fixed seed; moments are those of the machine.
void CliLocksTest::killedAgainAndAgain()
{
    const int enough = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 200 : 4;
    const int rows = 400;
    QRandomGenerator random(20261130);
    int rounds = 0;
    int kills = 0;
    while (rounds < enough) {
        const SandboxProcess sandbox(words("--records 300 --fault delay=4ms:feed=records"));
        const Cli cli;
        QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
        QCOMPARE(cli.run(words("sync S --per-page 50")).exitCode, 0);
        writeRows(cli.path("rows.csv"), rows);
        const QStringList upload{cli.path("rows.csv"), cli.path("results.csv")};
        bool isDone = false;
        for (; !isDone; ++rounds) {
            // At the end of the rounds all that is left goes undisturbed.
            const bool isCalm = rounds >= enough;
            const auto sending = window(cli, upload);
            QCOMPARE(lineOf(*sending), QByteArray("ready"));
            sandbox.advance(12);
            const auto sync = cli.start(words("sync S --per-page 50"));
            QVERIFY(sync->waitForStarted());
            if (!isCalm && random.bounded(3) == 0 && !sync->waitForFinished(random.bounded(1, 150))) {
                sync->kill();
                ++kills;
            }
            const Run synced = Cli::finish(*sync);
            QVERIFY2(synced.exitCode == 0 || synced.exitCode == -1 || synced.exitCode == 6,
                     synced.said().constData());
            if (!isCalm && !sending->waitForFinished(random.bounded(1, 250))) {
                sending->kill();
                ++kills;
            }
            const Run sent = Cli::finish(*sending);
            isDone = sent.exitCode == 0;
            QVERIFY2(isDone || sent.exitCode == -1, sent.said().constData());
            verifyIntegrity(cli);
            if (QTest::currentTestFailed())
                return;
        }
        verifyTruth(sandbox, cli.path("results.csv"), rows);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(kills > 0);
    qInfo("%d rounds, %d processes killed", rounds, kills);
}

QTEST_GUILESS_MAIN(CliLocksTest)
#include "tst_clilocks.moc"
