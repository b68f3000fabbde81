// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/feedlayout.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QElapsedTimer>

using namespace gauge;

class LakeColumnsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void namesThatDifferInCaseAreDistinct();
    void hostileNamesAreNames_data();
    void hostileNamesAreNames();
    void titlesOf64KiBAreDistinct();
    void threeThousandQuestionsComeOneByOne();
    void oneRecordMayCarryThreeThousand();
    void dynamicColumnsAreDescribed();
    void aFullFeedKeepsFurtherValuesInTheirRecords();
};

void LakeColumnsTest::namesThatDifferInCaseAreDistinct()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 1}},
                                  {{"property.Country", "a"},
                                   {"property.country", "b"},
                                   {"property.COUNTRY", "c"},
                                   {"property.country~2", "d"}}));
    QCOMPARE(lake.column("property.Country"), QStringList{"a"});
    QCOMPARE(lake.column("property.country"), QStringList{"b"});
    QCOMPARE(lake.column("property.COUNTRY"), QStringList{"c"});
    QCOMPARE(lake.column("property.country~2"), QStringList{"d"});
    query::Query query;
    query.where = {{"property.country", query::Operator::Equal, {"b"}},
                   {"property.COUNTRY", query::Operator::Equal, {"c"}}};
    QCOMPARE(*lake.reader()->count("responses", query), 1);
}

void LakeColumnsTest::hostileNamesAreNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("quotes") << R"(question.What is "it"? 'x' `y` [z])";
    QTest::newRow("injection") << R"(property.x" TEXT); DROP TABLE responses; --)";
    QTest::newRow("parameter") << "property.?1 :a @b $c";
    QTest::newRow("newlines") << "question.one\ntwo\tthree\r";
    QTest::newRow("nul") << QString(QStringLiteral("question.a") + QChar(0) + QStringLiteral("b"));
    QTest::newRow("half a surrogate pair") << QString(QStringLiteral("question.") + QChar(0xd800));
    QTest::newRow("emoji") << QString::fromUtf8("question.\xF0\x9F\x98\x80");
    QTest::newRow("empty title") << "question.";
    QTest::newRow("empty") << "";
    QTest::newRow("row id") << "row_id";
    QTest::newRow("right to left") << QString::fromUtf8("property.\xD7\xA2\xD7\x91\xD7\xA8\xD7\x99\xD7\xAA");
}

void LakeColumnsTest::hostileNamesAreNames()
{
    QFETCH(const QString, name);
    test::LakeFixture lake;
    const auto writer = lake.writer();
    for (int round = 0; round < 2; ++round) {
        lake.store(*writer, lake.page().record({{"number_customergauge", 1}, {"nps", 8}}, {{name, "value"}}));
        lake.store(*writer, lake.page().record({{"number_customergauge", 2}}, {{name, ""}}));
    }
    const QString kept = QString::fromUtf8(name.toUtf8());
    QCOMPARE(lake.column(kept), (QStringList{"value", ""}));
    query::Query query;
    query.where = {{kept, query::Operator::Contains, {"VAL"}}};
    query.sort = {{kept, true}};
    QCOMPARE(lake.column("nps", query), QStringList{"8"});
    QString read = kept; // PostgreSQL's texts cannot hold NUL
    if (test::LakeFixture::isPostgres())
        read.replace(QChar(0), QChar(0xfffd));
    QCOMPARE(lake.reader()->columns("responses")->back().name, read);
}

void LakeColumnsTest::titlesOf64KiBAreDistinct()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder::Values extras;
    const QString beginning = QStringLiteral("question.") + QString(64 * 1024, QLatin1Char('q'));
    for (int i = 0; i < 40; ++i)
        extras.emplace_back(beginning + QString::number(i), i);
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, extras));
    QCOMPARE(lake.column(beginning + "0"), QStringList{"0"});
    QCOMPARE(lake.column(beginning + "39"), QStringList{"39"});
    // A message names it without printing all of it.
    const auto missing = lake.reader()->resolve("responses", {beginning + "x"});
    VERIFY_FAILS(missing, ErrorKind::Input);
    QVERIFY(missing.error().text.size() < 300);
}

void LakeColumnsTest::threeThousandQuestionsComeOneByOne()
{
    constexpr int total = 3200;
    constexpr int perPage = 160;
    test::LakeFixture lake;
    const auto writer = lake.writer();
    QElapsedTimer timer;
    timer.start();
    for (int first = 0; first < total; first += perPage) {
        test::PageBuilder page = lake.page();
        for (int i = first; i < first + perPage; ++i) {
            page.record({{"number_customergauge", i}},
                        {{QStringLiteral("question.Number %1?").arg(i), i},
                         {QStringLiteral("question.Number %1?").arg(i / 2), "half"}});
        }
        lake.store(*writer, page);
    }
    // Below a second on an idle machine; 25 s when each column was added by a statement of its own.
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    const auto reader = lake.reader();
    QCOMPARE(reader->columns("responses")->size(), size_t(total) + lake.feed("responses").columns.size());

    query::Query query;
    query.where = {{"question.Number 3100?", query::Operator::Equal, {"3100"}},
                   {"question.Number 1550?", query::Operator::Equal, {"half"}}};
    QCOMPARE(lake.column("number_customergauge", query), QStringList{"3100"});
    query.where = {{"question.Number 3100?", query::Operator::IsEmpty, {}}};
    QCOMPARE(*reader->count("responses", query), total - 1);
    query.where = {};
    query.sort = {{"question.Number 3100?", true}};
    query.limit = 1;
    QCOMPARE(lake.column("number_customergauge", query), QStringList{"3100"});
}

void LakeColumnsTest::oneRecordMayCarryThreeThousand()
{
    constexpr int total = 3200;
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder::Values extras;
    for (int i = 0; i < total; ++i)
        extras.emplace_back(QStringLiteral("question.Number %1?").arg(i), i);
    lake.store(
        *writer,
        lake.page().record({{"number_customergauge", 1}}, extras).record({{"number_customergauge", 2}}));
    const auto reader = lake.reader();
    auto detail = reader->record("responses", 1);
    VERIFY_OK(detail);
    const qsizetype base = qsizetype(lake.feed("responses").columns.size());
    QCOMPARE(detail->row.display.size(), base + total);
    for (int i = 0; i < total; ++i)
        QCOMPARE(detail->row.display[base + i], QString::number(i));
    // All columns of all rows in one walk, beyond what one result of SQLite may hold.
    size_t seen = 0;
    VERIFY_OK(reader->forEachRow("responses", query::Query(), {}, [&](const catalog::Row &row) {
        seen += size_t(std::count_if(row.cells.begin(), row.cells.end(),
                                     [](const auto &cell) { return !cell.isNull(); }));
        return true;
    }));
    QCOMPARE(seen, size_t(total) + 2);
    // Gone from the record, gone from every table.
    lake.store(*writer,
               lake.page().record({{"number_customergauge", 1}}, {{"question.Number 3000?", "left"}}));
    detail = reader->record("responses", 1);
    VERIFY_OK(detail);
    QCOMPARE(detail->row.null.count(false), 2);
    QCOMPARE(lake.column("question.Number 3000?"), (QStringList{"left", "NULL"}));
}

void LakeColumnsTest::dynamicColumnsAreDescribed()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    lake.store(*writer, lake.page().record({{"number_customergauge", 1}}, {{"property.Net. Revenue", "5"}}));
    const auto columns = lake.reader()->columns("responses");
    VERIFY_OK(columns);
    QCOMPARE(columns->back(),
             (lake::LakeColumn{"property.Net. Revenue", "property.Net. Revenue", 0, catalog::ColumnType::Text,
                               "Net. Revenue", false}));
    QCOMPARE(columns->front().type, catalog::ColumnType::Integer);
    QCOMPARE((*columns)[2].personal, true);
}

void LakeColumnsTest::aFullFeedKeepsFurtherValuesInTheirRecords()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    const int base = int(lake.catalog.find(QStringLiteral("responses"))->columns.size());
    const int room = lake::FeedLayout::mostColumns - base;
    test::PageBuilder::Values most;
    for (int i = 0; i < room - 1; ++i)
        most.emplace_back(QStringLiteral("property.%1").arg(i), i);
    const auto counts = [&](const test::PageBuilder::Values &extras, int number) {
        return lake.store(*writer, lake.page().record({{"number_customergauge", number}}, extras))
            .valuesLeftOut;
    };
    QCOMPARE(counts(most, 1), 0);
    // Room for one more; the others stay in the record, and so do those of the next page.
    QCOMPARE(counts({{"property.last", "a"}, {"property.too", "b"}, {"property.many", "c"}}, 2), 2);
    QCOMPARE(counts({{"property.last", "d"}, {"property.too", "e"}, {"property.7", 1}}, 3), 1);
    QCOMPARE(lake.column("property.last"), (QStringList{"NULL", "a", "d"}));
    VERIFY_FAILS(lake.reader()->resolve("responses", {"property.too"}), ErrorKind::Input);
    QCOMPARE(int(lake.reader()->columns("responses")->size()), lake::FeedLayout::mostColumns);
}

QTEST_GUILESS_MAIN(LakeColumnsTest)
#include "tst_lakecolumns.moc"
