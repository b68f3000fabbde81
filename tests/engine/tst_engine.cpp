// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/joblist.h"
#include "support/joboutcome.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTimer>

using namespace gauge;
using engine::Engine;
using service::Connection;
using service::SecretPlace;
using test::outcome;

namespace {

//! A keychain that refuses everything, as a locked one does.
class LockedKeychain final : public vault::CredentialStore
{
public:
    QCoro::Task<Result<std::optional<Secret>>> read(QString, vault::SecretKind) override
    {
        co_return locked();
    }
    QCoro::Task<Result<void>> write(QString, vault::SecretKind, Secret) override { co_return locked(); }
    QCoro::Task<Result<void>> remove(QString, vault::SecretKind) override { co_return locked(); }
    QCoro::Task<vault::KeychainState> probe() override { co_return vault::KeychainState::Locked; }

private:
    static tl::unexpected<Error> locked()
    {
        return fail(ErrorKind::Keychain, vault::explain(vault::KeychainState::Locked));
    }
};

} // namespace

class EngineTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void sampleDataFromNothingToAFile();
    void twoWhoAskForTheSampleShareOneSandbox();
    void aMissingSandboxIsToldInWords();
    void secretsStayOutOfFiles();
    void anApiKeyIsKeptAndForgotten();
    void aRefusedSecretIsUnauthorized();
    void aLockedKeychainLeavesNothingBehind();
    void theEnvironmentWins();
    void removingForgetsEverything();
    void aWaitForAnUnreachableServiceCanBeCancelled();

private:
    //! Runs \a job to its end and hands out its result or error.
    void makeEngine(std::shared_ptr<vault::CredentialStore> keychain
                    = std::make_shared<vault::MemoryStore>());
    bool anyFileHolds(const QByteArray &text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    QString m_sandbox;
};

void EngineTest::init()
{
    TestCase::init();
    m_sandbox = qEnvironmentVariable("GAUGE_SANDBOX");
    QVERIFY2(QFile::exists(m_sandbox), "GAUGE_SANDBOX must name gaugedesk-sandbox");
    m_folder = std::make_unique<QTemporaryDir>();
    makeEngine();
}

void EngineTest::cleanup()
{
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_engine.reset();
}

void EngineTest::makeEngine(std::shared_ptr<vault::CredentialStore> keychain)
{
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::move(keychain);
    options.sandboxProgram = m_sandbox;
    options.sampleRecords = 600;
    m_engine = std::make_unique<Engine>(options);
}

bool EngineTest::anyFileHolds(const QByteArray &text) const
{
    QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

void EngineTest::sampleDataFromNothingToAFile()
{
    QVERIFY(outcome(m_engine->loadConnections())->empty());
    QSignalSpy changed(m_engine.get(), &Engine::connectionsChanged);
    const auto sample = outcome(m_engine->addSampleConnection());
    QVERIFY(sample);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(outcome(m_engine->addSampleConnection())->id, sample->id); // once only

    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *sync = m_engine->sync(*sample, plan);
    QVERIFY(test::waitFor(*sync));
    QVERIFY2(!sync->error(), sync->error() ? qPrintable(sync->error()->detail) : "");
    QVERIFY(QFile::exists(m_engine->lakeOf(*sample).text()));

    transfer::ExportPlan exportPlan;
    exportPlan.endpoint = *m_engine->catalog().find(QStringLiteral("responses"));
    exportPlan.output = m_folder->filePath(QStringLiteral("out.csv"));
    auto *job = m_engine->exportRows(*sample, exportPlan);
    QVERIFY(test::waitFor(*job));
    QVERIFY(!job->error());
    QCOMPARE(job->rows(), 600);

    service::PageRequest request;
    request.endpoint = exportPlan.endpoint;
    request.perPage = 25;
    const auto page = outcome(m_engine->fetchPage(*sample, request));
    QVERIFY(page);
    QCOMPARE((*page)->records.size(), std::size_t(25));
}

void EngineTest::twoWhoAskForTheSampleShareOneSandbox()
{
    const auto sample = outcome(m_engine->addSampleConnection());
    service::PageRequest request;
    request.endpoint = m_engine->catalog().endpoints().front();
    request.perPage = 1;
    auto *first = m_engine->fetchPage(*sample, request);
    int done = 0;
    connect(first, &Job::finished, this, [&] { done += first->error() ? 100 : 1; });
    auto *second = m_engine->fetchPage(*sample, request);
    connect(second, &Job::finished, this, [&] { done += second->error() ? 100 : 1; });
    QTRY_COMPARE_WITH_TIMEOUT(done, 2, 20'000);
}

void EngineTest::aMissingSandboxIsToldInWords()
{
    m_sandbox = m_folder->filePath(QStringLiteral("not-there"));
    makeEngine();
    const auto sample = outcome(m_engine->addSampleConnection());
    const auto report = outcome(m_engine->testConnection(*sample, {}));
    QVERIFY(!report);
    QVERIFY(report.error().text.contains(QLatin1String("not-there")));
}

void EngineTest::secretsStayOutOfFiles()
{
    Connection connection;
    connection.name = QStringLiteral("Mine");
    connection.clientId = QStringLiteral("id");
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("CANARY-secret-1");
    const auto saved = outcome(m_engine->saveConnection(connection, secrets));
    QVERIFY(saved);
    QVERIFY(!saved->id.isEmpty());
    QCOMPARE(*outcome(m_engine->hasSecret(*saved)), true);
    QVERIFY(!anyFileHolds("CANARY"));
    QVERIFY(anyFileHolds("Mine"));

    Connection again = connection;
    const auto twin = outcome(m_engine->saveConnection(again, secrets));
    QVERIFY(!twin);
    QCOMPARE(twin.error().kind, ErrorKind::Input);
}

void EngineTest::anApiKeyIsKeptAndForgotten()
{
    Connection connection;
    connection.name = QStringLiteral("Mine");
    connection.clientId = QStringLiteral("id");
    const auto saved
        = outcome(m_engine->saveConnection(connection, {Secret("CANARY-1"), Secret("CANARY-2")}));
    QVERIFY(saved);
    QCOMPARE(*outcome(m_engine->hasApiKey(*saved)), true);
    QVERIFY(!anyFileHolds("CANARY"));
    // Nothing typed keeps it.
    QVERIFY(outcome(m_engine->saveConnection(*saved, {})));
    QCOMPARE(*outcome(m_engine->hasApiKey(*saved)), true);
    engine::NewSecrets forget;
    forget.removeApiKey = true;
    QVERIFY(outcome(m_engine->saveConnection(*saved, forget)));
    QCOMPARE(*outcome(m_engine->hasApiKey(*saved)), false);
    QCOMPARE(*outcome(m_engine->hasSecret(*saved)), true);
    QVERIFY(outcome(m_engine->saveConnection(*saved, forget))); // twice is no error
}

void EngineTest::aRefusedSecretIsUnauthorized()
{
    // Whatever the environment says, the sample has a secret of its own.
    qputenv("GAUGEDESK_SANDBOX_SECRET", "something else");
    const auto own = outcome(m_engine->testConnection(*outcome(m_engine->addSampleConnection()), {}));
    qunsetenv("GAUGEDESK_SANDBOX_SECRET");
    QVERIFY(own);
    // A sandbox that takes another one.
    QFile script(m_folder->filePath(QStringLiteral("sandbox")));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nGAUGEDESK_SANDBOX_SECRET=another exec '" + QFile::encodeName(m_sandbox)
                 + "' \"$@\"\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    m_sandbox = script.fileName();
    makeEngine();
    const auto report = outcome(m_engine->testConnection(*outcome(m_engine->addSampleConnection()), {}));
    QVERIFY(!report);
    QCOMPARE(report.error().kind, ErrorKind::Unauthorized);
}

void EngineTest::aLockedKeychainLeavesNothingBehind()
{
    makeEngine(std::make_shared<LockedKeychain>());
    Connection connection;
    connection.name = QStringLiteral("Locked");
    connection.clientId = QStringLiteral("id");
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("CANARY");
    const auto saved = outcome(m_engine->saveConnection(connection, secrets));
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Keychain);
    QVERIFY(outcome(m_engine->loadConnections())->empty());
    QCOMPARE(*outcome(m_engine->probeKeychain()), vault::KeychainState::Locked);

    // "This session only" needs no keychain.
    connection.secretPlace = SecretPlace::Session;
    const auto session = outcome(m_engine->saveConnection(connection, secrets));
    QVERIFY(session);
    QCOMPARE(*outcome(m_engine->hasSecret(*session)), true);
    QVERIFY(!anyFileHolds("CANARY"));
    makeEngine(std::make_shared<LockedKeychain>());
    QCOMPARE(*outcome(m_engine->hasSecret(*session)), false);
}

void EngineTest::theEnvironmentWins()
{
    Connection connection;
    connection.name = QStringLiteral("Timer");
    connection.clientId = QStringLiteral("id");
    connection.secretPlace = SecretPlace::Environment;
    const auto saved = outcome(m_engine->saveConnection(connection, {}));
    QVERIFY(saved);
    QCOMPARE(*outcome(m_engine->hasSecret(*saved)), false);
    qputenv("GAUGEDESK_CLIENT_SECRET", "from the environment");
    QCOMPARE(*outcome(m_engine->hasSecret(*saved)), true);
    qunsetenv("GAUGEDESK_CLIENT_SECRET");
}

void EngineTest::removingForgetsEverything()
{
    const auto sample = outcome(m_engine->addSampleConnection());
    sync::SyncPlan plan;
    plan.feeds = {m_engine->catalog().endpoints().front()};
    auto *sync = m_engine->sync(*sample, plan);
    QVERIFY(test::waitFor(*sync));
    const QString lake = m_engine->lakeOf(*sample).text();
    QVERIFY(QFile::exists(lake));
    QVERIFY(outcome(m_engine->removeConnection(*sample, true)));
    QVERIFY(QFile::exists(lake));
    QVERIFY(outcome(m_engine->loadConnections())->empty());

    const auto again = outcome(m_engine->addSampleConnection());
    sync = m_engine->sync(*again, plan);
    QVERIFY(test::waitFor(*sync));
    QVERIFY(outcome(m_engine->removeConnection(*again, false)));
    QVERIFY(!QFile::exists(m_engine->lakeOf(*again).text()));
}

void EngineTest::aWaitForAnUnreachableServiceCanBeCancelled()
{
    Connection connection;
    connection.name = QStringLiteral("Nowhere");
    connection.region = service::Region::Custom;
    // Port 1 on loopback: nobody listens there.
    connection.authUrl = connection.apiUrl = connection.importsUrl
        = QUrl(QStringLiteral("http://127.0.0.1:1"));
    connection.clientId = QStringLiteral("id");
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("x");
    auto *job = m_engine->testConnection(connection, secrets);
    QSignalSpy finished(job, &Job::finished);
    // The back-off runs on the real clock here; a person would cancel, so the test does.
    QTimer::singleShot(200, job, &Job::cancel);
    QVERIFY(finished.wait(20'000));
    QCOMPARE(job->state(), Job::State::Cancelled);
}

QTEST_GUILESS_MAIN(EngineTest)
#include "tst_engine.moc"
