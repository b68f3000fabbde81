// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"
#include "engine/joblist.h"
#include "support/joboutcome.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/keychainstore.h"
#include "vault/realkeyring.h"

#include <QDirIterator>
#include <QTemporaryDir>

#include <atomic>

using namespace gauge;
using engine::Engine;
using service::Connection;
using service::SecretPlace;
using test::outcome;
using vault::SecretKind;

namespace {

const QByteArray canary = "CANARY-moved-4711";
const QByteArray keyCanary = "CANARY-key-0815";

//! A keychain that keeps what it has: it was locked after it was filled.
class LockedLater final : public vault::CredentialStore
{
public:
    explicit LockedLater(std::shared_ptr<vault::CredentialStore> store)
        : m_store(std::move(store))
    {}
    std::atomic<bool> isLocked = false; //!< from any thread

    QCoro::Task<Result<std::optional<Secret>>> read(QString id, SecretKind kind) override
    {
        co_return co_await m_store->read(id, kind);
    }
    QCoro::Task<Result<void>> write(QString id, SecretKind kind, Secret secret) override
    {
        co_return co_await m_store->write(id, kind, secret);
    }
    QCoro::Task<Result<void>> remove(QString id, SecretKind kind) override
    {
        if (isLocked)
            co_return fail(ErrorKind::Keychain, vault::explain(vault::KeychainState::Locked));
        co_return co_await m_store->remove(id, kind);
    }
    QCoro::Task<vault::KeychainState> probe() override
    {
        co_return isLocked ? vault::KeychainState::Locked : vault::KeychainState::Available;
    }

private:
    std::shared_ptr<vault::CredentialStore> m_store;
};

} // namespace

//! Old entries of secrets that move or are no longer needed, in a real gnome-keyring of its own.
class MovedSecretsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void movingRemovesTheOldEntries_data();
    void movingRemovesTheOldEntries();
    void movingBackKeepsTheNewOne();
    void removingLooksEverywhere_data();
    void removingLooksEverywhere();
    void aLockedKeychainKeepsTheConnectionAsItWas();
    void aRefusedNameChangesNoSecret();

private:
    [[nodiscard]] Connection saved(SecretPlace place);
    //! What the keyring itself has of a connection: "both", "client-secret" or nothing.
    [[nodiscard]] static QByteArray kept(const QString &id);
    [[nodiscard]] bool anyFileHolds(const QByteArray &text) const;

    std::shared_ptr<LockedLater> m_keychain;
    QTemporaryDir m_folder;
    std::unique_ptr<Engine> m_engine;
};

// One engine: QtKeychain works in the thread in which it was first used.
void MovedSecretsTest::initTestCase()
{
    m_keychain = std::make_shared<LockedLater>(std::make_shared<vault::KeychainStore>());
    engine::Options options;
    options.dataFolder = m_folder.filePath(QStringLiteral("data"));
    options.keychain = m_keychain;
    m_engine = std::make_unique<Engine>(options);
}

void MovedSecretsTest::cleanup()
{
    m_keychain->isLocked = false;
    const auto left = outcome(m_engine->loadConnections());
    QVERIFY(left);
    for (const Connection &connection : *left)
        QVERIFY(outcome(m_engine->removeConnection(connection, false)));
    QCOMPARE(test::realkeyring::entries(QStringLiteral("GaugeDesk"), QString()), QStringList());
    QVERIFY(!anyFileHolds("CANARY"));
}

void MovedSecretsTest::cleanupTestCase()
{
    m_engine->jobs().cancelAll();
    QTRY_VERIFY(m_engine->jobs().isIdle());
    m_engine.reset();
}

Connection MovedSecretsTest::saved(SecretPlace place)
{
    Connection connection;
    connection.name = QStringLiteral("ACME");
    connection.clientId = QStringLiteral("id");
    connection.secretPlace = place;
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret(canary);
    secrets.apiKey = Secret(keyCanary);
    const auto made = outcome(m_engine->saveConnection(connection, secrets));
    if (!made)
        qFatal("%s", qPrintable(made.error().text));
    return *made;
}

QByteArray MovedSecretsTest::kept(const QString &id)
{
    const QStringList entries = test::realkeyring::entries(QStringLiteral("GaugeDesk"), id);
    return entries.size() == 2 ? QByteArray("both") : entries.join(u' ').remove(id + u'/').toUtf8();
}

bool MovedSecretsTest::anyFileHolds(const QByteArray &text) const
{
    QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            return true;
    }
    return false;
}

void MovedSecretsTest::movingRemovesTheOldEntries_data()
{
    QTest::addColumn<SecretPlace>("place");
    QTest::addColumn<bool>("typed");
    QTest::newRow("session, typed again") << SecretPlace::Session << true;
    QTest::newRow("session") << SecretPlace::Session << false;
    QTest::newRow("environment") << SecretPlace::Environment << false;
}

void MovedSecretsTest::movingRemovesTheOldEntries()
{
    QFETCH(const SecretPlace, place);
    QFETCH(const bool, typed);
    Connection connection = saved(SecretPlace::Keychain);
    QCOMPARE(kept(connection.id), QByteArray("both"));
    connection.secretPlace = place;
    engine::NewSecrets secrets;
    if (typed)
        secrets.clientSecret = Secret("CANARY-session");
    const auto moved = outcome(m_engine->saveConnection(connection, secrets));
    QVERIFY2(moved, moved ? "" : qPrintable(moved.error().text));
    QCOMPARE(kept(connection.id), QByteArray());
    QCOMPARE(*outcome(m_engine->hasSecret(*moved)), typed);
    QCOMPARE(*outcome(m_engine->hasApiKey(*moved)), false);
    QCOMPARE(outcome(m_engine->loadConnections())->front().secretPlace, place);
}

void MovedSecretsTest::movingBackKeepsTheNewOne()
{
    Connection connection = saved(SecretPlace::Session);
    QCOMPARE(kept(connection.id), QByteArray());
    connection.secretPlace = SecretPlace::Keychain;
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("CANARY-new");
    QVERIFY(outcome(m_engine->saveConnection(connection, secrets)));
    QCOMPARE(kept(connection.id), QByteArray("client-secret"));
    // And nothing of the session is left for a connection that goes there again.
    connection.secretPlace = SecretPlace::Session;
    QVERIFY(outcome(m_engine->saveConnection(connection, {})));
    QCOMPARE(*outcome(m_engine->hasSecret(connection)), false);
}

void MovedSecretsTest::removingLooksEverywhere_data()
{
    QTest::addColumn<SecretPlace>("place");
    QTest::newRow("keychain") << SecretPlace::Keychain;
    QTest::newRow("session") << SecretPlace::Session;
    QTest::newRow("environment") << SecretPlace::Environment;
}

void MovedSecretsTest::removingLooksEverywhere()
{
    QFETCH(const SecretPlace, place);
    Connection connection = saved(SecretPlace::Keychain);
    // As an earlier version has left them behind: moved by hand.
    QFile file(m_folder.filePath(QStringLiteral("data/connections.json")));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray json = file.readAll();
    json.replace("\"keychain\"",
                 place == SecretPlace::Session           ? "\"session\""
                     : place == SecretPlace::Environment ? "\"environment\""
                                                         : "\"keychain\"");
    QVERIFY(file.resize(0) && file.seek(0) && file.write(json) == json.size());
    file.close();
    connection = outcome(m_engine->loadConnections())->front();
    QCOMPARE(connection.secretPlace, place);
    QCOMPARE(kept(connection.id), QByteArray("both"));
    const auto removed = outcome(m_engine->removeConnection(connection, false));
    QVERIFY2(removed, removed ? "" : qPrintable(removed.error().text));
    QCOMPARE(kept(connection.id), QByteArray());
    QCOMPARE(*outcome(m_engine->hasSecret(connection)), false);
}

void MovedSecretsTest::aLockedKeychainKeepsTheConnectionAsItWas()
{
    Connection connection = saved(SecretPlace::Keychain);
    m_keychain->isLocked = true;
    connection.secretPlace = SecretPlace::Session;
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("CANARY-session");
    const auto moved = outcome(m_engine->saveConnection(connection, secrets));
    QVERIFY(!moved);
    QCOMPARE(kindName(moved.error().kind), kindName(ErrorKind::Keychain));
    QCOMPARE(outcome(m_engine->loadConnections())->front().secretPlace, SecretPlace::Keychain);
    QCOMPARE(*outcome(m_engine->hasSecret(connection)), false); // not in two places
    m_keychain->isLocked = false;
    QVERIFY(outcome(m_engine->saveConnection(connection, secrets)));
    QCOMPARE(kept(connection.id), QByteArray());
}

void MovedSecretsTest::aRefusedNameChangesNoSecret()
{
    Connection connection = saved(SecretPlace::Keychain);
    connection.name = QStringLiteral("AC\nME");
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("CANARY-other");
    const auto refused = outcome(m_engine->saveConnection(connection, secrets));
    QVERIFY(!refused);
    QCOMPARE(kindName(refused.error().kind), kindName(ErrorKind::Input));
    QCOMPARE(kept(connection.id), QByteArray("both"));
}

QTEST_GUILESS_MAIN(MovedSecretsTest)
#include "tst_movedsecrets.moc"
