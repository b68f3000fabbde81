// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads over a real socket: what leaves, what certainly did not, and no secret where it does not belong.
#include "net/networktransport.h"
#include "support/fakeclock.h"
#include "support/fakeserver.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "upload/form/send.h"

#include <QLoggingCategory>

using namespace gauge;
using namespace gauge::test;
using namespace gauge::upload;
using namespace std::chrono_literals;
using State = SendOutcome::State;

namespace {

const QByteArray clientSecret = "canary+secret&123";
const QByteArray accessToken = "canary-token-456";
const QByteArray apiKey = "canary-key-789";
const QByteArray target = "/records/?configuration=activities&record%5BAccount%20Name%5D=A%26B%20%C3%A9";

//! Everything that was logged, at every level and before redaction.
QStringList logged;

void capture(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged.append(message);
}

QCoro::Task<Result<service::Credentials>> credentials()
{
    co_return service::Credentials{QStringLiteral("client"), Secret(clientSecret)};
}

} // namespace

class UploadWireTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aRecordAsItTravels();
    void aTokenThatExpiredIsRenewed();
    void lostAnswersAreUnknownAndComeOnce_data();
    void lostAnswersAreUnknownAndComeOnce();
    void nobodyListens();
    void anUnknownName();
    void anotherHostIsNotContacted();
    void aCertificateThatIsNotTrusted();
    void aLongRecord();
    void aLongAnswer();
    void aResponseAsItTravels_data();
    void aResponseAsItTravels();
    void noSecretAnywhere();

private:
    [[nodiscard]] std::shared_ptr<service::ServiceClient> clientOf(const QUrl &imports)
    {
        service::Connection connection;
        connection.name = QStringLiteral("ACME");
        connection.region = service::Region::Custom;
        connection.authUrl = m_auth->url();
        connection.apiUrl = m_api->url();
        connection.importsUrl = imports;
        const auto transport = std::make_shared<net::NetworkTransport>(connection.hosts());
        const auto tokens = std::make_shared<service::TokenProvider>(connection, transport, m_clock,
                                                                     [] { return credentials(); });
        return std::make_shared<service::ServiceClient>(connection, transport, tokens, m_clock);
    }
    SendOutcome send(const std::shared_ptr<service::ServiceClient> &client, const QString &value)
    {
        const FormRecord record{{QStringLiteral("Account Name"), value}};
        return test::waitFor(
            sendRecord(client, QStringLiteral("activities"), record, RecordForm::Parameters, {}, {}));
    }
    SendOutcome send() { return send(clientOf(m_api->url()), QStringLiteral("A&B é")); }

    std::shared_ptr<FakeClock> m_clock;
    std::unique_ptr<FakeServer> m_auth;
    std::unique_ptr<FakeServer> m_api;
};

void UploadWireTest::init()
{
    TestCase::init();
    m_clock = std::make_shared<FakeClock>();
    m_auth = std::make_unique<FakeServer>();
    m_api = std::make_unique<FakeServer>();
    m_auth->otherwise([](const SeenRequest &) {
        return Answer::json("{\"access_token\":\"" + accessToken + "\",\"expires_in\":3600}");
    });
    m_auth->guard(clientSecret.toPercentEncoding(), FakeServer::InBody);
    for (const QByteArray &secret : {accessToken, apiKey})
        m_auth->guard(secret, FakeServer::Nowhere);
    m_api->guard(clientSecret, FakeServer::Nowhere);
    m_api->guard(accessToken, FakeServer::InAuthorization);
    m_api->guard(apiKey, FakeServer::InAuthorization);
}

void UploadWireTest::cleanup()
{
    QVERIFY2(m_auth->isDone(), m_auth->report());
    QVERIFY2(m_api->isDone(), m_api->report());
}

void UploadWireTest::aRecordAsItTravels()
{
    m_api->expect("PUT", target, Answer::empty(200));
    QCOMPARE(send().state, State::Accepted);
    const SeenRequest &seen = m_api->requests.front();
    QCOMPARE(seen.header("authorization"), "Bearer " + accessToken);
    QCOMPARE(seen.header("content-length"), "0");
    QVERIFY(seen.body.isEmpty());
}

void UploadWireTest::aTokenThatExpiredIsRenewed()
{
    m_api->expect("PUT", target, Answer::json(R"({"message":"Unauthenticated."})", 401));
    m_api->expect("PUT", target, Answer::empty(200));
    QCOMPARE(send().state, State::Accepted);
    QCOMPARE(m_auth->requests.size(), std::size_t(2));
}

void UploadWireTest::lostAnswersAreUnknownAndComeOnce_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("reset") << Answer::reset();
    QTest::newRow("hang up") << Answer::hangUp();
    QTest::newRow("cut off") << Answer::cutOff("{\"message\":\"ok\"}", 4);
    QTest::newRow("no HTTP") << Answer::raw("hello\r\n\r\n");
    QTest::newRow("redirect") << Answer::redirect(307, QUrl(QStringLiteral("http://127.0.0.1:9/x")));
    QTest::newRow("500") << Answer::empty(500);
}

void UploadWireTest::lostAnswersAreUnknownAndComeOnce()
{
    QFETCH(const Answer, answer);
    m_api->expect("PUT", target, answer);
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::Unknown);
    QVERIFY(outcome.error && !outcome.error->text.isEmpty());
    QCOMPARE(m_api->requests.size(), std::size_t(1));
}

void UploadWireTest::nobodyListens()
{
    const SendOutcome outcome
        = send(clientOf(QUrl(QStringLiteral("http://127.0.0.1:1"))), QStringLiteral("x"));
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Offline);
}

void UploadWireTest::anUnknownName()
{
    const SendOutcome outcome
        = send(clientOf(QUrl(QStringLiteral("https://no-such-host.invalid"))), QStringLiteral("x"));
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Offline);
}

void UploadWireTest::anotherHostIsNotContacted()
{
    const SendOutcome outcome
        = send(clientOf(QUrl(QStringLiteral("http://example.com"))), QStringLiteral("x"));
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Protocol);
}

void UploadWireTest::aCertificateThatIsNotTrusted()
{
    FakeServer secure(FakeServer::Security::SelfSigned);
    const SendOutcome outcome = send(clientOf(secure.url()), QStringLiteral("x"));
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Protocol);
    QVERIFY(secure.requests.empty());
}

void UploadWireTest::aLongRecord()
{
    // A megabyte of text in the address: whatever a server makes of it, one request and one outcome.
    m_api->otherwise([](const SeenRequest &) { return Answer::empty(414); });
    const SendOutcome outcome = send(clientOf(m_api->url()), QString(1 << 20, QLatin1Char('x')));
    QCOMPARE(outcome.state, State::Refused);
    QCOMPARE(m_api->requests.size(), std::size_t(1));
    QVERIFY(m_api->requests.front().target.size() > (1 << 20));
}

void UploadWireTest::aLongAnswer()
{
    m_api->expect("PUT", target, Answer::json("{\"message\":\"" + QByteArray(900'000, 'x') + "\"}", 422));
    QCOMPARE(send().state, State::Refused);
    m_api->expect("PUT", target, Answer::json(QByteArray(2 << 20, 'x'), 200));
    // Accepted or not: an answer that is not read to its end tells nothing.
    QCOMPARE(send().state, State::Unknown);
}

void UploadWireTest::aResponseAsItTravels_data()
{
    QTest::addColumn<AnswerFormat>("format");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<Answer>("answer");
    QTest::newRow("json") << AnswerFormat::Json << QByteArray("/v4.1/transactions/response.json")
                          << Answer::json(R"({"Data":{"number_customergauge":5}})");
    QTest::newRow("xml")
        << AnswerFormat::Xml << QByteArray("/v4.1/transactions/response.xml")
        << Answer::html("<?xml version=\"1.0\"?><Data><number_customergauge>5</number_customergauge></Data>");
}

void UploadWireTest::aResponseAsItTravels()
{
    QFETCH(const AnswerFormat, format);
    QFETCH(const QByteArray, path);
    QFETCH(const Answer, answer);
    m_api->expect("POST", path, answer);
    const FormRecord fields{{QStringLiteral("Email"), QStringLiteral("a@b.nl")},
                            {QStringLiteral("Comment"), QStringLiteral("a&b=c\n")}};
    const SendOutcome outcome
        = test::waitFor(sendResponse(clientOf(m_api->url()), Secret(apiKey), fields, format, {}));
    QCOMPARE(outcome.state, State::Accepted);
    QCOMPARE(outcome.number, QStringLiteral("5"));
    const SeenRequest &seen = m_api->requests.front();
    QCOMPARE(seen.header("authorization"), "api_key " + apiKey);
    QCOMPARE(seen.header("content-type"), "application/x-www-form-urlencoded");
    QCOMPARE(seen.body, "Email=a%40b.nl&Comment=a%26b%3Dc%0A");
    QVERIFY(m_auth->requests.empty());
}

void UploadWireTest::noSecretAnywhere()
{
    QLoggingCategory::setFilterRules(QStringLiteral("gauge.*=true"));
    const QtMessageHandler former = qInstallMessageHandler(capture);
    m_api->expect("PUT", target, Answer::json("{\"message\":\"you sent Bearer " + accessToken + "\"}", 422));
    SendOutcome outcome = send();
    QString all = outcome.raw + outcome.words() + outcome.error->detail;
    m_api->expect("POST", "/v4.1/transactions/response.json",
                  Answer::json("{\"Error\":{\"Message\":\"key " + apiKey + "\",\"Code\":300001}}", 400));
    outcome = test::waitFor(sendResponse(clientOf(m_api->url()), Secret(apiKey), {}, AnswerFormat::Json, {}));
    all += outcome.raw + outcome.words() + outcome.error->detail + logged.join(QLatin1Char('\n'));
    qInstallMessageHandler(former);
    QLoggingCategory::setFilterRules({});
    for (const QByteArray &secret : {clientSecret, accessToken, apiKey})
        QVERIFY2(!all.contains(QString::fromUtf8(secret)), secret.constData());
    QVERIFY2(all.contains(QStringLiteral("PUT http://127.0.0.1")), "the request log is silent");
    QVERIFY(!all.contains(QStringLiteral("A%26B"))); // what is uploaded is about people
}

QTEST_GUILESS_MAIN(UploadWireTest)
#include "tst_uploadwire.moc"
