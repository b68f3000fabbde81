// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QFile>
#include <QSet>

#include <csignal>

using namespace gauge::test;

//! `gaugedesk-cli upload --from` against the real sandbox.
class CliFileUploadTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowArrives();
    void howTheFileIsReadIsShownOrAsked();
    void howDatesAreWrittenIsAsked();
    void rowsThatAreRefused();
    void headingsAreGuarded();
    void columnsAreMapped();
    void aDryRunSendsNothing();
    void whatMailsCustomersAsks();
    void optionsAreChecked_data();
    void optionsAreChecked();
    void killedItGoesOn();
    void interruptedItTellsAndGoesOn();
    void correctedSurveysAreSentAlone();
    void changedSurveysAreNotMailedTwice();
    void aChangedFileIsResumed();
    void thereMustBeSomethingToResume();
    void answersThatAreNotTheServices();
    void recordsThatAreUpdatedByKeyAreSentAgain();
    void whatStopsIt();

private:
    static void put(const Cli &cli, const QString &name, const QByteArray &bytes)
    {
        QFile file(cli.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static QByteArray rows(int count)
    {
        QByteArray bytes = "Account Name,Reference,Source,Type\n";
        for (int i = 1; i <= count; ++i)
            bytes += "ACME," + QByteArray::number(i) + ",Web,Call\n";
        return bytes;
    }
    static QByteArray content(const Cli &cli, const QString &name)
    {
        QFile file(cli.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    //! Of everything that arrived: what stands under \a heading.
    static QStringList arrived(const SandboxProcess &sandbox, const QString &heading = "Reference")
    {
        QStringList values;
        for (const QJsonValue &record : sandbox.received())
            values.append(record["record"][heading].toString());
        return values;
    }
    static QStringList upload(const char *more, const char *global = "--format json")
    {
        return words(global) + words("upload S activities --configuration activities --from rows.csv")
            + words(more);
    }
};

void CliFileUploadTest::everyRowArrives()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(30));
    const Run run = cli.run(upload("--results results.csv --rate 1000"));
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(keysOf(run.lines()[0]),
             (QStringList{"sent", "accepted", "refused", "skipped", "results", "unknown", "encoding",
                          "separator", "header_line", "sent_before"}));
    QCOMPARE(run.json()["encoding"].toString(), QString("utf-8"));
    QCOMPARE(run.json()["separator"].toString(), QString(","));
    QCOMPARE(run.json()["header_line"].toInt(), 1);
    QCOMPARE(run.json()["sent"].toInt(), 30);
    QCOMPARE(run.json()["accepted"].toInt(), 30);
    QCOMPARE(run.json()["skipped"].toInt(), 0);
    QCOMPARE(run.json()["results"].toString(), cli.path("results.csv"));
    const QStringList references = arrived(sandbox);
    QCOMPARE(references.size(), 30);
    QCOMPARE(QSet<QString>(references.begin(), references.end()).size(), 30);
    QCOMPARE(content(cli, "results.csv").count(",accepted,,20"), 30);
    QCOMPARE(content(cli, "results.csv").count('\n'), 31);
    // In words; the same file again is a new upload.
    const Run text = cli.run(upload("--rate 1000", ""));
    QVERIFY2(text.exitCode == 0, text.said().constData());
    QVERIFY2(text.out.contains("30 accepted, 0 refused"), text.said().constData());
}

void CliFileUploadTest::howTheFileIsReadIsShownOrAsked()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    // Not certain: a person is needed, which is no bad usage. Each choice shows a cell.
    put(cli, "rows.csv", "Account Name,Reference,Source,Type\nM\xFCller,71,CRM,Call\n");
    const Run asked = cli.run(upload("--dry-run"));
    QCOMPARE(asked.exitCode, 1);
    QVERIFY2(asked.said().contains("--encoding") && asked.said().contains("windows-1252 (“Müller”), "),
             asked.said().constData());
    const Run named = cli.run(upload("--encoding cp1252"));
    QVERIFY2(named.exitCode == 0, named.said().constData());
    QCOMPARE(named.json()["encoding"].toString(), QString("windows-1252"));
    QCOMPARE(arrived(sandbox, "Account Name"), QStringList{"Müller"});
    // Damage is named with its line.
    put(cli, "rows.csv", rows(2) + QByteArray("Zoë,9,CRM,Call\n").repeated(20) + "M\xFCller,99,CRM,Call\n");
    const Run damaged = cli.run(upload(""));
    QCOMPARE(damaged.exitCode, 1);
    QVERIFY2(damaged.said().contains("line 24") && damaged.said().contains("M\uFFFDller"),
             damaged.said().constData());
    // Excel's first line, in a dry run and in words.
    put(cli, "rows.csv", "sep=;\r\nAccount Name;Reference;Source;Type\r\nACME;1;CRM;Call\r\n");
    const Run dry = cli.run(upload("--dry-run", ""));
    QCOMPARE(dry.exitCode, 0);
    QVERIFY2(dry.out.contains("utf-8") && dry.out.contains("line 2"), dry.said().constData());
    const Run json = cli.run(upload("--dry-run"));
    QCOMPARE(json.json()["separator"].toString(), QString(";"));
    QCOMPARE(json.json()["header_line"].toInt(), 2);
    QCOMPARE(json.json()["rejected"].toInt(), 0);
    QCOMPARE(arrived(sandbox).size(), 1);
}

void CliFileUploadTest::howDatesAreWrittenIsAsked()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv",
        "Account Name,Reference,Source,Type,Date\nACME,1,Web,Call,03/04/2026\nACME,2,Web,Call,46387\n");
    const Run mixed = cli.run(upload("--dry-run"));
    QCOMPARE(mixed.exitCode, 5); // no format suits both: each row has its error
    put(cli, "rows.csv", "Account Name,Reference,Source,Type,Date\nACME,1,Web,Call,03/04/2026\n");
    const Run asked = cli.run(upload(""));
    QCOMPARE(asked.exitCode, 1);
    for (const char *choice : {"Date=dmy", "2026-04-03", "Date=mdy", "2026-03-04"})
        QVERIFY2(asked.said().contains(choice), asked.said().constData());
    QVERIFY(arrived(sandbox).isEmpty());
    const Run chosen = cli.run(upload("--dates Date=mdy"));
    QVERIFY2(chosen.exitCode == 0, chosen.said().constData());
    QCOMPARE(arrived(sandbox, "Date"), QStringList{"2026-03-04"});
}

void CliFileUploadTest::rowsThatAreRefused()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    // The type demands an account only; the configuration of the service more.
    put(cli, "rows.csv",
        "Account "
        "Name,Reference,Source,Type\nACME,1,Web,Call\nACME,,Web,Call\n,3,Web,Call\nACME,4,Web,Call\n");
    const Run run = cli.run(upload("--type accounts --results results.csv --refused refused.csv"));
    QVERIFY2(run.exitCode == 5, run.said().constData());
    QCOMPARE(run.json()["sent"].toInt(), 3);
    QCOMPARE(run.json()["accepted"].toInt(), 2);
    QCOMPARE(run.json()["refused"].toInt(), 1);
    QCOMPARE(run.json()["skipped"].toInt(), 1);
    const QByteArray results = content(cli, "results.csv");
    QVERIFY2(results.contains("ACME,,Web,Call,refused,"), results.constData());
    QVERIFY2(results.contains(",3,Web,Call,not-sent,"), results.constData());
    QCOMPARE(content(cli, "refused.csv"),
             QByteArray("Account Name,Reference,Source,Type\r\nACME,,Web,Call\r\n,3,Web,Call\r\n"));
    QVERIFY(run.err.contains("line 4: error:"));
    // Put right and sent again.
    put(cli, "rows.csv",
        content(cli, "refused.csv").replace("ACME,,", "ACME,2,").replace("\n,3", "\nACME,3"));
    QCOMPARE(cli.run(upload("--type accounts")).exitCode, 0);
    QVERIFY(arrived(sandbox).contains("2"));
}

void CliFileUploadTest::headingsAreGuarded()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", "account name,Reference,Source,Type\nACME,1,Web,Call\n");
    const Run wrongCase = cli.run(upload(""));
    QCOMPARE(wrongCase.exitCode, 1);
    QVERIFY2(wrongCase.said().contains("account name") && wrongCase.said().contains("Account Name"),
             wrongCase.said().constData());
    put(cli, "rows.csv", "Account Name,Reference,Source,Type,Shoe size\nACME,1,Web,Call,42\n");
    QCOMPARE(cli.run(upload("--strict")).exitCode, 1);
    QCOMPARE(arrived(sandbox), QStringList());
    const Run warned = cli.run(upload(""));
    QVERIFY2(warned.exitCode == 0, warned.said().constData());
    QVERIFY2(warned.err.contains("header: warning:") && warned.err.contains("Shoe size"),
             warned.said().constData());
    QCOMPARE(arrived(sandbox), QStringList{"1"});
}

void CliFileUploadTest::columnsAreMapped()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    // A spreadsheet's file: semicolons, Windows-1252.
    put(cli, "rows.csv", "Kunde;Nr;First;Last;Notes\r\nM\xFCller;1;Ada;King;\"a; b\"\r\n");
    const Run run = cli.run(upload("--encoding windows-1252")
                            + QStringList{"--map", "Kunde=Account Name", "--map", "Nr=Reference", "--map",
                                          "\"Web\"=Source", "--map", "{Last}, {First}=Type", "--map",
                                          "First=", "--map", "Last=", "--map", "Notes=Subject"});
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(arrived(sandbox, "Account Name"), QStringList{"Müller"});
    QCOMPARE(arrived(sandbox, "Source"), QStringList{"Web"});
    QCOMPARE(arrived(sandbox, "Type"), QStringList{"King, Ada"});
    QCOMPARE(arrived(sandbox, "Subject"), QStringList{"a; b"});
    QCOMPARE(sandbox.received()[0].toObject()[QLatin1String("ignored")].toObject(), QJsonObject());
    // As it is told to.
    const Run told = cli.run(upload("--separator , --encoding utf-8"));
    QCOMPARE(told.exitCode, 1);
    QVERIFY2(told.said().contains("Line 2"), told.said().constData());
    const Run wrong = cli.run(upload("--encoding windows-1252 --map Kund=Reference"));
    QCOMPARE(wrong.exitCode, 2);
    QVERIFY2(wrong.said().contains("Kunde"), wrong.said().constData());
}

void CliFileUploadTest::aDryRunSendsNothing()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(3) + ",4,Web,Call\n");
    const Run run = cli.run(upload("--dry-run --findings findings.csv"));
    QVERIFY2(run.exitCode == 5, run.said().constData());
    QCOMPARE(run.json()["sent"].toInt(), 0);
    QCOMPARE(run.json()["skipped"].toInt(), 4);
    QCOMPARE(run.json()["rows"].toInt(), 4);
    QCOMPARE(run.json()["rejected"].toInt(), 1);
    QVERIFY(content(cli, "findings.csv").contains("4,5,error,Account Name,"));
    put(cli, "rows.csv", rows(3));
    QCOMPARE(cli.run(upload("--dry-run", "")).exitCode, 0);
    QCOMPARE(arrived(sandbox), QStringList());
    put(cli, "rows.csv", "");
    QCOMPARE(cli.run(upload("--dry-run")).exitCode, 1);
}

void CliFileUploadTest::whatMailsCustomersAsks()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", "Contact Reference\nc-1\nc-2\n");
    const QStringList surveys
        = words("upload S activities --configuration surveys --type surveys --from rows.csv");
    const Run asked = cli.run(surveys);
    QCOMPARE(asked.exitCode, 2);
    QVERIFY2(asked.err.contains("--yes") && asked.err.contains("2 rows"), asked.said().constData());
    QCOMPARE(sandbox.received().size(), 0);
    QCOMPARE(cli.run(surveys + QStringList{"--yes"}).exitCode, 0);
    QCOMPARE(sandbox.received().size(), 2);
}

void CliFileUploadTest::optionsAreChecked_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("record and file") << "--from rows.csv --record A=b";
    QTest::newRow("neither") << "";
    QTest::newRow("results of what") << "--record A=b --results results.csv";
    QTest::newRow("rate") << "--from rows.csv --rate 0";
    QTest::newRow("a rate that is none") << "--from rows.csv --rate fast";
    QTest::newRow("separator") << "--from rows.csv --separator x";
    QTest::newRow("encoding") << "--from rows.csv --encoding ebcdic";
    QTest::newRow("both") << "--from rows.csv --resume --anew";
    QTest::newRow("unknown without resume") << "--from rows.csv --resend-unknown";
    QTest::newRow("onto itself") << "--from rows.csv --results ./rows.csv";
    QTest::newRow("a folder") << "--from .";
    QTest::newRow("no mapping") << "--from rows.csv --map Type";
    QTest::newRow("dates without a file") << "--dates Date=dmy";
    QTest::newRow("no dates") << "--from rows.csv --dates Type=dmy";
}

void CliFileUploadTest::optionsAreChecked()
{
    QFETCH(const QString, options);
    Cli cli;
    QCOMPARE(cli.connectTo("http://127.0.0.1:9").exitCode, 0);
    put(cli, "rows.csv", rows(1));
    const Run run = cli.run(words("upload S activities --configuration activities")
                            + words(options.toUtf8().constData()));
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY(!run.err.isEmpty());
    // A file that has not come yet is no mistake in the command.
    QCOMPARE(cli.run(words("upload S activities --configuration activities --from missing.csv")).exitCode, 1);
    QCOMPARE(content(cli, "rows.csv"), rows(1));
}

void CliFileUploadTest::killedItGoesOn()
{
    const SandboxProcess sandbox(words("--records 10 --fault delay=3ms:feed=records"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(200));
    const auto process = cli.start(upload("--rate 1000"));
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.received().size() > 20, 30'000);
    process->kill();
    process->waitForFinished();
    QVERIFY(sandbox.received().size() < 200);
    // It must be said what to do.
    const Run refused = cli.run(upload(""));
    QCOMPARE(refused.exitCode, 1);
    QVERIFY2(refused.said().contains("was begun on"), refused.said().constData());
    const Run rest = cli.run(upload("--rate 1000 --resume --results results.csv"));
    const int unknown = rest.json()["unknown"].toInt();
    QVERIFY2(rest.exitCode == (unknown > 0 ? 5 : 0), rest.said().constData());
    QCOMPARE(rest.json()["accepted"].toInt() + unknown, 200);
    const QStringList references = arrived(sandbox);
    QCOMPARE(QSet<QString>(references.begin(), references.end()).size(), references.size());
    QCOMPARE(content(cli, "results.csv").count('\n'), 201);
    // On a person's word.
    const Run all = cli.run(upload("--resume --resend-unknown"));
    QVERIFY2(all.exitCode == 0, all.said().constData());
    QCOMPARE(all.json()["accepted"].toInt(), 200);
    const QStringList there = arrived(sandbox);
    QCOMPARE(QSet<QString>(there.begin(), there.end()).size(), 200);
}

void CliFileUploadTest::interruptedItTellsAndGoesOn()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(200));
    const auto process = cli.start(upload("--rate 40 --results results.csv"));
    QTRY_VERIFY_WITH_TIMEOUT(sandbox.received().size() > 5, 30'000);
    QCOMPARE(::kill(pid_t(process->processId()), SIGINT), 0);
    const Run ended = Cli::finish(*process, 10'000);
    QVERIFY2(ended.exitCode == 130, ended.said().constData());
    const int accepted = int(sandbox.received().size());
    QCOMPARE(ended.json()["accepted"].toInt(), accepted);
    QCOMPARE(ended.json()["unknown"].toInt(), 0);
    QCOMPARE(ended.json()["skipped"].toInt(), 200 - accepted);
    QCOMPARE(content(cli, "results.csv").count(",not-sent,"), 200 - accepted);
    const Run rest = cli.run(upload("--rate 1000 --resume"));
    QVERIFY2(rest.exitCode == 0, rest.said().constData());
    QCOMPARE(sandbox.received().size(), 200);
}

//! Nine were accepted and one was refused; nine customers must not get a second mail.
void CliFileUploadTest::correctedSurveysAreSentAlone()
{
    const SandboxProcess sandbox(words("--records 10 --fault 422:feed=records,at=6"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const QStringList surveys = words(
        "--format json upload S activities --configuration surveys --type surveys --from rows.csv --rate 20 "
        "--yes");
    const QByteArray rows = "Contact Reference\nc0\nc1\nc2\nc3\nc4\nbad\nc6\nc7\nc8\nc9\n";
    put(cli, "rows.csv", rows);
    const Run first = cli.run(surveys);
    QVERIFY2(first.exitCode == 5 && first.json()["accepted"].toInt() == 9, first.said().constData());
    // As a spreadsheet writes it again.
    put(cli, "rows.csv", QByteArray(rows).replace("bad", "c5").replace("\n", ";\r\n"));
    const Run warned = cli.run(surveys + words("--dry-run"));
    QVERIFY2(warned.err.contains("accepted: 9.") && warned.err.contains("--resume"),
             warned.said().constData());
    const Run resumed = cli.run(surveys + words("--resume --results results.csv"));
    QVERIFY2(resumed.exitCode == 0, resumed.said().constData());
    QCOMPARE(resumed.json()["accepted"].toInt(), 10);
    QCOMPARE(resumed.json()["sent_before"].toInt(), 9);
    QVERIFY2(resumed.err.contains("not sent again: 9."), resumed.said().constData());
    QVERIFY2(resumed.err.contains("To send now: 1."), resumed.said().constData());
    QStringList mailed = arrived(sandbox, "Contact Reference");
    QCOMPARE(mailed.size(), 10);
    QCOMPARE(mailed.last(), QString("c5"));
    QCOMPARE(content(cli, "results.csv").count(";accepted;"), 10);
    // Once more there is nothing left.
    QCOMPARE(cli.run(surveys + words("--resume")).exitCode, 0);
    QCOMPARE(sandbox.received().size(), 10);
}

void CliFileUploadTest::changedSurveysAreNotMailedTwice()
{
    const SandboxProcess sandbox(words("--records 10 --fault 422:feed=records,at=2"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    const QStringList surveys
        = words("upload S activities --configuration surveys --type surveys --from rows.csv --rate 20 --yes");
    put(cli, "rows.csv", "Contact Reference\nc0\nbad\nc2\n");
    QCOMPARE(cli.run(surveys).exitCode, 5);
    // Which of the two is the one that was refused?
    put(cli, "rows.csv", "Contact Reference\nC0\nc1\nc2\n");
    const Run doubted = cli.run(surveys + words("--resume"));
    QVERIFY2(doubted.exitCode == 1, doubted.said().constData());
    QCOMPARE(sandbox.received().size(), 2);
    put(cli, "rows.csv", "Contact Reference\nc0\nc1\nc2\n");
    QCOMPARE(cli.run(surveys + words("--resume")).exitCode, 0);
    QCOMPARE(arrived(sandbox, "Contact Reference").last(), QString("c1"));
    QCOMPARE(sandbox.received().size(), 3);
}

void CliFileUploadTest::aChangedFileIsResumed()
{
    const SandboxProcess sandbox(words("--records 10 --fault 403:feed=records,from=3"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(20));
    QCOMPARE(cli.run(upload("")).exitCode, 4);
    QCOMPARE(sandbox.received().size(), 2);
    sandbox.setFaults({});
    // Under another name, with one row more.
    put(cli, "more.csv", rows(21));
    const Run resumed = cli.run(words("--format json upload S activities --configuration activities --from "
                                      "more.csv --rate 1000 --resume"));
    QVERIFY2(resumed.exitCode == 0, resumed.said().constData());
    QCOMPARE(resumed.json()["sent_before"].toInt(), 2);
    const QStringList references = arrived(sandbox);
    QCOMPARE(references.size(), 21);
    QCOMPARE(QSet<QString>(references.begin(), references.end()).size(), 21);
}

void CliFileUploadTest::thereMustBeSomethingToResume()
{
    const SandboxProcess sandbox(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(3));
    for (const char *options : {"--resume", "--resume --dry-run"}) {
        const Run nothing = cli.run(upload(options));
        QVERIFY2(nothing.exitCode == 1, nothing.said().constData());
        QVERIFY2(nothing.said().contains("nothing to resume"), nothing.said().constData());
    }
    QCOMPARE(sandbox.received().size(), 0);
    QCOMPARE(cli.run(upload("")).exitCode, 0);
    // Other rows under the same name.
    put(cli, "rows.csv", "Account Name,Reference,Source,Type\nOther,x,Web,Call\n");
    QCOMPARE(cli.run(upload("--resume")).exitCode, 1);
    QCOMPARE(sandbox.received().size(), 3);
}

void CliFileUploadTest::answersThatAreNotTheServices()
{
    const SandboxProcess sandbox(words("--records 10 --fault html:feed=records,at=2 --fault "
                                       "errors:feed=records,at=3 --fault unauthenticated:feed=records,at=4"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", "Contact Reference\nc1\nc2\nc3\nc4\nc5\n");
    const Run run = cli.run(words("--format json upload S activities --configuration surveys --type surveys "
                                  "--from rows.csv --rate 20 --results results.csv --yes"));
    QVERIFY2(run.exitCode == 5, run.said().constData());
    const QByteArray results = content(cli, "results.csv");
    QVERIFY2(results.contains("c2,unknown,"), results.constData());
    QVERIFY2(results.contains("c3,refused,"), results.constData());
    QVERIFY2(results.contains("c4,accepted,"), results.constData()); // with a new token
    QCOMPARE(run.json()["accepted"].toInt(), 3);
    QVERIFY(!cli.everythingStored().contains("sandbox-secret"));
}

void CliFileUploadTest::recordsThatAreUpdatedByKeyAreSentAgain()
{
    const SandboxProcess sandbox(words("--records 10 --fault reset:feed=records,at=3 --fault "
                                       "503:feed=records,at=6 --fault html:feed=records,at=9"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    put(cli, "rows.csv", rows(20));
    const Run run = cli.run(upload("--rate 100"));
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(run.json()["accepted"].toInt(), 20);
    QCOMPARE(sandbox.received().size(), 23); // each was carried out, and answered the second time
    const Run one = cli.run(
        words(
            "upload S activities --configuration activities --record Reference=A --record Source=B --record "
            "Type=C --record")
        + QStringList{"Account Name=D"});
    QVERIFY2(one.exitCode == 0, one.said().constData());
}

void CliFileUploadTest::whatStopsIt()
{
    auto sandbox = std::make_unique<SandboxProcess>(words("--records 10"));
    Cli cli;
    QCOMPARE(cli.connectTo(sandbox->url()).exitCode, 0);
    put(cli, "rows.csv", rows(5));
    cli.setVariable("GAUGEDESK_CLIENT_SECRET", "wrong");
    const Run refused = cli.run(upload("--results results.csv"));
    QVERIFY2(refused.exitCode == 3, refused.said().constData());
    QCOMPARE(refused.json()["skipped"].toInt(), 5);
    QCOMPARE(content(cli, "results.csv").count(",not-sent,"), 5);
    cli.setVariable("GAUGEDESK_CLIENT_SECRET", "sandbox-secret");
    sandbox.reset();
    QCOMPARE(cli.run(upload("--resume")).exitCode, 4);
    QVERIFY(!cli.everythingStored().contains("sandbox-secret"));
}

QTEST_GUILESS_MAIN(CliFileUploadTest)
#include "tst_clifileupload.moc"
