// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/http.h"
#include "support/testcase.h"

using namespace gauge;
using sandbox::HttpReader;
using sandbox::HttpRequest;

namespace {

using Requests = std::vector<HttpRequest>;

//! What a reader makes of \a bytes that come in pieces of \a size, and how often it was told to continue.
struct Read
{
    Requests requests;
    int continues = 0;
    int error = 0;
};

Read read(std::string_view bytes, std::size_t size)
{
    Read result;
    HttpReader reader;
    for (std::size_t at = 0; at < bytes.size() && result.error == 0; at += size) {
        reader.append(bytes.substr(at, size));
        bool more = true;
        while (more) {
            switch (reader.read()) {
            case HttpReader::State::Incomplete:
                more = false;
                break;
            case HttpReader::State::Expects:
                ++result.continues;
                break;
            case HttpReader::State::Complete:
                result.requests.push_back(reader.take());
                break;
            case HttpReader::State::Malformed:
                result.error = reader.errorStatus();
                more = false;
                break;
            }
        }
    }
    return result;
}

} // namespace

//! Requests out of bytes, however they are cut.
class TestHttpReader : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void anyPiecesGiveTheSameRequests()
    {
        const std::string bytes
            = "POST /a?x=1 HTTP/1.1\r\nHost: h\r\nX-Empty:\r\nContent-Length: 5\r\n\r\nhello"
              "\r\nGET /b HTTP/1.0\nhOsT:  h\t\n\n"
              "PUT /c HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n"
              "3\r\na\r\n\r\nA;note=1\r\n0123456789\r\n0\r\nTrailer: t\r\n\r\n"
              "GET /d HTTP/1.1\r\n\r\n";
        for (std::size_t size = 1; size <= bytes.size(); ++size) {
            const auto [requests, continues, error] = read(bytes, size);
            QCOMPARE(error, 0);
            QCOMPARE(requests.size(), std::size_t(4));
            QCOMPARE(requests[0].method, std::string("POST"));
            QCOMPARE(requests[0].target, std::string("/a?x=1"));
            QCOMPARE(requests[0].body, std::string("hello"));
            QCOMPARE(requests[0].headers.size(), std::size_t(3));
            QCOMPARE(requests[1].target, std::string("/b"));
            QCOMPARE(requests[1].minorVersion, 0);
            QCOMPARE(requests[1].header("host"), std::string_view("h"));
            QVERIFY(requests[1].body.empty());
            QCOMPARE(requests[2].body, std::string("a\r\n0123456789"));
            QCOMPARE(requests[3].target, std::string("/d"));
            QCOMPARE(continues, 0);
        }
    }

    void connectionsStayOrEnd_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<bool>("stays");
        QTest::newRow("1.1") << QByteArray("GET / HTTP/1.1\r\n\r\n") << true;
        QTest::newRow("1.1, close") << QByteArray("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n") << false;
        QTest::newRow("1.1, a list") << QByteArray("GET / HTTP/1.1\r\nConnection: TE, close\r\n\r\n")
                                     << false;
        QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
        QTest::newRow("1.0, keep") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << true;
    }
    void connectionsStayOrEnd()
    {
        QFETCH(QByteArray, head);
        QFETCH(bool, stays);
        const auto requests = read(head.toStdString(), 1000).requests;
        QCOMPARE(requests.size(), std::size_t(1));
        QCOMPARE(requests.front().keepsAlive(), stays);
    }

    void continueIsAskedForOnce()
    {
        const std::string head = "PUT / HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n\r\n";
        HttpReader reader;
        reader.append(head);
        QCOMPARE(reader.read(), HttpReader::State::Expects);
        QCOMPARE(reader.read(), HttpReader::State::Incomplete);
        reader.append("a");
        QCOMPARE(reader.read(), HttpReader::State::Incomplete);
        reader.append("b");
        QCOMPARE(reader.read(), HttpReader::State::Complete);
        QCOMPARE(reader.take().body, std::string("ab"));
        QCOMPARE(read(head + "ab", 1000).continues, 0); // the body did not wait
        QCOMPARE(read("PUT / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n", 1).continues, 0);
        QCOMPARE(read("PUT / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n", 1).continues, 0);
    }

    void whatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        const QByteArray get = "GET / HTTP/1.1\r\n";
        row("no version", "GET /\r\n", 400);
        row("no target", "GET  HTTP/1.1\r\n", 400);
        row("other protocol", "GET / FTP/1.1\r\n", 400);
        row("other version", "GET / HTTP/2.0\r\n", 505);
        row("no colon", get + "Host\r\n", 400);
        row("blank in a name", get + "Content Length: 1\r\n", 400);
        row("length", get + "Content-Length: -1\r\n\r\n", 400);
        row("length of letters", get + "Content-Length: 1x\r\n\r\n", 400);
        row("length beyond numbers", get + "Content-Length: 99999999999999999999999\r\n\r\n", 400);
        row("very large body", get + "Content-Length: 67108865\r\n\r\n", 413);
        constexpr qsizetype large = sandbox::HttpReader::longestBody + 1;
        const QByteArray length = "Content-Length: " + QByteArray::number(large) + "\r\n\r\n";
        row("large body", get + length + QByteArray(large, 'x'), 413);
        row("large body that is announced", get + "Expect: 100-continue\r\n" + length, 413);
        row("two ends", get + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("encoding", get + "Transfer-Encoding: gzip\r\n\r\n", 501);
        row("chunk size", get + "Transfer-Encoding: chunked\r\n\r\nx\r\n", 400);
        row("chunk end", get + "Transfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400);
        row("large chunk", get + "Transfer-Encoding: chunked\r\n\r\nfffffff\r\n", 413);
        row("expectation", get + "Expect: miracles\r\n\r\n", 417);
        row("long line", QByteArray(70'000, 'x'), 431);
        row("many lines", get + QByteArray("A: b\r\n").repeated(20'000), 431);
    }
    void whatCannotBeReadIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const std::size_t size : {std::size_t(1), std::size_t(200'000)}) {
            const auto result = read(bytes.toStdString(), size);
            QCOMPARE(result.error, status);
            QVERIFY(result.requests.empty());
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpReader)
#include "tst_httpreader.moc"
