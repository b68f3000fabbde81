// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/joblist.h"
#include "engine/lakeplace.h"
#include "lake/write/lakewriter.h"
#include "support/fakeclock.h"
#include "support/pagebuilder.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gauge;
using engine::Engine;
using engine::OldLake;
using service::Connection;

//! The place of a connection's local copy: tested, changed and removed.
class LakePlaceTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void systems();
    void anAddressIsTested();
    void unusableAddressesAreTold_data();
    void unusableAddressesAreTold();
    void aKeptCopyStays();
    void aMovedCopyIsWholeInItsNewPlace();
    void aMoveBackToTheOwnFolder();
    void nothingSyncedYetNothingToMove();
    void aPlaceOfAnotherSystemIsRefused();
    void aFileInTheWayStays();
    void aCopyInUseIsNotMoved();
    void aCopyOfTwoConnectionsIsNotMoved();
    void aConnectionWhoseCopyIsInUseIsNotRemoved();
    void aDamagedCopyOfItsOwnIsRemoved();

private:
    template <typename JobWithResult>
    auto outcome(JobWithResult *job) -> Result<std::decay_t<decltype(job->result())>>
    {
        std::optional<Result<std::decay_t<decltype(job->result())>>> result;
        connect(job, &Job::finished, this, [&, job] {
            if (job->error())
                result = fail(*job->error());
            else
                result = job->result();
        });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000))
            qFatal("the job did not end");
        return *result;
    }
    Connection add(const char *name, service::Region region = service::Region::Eu)
    {
        Connection connection;
        connection.name = QString::fromLatin1(name);
        connection.clientId = QStringLiteral("id");
        connection.region = region;
        connection.secretPlace = service::SecretPlace::Environment;
        return *outcome(m_engine->saveConnection(connection, {}));
    }
    std::unique_ptr<lake::LakeWriter> writer(const QString &path) const
    {
        auto opened = lake::LakeWriter::open(path, m_engine->catalog(), std::make_shared<SystemClock>());
        if (!opened || !(*opened)->acquireLease(feed()->id))
            qFatal("no lake");
        return std::move(*opened);
    }
    //! The lake of \a connection with \a records responses, as a sync leaves it; its place.
    QString fill(const Connection &connection, int records = 3) const
    {
        const QString path = m_engine->lakeOf(connection).text();
        QDir().mkpath(QFileInfo(path).absolutePath());
        const auto opened = writer(path);
        test::PageBuilder page(*feed());
        for (int i = 1; i <= records; ++i)
            page.record({{"number_customergauge", i}});
        if (!opened->bind(engine::systemOf(connection)) || !opened->store(*feed(), {}, page.page(), {}))
            qFatal("nothing stored");
        return path;
    }
    [[nodiscard]] const catalog::Endpoint *feed() const
    {
        return m_engine->catalog().find(QStringLiteral("responses"));
    }
    Connection at(Connection connection, const QString &lake) const
    {
        connection.lake = lake;
        return connection;
    }
    QString place(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    Connection saved(const QString &id)
    {
        const auto all = outcome(m_engine->loadConnections());
        const auto found
            = std::find_if(all->begin(), all->end(), [&](const Connection &c) { return c.id == id; });
        return found == all->end() ? Connection() : *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
};

void LakePlaceTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<Engine>(options);
}

void LakePlaceTest::cleanup()
{
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_engine.reset();
}

void LakePlaceTest::systems()
{
    Connection connection;
    connection.id = QStringLiteral("x");
    connection.name = QStringLiteral("ACME");
    connection.clientId = QStringLiteral("saved");
    const lake::System eu = engine::systemOf(connection);
    QCOMPARE(
        eu.hosts,
        (QStringList{QStringLiteral("auth.eu.customergauge.com"), QStringLiteral("api.eu.customergauge.com"),
                     QStringLiteral("imports.api.eu.customergauge.com")}));
    QCOMPARE(eu.clientId, QStringLiteral("saved"));
    qputenv("GAUGEDESK_CLIENT_ID", "of the environment");
    QCOMPARE(engine::systemOf(connection).clientId, QStringLiteral("of the environment"));
    connection.secretPlace = service::SecretPlace::Sample;
    const lake::System sample = engine::systemOf(connection);
    qunsetenv("GAUGEDESK_CLIENT_ID");
    connection.region = service::Region::Custom;
    connection.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:4711"));
    QCOMPARE(engine::systemOf(connection), sample); // whatever port it has
    connection.secretPlace = service::SecretPlace::Keychain;
    connection.apiUrl = QUrl(QStringLiteral("https://gateway.example:444/acme/"));
    QCOMPARE(engine::systemOf(connection).hosts, QStringList{QStringLiteral("gateway.example:444/acme")});
}

void LakePlaceTest::anAddressIsTested()
{
    const Connection acme = add("ACME");
    const Connection other = add("Other", service::Region::Us);
    auto found = outcome(m_engine->testLake(acme));
    QVERIFY(found);
    QVERIFY(!found->exists);
    QVERIFY(!QFile::exists(m_engine->lakeOf(acme).text()));
    const QString path = fill(acme, 7);
    found = outcome(m_engine->testLake(acme));
    QVERIFY(found && found->exists && !found->isForeign);
    QCOMPARE(found->records, 7);
    QVERIFY(found->owner.contains(QStringLiteral("ACME")));
    found = outcome(m_engine->testLake(at(other, path)));
    QVERIFY(found && found->isForeign && !found->canBeAdopted);
    Connection replaced = acme;
    replaced.clientId = QStringLiteral("another");
    found = outcome(m_engine->testLake(replaced));
    QVERIFY(found && found->isForeign && found->canBeAdopted);
    auto *cancelled = m_engine->testLake(acme);
    cancelled->cancel();
    QVERIFY(test::waitFor(*cancelled));
}

void LakePlaceTest::unusableAddressesAreTold_data()
{
    QTest::addColumn<QString>("lake");
    QTest::addColumn<int>("kind");
    QTest::newRow("memory") << QStringLiteral(":memory:") << int(ErrorKind::Input);
    QTest::newRow("URI") << QStringLiteral("file:/tmp/x") << int(ErrorKind::Input);
    QTest::newRow("relative") << QStringLiteral("x.sqlite") << int(ErrorKind::Input);
    QTest::newRow("password") << QStringLiteral("postgresql://u:p@127.0.0.1:1/d") << int(ErrorKind::Input);
    QTest::newRow("no server") << QStringLiteral("postgresql://u@127.0.0.1:1/d") << int(ErrorKind::Storage);
    QTest::newRow("no folder") << QStringLiteral("/no/such/folder/x.sqlite") << int(ErrorKind::Input);
    QTest::newRow("a folder") << QStringLiteral("/tmp") << int(ErrorKind::Storage);
}

void LakePlaceTest::unusableAddressesAreTold()
{
    QFETCH(const QString, lake);
    QFETCH(const int, kind);
    const Connection acme = add("ACME");
    const QString path = fill(acme);
    const auto tested = outcome(m_engine->testLake(at(acme, lake)));
    QVERIFY(!tested);
    QCOMPARE(kindName(tested.error().kind), kindName(ErrorKind(kind)));
    for (const OldLake what : {OldLake::Keep, OldLake::Move})
        QVERIFY(!outcome(m_engine->moveLake(acme, lake, what)));
    QCOMPARE(saved(acme.id), acme);
    QVERIFY(QFile::exists(path));
}

void LakePlaceTest::aKeptCopyStays()
{
    const Connection acme = add("ACME");
    const QString path = fill(acme);
    QSignalSpy changed(m_engine.get(), &Engine::connectionsChanged);
    const auto moved = outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Keep));
    QVERIFY(moved);
    QCOMPARE(moved->lake, place("new.sqlite"));
    QCOMPARE(saved(acme.id), *moved);
    QVERIFY(QFile::exists(path));
    QVERIFY(!QFile::exists(moved->lake)); // the next sync makes it
    QTRY_COMPARE(changed.size(), 1);
}

void LakePlaceTest::aMovedCopyIsWholeInItsNewPlace()
{
    const Connection acme = add("ACME");
    const QString path = fill(acme, 300);
    const auto moved = outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Move));
    QVERIFY2(moved, moved ? "" : qPrintable(moved.error().text));
    QVERIFY(!QFile::exists(path));
    const auto found = outcome(m_engine->testLake(*moved));
    QVERIFY(found && found->exists && !found->isForeign);
    QCOMPARE(found->records, 300);
    QCOMPARE(saved(acme.id).lake, place("new.sqlite"));
    // The same place again is no move.
    QVERIFY(outcome(m_engine->moveLake(*moved, place("new.sqlite"), OldLake::Move)));
    QVERIFY(QFile::exists(place("new.sqlite")));
}

void LakePlaceTest::aMoveBackToTheOwnFolder()
{
    const Connection acme = add("ACME");
    const auto away = outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Keep));
    QVERIFY(away);
    fill(*away, 5);
    const auto back = outcome(m_engine->moveLake(*away, {}, OldLake::Move));
    QVERIFY2(back, back ? "" : qPrintable(back.error().text));
    QVERIFY(back->lake.isEmpty());
    QCOMPARE(outcome(m_engine->testLake(*back))->records, 5);
    QVERIFY(!QFile::exists(place("new.sqlite")));
}

void LakePlaceTest::nothingSyncedYetNothingToMove()
{
    const Connection acme = add("ACME");
    const auto moved = outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Move));
    QVERIFY(moved);
    QCOMPARE(saved(acme.id).lake, place("new.sqlite"));
    QVERIFY(!QFile::exists(place("new.sqlite")));
}

void LakePlaceTest::aPlaceOfAnotherSystemIsRefused()
{
    const Connection acme = add("ACME");
    const Connection other = add("Other", service::Region::Us);
    fill(acme);
    const QString path = fill(other);
    for (const OldLake what : {OldLake::Keep, OldLake::Move}) {
        const auto refused = outcome(m_engine->moveLake(acme, path, what));
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), kindName(ErrorKind::Input));
        QVERIFY(refused.error().text.contains(QStringLiteral("Other")));
        QCOMPARE(saved(acme.id), acme);
    }
}

void LakePlaceTest::aFileInTheWayStays()
{
    const Connection acme = add("ACME");
    const QString path = fill(acme);
    const Connection twin = add("Twin");
    const QString there = fill(twin, 4); // a lake of the same system and client ID
    QVERIFY(!outcome(m_engine->moveLake(acme, there, OldLake::Move)));
    QCOMPARE(outcome(m_engine->testLake(twin))->records, 4);
    QVERIFY(QFile::exists(path));
    QCOMPARE(saved(acme.id), acme);
}

void LakePlaceTest::aCopyInUseIsNotMoved()
{
    const Connection acme = add("ACME");
    const QString path = fill(acme);
    {
        const auto holder = writer(path);
        const auto refused = outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Move));
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), kindName(ErrorKind::Busy));
        QVERIFY(!QFile::exists(place("new.sqlite")));
        QCOMPARE(saved(acme.id), acme);
    }
    QVERIFY(outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Move)));
}

void LakePlaceTest::aCopyOfTwoConnectionsIsNotMoved()
{
    const Connection acme = add("ACME");
    const Connection twin = add("Twin");
    const QString path = fill(acme);
    QVERIFY(outcome(m_engine->moveLake(twin, path, OldLake::Keep)));
    const auto refused = outcome(m_engine->moveLake(acme, place("new.sqlite"), OldLake::Move));
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(ErrorKind::Input));
    QVERIFY(QFile::exists(path));
    const auto removed = outcome(m_engine->removeConnection(acme, false));
    QVERIFY(removed && !removed->lakeRemoved);
    QVERIFY(removed->reason.contains(QStringLiteral("Twin")));
    const auto last = outcome(m_engine->removeConnection(saved(twin.id), false));
    QVERIFY(last && last->lakeRemoved && last->reason.isEmpty());
    QCOMPARE(last->lake, path);
    QVERIFY(!QFile::exists(path));
}

void LakePlaceTest::aConnectionWhoseCopyIsInUseIsNotRemoved()
{
    const Connection acme = add("ACME");
    const QString path = fill(acme);
    {
        const auto holder = writer(path);
        const auto refused = outcome(m_engine->removeConnection(acme, false));
        QVERIFY(!refused);
        QCOMPARE(kindName(refused.error().kind), kindName(ErrorKind::Busy));
        QCOMPARE(saved(acme.id), acme);
        QVERIFY(QFile::exists(path));
    }
    QVERIFY(outcome(m_engine->removeConnection(acme, false))->lakeRemoved);
    QVERIFY(!QFile::exists(path));
}

void LakePlaceTest::aDamagedCopyOfItsOwnIsRemoved()
{
    const Connection acme = add("ACME");
    const QString path = m_engine->lakeOf(acme).text();
    QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("damaged");
    file.close();
    const auto removed = outcome(m_engine->removeConnection(acme, false));
    QVERIFY(removed && removed->lakeRemoved);
    QVERIFY(!QFile::exists(path));
}

QTEST_GUILESS_MAIN(LakePlaceTest)
#include "tst_lakeplace.moc"
