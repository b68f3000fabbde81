// SPDX-License-Identifier: GPL-3.0-or-later
// KeychainStore against the real gnome-keyring of with-keyring.sh.
#include "realkeyring.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/keychainstore.h"
#include "vaulttest.h"

using namespace gauge;
using namespace gauge::vault;
using namespace std::chrono_literals;
namespace realkeyring = gauge::test::realkeyring;

namespace {

const QString connection = QStringLiteral("4f1c");
constexpr auto kind = SecretKind::ClientSecret;

Secret secretOf(const char *text)
{
    return Secret(QByteArray(text));
}

} // namespace

class TestKeychainStore : public gauge::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void probesAsAvailable();
    void givesBackWhatItTook_data();
    void givesBackWhatItTook();
    void overwrites();
    void takesAMissingSecretAsNoError();
    void keepsConnectionsKindsAndServicesApart();
    void tellsALockedKeyringAndGoesOnAfterwards();
    void doesNotTakeALockedEntryForAMissingOne();
    void servesManyAtOnce();
    void tellsNobody();

private:
    QString m_keyring;
    KeychainStore m_store;
};

void TestKeychainStore::initTestCase()
{
    m_keyring = realkeyring::defaultKeyring();
    QVERIFY2(m_keyring.startsWith(u"/org/freedesktop/secrets/collection/"), "run me inside with-keyring.sh");
}

void TestKeychainStore::init()
{
    TestCase::init();
    QVERIFY(test::waitFor(m_store.remove(connection, kind)).has_value());
    QVERIFY(test::waitFor(m_store.remove(connection, SecretKind::ApiKey)).has_value());
}

void TestKeychainStore::cleanup()
{
    // Also after a failure in the middle, so that one failed test does not fail the others.
    QVERIFY(realkeyring::unlock(m_keyring));
    QVERIFY(realkeyring::makeDefault(m_keyring));
}

void TestKeychainStore::probesAsAvailable()
{
    QCOMPARE(test::waitFor(m_store.probe()), KeychainState::Available);
    QVERIFY(explain(KeychainState::Available).isEmpty());
}

void TestKeychainStore::givesBackWhatItTook_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("plain") << QByteArray("s3cr3t");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("newlines") << QByteArray("\nfirst\r\nsecond\n");
    QTest::newRow("NUL") << QByteArray("a\0b\0", 4);
    QTest::newRow("UTF-8") << QByteArray("pässwörd 密码 🔑");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe\x80\xc3");
    QTest::newRow("looks like Base64") << QByteArray("c2VjcmV0");
    QTest::newRow("spaces around") << QByteArray("  \t secret \t ");
    QTest::newRow("64 KiB") << QByteArray(64 * 1024, '\xa5');
}

void TestKeychainStore::givesBackWhatItTook()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(test::waitFor(m_store.write(connection, kind, Secret(bytes))).has_value());

    // Another store, as in the next process.
    KeychainStore later;
    const auto found = test::waitFor(later.read(connection, kind));
    QVERIFY(found.has_value());
    QVERIFY(found->has_value());
    QCOMPARE((*found)->expose(), bytes);

    QVERIFY(test::waitFor(later.remove(connection, kind)).has_value());
    const auto gone = test::waitFor(m_store.read(connection, kind));
    QVERIFY(gone.has_value());
    QVERIFY(!gone->has_value());
}

void TestKeychainStore::overwrites()
{
    QVERIFY(test::waitFor(m_store.write(connection, kind, secretOf("a long first secret"))).has_value());
    QVERIFY(test::waitFor(m_store.write(connection, kind, secretOf("second"))).has_value());
    QCOMPARE(test::waitFor(m_store.read(connection, kind)).value(), secretOf("second"));
    QVERIFY(test::waitFor(m_store.write(connection, kind, Secret())).has_value());
    QCOMPARE(test::waitFor(m_store.read(connection, kind)).value(), Secret());
}

void TestKeychainStore::takesAMissingSecretAsNoError()
{
    const auto found = test::waitFor(m_store.read(QStringLiteral("never heard of"), kind));
    QVERIFY(found.has_value());
    QVERIFY(!found->has_value());
    QVERIFY(test::waitFor(m_store.remove(QStringLiteral("never heard of"), kind)).has_value());
}

void TestKeychainStore::keepsConnectionsKindsAndServicesApart()
{
    const QString other = QStringLiteral("4f1d");
    KeychainStore elsewhere(QStringLiteral("Another program"));
    QVERIFY(test::waitFor(m_store.write(connection, kind, secretOf("one"))).has_value());
    QVERIFY(test::waitFor(m_store.write(connection, SecretKind::ApiKey, secretOf("two"))).has_value());
    QVERIFY(test::waitFor(m_store.write(other, kind, secretOf("three"))).has_value());
    QVERIFY(test::waitFor(elsewhere.write(connection, kind, secretOf("four"))).has_value());

    QVERIFY(test::waitFor(m_store.remove(connection, kind)).has_value());
    QVERIFY(!test::waitFor(m_store.read(connection, kind)).value().has_value());
    QCOMPARE(test::waitFor(m_store.read(connection, SecretKind::ApiKey)).value(), secretOf("two"));
    QCOMPARE(test::waitFor(m_store.read(other, kind)).value(), secretOf("three"));
    QCOMPARE(test::waitFor(elsewhere.read(connection, kind)).value(), secretOf("four"));
    QVERIFY(test::waitFor(m_store.remove(other, kind)).has_value());
    QVERIFY(test::waitFor(elsewhere.remove(connection, kind)).has_value());
}

void TestKeychainStore::tellsALockedKeyringAndGoesOnAfterwards()
{
    QVERIFY(test::waitFor(m_store.write(connection, kind, secretOf("kept"))).has_value());
    QVERIFY(realkeyring::lock(m_keyring));

    QCOMPARE(test::waitFor(m_store.probe()), KeychainState::Locked);
    const auto isLocked = [](const auto &result) {
        return !result && result.error().kind == ErrorKind::Keychain
            && result.error().text == explain(KeychainState::Locked);
    };
    QVERIFY(isLocked(test::waitFor(m_store.read(connection, kind))));
    QVERIFY(isLocked(test::waitFor(m_store.read(QStringLiteral("never heard of"), kind))));
    QVERIFY(isLocked(test::waitFor(m_store.write(connection, kind, secretOf("lost")))));
    QVERIFY(isLocked(test::waitFor(m_store.remove(connection, kind))));

    // Retry, once the person has unlocked it: everything is as it was.
    QVERIFY(realkeyring::unlock(m_keyring));
    QCOMPARE(test::waitFor(m_store.probe()), KeychainState::Available);
    QCOMPARE(test::waitFor(m_store.read(connection, kind)).value(), secretOf("kept"));
    QVERIFY(test::waitFor(m_store.write(connection, kind, secretOf("new"))).has_value());
    QCOMPARE(test::waitFor(m_store.read(connection, kind)).value(), secretOf("new"));
}

void TestKeychainStore::doesNotTakeALockedEntryForAMissingOne()
{
    // The secret went into a keyring that is no longer the default one, and is locked.
    const QString other = realkeyring::create(QStringLiteral("other"));
    QVERIFY(!other.isEmpty());
    QVERIFY(realkeyring::makeDefault(other));
    QVERIFY(test::waitFor(m_store.write(connection, kind, secretOf("elsewhere"))).has_value());
    QVERIFY(realkeyring::makeDefault(m_keyring));
    QVERIFY(realkeyring::lock(other));

    const auto found = test::waitFor(m_store.read(connection, kind));
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().text, explain(KeychainState::Locked));
    QVERIFY(!test::waitFor(m_store.remove(connection, kind)).has_value());

    QVERIFY(realkeyring::unlock(other));
    QCOMPARE(test::waitFor(m_store.read(connection, kind)).value(), secretOf("elsewhere"));
}

void TestKeychainStore::servesManyAtOnce()
{
    constexpr int many = 20;
    int done = 0;
    auto roundTrip = [](KeychainStore &store, int number, int &count) -> QCoro::Task<> {
        const QString id = QString::number(number);
        const Secret secret(QByteArray::number(number * 1000));
        const auto written = co_await store.write(id, kind, secret);
        const auto found = co_await store.read(id, kind);
        if (written && found && *found == secret)
            ++count;
        co_await store.remove(id, kind);
    };
    std::vector<QCoro::Task<>> tasks;
    for (int number = 0; number < many; ++number)
        tasks.push_back(roundTrip(m_store, number, done));
    QTRY_COMPARE_WITH_TIMEOUT(
        std::count_if(tasks.begin(), tasks.end(), [](const auto &task) { return task.isReady(); }), many,
        30'000);
    QCOMPARE(done, many);
}

void TestKeychainStore::tellsNobody()
{
    const QByteArray canary = "canary-5b1f0c6e-do-not-tell";
    const test::CapturedLog log;
    QVERIFY(test::waitFor(m_store.write(connection, kind, Secret(canary))).has_value());
    QVERIFY(realkeyring::lock(m_keyring));
    const auto failed = test::waitFor(m_store.write(connection, kind, Secret(canary + '2')));
    QVERIFY(!failed.has_value());
    QVERIFY(!failed.error().text.contains(QString::fromUtf8(canary)));
    QVERIFY(!failed.error().detail.contains(QString::fromUtf8(canary)));
    QVERIFY(realkeyring::unlock(m_keyring));
    QCOMPARE(test::waitFor(m_store.read(connection, kind)).value(), Secret(canary));

    QVERIFY2(log.text().contains("locked"), "the log was not captured");
    QVERIFY(!log.text().contains(canary));
    QVERIFY(!log.text().contains(canary.toBase64()));
    // The keyring's own encrypted files are the only ones.
    const QStringList files = test::filesAtHome();
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QVERIFY2(file.contains(u"/keyrings/"), qPrintable(file));
    QCOMPARE(test::filesThatTell(canary), QStringList());
}

QTEST_GUILESS_MAIN(TestKeychainStore)
#include "tst_keychainstore.moc"
