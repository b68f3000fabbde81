// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "support/waiting.h"
#include "upload/form/send.h"
#include "upload/sendfixture.h"

using namespace gauge;
using namespace gauge::test;
using namespace gauge::upload;
using namespace std::chrono_literals;
using State = SendOutcome::State;

class SendTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void accepted();
    void answers_data();
    void answers();
    void errorsAtTheirFields();
    void aTokenIsRenewedOnce();
    void aSecondUnauthorizedWasNotSent();
    void withoutATokenNothingIsSent();
    void noAnswerIsUnknownAndNeverRepeated_data();
    void noAnswerIsUnknownAndNeverRepeated();
    void whatMayBeRepeatedIs_data();
    void whatMayBeRepeatedIs();
    void afterTheLastTryItIsUnknown();
    void aLostTryIsNotForgotten_data();
    void aLostTryIsNotForgotten();
    void whatWasAnsweredIsNotRepeated_data();
    void whatWasAnsweredIsNotRepeated();
    void cancelledBetweenTriesIsUnknown();
    void anUnauthenticatedSuccessRenewsTheToken();
    void withoutATokenNothingIsRepeated();
    void whatNeverLeftWasNotSent();
    void cancelledOnTheWayIsUnknown();
    void cancelledBeforeIsNotSent();
    void retryAfterIsToldNotWaited();
    void secretsAreTakenOutOfAnswers();
    void largeAnswersAreCutDown();
    void aSingleResponse();
    void aKeyThatIsRefusedIsNotRenewed();

private:
    SendOutcome send(std::stop_token stop = {}, Resending::When when = Resending::When::Never)
    {
        const FormRecord record{{QStringLiteral("Account Name"), QStringLiteral("X")},
                                {QStringLiteral("Email"), QStringLiteral("a@b.nl")}};
        return test::waitFor(sendRecord(m_fixture->client, QStringLiteral("activities"), record,
                                        RecordForm::Parameters, {when, stop}, stop));
    }
    SendOutcome respond()
    {
        const FormRecord fields{{QStringLiteral("Email"), QStringLiteral("a@b.nl")}};
        return test::waitFor(
            sendResponse(m_fixture->client, Secret("CANARY-key"), fields, AnswerFormat::Json, {}));
    }
    [[nodiscard]] FakeTransport &transport() const { return *m_fixture->transport; }

    std::unique_ptr<SendFixture> m_fixture;
};

void SendTest::init()
{
    TestCase::init();
    m_fixture = std::make_unique<SendFixture>();
}

void SendTest::accepted()
{
    transport().answer(200);
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::Accepted);
    QCOMPARE(outcome.status, 200);
    QCOMPARE(outcome.time, m_fixture->clock->now());
    QVERIFY(!outcome.error && outcome.errors.empty() && outcome.raw.isEmpty());
    QVERIFY(transport().isDone());
    QCOMPARE(transport().requests.front().authorization->expose(), "Bearer CANARY-t1");
    QCOMPARE(transport().requests.front().url.toEncoded(),
             "https://imports.api.eu.customergauge.com/records/?configuration=activities"
             "&record%5BAccount%20Name%5D=X&record%5BEmail%5D=a%40b.nl");
}

void SendTest::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("kind"); // of the error, -1: none
    const auto row = [](int status, const QByteArray &body, State state, std::optional<ErrorKind> kind) {
        QTest::addRow("%d %s", status, body.left(20).constData())
            << status << body << state << (kind ? int(*kind) : -1);
    };
    row(200, "{\"message\":\"fine\"}", State::Accepted, {});
    row(200, " \r\n", State::Accepted, {});
    row(200, "{}", State::Accepted, {});
    row(200, "[]", State::Accepted, {});
    row(200, "true", State::Accepted, {});
    row(200, "\xEF\xBB\xBF{\"id\":7}", State::Accepted, {});
    row(200, R"({"errors":[],"error":null})", State::Accepted, {});
    row(201, {}, State::Accepted, {});
    row(204, {}, State::Accepted, {});
    row(200, "<!DOCTYPE html><title>Sign in</title>", State::Unknown, ErrorKind::Protocol);
    row(200, "<html><body>Sign in", State::Unknown, ErrorKind::Protocol);
    row(200, "{\"message\":\"hal", State::Unknown, ErrorKind::Protocol);
    row(200, "false", State::Unknown, ErrorKind::Protocol);
    row(200, "OK, I think", State::Unknown, ErrorKind::Protocol);
    row(200, R"({"errors":{"Email":["x"]}})", State::Refused, ErrorKind::Input);
    row(200, R"({"errors":["No such account."]})", State::Refused, ErrorKind::Input);
    row(201, R"({"error":"No such account."})", State::Refused, ErrorKind::Input);
    row(202, R"({"Error":{"Message":"No such account.","Code":400002}})", State::Refused, ErrorKind::Input);
    row(400, "{\"message\":\"bad\"}", State::Refused, ErrorKind::Input);
    row(403, "{\"message\":\"Forbidden.\"}", State::NotSent, ErrorKind::Forbidden);
    row(404, {}, State::NotSent, ErrorKind::NotFound);
    row(405, {}, State::NotSent, ErrorKind::Input);
    row(408, {}, State::Unknown, ErrorKind::Timeout);
    row(413, {}, State::Refused, ErrorKind::Input);
    row(414, "<html>URI Too Long</html>", State::Refused, ErrorKind::Input);
    row(422, R"({"message":"The given data was invalid.","errors":{"Email":["x"]}})", State::Refused,
        ErrorKind::Input);
    row(422, "not JSON", State::Refused, ErrorKind::Input);
    row(429, {}, State::NotSent, ErrorKind::RateLimited);
    row(500, {}, State::Unknown, ErrorKind::Server);
    row(502, "<html>Bad gateway</html>", State::Unknown, ErrorKind::Server);
    row(503, {}, State::Unknown, ErrorKind::Server);
    row(500, R"({"message":"x","errors":{"Email":["bad"]}})", State::Refused, ErrorKind::Input);
}

void SendTest::answers()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const State, state);
    QFETCH(const int, kind);
    transport().answer(status, body);
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, state);
    QCOMPARE(outcome.status, status);
    QCOMPARE(outcome.error ? int(outcome.error->kind) : -1, kind);
    QCOMPARE(outcome.raw, QString::fromUtf8(body));
    QCOMPARE(transport().requests.size(), std::size_t(1)); // whatever the answer
    if (outcome.error) {
        QVERIFY(!outcome.error->text.isEmpty());
        QVERIFY(outcome.error->detail.contains(QString::number(status)));
    }
}

void SendTest::errorsAtTheirFields()
{
    transport().answer(422, R"({"message":"The given data was invalid.","errors":{
        "record.Email":["No address.","Too long."],"account_name":["Unknown."],
        "record[Own]":"bare words","configuration":[null,7,"Invalid."]}})");
    const SendOutcome outcome = send();
    const std::vector<FieldError> expected{
        {QStringLiteral("Account Name"), QStringLiteral("Unknown.")},
        {QStringLiteral("configuration"), QStringLiteral("Invalid.")},
        {QStringLiteral("Email"), QStringLiteral("No address. Too long.")},
        {QStringLiteral("Own"), QStringLiteral("bare words")},
    };
    QCOMPARE(outcome.errors.size(), expected.size());
    for (const FieldError &each : expected)
        QVERIFY2(std::find(outcome.errors.begin(), outcome.errors.end(), each) != outcome.errors.end(),
                 qPrintable(each.heading));
    QVERIFY(outcome.words().contains(QStringLiteral("Email: No address. Too long.")));
}

void SendTest::aTokenIsRenewedOnce()
{
    transport().answer(401, R"({"message":"Unauthenticated."})").answer(200);
    QCOMPARE(send().state, State::Accepted);
    QCOMPARE(transport().requests.size(), std::size_t(2));
    QCOMPARE(transport().requests[1].authorization->expose(), "Bearer CANARY-t2");
    QCOMPARE(transport().requests[1].url, transport().requests[0].url);
}

void SendTest::aSecondUnauthorizedWasNotSent()
{
    transport().answer(401).answer(401);
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Unauthorized);
    QVERIFY(transport().isDone());
}

void SendTest::withoutATokenNothingIsSent()
{
    m_fixture->tokens->answer(401, R"({"error":"invalid_client"})");
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Unauthorized);
    QVERIFY(transport().requests.empty());
}

void SendTest::noAnswerIsUnknownAndNeverRepeated_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("reset") << ErrorKind::Offline;
    QTest::newRow("time-out") << ErrorKind::Timeout;
    QTest::newRow("no HTTP") << ErrorKind::Protocol;
}

void SendTest::noAnswerIsUnknownAndNeverRepeated()
{
    QFETCH(const ErrorKind, kind);
    transport().fail(kind, QStringLiteral("It broke off."));
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::Unknown);
    QCOMPARE(outcome.error->kind, kind);
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.error->text.startsWith(QStringLiteral("It broke off. ")));
    QCOMPARE(transport().requests.size(), std::size_t(1));
    QVERIFY(m_fixture->clock->sleeps.empty());
}

void SendTest::whatMayBeRepeatedIs_data()
{
    QTest::addColumn<int>("status"); // 0: no answer came
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("reset") << 0 << QByteArray();
    for (const int status : {408, 429, 500, 502, 503, 504})
        QTest::addRow("%d", status) << status << QByteArray();
    QTest::newRow("a web page") << 200 << QByteArray("<html>Sign in</html>");
    QTest::newRow("half a JSON") << 200 << QByteArray("{\"mess");
}

void SendTest::whatMayBeRepeatedIs()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    for (int i = 0; i < 2; ++i) {
        if (status == 0)
            transport().fail(ErrorKind::Offline, QStringLiteral("It broke off."));
        else
            transport().answer(status, body, {{"retry-after", i == 0 ? "7" : "9"}});
    }
    transport().answer(200);
    const SendOutcome outcome = send({}, Resending::When::TurnedAway);
    QCOMPARE(outcome.state, State::Accepted);
    QVERIFY(!outcome.error);
    QCOMPARE(transport().requests.size(), std::size_t(3));
    QCOMPARE(transport().requests[2].url, transport().requests[0].url);
    QCOMPARE(m_fixture->clock->sleeps.size(), std::size_t(2));
    if (status != 0)
        QCOMPARE(m_fixture->clock->sleeps, (std::vector<std::chrono::milliseconds>{7s, 9s}));
}

void SendTest::afterTheLastTryItIsUnknown()
{
    for (int i = 0; i < 5; ++i)
        transport().answer(503);
    const SendOutcome outcome = send({}, Resending::When::Unanswered);
    QCOMPARE(outcome.state, State::Unknown);
    QCOMPARE(outcome.error->kind, ErrorKind::Server);
    QVERIFY2(outcome.error->text.contains(QLatin1Char('5')), qPrintable(outcome.error->text));
    QVERIFY(transport().isDone());
    QCOMPARE(m_fixture->clock->sleeps.size(), std::size_t(4));
    // What the service asks for is more than anybody waits in a request.
    transport().answer(503, {}, {{"retry-after", "3600"}});
    QCOMPARE(send({}, Resending::When::Unanswered).state, State::Unknown);
    QCOMPARE(m_fixture->clock->sleeps.size(), std::size_t(4));
}

void SendTest::aLostTryIsNotForgotten_data()
{
    QTest::addColumn<int>("status"); // of the second try
    QTest::addColumn<State>("state");
    QTest::newRow("not let in") << 403 << State::Unknown;
    QTest::newRow("refused") << 422 << State::Refused;
    QTest::newRow("accepted") << 200 << State::Accepted;
}

void SendTest::aLostTryIsNotForgotten()
{
    QFETCH(const int, status);
    QFETCH(const State, state);
    transport().fail(ErrorKind::Timeout).answer(status);
    QCOMPARE(send({}, Resending::When::Unanswered).state, state);
    QVERIFY(transport().isDone());
}

void SendTest::whatWasAnsweredIsNotRepeated_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {302, 400, 403, 404, 422})
        QTest::addRow("%d", status) << status;
    QTest::newRow("429, which is the caller's") << 429;
    QTest::newRow("no HTTP, or a redirect of the transport") << 0;
}

void SendTest::whatWasAnsweredIsNotRepeated()
{
    QFETCH(const int, status);
    if (status == 0)
        transport().fail(ErrorKind::Protocol);
    else
        transport().answer(status);
    QVERIFY(send({}, Resending::When::Unanswered).error);
    QCOMPARE(transport().requests.size(), std::size_t(1));
    QVERIFY(m_fixture->clock->sleeps.empty());
}

void SendTest::cancelledBetweenTriesIsUnknown()
{
    std::stop_source stop;
    transport().otherwise([&stop](const net::HttpRequest &) {
        stop.request_stop();
        return net::HttpResponse{503, {}, {}};
    });
    const SendOutcome outcome = send(stop.get_token(), Resending::When::Unanswered);
    QCOMPARE(outcome.state, State::Unknown);
    QCOMPARE(transport().requests.size(), std::size_t(1));
}

void SendTest::anUnauthenticatedSuccessRenewsTheToken()
{
    const QByteArray body = R"({"message":"Unauthenticated."})";
    transport().answer(200, body).answer(200);
    QCOMPARE(send().state, State::Accepted);
    QCOMPARE(transport().requests.back().authorization->expose(), "Bearer CANARY-t2");
    transport().answer(200, body).answer(200, body);
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Unauthorized);
    QVERIFY(outcome.error->detail.contains(QStringLiteral("200")));
    transport().answer(200, body);
    QCOMPARE(respond().state, State::NotSent);
}

void SendTest::withoutATokenNothingIsRepeated()
{
    for (int i = 0; i < 5; ++i)
        m_fixture->tokens->fail(ErrorKind::Offline);
    QCOMPARE(send({}, Resending::When::TurnedAway).state, State::NotSent);
    QCOMPARE(m_fixture->tokens->requests.size(), std::size_t(5));
    QVERIFY(transport().requests.empty());
}

void SendTest::whatNeverLeftWasNotSent()
{
    transport().fail(ErrorKind::Offline, QStringLiteral("No connection."),
                     QLatin1String(net::nothingSent) + QStringLiteral(": refused"));
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->text, QStringLiteral("No connection."));
}

void SendTest::cancelledOnTheWayIsUnknown()
{
    transport().answer(200).hold();
    std::stop_source stop;
    QTimer::singleShot(0, this, [&] {
        QTRY_COMPARE(transport().requests.size(), std::size_t(1));
        stop.request_stop();
    });
    const SendOutcome outcome = send(stop.get_token());
    QCOMPARE(outcome.state, State::Unknown);
    QCOMPARE(outcome.error->kind, ErrorKind::Cancelled);
}

void SendTest::cancelledBeforeIsNotSent()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(send(stop.get_token()).state, State::NotSent);
    QVERIFY(transport().requests.empty());
}

void SendTest::retryAfterIsToldNotWaited()
{
    transport().answer(429, {}, {{"retry-after", "7"}});
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::NotSent);
    QVERIFY(outcome.retryAfter == 7s);
    QVERIFY(m_fixture->clock->sleeps.empty());
    transport().answer(429);
    QVERIFY(!send().retryAfter);
}

void SendTest::secretsAreTakenOutOfAnswers()
{
    transport().answer(422,
                       R"({"message":"You sent CANARY-t1","errors":{"Email":["CANARY-t1 is no address"]}})");
    const SendOutcome outcome = send();
    const QString all = outcome.raw + outcome.words() + outcome.error->detail;
    QVERIFY(!all.contains(QStringLiteral("CANARY")));
    QVERIFY(all.contains(QStringLiteral("[hidden]")));
    transport().answer(400, R"({"Error":{"Message":"the key CANARY-key","Code":300001}})");
    const SendOutcome response = respond();
    const QString said = response.raw + response.words() + response.error->detail;
    QVERIFY(!said.contains(QStringLiteral("CANARY")));
}

void SendTest::largeAnswersAreCutDown()
{
    transport().answer(422, "{\"message\":\"" + QByteArray(1 << 20, 'x') + "\"}");
    const SendOutcome outcome = send();
    QCOMPARE(outcome.state, State::Refused);
    QVERIFY(outcome.raw.size() <= 64 * 1024);
    QVERIFY(outcome.error->text.size() < 500);
}

void SendTest::aSingleResponse()
{
    transport().answer(200, R"({"Data":{"number_customergauge":90000001}})");
    const SendOutcome outcome = respond();
    QCOMPARE(outcome.state, State::Accepted);
    QCOMPARE(outcome.number, QStringLiteral("90000001"));
    const net::HttpRequest &request = transport().requests.front();
    QCOMPARE(request.authorization->expose(), "api_key CANARY-key");
    QCOMPARE(request.body.expose(), "Email=a%40b.nl");
    QVERIFY(m_fixture->tokens->requests.empty()); // the older call knows no tokens
    transport().answer(200, R"({"message":"thank you"})");
    QCOMPARE(respond().state, State::Unknown); // without a number
    transport().answer(400, R"({"Error":{"Message":"No such workflow status.","Code":400011}})");
    const SendOutcome refused = respond();
    QCOMPARE(refused.state, State::Refused);
    QVERIFY(refused.error->text.contains(QStringLiteral("400011")));
}

void SendTest::aKeyThatIsRefusedIsNotRenewed()
{
    transport().answer(401, R"({"Error":{"Message":"Invalid API key.","Code":200000}})");
    const SendOutcome outcome = respond();
    QCOMPARE(outcome.state, State::NotSent);
    QCOMPARE(outcome.error->kind, ErrorKind::Unauthorized);
    QVERIFY(outcome.error->text.contains(QStringLiteral("API key")));
    QVERIFY(transport().isDone());
}

QTEST_GUILESS_MAIN(SendTest)
#include "tst_send.moc"
