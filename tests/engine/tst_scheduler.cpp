// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "engine/scheduler.h"
#include "lake/write/lakewriter.h"
#include "net/reachability.h"
#include "support/fakeclock.h"
#include "support/fakesystem.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gauge;
using namespace std::chrono_literals;
using engine::Engine;
using engine::Scheduler;
using net::Reachability;
using service::Connection;
using test::FakeSystem;

namespace {

class FakeNetwork final : public Reachability
{
public:
    [[nodiscard]] State state() const override { return now; }
    State now = State::Usable;
};

} // namespace

//! Syncs by the clock.
class SchedulerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void syncsWhenItIsTime();
    void quietWhenNothingIsNew();
    void offMeansOff();
    void theSampleIsLeftAlone();
    void waitsForTheNetwork_data();
    void waitsForTheNetwork();
    void neverTwoAtOnce();
    void aManualSyncCounts();
    void whatTheLakeKnowsCounts();
    void anInterruptedSyncResumesAtTheNextStart();
    void aFailureIsKeptAndTriedAgain();
    void aForgottenSecretIsNotAskedFor();
    void aClockSetBackDoesNotStopIt();
    void aClockSetForwardIsOneSync();

private:
    Connection save(int minutes = 60, service::SecretPlace place = service::SecretPlace::Keychain);
    void makeScheduler();
    //! Looks, waits for all that this starts, and tells how many syncs there were.
    int look();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSystem> m_system;
    std::shared_ptr<test::FakeClock> m_clock;
    std::shared_ptr<FakeNetwork> m_network;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Scheduler> m_scheduler;
};

void SchedulerTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<FakeSystem>();
    m_clock = std::make_shared<test::FakeClock>();
    m_network = std::make_shared<FakeNetwork>();
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    options.clock = m_clock;
    m_engine = std::make_unique<Engine>(options);
    makeScheduler();
}

void SchedulerTest::makeScheduler()
{
    m_scheduler = std::make_unique<Scheduler>(*m_engine, m_network);
}

void SchedulerTest::cleanup()
{
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_scheduler.reset();
    m_engine.reset();
    m_system.reset();
}

Connection SchedulerTest::save(int minutes, service::SecretPlace place)
{
    Connection connection = m_system->connection(QStringLiteral("ACME"));
    connection.syncMinutes = minutes;
    connection.secretPlace = place;
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret(FakeSystem::clientSecret);
    auto *job = m_engine->saveConnection(connection, secrets);
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    if (!QTest::qWaitFor([&] { return !connection.id.isEmpty(); }))
        qFatal("not saved");
    return connection;
}

int SchedulerTest::look()
{
    QSignalSpy looked(m_scheduler.get(), &Scheduler::looked);
    QSignalSpy added(&m_engine->jobs(), &engine::JobList::added);
    m_scheduler->look();
    if (looked.isEmpty() && !looked.wait(30'000))
        qFatal("it did not look");
    if (!QTest::qWaitFor([&] { return m_engine->jobs().isIdle(); }, 30'000))
        qFatal("the syncs did not end");
    return int(added.size());
}

void SchedulerTest::syncsWhenItIsTime()
{
    save();
    QSignalSpy news(m_scheduler.get(), &Scheduler::broughtNew);
    QCOMPARE(look(), 1);
    QCOMPARE(news.size(), 1);
    QCOMPARE(news.front().at(0).toString(), QStringLiteral("ACME"));
    QVERIFY(news.front().at(1).toLongLong() >= m_system->records);
    QCOMPARE(look(), 0);
    m_clock->advance(59min);
    QCOMPARE(look(), 0);
    m_clock->advance(1min);
    QCOMPARE(look(), 1);
    QCOMPARE(news.size(), 1); // nothing new came
    m_clock->advance(10h); // asleep
    QCOMPARE(look(), 1);
    QCOMPARE(look(), 0);
}

void SchedulerTest::quietWhenNothingIsNew()
{
    save();
    QCOMPARE(look(), 1);
    QCOMPARE(m_engine->jobs().listed().size(), 1);
    m_clock->advance(1h);
    QCOMPARE(look(), 1);
    QCOMPARE(m_engine->jobs().listed().size(), 1);
}

void SchedulerTest::offMeansOff()
{
    save(0);
    QCOMPARE(look(), 0);
    m_clock->advance(1000h);
    QCOMPARE(look(), 0);
    QVERIFY(m_system->server().requests.empty());
}

void SchedulerTest::theSampleIsLeftAlone()
{
    QSignalSpy changed(m_engine.get(), &Engine::connectionsChanged);
    m_engine->addSampleConnection();
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(look(), 0);
}

void SchedulerTest::waitsForTheNetwork_data()
{
    QTest::addColumn<Reachability::State>("state");
    QTest::newRow("metered") << Reachability::State::Metered;
    QTest::newRow("absent") << Reachability::State::Absent;
}

void SchedulerTest::waitsForTheNetwork()
{
    QFETCH(Reachability::State, state);
    save();
    m_network->now = state;
    QCOMPARE(look(), 0);
    // Back again: at once, not half a minute later.
    m_scheduler->start();
    m_network->now = Reachability::State::Usable;
    QSignalSpy added(&m_engine->jobs(), &engine::JobList::added);
    Q_EMIT m_network->changed();
    QTRY_COMPARE(added.size(), 1);
    QTRY_VERIFY(m_engine->jobs().isIdle());
}

void SchedulerTest::neverTwoAtOnce()
{
    const Connection connection = save();
    m_system->silent = true;
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *manual = m_engine->sync(connection, plan);
    QSignalSpy looked(m_scheduler.get(), &Scheduler::looked);
    QSignalSpy added(&m_engine->jobs(), &engine::JobList::added);
    m_scheduler->look();
    QTRY_COMPARE(looked.size(), 1);
    QCOMPARE(added.size(), 0);
    manual->cancel();
    QVERIFY(test::waitFor(*manual));
}

void SchedulerTest::aManualSyncCounts()
{
    const Connection connection = save();
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    QVERIFY(test::waitFor(*m_engine->sync(connection, plan)));
    QCOMPARE(look(), 0);
    m_clock->advance(1h);
    QCOMPARE(look(), 1);
}

void SchedulerTest::whatTheLakeKnowsCounts()
{
    save();
    QCOMPARE(look(), 1);
    makeScheduler(); // the program was started again
    QCOMPARE(look(), 0);
    m_clock->advance(1h);
    QCOMPARE(look(), 1);
}

void SchedulerTest::anInterruptedSyncResumesAtTheNextStart()
{
    const Connection connection = save();
    QCOMPARE(look(), 1);
    {
        // What a process that is killed leaves: a sync without an end.
        const catalog::Catalog catalog = m_engine->catalog();
        auto writer = lake::LakeWriter::open(m_engine->lakeOf(connection), catalog, m_clock);
        QVERIFY(writer);
        QVERIFY((*writer)->acquireLease(QStringLiteral("non-responses")));
        QVERIFY((*writer)->beginSync(QStringLiteral("non-responses"), {}, lake::SyncKind::Incremental));
    }
    makeScheduler(); // the program was started again
    QCOMPARE(look(), 1);
    QCOMPARE(look(), 0);
    makeScheduler();
    QCOMPARE(look(), 0); // it came to its end
}

void SchedulerTest::aFailureIsKeptAndTriedAgain()
{
    save();
    m_system->forbidden
        = {QStringLiteral("responses"), QStringLiteral("non-responses"), QStringLiteral("close-loop")};
    QCOMPARE(look(), 1);
    QCOMPARE(m_engine->jobs().listed().size(), 1); // for the person to see
    QCOMPARE(look(), 0);
    m_clock->advance(5min);
    m_system->forbidden.clear();
    QCOMPARE(look(), 1);
    m_clock->advance(59min);
    QCOMPARE(look(), 0);
}

void SchedulerTest::aForgottenSecretIsNotAskedFor()
{
    save(60, service::SecretPlace::Session);
    QCOMPARE(look(), 1); // typed in this session
    m_scheduler.reset();
    engine::Options options;
    options.dataFolder = m_engine->dataFolder();
    options.keychain = std::make_shared<vault::MemoryStore>();
    options.clock = m_clock;
    m_engine = std::make_unique<Engine>(options);
    makeScheduler();
    m_clock->advance(2h);
    QCOMPARE(look(), 0);
}

void SchedulerTest::aClockSetBackDoesNotStopIt()
{
    save();
    QCOMPARE(look(), 1);
    m_clock->advance(-1000h);
    QCOMPARE(look(), 1);
    QCOMPARE(look(), 0);
}

void SchedulerTest::aClockSetForwardIsOneSync()
{
    save();
    QCOMPARE(look(), 1);
    m_clock->set(1000h);
    QCOMPARE(look(), 1);
    QCOMPARE(look(), 0);
    // Put right again, it is what a clock set back is.
    m_clock->set(-1000h);
    QCOMPARE(look(), 1);
    QCOMPARE(look(), 0);
}

QTEST_GUILESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
