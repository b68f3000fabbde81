// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/contentencoding.h"
#include "support/testcase.h"

#include <zlib.h>

using namespace gauge;
using net::DecodedBody;
using net::decodedBody;

namespace {

constexpr qint64 limit = 1024 * 1024;

QByteArray gzipped(QByteArray text)
{
    z_stream stream{};
    constexpr int gzip = 16;
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip + MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY);
    QByteArray packed(qsizetype(deflateBound(&stream, uLong(text.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(text.data());
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = uInt(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace

class ContentEncodingTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void bodies_data();
    void bodies();
    void everyTruncationIsNoticed();
    void theLimitHoldsForWhatIsUnpacked();
};

void ContentEncodingTest::bodies_data()
{
    using Outcome = DecodedBody::Outcome;
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &encoding, const QByteArray &sent, Outcome outcome,
                        const QByteArray &body = {}) {
        QTest::newRow(name) << encoding << sent << int(outcome) << body;
    };
    const QByteArray json = R"({"data":[]})";
    const QByteArray packed = gzipped(json);
    row("none", "", json, Outcome::Readable, json);
    row("identity", "identity", json, Outcome::Readable, json);
    row("two that change nothing", "identity, ,Identity", packed, Outcome::Readable, packed);
    // Qt has unpacked these already.
    for (const char *name : {"gzip", "GZIP", "deflate", "br", "zstd"})
        row(name, name, json, Outcome::Readable, json);
    row("x-gzip", "x-gzip", packed, Outcome::Readable, json);
    row("X-GZip", " X-GZip ", packed, Outcome::Readable, json);
    row("a list", "identity, gzip", packed, Outcome::Readable, json);
    row("two members", "x-gzip", packed + gzipped(" \n"), Outcome::Readable, json + " \n");
    row("nothing", "x-gzip", "", Outcome::Readable, "");
    row("nothing, packed", "x-gzip", gzipped(""), Outcome::Readable, "");
    row("not packed at all", "x-gzip", json, Outcome::Damaged);
    row("something behind it", "x-gzip", packed + "x", Outcome::Damaged);
    row("a character set", "utf-8", json, Outcome::Readable, json);
    row("a character set before a mark", "utf-8", "\xEF\xBB\xBF" + json, Outcome::Readable,
        "\xEF\xBB\xBF" + json);
    row("compress", "compress", "\x1f\x9d\x90", Outcome::Unknown);
    row("packed twice", "gzip, gzip", gzipped(packed), Outcome::Unknown);
}

void ContentEncodingTest::bodies()
{
    QFETCH(QByteArray, encoding);
    QFETCH(QByteArray, sent);
    const DecodedBody decoded = decodedBody(encoding, sent, limit);
    QTEST(int(decoded.outcome), "outcome");
    QTEST(decoded.body, "body");
}

void ContentEncodingTest::everyTruncationIsNoticed()
{
    const QByteArray packed = gzipped(R"({"data":[{"number_customergauge":1}]})");
    for (qsizetype size = 1; size < packed.size(); ++size)
        QCOMPARE(decodedBody("x-gzip", packed.left(size), limit).outcome, DecodedBody::Outcome::Damaged);
}

void ContentEncodingTest::theLimitHoldsForWhatIsUnpacked()
{
    const QByteArray most(limit, ' ');
    QCOMPARE(decodedBody("x-gzip", gzipped(most), limit).body, most);
    QCOMPARE(decodedBody("x-gzip", gzipped(most + ' '), limit).outcome, DecodedBody::Outcome::TooLarge);
    const QByteArray bomb = gzipped(QByteArray(50 * limit, ' '));
    QCOMPARE(decodedBody("x-gzip", bomb, limit).outcome, DecodedBody::Outcome::TooLarge);
}

QTEST_GUILESS_MAIN(ContentEncodingTest)
#include "tst_contentencoding.moc"
