// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using query::Query;

//! What a column holds, to choose from: the values and counts of records that are counted by hand.
class ValueCountsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void counts_data();
    void counts();
    void followTheQuery();
    void everyValueCanBeAskedFor_data();
    void everyValueCanBeAskedFor();
    void theMostFrequentOfMany();
    void longAndHostileValuesAreWhole();
    void refuses();

private:
    static constexpr size_t many = 500;

    //! "value count, value count + empty / strays", with "…" for more.
    [[nodiscard]] static QString told(test::LakeFixture &lake, const QString &column, const Query &query = {},
                                      size_t limit = many)
    {
        const auto counts = lake.reader()->values(QStringLiteral("responses"), column, query, limit);
        if (!counts)
            return counts.error().text;
        QStringList texts;
        for (const lake::ValueCount &each : counts->values)
            texts.append(QStringLiteral("%1 %2").arg(each.text).arg(each.records));
        return texts.join(QStringLiteral(", ")) + (counts->more ? QStringLiteral(" …") : QString())
            + QStringLiteral(" + %1 / %2").arg(counts->empty).arg(counts->strays);
    }
    static void fill(test::LakeFixture &lake);
};

void ValueCountsTest::fill(test::LakeFixture &lake)
{
    const auto writer = lake.writer();
    test::PageBuilder page = lake.page();
    int number = 0;
    const auto record = [&](auto nps, const char *language, const char *country, auto followUp) {
        page.record({{"number_customergauge", ++number},
                     {"nps", nps},
                     {"language", language},
                     {"follow_up_requested", followUp},
                     {"comment_original", number % 2 == 0 ? "late" : "fine"}},
                    {{"property.Country", country}});
    };
    record(10, "nl", "NL", 1);
    record(9, "nl", "NL", 0);
    record(10, "", "", 1);
    record("n/a", "NL", "DE", "maybe");
    record(0, "de", "NL", 1);
    page.record({{"number_customergauge", ++number}}); // no value anywhere
    record("", "de", "BE", test::PageBuilder::Value());
    // More than 64 bits: kept digit by digit.
    record("123456789012345678901234567890", "nl", "NL", 1);
    lake.store(*writer, page);
}

void ValueCountsTest::counts_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *column, const char *expected) {
        QTest::newRow(column) << QString::fromLatin1(column) << QString::fromLatin1(expected);
    };
    row("nps", "10 2, 0 1, 123456789012345678901234567890 1, 9 1 + 2 / 1");
    row("language", "nl 3, de 2, NL 1 + 2 / 0"); // case counts, as in conditions
    row("property.Country", "NL 4, BE 1, DE 1 + 2 / 0");
    row("follow_up_requested", "true 4, false 1 + 2 / 1");
    row("comment_original", "fine 4, late 3 + 1 / 0");
    row("email", " + 8 / 0");
    row("number_customergauge", "1 1, 2 1, 3 1, 4 1, 5 1, 6 1, 7 1, 8 1 + 0 / 0");
}

void ValueCountsTest::counts()
{
    QFETCH(const QString, column);
    QFETCH(const QString, expected);
    test::LakeFixture lake;
    fill(lake);
    QCOMPARE(told(lake, column), expected);
}

void ValueCountsTest::followTheQuery()
{
    test::LakeFixture lake;
    fill(lake);
    Query query;
    query.where = {*query::parseFilter(QStringLiteral("property.Country = NL"))};
    QCOMPARE(told(lake, QStringLiteral("nps"), query),
             QStringLiteral("0 1, 10 1, 123456789012345678901234567890 1, 9 1 + 0 / 0"));
    query.search = QStringLiteral("fin");
    QCOMPARE(told(lake, QStringLiteral("language"), query), QStringLiteral("de 1, nl 1 + 0 / 0"));
    query.search.clear();
    query.sort = {{QStringLiteral("number_customergauge"), true}};
    query.limit = 2;
    QCOMPARE(told(lake, QStringLiteral("language"), query), QStringLiteral("de 1, nl 1 + 0 / 0"));
    query = {};
    query.presence = query::Presence::Gone;
    QCOMPARE(told(lake, QStringLiteral("language"), query), QStringLiteral(" + 0 / 0"));
    // What is typed into a list of values narrows it, whatever the column holds.
    query = {};
    query.where = {{QStringLiteral("nps"), query::Operator::Contains, {QStringLiteral("1")}}};
    QCOMPARE(told(lake, QStringLiteral("nps"), query),
             QStringLiteral("10 2, 123456789012345678901234567890 1 + 0 / 0"));
}

void ValueCountsTest::everyValueCanBeAskedFor_data()
{
    QTest::addColumn<QString>("column");
    for (const char *column : {"nps", "language", "property.Country", "follow_up_requested",
                               "comment_original", "number_customergauge"})
        QTest::newRow(column) << QString::fromLatin1(column);
}

//! A condition with the value finds as many records as were counted.
void ValueCountsTest::everyValueCanBeAskedFor()
{
    QFETCH(const QString, column);
    test::LakeFixture lake;
    fill(lake);
    const auto reader = lake.reader();
    const auto counts = reader->values(QStringLiteral("responses"), column, {}, many);
    VERIFY_OK(counts);
    QVERIFY(!counts->values.empty());
    qint64 all = counts->empty + counts->strays;
    for (const lake::ValueCount &each : counts->values) {
        Query query;
        query.where = {{column, query::Operator::In, {each.text}}};
        const auto found = reader->count(QStringLiteral("responses"), query);
        VERIFY_OK(found);
        QCOMPARE(*found, each.records);
        all += each.records;
    }
    QCOMPARE(all, *reader->count(QStringLiteral("responses"), {}));
}

void ValueCountsTest::theMostFrequentOfMany()
{
    test::LakeFixture lake;
    const auto writer = lake.writer();
    test::PageBuilder page = lake.page();
    constexpr int distinct = 10'000;
    for (int i = 0; i < distinct + 30; ++i) {
        // The last of them thrice.
        const int value = i < distinct ? i : distinct - 1 - i % 15;
        page.record({{"number_customergauge", i + 1},
                     {"account_name", QStringLiteral("account %1").arg(value).toStdString()}});
    }
    lake.store(*writer, page);
    const auto counts
        = lake.reader()->values(QStringLiteral("responses"), QStringLiteral("account_name"), {}, 20);
    VERIFY_OK(counts);
    QVERIFY(counts->more);
    QCOMPARE(counts->values.size(), size_t(20));
    for (size_t i = 0; i < 20; ++i)
        QCOMPARE(counts->values[i].records, i < 15 ? 3 : 1);
    QCOMPARE(counts->values[0].text, QStringLiteral("account 9985"));
    QCOMPARE(counts->values[15].text, QStringLiteral("account 0")); // of those alike the earliest
    const auto all
        = lake.reader()->values(QStringLiteral("responses"), QStringLiteral("account_name"), {}, distinct);
    VERIFY_OK(all);
    QVERIFY(!all->more);
    QCOMPARE(all->values.size(), size_t(distinct));
    std::stop_source stop;
    stop.request_stop();
    VERIFY_FAILS(lake.reader()->values(QStringLiteral("responses"), QStringLiteral("account_name"), {}, many,
                                       stop.get_token()),
                 ErrorKind::Cancelled);
}

void ValueCountsTest::longAndHostileValuesAreWhole()
{
    test::LakeFixture lake;
    const std::string column = "property.\"; DROP TABLE responses; --";
    const std::string longest(3'000'000, 'x');
    const std::vector<std::string> values{longest + 'a', longest + 'b', "'; DROP TABLE responses; --",
                                          "a,\"b\"\n(c) or d", "\xf0\x9f\x98\x80"};
    {
        const auto writer = lake.writer();
        test::PageBuilder page = lake.page();
        int number = 0;
        for (const std::string &value : values)
            page.record({{"number_customergauge", ++number}}, {{QString::fromStdString(column), value}});
        lake.store(*writer, page);
    }
    const auto counts
        = lake.reader()->values(QStringLiteral("responses"), QString::fromStdString(column), {}, many);
    VERIFY_OK(counts);
    QSet<QString> expected;
    for (const std::string &value : values)
        expected.insert(QString::fromStdString(value));
    QSet<QString> got;
    for (const lake::ValueCount &each : counts->values) {
        QCOMPARE(each.records, 1);
        got.insert(each.text);
    }
    QVERIFY(got == expected);
}

void ValueCountsTest::refuses()
{
    test::LakeFixture lake;
    fill(lake);
    const auto reader = lake.reader();
    const QString feed = QStringLiteral("responses");
    VERIFY_FAILS(reader->values(feed, QStringLiteral("langage"), {}, many), ErrorKind::Input);
    QVERIFY(reader->values(feed, QStringLiteral("langage"), {}, many)
                .error()
                .text.contains(QStringLiteral("language")));
    VERIFY_FAILS(reader->values(feed, QStringLiteral("tags"), {}, many), ErrorKind::Input);
    Query query;
    query.where = {{QStringLiteral("nps"), query::Operator::Equal, {QStringLiteral("nine")}}};
    VERIFY_FAILS(reader->values(feed, QStringLiteral("language"), query, many), ErrorKind::Input);
    VERIFY_FAILS(reader->values(QStringLiteral("nothing"), QStringLiteral("language"), {}, many),
                 ErrorKind::Input);
}

QTEST_GUILESS_MAIN(ValueCountsTest)
#include "tst_valuecounts.moc"
