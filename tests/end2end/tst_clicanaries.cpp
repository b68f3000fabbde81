// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QFile>

using namespace gauge::test;

namespace {

const QByteArray secret = "CANARY-secret-0815";
const QByteArray key = "CANARY-key-4711";
const QByteArray person = "ann.CANARY@example.com";

QStringList adding(const QString &name, const QString &url)
{
    return QStringList{"connection", "add", name} + words("--region custom --client-id sandbox --auth-url")
        + QStringList{url} + words("--api-url") + QStringList{url} + words("--imports-url")
        + QStringList{url};
}

} // namespace

//! Every kind of command with --verbose, in words and as JSON, done well and done wrong: what is printed and
//! logged is searched for planted secrets and persons, and so is all that is stored. On a keyring of its own.
class CliCanariesTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void typedInTheWrongPlace_data();
    void typedInTheWrongPlace();
    void throughAWholeDay();
    void refusedWithAHint_data();
    void refusedWithAHint();

private:
    //! In words and as JSON; both are searched by Cli::run().
    Run both(const QStringList &command, const QByteArray &input = {}) const
    {
        const Run text = m_cli->run(words("--verbose") + command, input);
        const Run json = m_cli->run(words("--verbose --format json") + command, input);
        return {text.exitCode == json.exitCode ? text.exitCode : -1, text.out + json.out,
                text.err + json.err};
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_cli->path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliCanariesTest::init()
{
    TestCase::init();
    qputenv("GAUGEDESK_SANDBOX_SECRET", secret);
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 20"));
    qunsetenv("GAUGEDESK_SANDBOX_SECRET");
    m_cli = std::make_unique<Cli>();
    m_cli->unsetVariable("GAUGEDESK_CLIENT_ID");
    m_cli->unsetVariable("GAUGEDESK_CLIENT_SECRET");
    for (const QByteArray &canary : {secret, key, person})
        m_cli->addCanary(canary);
    const Run added = m_cli->run(adding("S", m_sandbox->url()) + words("--secret-stdin --api-key-stdin"),
                                 secret + '\n' + key + '\n');
    QVERIFY2(added.exitCode == 0, added.said().constData());
}

void CliCanariesTest::cleanup()
{
    QCOMPARE(m_cli->run(words("connection remove S")).exitCode, 0);
    const QByteArray stored = m_cli->everythingStored();
    for (const QByteArray &canary : {secret, key, person})
        QVERIFY2(!stored.contains(canary), canary.constData());
}

void CliCanariesTest::typedInTheWrongPlace_data()
{
    QTest::addColumn<QStringList>("command");
    const auto row = [](const QByteArray &line) {
        QTest::newRow(line.constData()) << QString::fromLatin1(line).split(u' ', Qt::SkipEmptyParts);
    };
    row("connection add T --region eu --client-secret " + secret);
    row("connection add T --region eu --client-secret=" + secret);
    row("connection add T --region eu --secret-stdin " + secret);
    row("connection add T --region eu --secret-stdin=" + secret);
    row("connection add T --region eu --api-key " + key);
    row("connection add T " + secret + " --region eu");
    row("sync S responses --token " + secret);
    row("person S " + person);
    row("person S " + person + " --email-stdin");
    row("person S --email " + person);
    row("person S --email-stdin=" + person);
    row("person S --email-stdin " + person);
    row("person " + person + " --email-stdin");
    row("status " + person);
    row("fetch S " + person);
    row("upload S activities --configuration a --record " + person);
    row("upload S response --field " + person);
    row("upload S " + person);
}

void CliCanariesTest::typedInTheWrongPlace()
{
    QFETCH(const QStringList, command);
    const Run run = both(command, person + '\n');
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY(!run.err.isEmpty());
}

void CliCanariesTest::throughAWholeDay()
{
    QCOMPARE(both(words("connection list")).exitCode, 0);
    QCOMPARE(both(words("connection test S")).exitCode, 0);
    QCOMPARE(both(words("sync S")).exitCode, 0);
    QCOMPARE(both(words("verify S responses")).exitCode, 0);
    QCOMPARE(both(words("fetch S responses --per-page 2")).exitCode, 0);
    QCOMPARE(both(words("export S responses --output rows.csv")).exitCode, 0);
    QCOMPARE(both(words("person S --email-stdin"), person + '\n').exitCode, 0);
    put("rows.csv", "Account Name,Reference,Source,Type,Email\nACME,1,Web,Call," + person + '\n');
    const QStringList activities = words("upload S activities --configuration activities");
    const QByteArray email = "Email=" + person;
    // A record that is refused, one that arrives, and a file.
    QVERIFY(both(activities + words("--record") + QStringList{QString::fromLatin1(email)}).exitCode > 0);
    QCOMPARE(both(activities + words("--from rows.csv")).exitCode, 0);
    QVERIFY(both(words("upload S response --field") + QStringList{QString::fromLatin1(email)}).exitCode > 0);
    // What is wrong on the way.
    m_sandbox->setFaults({QStringLiteral("400")});
    QVERIFY(both(words("fetch S responses")).exitCode > 0);
    m_cli->setVariable("GAUGEDESK_CLIENT_SECRET", QString::fromLatin1(key));
    QCOMPARE(both(words("connection test S")).exitCode, 3);
    m_cli->unsetVariable("GAUGEDESK_CLIENT_SECRET");
    QCOMPARE(m_sandbox->received().size(), 2);
}

void CliCanariesTest::refusedWithAHint_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("line end") << secret + '\n';
    QTest::newRow("blank") << secret + ' ';
    QTest::newRow("quotes") << '"' + secret + '"';
}

void CliCanariesTest::refusedWithAHint()
{
    QFETCH(const QByteArray, typed);
    const auto saysMore = [&](const QByteArray &given) {
        m_cli->setVariable("GAUGEDESK_CLIENT_SECRET", QString::fromLatin1(given));
        const Run run = both(words("connection test S"));
        m_cli->unsetVariable("GAUGEDESK_CLIENT_SECRET");
        return run.exitCode == 3 ? run.err.size() : -1;
    };
    const qsizetype plain = saysMore("CANARY-another");
    QVERIFY(plain > 0);
    QVERIFY(saysMore(typed) > plain + 20);
}

QTEST_GUILESS_MAIN(CliCanariesTest)
#include "tst_clicanaries.moc"
