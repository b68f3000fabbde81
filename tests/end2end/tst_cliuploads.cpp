// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace gauge::test;

//! `gaugedesk-cli uploads` and `configurations`: what was sent, and what can be sent with.
class CliUploadsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void nothingWasUploaded();
    void uploadsAreListed();
    void configurationsAreListed();
    void aBrokenConfigurationIsTold();

private:
    static void put(const Cli &cli, const QString &name, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(cli.path(name)).path()));
        QFile file(cli.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
};

void CliUploadsTest::nothingWasUploaded()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const Run text = cli.run(words("uploads S"));
    QVERIFY2(text.exitCode == 0 && text.out.isEmpty(), text.said().constData());
    QVERIFY(text.err.contains("Nothing has been uploaded yet"));
    const Run json = cli.run(words("--format json uploads S"));
    QVERIFY2(json.exitCode == 0 && json.out.isEmpty(), json.said().constData());
    QCOMPARE(cli.run(words("uploads Nobody")).exitCode, 2);
    QCOMPARE(cli.run(words("uploads S --limit 0")).exitCode, 2);
}

void CliUploadsTest::uploadsAreListed()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "calls.csv", "Account Name,Reference,Source,Type\nACME,1,Web,Call\nACME,2,Web,Call\n");
    // The type demands an account only; the service refuses the second row.
    put(cli, "accounts.csv", "Account Name,Reference,Source,Type\nACME,1,Web,Call\nACME,,Web,Call\n");
    QCOMPARE(cli.run(words("upload S activities --configuration activities --from calls.csv")).exitCode, 0);
    QCOMPARE(
        cli.run(words("upload S activities --configuration activities --from accounts.csv --type accounts"))
            .exitCode,
        5);
    const Run run = cli.run(words("--format json uploads S"));
    QVERIFY2(run.exitCode == 0 && run.lines().size() == 2, run.said().constData());
    QCOMPARE(keysOf(run.lines()[0]),
             (QStringList{"id", "started", "finished", "connection", "configuration", "record_type", "file",
                          "rows", "accepted", "refused", "unknown", "not_sent", "state", "error"}));
    const auto newest = run.json(0);
    QCOMPARE(newest["file"].toString(), QStringLiteral("accounts.csv"));
    QCOMPARE(newest["record_type"].toString(), QStringLiteral("accounts"));
    QCOMPARE(newest["accepted"].toInt(), 1);
    QCOMPARE(newest["refused"].toInt(), 1);
    QCOMPARE(newest["state"].toString(), QStringLiteral("done"));
    QVERIFY(newest["error"].isNull());
    QCOMPARE(run.json(1)["file"].toString(), QStringLiteral("calls.csv"));
    QCOMPARE(run.json(1)["rows"].toInt(), 2);
    QCOMPARE(cli.run(words("--format json uploads S --limit 1")).lines().size(), 1);
    const Run found = cli.run(words("uploads S --search calls"));
    QVERIFY2(found.out.contains("calls.csv") && !found.out.contains("accounts.csv"),
             found.said().constData());
    QVERIFY(found.out.startsWith("STARTED"));
    // A record that goes by itself has no file.
    const Run one = cli.run(words("upload S activities --configuration activities --record Reference=9 "
                                  "--record Source=Web --record Type=Call --record")
                            + QStringList{"Account Name=ACME"});
    QVERIFY2(one.exitCode == 0, one.said().constData());
    const auto single = cli.run(words("--format json uploads S --limit 1")).json();
    QVERIFY2(single["file"].toString().isEmpty(), one.said().constData());
    QCOMPARE(single["rows"].toInt(), 1);
}

void CliUploadsTest::configurationsAreListed()
{
    const Cli cli;
    put(cli, "data/configurations/calls.json",
        R"({"gaugedesk":"import-configuration","version":1,"name":"Calls","reference":"calls-7",)"
        R"("record_type":"activities","headings":[{"name":"Agent"},{"name":"When","type":"date"}]})");
    const Run run = cli.run(words("--format json configurations"));
    QVERIFY2(run.exitCode == 0 && run.lines().size() == 3, run.said().constData());
    QCOMPARE(keysOf(run.lines()[2]),
             (QStringList{"name", "reference", "record_type", "headings", "standard"}));
    QVERIFY(run.json(0)["standard"].toBool());
    const auto own = run.json(2);
    QCOMPARE(own["name"].toString(), QStringLiteral("Calls"));
    QCOMPARE(own["reference"].toString(), QStringLiteral("calls-7"));
    QCOMPARE(own["headings"].toArray(), (QJsonArray{"Agent", "When"}));
    QVERIFY(!own["standard"].toBool());
    const Run text = cli.run(words("configurations"));
    QVERIFY2(text.out.startsWith("NAME") && text.out.contains("calls-7"), text.said().constData());
}

void CliUploadsTest::aBrokenConfigurationIsTold()
{
    const Cli cli;
    put(cli, "data/configurations/broken.json", "{");
    const Run run = cli.run(words("--format json configurations"));
    QVERIFY2(run.exitCode == 0 && run.lines().size() == 2, run.said().constData());
    QVERIFY2(run.err.contains("broken.json"), run.said().constData());
}

QTEST_GUILESS_MAIN(CliUploadsTest)
#include "tst_cliuploads.moc"
