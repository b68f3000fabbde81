// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "service/tokenprovider.h"
#include "support/fakeclock.h"
#include "support/faketransport.h"
#include "support/testcase.h"
#include "support/waiting.h"

#include <QUrlQuery>

using namespace gauge;
using namespace gauge::service;
using namespace gauge::test;
using namespace std::chrono_literals;

class TestTokenProvider : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sendsAFormBody();
    void reusesTheToken();
    void renewsAMinuteEarly();
    void shortLivedTokens();
    void lifetimes_data();
    void lifetimes();
    void invalidates();
    void oneRefreshForAllWhoWait();
    void aCancelledWaiterDoesNotCancelTheOthers();
    void theLastCancelledWaiterEndsTheRefresh();
    void cancelledBeforehand();
    void providerMayGoWhileOthersWait();
    void refusals_data();
    void refusals();
    void anEchoedSecretIsHidden();
    void failuresAreNotKept();
    void credentialsMayFail();
    void retries();
    void givesUpClearly();
    void badAnswers_data();
    void badAnswers();

private:
    [[nodiscard]] std::unique_ptr<TokenProvider> provider()
    {
        Connection connection;
        connection.name = QStringLiteral("ACME");
        connection.region = Region::Eu;
        return std::make_unique<TokenProvider>(connection, m_transport, m_clock,
                                               [this] { return credentials(m_credentials); });
    }
    static QCoro::Task<Result<Credentials>> credentials(Result<Credentials> value) { co_return value; }
    static QByteArray answer(const QByteArray &token)
    {
        return "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    }

    std::shared_ptr<FakeTransport> m_transport;
    std::shared_ptr<FakeClock> m_clock;
    Result<Credentials> m_credentials;
};

void TestTokenProvider::init()
{
    TestCase::init();
    m_transport = std::make_shared<FakeTransport>();
    m_clock = std::make_shared<FakeClock>();
    m_credentials = Credentials{QStringLiteral("my id"), Secret("my secret")};
}

void TestTokenProvider::sendsAFormBody()
{
    const QByteArray secret = QString::fromUtf8("a+b&c=d é%20/ß").toUtf8();
    m_credentials = Credentials{QString::fromUtf8("ï&d"), Secret(secret)};
    m_transport->answer(200, answer("t1"));
    const auto tokens = provider();
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    const net::HttpRequest &request = m_transport->requests.front();
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.url, QUrl(QStringLiteral("https://auth.eu.customergauge.com/oauth2/token")));
    QVERIFY(!request.authorization);
    QVERIFY(request.headers.contains({"Content-Type", "application/x-www-form-urlencoded"}));
    const QUrlQuery form(QString::fromLatin1(request.body.expose()));
    QCOMPARE(form.queryItemValue(QStringLiteral("grant_type")), QStringLiteral("client_credentials"));
    QCOMPARE(form.queryItemValue(QStringLiteral("client_id"), QUrl::FullyDecoded), QString::fromUtf8("ï&d"));
    QCOMPARE(form.queryItemValue(QStringLiteral("client_secret"), QUrl::FullyDecoded).toUtf8(), secret);
    QVERIFY(request.body.expose().contains("client_secret=a%2Bb%26c%3Dd%20%C3%A9%2520%2F%C3%9F"));
}

void TestTokenProvider::reusesTheToken()
{
    m_transport->answer(200, answer("t1"));
    const auto tokens = provider();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    QVERIFY(m_transport->isDone());
}

void TestTokenProvider::renewsAMinuteEarly()
{
    m_transport->answer(200, answer("t1")).answer(200, answer("t2"));
    const auto tokens = provider();
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    m_clock->advance(3539s);
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    m_clock->advance(1s);
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t2");
}

void TestTokenProvider::shortLivedTokens()
{
    m_transport->answer(200, R"({"access_token":"t1","expires_in":20})").answer(200, answer("t2"));
    const auto tokens = provider();
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    m_clock->advance(9s);
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    m_clock->advance(1s);
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t2");
}

void TestTokenProvider::lifetimes_data()
{
    QTest::addColumn<QByteArray>("expires");
    QTest::addColumn<int>("seconds");
    QTest::newRow("missing") << QByteArray() << 3540;
    QTest::newRow("null") << QByteArray(",\"expires_in\":null") << 3540;
    QTest::newRow("text") << QByteArray(",\"expires_in\":\"600\"") << 540;
    QTest::newRow("zero") << QByteArray(",\"expires_in\":0") << 3540;
    QTest::newRow("less than a second") << QByteArray(",\"expires_in\":0.15") << 3540;
    QTest::newRow("negative") << QByteArray(",\"expires_in\":-5") << 3540;
    QTest::newRow("words") << QByteArray(",\"expires_in\":\"soon\"") << 3540;
    QTest::newRow("absurd") << QByteArray(",\"expires_in\":1e300") << 30 * 86'400 - 60;
}

void TestTokenProvider::lifetimes()
{
    QFETCH(QByteArray, expires);
    QFETCH(int, seconds);
    m_transport->answer(200, "{\"access_token\":\"t1\"" + expires + '}').answer(200, answer("t2"));
    const auto tokens = provider();
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    m_clock->advance(std::chrono::seconds(seconds - 1));
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
    m_clock->advance(1s);
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t2");
}

void TestTokenProvider::invalidates()
{
    m_transport->answer(200, answer("t1")).answer(200, answer("t2"));
    const auto tokens = provider();
    const Secret first = test::waitFor(tokens->token({})).value();
    tokens->invalidate(first);
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t2");
    tokens->invalidate(first); // it is not the current one any more
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t2");
    QVERIFY(m_transport->isDone());
}

void TestTokenProvider::oneRefreshForAllWhoWait()
{
    m_transport->answer(200, answer("t1"));
    m_transport->hold();
    const auto tokens = provider();
    int arrived = 0;
    const auto ask = [](TokenProvider *from, int *count) -> QCoro::Task<> {
        const auto token = co_await from->token({});
        if (token && token->expose() == "t1")
            ++*count;
    };
    for (int i = 0; i < 5; ++i)
        ask(tokens.get(), &arrived);
    QTest::qWait(5);
    QCOMPARE(arrived, 0);
    m_transport->release();
    QTRY_COMPARE(arrived, 5);
    QCOMPARE(m_transport->requests.size(), 1u);
}

void TestTokenProvider::aCancelledWaiterDoesNotCancelTheOthers()
{
    m_transport->answer(200, answer("t1"));
    m_transport->hold();
    const auto tokens = provider();
    std::stop_source stop;
    std::optional<Result<Secret>> first;
    std::optional<Result<Secret>> second;
    const auto ask
        = [](TokenProvider *from, std::stop_token token,
             std::optional<Result<Secret>> *out) -> QCoro::Task<> { *out = co_await from->token(token); };
    ask(tokens.get(), stop.get_token(), &first);
    ask(tokens.get(), {}, &second);
    stop.request_stop();
    QTRY_VERIFY(first.has_value());
    QCOMPARE(first->error().kind, ErrorKind::Cancelled);
    QVERIFY(!second);
    m_transport->release();
    QTRY_VERIFY(second.has_value());
    QCOMPARE(second->value().expose(), "t1");
    QCOMPARE(m_transport->requests.size(), 1u);
}

void TestTokenProvider::theLastCancelledWaiterEndsTheRefresh()
{
    m_transport->answer(200, answer("t1")).answer(200, answer("t2"));
    m_transport->hold();
    const auto tokens = provider();
    std::stop_source stop;
    std::optional<Result<Secret>> first;
    const auto ask
        = [](TokenProvider *from, std::stop_token token,
             std::optional<Result<Secret>> *out) -> QCoro::Task<> { *out = co_await from->token(token); };
    ask(tokens.get(), stop.get_token(), &first);
    stop.request_stop();
    QTRY_VERIFY(first.has_value());
    m_transport->release();
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t2");
    QCOMPARE(m_transport->requests.size(), 2u);
}

void TestTokenProvider::cancelledBeforehand()
{
    const auto tokens = provider();
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(test::waitFor(tokens->token(stop.get_token())).error().kind, ErrorKind::Cancelled);
    QVERIFY(m_transport->requests.empty());
}

void TestTokenProvider::providerMayGoWhileOthersWait()
{
    m_transport->answer(200, answer("t1"));
    m_transport->hold();
    auto tokens = provider();
    std::optional<Result<Secret>> first;
    const auto ask = [](TokenProvider *from, std::optional<Result<Secret>> *out) -> QCoro::Task<> {
        *out = co_await from->token({});
    };
    ask(tokens.get(), &first);
    tokens.reset();
    m_transport->release();
    QTRY_VERIFY(first.has_value());
    QVERIFY(first->has_value());
}

void TestTokenProvider::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::newRow("invalid client")
        << 401
        << QByteArray(R"({"error":"invalid_client","error_description":"Client authentication failed"})")
        << QStringLiteral("client ID or the client secret");
    QTest::newRow("secret") << 401
                            << QByteArray(
                                   R"({"error":"invalid_client","error_description":"Bad client secret"})")
                            << QStringLiteral("refused the client secret");
    QTest::newRow("id") << 400
                        << QByteArray(R"({"error":"invalid_client","error_description":"Unknown client"})")
                        << QStringLiteral("refused the client ID.");
    QTest::newRow("message") << 401 << QByteArray(R"({"message":"Unauthenticated."})")
                             << QStringLiteral("client ID or the client secret");
    QTest::newRow("grant") << 400 << QByteArray(R"({"error":"unauthorized_client"})")
                           << QStringLiteral("may not be used");
    QTest::newRow("not json") << 400 << QByteArray("<html>")
                              << QStringLiteral("client ID or the client secret");
    QTest::newRow("empty") << 401 << QByteArray() << QStringLiteral("client ID or the client secret");
}

void TestTokenProvider::refusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    m_transport->answer(status, body);
    const auto token = test::waitFor(provider()->token({}));
    QVERIFY(!token);
    QCOMPARE(token.error().kind, ErrorKind::Unauthorized);
    QVERIFY2(token.error().text.contains(words), qPrintable(token.error().text));
    QVERIFY(token.error().text.contains(QString::fromUtf8("Data → Rest APIs → Authentications")));
    QVERIFY(token.error().text.contains(QStringLiteral("region (EU)")));
    QCOMPARE(m_transport->requests.size(), 1u);
    QVERIFY(m_clock->sleeps.empty());
}

void TestTokenProvider::anEchoedSecretIsHidden()
{
    m_credentials = Credentials{QStringLiteral("my id"), Secret("CANARY+secret")};
    m_transport->answer(401, R"({"message":"Nobody called my id has CANARY+secret, or CANARY%2Bsecret."})")
        .answer(500, "trace: CANARY+secret")
        .answer(200, answer("CANARY-token"));
    const auto tokens = provider();
    const Error refused = test::waitFor(tokens->token({})).error();
    QVERIFY2(!QString(refused.text + refused.detail).contains(QLatin1String("CANARY")),
             qPrintable(refused.detail));
    QVERIFY(refused.detail.contains(QLatin1String("Nobody called my id has [hidden], or [hidden].")));
    QVERIFY(test::waitFor(tokens->token({})));
    QCOMPARE(redacted(QStringLiteral("echo CANARY-token")), QStringLiteral("echo [hidden]"));
}

void TestTokenProvider::failuresAreNotKept()
{
    m_transport->answer(401, "{}").answer(200, answer("t1"));
    const auto tokens = provider();
    QVERIFY(!test::waitFor(tokens->token({})));
    QCOMPARE(test::waitFor(tokens->token({})).value().expose(), "t1");
}

void TestTokenProvider::credentialsMayFail()
{
    m_credentials = fail(ErrorKind::Keychain, QStringLiteral("locked"));
    const auto token = test::waitFor(provider()->token({}));
    QCOMPARE(token.error(), m_credentials.error());
    QVERIFY(m_transport->requests.empty());
}

void TestTokenProvider::retries()
{
    m_transport->answer(503)
        .fail(ErrorKind::Offline)
        .answer(429, {}, {{"retry-after", "7"}})
        .answer(200, answer("t1"));
    QCOMPARE(test::waitFor(provider()->token({})).value().expose(), "t1");
    QCOMPARE(m_clock->sleeps.size(), 3u);
    QCOMPARE(m_clock->sleeps.back(), 7s);
    QVERIFY(m_transport->isDone());
}

void TestTokenProvider::givesUpClearly()
{
    m_transport->otherwise([](const net::HttpRequest &) { return net::HttpResponse{500, {}, "oops"}; });
    const auto token = test::waitFor(provider()->token({}));
    QCOMPARE(token.error().kind, ErrorKind::Server);
    QCOMPARE(m_transport->requests.size(), 5u);
    QVERIFY(token.error().text.contains(QStringLiteral("5 times")));
    QVERIFY(!token.error().detail.contains(QStringLiteral("my secret")));
}

void TestTokenProvider::badAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("html") << QByteArray("<!DOCTYPE html>");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("deep") << QByteArray(10'000, '[');
    QTest::newRow("missing") << QByteArray(R"({"token":"x"})");
    QTest::newRow("null") << QByteArray(R"({"access_token":null})");
    QTest::newRow("number") << QByteArray(R"({"access_token":5})");
    QTest::newRow("empty token") << QByteArray(R"({"access_token":""})");
    QTest::newRow("header injection") << QByteArray(R"({"access_token":"x\r\nHost: evil"})");
    QTest::newRow("space") << QByteArray(R"({"access_token":"x y"})");
    QTest::newRow("not ascii") << QByteArray(R"({"access_token":"\u00e9"})");
}

void TestTokenProvider::badAnswers()
{
    QFETCH(QByteArray, body);
    m_transport->otherwise([&](const net::HttpRequest &) { return net::HttpResponse{200, {}, body}; });
    const auto token = test::waitFor(provider()->token({}));
    QCOMPARE(token.error().kind, ErrorKind::Protocol);
    QVERIFY2(token.error().text.contains(QStringLiteral("not with a token")), qPrintable(token.error().text));
    QVERIFY(m_transport->requests.size() <= 5u);
}

QTEST_GUILESS_MAIN(TestTokenProvider)
#include "tst_tokenprovider.moc"
