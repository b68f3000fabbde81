// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "support/fakeserver.h"
#include "support/joboutcome.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::test;
using engine::Engine;
using service::Connection;
using service::SecretPlace;
using upload::SendOutcome;
using State = SendOutcome::State;

namespace {

constexpr auto keyCanary = "CANARY-key-1";
constexpr auto number = R"({"Data":{"number_customergauge":5}})";

} // namespace

//! Where the key of the older call comes from, and what is kept on disk.
class UploadsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theKeyComesFromTheKeychain();
    void theEnvironmentsKeyWins();
    void withoutAKeyNothingIsSent();
    void aRecordIsSentAndLookedUp();
    void aConnectionThatIsGoneIsAnOutcome();
    void whatCannotBeWrittenDownIsNotSent();
    void configurationsBehindJobs();
    void keysAndDraftsOfAConnectionGoWithIt();

private:
    Connection saved(SecretPlace place)
    {
        Connection connection;
        connection.name = QStringLiteral("ACME");
        connection.region = service::Region::Custom;
        connection.authUrl = connection.apiUrl = connection.importsUrl = m_server->url();
        connection.clientId = QStringLiteral("id");
        connection.secretPlace = place;
        engine::NewSecrets secrets;
        if (place != SecretPlace::Environment) {
            secrets.clientSecret = Secret("CANARY-secret");
            secrets.apiKey = Secret(keyCanary);
        }
        return *outcome(m_engine->saveConnection(connection, secrets));
    }
    static engine::ResponseToSend response()
    {
        engine::ResponseToSend what;
        what.fields = {{QStringLiteral("Email"), QStringLiteral("a@b.nl")}};
        return what;
    }
    [[nodiscard]] bool anyFileHolds(const QByteArray &text) const
    {
        QDirIterator files(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<Engine> m_engine;
};

void UploadsTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<FakeServer>();
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<Engine>(options);
}

void UploadsTest::cleanup()
{
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_engine.reset();
    QVERIFY2(m_server->isDone(), m_server->report());
}

void UploadsTest::theKeyComesFromTheKeychain()
{
    const Connection connection = saved(SecretPlace::Keychain);
    m_server->guard(keyCanary, FakeServer::InAuthorization);
    m_server->expect("POST", "/v4.1/transactions/response.json", Answer::json(number));
    const auto sent = outcome(m_engine->uploads().send(connection, response()));
    QCOMPARE(sent->state, State::Accepted);
    QCOMPARE(sent->number, QStringLiteral("5"));
    QCOMPARE(m_server->requests.front().header("authorization"), QByteArray("api_key ").append(keyCanary));
    QVERIFY(!anyFileHolds("CANARY"));
}

void UploadsTest::theEnvironmentsKeyWins()
{
    const Connection connection = saved(SecretPlace::Session);
    qputenv("GAUGEDESK_API_KEY", "from the environment");
    m_server->expect("POST", "/v4.1/transactions/response.json", Answer::json(number));
    const auto sent = outcome(m_engine->uploads().send(connection, response()));
    qunsetenv("GAUGEDESK_API_KEY");
    QCOMPARE(sent->state, State::Accepted);
    QCOMPARE(m_server->requests.front().header("authorization"), "api_key from the environment");
}

void UploadsTest::withoutAKeyNothingIsSent()
{
    const auto sent = outcome(m_engine->uploads().send(saved(SecretPlace::Environment), response()));
    QVERIFY(sent);
    QCOMPARE(sent->state, State::NotSent);
    QCOMPARE(sent->error->kind, ErrorKind::Unauthorized);
    QVERIFY(sent->error->text.contains(QStringLiteral("GAUGEDESK_API_KEY")));
    QVERIFY(m_server->requests.empty());
}

void UploadsTest::aRecordIsSentAndLookedUp()
{
    const Connection connection = saved(SecretPlace::Keychain);
    engine::RecordUpload what;
    what.configuration
        = upload::configurationFor(*catalog::findRecordType(QStringLiteral("external-response")));
    what.record = {{QStringLiteral("Email"), QStringLiteral("a@b.nl")},
                   {QStringLiteral("Completed Date"), QStringLiteral("2026-01-31 12:00:00")},
                   {QStringLiteral("Lost"), QStringLiteral("x")}};
    what.afterwards = engine::ReadBackOptions::ReadBack;
    m_server->otherwise([](const SeenRequest &request) {
        if (request.method == "POST")
            return Answer::json(R"({"access_token":"TOKEN"})");
        if (request.method == "PUT")
            return Answer::empty(200);
        return request.target.contains("cursor")
            ? Answer::json(R"({"data":[],"cursor":{"next":null}})")
            : Answer::json(R"({"data":[{"number_customergauge":1,"email":"a@b.nl"}],"cursor":{"next":2}})");
    });
    const auto sent = outcome(m_engine->uploads().send(connection, what));
    QCOMPARE(sent->state, State::Accepted);
    QVERIFY(sent->readBack && sent->readBack->found);
    QVERIFY(sent->readBack->lost.contains(QStringLiteral("Lost")));
    QVERIFY(!sent->readBack->lost.contains(QStringLiteral("Email")));
    // What cannot be looked up is told and was accepted nevertheless.
    m_server->otherwise([](const SeenRequest &request) {
        return request.method == "PUT" ? Answer::empty(200) : Answer::empty(403);
    });
    const auto again = outcome(m_engine->uploads().send(connection, what));
    QCOMPARE(again->state, State::Accepted);
    QVERIFY(!again->readBack->found && !again->readBack->problem.isEmpty());
}

void UploadsTest::aConnectionThatIsGoneIsAnOutcome()
{
    Connection sample;
    sample.id = QStringLiteral("x");
    sample.name = QStringLiteral("Sample");
    sample.secretPlace = SecretPlace::Sample;
    sample.region = service::Region::Custom; // no sandbox beside this test
    const auto sent = outcome(m_engine->uploads().send(sample, response()));
    QVERIFY(sent);
    QCOMPARE(sent->state, State::NotSent);
    QVERIFY(!sent->error->text.isEmpty());
}

void UploadsTest::whatCannotBeWrittenDownIsNotSent()
{
    const Connection connection = saved(SecretPlace::Keychain);
    QVERIFY(QDir().mkpath(m_engine->lakeOf(connection).text())); // a folder where its lake would be
    const auto sent = outcome(m_engine->uploads().send(connection, response()));
    QCOMPARE(sent->state, State::NotSent);
    QVERIFY2(sent->error->text.startsWith(QStringLiteral("Nothing was sent")), qPrintable(sent->error->text));
    QVERIFY(m_server->requests.empty());
}

void UploadsTest::configurationsBehindJobs()
{
    const engine::Uploads uploads = m_engine->uploads();
    upload::Configuration configuration
        = upload::configurationFor(*catalog::findRecordType(QStringLiteral("accounts")));
    const auto kept = outcome(uploads.saveConfiguration(configuration));
    QVERIFY(kept);
    QCOMPARE(outcome(uploads.renameConfiguration(kept->id, QStringLiteral("Mine")))->name,
             QStringLiteral("Mine"));
    QCOMPARE(outcome(uploads.findConfiguration(QStringLiteral("mine")))->id, kept->id);
    const auto copy = outcome(uploads.duplicateConfiguration(kept->id));
    QCOMPARE(copy->name, QStringLiteral("Mine (2)"));
    const QString shared = m_folder->filePath(QStringLiteral("shared.json"));
    QVERIFY(outcome(uploads.exportConfiguration(copy->id, shared)));
    QVERIFY(outcome(uploads.removeConfiguration(copy->id)));
    QCOMPARE(outcome(uploads.importConfiguration(shared))->name, QStringLiteral("Mine (2)"));
    QCOMPARE(outcome(uploads.configurations())->configurations.size(), std::size_t(4));
    QCOMPARE(outcome(uploads.removeConfiguration(copy->id)).error().kind, ErrorKind::NotFound);
}

void UploadsTest::keysAndDraftsOfAConnectionGoWithIt()
{
    const Connection connection = saved(SecretPlace::Keychain);
    upload::ResponseKeys keys;
    keys.setKey(upload::ResponseField::Email, QStringLiteral("mail"));
    QVERIFY(outcome(m_engine->uploads().saveResponseKeys(connection, keys)));
    QCOMPARE(*outcome(m_engine->uploads().responseKeys(connection)), keys);
    QVERIFY(anyFileHolds("\"mail\""));
    const upload::FormKey form{connection.id, upload::responseForm()};
    const upload::FormRecord typed{{QStringLiteral("Email"), QStringLiteral("TYPED@b.nl")}};
    QVERIFY(outcome(m_engine->uploads().saveDraft(form, {typed, {}})));
    QVERIFY(outcome(m_engine->uploads().rememberValues(form, typed)));
    QCOMPARE(outcome(m_engine->uploads().draft(form))->fields, typed);
    QCOMPARE(outcome(m_engine->uploads().recentValues(form))->size(), std::size_t(1));
    QVERIFY(outcome(m_engine->removeConnection(connection, false)));
    QVERIFY(!anyFileHolds("\"mail\""));
    QVERIFY(!anyFileHolds("TYPED@b.nl"));
}

QTEST_GUILESS_MAIN(UploadsTest)
#include "tst_uploads.moc"
