// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

using namespace gauge::test;

//! A machine without a keychain: said in words, nothing kept in the clear, the environment works.
class CliNoKeychainTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aSecretIsNotStoredInTheClear();
    void theEnvironmentIsEnough();
};

void CliNoKeychainTest::aSecretIsNotStoredInTheClear()
{
    const Cli cli;
    const Run added = cli.run(
        words("--format json connection add S --region eu --client-id x --secret-stdin"), "clear-canary-1\n");
    QVERIFY2(added.exitCode == 1, added.said().constData());
    QCOMPARE(added.json().value(QLatin1String("error")).toObject().value(QLatin1String("kind")).toString(),
             QStringLiteral("keychain"));
    QVERIFY(!added.said().contains("clear-canary-1"));
    QVERIFY(!cli.everythingStored().contains("clear-canary-1"));
    QCOMPARE(cli.run(words("--format json connection list")).out, QByteArray());
}

void CliNoKeychainTest::theEnvironmentIsEnough()
{
    const SandboxProcess sandbox(words("--records 20"));
    const Cli cli;
    QCOMPARE(cli.connectTo(sandbox.url()).exitCode, 0);
    QCOMPARE(cli.run(words("--format json sync S responses")).json().value(QLatin1String("received")).toInt(),
             20);
    QCOMPARE(cli.run(words("connection remove S")).exitCode, 0);
}

QTEST_GUILESS_MAIN(CliNoKeychainTest)
#include "tst_clinokeychain.moc"
