// SPDX-License-Identifier: GPL-3.0-or-later
// The two alternatives to a keychain: memory and the environment.
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

using namespace gauge;
using namespace gauge::vault;

class TestMemoryStore : public gauge::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecretsApartUntilItGoes();
    void readsTheEnvironment();
    void takesAnEmptyVariableAsUnset();
};

void TestMemoryStore::keepsSecretsApartUntilItGoes()
{
    const QString one = QStringLiteral("one");
    const QString two = QStringLiteral("two");
    const Secret secret(QByteArray("a\0b", 3));
    const Secret key(QByteArray("key"));
    MemoryStore store;
    QCOMPARE(test::waitFor(store.probe()), KeychainState::Available);
    QVERIFY(!test::waitFor(store.read(one, SecretKind::ClientSecret)).value().has_value());
    QVERIFY(test::waitFor(store.write(one, SecretKind::ClientSecret, Secret(QByteArray("old")))).has_value());
    QVERIFY(test::waitFor(store.write(one, SecretKind::ClientSecret, secret)).has_value());
    QVERIFY(test::waitFor(store.write(one, SecretKind::ApiKey, key)).has_value());
    QCOMPARE(test::waitFor(store.read(one, SecretKind::ClientSecret)).value(), secret);
    QCOMPARE(test::waitFor(store.read(one, SecretKind::ApiKey)).value(), key);
    QVERIFY(!test::waitFor(store.read(two, SecretKind::ClientSecret)).value().has_value());

    QVERIFY(test::waitFor(store.remove(one, SecretKind::ClientSecret)).has_value());
    QVERIFY(test::waitFor(store.remove(two, SecretKind::ClientSecret)).has_value());
    QVERIFY(!test::waitFor(store.read(one, SecretKind::ClientSecret)).value().has_value());
    QCOMPARE(test::waitFor(store.read(one, SecretKind::ApiKey)).value(), key);

    MemoryStore nextSession;
    QVERIFY(!test::waitFor(nextSession.read(one, SecretKind::ApiKey)).value().has_value());
}

void TestMemoryStore::readsTheEnvironment()
{
    qputenv("GAUGEDESK_CLIENT_ID", "client");
    qputenv("GAUGEDESK_CLIENT_SECRET", "pässwörd with spaces ");
    qputenv("GAUGEDESK_API_KEY", "key");
    QCOMPARE(environmentClientId(), QStringLiteral("client"));
    QCOMPARE(environmentSecret(SecretKind::ClientSecret), Secret(QByteArray("pässwörd with spaces ")));
    QCOMPARE(environmentSecret(SecretKind::ApiKey), Secret(QByteArray("key")));
}

void TestMemoryStore::takesAnEmptyVariableAsUnset()
{
    qunsetenv("GAUGEDESK_CLIENT_ID");
    qunsetenv("GAUGEDESK_CLIENT_SECRET");
    qputenv("GAUGEDESK_API_KEY", "");
    QVERIFY(!environmentClientId().has_value());
    QVERIFY(!environmentSecret(SecretKind::ClientSecret).has_value());
    QVERIFY(!environmentSecret(SecretKind::ApiKey).has_value());
    qputenv("GAUGEDESK_CLIENT_ID", "");
    QVERIFY(!environmentClientId().has_value());
}

QTEST_GUILESS_MAIN(TestMemoryStore)
#include "tst_memorystore.moc"
