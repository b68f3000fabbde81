// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/caller.h"
#include "sandbox/http.h"
#include "sandbox/sandbox.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QTcpSocket>

#include <algorithm>
#include <memory>
#include <vector>

using namespace gauge;
using gauge::test::Caller;

namespace {

//! What a plain socket sees of one request, until the other side closes or the body is whole.
struct Seen
{
    QByteArray head;
    QByteArray body;
    bool closed = false;

    [[nodiscard]] int status() const { return head.mid(9, 3).toInt(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &line : head.split('\n')) {
            if (line.startsWith(name) && line.mid(name.size(), 2) == ": ")
                return line.mid(name.size() + 2).trimmed();
        }
        return {};
    }
};

//! A sandbox on a port of its own, in this process.
class Running
{
public:
    explicit Running(const std::vector<std::string> &rules)
        : m_sandbox(options(rules))
        , port(m_sandbox.listen().value())
    {}

    Seen get(const QByteArray &path, std::function<bool(const Seen &)> enough = {}) const
    {
        return send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token
                        + "\r\n\r\n",
                    std::move(enough));
    }
    //! What comes for these very bytes.
    Seen raw(const QByteArray &bytes, std::function<bool(const Seen &)> enough = {}) const
    {
        return send(bytes, std::move(enough));
    }
    Seen post(const QByteArray &path, const QByteArray &body) const
    {
        return send(
            "POST " + path
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer sandbox-secret\r\nContent-Type: "
                  "application/x-www-form-urlencoded\r\nContent-Length: "
                + QByteArray::number(body.size()) + "\r\n\r\n" + body,
            {});
    }
    void login()
    {
        const auto seen = post("/oauth2/token", QByteArray::fromStdString(Caller::credentials()));
        token = QJsonDocument::fromJson(seen.body)
                    .object()
                    .value(QStringLiteral("access_token"))
                    .toString()
                    .toLatin1();
    }

    static sandbox::Options options(const std::vector<std::string> &rules)
    {
        sandbox::Options options = Caller::withSecret({});
        options.records = 100;
        options.redirectTo = "http://127.0.0.1:9/elsewhere";
        for (const auto &rule : rules)
            options.faults.push_back(sandbox::parseFault(rule).value());
        return options;
    }

private:
    Seen send(const QByteArray &request, std::function<bool(const Seen &)> enough) const
    {
        Seen seen;
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        socket.write(request);
        QByteArray all;
        const auto done = [&] {
            all += socket.readAll();
            const auto end = all.indexOf("\r\n\r\n");
            seen.head = end < 0 ? QByteArray() : all.left(end + 2);
            seen.body = end < 0 ? QByteArray() : all.mid(end + 4);
            seen.closed = socket.state() == QAbstractSocket::UnconnectedState && socket.bytesAvailable() == 0;
            const auto length = seen.header("Content-Length");
            const bool isWhole = !length.isEmpty() && seen.body.size() >= length.toLongLong();
            return seen.closed || (enough ? enough(seen) : isWhole);
        };
        if (!QTest::qWaitFor(done, 10'000))
            qFatal("no answer within ten seconds");
        return seen;
    }

    sandbox::Sandbox m_sandbox;

public:
    std::uint16_t port;
    QByteArray token;
};

const QByteArray page = "/v7/rest/sync/responses?per_page=50";

bool isPage(const Seen &seen)
{
    return seen.status() == 200
        && QJsonDocument::fromJson(seen.body).object().value(QStringLiteral("data")).toArray().size() == 50;
}

} // namespace

//! Each fault as a client of the wire sees it.
class TestFaults : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void rulesAreRead_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<bool>("good");
        for (const char *rule : {"503:every=7",
                                 "429:every=10,retry-after=2",
                                 "429:at=1,retry-after-date=2",
                                 "reset:at=5",
                                 "truncate:at=3,at=4",
                                 "delay=200ms:every=4",
                                 "delay=1s",
                                 "html:at=2",
                                 "errors:at=2",
                                 "unauthenticated:at=2",
                                 "garbage",
                                 "expire-token:every=20",
                                 "401:at=2",
                                 "403:feed=close-loop",
                                 "redirect:at=1",
                                 "huge",
                                 "huge=3",
                                 "endless=1",
                                 "deep",
                                 "deep=100000",
                                 "stall",
                                 "cut:from=2,times=3",
                                 "empty",
                                 "stuck",
                                 "500:feed=token",
                                 "429:at=1,retry-after-unix=90000",
                                 "empty-page:at=2,feed=responses",
                                 "next-null",
                                 "next-empty",
                                 "next-missing",
                                 "data-object",
                                 "data-null",
                                 "refuse-cursor:at=1",
                                 "204:at=1",
                                 "headers",
                                 "headers=101",
                                 "early-hints"})
            QTest::newRow(rule) << QString::fromLatin1(rule) << true;
        for (const char *rule : {"",
                                 "boom",
                                 "99",
                                 "600",
                                 "503:",
                                 "503:every",
                                 "503:every=0",
                                 "503:every=-1",
                                 "503:feed=nothing",
                                 "delay",
                                 "delay=fast",
                                 "503=7",
                                 "reset=5",
                                 "deep=-1",
                                 "503:at=x",
                                 "503:sometimes=3",
                                 "huge=2ms",
                                 "headers=2s",
                                 "next-null=1",
                                 "headers=1000000",
                                 "delay=99999999999999999999ms"})
            QTest::newRow(*rule == '\0' ? "(empty)" : rule)
                << QString::fromLatin1(rule) << (QByteArray(rule) == "503:");
    }
    void rulesAreRead()
    {
        QFETCH(QString, rule);
        QFETCH(bool, good);
        const auto fault = sandbox::parseFault(rule.toStdString());
        QCOMPARE(fault.has_value(), good);
        if (!good)
            QVERIFY(fault.error().text.contains(rule));
    }

    void statusesStrikeWhenTheyShould()
    {
        Running running({"503:every=3", "429:at=2,retry-after=7", "403:feed=close-loop"});
        running.login(); // not counted: rules without a feed leave the token alone
        QList<int> statuses;
        for (int i = 0; i < 6; ++i)
            statuses.append(running.get(page).status());
        QCOMPARE(statuses, QList<int>({200, 429, 503, 200, 200, 503}));
        QCOMPARE(running.get("/v7/rest/sync/close-loop").status(), 403);
    }

    void retryAfterInSecondsAndAsADate()
    {
        Running running(
            {"429:at=1,retry-after=7", "503:at=2,retry-after-date=60", "429:at=3,retry-after-unix=90000"});
        running.login();
        QCOMPARE(running.get(page).header("Retry-After"), QByteArray("7"));
        const auto date = QString::fromLatin1(running.get(page).header("Retry-After"));
        auto when = QLocale::c().toDateTime(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        when.setTimeSpec(Qt::UTC);
        QVERIFY2(qAbs(QDateTime::currentDateTimeUtc().secsTo(when) - 60) < 10, qPrintable(date));
        const auto unixTime = running.get(page).header("Retry-After").toLongLong();
        QVERIFY2(qAbs(unixTime - QDateTime::currentSecsSinceEpoch() - 90'000) < 10,
                 qPrintable(QString::number(unixTime)));
    }

    void connectionsBreak()
    {
        Running running({"reset:at=1", "truncate:at=2"});
        running.login();
        auto seen = running.get(page);
        QVERIFY(seen.closed);
        QVERIFY(seen.head.isEmpty());
        seen = running.get(page);
        QVERIFY(seen.closed);
        QCOMPARE(seen.status(), 200);
        QVERIFY(!seen.body.isEmpty() && seen.body.size() < seen.header("Content-Length").toLongLong());
        QVERIFY(isPage(running.get(page)));
    }

    void bodiesAreNotWhatTheySeem()
    {
        Running running({"cut:at=1", "html:at=2", "garbage:at=3", "empty:at=4", "deep=2000:at=5",
                         "errors:at=6", "unauthenticated:at=7"});
        running.login();
        auto seen = running.get(page);
        QVERIFY(!seen.body.isEmpty() && QJsonDocument::fromJson(seen.body).isNull());
        QCOMPARE(qint64(seen.body.size()), seen.header("Content-Length").toLongLong());
        seen = running.get(page);
        QVERIFY(seen.header("Content-Type").startsWith("text/html") && seen.body.contains("<html>"));
        QVERIFY(QJsonDocument::fromJson(running.get(page).body).isNull());
        seen = running.get(page);
        QCOMPARE(seen.status(), 200);
        QVERIFY(seen.body.isEmpty());
        QCOMPARE(running.get(page).body.count('['), 2001);
        seen = running.get(page);
        QVERIFY(seen.status() == 200 && seen.body.contains("\"errors\""));
        seen = running.get(page);
        QVERIFY(seen.status() == 200 && seen.body.contains("Unauthenticated."));
        QVERIFY(isPage(running.get(page)));
    }

    void gigabytesAreAnnouncedOrNot()
    {
        Running running({"huge:at=1", "endless=2:at=2"});
        running.login();
        auto seen = running.get(page, [](const Seen &s) { return s.body.size() > 4'000'000; });
        QCOMPARE(seen.header("Content-Length").toLongLong(), 2048LL * 1024 * 1024);
        seen = running.get(page);
        QVERIFY(seen.closed);
        QVERIFY(seen.header("Content-Length").isEmpty());
        QCOMPARE(qint64(seen.body.size()), 2LL * 1024 * 1024);
        QVERIFY(isPage(running.get(page)));
    }

    void delaysAndSilence()
    {
        Running running({"delay=300ms:at=1", "stall:at=2"});
        running.login();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(isPage(running.get(page)));
        QVERIFY(timer.elapsed() >= 290);
        timer.restart();
        const auto seen = running.get(page, [&](const Seen &) { return timer.elapsed() > 500; });
        QVERIFY(seen.head.isEmpty() && !seen.closed);
    }

    void aDelayedClientMayGoAway()
    {
        Running running({"delay=100ms:at=1"});
        running.login();
        QElapsedTimer timer;
        timer.start();
        std::ignore
            = running.get(page, [&](const Seen &) { return timer.elapsed() > 30; }); // gone before the answer
        QVERIFY(QTest::qWaitFor([&] { return timer.elapsed() > 200; }));
        QVERIFY(isPage(running.get(page)));
    }

    void tokensAreVoidOnceAndRenewable()
    {
        Running running({"expire-token:at=2"});
        running.login();
        QVERIFY(isPage(running.get(page)));
        QCOMPARE(running.get(page).status(), 401);
        QCOMPARE(running.get(page).status(), 401);
        running.login();
        QVERIFY(isPage(running.get(page)));
    }

    void redirectsPointElsewhere()
    {
        Running running({"redirect:at=1", "redirect:feed=token,from=2"});
        running.login();
        const auto seen = running.get(page);
        QCOMPARE(seen.status(), 307);
        QCOMPARE(seen.header("Location"), QByteArray("http://127.0.0.1:9/elsewhere"));
        QCOMPARE(running.post("/oauth2/token", "x=y").status(), 307);
    }

    void aStuckCursorComesWithData()
    {
        Running running({"stuck:from=2"});
        running.login();
        std::ignore = running.get(page);
        const auto first = QJsonDocument::fromJson(running.get(page + "&cursor=1").body).object();
        QVERIFY(!first.value(QStringLiteral("data")).toArray().isEmpty());
        QCOMPARE(Caller::cursorOf(first), std::string("1"));
    }

    void emptyPagesLeadOnAndLoseNothing()
    {
        Running running(
            {"empty-page:at=2,at=3,feed=responses", "empty-page:from=1,times=30,feed=close-loop"});
        running.login();
        for (const QByteArray feed : {"responses", "close-loop"}) {
            QSet<qint64> numbers;
            int empty = 0;
            std::string cursor = "0";
            for (int i = 0; i < 40; ++i) {
                const auto seen = running.get("/v7/rest/sync/" + feed
                                              + "?per_page=40&cursor=" + QByteArray::fromStdString(cursor));
                const auto json = QJsonDocument::fromJson(seen.body).object();
                const auto records = json.value(QStringLiteral("data")).toArray();
                for (const auto &record : records)
                    numbers.insert(Caller::numberOf(record.toObject()));
                const auto next = Caller::cursorOf(json);
                if (records.isEmpty() && next == cursor)
                    break;
                empty += records.isEmpty() ? 1 : 0;
                QVERIFY(std::stoll(next) > std::stoll(cursor));
                cursor = next;
            }
            QCOMPARE(empty, feed == "responses" ? 2 : 30);
            Caller calm(Running::options({}));
            QCOMPARE(numbers.size(), calm.all(feed.toStdString()).size());
        }
    }

    void theLastPageMayLackItsCursor_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("cursor");
        QTest::newRow("null") << QByteArray("next-null") << QByteArray(R"({"next":null})");
        QTest::newRow("empty") << QByteArray("next-empty") << QByteArray(R"({"next":""})");
        QTest::newRow("missing") << QByteArray("next-missing") << QByteArray("{}");
    }
    void theLastPageMayLackItsCursor()
    {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, cursor);
        Running running({kind.toStdString()});
        running.login();
        const auto first = running.get("/v7/rest/sync/responses?per_page=50"); // of 100
        QVERIFY(isPage(first));
        const auto next = Caller::cursorOf(QJsonDocument::fromJson(first.body).object());
        QVERIFY(std::stoll(next) > 0);
        const auto last
            = running.get("/v7/rest/sync/responses?per_page=50&cursor=" + QByteArray::fromStdString(next));
        QVERIFY(isPage(last));
        QCOMPARE(last.body.mid(last.body.lastIndexOf("\"cursor\":") + 9).chopped(1), cursor);
        const auto empty = running.get("/v7/rest/sync/responses?per_page=50&cursor=99999999");
        QCOMPARE(Caller::cursorOf(QJsonDocument::fromJson(empty.body).object()), std::string("99999999"));
    }

    void dataIsAnObjectOrNull()
    {
        Running running({"data-object:at=2,at=3", "data-null:at=4,at=5"});
        running.login();
        const auto whole = QJsonDocument::fromJson(running.get(page).body).object();
        const auto list = whole.value(QStringLiteral("data")).toArray();
        auto json = QJsonDocument::fromJson(running.get(page).body).object();
        const auto object = json.value(QStringLiteral("data")).toObject();
        QCOMPARE(object.size(), 50);
        for (int i = 0; i < 50; ++i)
            QCOMPARE(object.value(QString::number(i)), list.at(i));
        QCOMPARE(Caller::cursorOf(json), Caller::cursorOf(whole));
        const QByteArray end = page + "&cursor=99999999";
        QVERIFY(running.get(end).body.startsWith(R"({"data":{},"cursor":{)"));
        QVERIFY(running.get(end).body.startsWith(R"({"data":null,"cursor":{)"));
        QVERIFY(isPage(running.get(page))); // a page with records is left alone
    }

    void aCursorIsRefused()
    {
        Running running({"refuse-cursor:at=2"});
        running.login();
        QVERIFY(isPage(running.get(page)));
        QCOMPARE(running.get(page + "&cursor=1").status(), 200);
        QVERIFY(isPage(running.get(page))); // has none, so it is not counted
        const auto seen = running.get(page + "&cursor=1");
        QCOMPARE(seen.status(), 422);
        QCOMPARE(
            QJsonDocument::fromJson(seen.body).object().value(QStringLiteral("errors")).toObject().keys(),
            QStringList(QStringLiteral("cursor")));
        QCOMPARE(running.get(page + "&cursor=1").status(), 200);
    }

    void oddFraming()
    {
        Running running({"204:at=1", "headers:at=2", "headers=7:at=3", "early-hints:at=4"});
        running.login();
        auto seen = running.get(page, [](const Seen &s) { return !s.head.isEmpty(); });
        QCOMPARE(seen.status(), 204);
        QVERIFY(seen.body.isEmpty());
        QVERIFY(!seen.head.contains("Content-")); // neither length nor type
        seen = running.get(page);
        QVERIFY(isPage(seen));
        QCOMPARE(seen.head.count("X-Sandbox-"), 150);
        QCOMPARE(running.get(page).head.count("X-Sandbox-"), 7);
        seen = running.get(
            page, [](const Seen &s) { return s.body.contains("\"cursor\":") && s.body.endsWith("}}"); });
        QCOMPARE(seen.status(), 103);
        QVERIFY(seen.body.startsWith("HTTP/1.1 200 OK\r\n"));
    }

    void connectionsEndWhenTheyShould_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<bool>("ends");
        QTest::addColumn<QByteArray>("connection");
        const auto row = [](const char *version, const char *connection, bool ends, const char *said) {
            QTest::addRow("%s %s", version, connection) << "GET /sandbox/health HTTP/" + QByteArray(version)
                    + "\r\nHost: localhost\r\nAuthorization: Bearer sandbox-secret\r\n" + connection
                    + "\r\n" << ends << QByteArray(said);
        };
        row("1.1", "", false, "");
        row("1.1", "Connection: close\r\n", true, "close");
        row("1.0", "", true, "close");
        row("1.0", "Connection: keep-alive\r\n", false, "keep-alive");
    }
    void connectionsEndWhenTheyShould()
    {
        QFETCH(QByteArray, request);
        QFETCH(bool, ends);
        QFETCH(QByteArray, connection);
        Running running({});
        // Twice the same: the connection that stays answers twice, the other one ends after the first.
        const auto seen = running.raw(request + request, [ends](const Seen &s) {
            return !ends && s.body.count("HTTP/1.1 200 OK") == 1 && s.body.endsWith('}');
        });
        QCOMPARE(seen.status(), 200);
        QCOMPARE(seen.header("Connection"), connection);
        QCOMPARE(seen.closed, ends);
        QCOMPARE(seen.body.count("HTTP/1.1 200 OK"), ends ? 0 : 1);
    }

    void anExpectedContinueComes()
    {
        Running running({});
        const auto body = QByteArray::fromStdString(Caller::credentials());
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), running.port);
        socket.write("POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                     "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n");
        QByteArray seen;
        const auto comes = [&](const QByteArray &text) {
            return QTest::qWaitFor([&] { return (seen += socket.readAll()).contains(text); });
        };
        QVERIFY(comes("\r\n\r\n"));
        QCOMPARE(seen, QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        socket.write(body);
        QVERIFY(comes("access_token"));
        QVERIFY(seen.contains("HTTP/1.1 200 OK"));
    }

    void answersKeepTheOrderOfRequests()
    {
        Running running({"delay=100ms:at=1"});
        running.login();
        const QByteArray rest
            = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + running.token + "\r\n\r\n";
        const auto seen = running.raw("GET " + page + rest + "GET /nothing" + rest,
                                      [](const Seen &s) { return s.body.contains(" 404 "); });
        QCOMPARE(seen.status(), 200);
    }

    void largeBodiesAreRefused()
    {
        Running running({});
        const QByteArray most(sandbox::HttpReader::longestBody, 'x');
        QCOMPARE(running.post("/oauth2/token", most).status(), 400); // it was read
        QCOMPARE(running.post("/oauth2/token", most + 'x').status(), 413);
    }

    void connectionsAreBounded()
    {
        Running running({});
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        const auto open = [&] {
            return std::count_if(sockets.begin(), sockets.end(), [](const auto &socket) {
                return socket->state() == QAbstractSocket::ConnectedState;
            });
        };
        for (int i = 0; i < 220; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            const QTcpSocket &socket = *sockets.back();
            sockets.back()->connectToHost(QStringLiteral("127.0.0.1"), running.port);
            QVERIFY(QTest::qWaitFor([&] {
                return socket.state() == QAbstractSocket::ConnectedState
                    || socket.state() == QAbstractSocket::UnconnectedState;
            }));
        }
        QTRY_COMPARE(open(), 200);
        sockets.clear();
        QTRY_VERIFY((running.login(), !running.token.isEmpty()));
    }

    void aClientThatNeverReadsIsNotServedWithoutEnd()
    {
        Running running({});
        running.login();
        const QByteArray request = "GET " + page + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + running.token + "\r\n\r\n";
        QTcpSocket socket;
        socket.setReadBufferSize(1024);
        socket.connectToHost(QStringLiteral("127.0.0.1"), running.port);
        socket.write(request.repeated(50'000)); // some gigabytes of answers
        // The last requests are never taken.
        QVERIFY(!QTest::qWaitFor([&] { return socket.bytesToWrite() == 0; }, 1'500));
        running.login(); // others are served
        QVERIFY(!running.token.isEmpty());
    }

    void whatIsNotHttpIsRefused()
    {
        Running running({});
        const auto seen = running.raw("what?\r\n\r\n", [](const Seen &s) { return s.closed; });
        QCOMPARE(seen.status(), 400);
        QVERIFY(seen.closed);
        const auto head = running.raw("HEAD /sandbox/health HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                                      "Bearer sandbox-secret\r\nConnection: "
                                      "close\r\n\r\n",
                                      [](const Seen &s) { return s.closed; });
        QCOMPARE(head.status(), 404);
        QVERIFY(head.body.isEmpty());
    }

    void faultsCanBeSetWhileItRuns()
    {
        Running running({});
        running.login();
        QCOMPARE(running.post("/sandbox/faults", "500:times=1\nnonsense").status(), 422);
        QVERIFY(isPage(running.get(page)));
        QCOMPARE(running.post("/sandbox/faults", "500:times=1\n").status(), 200);
        QCOMPARE(running.get(page).status(), 500);
        QVERIFY(isPage(running.get(page)));
        running.post("/sandbox/faults", "500");
        QCOMPARE(running.get(page).status(), 500);
        running.post("/sandbox/faults", "");
        QVERIFY(isPage(running.get(page)));
    }

    void oneConnectionServesManyCalls()
    {
        Running running({});
        running.login();
        QNetworkAccessManager network;
        for (int i = 0; i < 5; ++i) {
            QNetworkRequest request(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(running.port)
                                         + QString::fromLatin1(page)
                                         + QStringLiteral("&with%5B%5D=tags&with[]=properties")));
            request.setRawHeader("Authorization", "Bearer " + running.token);
            const std::unique_ptr<QNetworkReply> reply(network.get(request));
            QVERIFY(QTest::qWaitFor([&] { return reply->isFinished(); }));
            QCOMPARE(reply->error(), QNetworkReply::NoError);
            const auto first = QJsonDocument::fromJson(reply->readAll())
                                   .object()
                                   .value(QStringLiteral("data"))
                                   .toArray()
                                   .first()
                                   .toObject();
            QVERIFY(first.contains(QStringLiteral("tags")) && first.contains(QStringLiteral("properties")));
        }
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
