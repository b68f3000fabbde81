// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way over a real socket: token, pages, faults. And no secret where it does not belong.
#include "base/log.h"
#include "net/networktransport.h"
#include "service/serviceclient.h"
#include "support/fakeclock.h"
#include "support/fakeserver.h"
#include "support/pagereading.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QFile>

using namespace gauge;
using namespace gauge::catalog;
using namespace gauge::service;
using namespace gauge::test;
using namespace std::chrono_literals;

namespace {

const QByteArray clientSecret = "canary+secret&123";
const QByteArray accessToken = "canary-token-456";
const QByteArray onePage = R"({"data":[{"number_customergauge":1,"nps":9}],"cursor":{"next":"c2"}})";

//! Everything that was logged, at every level and before redaction.
QStringList logged;

void capture(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged.append(message);
}

QString fixturePath(const QString &name)
{
    return QStringLiteral(GAUGE_FIXTURES "/") + name + QStringLiteral(".http");
}

} // namespace

class TestWire : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyEndpointHasItsFixture_data();
    void everyEndpointHasItsFixture();
    void expiredTokenMidRun();
    void redirectStealsNothing_data();
    void redirectStealsNothing();
    void transientFaults_data();
    void transientFaults();
    void lastingFaults_data();
    void lastingFaults();
    void canariesNeverLeak_data();
    void canariesNeverLeak();
    void otherHostsOfTheConnectionOnly();

private:
    struct Wire
    {
        std::shared_ptr<FakeClock> clock = std::make_shared<FakeClock>();
        std::shared_ptr<net::NetworkTransport> transport;
        std::unique_ptr<ServiceClient> client;
    };

    [[nodiscard]] Wire connectTo(const FakeServer &auth, const FakeServer &api)
    {
        Connection connection;
        connection.name = QStringLiteral("ACME");
        connection.region = Region::Custom;
        connection.authUrl = auth.url();
        connection.apiUrl = connection.importsUrl = api.url();
        Wire wire;
        wire.transport = std::make_shared<net::NetworkTransport>(connection.hosts());
        const auto tokens = std::make_shared<TokenProvider>(connection, wire.transport, wire.clock,
                                                            [] { return credentials(); });
        wire.client = std::make_unique<ServiceClient>(connection, wire.transport, tokens, wire.clock);
        return wire;
    }
    static QCoro::Task<Result<Credentials>> credentials()
    {
        co_return Credentials{QStringLiteral("fixture-client"), Secret(clientSecret)};
    }
    static PageRequest request(const Endpoint &endpoint)
    {
        PageRequest page;
        page.endpoint = endpoint;
        page.perPage = 2;
        page.cursor = QStringLiteral("120");
        page.scope.with = endpoint.with;
        return page;
    }
    static PageRequest anyRequest() { return request(*Catalog::builtIn().find(QStringLiteral("responses"))); }
    static void guard(FakeServer &auth, FakeServer &api)
    {
        auth.guard(clientSecret, FakeServer::InBody);
        auth.guard(accessToken, FakeServer::Nowhere);
        api.guard(clientSecret, FakeServer::Nowhere);
        api.guard(accessToken, FakeServer::InAuthorization);
    }
    static void giveTokens(FakeServer &auth)
    {
        auth.otherwise(
            [](const SeenRequest &) { return Fixture::load(fixturePath(QStringLiteral("token"))).answer; });
    }
    static bool leaks(const QString &text)
    {
        return text.contains(QStringLiteral("canary"))
            || text.contains(QString::fromUtf8(clientSecret.toPercentEncoding()));
    }

    QtMessageHandler m_handler = nullptr;
};

void TestWire::init()
{
    TestCase::init();
    logged.clear();
    QLoggingCategory::setFilterRules(QStringLiteral("gauge.*=true"));
}

void TestWire::cleanup()
{
    QLoggingCategory::setFilterRules(QString());
}

void TestWire::everyEndpointHasItsFixture_data()
{
    QTest::addColumn<Endpoint>("endpoint");
    const Catalog catalog = Catalog::builtIn();
    for (const Endpoint &endpoint : catalog.endpoints())
        QTest::newRow(qPrintable(endpoint.id)) << endpoint;
}

void TestWire::everyEndpointHasItsFixture()
{
    QFETCH(Endpoint, endpoint);
    QVERIFY2(QFile::exists(fixturePath(endpoint.id)), "a new endpoint needs a fixture: fixtures/<id>.http");
    FakeServer auth;
    FakeServer api;
    guard(auth, api);
    auth.expect(Fixture::load(fixturePath(QStringLiteral("token"))));
    const Fixture fixture = Fixture::load(fixturePath(endpoint.id));
    api.expect(fixture);
    const Wire wire = connectTo(auth, api);
    const auto page = test::waitFor(wire.client->fetchPage(request(endpoint), {}));
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text + api.report()));
    QVERIFY2(auth.isDone(), auth.report());
    QVERIFY2(api.isDone(), api.report());
    QCOMPARE((*page)->nextCursor, QStringLiteral("123"));
    QCOMPARE((*page)->records.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(fixture.answer.body.contains(
            QByteArray((*page)->records[i].raw.data(), qsizetype((*page)->records[i].raw.size()))));
        QVERIFY(cellOf(**page, endpoint, endpoint.keyColumn, i).startsWith(QStringLiteral("i 34")));
    }
}

void TestWire::expiredTokenMidRun()
{
    FakeServer auth;
    FakeServer api;
    giveTokens(auth);
    guard(auth, api);
    int count = 0;
    api.otherwise([&](const SeenRequest &) {
        return ++count == 2 ? Answer::json(R"({"message":"Unauthenticated."})", 401) : Answer::json(onePage);
    });
    const Wire wire = connectTo(auth, api);
    for (int i = 0; i < 3; ++i)
        QVERIFY(test::waitFor(wire.client->fetchPage(anyRequest(), {})).has_value());
    QCOMPARE(auth.requests.size(), 2u);
    QCOMPARE(api.requests.size(), 4u);
    QVERIFY2(api.isDone(), api.report());
}

void TestWire::redirectStealsNothing_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("ofTheToken");
    for (const int status : {301, 302, 307, 308}) {
        QTest::addRow("page %d", status) << status << false;
        QTest::addRow("token %d", status) << status << true;
    }
}

void TestWire::redirectStealsNothing()
{
    QFETCH(int, status);
    QFETCH(bool, ofTheToken);
    FakeServer auth;
    FakeServer api;
    FakeServer thief;
    const auto redirect
        = [&](const SeenRequest &) { return Answer::redirect(status, thief.url(QStringLiteral("/steal"))); };
    if (ofTheToken)
        auth.otherwise(redirect);
    else
        giveTokens(auth);
    api.otherwise(redirect);
    const Wire wire = connectTo(auth, api);
    const auto page = test::waitFor(wire.client->fetchPage(anyRequest(), {}));
    QCOMPARE(page.error().kind, ErrorKind::Protocol);
    QVERIFY(page.error().text.contains(QStringLiteral("redirect to 127.0.0.1")));
    QCOMPARE(thief.connections, 0);
    QCOMPARE(api.requests.size(), ofTheToken ? 0u : 1u);
    QCOMPARE(auth.requests.size(), 1u);
}

void TestWire::transientFaults_data()
{
    QTest::addColumn<Answer>("fault");
    QTest::newRow("reset") << Answer::reset();
    QTest::newRow("hang up") << Answer::hangUp();
    QTest::newRow("cut off") << Answer::cutOff(onePage, 20);
    QTest::newRow("cut chunk") << Answer::cutChunk(onePage, 20);
    QTest::newRow("half a page in a whole body") << Answer::json(onePage.left(20));
    QTest::newRow("html") << Answer::html("<!DOCTYPE html><title>Maintenance</title>");
    QTest::newRow("503") << Answer::html("<html>", 503);
    QTest::newRow("429") << Answer::json("{}", 429).with("Retry-After", "2");
}

void TestWire::transientFaults()
{
    QFETCH(Answer, fault);
    FakeServer auth;
    FakeServer api;
    giveTokens(auth);
    int count = 0;
    api.otherwise([&](const SeenRequest &) { return ++count <= 2 ? fault : Answer::json(onePage); });
    const Wire wire = connectTo(auth, api);
    const auto page = test::waitFor(wire.client->fetchPage(anyRequest(), {}));
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text + page.error().detail));
    QCOMPARE(api.requests.size(), 3u);
    QCOMPARE(wire.clock->sleeps.size(), 2u);
    for (const SeenRequest &seen : api.requests)
        QCOMPARE(seen.target, api.requests.front().target);
}

void TestWire::lastingFaults_data()
{
    QTest::addColumn<Answer>("fault");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("tries");
    QTest::newRow("2 GiB") << Answer::announcing(qint64(2) << 30) << ErrorKind::Protocol << 1;
    QTest::newRow("flood") << Answer::flood() << ErrorKind::Protocol << 1;
    QTest::newRow("a thousand levels")
        << Answer::json("{\"data\":" + QByteArray(1'000, '[') + QByteArray(1'000, ']') + '}')
        << ErrorKind::Protocol << 1;
    QTest::newRow("half a page") << Answer::cutOff(onePage, 20) << ErrorKind::Offline << 5;
    QTest::newRow("html") << Answer::html("<html>") << ErrorKind::Protocol << 5;
    QTest::newRow("500") << Answer::empty(500) << ErrorKind::Server << 5;
}

void TestWire::lastingFaults()
{
    QFETCH(Answer, fault);
    QFETCH(ErrorKind, kind);
    QFETCH(int, tries);
    FakeServer auth;
    FakeServer api;
    giveTokens(auth);
    api.otherwise([&](const SeenRequest &) { return fault; });
    const Wire wire = connectTo(auth, api);
    const auto page = test::waitFor(wire.client->fetchPage(anyRequest(), {}));
    QVERIFY2(page.error().kind == kind, qPrintable(page.error().text));
    QCOMPARE(int(api.requests.size()), tries);
    QVERIFY(!page.error().text.isEmpty());
}

void TestWire::canariesNeverLeak_data()
{
    QTest::addColumn<Answer>("tokenAnswer");
    QTest::addColumn<Answer>("pageAnswer");
    const Answer token = Answer::json("{\"access_token\":\"" + accessToken + "\"}");
    const QByteArray echo = "{\"message\":\"Authorization: Bearer " + accessToken + "\",\"client_secret\":\""
        + clientSecret + "\"}";
    QTest::newRow("all well") << token << Answer::json(onePage);
    QTest::newRow("page echoes the token") << token << Answer::json(echo, 422);
    QTest::newRow("page fails with an echo") << token << Answer::json(echo, 500);
    QTest::newRow("200 with an echo") << token << Answer::json(echo);
    QTest::newRow("token refused with an echo") << Answer::json(echo, 401) << Answer::json(onePage);
    QTest::newRow("form echoed") << Answer::html("client_secret=" + clientSecret.toPercentEncoding() + "&x",
                                                 400)
                                 << Answer::json(onePage);
    QTest::newRow("token answer half broken")
        << Answer::json("{\"access_token\":\"" + accessToken) << Answer::json(onePage);
    QTest::newRow("401 for ever") << token << Answer::json(echo, 401);
    QTest::newRow("reset") << token << Answer::reset();
}

void TestWire::canariesNeverLeak()
{
    QFETCH(Answer, tokenAnswer);
    QFETCH(Answer, pageAnswer);
    FakeServer auth;
    FakeServer api;
    guard(auth, api);
    auth.otherwise([&](const SeenRequest &) { return tokenAnswer; });
    api.otherwise([&](const SeenRequest &) { return pageAnswer; });
    const Wire wire = connectTo(auth, api);
    m_handler = qInstallMessageHandler(capture);
    const auto page = test::waitFor(wire.client->fetchPage(anyRequest(), {}));
    qInstallMessageHandler(m_handler);
    if (!page) {
        QVERIFY2(!leaks(page.error().text), qPrintable(page.error().text));
        QVERIFY2(!leaks(page.error().detail), qPrintable(page.error().detail));
    }
    QVERIFY2(logged.join(QLatin1Char('\n')).contains(QStringLiteral("/oauth2/token")),
             "the request log is silent");
    for (const QString &line : logged)
        QVERIFY2(!leaks(line), qPrintable(line));
    QVERIFY2(auth.isDone(), auth.report());
    QVERIFY2(api.isDone(), api.report());
}

void TestWire::otherHostsOfTheConnectionOnly()
{
    FakeServer auth;
    FakeServer api;
    FakeServer other;
    giveTokens(auth);
    const Wire wire = connectTo(auth, api);
    net::HttpRequest http;
    http.url = other.url(QStringLiteral("/"));
    http.authorization = Secret("Bearer " + accessToken);
    QCOMPARE(test::waitFor(wire.transport->send(http, {})).error().kind, ErrorKind::Protocol);
    QCOMPARE(other.connections, 0);
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
