// SPDX-License-Identifier: GPL-3.0-or-later
#include "end2end/programs.h"
#include "support/testcase.h"

#include <QJsonDocument>

using namespace gauge::test;

namespace {

//! "Heading=value|Heading=value" as options.
QStringList options(const char *name, const QString &fields)
{
    QStringList arguments;
    for (const QString &field : fields.split(QLatin1Char('|'), Qt::SkipEmptyParts))
        arguments += {QString::fromLatin1(name), field};
    return arguments;
}

const QString goodActivity = QStringLiteral("Account Name=Example & Zn|Reference=A-1|Source=CRM|Type=Call");
const QString goodResponse
    = QStringLiteral("Email=a@example.com|NetPromoterScore=9|SurveyCompletedDate=2026-01-31 12:00:00");

} // namespace

//! One record and one response, against the sandbox.
class CliUploadTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anActivity();
    void everyType_data();
    void everyType();
    void theServiceRefuses();
    void aHeadingInTheWrongCase();
    void anUnmappedHeading();
    void whatMailsCustomersAsks();
    void atATerminalYesIsTyped();
    void aLostAnswerIsUnknown_data();
    void aLostAnswerIsUnknown();
    void tooManyRequests();
    void anExpiredTokenIsRenewed();
    void refusedCredentials();
    void nobodyListens();
    void aDryRunSendsNothing();
    void aResponse_data();
    void aResponse();
    void refusedResponses_data();
    void refusedResponses();
    void responseKeys();
    void badUsage_data();
    void badUsage();
    void secretsStayOutOfEverything();

private:
    Run record(const QString &fields, const QStringList &more = {},
               const QString &configuration = QStringLiteral("activities")) const
    {
        const QStringList command{QStringLiteral("--format"),
                                  QStringLiteral("json"),
                                  QStringLiteral("upload"),
                                  QStringLiteral("S"),
                                  QStringLiteral("activities"),
                                  QStringLiteral("--configuration"),
                                  configuration};
        return m_cli->run(command + options("--record", fields) + more);
    }
    Run response(const QString &fields, const QStringList &more = {}) const
    {
        return m_cli->run(words("--format json upload S response") + options("--field", fields) + more);
    }

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Cli> m_cli;
};

void CliUploadTest::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(words("--records 20"));
    QVERIFY(!m_sandbox->url().isEmpty());
}

void CliUploadTest::init()
{
    TestCase::init();
    m_cli = std::make_unique<Cli>();
    m_cli->setVariable(QStringLiteral("GAUGEDESK_API_KEY"), QStringLiteral("sandbox-key"));
    QCOMPARE(m_cli->connectTo(m_sandbox->url()).exitCode, 0);
    m_sandbox->forgetReceived();
    m_sandbox->forgetRequests();
}

void CliUploadTest::cleanup()
{
    m_sandbox->setFaults({});
}

void CliUploadTest::anActivity()
{
    const Run run = record(goodActivity);
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(keysOf(run.out), words("sent accepted refused skipped results unknown state"));
    QCOMPARE(run.json().value(QLatin1String("sent")).toInt(), 1);
    QCOMPARE(run.json().value(QLatin1String("accepted")).toInt(), 1);
    QCOMPARE(run.json().value(QLatin1String("refused")).toInt(), 0);
    QVERIFY(run.json().value(QLatin1String("results")).isNull());
    const QJsonArray received = m_sandbox->received();
    QCOMPARE(received.size(), 1);
    QCOMPARE(received[0][QLatin1String("record")][QLatin1String("Account Name")].toString(),
             QStringLiteral("Example & Zn"));
    QVERIFY(received[0][QLatin1String("ignored")].toObject().isEmpty());
    const Run text = m_cli->run(words("upload S activities --configuration activities")
                                + options("--record", goodActivity));
    QCOMPARE(text.exitCode, 0);
    QCOMPARE(text.out, "Accepted.\n");
}

void CliUploadTest::everyType_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<QString>("fields");
    const auto row = [](const char *type, const char *reference, const char *fields) {
        QTest::newRow(type) << QString::fromLatin1(type) << QString::fromLatin1(reference)
                            << QString::fromLatin1(fields);
    };
    row("activities", "activities", "Account Name=X|Reference=1|Source=s|Type=t|Date=2026-01-31");
    row("accounts", "accounts", "Account Name=X|Country=NL");
    row("contacts", "contact", "Phone=+31 6 123");
    row("aliases", "account-aliases", "Account Name=X|Alias=Y");
    row("external-response", "external-response",
        "Email=a@b.nl|Account Name=X|Sent Date=2026-01-01 08:00:00|Completed Date=2026-01-02 "
        "08:00:00|NPS=10");
    row("surveys", "surveys", "Contact Reference=C-1");
    row("multi-object", "multi-object", "Email=a@b.nl|Order Number=1");
}

void CliUploadTest::everyType()
{
    QFETCH(const QString, type);
    QFETCH(const QString, reference);
    QFETCH(const QString, fields);
    const Run run = record(fields, {QStringLiteral("--type"), type, QStringLiteral("--yes")}, reference);
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QVERIFY2(run.err.isEmpty(), run.said().constData());
    const QJsonArray received = m_sandbox->received();
    QCOMPARE(received.size(), 1);
    QCOMPARE(received[0][QLatin1String("record")].toObject().size(), fields.split(QLatin1Char('|')).size());
}

void CliUploadTest::theServiceRefuses()
{
    const Run run = record(goodActivity, {}, QStringLiteral("not-there"));
    QVERIFY2(run.exitCode == 5, run.said().constData());
    QCOMPARE(run.lines().size(), 2);
    QCOMPARE(run.json().value(QLatin1String("sent")).toInt(), 1);
    QCOMPARE(run.json().value(QLatin1String("refused")).toInt(), 1);
    const QJsonValue first = run.json().value(QLatin1String("errors"))[0];
    QCOMPARE(first[QLatin1String("heading")].toString(), QStringLiteral("configuration"));
    const QJsonValue error = run.json(1).value(QLatin1String("error"));
    QVERIFY(error[QLatin1String("message")].toString().contains(QStringLiteral("configuration is invalid")));
    QVERIFY(error[QLatin1String("detail")].toString().contains(QStringLiteral("422")));

    const Run longer = record(goodActivity + QStringLiteral("|Subject=") + QString(129, QLatin1Char('x')));
    QCOMPARE(longer.exitCode, 5);
    QVERIFY(longer.err.contains("129 characters")); // warned before
    QVERIFY(longer.out.contains("greater than 128"));
}

void CliUploadTest::aHeadingInTheWrongCase()
{
    const Run run = record(QString(goodActivity).replace(QLatin1String("Type="), QLatin1String("type=")));
    QCOMPARE(run.exitCode, 2);
    const QString message = run.json().value(QLatin1String("error"))[QLatin1String("message")].toString();
    QVERIFY2(message.contains(QStringLiteral("“type”")) && message.contains(QStringLiteral("“Type”")),
             run.said().constData());
    QVERIFY(m_sandbox->received().isEmpty());
    const Run missing = record(QStringLiteral("Account Name=X"));
    QCOMPARE(missing.exitCode, 2);
    QVERIFY(missing.out.contains("“Reference” is required"));
}

void CliUploadTest::anUnmappedHeading()
{
    const QString fields = goodActivity + QStringLiteral("|Mine=1");
    const Run warned = record(fields);
    QCOMPARE(warned.exitCode, 0);
    QVERIFY(warned.err.contains("“Mine”"));
    QCOMPARE(m_sandbox->received()[0][QLatin1String("ignored")][QLatin1String("Mine")].toString(),
             QStringLiteral("1"));
    const Run strict = record(fields, words("--strict"));
    QCOMPARE(strict.exitCode, 2);
    QVERIFY(strict.out.contains("“Mine”"));
    QCOMPARE(m_sandbox->received().size(), 1);
}

void CliUploadTest::whatMailsCustomersAsks()
{
    const QStringList type = words("--type surveys");
    const Run asked = record(QStringLiteral("Contact Reference=C-1"), type, QStringLiteral("surveys"));
    QCOMPARE(asked.exitCode, 2);
    QVERIFY2(asked.out.contains("real customer") && asked.out.contains("--yes"), asked.said().constData());
    QVERIFY(m_sandbox->received().isEmpty());
    QCOMPARE(record(QStringLiteral("Contact Reference=C-1"), type + words("--yes"), QStringLiteral("surveys"))
                 .exitCode,
             0);
    QCOMPARE(m_sandbox->received().size(), 1);
}

void CliUploadTest::atATerminalYesIsTyped()
{
    // script(1) gives the program a terminal and types what it is given.
    const auto typed = [this](const char *word) {
        const QString command
            = QStringLiteral("'" CLI_PROGRAM "' --data-dir '%1' upload S activities --type surveys "
                             "--configuration surveys --record 'Contact Reference=C-1'")
                  .arg(m_cli->dataFolder());
        QProcess script;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("GAUGEDESK_CLIENT_ID"), QStringLiteral("sandbox"));
        environment.insert(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("sandbox-secret"));
        script.setProcessEnvironment(environment);
        script.start(QStringLiteral("script"),
                     {QStringLiteral("-qec"), command, QStringLiteral("/dev/null")});
        QByteArray screen;
        while (!screen.contains("Type yes") && script.waitForReadyRead(30'000))
            screen += script.readAll();
        script.write(word);
        script.waitForFinished();
        screen += script.readAll();
        return std::pair(script.exitCode(), screen);
    };
    const auto no = typed("y\n");
    QVERIFY2(no.first == 2 && no.second.contains("real customer"), no.second.constData());
    QVERIFY(m_sandbox->received().isEmpty());
    const auto yes = typed("yes\n");
    QVERIFY2(yes.first == 0 && yes.second.contains("Accepted."), yes.second.constData());
    QCOMPARE(m_sandbox->received().size(), 1);
}

void CliUploadTest::aLostAnswerIsUnknown_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("calls"); // of a record that may be sent again
    QTest::newRow("reset") << QStringLiteral("reset:feed=records") << 5;
    QTest::newRow("503") << QStringLiteral("503:feed=records,retry-after=1") << 5;
    QTest::newRow("a sign-in page") << QStringLiteral("html:feed=records") << 5;
    QTest::newRow("redirect") << QStringLiteral("redirect:feed=records") << 1;
}

void CliUploadTest::aLostAnswerIsUnknown()
{
    QFETCH(const QString, fault);
    QFETCH(const int, calls);
    m_sandbox->setFaults({fault});
    const Run run = record(goodActivity);
    QVERIFY2(run.exitCode == 4, run.said().constData());
    QCOMPARE(run.json().value(QLatin1String("sent")).toInt(), 1);
    QCOMPARE(run.json().value(QLatin1String("unknown")).toInt(), 1);
    QCOMPARE(run.json().value(QLatin1String("state")).toString(), QStringLiteral("unknown"));
    QVERIFY(run.json(1).value(QLatin1String("error"))[QLatin1String("message")].toString().contains(
        QStringLiteral("before you send it again")));
    QCOMPARE(m_sandbox->callsOf(QStringLiteral("/records/")), calls);
    // One that could mail a customer is sent once, whatever happens.
    const Run survey = m_cli->run(words("--format json upload S activities --configuration surveys --type "
                                        "surveys --yes --record")
                                  + QStringList{"Contact Reference=c"});
    QVERIFY2(survey.exitCode == 4, survey.said().constData());
    QCOMPARE(survey.json().value(QLatin1String("state")).toString(), QStringLiteral("unknown"));
    QCOMPARE(m_sandbox->callsOf(QStringLiteral("/records/")), calls + 1);
}

void CliUploadTest::tooManyRequests()
{
    m_sandbox->setFaults({QStringLiteral("429:feed=records,at=1,retry-after=1")});
    const Run again = record(goodActivity);
    QVERIFY2(again.exitCode == 0, again.said().constData());
    QCOMPARE(m_sandbox->callsOf(QStringLiteral("/records/")), 2);
    m_sandbox->setFaults({QStringLiteral("429:feed=records,retry-after=150")}); // longer than one waits
    const Run run = record(goodActivity);
    QVERIFY2(run.exitCode == 4, run.said().constData());
    QCOMPARE(run.json().value(QLatin1String("sent")).toInt(), 0);
    QCOMPARE(run.json().value(QLatin1String("skipped")).toInt(), 1);
    QVERIFY2(run.out.contains("150 s"), run.said().constData());
    QCOMPARE(m_sandbox->callsOf(QStringLiteral("/records/")), 3);
}

void CliUploadTest::anExpiredTokenIsRenewed()
{
    m_sandbox->setFaults({QStringLiteral("expire-token:feed=records,at=1")});
    const Run run = record(goodActivity);
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(m_sandbox->received().size(), 1);
}

void CliUploadTest::refusedCredentials()
{
    m_cli->setVariable(QStringLiteral("GAUGEDESK_CLIENT_SECRET"), QStringLiteral("wrong"));
    const Run run = record(goodActivity);
    QCOMPARE(run.exitCode, 3);
    QCOMPARE(run.json().value(QLatin1String("skipped")).toInt(), 1);
    m_cli->setVariable(QStringLiteral("GAUGEDESK_API_KEY"), QStringLiteral("wrong-key"));
    const Run key = response(goodResponse);
    QVERIFY2(key.exitCode == 3, key.said().constData());
    QVERIFY(key.out.contains("API key"));
    m_cli->unsetVariable(QStringLiteral("GAUGEDESK_API_KEY"));
    const Run none = response(goodResponse);
    QCOMPARE(none.exitCode, 3);
    QVERIFY(none.out.contains("GAUGEDESK_API_KEY"));
    QVERIFY(m_sandbox->received().isEmpty());
}

void CliUploadTest::nobodyListens()
{
    Cli elsewhere;
    elsewhere.setVariable(QStringLiteral("GAUGEDESK_API_KEY"), QStringLiteral("sandbox-key"));
    QCOMPARE(elsewhere.connectTo(QStringLiteral("http://127.0.0.1:1")).exitCode, 0);
    const Run run
        = elsewhere.run(words("--format json upload S response") + options("--field", goodResponse));
    QVERIFY2(run.exitCode == 4, run.said().constData());
    QCOMPARE(run.json().value(QLatin1String("state")).toString(), QStringLiteral("not-sent"));
}

void CliUploadTest::aDryRunSendsNothing()
{
    const Run run = record(goodActivity, words("--dry-run"));
    QCOMPARE(run.exitCode, 0);
    QCOMPARE(keysOf(run.out), words("method url headers body curl"));
    QCOMPARE(run.json().value(QLatin1String("method")).toString(), QStringLiteral("PUT"));
    QCOMPARE(run.json().value(QLatin1String("url")).toString(),
             m_sandbox->url()
                 + QStringLiteral(
                     "/records/?configuration=activities&record%5BAccount%20Name%5D=Example%20%26%20Zn"
                     "&record%5BReference%5D=A-1&record%5BSource%5D=CRM&record%5BType%5D=Call"));
    QCOMPARE(response(goodResponse, words("--dry-run")).exitCode, 0);
    QCOMPARE(record(QStringLiteral("Account Name=X"), words("--dry-run")).exitCode, 2);
    QCOMPARE(m_sandbox->callsOf({}), 0);
}

void CliUploadTest::aResponse_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("json") << QStringList();
    QTest::newRow("xml") << words("--answer xml");
}

void CliUploadTest::aResponse()
{
    QFETCH(const QStringList, more);
    const Run run = response(goodResponse + QStringLiteral("|Comment=a=b & c|Eigen veld=é"), more);
    QVERIFY2(run.exitCode == 0, run.said().constData());
    QCOMPARE(keysOf(run.out),
             words("sent accepted refused skipped results number_customergauge unknown state"));
    QVERIFY(run.json().value(QLatin1String("number_customergauge")).toInteger() >= 90'000'000);
    const QJsonValue received = m_sandbox->received()[0][QLatin1String("record")];
    QCOMPARE(received[QLatin1String("Comment")].toString(), QStringLiteral("a=b & c"));
    QCOMPARE(received[QLatin1String("Eigen veld")].toString(), QStringLiteral("é"));
    const Run text = m_cli->run(words("upload S response") + options("--field", goodResponse) + more);
    QVERIFY(text.out.startsWith("Accepted as record 9"));
}

void CliUploadTest::refusedResponses_data()
{
    QTest::addColumn<QString>("fields");
    QTest::addColumn<QString>("words");
    QTest::newRow("no e-mail") << QStringLiteral("CustomerNumber=1")
                               << QStringLiteral("Field email is required but seems to be empty.");
    QTest::newRow("no completed date")
        << QStringLiteral("Email=a@b.nl|NetPromoterScore=9") << QStringLiteral("400007");
    QTest::newRow("a workflow of the extended set")
        << QStringLiteral("Email=a@b.nl|WorkflowStatus=42") << QStringLiteral("No such workflow status.");
}

void CliUploadTest::refusedResponses()
{
    QFETCH(const QString, fields);
    QFETCH(const QString, words);
    for (const char *form : {"json", "xml"}) {
        const Run run = response(fields, {QStringLiteral("--answer"), QString::fromLatin1(form)});
        QVERIFY2(run.exitCode == 5, run.said().constData());
        QCOMPARE(run.json().value(QLatin1String("refused")).toInt(), 1);
        QVERIFY(run.json().value(QLatin1String("number_customergauge")).isNull());
        const QJsonValue error = run.json(1).value(QLatin1String("error"));
        QVERIFY2(error[QLatin1String("message")].toString().contains(words), run.said().constData());
    }
    QVERIFY(m_sandbox->received().isEmpty());
}

void CliUploadTest::responseKeys()
{
    const Run bad = response(goodResponse + QStringLiteral("|FollowUpRequired=maybe"));
    QCOMPARE(bad.exitCode, 2);
    QVERIFY(bad.out.contains("FollowUpRequired"));
    const Run warned = response(goodResponse + QStringLiteral("|comment=x"));
    QCOMPARE(warned.exitCode, 0);
    QVERIFY(warned.err.contains("“Comment”"));
    QCOMPARE(response(goodResponse + QStringLiteral("|comment=x"), words("--strict")).exitCode, 2);
    const Run looked = response(goodResponse, words("--read-back"));
    QCOMPARE(looked.exitCode, 0);
    QVERIFY(looked.json().contains(QLatin1String("found")));
}

void CliUploadTest::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << words("upload");
    QTest::newRow("no kind") << words("upload S");
    QTest::newRow("another kind") << words("upload S surveys --configuration x --record a=b");
    QTest::newRow("no configuration") << words("upload S activities --record a=b");
    QTest::newRow("no record") << words("upload S activities --configuration x");
    QTest::newRow("no value") << words("upload S activities --configuration x --record a");
    QTest::newRow("no heading") << words("upload S activities --configuration x --record =b");
    QTest::newRow("another type") << words("upload S activities --configuration x --type x --record a=b");
    QTest::newRow("a field for a record")
        << words("upload S activities --configuration x --record a=b --field a=b");
    QTest::newRow("a record for a response") << words("upload S response --field a=b --record a=b");
    QTest::newRow("no field") << words("upload S response");
    QTest::newRow("another answer") << words("upload S response --field a=b --answer yaml");
    QTest::newRow("no such connection") << words("upload T response --field a=b");
}

void CliUploadTest::badUsage()
{
    QFETCH(const QStringList, arguments);
    const Run run = m_cli->run(arguments);
    QVERIFY2(run.exitCode == 2, run.said().constData());
    QVERIFY(!run.err.isEmpty());
    QVERIFY(m_sandbox->received().isEmpty());
}

void CliUploadTest::secretsStayOutOfEverything()
{
    const QStringList verbose = words("--verbose");
    QByteArray said = record(goodActivity, verbose).said();
    said += response(goodResponse, verbose).said();
    said += record(goodActivity, verbose + words("--dry-run")).said();
    m_cli->setVariable(QStringLiteral("GAUGEDESK_API_KEY"), QStringLiteral("CANARY-wrong-key"));
    said += response(goodResponse, verbose).said();
    said += m_cli->everythingStored();
    for (const char *secret : {"sandbox-secret", "sandbox-key", "CANARY-wrong-key"})
        QVERIFY2(!said.contains(secret), secret);
}

QTEST_GUILESS_MAIN(CliUploadTest)
#include "tst_cliupload.moc"
