// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QFile>
#include <QJsonArray>

using namespace gauge::test;

namespace {

QStringList json(const char *line)
{
    return words("--format json") + words(line);
}

} // namespace

//! What the command line tells of earlier syncs, of those of others, and of what is new in the feeds.
class CliHistoryTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everySyncIsWrittenDown();
    void aKilledSyncWasInterrupted();
    void statusTellsWhoSyncs();
    void newColumnsAreNoted();

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliHistoryTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 300"));
    QVERIFY(!m_sandbox->url().isEmpty());
}

void CliHistoryTest::init()
{
    TestCase::init();
    m_cli = std::make_unique<Cli>();
    const Run added = m_cli->connectTo(m_sandbox->url());
    QVERIFY2(added.exitCode == 0, added.said().constData());
}

void CliHistoryTest::everySyncIsWrittenDown()
{
    const Run none = m_cli->run(json("history S"));
    QCOMPARE(none.said(), QByteArray("0: "));
    QVERIFY(m_cli->run(words("history S")).err.contains("Nothing has been synced yet"));

    QCOMPARE(m_cli->run(words("sync S responses --per-page 100")).exitCode, 0);
    QCOMPARE(m_cli->run(words("sync S responses --refresh date_creation:2000-01-01..2099-12-31")).exitCode,
             0);
    const Run both = m_cli->run(json("history S"));
    QCOMPARE(both.lines().size(), 2);
    QCOMPARE(keysOf(both.lines().front()),
             words("id feed kind scope started finished pages received inserted updated removed changed gone "
                   "late state error"));
    QCOMPARE(both.json(0).value(QLatin1String("kind")).toString(), QStringLiteral("refresh"));
    QCOMPARE(both.json(0).value(QLatin1String("scope")).toString(),
             QStringLiteral("period=date_creation:2000-01-01..2099-12-31"));
    const QJsonObject first = both.json(1);
    QCOMPARE(first.value(QLatin1String("kind")).toString(), QStringLiteral("incremental"));
    QCOMPARE(first.value(QLatin1String("pages")).toInt(), 3);
    QCOMPARE(first.value(QLatin1String("inserted")).toInt(), 300);
    QCOMPARE(first.value(QLatin1String("state")).toString(), QStringLiteral("done"));
    QVERIFY(first.value(QLatin1String("error")).isNull());
    QCOMPARE(m_cli->run(json("history S --limit 1")).lines().size(), 1);
    const Run table = m_cli->run(words("history S"));
    QCOMPARE(table.lines().size(), 3);
    QVERIFY2(table.out.contains("reconcile") == false && table.out.contains("refresh"),
             table.out.constData());
}

void CliHistoryTest::aKilledSyncWasInterrupted()
{
    const SandboxProcess slow(words("--records 300 --fault stall:from=2,feed=responses"));
    const Run removed = m_cli->run(words("connection remove S"));
    QCOMPARE(removed.exitCode, 0);
    QCOMPARE(m_cli->connectTo(slow.url()).exitCode, 0);
    const std::unique_ptr<QProcess> sync = m_cli->start(words("sync S responses --per-page 100"));
    const auto state
        = [&] { return m_cli->run(json("history S")).json().value(QLatin1String("state")).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(
        m_cli->status(QStringLiteral("responses")).value(QLatin1String("records")).toInt(), 100, 30'000);
    QCOMPARE(state(), QStringLiteral("running"));
    sync->kill();
    QVERIFY(sync->waitForFinished());
    QCOMPARE(state(), QStringLiteral("interrupted"));
    QVERIFY(m_cli->run(words("history S")).out.contains("was interrupted"));
    // The page that came before the process died counts, and is kept.
    QCOMPARE(m_cli->run(json("history S")).json().value(QLatin1String("received")).toInt(), 100);
    const QJsonObject responses = m_cli->run(json("status S")).json(0);
    QCOMPARE(responses.value(QLatin1String("state")).toString(), QStringLiteral("interrupted"));
    QCOMPARE(responses.value(QLatin1String("received")).toInt(), 100);
    QCOMPARE(responses.value(QLatin1String("records")).toInt(), 100);
    QVERIFY(!responses.value(QLatin1String("complete")).toBool());
    QVERIFY(m_cli->run(words("status S")).out.contains("interrupted, 100 records kept"));
}

void CliHistoryTest::statusTellsWhoSyncs()
{
    const SandboxProcess slow(words("--records 300 --fault stall:from=2,feed=responses"));
    QCOMPARE(m_cli->run(words("connection remove S")).exitCode, 0);
    QCOMPARE(m_cli->connectTo(slow.url()).exitCode, 0);
    const std::unique_ptr<QProcess> sync = m_cli->start(words("sync S responses --per-page 100"));
    const auto holder = [&] {
        const Run status = m_cli->run(json("status S"));
        return status.json(0).value(QLatin1String("held_by"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(holder().isObject(), 30'000);
    QCOMPARE(holder().toObject().value(QLatin1String("process_id")).toInteger(), sync->processId());
    QVERIFY(!holder().toObject().value(QLatin1String("host")).toString().isEmpty());
    QVERIFY(holder().toObject().value(QLatin1String("heartbeat")).toString().endsWith(QLatin1Char('Z')));
    const Run table = m_cli->run(words("status S"));
    const QByteArray process
        = "responses is being synced by process " + QByteArray::number(sync->processId());
    QVERIFY2(table.out.contains(process), table.said().constData());
    sync->kill();
    QVERIFY(sync->waitForFinished());
    QVERIFY(holder().isNull());
}

void CliHistoryTest::newColumnsAreNoted()
{
    const Run first = m_cli->run(json("sync S responses"));
    QVERIFY2(first.exitCode == 0, first.said().constData());
    QVERIFY(first.json().value(QLatin1String("new_columns")).isArray());
    QCOMPARE(first.json().value(QLatin1String("new_columns")).toArray().size(), 0);
    // The same system under another address, after somebody has added segments.
    const SandboxProcess grown(words("--records 300 --extra-properties 20"));
    QFile connections(m_cli->dataFolder() + QStringLiteral("/connections.json"));
    QVERIFY(connections.open(QIODevice::ReadWrite));
    const QByteArray edited = connections.readAll().replace(m_sandbox->url().toUtf8(), grown.url().toUtf8());
    QVERIFY(connections.resize(0) && connections.seek(0) && connections.write(edited) == edited.size());
    connections.close();
    const QStringList again = words("sync S responses --reconcile --adopt");
    const Run text = m_cli->run(again);
    QVERIFY2(text.exitCode == 0, text.said().constData());
    QVERIFY2(text.err.contains("20 new columns: property."), text.said().constData());
    QVERIFY2(text.err.contains("and 15 more"), text.said().constData());
    QVERIFY(!m_cli->run(again).err.contains("new columns")); // once
}

QTEST_GUILESS_MAIN(CliHistoryTest)
#include "tst_clihistory.moc"
