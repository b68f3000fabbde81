// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QJsonArray>

using namespace gauge::test;

namespace {

QStringList adding(const QString &url)
{
    return words("connection add S --region custom --client-id sandbox --secret-stdin --auth-url")
        + QStringList{url} + words("--api-url") + QStringList{url} + words("--imports-url")
        + QStringList{url};
}

} // namespace

//! Secrets through standard input into a real keyring and back, on a session bus of its own.
class CliKeychainTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void theSecretGoesThroughTheKeychain();
    void theEnvironmentWins();
    void nothingOnStandardInput();

private:
    static std::unique_ptr<Cli> withoutEnvironment()
    {
        auto cli = std::make_unique<Cli>();
        cli->unsetVariable(QStringLiteral("GAUGEDESK_CLIENT_ID"));
        cli->unsetVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"));
        return cli;
    }
};

void CliKeychainTest::theSecretGoesThroughTheKeychain()
{
    const QByteArray canary = "keychain-canary-0815";
    qputenv("GAUGEDESK_SANDBOX_SECRET", canary);
    const SandboxProcess sandbox(words("--records 50"));
    qunsetenv("GAUGEDESK_SANDBOX_SECRET");
    const std::unique_ptr<Cli> cli = withoutEnvironment();
    const Run added
        = cli->run(adding(sandbox.url()) + words("--api-key-stdin"), canary + "\nthe-api-key-4711\n");
    QVERIFY2(added.exitCode == 0, added.said().constData());
    QCOMPARE(
        cli->run(words("--format json connection list")).json().value(QLatin1String("secret")).toString(),
        QStringLiteral("keychain"));
    const Run synced = cli->run(words("--format json sync S responses"));
    QVERIFY2(synced.exitCode == 0, synced.said().constData());
    QCOMPARE(synced.json().value(QLatin1String("received")).toInt(), 50);
    const QByteArray all = added.out + added.err + synced.out + synced.err + cli->everythingStored();
    QVERIFY(!all.contains(canary));
    QVERIFY(!all.contains("the-api-key-4711"));

    QCOMPARE(cli->run(words("connection remove S --keep-lake")).exitCode, 0);
    QCOMPARE(cli->run(words("connection list")).out, QByteArray());
}

void CliKeychainTest::theEnvironmentWins()
{
    const SandboxProcess sandbox(words("--records 50"));
    const std::unique_ptr<Cli> cli = withoutEnvironment();
    QCOMPARE(cli->run(adding(sandbox.url()), "a wrong one\n").exitCode, 0);
    QCOMPARE(cli->run(words("connection test S")).exitCode, 3);
    cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("sandbox-secret"));
    QCOMPARE(cli->run(words("connection test S")).exitCode, 0);
    cli->unsetVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"));
    QCOMPARE(cli->run(words("connection test S")).exitCode, 3); // and was not stored
}

void CliKeychainTest::nothingOnStandardInput()
{
    const std::unique_ptr<Cli> cli = withoutEnvironment();
    QCOMPARE(cli->run(adding(QStringLiteral("http://127.0.0.1:9")), QByteArray()).exitCode, 2);
    QCOMPARE(
        cli->run(adding(QStringLiteral("http://127.0.0.1:9")) + words("--api-key-stdin"), "only one line\n")
            .exitCode,
        2);
    QCOMPARE(cli->run(words("--format json connection list")).out, QByteArray());
}

QTEST_GUILESS_MAIN(CliKeychainTest)
#include "tst_clikeychain.moc"
