// SPDX-License-Identifier: GPL-3.0-or-later
// A new user account: gnome-keyring starts when it is asked, but no keyring was ever made, and here
// nobody sees its question for a first password.
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/keychainstore.h"

using namespace gauge;
using namespace gauge::vault;

class TestKeyringNeverMade : public gauge::test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsNothingAndSaysThatItCannotStore();
};

void TestKeyringNeverMade::readsNothingAndSaysThatItCannotStore()
{
    const QString id = QStringLiteral("4f1c");
    constexpr auto kind = SecretKind::ClientSecret;
    KeychainStore store;
    QCOMPARE(test::waitFor(store.probe()), KeychainState::Available);
    const auto found = test::waitFor(store.read(id, kind));
    QVERIFY(found.has_value());
    QVERIFY(!found->has_value());
    QVERIFY(test::waitFor(store.remove(id, kind)).has_value());

    const auto written = test::waitFor(store.write(id, kind, Secret(QByteArray("s3cr3t"))));
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().kind, ErrorKind::Keychain);
    QVERIFY2(written.error().text.contains(u"never set up"), qPrintable(written.error().text));
    QVERIFY(written.error().text.contains(u"this session only"));
    QVERIFY(written.error().detail.contains(u"QtKeychain error"));
}

QTEST_GUILESS_MAIN(TestKeyringNeverMade)
#include "tst_keyringnevermade.moc"
