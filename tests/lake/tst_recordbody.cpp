// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/open/open.h"
#include "lake/state/recordbody.h"

#include "lake/read/unpackahead.h"
#include "lake/sql/connection.h"
#include "lake/sql/statement.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <zstd.h>

using namespace gauge;
using lake::BodyPacker;
using lake::BodyUnpacker;

//! Records as received, packed and read back to the byte.
class RecordBodyTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyByteComesBack_data();
    void everyByteComesBack();
    void aDictionaryIsMadeOnceOfAFullPage();
    void aPageThatIsGivenUpIsLeftAlone();
    void recordsWithNothingInCommonNeedNone();
    void layoutOneHadPlainTexts();
    void unpackedAheadTheyStayInOrder_data();
    void unpackedAheadTheyStayInOrder();
    void unpackedAheadAVisitorMayStop();
    void unpackedAheadDamageComesInItsPlace();
    void whatIsDamagedIsToldSo_data();
    void whatIsDamagedIsToldSo();
    void aHugeDictionaryIsNotRead();

private:
    //! A page of \a count records that are much alike.
    [[nodiscard]] catalog::Page page(int count, const std::string &last = {}) const
    {
        test::PageBuilder builder(m_lake->feed("responses"));
        for (int i = 0; i < count; ++i)
            builder.record({{"number_customergauge", i}}, {}, record(i));
        if (!last.empty())
            builder.record({}, {}, last);
        return builder.take();
    }
    static std::string record(int number)
    {
        return "{\"number_customergauge\":" + std::to_string(number)
            + ",\"comment\":{\"original\":\"Delivery " + std::to_string(number * 7919)
            + " came late again\"},\"properties\":[" + std::string(900, ' ') + "]}";
    }
    //! Without a dictionary.
    static std::string packed(const std::string &json)
    {
        std::string frame(ZSTD_compressBound(json.size()), '\0');
        frame.resize(ZSTD_compress(frame.data(), frame.size(), json.data(), json.size(), 1));
        return frame;
    }
    [[nodiscard]] qint64 dictionaries() const
    {
        return *m_connection->number("SELECT count(*) FROM lake_dictionaries");
    }

    std::unique_ptr<test::LakeFixture> m_lake;
    std::unique_ptr<lake::SqlConnection> m_connection;
};

void RecordBodyTest::init()
{
    m_connection.reset();
    m_lake = std::make_unique<test::LakeFixture>();
    m_lake->writer();
    m_connection = std::move(*lake::openWriting(m_lake->location()));
}

void RecordBodyTest::everyByteComesBack_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("records");
    for (const int records : {1, 2000}) {
        const QByteArray with(records == 1 ? "alone: " : "with a dictionary: ");
        QTest::newRow(QByteArray(with + "empty").constData()) << QByteArray("{}") << records;
        QTest::newRow(QByteArray(with + "alike").constData())
            << QByteArray::fromStdString(record(99'999)) << records;
        QTest::newRow(QByteArray(with + "unlike").constData())
            << QByteArray("{\"\xf0\x9f\x98\x80\":\"\\u0000\"}") << records;
        QTest::newRow(QByteArray(with + "NUL").constData()) << QByteArray("{\"a\":\"\0\"}", 9) << records;
        QTest::newRow(QByteArray(with + "long").constData())
            << "{\"a\":\"" + QByteArray(3'000'000, 'x') + "\"}" << records;
    }
}

void RecordBodyTest::everyByteComesBack()
{
    QFETCH(const QByteArray, json);
    QFETCH(const int, records);
    BodyPacker packer;
    const catalog::Page page = this->page(records, json.toStdString());
    VERIFY_OK(packer.begin(*m_connection, "responses", page));
    const auto frame = packer.frame(page.records.size() - 1);
    VERIFY_OK(frame);
    BodyUnpacker unpacker;
    const auto unpacked = unpacker.unpack(*m_connection, *frame);
    VERIFY_OK(unpacked);
    QCOMPARE(QByteArray(unpacked->data(), qsizetype(unpacked->size())), json);
}

void RecordBodyTest::aDictionaryIsMadeOnceOfAFullPage()
{
    const catalog::Page little = page(3);
    const catalog::Page full = page(2000);
    {
        BodyPacker packer;
        VERIFY_OK(packer.begin(*m_connection, "responses", little)); // too little to learn from
        QCOMPARE(dictionaries(), 0);
        VERIFY_OK(packer.begin(*m_connection, "responses", full));
        QCOMPARE(dictionaries(), 1);
        const auto frame = packer.frame(5);
        VERIFY_OK(frame);
        QVERIFY2(frame->size() * 10 < full.records[5].raw.size(), qPrintable(QString::number(frame->size())));
    }
    BodyPacker next;
    VERIFY_OK(next.begin(*m_connection, "responses", full));
    QCOMPARE(dictionaries(), 1);
    VERIFY_OK(next.begin(*m_connection, "non-responses", little));
    QCOMPARE(dictionaries(), 1);
}

void RecordBodyTest::aPageThatIsGivenUpIsLeftAlone()
{
    BodyPacker packer;
    for (int i = 0; i < 20; ++i) {
        const catalog::Page full = page(2000);
        VERIFY_OK(packer.begin(*m_connection, "responses", full));
        packer.end(); // and the page goes
    }
    const catalog::Page little = page(1);
    VERIFY_OK(packer.begin(*m_connection, "responses", little));
    VERIFY_OK(packer.frame(0));
}

void RecordBodyTest::recordsWithNothingInCommonNeedNone()
{
    std::string noise;
    for (quint32 state = 1; noise.size() < 2'000'000; state = state * 1664525 + 1013904223)
        noise += char('0' + (state >> 24) % 75);
    const catalog::Page alone = page(0, noise); // a single sample teaches nothing
    BodyPacker packer;
    VERIFY_OK(packer.begin(*m_connection, "responses", alone));
    QCOMPARE(dictionaries(), 0);
    VERIFY_OK(packer.frame(0));
}

void RecordBodyTest::layoutOneHadPlainTexts()
{
    BodyUnpacker unpacker;
    QCOMPARE(*unpacker.unpack(*m_connection, "{\"nps\": 9}"), std::string_view("{\"nps\": 9}"));
}

void RecordBodyTest::unpackedAheadTheyStayInOrder_data()
{
    QTest::addColumn<int>("records");
    for (const int records : {0, 1, 127, 128, 129, 5'000})
        QTest::addRow("%d", records) << records;
}

//! Frames with a dictionary, without one, plain texts and large records, in one walk.
void RecordBodyTest::unpackedAheadTheyStayInOrder()
{
    QFETCH(const int, records);
    const catalog::Page full = page(2000);
    BodyPacker packer; // after the page, which it reads
    VERIFY_OK(packer.begin(*m_connection, "responses", full));
    BodyUnpacker unpacker;
    std::vector<std::string> expected;
    std::vector<std::string> seen;
    std::vector<qint64> keys;
    const lake::RawVisitor visit = [&](qint64 key, std::string_view raw) {
        keys.push_back(key);
        seen.emplace_back(raw);
        return true;
    };
    lake::UnpackAhead ahead(*m_connection, unpacker, lake::RawForm::AsStored, {}, visit);
    for (int i = 0; i < records; ++i) {
        std::string stored;
        if (i % 3 == 0) {
            expected.push_back(record(i % 2000));
            stored = std::string(*packer.frame(size_t(i % 2000)));
        } else {
            const size_t length = i % 1000 == 1 ? 300'000 : size_t(i % 50);
            expected.push_back("{\"n\":\"" + std::to_string(i) + std::string(length, 'x') + "\"}");
            stored = i % 3 == 1 ? expected.back() : packed(expected.back());
        }
        VERIFY_OK(ahead.add(i, stored));
        std::fill(stored.begin(), stored.end(), '#'); // it is copied
    }
    VERIFY_OK(ahead.finish());
    QCOMPARE(seen.size(), size_t(records));
    QVERIFY(seen == expected);
    for (int i = 0; i < records; ++i)
        QCOMPARE(keys[size_t(i)], i);
}

void RecordBodyTest::unpackedAheadAVisitorMayStop()
{
    for (const int last : {0, 100, 128, 700}) {
        BodyUnpacker unpacker;
        int visited = 0;
        const lake::RawVisitor visit = [&](qint64, std::string_view) { return ++visited <= last; };
        lake::UnpackAhead ahead(*m_connection, unpacker, lake::RawForm::AsStored, {}, visit);
        bool isWanted = true;
        for (int i = 0; i < 5'000 && isWanted; ++i) {
            const auto more = ahead.add(i, packed(record(i)));
            VERIFY_OK(more);
            isWanted = *more;
        }
        QVERIFY(!isWanted);
        QCOMPARE(visited, last + 1);
    }
}

void RecordBodyTest::unpackedAheadDamageComesInItsPlace()
{
    for (const int bad : {0, 5, 200, 1'999}) {
        BodyUnpacker unpacker;
        int visited = 0;
        const lake::RawVisitor visit = [&](qint64, std::string_view) {
            ++visited;
            return true;
        };
        lake::UnpackAhead ahead(*m_connection, unpacker, lake::RawForm::AsStored, {}, visit);
        Result<void> failed;
        for (int i = 0; i < 2'000 && failed; ++i) {
            const auto more = ahead.add(i, i == bad ? std::string("garbage") : packed(record(i)));
            if (!more)
                failed = fail(more.error());
        }
        if (failed)
            failed = ahead.finish();
        VERIFY_FAILS(failed, ErrorKind::Storage);
        QCOMPARE(visited, bad);
    }
}

void RecordBodyTest::whatIsDamagedIsToldSo_data()
{
    QTest::addColumn<QByteArray>("stored");
    const QByteArray frame = QByteArray::fromStdString(packed(record(1)));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no frame") << QByteArray("garbage");
    QTest::newRow("half a frame") << frame.left(frame.size() / 2);
    QTest::newRow("a header only") << frame.left(6);
    // Bit 0 and 1 of the descriptor say how long the number of the dictionary is.
    QByteArray stranger = frame;
    stranger[4] = char(stranger[4] | 1);
    stranger.insert(stranger[4] & 0x20 ? 5 : 6, char(200));
    QTest::newRow("a dictionary that is not there") << stranger;
    // 20 kB that are longer than any answer of the service.
    QTest::newRow("a bomb") << QByteArray::fromStdString(packed(std::string(size_t(65) << 20, ' ')));
    QTest::newRow("claims a terabyte") << QByteArray::fromHex("28b52ffde0000000000001000001000000");
}

void RecordBodyTest::whatIsDamagedIsToldSo()
{
    QFETCH(const QByteArray, stored);
    BodyUnpacker unpacker;
    VERIFY_FAILS(unpacker.unpack(*m_connection, {stored.constData(), size_t(stored.size())}),
                 ErrorKind::Storage);
}

void RecordBodyTest::aHugeDictionaryIsNotRead()
{
    const auto stored = [&](size_t size) {
        auto keep = lake::Statement::prepare(
            *m_connection,
            "INSERT INTO lake_dictionaries(dictionary_id, feed, made_at, content) VALUES(7,'x',"
            "'2026-01-01',?) ON CONFLICT(dictionary_id) DO UPDATE SET content=excluded.content");
        const std::string content(size, 'x');
        keep->bindBlobView(1, content);
        VERIFY_OK(keep->run());
        // Only the number of the dictionary matters here.
        QByteArray frame = QByteArray::fromStdString(packed(record(1)));
        frame[4] = char(frame[4] | 1);
        frame.insert(frame[4] & 0x20 ? 5 : 6, char(7));
        BodyUnpacker unpacker;
        const auto found = unpacker.dictionary(*m_connection, {frame.constData(), size_t(frame.size())});
        QCOMPARE(found.has_value(), size <= size_t(1) << 20);
    };
    stored(64 << 10);
    stored((2 << 20));
}

QTEST_GUILESS_MAIN(RecordBodyTest)
#include "tst_recordbody.moc"
