// SPDX-License-Identifier: GPL-3.0-or-later
// What a person may do with the question for the keyring's password, and a service that misbehaves,
// against a fake service on a private bus.
#include "fakekeyring.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/keychainstore.h"
#include "vault/secretservice.h"

using namespace gauge;
using namespace gauge::vault;
using namespace std::chrono_literals;
using gauge::test::FakeKeyring;
using Person = FakeKeyring::Person;

class TestSecretService : public gauge::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void asksThePersonOnlyWhenToldTo();
    void waitsForThePerson_data();
    void waitsForThePerson();
    void takesTheQuestionAwayWhenNobodyAnswers();
    void doesNotAskWhenThereIsNothingToOpen();
    void believesAMissingEntryOnlyOfAnOpenKeyring();
    void tellsFailuresApart_data();
    void tellsFailuresApart();
    void noticesThatTheServiceLeft();
    void givesUpAJobThatDoesNotEnd();
};

void TestSecretService::asksThePersonOnlyWhenToldTo()
{
    FakeKeyring keyring;
    QCOMPARE(test::waitFor(secretservice::state()), KeychainState::Locked);
    QCOMPARE(keyring.calls, QStringList({QStringLiteral("ReadAlias"), QStringLiteral("Get")}));
    QCOMPARE(test::waitFor(secretservice::unlocked(10s)), KeychainState::Available);
    QVERIFY(keyring.calls.contains(QStringLiteral("Prompt")));
}

void TestSecretService::waitsForThePerson_data()
{
    QTest::addColumn<Person>("person");
    QTest::addColumn<bool>("asks");
    QTest::addColumn<KeychainState>("expected");
    QTest::newRow("unlocks") << Person::Unlocks << true << KeychainState::Available;
    QTest::newRow("dismisses") << Person::Dismisses << true << KeychainState::Locked;
    QTest::newRow("cannot be asked") << Person::CannotBeAsked << true << KeychainState::Locked;
    QTest::newRow("need not be asked") << Person::IsAway << false << KeychainState::Available;
}

void TestSecretService::waitsForThePerson()
{
    QFETCH(Person, person);
    QFETCH(bool, asks);
    QFETCH(KeychainState, expected);
    FakeKeyring keyring;
    keyring.person = person;
    keyring.asksAtAll = asks;
    QCOMPARE(test::waitFor(secretservice::unlocked(20s)), expected);
    QCOMPARE(keyring.calls.contains(QStringLiteral("Prompt")), asks);
    QVERIFY(!keyring.calls.contains(QStringLiteral("Dismiss")));
}

void TestSecretService::takesTheQuestionAwayWhenNobodyAnswers()
{
    FakeKeyring keyring;
    keyring.person = Person::IsAway;
    QCOMPARE(test::waitFor(secretservice::unlocked(200ms)), KeychainState::Locked);
    QTRY_VERIFY(keyring.calls.contains(QStringLiteral("Dismiss")));
    // Retry, with the person back.
    keyring.person = Person::Unlocks;
    QCOMPARE(test::waitFor(secretservice::unlocked(20s)), KeychainState::Available);
}

void TestSecretService::doesNotAskWhenThereIsNothingToOpen()
{
    FakeKeyring keyring;
    keyring.hasDefault = false;
    QCOMPARE(test::waitFor(secretservice::unlocked(20s)), KeychainState::Available);
    keyring.hasDefault = true;
    keyring.locked = false;
    QCOMPARE(test::waitFor(secretservice::unlocked(20s)), KeychainState::Available);
    QVERIFY(!keyring.calls.contains(QStringLiteral("Unlock")));
}

void TestSecretService::believesAMissingEntryOnlyOfAnOpenKeyring()
{
    const QString service = QStringLiteral("GaugeDesk");
    const QString key = QStringLiteral("4f1c/api-key");
    FakeKeyring keyring;
    QCOMPARE(test::waitFor(secretservice::confirmMissing(service, key)), KeychainState::Locked);
    keyring.locked = false;
    QCOMPARE(test::waitFor(secretservice::confirmMissing(service, key)), KeychainState::Available);
    keyring.lockedItems = QStringList(QStringLiteral("/org/freedesktop/secrets/collection/other/1"));
    QCOMPARE(test::waitFor(secretservice::confirmMissing(service, key)), KeychainState::Locked);
}

void TestSecretService::tellsFailuresApart_data()
{
    QTest::addColumn<QString>("error");
    QTest::addColumn<KeychainState>("expected");
    const QString prefix = QStringLiteral("org.freedesktop.DBus.Error.");
    QTest::newRow("denied") << QString(prefix + u"AccessDenied") << KeychainState::Denied;
    QTest::newRow("unknown") << QString(prefix + u"ServiceUnknown") << KeychainState::Absent;
    QTest::newRow("cannot start") << QString(prefix + u"Spawn.ChildExited") << KeychainState::Absent;
    QTest::newRow("too slow") << QString(prefix + u"NoReply") << KeychainState::Locked;
    QTest::newRow("another service") << QString(prefix + u"UnknownMethod") << KeychainState::Absent;
}

void TestSecretService::tellsFailuresApart()
{
    QFETCH(QString, error);
    QFETCH(KeychainState, expected);
    FakeKeyring keyring;
    keyring.failWith = error;
    QCOMPARE(test::waitFor(secretservice::state()), expected);
    QCOMPARE(test::waitFor(secretservice::unlocked(20s)), expected);
    QVERIFY(!keyring.calls.contains(QStringLiteral("Unlock")));
}

void TestSecretService::noticesThatTheServiceLeft()
{
    {
        FakeKeyring keyring;
        QCOMPARE(test::waitFor(secretservice::state()), KeychainState::Locked);
    }
    QCOMPARE(test::waitFor(secretservice::state()), KeychainState::Absent);
}

void TestSecretService::givesUpAJobThatDoesNotEnd()
{
    const auto keyring = std::make_unique<FakeKeyring>();
    keyring->locked = false;
    keyring->silentOn = QStringList(QStringLiteral("OpenSession"));
    KeychainStore store(QStringLiteral("GaugeDesk"), 500ms);
    const auto found = test::waitFor(store.read(QStringLiteral("4f1c"), SecretKind::ApiKey));
    QVERIFY(keyring->calls.contains(QStringLiteral("OpenSession")));
    QVERIFY(!found.has_value());
    QCOMPARE(found.error().kind, ErrorKind::Keychain);
    QCOMPARE(found.error().text, explain(KeychainState::Locked));
}

QTEST_GUILESS_MAIN(TestSecretService)
#include "tst_secretservice.moc"
