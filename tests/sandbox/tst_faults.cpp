// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/caller.h"
#include "sandbox/sandbox.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>

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
    Seen post(const QByteArray &path, const QByteArray &body) const
    {
        return send("POST " + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: "
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

private:
    static sandbox::Options options(const std::vector<std::string> &rules)
    {
        sandbox::Options options;
        options.records = 100;
        options.redirectTo = "http://127.0.0.1:9/elsewhere";
        for (const auto &rule : rules)
            options.faults.push_back(sandbox::parseFault(rule).value());
        return options;
    }
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
            return seen.closed || (!length.isEmpty() && seen.body.size() >= length.toLongLong())
                || (enough && enough(seen));
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
                                 "500:feed=token"})
            QTest::newRow(rule) << QString::fromLatin1(rule) << true;
        for (const char *rule : {"", "boom", "99", "600", "503:", "503:every", "503:every=0", "503:every=-1",
                                 "503:feed=nothing", "delay", "delay=fast", "503=7", "reset=5", "deep=-1",
                                 "503:at=x", "503:sometimes=3", "huge=2ms", "delay=99999999999999999999ms"})
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
        Running running({"429:at=1,retry-after=7", "503:at=2,retry-after-date=60"});
        running.login();
        QCOMPARE(running.get(page).header("Retry-After"), QByteArray("7"));
        const auto date = QString::fromLatin1(running.get(page).header("Retry-After"));
        auto when = QLocale::c().toDateTime(date, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
        when.setTimeSpec(Qt::UTC);
        QVERIFY2(qAbs(QDateTime::currentDateTimeUtc().secsTo(when) - 60) < 10, qPrintable(date));
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
        Running running({"cut:at=1", "html:at=2", "garbage:at=3", "empty:at=4", "deep=2000:at=5"});
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
