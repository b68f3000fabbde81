// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networktransport.h"
#include "net/retrypolicy.h"
#include "support/fakeserver.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QFileInfo>
#include <QLoggingCategory>
#include <QProcess>
#include <QTimer>

using namespace gauge;
using namespace gauge::net;
using namespace gauge::test;
using namespace std::chrono_literals;

class TestNetworkTransport : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAndReceives();
    void sendsABodyAndASecretHeader();
    void statusesAreAnswers_data();
    void statusesAreAnswers();
    void followsNoRedirect_data();
    void followsNoRedirect();
    void aCompanysOwnAuthority_data();
    void aCompanysOwnAuthority();
    void anUntrustedAuthorityIsNamed();
    void refusesBeforeSending_data();
    void refusesBeforeSending();
    void faults_data();
    void faults();
    void neverSendsTwice_data();
    void neverSendsTwice();
    void boundsTheBody_data();
    void boundsTheBody();
    void boundsABomb();
    void inflatesHonestCompression();
    void headers_data();
    void headers();
    void answersWithoutAHeader_data();
    void answersWithoutAHeader();
    void provisionalAnswers_data();
    void provisionalAnswers();
    void aProvisionalAnswerToARequestIsNoOutcome();
    void encodings_data();
    void encodings();
    void dripEndsAtTheLongestTime();
    void cancelAbortsAtOnce();
    void cancelledBeforehandSendsNothing();
    void refusesSelfSigned();
    void connectionRefused();
    void asksNoProxyForThisComputer();
    void keepsNoCookies();
    void reusesTheConnection();
    void allowedSchemes_data();
    void allowedSchemes();
    void hostNames_data();
    void hostNames();

private:
    static HttpRequest get(const QUrl &url)
    {
        HttpRequest request;
        request.url = url;
        request.timeout = 300ms;
        return request;
    }
    static Result<HttpResponse> fetch(FakeServer &server, HttpRequest request)
    {
        NetworkTransport transport({hostAndPort(server.url())});
        return test::waitFor(transport.send(std::move(request), {}));
    }
};

void TestNetworkTransport::sendsAndReceives()
{
    FakeServer server;
    server.expect("GET", "/v7/a?with%5B%5D=tags&cursor=a%2Bb%26c",
                  Answer::json("{\"a\":1}").with("X-Some", "thing"));
    const auto answer
        = fetch(server, get(server.url(QStringLiteral("/v7/a?with%5B%5D=tags&cursor=a%2Bb%26c"))));
    QVERIFY2(answer.has_value(), server.report());
    QCOMPARE(answer->status, 200);
    QCOMPARE(answer->body, "{\"a\":1}");
    QCOMPARE(answer->header("x-some"), "thing");
    QVERIFY2(server.isDone(), server.report());
    QCOMPARE(server.requests.front().header("user-agent"), "GaugeDesk/" GAUGE_VERSION);
    QVERIFY(server.requests.front().header("cookie").isEmpty());
    QVERIFY(server.requests.front().header("authorization").isEmpty());
}

void TestNetworkTransport::sendsABodyAndASecretHeader()
{
    FakeServer server;
    server.expect("POST", "/oauth2/token", Answer::json("{}"));
    HttpRequest request = get(server.url(QStringLiteral("/oauth2/token")));
    request.method = "POST";
    request.body = Secret("client_secret=s");
    request.authorization = Secret("Bearer t");
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    QVERIFY(fetch(server, request).has_value());
    QCOMPARE(server.requests.front().body, "client_secret=s");
    QCOMPARE(server.requests.front().header("authorization"), "Bearer t");
    QCOMPARE(server.requests.front().header("content-type"), "application/x-www-form-urlencoded");
    QVERIFY2(server.isDone(), server.report());
}

void TestNetworkTransport::statusesAreAnswers_data()
{
    QTest::addColumn<int>("status");
    for (const int status :
         {200, 204, 400, 401, 403, 404, 408, 409, 418, 422, 429, 500, 501, 502, 503, 504, 520, 599})
        QTest::addRow("%d", status) << status;
}

void TestNetworkTransport::statusesAreAnswers()
{
    QFETCH(int, status);
    FakeServer server;
    const QByteArray body = status == 204 ? QByteArray() : QByteArray("{\"message\":\"m\"}");
    Answer answer = Answer::json(body, status).with("Retry-After", "3");
    if (status == 401)
        answer = answer.with("WWW-Authenticate", "Basic realm=\"x\"");
    server.expect("GET", "/", answer);
    const auto response = fetch(server, get(server.url(QStringLiteral("/"))));
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text));
    QCOMPARE(response->status, status);
    QCOMPARE(response->body, body);
    QCOMPARE(response->header("retry-after"), "3");
    QVERIFY2(server.isDone(), server.report());
}

void TestNetworkTransport::followsNoRedirect_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308})
        QTest::addRow("%d", status) << status;
}

void TestNetworkTransport::followsNoRedirect()
{
    QFETCH(int, status);
    FakeServer server;
    FakeServer thief;
    server.expect("POST", "/oauth2/token",
                  Answer::redirect(status, thief.url(QStringLiteral("/oauth2/token"))));
    HttpRequest request = get(server.url(QStringLiteral("/oauth2/token")));
    request.method = "POST";
    request.body = Secret("client_secret=canary");
    request.authorization = Secret("Bearer canary");
    // Even a host that is allowed is not followed to.
    NetworkTransport transport({hostAndPort(server.url()), hostAndPort(thief.url())});
    const auto answer = test::waitFor(transport.send(request, {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Protocol);
    QVERIFY2(answer.error().text.contains(QStringLiteral("redirect to 127.0.0.1")),
             qPrintable(answer.error().text));
    QVERIFY(!isRetryableError(answer.error()));
    QTest::qWait(20);
    QCOMPARE(thief.connections, 0);
    QVERIFY2(server.isDone(), server.report());
}

namespace {

//! A variable of the environment, as long as this lives.
class Variable
{
public:
    Variable(const char *name, const QByteArray &value)
        : m_name(name)
        , m_wasSet(qEnvironmentVariableIsSet(name))
        , m_before(qgetenv(name))
    {
        value.isNull() ? qunsetenv(name) : qputenv(name, value);
    }
    ~Variable() { m_wasSet ? qputenv(m_name, m_before) : qunsetenv(m_name); }
    Q_DISABLE_COPY_MOVE(Variable)

private:
    const char *m_name;
    bool m_wasSet;
    QByteArray m_before;
};

} // namespace

void TestNetworkTransport::aCompanysOwnAuthority_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("folder");
    const QString authority = FakeServer::companyAuthority();
    QTest::newRow("SSL_CERT_FILE") << QFile::encodeName(authority) << QByteArray();
    QTest::newRow("SSL_CERT_DIR") << QByteArray()
                                  << QFile::encodeName(QFileInfo(authority).path()) + ":/etc/ssl/certs";
}

void TestNetworkTransport::aCompanysOwnAuthority()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QByteArray, folder);
    const Variable names("SSL_CERT_FILE", file);
    const Variable folders("SSL_CERT_DIR", folder);
    FakeServer server(FakeServer::Security::CompanySigned);
    server.otherwise([](const SeenRequest &) { return Answer::json("{}"); });
    const auto answer = fetch(server, get(server.url()));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text));
    QCOMPARE(answer->status, 200);
}

void TestNetworkTransport::anUntrustedAuthorityIsNamed()
{
    const Variable folders("SSL_CERT_DIR", QByteArray());
    FakeServer server(FakeServer::Security::CompanySigned);
    const auto textWith = [&](const QByteArray &file) {
        const Variable names("SSL_CERT_FILE", file);
        const auto answer = fetch(server, get(server.url()));
        if (answer || answer.error().kind != ErrorKind::Protocol || isRetryableError(answer.error()))
            return QString();
        return answer.error().text;
    };
    const QString unset = textWith({});
    QVERIFY2(unset.contains(QLatin1String("ACME Company CA")), qPrintable(unset));
    QVERIFY2(unset.contains(QLatin1String("SSL_CERT_FILE")), qPrintable(unset));
    const QString wrong = textWith("/no/such/file.pem");
    QVERIFY2(wrong.contains(QLatin1String("/no/such/file.pem")), qPrintable(wrong));
    QVERIFY(server.requests.empty());
}

void TestNetworkTransport::refusesBeforeSending_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::newRow("another host") << QUrl(QStringLiteral("https://evil.example/"));
    QTest::newRow("a host that ends alike") << QUrl(QStringLiteral("https://notapi.eu.customergauge.com/"));
    QTest::newRow("another port") << QUrl(QStringLiteral("https://api.eu.customergauge.com:444/"));
    QTest::newRow("plain http") << QUrl(QStringLiteral("http://api.eu.customergauge.com/"));
    QTest::newRow("user info") << QUrl(QStringLiteral("https://user:pw@api.eu.customergauge.com/"));
    QTest::newRow("file") << QUrl(QStringLiteral("file:///etc/passwd"));
    QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://127.0.0.1/"));
    QTest::newRow("data") << QUrl(QStringLiteral("data:,x"));
    QTest::newRow("empty") << QUrl();
    QTest::newRow("http to the network") << QUrl(QStringLiteral("http://192.168.1.1/"));
}

void TestNetworkTransport::refusesBeforeSending()
{
    QFETCH(QUrl, url);
    NetworkTransport transport({QStringLiteral("api.eu.customergauge.com"), QStringLiteral("192.168.1.1")});
    const auto answer = test::waitFor(transport.send(get(url), {}));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Protocol);
    QVERIFY2(answer.error().text.contains(QStringLiteral("was not contacted")),
             qPrintable(answer.error().text));
    QVERIFY(!answer.error().text.contains(QStringLiteral("pw")));
}

void TestNetworkTransport::faults_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<bool>("retryable");
    const QByteArray body(10'000, 'x');
    QTest::newRow("reset") << Answer::reset() << ErrorKind::Offline << true;
    QTest::newRow("hang up") << Answer::hangUp() << ErrorKind::Offline << true;
    QTest::newRow("silence") << Answer::silence() << ErrorKind::Timeout << true;
    QTest::newRow("cut off") << Answer::cutOff(body, 5'000) << ErrorKind::Offline << true;
    QTest::newRow("cut off before the body") << Answer::cutOff(body, 0) << ErrorKind::Offline << true;
    QTest::newRow("cut off by one byte") << Answer::cutOff(body, 9'999) << ErrorKind::Offline << true;
    QTest::newRow("cut chunk") << Answer::cutChunk(body, 5'000) << ErrorKind::Offline << true;
    QTest::newRow("stall") << Answer::stall(body, 5'000) << ErrorKind::Timeout << true;
    QTest::newRow("error that breaks off") << [&] {
        Answer answer = Answer::cutOff(body, 100);
        answer.status = 500;
        return answer;
    }() << ErrorKind::Offline << true;
    QTest::newRow("not http") << Answer::raw("SSH-2.0-OpenSSH_9.2\r\n") << ErrorKind::Offline << true;
    QTest::newRow("late") << Answer::json("{}").after(2s) << ErrorKind::Timeout << true;
}

void TestNetworkTransport::faults()
{
    QFETCH(Answer, answer);
    QFETCH(ErrorKind, kind);
    FakeServer server;
    server.otherwise([&](const SeenRequest &) { return answer; });
    const auto response = fetch(server, get(server.url(QStringLiteral("/"))));
    QVERIFY(!response);
    QVERIFY2(response.error().kind == kind,
             qPrintable(kindName(response.error().kind) + response.error().detail));
    QTEST(isRetryableError(response.error()), "retryable");
}

void TestNetworkTransport::neverSendsTwice_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<Answer>("answer");
    for (const QByteArray method : {"GET", "POST", "PUT"}) {
        QTest::addRow("%s, reset", method.constData()) << method << Answer::reset();
        QTest::addRow("%s, hang up", method.constData()) << method << Answer::hangUp();
    }
}

void TestNetworkTransport::neverSendsTwice()
{
    QFETCH(QByteArray, method);
    QFETCH(Answer, answer);
    FakeServer server;
    server.expect("GET", "/warm", Answer::json("{}"));
    server.otherwise([&](const SeenRequest &) { return answer; });
    NetworkTransport transport({hostAndPort(server.url())});
    QVERIFY(test::waitFor(transport.send(get(server.url(QStringLiteral("/warm"))), {})));
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.method = method;
    if (method != "GET")
        request.body = Secret("record=1");
    const auto response = test::waitFor(transport.send(request, {}));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Offline);
    QCOMPARE(server.requests.size(), 2u);
}

void TestNetworkTransport::boundsTheBody_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("flood") << Answer::flood();
    QTest::newRow("2 GiB announced") << Answer::announcing(qint64(2) << 30);
    QTest::newRow("one byte too many") << Answer::json(QByteArray(1024 * 1024 + 1, 'x'));
}

void TestNetworkTransport::boundsTheBody()
{
    QFETCH(Answer, answer);
    FakeServer server;
    server.otherwise([&](const SeenRequest &) { return answer; });
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.timeout = 5s;
    request.maxBody = 1024 * 1024;
    QElapsedTimer timer;
    timer.start();
    const auto response = fetch(server, request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Protocol);
    QVERIFY2(response.error().text.contains(QStringLiteral("larger than 1 MB")),
             qPrintable(response.error().text));
    QVERIFY(!isRetryableError(response.error()));
    QVERIFY(timer.elapsed() < 4'000);
}

void TestNetworkTransport::boundsABomb()
{
    FakeServer server;
    server.otherwise(
        [](const SeenRequest &) { return Answer::deflated(QByteArray(200 * 1024 * 1024, ' ')); });
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.timeout = 5s;
    request.maxBody = 1024 * 1024;
    const auto response = fetch(server, request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Protocol);
    QVERIFY(!isRetryableError(response.error()));
}

void TestNetworkTransport::inflatesHonestCompression()
{
    FakeServer server;
    const QByteArray body(8 * 1024 * 1024, ' ');
    server.otherwise([&](const SeenRequest &) { return Answer::deflated(body); });
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.timeout = 5s;
    const auto response = fetch(server, request);
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().detail));
    QCOMPARE(response->body.size(), body.size());
}

void TestNetworkTransport::headers_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<bool>("isReadable");
    const auto fields = [](int count, int size) {
        Answer answer = Answer::json("{}"); // with two fields itself
        for (int i = 0; i < count; ++i)
            answer = answer.with("X-Field-" + QByteArray::number(i), QByteArray(size, 'v'));
        return answer;
    };
    QTest::newRow("100 fields") << fields(98, 3) << true;
    QTest::newRow("101 fields") << fields(99, 3) << false;
    QTest::newRow("300 fields") << fields(300, 30) << false;
    QTest::newRow("a field of 32 KB") << fields(1, 32'000) << true;
    QTest::newRow("80 KB in all") << fields(20, 4'000) << true;
    QTest::newRow("a field of 200 KB") << fields(1, 200'000) << false;
    QTest::newRow("a space in a name") << Answer::json("{}").with("X Field", "v") << false;
    QTest::newRow("an empty name") << Answer::json("{}").with("", "v") << false;
    QTest::newRow("a refusal") << Answer::json("{}", 403).with("X Field", "v") << false;
}

//! The connection stays open, so an answer that is not understood would end in a time-out.
void TestNetworkTransport::headers()
{
    QFETCH(Answer, answer);
    QFETCH(bool, isReadable);
    FakeServer server;
    server.otherwise([&](const SeenRequest &) { return answer; });
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.timeout = 5s; // Qt takes its time with large headers
    const auto response = fetch(server, request);
    QCOMPARE(response.has_value(), isReadable);
    if (isReadable) {
        QCOMPARE(response->body, "{}");
        QCOMPARE(response->headers.size(), answer.headers.size() + 1);
        return;
    }
    QCOMPARE(response.error().kind, ErrorKind::Protocol);
    QVERIFY2(response.error().text.contains(QStringLiteral("100 fields")), qPrintable(response.error().text));
    QVERIFY(!isRetryableError(response.error()));
    QVERIFY(!wasNotSent(response.error()));
    QCOMPARE(server.requests.size(), 1u);
}

void TestNetworkTransport::answersWithoutAHeader_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("200") << QByteArray("HTTP/1.1 200 OK\r\n\r\n{}") << 200 << QByteArray("{}");
    QTest::newRow("200, empty") << QByteArray("HTTP/1.0 200 OK\r\n\r\n") << 200 << QByteArray();
    QTest::newRow("204") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("503") << QByteArray("HTTP/1.1 503 -\r\n\r\n") << 503 << QByteArray();
}

//! Such an answer ends with its connection.
void TestNetworkTransport::answersWithoutAHeader()
{
    QFETCH(QByteArray, answer);
    FakeServer server;
    server.otherwise([&](const SeenRequest &) { return Answer::raw(answer); });
    const auto response = fetch(server, get(server.url(QStringLiteral("/"))));
    QVERIFY2(response.has_value(), response ? "" : qPrintable(response.error().text));
    QTEST(response->status, "status");
    QTEST(response->body, "body");
}

void TestNetworkTransport::provisionalAnswers_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("unreadable"); // the status that Qt cannot pass over
    QTest::newRow("100") << QByteArray("HTTP/1.1 100 Continue\r\n\r\n") << 0;
    QTest::newRow("100 with a field") << QByteArray("HTTP/1.1 100 Continue\r\nX-A: b\r\n\r\n") << 0;
    QTest::newRow("102") << QByteArray("HTTP/1.1 102 Processing\r\n\r\n") << 102;
    QTest::newRow("103") << QByteArray("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n") << 103;
    QTest::newRow("another") << QByteArray("HTTP/1.1 199 -\r\n\r\n") << 199;
}

void TestNetworkTransport::provisionalAnswers()
{
    QFETCH(QByteArray, before);
    QFETCH(int, unreadable);
    FakeServer server;
    server.otherwise([&](const SeenRequest &) {
        return Answer::raw(before + "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    });
    const auto response = fetch(server, get(server.url(QStringLiteral("/"))));
    QCOMPARE(response.has_value(), unreadable == 0);
    if (response) {
        QCOMPARE(response->status, 200);
        QCOMPARE(response->body, "{}");
        return;
    }
    QCOMPARE(response.error().kind, ErrorKind::Protocol);
    QVERIFY2(response.error().text.contains(QString::number(unreadable)), qPrintable(response.error().text));
    QVERIFY(!isRetryableError(response.error()));
}

//! 103 is no answer to a record that was sent: the service may have taken it.
void TestNetworkTransport::aProvisionalAnswerToARequestIsNoOutcome()
{
    FakeServer server;
    server.otherwise([](const SeenRequest &) { return Answer::raw("HTTP/1.1 103 -\r\nLink: </a>\r\n\r\n"); });
    HttpRequest request = get(server.url(QStringLiteral("/records/")));
    request.method = "PUT";
    request.body = Secret("record=1");
    const auto response = fetch(server, request);
    QVERIFY(!response);
    QVERIFY(!wasNotSent(response.error()));
    QCOMPARE(server.requests.size(), 1u);
}

void TestNetworkTransport::encodings_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body"); // empty: an error
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-c")});
    gzip.write("{\"data\":[]}");
    gzip.closeWriteChannel();
    QVERIFY(gzip.waitForFinished());
    const QByteArray packed = gzip.readAllStandardOutput();
    const QByteArray json = "{\"data\":[]}";
    QTest::newRow("gzip") << QByteArray("gzip") << packed << 200 << json;
    QTest::newRow("x-gzip") << QByteArray("x-gzip") << packed << 200 << json;
    QTest::newRow("x-gzip, damaged") << QByteArray("x-gzip") << packed.chopped(3) << 200 << QByteArray();
    QTest::newRow("compress") << QByteArray("compress") << QByteArray("\x1f\x9d\x90") << 200 << QByteArray();
    QTest::newRow("x-gzip with a refusal") << QByteArray("x-gzip") << packed << 422 << json;
    QTest::newRow("compress with a refusal")
        << QByteArray("compress") << QByteArray("\x1f\x9d\x90") << 503 << QByteArray();
}

void TestNetworkTransport::encodings()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, sent);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    FakeServer server;
    server.otherwise(
        [&](const SeenRequest &) { return Answer::json(sent, status).with("Content-Encoding", encoding); });
    const auto response = fetch(server, get(server.url(QStringLiteral("/"))));
    const bool isError = status == 200 && body.isEmpty();
    QCOMPARE(response.has_value(), !isError);
    if (response) {
        QCOMPARE(response->status, status);
        QCOMPARE(response->body, body);
    } else {
        QCOMPARE(response.error().kind, ErrorKind::Protocol);
    }
}

void TestNetworkTransport::dripEndsAtTheLongestTime()
{
    FakeServer server;
    server.otherwise([](const SeenRequest &) { return Answer::flood(); });
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.longest = 200ms;
    request.maxBody = qint64(1) << 40;
    const auto response = fetch(server, request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Timeout);
}

void TestNetworkTransport::cancelAbortsAtOnce()
{
    FakeServer server;
    server.otherwise([](const SeenRequest &) { return Answer::stall(QByteArray(1000, 'x'), 10); });
    NetworkTransport transport({hostAndPort(server.url())});
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.timeout = 60s;
    std::stop_source stop;
    QTimer::singleShot(50, this, [&] { stop.request_stop(); });
    QElapsedTimer timer;
    timer.start();
    const auto response = test::waitFor(transport.send(request, stop.get_token()));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 2'000);
}

void TestNetworkTransport::cancelledBeforehandSendsNothing()
{
    FakeServer server;
    NetworkTransport transport({hostAndPort(server.url())});
    std::stop_source stop;
    stop.request_stop();
    const auto response = test::waitFor(transport.send(get(server.url()), stop.get_token()));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Cancelled);
    QTest::qWait(10);
    QCOMPARE(server.connections, 0);
}

void TestNetworkTransport::refusesSelfSigned()
{
    FakeServer server(FakeServer::Security::SelfSigned);
    HttpRequest request = get(server.url(QStringLiteral("/")));
    request.timeout = 5s;
    request.authorization = Secret("Bearer canary");
    const auto response = fetch(server, request);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Protocol);
    QVERIFY2(response.error().text.contains(QStringLiteral("self-signed")),
             qPrintable(response.error().text));
    QVERIFY(!isRetryableError(response.error()));
    QVERIFY(server.requests.empty());
}

void TestNetworkTransport::connectionRefused()
{
    QUrl gone;
    {
        const FakeServer server;
        gone = server.url(QStringLiteral("/"));
    }
    NetworkTransport transport({hostAndPort(gone)});
    const auto response = test::waitFor(transport.send(get(gone), {}));
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Offline);
    QVERIFY(isRetryableError(response.error()));
}

void TestNetworkTransport::asksNoProxyForThisComputer()
{
    FakeServer proxy; // strict: any request fails it
    qputenv("http_proxy", proxy.url().toEncoded());
    FakeServer server;
    server.expect("GET", "/", Answer::json("{}"));
    const auto answer = fetch(server, get(server.url(QStringLiteral("/"))));
    qunsetenv("http_proxy");
    QVERIFY(answer.has_value());
    QVERIFY2(server.isDone(), server.report());
    QCOMPARE(proxy.connections, 0);
}

void TestNetworkTransport::keepsNoCookies()
{
    FakeServer server;
    server.expect(
        "GET", "/",
        Answer::json("{}").with("Set-Cookie", "session=1; Path=/").with("Cache-Control", "max-age=9"));
    server.expect("GET", "/", Answer::json("{}"));
    NetworkTransport transport({hostAndPort(server.url())});
    for (int i = 0; i < 2; ++i)
        QVERIFY(test::waitFor(transport.send(get(server.url(QStringLiteral("/"))), {})));
    QVERIFY2(server.isDone(), server.report());
    QVERIFY(server.requests.back().header("cookie").isEmpty());
}

void TestNetworkTransport::reusesTheConnection()
{
    FakeServer server;
    server.otherwise([](const SeenRequest &) { return Answer::json("{}"); });
    NetworkTransport transport({hostAndPort(server.url())});
    for (int i = 0; i < 5; ++i)
        QVERIFY(test::waitFor(transport.send(get(server.url(QStringLiteral("/"))), {})));
    QCOMPARE(server.requests.size(), 5u);
    QCOMPARE(server.connections, 1);
}

void TestNetworkTransport::allowedSchemes_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("https") << QStringLiteral("https://api.eu.customergauge.com") << true;
    QTest::newRow("loopback") << QStringLiteral("http://127.0.0.1:8080") << true;
    QTest::newRow("loopback 6") << QStringLiteral("http://[::1]:8080") << true;
    QTest::newRow("localhost") << QStringLiteral("http://localhost:8080") << true;
    QTest::newRow("like localhost") << QStringLiteral("http://localhost.evil.example") << false;
    QTest::newRow("any address") << QStringLiteral("http://0.0.0.0") << false;
    QTest::newRow("network") << QStringLiteral("http://10.0.0.1") << false;
    QTest::newRow("user") << QStringLiteral("https://a@b.example") << false;
    QTest::newRow("no host") << QStringLiteral("https:///x") << false;
    QTest::newRow("no scheme") << QStringLiteral("api.eu.customergauge.com") << false;
}

void TestNetworkTransport::allowedSchemes()
{
    QFETCH(QString, url);
    QTEST(isAllowedScheme(QUrl(url)), "allowed");
}

void TestNetworkTransport::hostNames_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("name");
    QTest::newRow("https") << QStringLiteral("https://API.eu.CustomerGauge.com/x")
                           << QStringLiteral("api.eu.customergauge.com");
    QTest::newRow("own port") << QStringLiteral("https://a.example:443") << QStringLiteral("a.example");
    QTest::newRow("another port") << QStringLiteral("https://a.example:80") << QStringLiteral("a.example:80");
    QTest::newRow("http") << QStringLiteral("http://127.0.0.1:80") << QStringLiteral("127.0.0.1");
    QTest::newRow("six") << QStringLiteral("http://[::1]:8080") << QStringLiteral("[::1]:8080");
}

void TestNetworkTransport::hostNames()
{
    QFETCH(QString, url);
    QTEST(hostAndPort(QUrl(url)), "name");
}

QTEST_GUILESS_MAIN(TestNetworkTransport)
#include "tst_networktransport.moc"
