// SPDX-License-Identifier: GPL-3.0-or-later
// KeychainStore where it cannot reach a keychain; which way of three is said by the environment.
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/keychainstore.h"
#include "vaulttest.h"

using namespace gauge;
using namespace gauge::vault;

class TestUnreachableKeychain : public gauge::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhy();
    void failsWithWordsAndLeavesNoTrace();

private:
    KeychainState m_expected = KeychainState::Available;
};

void TestUnreachableKeychain::initTestCase()
{
    const QByteArray expected = qgetenv("GAUGE_EXPECTED_STATE");
    if (expected == "absent")
        m_expected = KeychainState::Absent;
    else if (expected == "denied")
        m_expected = KeychainState::Denied;
    QVERIFY2(m_expected != KeychainState::Available, "GAUGE_EXPECTED_STATE must say absent or denied");
}

void TestUnreachableKeychain::saysWhy()
{
    KeychainStore store;
    QCOMPARE(test::waitFor(store.probe()), m_expected);
    QCOMPARE(test::waitFor(store.probe()), m_expected);
    const QString words = explain(m_expected);
    QVERIFY(words.contains(keychainName()));
    QVERIFY(words.contains(u"this session only"));
    QVERIFY(words.contains(u"GAUGEDESK_CLIENT_SECRET"));
    QVERIFY(waitingForKeychain().contains(keychainName()));
}

void TestUnreachableKeychain::failsWithWordsAndLeavesNoTrace()
{
    const QByteArray canary = "canary-77aa-do-not-tell";
    const QString id = QStringLiteral("4f1c");
    const QStringList before = test::filesAtHome();
    const test::CapturedLog log;
    KeychainStore store;
    for (const SecretKind kind : {SecretKind::ClientSecret, SecretKind::ApiKey}) {
        const auto written = test::waitFor(store.write(id, kind, Secret(canary)));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, ErrorKind::Keychain);
        QCOMPARE(written.error().text, explain(m_expected));
        QVERIFY(!written.error().detail.isEmpty());
        const auto found = test::waitFor(store.read(id, kind));
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().text, explain(m_expected));
        const auto removed = test::waitFor(store.remove(id, kind));
        QVERIFY(!removed.has_value());
        QCOMPARE(removed.error().text, explain(m_expected));
    }
    QVERIFY2(!log.text().isEmpty(), "the log was not captured");
    QVERIFY(!log.text().contains(canary));
    QCOMPARE(test::filesAtHome(), before);
    QCOMPARE(test::filesThatTell(canary), QStringList());
}

QTEST_GUILESS_MAIN(TestUnreachableKeychain)
#include "tst_unreachablekeychain.moc"
