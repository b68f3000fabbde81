// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/joblist.h"
#include "engine/lakesession.h"
#include "lake/write/lakewriter.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/joboutcome.h"
#include "support/testcase.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using namespace gauge;
using engine::LakeSession;
using service::Connection;
using test::outcome;

namespace {

//! A keychain that cannot be opened, so that nothing is removed.
class LockedKeychain final : public vault::CredentialStore
{
public:
    QCoro::Task<vault::KeychainState> probe() override { co_return vault::KeychainState::Locked; }
    QCoro::Task<Result<std::optional<Secret>>> read(QString, vault::SecretKind) override
    {
        co_return refused();
    }
    QCoro::Task<Result<void>> write(QString, vault::SecretKind, Secret) override { co_return refused(); }
    QCoro::Task<Result<void>> remove(QString, vault::SecretKind) override { co_return refused(); }

private:
    static tl::unexpected<Error> refused() { return fail(ErrorKind::Keychain, QStringLiteral("locked")); }
};

} // namespace

class LakeSessionsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void oneLakeHasOneSession();
    void aSessionEndsWithItsLastUser();
    void whoDropsASessionDoesNotWait();
    void removingALakeClosesItsReaders();
    void aRemovalThatFailsReopensTheLake();
    void theEngineClosesWhatIsStillUsed();

private:
    Connection makeConnection(const QString &name, const QString &lake);
    static void fill(const QString &path, const catalog::Catalog &catalog);
    //! How many descriptors of this process are of \a path.
    static int open(const QString &path);
    //! Runs \a job to its end and hands out its result or error.
    template <typename T>
    static T answer(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            qFatal("no answer");
        return future.result();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<engine::Engine> m_engine;
    engine::Options m_options;
    const QString m_feed = QStringLiteral("responses");
};

void LakeSessionsTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
    m_options.dataFolder = m_folder->path();
    m_options.keychain = std::make_shared<vault::MemoryStore>();
    m_options.clock = std::make_shared<test::FakeClock>();
    m_engine = std::make_unique<engine::Engine>(m_options);
}

void LakeSessionsTest::cleanup()
{
    if (m_engine)
        QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Connection LakeSessionsTest::makeConnection(const QString &name, const QString &lake)
{
    Connection connection;
    connection.id = QString(name).toLower();
    connection.name = name;
    connection.lake = lake;
    return connection;
}

void LakeSessionsTest::fill(const QString &path, const catalog::Catalog &catalog)
{
    const catalog::Endpoint &feed = *catalog.find(QStringLiteral("responses"));
    const auto page = service::parsePage(
        R"({"data":[{"number_customergauge":1},{"number_customergauge":2}],"cursor":{"next":1}})", feed);
    QVERIFY(page);
    const auto writer = lake::LakeWriter::open(path, catalog, std::make_shared<test::FakeClock>());
    QVERIFY(writer);
    QVERIFY((*writer)->acquireLease(feed.id));
    QVERIFY((*writer)->beginSync(feed.id, {}, lake::SyncKind::Incremental));
    QVERIFY((*writer)->store(feed, {}, *page, lake::Checkpoint{QStringLiteral("1"), false}));
    QVERIFY((*writer)->finishSync(feed.id, 1, {}, {}));
}

int LakeSessionsTest::open(const QString &path)
{
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    const QStringList all = descriptors.entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System);
    return int(std::count_if(all.begin(), all.end(), [&](const QString &each) {
        return QFileInfo(descriptors.filePath(each)).symLinkTarget().startsWith(path);
    }));
}

void LakeSessionsTest::oneLakeHasOneSession()
{
    const Connection acme = makeConnection(QStringLiteral("Acme"), {});
    Connection renamed = acme;
    renamed.name = QStringLiteral("Acme Inc");
    const auto session = m_engine->session(acme);
    QCOMPARE(m_engine->session(acme), session);
    QCOMPARE(m_engine->session(renamed), session);
    QCOMPARE(session->location(), m_engine->lakeOf(acme));

    const Connection other = makeConnection(QStringLiteral("Other"), {});
    QVERIFY(m_engine->session(other) != session);
    // Two connections that share an address share the session.
    const QString shared = m_folder->filePath(QStringLiteral("shared.sqlite"));
    const auto first = m_engine->session(makeConnection(QStringLiteral("A"), shared));
    QCOMPARE(m_engine->session(makeConnection(QStringLiteral("B"), shared)), first);
    // The same connection with another address has another one.
    renamed.lake = shared;
    QCOMPARE(m_engine->session(renamed), first);
}

void LakeSessionsTest::aSessionEndsWithItsLastUser()
{
    const QString path = m_folder->filePath(QStringLiteral("lake.sqlite"));
    fill(path, m_engine->catalog());
    const Connection connection = makeConnection(QStringLiteral("Acme"), path);
    auto session = m_engine->session(connection);
    auto other = m_engine->session(connection);
    QVERIFY(answer(session->columns(m_feed)));
    QVERIFY(open(path) > 0);
    const std::weak_ptr<LakeSession> known = session;
    session.reset();
    QVERIFY(!known.expired());
    QVERIFY(answer(other->columns(m_feed)));
    other.reset();
    QVERIFY(known.expired());
    QTRY_COMPARE(open(path), 0);
    // The next one is new, and works.
    session = m_engine->session(connection);
    QVERIFY(answer(session->columns(m_feed)));
}

//! A server that accepts and stays silent: whoever closes a window has nothing to wait for.
void LakeSessionsTest::whoDropsASessionDoesNotWait()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    auto session = m_engine->session(
        makeConnection(QStringLiteral("Acme"),
                       QStringLiteral("postgresql://anna@127.0.0.1:%1/gauge").arg(silent.serverPort())));
    const QFuture<Result<std::vector<lake::LakeColumn>>> asked = session->columns(m_feed);
    QVERIFY(QTest::qWaitFor([&] { return silent.hasPendingConnections(); }, 20'000));
    session.reset();
    const bool waited = asked.isFinished();
    silent.close();
    while (QTcpSocket *socket = silent.nextPendingConnection()) {
        socket->abort();
        socket->deleteLater();
    }
    QVERIFY(!waited);
    QVERIFY(!answer(asked));
}

void LakeSessionsTest::removingALakeClosesItsReaders()
{
    Connection connection = makeConnection(QStringLiteral("Acme"), {});
    connection.id.clear();
    connection.clientId = QStringLiteral("id");
    const auto saved = outcome(m_engine->saveConnection(connection, {Secret("x"), {}, false}));
    QVERIFY(saved);
    connection = *saved;
    const QString path = m_engine->lakeOf(connection).text();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    fill(path, m_engine->catalog());

    const auto session = m_engine->session(connection);
    QVERIFY(answer(session->columns(m_feed)));
    QVERIFY(answer(session->snapshot(m_feed, {}, {})));
    QVERIFY(open(path) > 0);
    const QSignalSpy reopened(m_engine.get(), &engine::Engine::lakeReopened);
    auto *job = m_engine->removeConnection(connection, false);
    // Whoever asks meanwhile does not open it again.
    QCOMPARE(m_engine->session(connection), session);
    auto meanwhile = session->columns(m_feed);
    const auto removed = outcome(job);
    QVERIFY(removed);
    QVERIFY(removed->lakeRemoved);
    const auto answered = answer(meanwhile);
    QVERIFY(!answered);
    QCOMPARE(answered.error().kind, ErrorKind::Cancelled);
    QCOMPARE(open(path), 0);
    QVERIFY(!QFileInfo::exists(path));
    QCOMPARE(reopened.size(), 1);
    QVERIFY(m_engine->session(connection) != session);
}

void LakeSessionsTest::aRemovalThatFailsReopensTheLake()
{
    m_engine.reset();
    m_options.keychain = std::make_shared<LockedKeychain>();
    m_engine = std::make_unique<engine::Engine>(m_options);
    const QString path = m_folder->filePath(QStringLiteral("lake.sqlite"));
    fill(path, m_engine->catalog());
    const Connection connection = makeConnection(QStringLiteral("Acme"), path);
    const auto session = m_engine->session(connection);
    QVERIFY(answer(session->columns(m_feed)));
    const QSignalSpy reopened(m_engine.get(), &engine::Engine::lakeReopened);
    const auto removed = outcome(m_engine->removeConnection(connection, false));
    QVERIFY(!removed);
    QCOMPARE(removed.error().kind, ErrorKind::Keychain);
    QCOMPARE(reopened.size(), 1);
    QCOMPARE(reopened.front().front().toString(), session->location().key());
    QVERIFY(session->isInterrupted());
    const auto fresh = m_engine->session(connection);
    QVERIFY(fresh != session);
    QVERIFY(answer(fresh->columns(m_feed)));
}

void LakeSessionsTest::theEngineClosesWhatIsStillUsed()
{
    const QString path = m_folder->filePath(QStringLiteral("lake.sqlite"));
    fill(path, m_engine->catalog());
    const auto session = m_engine->session(makeConnection(QStringLiteral("Acme"), path));
    QVERIFY(answer(session->columns(m_feed)));
    QVERIFY(open(path) > 0);
    m_engine.reset();
    QCOMPARE(open(path), 0);
    const auto late = answer(session->columns(m_feed));
    QVERIFY(!late);
    QCOMPARE(late.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(LakeSessionsTest)
#include "tst_lakesessions.moc"
