// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QDir>
#include <QFile>

using namespace gauge::test;

//! One lake, one system: whatever joins another system, or another client ID, with a lake is refused.
class CliOwnerTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void twoSystemsDoNotMix();
    void anotherClientIdMarksNothingGone();
    void adoptingTakesEffectWithTheFirstPage();
    void anEditedAddressCanBeAdopted();
    void nothingIsUploadedFromAnotherSystemsLake();
    void theSampleIsItsOwnSystem();
    void statusTellsTheSystem();
    void placesThatAreNoFileAreRefused_data();
    void placesThatAreNoFileAreRefused();
    void removeTellsWhatItRemoved();
    void removeLeavesWhatOthersUse();

private:
    //! `command` as JSON, against the lake that all connections of this test share.
    Run shared(const char *command) const
    {
        const QStringList place{QStringLiteral("--lake"), m_cli->path(QStringLiteral("shared.sqlite"))};
        return m_cli->run(words("--format json") + (Cli::isPostgres() ? QStringList() : place)
                          + words(command));
    }
    Run connect(const char *name, const QString &url) const
    {
        return m_cli->run(words("connection add") + QStringList{QString::fromLatin1(name)}
                          + QStringLiteral("--region custom --auth-url %1 --api-url %1 --imports-url %1 "
                                           "--no-keychain")
                                .arg(url)
                                .split(u' '));
    }
    //! That a run was refused, in words that name \a both.
    static void verifyRefused(const Run &run, const QStringList &both)
    {
        QVERIFY2(run.exitCode == 1, run.said().constData());
        const QJsonObject error = run.json(run.lines().size() - 1).value(QLatin1String("error")).toObject();
        QCOMPARE(error.value(QLatin1String("kind")).toString(), QStringLiteral("storage"));
        for (const QString &name : both)
            QVERIFY2(error.value(QLatin1String("message")).toString().contains(name), run.said().constData());
    }
    static QString hostOf(const SandboxProcess &sandbox) { return sandbox.url().mid(7); }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliOwnerTest::init()
{
    TestCase::init();
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 300"));
    QVERIFY(!m_sandbox->url().isEmpty());
    m_cli = std::make_unique<Cli>();
    QCOMPARE(m_cli->connectTo(m_sandbox->url()).exitCode, 0);
}

void CliOwnerTest::twoSystemsDoNotMix()
{
    const SandboxProcess other(words("--records 20"));
    QCOMPARE(connect("Other", other.url()).exitCode, 0);
    QCOMPARE(shared("sync S responses").exitCode, 0);
    const QByteArray before = shared("query S responses").out;
    const QByteArray history = shared("history S").out;
    const QStringList both{QStringLiteral("“S”"), hostOf(*m_sandbox), QStringLiteral("“Other”"),
                           hostOf(other)};
    for (const char *command :
         {"sync Other responses", "sync Other responses --reconcile", "sync Other responses --adopt",
          "sync Other responses --refresh date_creation:2020-01-01..2030-01-01", "verify Other responses"})
        verifyRefused(shared(command), both);
    QCOMPARE(shared("query S responses").out, before);
    QCOMPARE(shared("query S responses --gone").out, QByteArray());
    QCOMPARE(shared("history S").out, history);
    QCOMPARE(other.callsOf(QStringLiteral("/oauth2/token")), 0);
}

void CliOwnerTest::anotherClientIdMarksNothingGone()
{
    QCOMPARE(shared("sync S responses").exitCode, 0);
    const QByteArray before = shared("query S responses").out;
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("sandbox-division"));
    const QStringList both{QStringLiteral("“S”"), QStringLiteral("client ID"), QStringLiteral("--adopt")};
    verifyRefused(shared("sync S responses --reconcile"), both);
    verifyRefused(shared("sync S"), both);
    verifyRefused(shared("verify S responses"), both);
    QCOMPARE(shared("query S responses").out, before);
    QCOMPARE(shared("query S responses --gone").out, QByteArray());

    const Run adopted = shared("sync S responses --reconcile --adopt");
    QVERIFY2(adopted.exitCode == 0, adopted.said().constData());
    QCOMPARE(adopted.json().value(QLatin1String("received")).toInt(), 300);
    QCOMPARE(adopted.json().value(QLatin1String("gone")).toInt(), 0);
    QCOMPARE(shared("sync S responses").exitCode, 0);
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("sandbox"));
    verifyRefused(shared("sync S responses"), both);
}

void CliOwnerTest::adoptingTakesEffectWithTheFirstPage()
{
    QCOMPARE(shared("sync S responses").exitCode, 0);
    // The service does not know this one.
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("mistyped"));
    QCOMPARE(shared("sync S responses --adopt").exitCode, 3);
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("sandbox"));
    const Run again = shared("sync S responses");
    QVERIFY2(again.exitCode == 0, again.said().constData());
}

void CliOwnerTest::anEditedAddressCanBeAdopted()
{
    QCOMPARE(shared("sync S responses").exitCode, 0);
    const SandboxProcess moved(words("--records 300"));
    QFile file(m_cli->dataFolder() + QStringLiteral("/connections.json"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray edited = file.readAll().replace(m_sandbox->url().toUtf8(), moved.url().toUtf8());
    file.resize(0);
    file.seek(0);
    file.write(edited);
    file.close();
    verifyRefused(shared("sync S responses"), {hostOf(*m_sandbox), hostOf(moved)});
    const Run adopted = shared("sync S responses --adopt");
    QVERIFY2(adopted.exitCode == 0, adopted.said().constData());
    QCOMPARE(shared("sync S responses").exitCode, 0);
}

void CliOwnerTest::nothingIsUploadedFromAnotherSystemsLake()
{
    const SandboxProcess other(words("--records 20"));
    QCOMPARE(connect("Other", other.url()).exitCode, 0);
    QCOMPARE(shared("sync S responses").exitCode, 0);
    m_cli->setVariable(QStringLiteral("GAUGEDESK_API_KEY"), QStringLiteral("sandbox-key"));
    const Run single = shared("upload Other response --field number_customer=1 --field number_order=2");
    QVERIFY2(single.exitCode != 0, single.said().constData());
    QFile rows(m_cli->path(QStringLiteral("rows.csv")));
    QVERIFY(rows.open(QIODevice::WriteOnly));
    rows.write("Account Name,Reference,Source,Type,Date\nX,1,s,t,2026-01-31\n");
    rows.close();
    const Run file
        = m_cli->run(words("--format json --lake") + QStringList{m_cli->path(QStringLiteral("shared.sqlite"))}
                     + words("upload Other activities --yes --configuration activities --from")
                     + QStringList{rows.fileName()});
    QVERIFY2(file.exitCode == 1, file.said().constData());
    QVERIFY(other.received().isEmpty());
    QCOMPARE(other.callsOf({}), 0);
}

void CliOwnerTest::theSampleIsItsOwnSystem()
{
    QCOMPARE(m_cli->run(words("connection add Sample --sample")).exitCode, 0);
    // Each run has a sandbox of its own, on another port.
    for (int run = 0; run < 2; ++run) {
        const Run synced = m_cli->run(words("--format json sync Sample responses --max-pages 1"));
        QVERIFY2(synced.exitCode == 0, synced.said().constData());
    }
    const Run status = m_cli->run(words("--format json status Sample"));
    QCOMPARE(status.json().value(QLatin1String("system"))[QLatin1String("hosts")].toArray(),
             QJsonArray{QStringLiteral("sample")});
    verifyRefused(m_cli->run(words("--format json --lake")
                             + QDir(m_cli->dataFolder() + QStringLiteral("/lakes"))
                                   .entryInfoList({QStringLiteral("*.sqlite")})
                                   .constFirst()
                                   .absoluteFilePath()
                                   .split(u'\n')
                             + words("sync S responses")),
                  {QStringLiteral("“Sample”"), QStringLiteral("“S”")});
}

void CliOwnerTest::statusTellsTheSystem()
{
    QVERIFY(shared("status S").json().value(QLatin1String("system")).isNull());
    QCOMPARE(shared("sync S responses").exitCode, 0);
    const QJsonValue system = shared("status S").json().value(QLatin1String("system"));
    QCOMPARE(system[QLatin1String("name")].toString(), QStringLiteral("S"));
    QCOMPARE(system[QLatin1String("hosts")].toArray().at(1).toString(), hostOf(*m_sandbox));
}

void CliOwnerTest::placesThatAreNoFileAreRefused_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("memory") << QStringLiteral(":memory:") << 2;
    QTest::newRow("a SQLite URI") << QStringLiteral("file:x?mode=memory") << 2;
    QTest::newRow("a SQLite URI with a path") << QStringLiteral("file:///tmp/x?mode=memory") << 2;
    QTest::newRow("empty") << QString() << 2;
    QTest::newRow("a folder") << QStringLiteral("/tmp") << 1;
    QTest::newRow("a device") << QStringLiteral("/dev/null") << 1;
}

void CliOwnerTest::placesThatAreNoFileAreRefused()
{
    QFETCH(const QString, place);
    QFETCH(const int, exitCode);
    for (const char *command : {"sync S responses", "query S responses"}) {
        const Run run = m_cli->run(words("--format json --lake") + QStringList{place} + words(command));
        QVERIFY2(run.exitCode == exitCode, run.said().constData());
        QVERIFY(run.out.contains("\"error\"") || run.err.contains("\"error\""));
    }
    QVERIFY(!QFile::exists(m_cli->path(QStringLiteral(":memory:"))));
    QVERIFY(!QFile::exists(m_cli->path(QStringLiteral("x"))));
}

void CliOwnerTest::removeTellsWhatItRemoved()
{
    const auto remove = [this](const QStringList &global) {
        QCOMPARE(connect("T", m_sandbox->url()).exitCode, 0);
        QCOMPARE(m_cli->run(words("sync T responses --max-pages 1")).exitCode, 0);
        return m_cli->run(words("--format json") + global + words("connection remove T")).json();
    };
    const QString named = m_cli->path(QStringLiteral("shared.sqlite"));
    QCOMPARE(shared("sync S responses").exitCode, 0);
    // A lake that was named for this run is another matter.
    const QJsonObject own = remove({QStringLiteral("--lake"), named});
    const QString file = own.value(QLatin1String("lake")).toString();
    QVERIFY2(file.startsWith(m_cli->dataFolder()), qPrintable(file));
    QVERIFY(!own.value(QLatin1String("lake_kept")).toBool());
    QVERIFY(own.value(QLatin1String("reason")).isNull());
    QVERIFY(!QFile::exists(file));
    QVERIFY(QFile::exists(named));
    const Run text = m_cli->run(words("connection remove S --keep-lake"));
    QCOMPARE(text.exitCode, 0);
    QVERIFY(text.out.contains(QString(m_cli->dataFolder() + QStringLiteral("/lakes/")).toUtf8()));
    // One that was never synced has no lake to remove.
    QCOMPARE(connect("T", m_sandbox->url()).exitCode, 0);
    const QJsonObject none = m_cli->run(words("--format json connection remove T")).json();
    QVERIFY(none.value(QLatin1String("lake_kept")).toBool());
    QVERIFY(!none.value(QLatin1String("reason")).toString().isEmpty());
}

void CliOwnerTest::removeLeavesWhatOthersUse()
{
    const QString file = m_cli->path(QStringLiteral("kept.sqlite"));
    QFile list(m_cli->dataFolder() + QStringLiteral("/connections.json"));
    const auto useFile = [&] {
        QVERIFY(list.open(QIODevice::ReadWrite));
        const QString entry = QStringLiteral("\"lake\": \"%1\",\n\"region\"").arg(file);
        const QByteArray edited = list.readAll().replace("\"region\"", entry.toUtf8());
        list.resize(0);
        list.seek(0);
        list.write(edited);
        list.close();
    };
    QCOMPARE(connect("Twin", m_sandbox->url()).exitCode, 0);
    useFile();
    QCOMPARE(m_cli->run(words("sync S responses")).exitCode, 0);
    QCOMPARE(m_cli->run(words("sync Twin responses")).exitCode, 0); // the same system and client ID
    const QJsonObject removed = m_cli->run(words("--format json connection remove S")).json();
    QVERIFY(removed.value(QLatin1String("lake_kept")).toBool());
    QVERIFY(removed.value(QLatin1String("reason")).toString().contains(QStringLiteral("“Twin”")));
    QVERIFY(QFile::exists(file));
    // A file that is not a lake is not ours to delete.
    QFile::remove(file + QStringLiteral("-wal"));
    QFile foreign(file);
    QVERIFY(foreign.open(QIODevice::WriteOnly | QIODevice::Truncate));
    foreign.write("somebody's thesis");
    foreign.close();
    QCOMPARE(m_cli->run(words("connection remove Twin")).exitCode, 1);
    QVERIFY(QFile::exists(file));
}

QTEST_GUILESS_MAIN(CliOwnerTest)
#include "tst_cliowner.moc"
