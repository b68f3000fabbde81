// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/caller.h"
#include "support/testcase.h"

#include <QSet>

using namespace gauge;
using gauge::test::Caller;

namespace {

sandbox::Options few()
{
    sandbox::Options options;
    options.records = 1000;
    return options;
}

const std::string responses = "/v7/rest/sync/responses";

} // namespace

//! Each call, its refusals, and what the control calls say about it.
class TestCalls : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tokenRefuses_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::newRow("wrong secret")
            << QStringLiteral("grant_type=client_credentials&client_id=sandbox&client_secret=x") << 401
            << QStringLiteral("invalid_client");
        QTest::newRow("wrong id") << QStringLiteral(
            "grant_type=client_credentials&client_id=x&client_secret=sandbox-secret")
                                  << 401 << QStringLiteral("invalid_client");
        QTest::newRow("nothing") << QString() << 400 << QStringLiteral("unsupported_grant_type");
        QTest::newRow("password grant")
            << QStringLiteral("grant_type=password&client_id=sandbox&client_secret=sandbox-secret") << 400
            << QStringLiteral("unsupported_grant_type");
    }
    void tokenRefuses()
    {
        QFETCH(QString, body);
        QFETCH(int, status);
        QFETCH(QString, error);
        Caller caller(few());
        const auto answer = caller.post("/oauth2/token", body.toStdString());
        QCOMPARE(answer.status, status);
        QCOMPARE(Caller::object(answer).value(QStringLiteral("error")).toString(), error);
    }

    void secretsInUrlsAreRefusedAndNotLogged()
    {
        Caller caller(few());
        QCOMPARE(caller.post("/oauth2/token", {}, Caller::credentials()).status, 400);
        QCOMPARE(caller.get(responses, "access_token=abc").status, 400);
        const auto log = caller.get("/sandbox/requests").body;
        QVERIFY(log.find("sandbox-secret") == std::string::npos);
        QVERIFY(log.find("abc") == std::string::npos);
        QVERIFY(log.find("sbx_") == std::string::npos);
        QCOMPARE(Caller::object(caller.get("/sandbox/requests")).value(QStringLiteral("count")).toInt(), 3);
    }

    void bearerIsChecked()
    {
        Caller caller(few());
        for (const auto *authorization : {"Bearer nonsense", "Bearer ", "Basic c2FuZGJveA==", "sbx_1"}) {
            const auto answer = caller.call("GET", responses, {}, {}, authorization).answer;
            QCOMPARE(answer.status, 401);
            QCOMPARE(answer.body, std::string(R"({"message":"Unauthenticated."})"));
        }
        QCOMPARE(caller.get(responses).status, 200);
    }

    void tokensExpire()
    {
        Caller caller(few());
        QCOMPARE(caller.get(responses).status, 200);
        caller.post("/sandbox/advance", {}, "hours=1");
        QCOMPARE(caller.get(responses).status, 401);
    }

    void controlCallsNeedTheSecret_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        for (const char *call : {"GET health", "GET requests", "DELETE requests", "GET received",
                                 "DELETE received", "POST faults", "POST advance"}) {
            const QList<QByteArray> parts = QByteArray(call).split(' ');
            QTest::newRow(call) << parts.front() << "/sandbox/" + parts.back();
        }
    }
    void controlCallsNeedTheSecret()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        Caller caller(few());
        const std::string bearer = caller.token();
        const auto call = [&](const std::string &authorization) {
            return caller.call(method.toStdString(), path.toStdString(), "hours=0", {}, authorization)
                .answer.status;
        };
        for (const std::string &wrong :
             {std::string("none"), std::string("Bearer "), "Bearer " + bearer,
              std::string("Bearer sandbox-secret "), std::string("api_key sandbox-key")})
            QCOMPARE(call(wrong), 401);
        QCOMPARE(call("Bearer sandbox-secret"), 200);
    }

    void withoutASecretNobodyIsLetIn()
    {
        sandbox::Service service(few());
        sandbox::Call call;
        call.method = "POST";
        call.path = "/oauth2/token";
        call.host = "localhost:1234";
        call.contentType = "application/x-www-form-urlencoded";
        call.body = "grant_type=client_credentials&client_id=sandbox&client_secret=";
        QCOMPARE(service.handle(call).answer.status, 401);
        call.path = "/sandbox/health";
        call.method = "GET";
        for (const char *authorization : {"", "Bearer", "Bearer "}) {
            call.authorization = authorization;
            QCOMPARE(service.handle(call).answer.status, 401);
        }
    }

    void tokensCannotBeGuessed()
    {
        Caller one(few());
        Caller other(few());
        QVERIFY(one.token() != other.token()); // of the same start
        const std::string first = one.token();
        one.login();
        QVERIFY(first != one.token());
        QCOMPARE(one.call("GET", responses, {}, {}, "Bearer " + first).answer.status, 200);
        QCOMPARE(one.call("GET", responses, {}, {}, "Bearer " + other.token()).answer.status, 401);
        for (int i = 0; i < 1000; ++i)
            one.login();
        QCOMPARE(one.call("GET", responses, {}, {}, "Bearer " + first).answer.status, 401); // the oldest
        QCOMPARE(one.get(responses).status, 200);
    }

    void whatIsKeptIsBounded()
    {
        Caller caller(few());
        const std::string megabyte(1024 * 1024 - 100, 'x');
        const auto size = [&](const char *path) { return caller.get(path).body.size(); };
        for (int i = 0; i < 20; ++i)
            caller.get("/v7/rest/none", megabyte);
        QVERIFY(size("/sandbox/requests") > 10 * megabyte.size());
        QVERIFY(size("/sandbox/requests") <= 17 * 1024 * 1024);
        for (int i = 0; i < 70; ++i)
            caller.call("POST", "/v4.1/transactions/response.json", {}, "Email=a@b.c&Comment=" + megabyte,
                        "api_key sandbox-key");
        QVERIFY(size("/sandbox/received") > 60 * megabyte.size());
        QVERIFY(size("/sandbox/received") <= 65 * 1024 * 1024);
        caller.call("DELETE", "/sandbox/received");
        caller.call("POST", "/v4.1/transactions/response.json", {}, "Email=a@b.c", "api_key sandbox-key");
        QVERIFY(size("/sandbox/received") > 20);
        QVERIFY(size("/sandbox/received") < 1000);
    }

    void otherHostsAndBrowsersAreNotLetIn()
    {
        sandbox::Service service(Caller::withSecret(few()));
        sandbox::Call call;
        call.method = "GET";
        call.path = "/sandbox/health";
        call.authorization = std::string("Bearer ") + Caller::secret;
        call.host = "evil.example:1234";
        QCOMPARE(service.handle(call).answer.status, 403);
        call.host = "localhost:1234";
        QCOMPARE(service.handle(call).answer.status, 200);
        call.origin = "https://evil.example";
        QCOMPARE(service.handle(call).answer.status, 403);
    }

    void badParametersGetA422_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *query, const char *field) {
            QTest::newRow(query) << QString::fromLatin1(query) << QString::fromLatin1(field);
        };
        row("per_page=0", "per_page");
        row("per_page=1001", "per_page");
        row("per_page=ten", "per_page");
        row("per_page=", "per_page");
        row("cursor=-x", "cursor");
        row("number_customergauge=abc", "number_customergauge");
        row("filter=00000000-0000-0000-0000-000000000000", "filter");
        row("with[]=everything", "with");
        row("period[field]=date_sent", "period.start");
        row("period[start]=2025-01-01&period[end]=2025-01-02", "period.field");
        row("period[field]=date_sent&period[start]=2025-02-30&period[end]=2025-03-01", "period.start");
        row("period[field]=date_sent&period[start]=2025-03-02&period[end]=2025-03-01", "period.end");
        row("period[field]=date_sent&period[start]=01/02/2025&period[end]=2025-03-01", "period.start");
    }
    void badParametersGetA422()
    {
        QFETCH(QString, query);
        QFETCH(QString, field);
        Caller caller(few());
        const auto answer = caller.get(responses, query.toStdString());
        QCOMPARE(answer.status, 422);
        const auto body = Caller::object(answer);
        QVERIFY(!body.value(QStringLiteral("message")).toString().isEmpty());
        QVERIFY2(body.value(QStringLiteral("errors")).toObject().value(field).isArray(), answer.body.c_str());
    }

    void severalMistakesAreOneObject()
    {
        Caller caller(few());
        const auto answer
            = caller.get(responses, "with[]=one&per_page=0&with[]=tags&with[]=two&with[]=three");
        QCOMPARE(answer.status, 422);
        QJsonParseError error;
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(answer.body), &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
        const auto errors = json.object().value(QStringLiteral("errors")).toObject();
        QCOMPARE(errors.keys(), QStringList({QStringLiteral("per_page"), QStringLiteral("with")}));
        QCOMPARE(errors.value(QStringLiteral("with")).toArray().size(), 3);
        const std::string name = "\"with\":"; // twice, QJsonDocument would take the last one
        QCOMPARE(answer.body.find(name), answer.body.rfind(name));
    }

    void hostileParametersDoNoHarm()
    {
        Caller caller(few());
        for (const auto *query :
             {"cursor=9223372036854775807", "cursor=-5", "number_customergauge=9223372036854775807",
              "number_customergauge=-1", "&&&=&%zz=%", "with[]=tags&with[]=tags", "cursor="})
            QCOMPARE(caller.get(responses, query).status, 200);
        QCOMPARE(caller.get(responses, "cursor=99999999999999999999999999").status, 422);
    }

    void filtersHold()
    {
        Caller caller(few());
        const auto promoters
            = caller.all("responses", "per_page=100&filter=147b3662-cd7e-490c-b865-9be3480ca2fd");
        QVERIFY(promoters.size() > 200 && promoters.size() < 800);
        for (const auto &record : promoters)
            QVERIFY(record.value(QStringLiteral("nps")).toInt() >= 9);
        const auto dutch = caller.all(
            "non-responses", "per_page=100&filter=2f0c7a14-5d0e-4c5b-9a63-0d6f6b1c7e21&with[]=properties");
        QVERIFY(dutch.size() > 50);
        for (const auto &record : dutch)
            QCOMPARE(record.value(QStringLiteral("properties"))
                         .toArray()
                         .first()
                         .toObject()
                         .value(QStringLiteral("reference"))
                         .toString(),
                     QStringLiteral("NL"));
    }

    void oneNumberFindsOneRecord()
    {
        Caller caller(few());
        for (const auto *feed : {"responses", "non-responses"}) {
            const auto wanted = caller.all(feed).at(321);
            const auto number = std::to_string(Caller::numberOf(wanted));
            const auto found = caller.all(feed, "per_page=5&number_customergauge=" + number);
            QCOMPARE(found.size(), 1);
            QCOMPARE(found.first(), wanted);
            QCOMPARE(caller
                         .all(feed == std::string("responses") ? "non-responses" : "responses",
                              "number_customergauge=" + number)
                         .size(),
                     0);
        }
    }

    void periodsIncludeBothEnds()
    {
        Caller caller(few());
        for (const auto *field : {"date_creation", "date_order", "date_sent", "date_survey_response"}) {
            const auto key = QLatin1StringView(field);
            qsizetype expected = 0;
            for (const auto &record : caller.all("responses")) {
                const auto date = record.value(key).toString().left(10);
                expected
                    += date >= QStringLiteral("2025-02-03") && date <= QStringLiteral("2025-03-04") ? 1 : 0;
            }
            QVERIFY(expected > 10);
            const auto found = caller.all("responses",
                                          "per_page=7&period%5Bfield%5D=" + std::string(field)
                                              + "&period%5Bstart%5D=2025-02-03&period%5Bend%5D=2025-03-04");
            QCOMPARE(found.size(), expected);
        }
        QCOMPARE(
            caller
                .get("/v7/rest/sync/non-responses",
                     "period[field]=date_survey_response&period[start]=2025-01-01&period[end]=2025-01-02")
                .status,
            422);
    }

    void closeLoopFollowsItsStatus()
    {
        Caller caller(few());
        const auto cases = caller.all("close-loop");
        QVERIFY(cases.size() > 50);
        const auto number = std::to_string(Caller::numberOf(cases.first()));
        const std::string path = "/v7/rest/close-loop/status";
        QCOMPARE(
            caller.call("PUT", path, {}, "number_customergauge=" + number + "&status=OPEN").answer.status,
            200);
        QCOMPARE(
            caller.call("PUT", path, {}, "number_customergauge=" + number + "&status=DANCING").answer.status,
            422);
        QCOMPARE(caller.call("PUT", path, {}, "number_customergauge=1&status=OPEN").answer.status, 422);
        QCOMPARE(caller.call("PUT", path, {}, {}).answer.status, 422);
        const auto changed
            = caller.all("close-loop", "updated_at[start]=2026-01-01&updated_at[end]=2026-01-01");
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().value(QStringLiteral("status")).toString(), QStringLiteral("OPEN"));
        QCOMPARE(caller.get("/v7/rest/sync/close-loop", "updated_at[start]=2026-01-01").status, 422);
        const auto body = R"({"number_customergauge":)" + number + R"(,"status":"closed","note":"n"})";
        QCOMPARE(caller.call("PUT", path, {}, body, {}, "application/json").answer.status, 200);
        QCOMPARE(caller.all("close-loop").first().value(QStringLiteral("status")).toString(),
                 QStringLiteral("CLOSED"));
    }

    void recordsAreCheckedAndKept()
    {
        Caller caller(few());
        const auto put
            = [&](const std::string &query) { return caller.call("PUT", "/records/", query).answer; };
        auto answer = put("configuration=activities&record[Account%20Name]=A&record[reference]=1&record%"
                          "5BSource%5D=s&record[Type]=t");
        QCOMPARE(answer.status, 422);
        QCOMPARE(Caller::object(answer).value(QStringLiteral("errors")).toObject().keys(),
                 QStringList(QStringLiteral("Reference")));
        answer = put("configuration=activities&record[Account%20Name]=A%26B+C&record[Reference]=1&record["
                     "Source]=s&record[Type]=t&record[email]=x@example.com");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, std::string());
        QCOMPARE(put("configuration=unknown&record[Reference]=1").status, 422);
        QCOMPARE(put("configuration=contact&record[First%20Name]=A").status, 422);
        QCOMPARE(put("configuration=contact&record[Phone]=" + std::string(129, '1')).status, 422);
        QCOMPARE(caller.call("GET", "/records/", "configuration=activities").answer.status, 405);
        const auto received
            = Caller::object(caller.get("/sandbox/received")).value(QStringLiteral("received")).toArray();
        QCOMPARE(received.size(), 1);
        const auto record = received.first().toObject();
        QCOMPARE(record.value(QStringLiteral("record"))
                     .toObject()
                     .value(QStringLiteral("Account Name"))
                     .toString(),
                 QStringLiteral("A&B C"));
        QCOMPARE(record.value(QStringLiteral("ignored")).toObject().keys(),
                 QStringList(QStringLiteral("email")));
    }

    void recordsComeAsJson()
    {
        Caller caller(few());
        const auto put = [&](const std::string &body) {
            return caller.call("PUT", "/records/", {}, body, {}, "application/json; charset=utf-8").answer;
        };
        QCOMPARE(put(R"({"configuration":"contact","record":{"Phone":"+31 (20) 5","First Name":"Jos\u00e9",)"
                     R"("Language":7,"Job Title":null,"phone":"x"}})")
                     .status,
                 200);
        QCOMPARE(put(R"({"configuration":"contact","record":{"First Name":"A"}})").status, 422);
        QCOMPARE(put(R"({"configuration":"contact","record":)").status, 400);
        QCOMPARE(put("[]").status, 400);
        const auto received
            = Caller::object(caller.get("/sandbox/received")).value(QStringLiteral("received")).toArray();
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().toObject().value(QStringLiteral("record")).toObject(),
                 QJsonObject({{QStringLiteral("Phone"), QStringLiteral("+31 (20) 5")},
                              {QStringLiteral("First Name"), QStringLiteral("José")},
                              {QStringLiteral("Language"), QStringLiteral("7")},
                              {QStringLiteral("Job Title"), QString()}}));
        QCOMPARE(received.first().toObject().value(QStringLiteral("ignored")).toObject().keys(),
                 QStringList(QStringLiteral("phone")));
    }

    void eachSingleResponseHasItsNumber()
    {
        Caller caller(few());
        QSet<qint64> numbers;
        for (int i = 0; i < 3; ++i) {
            const auto answer = caller.call("POST", "/v4.1/transactions/response.json", {},
                                            "CustomerNumber=1&Email=a@example.com", "api_key sandbox-key");
            numbers.insert(Caller::object(answer.answer)
                               .value(QStringLiteral("Data"))
                               .toObject()
                               .value(QStringLiteral("number_customergauge"))
                               .toInteger());
        }
        QCOMPARE(numbers.size(), 3);
        QCOMPARE(Caller::object(caller.get("/sandbox/received"))
                     .value(QStringLiteral("received"))
                     .toArray()
                     .last()
                     .toObject()
                     .value(QStringLiteral("number_customergauge"))
                     .toInteger(),
                 *std::max_element(numbers.begin(), numbers.end()));
    }

    //! 4xx at the door; all else goes wrong after the work is done.
    void faultsBeforeAndAfterTheWork()
    {
        for (const auto &[rule, kept] : {std::pair("429", 0), {"403", 0}, {"503", 1}, {"reset", 1}}) {
            sandbox::Options options = few();
            options.faults = {*sandbox::parseFault(std::string(rule) + ":feed=records")};
            Caller caller(options);
            const auto outcome = caller.call("PUT", "/records/", "configuration=contact&record[Phone]=1");
            QCOMPARE(outcome.faults.size(), size_t(1));
            const auto received
                = Caller::object(caller.get("/sandbox/received")).value(QStringLiteral("received")).toArray();
            QCOMPARE(received.size(), kept);
        }
    }

    void singleResponses_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("no data") << QString() << 400700;
        QTest::newRow("no e-mail") << QStringLiteral("CustomerNumber=1") << 400003;
        QTest::newRow("score too high") << QStringLiteral(
            "Email=a@example.com&NetPromoterScore=11&SurveyCompletedDate=2025-01-01 10:00:00")
                                        << 300001;
        QTest::newRow("no completed date")
            << QStringLiteral("Email=a@example.com&NetPromoterScore=10") << 400007;
        QTest::newRow("status") << QStringLiteral("Email=a@example.com&WorkflowStatus=MAYBE") << 400011;
        QTest::newRow("accepted") << QStringLiteral(
            "Email=a@example.com&NetPromoterScore=10&SurveyCompletedDate=2025-01-01 "
            "10:00:00&ReasonCode=10000,10020")
                                  << 0;
    }
    void singleResponses()
    {
        QFETCH(QString, body);
        QFETCH(int, code);
        Caller caller(few());
        const auto send = [&](const char *suffix) {
            return caller
                .call("POST", std::string("/v4.1/transactions/response.") + suffix, {}, body.toStdString(),
                      "api_key sandbox-key")
                .answer;
        };
        const auto json = Caller::object(send("json"));
        const auto xml = send("xml").body;
        if (code == 0) {
            const auto number = json.value(QStringLiteral("Data"))
                                    .toObject()
                                    .value(QStringLiteral("number_customergauge"))
                                    .toInteger();
            QVERIFY(number > 0);
            QVERIFY(xml.find("<number_customergauge>" + std::to_string(number + 1)) != std::string::npos);
        } else {
            QCOMPARE(json.value(QStringLiteral("Error")).toObject().value(QStringLiteral("Code")).toInt(),
                     code);
            QVERIFY(xml.find("<Code>" + std::to_string(code) + "</Code>") != std::string::npos);
        }
    }

    void singleResponseNeedsItsOwnKey()
    {
        Caller caller(few());
        const auto answer = caller.post("/v4.1/transactions/response.json", "Email=a@example.com");
        QCOMPARE(answer.status, 401);
        QCOMPARE(Caller::object(answer)
                     .value(QStringLiteral("Error"))
                     .toObject()
                     .value(QStringLiteral("Code"))
                     .toInt(),
                 200000);
    }

    void unknownPathsAndMethods()
    {
        Caller caller(few());
        QCOMPARE(caller.get("/v7/rest/sync/everything").status, 404);
        QCOMPARE(caller.get("/sandbox/everything").status, 404);
        QCOMPARE(caller.call("DELETE", responses).answer.status, 405);
        QCOMPARE(caller.call("GET", "/oauth2/token").answer.status, 405);
        QCOMPARE(caller.get("/v4.1/nothing").status, 404);
        QCOMPARE(caller.post("/sandbox/advance", {}, "hours=-1").status, 422);
        QCOMPARE(caller.post("/sandbox/advance", {}, "hours=999999999999").status, 422);
    }
};

QTEST_GUILESS_MAIN(TestCalls)
#include "tst_calls.moc"
