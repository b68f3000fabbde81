// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/backgroundwriter.h"

#include <QThread>

using namespace gauge;
using catalog::Cell;

namespace {

//! Keeps what it is handed, and fails at one row.
class Witness final : public transfer::TableWriter
{
public:
    explicit Witness(std::size_t failing = std::numeric_limits<std::size_t>::max())
        : m_failing(failing)
    {}
    Result<void> begin(const std::vector<lake::LakeColumn> &given) override
    {
        columns = given.size();
        return {};
    }
    Result<void> write(const catalog::Row &row) override
    {
        if (keys.size() == m_failing)
            return fail(ErrorKind::Storage, QStringLiteral("full"));
        keys.push_back(row.key);
        for (const Cell &cell : row.cells) {
            cells.push_back(cell);
            texts.emplace_back(cell.text);
        }
        isElsewhere = isElsewhere || QThread::currentThread() != m_caller;
        return {};
    }
    Result<void> end() override
    {
        hasEnded = true;
        return {};
    }

    std::size_t columns = 0;
    std::vector<qint64> keys;
    std::vector<Cell> cells;
    std::vector<std::string> texts;
    bool hasEnded = false;
    bool isElsewhere = false;

private:
    const std::size_t m_failing;
    QThread *const m_caller = QThread::currentThread();
};

//! A row whose texts are gone after the call.
Result<void> writeRow(transfer::BackgroundWriter &writer, qint64 key, const std::string &text)
{
    std::string own = text;
    catalog::Row row;
    row.key = key;
    row.cells = {Cell::ofInteger(key), Cell::ofText(own), Cell(), Cell::ofReal(0.5), Cell::ofText({})};
    const Result<void> written = writer.write(row);
    std::fill(own.begin(), own.end(), '#');
    return written;
}

} // namespace

class BackgroundSinkTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowComesInOrder_data();
    void everyRowComesInOrder();
    void anErrorComesBack();
    void settleHandsOverWhatIsThere();
    void givenUpItEnds();
};

void BackgroundSinkTest::everyRowComesInOrder_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("size");
    QTest::newRow("none") << 0 << 0;
    QTest::newRow("one") << 1 << 10;
    QTest::newRow("a batch") << 256 << 10;
    QTest::newRow("one more") << 257 << 10;
    QTest::newRow("many") << 5'000 << 10;
    QTest::newRow("large texts") << 50 << 100'000;
    QTest::newRow("larger than a batch") << 5 << 1'000'000;
}

void BackgroundSinkTest::everyRowComesInOrder()
{
    QFETCH(int, rows);
    QFETCH(int, size);
    const auto textOf
        = [&](int i) { return std::to_string(i) + std::string(std::size_t(i % 2 ? size : 3), 'x'); };
    Witness seen;
    transfer::BackgroundWriter writer(seen);
    QVERIFY(writer.begin({lake::LakeColumn(), lake::LakeColumn()}));
    for (int i = 0; i < rows; ++i)
        QVERIFY(writeRow(writer, i, textOf(i)));
    QVERIFY(writer.end());
    QVERIFY(seen.hasEnded);
    QCOMPARE(seen.columns, 2u);
    QCOMPARE(seen.keys.size(), std::size_t(rows));
    for (int i = 0; i < rows; ++i) {
        const std::size_t first = std::size_t(i) * 5;
        QCOMPARE(seen.keys[std::size_t(i)], i);
        QCOMPARE(seen.cells[first].integer, i);
        QVERIFY(seen.texts[first + 1] == textOf(i));
        QVERIFY(seen.cells[first + 2].isNull());
        QCOMPARE(seen.cells[first + 3].real, 0.5);
        QCOMPARE(seen.cells[first + 4].type, Cell::Type::Text);
        QVERIFY(seen.texts[first + 4].empty());
    }
    if (rows > 1'000)
        QVERIFY(seen.isElsewhere);
}

void BackgroundSinkTest::anErrorComesBack()
{
    for (const std::size_t failing : {0u, 300u, 999u}) {
        Witness seen(failing);
        transfer::BackgroundWriter writer(seen);
        QVERIFY(writer.begin({}));
        Result<void> written;
        for (int i = 0; i < 1'000 && written; ++i)
            written = writeRow(writer, i, "text");
        if (written)
            written = writer.end();
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QCOMPARE(seen.keys.size(), failing); // nothing after the one that failed
        QVERIFY(!seen.hasEnded);
        QVERIFY(!writer.settle());
    }
}

void BackgroundSinkTest::settleHandsOverWhatIsThere()
{
    Witness seen;
    transfer::BackgroundWriter writer(seen);
    QVERIFY(writer.begin({}));
    for (int i = 0; i < 400; ++i) {
        QVERIFY(writeRow(writer, i, "text"));
        if (i == 299) {
            QVERIFY(writer.settle());
            QCOMPARE(seen.keys.size(), 300u);
        }
    }
    QVERIFY(writer.end());
    QCOMPARE(seen.keys.size(), 400u);
}

void BackgroundSinkTest::givenUpItEnds()
{
    Witness seen;
    {
        transfer::BackgroundWriter writer(seen);
        QVERIFY(writer.begin({}));
        for (int i = 0; i < 700; ++i)
            QVERIFY(writeRow(writer, i, "text"));
    }
    QVERIFY(!seen.hasEnded);
    QVERIFY(seen.keys.size() <= 512u); // the last batch was never sent
}

QTEST_GUILESS_MAIN(BackgroundSinkTest)
#include "tst_backgroundsink.moc"
