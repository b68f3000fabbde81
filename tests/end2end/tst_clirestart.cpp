// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QRandomGenerator>

using namespace gauge::test;

//! The database server crashes and comes back while gaugedesk-cli syncs into it.
class CliRestartTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void statusTellsHowTheServerIsReached();
    void restartedAgainAndAgain();
};

void CliRestartTest::statusTellsHowTheServerIsReached()
{
    const SandboxProcess sandbox(words("--records 20"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("sync S responses")).exitCode, 0);
    const auto encryption = [&] {
        return cli.status(QStringLiteral("responses")).value(QLatin1String("encryption")).toString();
    };
    QCOMPARE(encryption(), QStringLiteral("this-computer"));
    QVERIFY(!cli.run(words("status S")).out.contains("sslmode="));
    // The same server by a name that is not this computer's; its certificate has the name.
    const QString elsewhere = cli.lake().replace(QLatin1String("@127.0.0.1:"), QLatin1String("@db.example:"))
        + QStringLiteral("&hostaddr=127.0.0.1");
    const QString certificate = QStringLiteral("&sslrootcert=") + qEnvironmentVariable("GAUGE_POSTGRES_CERT");
    for (const auto &[options, expected, warns] :
         {std::tuple(QString(), "required", true), std::tuple(QString("&sslmode=disable"), "open", true),
          std::tuple(QString("&sslmode=verify-full" + certificate), "verified", false)}) {
        cli.setLake(elsewhere + options);
        QCOMPARE(encryption(), QString::fromLatin1(expected));
        QCOMPARE(cli.run(words("status S")).out.contains("sslmode="), warns);
    }
}

void CliRestartTest::restartedAgainAndAgain()
{
    const SandboxProcess sandbox(words("--records 1000 --fault delay=20ms"));
    const int enough = qEnvironmentVariableIsSet("GAUGE_SOAK") ? 30 : 3;
    QRandomGenerator random(15);
    QByteArray served;
    int restarts = 0;
    int ended = 0;
    while (restarts < enough) {
        const Cli cli;
        QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
        if (served.isEmpty())
            served = cli.fetched(QStringLiteral("responses"), QString::fromLatin1(everything));
        bool through = false;
        for (int turn = 0; !through && turn < 100; ++turn) {
            const std::unique_ptr<QProcess> sync
                = cli.start(words("--format json sync S responses --per-page 20"));
            QVERIFY(sync->waitForStarted());
            // The first turns meet the lake while it is made; later ones a page somewhere.
            if (!sync->waitForFinished(int(random.bounded(20, 150 * (turn + 1))))) {
                QCOMPARE(QProcess::execute(qEnvironmentVariable("GAUGE_POSTGRES_CTL"),
                                           {QStringLiteral("restart")}),
                         0);
                ++restarts;
            }
            const Run run = Cli::finish(*sync);
            through = run.exitCode == 0;
            if (!through) {
                ++ended;
                QVERIFY2(run.exitCode == 1, run.said().constData());
                const QJsonObject error
                    = run.json(run.lines().size() - 1).value(QLatin1String("error")).toObject();
                QVERIFY2(error.value(QLatin1String("kind")).toString() == QLatin1String("storage"),
                         run.said().constData());
                QVERIFY2(error.value(QLatin1String("message"))
                             .toString()
                             .contains(QLatin1String("database server")),
                         run.said().constData());
            }
            if (cli.status(QStringLiteral("responses")).value(QLatin1String("records")).toInt() > 0)
                QCOMPARE(cli.validationError(), QByteArray());
        }
        QVERIFY(through);
        QCOMPARE(cli.exported(QStringLiteral("responses")), served);
    }
    qInfo("%d restarts, %d of them ended the sync", restarts, ended);
}

QTEST_GUILESS_MAIN(CliRestartTest)
#include "tst_clirestart.moc"
