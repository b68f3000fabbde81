// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serviceclient.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"
#include "support/pagereading.h"
#include "support/testcase.h"
#include "support/waiting.h"

using namespace gauge;
using namespace gauge::catalog;
using namespace gauge::service;
using namespace gauge::test;
using namespace std::chrono_literals;

namespace {

const QByteArray onePage = R"({"data":[{"number_customergauge":1,"nps":9}],"cursor":{"next":"c2"}})";

} // namespace

class TestServiceClient : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fetchesAPage();
    void urls_data();
    void urls();
    void refusesBadInput_data();
    void refusesBadInput();
    void renewsOnceOn401();
    void secondUnauthorizedIsFinal();
    void tokenErrorsPassThrough();
    void retriesWhatMayPass_data();
    void retriesWhatMayPass();
    void doesNotRetry_data();
    void doesNotRetry();
    void backsOffExponentially();
    void honoursRetryAfter();
    void retryAfterBeyondTheBudgetGivesUp();
    void patienceOutlastsTheBudget_data();
    void patienceOutlastsTheBudget();
    void tellsARefusedCursor_data();
    void tellsARefusedCursor();
    void givesUpAfterFiveTries();
    void givesUpAfterTwoMinutes();
    void neverRepeatsWhatIsNotIdempotent();
    void cancelEndsTheWait();
    void excerptsAreRedactedAndShort();
    void eventLoopStaysResponsive();

private:
    [[nodiscard]] ServiceClient client()
    {
        Connection connection;
        connection.name = QStringLiteral("ACME");
        const auto tokens = std::make_shared<TokenProvider>(connection, m_tokenTransport, m_clock,
                                                            [] { return credentials(); });
        return {connection, m_transport, tokens, m_clock, {}, [] { return 0.5; }};
    }
    static QCoro::Task<Result<Credentials>> credentials()
    {
        co_return Credentials{QStringLiteral("id"), Secret("s")};
    }
    [[nodiscard]] static PageRequest request(const char *id = "responses")
    {
        PageRequest page;
        page.endpoint = *Catalog::builtIn().find(QLatin1String(id));
        return page;
    }
    [[nodiscard]] Result<PagePointer> fetch(PageRequest page = request())
    {
        ServiceClient service = client();
        return test::waitFor(service.fetchPage(std::move(page), {}));
    }

    std::shared_ptr<FakeTransport> m_transport;
    std::shared_ptr<FakeTransport> m_tokenTransport;
    std::shared_ptr<FakeClock> m_clock;
};

void TestServiceClient::init()
{
    TestCase::init();
    m_transport = std::make_shared<FakeTransport>();
    m_tokenTransport = std::make_shared<FakeTransport>();
    m_clock = std::make_shared<FakeClock>();
    m_tokenTransport->otherwise([this](const net::HttpRequest &) {
        const QByteArray number = QByteArray::number(int(m_tokenTransport->requests.size()));
        return net::HttpResponse{200, {}, "{\"access_token\":\"t" + number + "\"}"};
    });
}

void TestServiceClient::fetchesAPage()
{
    m_transport->answer(200, onePage);
    const auto page = fetch();
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text));
    QCOMPARE((*page)->records.size(), 1u);
    QCOMPARE((*page)->nextCursor, QStringLiteral("c2"));
    const net::HttpRequest &sent = m_transport->requests.front();
    QCOMPARE(sent.method, "GET");
    QCOMPARE(sent.authorization->expose(), "Bearer t1");
    QVERIFY(sent.body.isEmpty());
}

void TestServiceClient::urls_data()
{
    QTest::addColumn<QString>("feed");
    QTest::addColumn<Scope>("scope");
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<QByteArray>("url");
    const QByteArray base = "https://api.eu.customergauge.com/v7/rest/sync/";
    QTest::newRow("plain") << QStringLiteral("responses") << Scope() << QString()
                           << base + "responses?per_page=1000";
    Scope all;
    all.with = {QStringLiteral("tags"), QStringLiteral("properties"), QStringLiteral("selected_drivers")};
    all.number = QStringLiteral("3414");
    all.outboundFilter = QStringLiteral("0b5d8a2c-6f1e-4c5e-9d9b-2a3f4b5c6d7e");
    all.periodField = QStringLiteral("date_sent");
    all.periodStart = QStringLiteral("2022-01-01");
    all.periodEnd = QStringLiteral("2022-01-31");
    QTest::newRow("everything") << QStringLiteral("responses") << all << QStringLiteral("a+b&c=/é%")
                                << base
            + "responses?per_page=1000&with%5B%5D=selected_drivers&with%5B%5D=tags&with%5B%5D=properties"
              "&number_customergauge=3414&filter=0b5d8a2c-6f1e-4c5e-9d9b-2a3f4b5c6d7e"
              "&period%5Bfield%5D=date_sent&period%5Bstart%5D=2022-01-01&period%5Bend%5D=2022-01-31"
              "&cursor=a%2Bb%26c%3D%2F%C3%A9%25";
    Scope updated;
    updated.periodField = QStringLiteral("updated_at");
    updated.periodStart = QStringLiteral("2022-01-01");
    updated.periodEnd = QStringLiteral("2022-01-31");
    QTest::newRow("close-loop") << QStringLiteral("close-loop") << updated << QStringLiteral("5")
                                << base
            + "close-loop?per_page=1000&updated_at%5Bstart%5D=2022-01-01&updated_at%5Bend%5D=2022-01-31&"
              "cursor=5";
}

void TestServiceClient::urls()
{
    QFETCH(QString, feed);
    QFETCH(Scope, scope);
    QFETCH(QString, cursor);
    PageRequest page = request(qPrintable(feed));
    page.scope = scope;
    page.cursor = cursor;
    QTEST(pageUrl(Connection(), page).toEncoded(), "url");
    Connection custom;
    custom.region = Region::Custom;
    custom.apiUrl = QUrl(QStringLiteral("http://127.0.0.1:81/prefix/"));
    QVERIFY(pageUrl(custom, page)
                .toString()
                .startsWith(QStringLiteral("http://127.0.0.1:81/prefix/v7/rest/sync/")));
}

void TestServiceClient::refusesBadInput_data()
{
    QTest::addColumn<PageRequest>("page");
    for (const int perPage : {0, -1, 1001}) {
        PageRequest page = request();
        page.perPage = perPage;
        QTest::addRow("%d a page", perPage) << page;
    }
    PageRequest page = request("non-responses");
    page.scope.with = {QStringLiteral("tags")};
    QTest::newRow("with") << page;
    page = request();
    page.scope.periodField = QStringLiteral("date_sent");
    QTest::newRow("half a period") << page;
}

void TestServiceClient::refusesBadInput()
{
    QFETCH(PageRequest, page);
    const auto result = fetch(page);
    QCOMPARE(result.error().kind, ErrorKind::Input);
    QVERIFY(m_transport->requests.empty());
    QVERIFY(m_tokenTransport->requests.empty());
}

void TestServiceClient::renewsOnceOn401()
{
    m_transport->answer(401, R"({"message":"Unauthenticated."})").answer(200, onePage);
    QVERIFY(fetch().has_value());
    QCOMPARE(m_transport->requests.size(), 2u);
    QCOMPARE(m_transport->requests[1].authorization->expose(), "Bearer t2");
    QCOMPARE(m_transport->requests[1].url, m_transport->requests[0].url);
    QVERIFY(m_clock->sleeps.empty());
}

void TestServiceClient::secondUnauthorizedIsFinal()
{
    m_transport->answer(401).answer(401, R"({"message":"Unauthenticated."})");
    const auto page = fetch();
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QVERIFY(page.error().text.contains(QStringLiteral("twice")));
    QVERIFY(m_transport->isDone());
    QCOMPARE(m_tokenTransport->requests.size(), 2u);
}

void TestServiceClient::tokenErrorsPassThrough()
{
    m_tokenTransport->answer(401, "{}");
    const auto page = fetch();
    QCOMPARE(page.error().kind, ErrorKind::Unauthorized);
    QVERIFY(m_transport->requests.empty());
}

void TestServiceClient::retriesWhatMayPass_data()
{
    QTest::addColumn<int>("status"); // 0: an error of the transport
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    for (const int status : {500, 502, 503, 504, 520})
        QTest::addRow("%d", status) << status << QByteArray("x") << ErrorKind::Server;
    QTest::newRow("408") << 408 << QByteArray() << ErrorKind::Timeout;
    QTest::newRow("429") << 429 << QByteArray() << ErrorKind::RateLimited;
    QTest::newRow("truncated") << 200 << onePage.left(30) << ErrorKind::Protocol;
    QTest::newRow("html") << 200 << QByteArray("<html>") << ErrorKind::Protocol;
    QTest::newRow("empty") << 200 << QByteArray() << ErrorKind::Protocol;
    QTest::newRow("204") << 204 << QByteArray() << ErrorKind::Protocol;
    QTest::newRow("a value that is not JSON")
        << 200 << QByteArray(R"({"data":[{"value":-2.}],"cursor":{"next":2}})") << ErrorKind::Protocol;
    QTest::newRow("reset") << 0 << QByteArray() << ErrorKind::Offline;
    QTest::newRow("time-out") << 0 << QByteArray() << ErrorKind::Timeout;
}

void TestServiceClient::retriesWhatMayPass()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    const auto failure = [=](const net::HttpRequest &) -> Result<net::HttpResponse> {
        if (status == 0)
            return fail(kind, QStringLiteral("no answer"));
        return net::HttpResponse{status, {}, body};
    };
    m_transport->otherwise(failure);
    const auto page = fetch();
    QVERIFY(page.error().kind == kind);
    QCOMPARE(m_transport->requests.size(), 5u);
    QVERIFY2(page.error().text.contains(QStringLiteral("5 times. Nothing that was stored is lost")),
             qPrintable(page.error().text));
    QVERIFY(page.error().detail.contains(QStringLiteral("Request History")));
    // And one failure is nothing a person notices.
    m_transport->otherwise([&](const net::HttpRequest &http) {
        return m_transport->requests.size() == 6
            ? failure(http)
            : Result<net::HttpResponse>(net::HttpResponse{200, {}, onePage});
    });
    QVERIFY(fetch().has_value());
    QCOMPARE(m_transport->requests.size(), 7u);
}

void TestServiceClient::doesNotRetry_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("words");
    QTest::newRow("400") << 400 << QByteArray(R"({"message":"Bad cursor."})") << ErrorKind::Input
                         << QStringLiteral("Bad cursor.");
    QTest::newRow("422") << 422 << QByteArray(R"({"message":"The given data was invalid."})")
                         << ErrorKind::Input << QStringLiteral("given data was invalid");
    QTest::newRow("403") << 403 << QByteArray() << ErrorKind::Forbidden << QStringLiteral("may not read");
    QTest::newRow("404") << 404 << QByteArray() << ErrorKind::NotFound
                         << QStringLiteral("may not have this feed");
    QTest::newRow("418") << 418 << QByteArray() << ErrorKind::Protocol << QStringLiteral("HTTP 418");
    QTest::newRow("deep") << 200 << "{\"data\":" + QByteArray(1'000, '[') + QByteArray(1'000, ']') + '}'
                          << ErrorKind::Protocol << QStringLiteral("nested too deeply");
    QTest::newRow("no list") << 200 << QByteArray("{\"message\":\"x\"}") << ErrorKind::Protocol
                             << QStringLiteral("no list of records");
}

void TestServiceClient::doesNotRetry()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, words);
    m_transport->answer(status, body);
    const auto page = fetch();
    QVERIFY(page.error().kind == kind);
    QVERIFY2(page.error().text.contains(words), qPrintable(page.error().text));
    QCOMPARE(m_transport->requests.size(), 1u);
    QVERIFY(m_clock->sleeps.empty());
}

void TestServiceClient::backsOffExponentially()
{
    m_transport->answer(500).answer(500).answer(500).answer(500).answer(200, onePage);
    QVERIFY(fetch().has_value());
    QCOMPARE(m_clock->sleeps, (std::vector<std::chrono::milliseconds>{250ms, 500ms, 1000ms, 2000ms}));
}

void TestServiceClient::honoursRetryAfter()
{
    m_transport->answer(429, {}, {{"retry-after", "30"}})
        .answer(503, {}, {{"retry-after", "Thu, 01 Jan 2026 12:00:45 GMT"}})
        .answer(200, onePage);
    QVERIFY(fetch().has_value());
    QCOMPARE(m_clock->sleeps, (std::vector<std::chrono::milliseconds>{30s, 15s}));
}

void TestServiceClient::retryAfterBeyondTheBudgetGivesUp()
{
    m_transport->answer(429, {}, {{"retry-after", "3600"}});
    const auto page = fetch();
    QCOMPARE(page.error().kind, ErrorKind::RateLimited);
    QVERIFY(m_clock->sleeps.empty());
    QVERIFY(m_transport->isDone());
}

void TestServiceClient::patienceOutlastsTheBudget_data()
{
    QTest::addColumn<bool>("atToken");
    QTest::newRow("a page") << false;
    QTest::newRow("a token") << true;
}

void TestServiceClient::patienceOutlastsTheBudget()
{
    QFETCH(bool, atToken);
    FakeTransport &refusing = atToken ? *m_tokenTransport : *m_transport;
    refusing.answer(429, {}, {{"retry-after", "3600"}});
    m_transport->answer(200, onePage);
    const QDateTime hour = m_clock->now().addSecs(3600);
    QList<QDateTime> asked;
    const Patience patience = [&](QDateTime until, std::stop_token) -> QCoro::Task<Result<void>> {
        asked.append(until);
        m_clock->advance(1h);
        co_return Result<void>{};
    };
    ServiceClient service = client();
    const auto page = test::waitFor(service.fetchPage(request(), {}, {}, patience));
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text));
    QCOMPARE(asked, QList<QDateTime>{hour});
    QVERIFY(m_clock->sleeps.empty());
}

void TestServiceClient::tellsARefusedCursor_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("cursor");
    QTest::addColumn<bool>("isCursor");
    const QByteArray named = R"({"errors":{"cursor":["invalid"]}})";
    QTest::newRow("400") << 400 << QByteArray("{}") << QStringLiteral("c1") << true;
    QTest::newRow("422") << 422 << named << QStringLiteral("c1") << true;
    QTest::newRow("another field") << 422 << QByteArray(R"({"errors":{"filter":["?"]}})")
                                   << QStringLiteral("c1") << false;
    QTest::newRow("no cursor was sent") << 400 << QByteArray("{}") << QString() << false;
    QTest::newRow("forbidden") << 403 << named << QStringLiteral("c1") << false;
}

void TestServiceClient::tellsARefusedCursor()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, cursor);
    m_transport->answer(status, body);
    PageRequest page = request();
    page.cursor = cursor;
    const auto answer = fetch(page);
    QVERIFY(!answer);
    QTEST(isRefusedCursor(answer.error()), "isCursor");
}

void TestServiceClient::givesUpAfterFiveTries()
{
    for (int i = 0; i < 5; ++i)
        m_transport->answer(503);
    QCOMPARE(fetch().error().kind, ErrorKind::Server);
    QVERIFY(m_transport->isDone());
}

void TestServiceClient::givesUpAfterTwoMinutes()
{
    m_transport->otherwise([this](const net::HttpRequest &) -> Result<net::HttpResponse> {
        m_clock->advance(60s); // as long as a try that times out
        return fail(ErrorKind::Timeout, QStringLiteral("slow"));
    });
    QCOMPARE(fetch().error().kind, ErrorKind::Timeout);
    QCOMPARE(m_transport->requests.size(), 2u);
}

void TestServiceClient::neverRepeatsWhatIsNotIdempotent()
{
    PageRequest page = request();
    page.endpoint.idempotent = false;
    m_transport->answer(503);
    QCOMPARE(fetch(page).error().kind, ErrorKind::Server);
    QVERIFY(m_transport->isDone());
}

void TestServiceClient::cancelEndsTheWait()
{
    m_transport->hold();
    m_transport->answer(200, onePage);
    ServiceClient service = client();
    std::stop_source stop;
    QTimer::singleShot(20, this, [&] { stop.request_stop(); });
    const auto page = test::waitFor(service.fetchPage(request(), stop.get_token()));
    QCOMPARE(page.error().kind, ErrorKind::Cancelled);
}

void TestServiceClient::excerptsAreRedactedAndShort()
{
    m_transport->answer(422,
                        "{\"message\":\"token=canary1 is bad\",\"access_token\":\"canary2\",\"x\":\""
                            + QByteArray(100'000, 'x') + "\"}");
    const auto page = fetch();
    QVERIFY(!page.error().text.contains(QStringLiteral("canary")));
    QVERIFY(!page.error().detail.contains(QStringLiteral("canary")));
    QVERIFY(page.error().detail.size() < 1'000);
}

void TestServiceClient::eventLoopStaysResponsive()
{
    QByteArray body = "{\"data\":[{\"nps\":1}";
    for (int i = 1; i < 20'000; ++i)
        body += ",{\"nps\":1,\"comment\":\"some words to read\"}";
    m_transport->answer(200, body + "],\"cursor\":{\"next\":1}}");
    int ticks = 0;
    QTimer timer;
    connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
    timer.start(0);
    const auto page = fetch();
    QVERIFY(page.has_value());
    QVERIFY2(ticks > 10, qPrintable(QString::number(ticks)));
}

QTEST_GUILESS_MAIN(TestServiceClient)
#include "tst_serviceclient.moc"
