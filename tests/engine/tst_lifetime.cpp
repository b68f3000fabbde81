// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/joblist.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QHash>
#include <QTemporaryDir>
#include <QThread>

#include <mutex>

using namespace gauge;
using engine::Engine;
using service::Connection;

// Qt tells debuggers of every QObject through this table (qhooks_p.h): 3 at its birth, 4 at its end.
extern quintptr Q_CORE_EXPORT qtHookData[]; // NOLINT(readability-identifier-naming)

namespace {

constexpr int atBirth = 3;
constexpr int atEnd = 4;

//! Every QObject that lives, and those asked for their class that ended in a thread that was not theirs.
struct Census
{
    std::mutex mutex;
    QHash<QObject *, const char *> alive; //!< class name, where somebody has asked
    QStringList displaced;
    bool isOn = false;
} census; // NOLINT(cert-err58-cpp)

void born(QObject *object)
{
    const std::lock_guard lock(census.mutex);
    if (census.isOn)
        census.alive.insert(object, nullptr);
}

void ended(QObject *object)
{
    const std::lock_guard lock(census.mutex);
    const auto found = census.alive.constFind(object);
    if (found == census.alive.constEnd())
        return;
    // Threads of a pool belong to whoever started it first, and end with the pool.
    if (*found && qstrcmp(*found, "QThread") != 0 && object->thread() != QThread::currentThread())
        census.displaced.append(QString::fromLatin1(*found));
    census.alive.erase(found);
}

//! The classes of all objects that live now.
QStringList classesOfAll()
{
    const std::lock_guard lock(census.mutex);
    QStringList names;
    for (auto each = census.alive.begin(); each != census.alive.end(); ++each) {
        each.value() = each.key()->metaObject()->className();
        names.append(QString::fromLatin1(each.value()));
    }
    return names;
}

} // namespace

//! Who outlives whom: an engine that goes while it works, a lake that goes while it is read.
class LifetimeTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anEngineEndsItsJobsInTheirThread();
    void anIdleEngineEndsInItsThread();
    void aLakeGoesAfterItsUsers();
    void theSampleIsAddedOnceByTwoEngines();

private:
    [[nodiscard]] std::unique_ptr<Engine> makeEngine(int records) const;
    [[nodiscard]] static Connection sampleOf(Engine &engine);
    [[nodiscard]] static sync::SyncJob *sync(Engine &engine, const Connection &connection);
    static void start();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void LifetimeTest::initTestCase()
{
    qtHookData[atBirth] = reinterpret_cast<quintptr>(&born);
    qtHookData[atEnd] = reinterpret_cast<quintptr>(&ended);
}

void LifetimeTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
}

void LifetimeTest::start()
{
    const std::lock_guard lock(census.mutex);
    census.alive.clear();
    census.displaced.clear();
    census.isOn = true;
}

void LifetimeTest::cleanup()
{
    const std::lock_guard lock(census.mutex);
    census.isOn = false;
    census.alive.clear();
}

std::unique_ptr<Engine> LifetimeTest::makeEngine(int records) const
{
    engine::Options options;
    options.dataFolder = m_folder->filePath("data");
    options.keychain = std::make_shared<vault::MemoryStore>();
    options.sandboxProgram = qEnvironmentVariable("GAUGE_SANDBOX");
    options.sampleRecords = records;
    return std::make_unique<Engine>(options);
}

Connection LifetimeTest::sampleOf(Engine &engine)
{
    Connection sample;
    auto *job = engine.addSampleConnection();
    connect(job, &Job::finished, job, [&] { sample = job->result(); });
    if (!QTest::qWaitFor([&] { return !sample.id.isEmpty(); }, 30'000))
        qFatal("no sample connection");
    return sample;
}

sync::SyncJob *LifetimeTest::sync(Engine &engine, const Connection &connection)
{
    sync::SyncPlan plan;
    plan.feeds = engine.catalog().endpoints();
    return engine.sync(connection, plan);
}

void LifetimeTest::anEngineEndsItsJobsInTheirThread()
{
    start();
    auto engine = makeEngine(200'000);
    const Connection sample = sampleOf(*engine);
    sync::SyncJob *job = sync(*engine, sample);
    QTRY_VERIFY_WITH_TIMEOUT(job->progress().done > 0, 60'000);
    static_cast<void>(engine->lakeStatus(sample));
    static_cast<void>(engine->hasSecret(sample));
    QVERIFY(!job->isFinished());
    const QStringList classes = classesOfAll();
    QVERIFY(classes.contains("QNetworkAccessManager"));
    QVERIFY(classes.contains("QProcess"));
    engine.reset();
    QCOMPARE(census.displaced, QStringList());
    // What was stored is whole, and the next one goes on from there.
    engine = makeEngine(2'000);
    job = sync(*engine, sample);
    job->cancel();
    QVERIFY(test::waitFor(*job));
}

void LifetimeTest::anIdleEngineEndsInItsThread()
{
    start();
    auto engine = makeEngine(300);
    const Connection sample = sampleOf(*engine);
    sync::SyncJob *job = sync(*engine, sample);
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QVERIFY(classesOfAll().contains("QNetworkAccessManager"));
    engine.reset();
    QCOMPARE(census.displaced, QStringList());
}

// The files go when nobody has them open any more.
void LifetimeTest::aLakeGoesAfterItsUsers()
{
    auto engine = makeEngine(200'000);
    const Connection sample = sampleOf(*engine);
    sync::SyncJob *job = sync(*engine, sample);
    QTRY_VERIFY_WITH_TIMEOUT(job->progress().done > 0, 60'000);
    const QString lake = engine->lakeOf(sample).text();
    QVERIFY(QFile::exists(lake));
    auto *removing = engine->removeConnection(sample, false);
    bool wasEnded = false;
    std::optional<Error> error;
    connect(removing, &Job::finished, this, [&] {
        wasEnded = job->ended().isFinished();
        error = removing->error();
    });
    QTRY_VERIFY_WITH_TIMEOUT(wasEnded, 60'000);
    QVERIFY2(!error, error ? qPrintable(error->text) : "");
    QVERIFY(test::waitFor(*job));
    QCOMPARE(job->state(), Job::State::Cancelled);
    // A sync that went on would have made the log again.
    QCOMPARE(QDir(QFileInfo(lake).path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void LifetimeTest::theSampleIsAddedOnceByTwoEngines()
{
    const auto first = makeEngine(10);
    const auto second = makeEngine(10);
    std::vector<QString> ids;
    for (Engine *engine : {first.get(), second.get(), first.get()}) {
        auto *job = engine->addSampleConnection();
        connect(job, &Job::finished, this,
                [&ids, job] { ids.push_back(job->error() ? job->error()->text : job->result().id); });
    }
    QTRY_COMPARE(ids.size(), std::size_t(3));
    QCOMPARE(ids[1], ids[0]);
    QCOMPARE(ids[2], ids[0]);
    QCOMPARE(service::ConnectionStore(m_folder->filePath("data")).load()->size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(LifetimeTest)
#include "tst_lifetime.moc"
