// SPDX-License-Identifier: GPL-3.0-or-later
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using query::Operator;
using query::Query;

//! Conditions and sorts against real rows. The key column names the rows that a query finds.
class LakeQueryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void operators_data();
    void operators();
    void unsuitableValues_data();
    void unsuitableValues();
    void search_data();
    void search();
    void sorts_data();
    void sorts();
    void limits();
    void hostileValuesAreValues_data();
    void hostileValuesAreValues();
    void aLongListOfValues();

private:
    [[nodiscard]] QString found(const Query &query)
    {
        return m_lake.column("number_customergauge", query).join(' ');
    }
    test::LakeFixture m_lake;
};

void LakeQueryTest::initTestCase()
{
    const auto writer = m_lake.writer();
    m_lake.store(
        *writer,
        m_lake.page()
            .record({{"number_customergauge", 1},
                     {"nps", 9},
                     {"comment_original", "Très bien, STRASSE"},
                     {"contact_first_name", "Élodie"},
                     {"follow_up_requested", 1},
                     {"date_sent", "2026-01-02 10:00:00"},
                     {"tags", R"([{"label":"Price"}])"}},
                    {{"property.Country", "NL"}})
            .record({{"number_customergauge", 2},
                     {"nps", 10},
                     {"comment_original", "straße 5%_"},
                     {"contact_first_name", "Anna"},
                     {"follow_up_requested", 0},
                     {"date_sent", "2026-01-10 10:00:00"}},
                    {{"property.Country", "DE"}})
            .record({{"number_customergauge", 3},
                     {"nps", "n/a"},
                     {"comment_original", ""},
                     {"account_name", "ΣΊΣΥΦΟΣ BV"}})
            .record({{"number_customergauge", 4},
                     {"nps", 2},
                     {"comment_original", "it's '\" \\ ;--"},
                     {"date_sent", "2025-12-31 23:59:59"}},
                    {{"property.Country", ""}})
            .record(
                {{"number_customergauge", "12345678901234567890"}, {"nps", 10.0}, {"email", "z@secret.nl"}}));
}

void LakeQueryTest::operators_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Operator>("op");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("keys");
    const auto row
        = [](const char *name, const char *column, Operator op, QStringList values, const char *keys) {
              QTest::newRow(name) << QString(column) << op << values << QString(keys);
          };
    const auto big = "12345678901234567890";
    row("= number", "nps", Operator::Equal, {"10"}, "2 12345678901234567890");
    row("= number written otherwise", "nps", Operator::Equal, {" 9.0 "}, "1");
    row("= beyond 64 bits", "number_customergauge", Operator::Equal, {big}, big);
    row("!= number", "nps", Operator::NotEqual, {"10"}, "1 3 4");
    row("< compares as numbers", "nps", Operator::Less, {"10"}, "1 4");
    row("<=", "nps", Operator::LessOrEqual, {"9"}, "1 4");
    row("> leaves texts out", "nps", Operator::Greater, {"2.5"}, "1 2 12345678901234567890");
    row(">=", "nps", Operator::GreaterOrEqual, {"10"}, "2 12345678901234567890");
    row("> beyond 64 bits", "nps", Operator::Greater, {big}, "");
    row("in", "nps", Operator::In, {"9", "2", "77"}, "1 4");
    row("in nothing", "nps", Operator::In, {}, "");
    row("= text is exact", "property.Country", Operator::Equal, {"nl"}, "");
    row("= text", "property.Country", Operator::Equal, {"NL"}, "1");
    row("!= counts the empty", "property.Country", Operator::NotEqual, {"NL"}, "2 3 4 12345678901234567890");
    row("in texts", "property.Country", Operator::In, {"NL", "DE"}, "1 2");
    row("is-empty: nothing or ''", "property.Country", Operator::IsEmpty, {}, "3 4 12345678901234567890");
    row("not-empty", "comment_original", Operator::NotEmpty, {}, "1 2 4");
    row("contains, any case", "comment_original", Operator::Contains, {"TRÈS"}, "1");
    row("contains, ß in any case", "comment_original", Operator::Contains, {"STRAẞE"}, "2");
    row("contains: no wildcards", "comment_original", Operator::Contains, {"5%_"}, "2");
    row("contains: % is a letter", "comment_original", Operator::Contains, {"%"}, "2");
    row("contains in a number", "number_customergauge", Operator::Contains, {"0123"}, big);
    row("contains in a list", "tags", Operator::Contains, {"price"}, "1");
    row("starts-with", "contact_first_name", Operator::StartsWith, {"éLO"}, "1");
    row("starts-with, not inside", "contact_first_name", Operator::StartsWith, {"lodie"}, "");
    row("Greek", "account_name", Operator::Contains, {"σίσυφος"}, "3");
    row("true", "follow_up_requested", Operator::Equal, {"true"}, "1");
    row("no", "follow_up_requested", Operator::Equal, {"No"}, "2");
    row("dates by their text", "date_sent", Operator::GreaterOrEqual, {"2026-01-01"}, "1 2");
    row("dates before", "date_sent", Operator::Less, {"2026-01-10"}, "1 4");
}

void LakeQueryTest::operators()
{
    QFETCH(const QString, column);
    QFETCH(const Operator, op);
    QFETCH(const QStringList, values);
    QFETCH(const QString, keys);
    Query query;
    query.where = {{column, op, values}};
    QCOMPARE(found(query), keys);
    QCOMPARE(*m_lake.reader()->count("responses", query), keys.isEmpty() ? 0 : keys.count(' ') + 1);
    // The same with another that is always true.
    query.where.push_back({"number_customergauge", Operator::NotEmpty, {}});
    QCOMPARE(found(query), keys);
}

void LakeQueryTest::unsuitableValues_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Operator>("op");
    QTest::addColumn<QStringList>("values");
    QTest::newRow("no number") << "nps" << Operator::Greater << QStringList{"nine"};
    QTest::newRow("nothing for a number") << "nps" << Operator::Equal << QStringList{""};
    QTest::newRow("infinite") << "nps" << Operator::Less << QStringList{"inf"};
    QTest::newRow("comma") << "nps" << Operator::Less << QStringList{"9,5"};
    QTest::newRow("one of a list") << "nps" << Operator::In << QStringList{"9", "x"};
    QTest::newRow("neither true nor false")
        << "follow_up_requested" << Operator::Equal << QStringList{"perhaps"};
    QTest::newRow("no value") << "email" << Operator::Equal << QStringList{};
    QTest::newRow("two values") << "email" << Operator::Equal << QStringList{"a", "b"};
    QTest::newRow("no such column") << "nothing" << Operator::IsEmpty << QStringList{};
}

void LakeQueryTest::unsuitableValues()
{
    QFETCH(const QString, column);
    QFETCH(const Operator, op);
    QFETCH(const QStringList, values);
    Query query;
    query.where = {{column, op, values}};
    VERIFY_FAILS(m_lake.reader()->snapshot("responses", query), ErrorKind::Input);
}

void LakeQueryTest::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    QTest::newRow("comment") << "bien"
                             << "1";
    QTest::newRow("name") << "ANNA"
                          << "2";
    QTest::newRow("account") << "bv"
                             << "3";
    QTest::newRow("no word") << "'\""
                             << "";
    QTest::newRow("a quote beside a word") << "\"bien"
                                           << "1";
    QTest::newRow("not in an address") << "secret"
                                       << "";
}

void LakeQueryTest::search()
{
    QFETCH(const QString, text);
    QFETCH(const QString, keys);
    Query query;
    query.search = text;
    QCOMPARE(found(query), keys);
}

void LakeQueryTest::sorts_data()
{
    QTest::addColumn<std::vector<query::Sort>>("sort");
    QTest::addColumn<QString>("keys");
    const auto row = [](const char *name, std::vector<query::Sort> sort, const char *keys) {
        QTest::newRow(name) << sort << QString(keys);
    };
    row("numbers", {{"nps", false}}, "4 1 2 12345678901234567890 3");
    row("numbers down, ties as they came", {{"nps", true}}, "3 2 12345678901234567890 1 4");
    row("nothing goes last", {{"date_sent", false}}, "4 1 2 3 12345678901234567890");
    row("nothing goes last, down", {{"date_sent", true}}, "2 1 4 3 12345678901234567890");
    row("two columns", {{"follow_up_requested", true}, {"nps", false}}, "1 2 4 12345678901234567890 3");
    row("key", {{"number_customergauge", true}}, "12345678901234567890 4 3 2 1");
    row("dynamic", {{"property.Country", false}}, "4 2 1 3 12345678901234567890");
}

void LakeQueryTest::sorts()
{
    QFETCH(const std::vector<query::Sort>, sort);
    QFETCH(const QString, keys);
    Query query;
    query.sort = sort;
    QCOMPARE(found(query), keys);
    query.sort.push_back({"nothing", false});
    VERIFY_FAILS(m_lake.reader()->snapshot("responses", query), ErrorKind::Input);
}

void LakeQueryTest::limits()
{
    Query query;
    for (const qint64 limit : {0, 2, 5, 100}) {
        query.limit = limit;
        QCOMPARE(m_lake.reader()->snapshot("responses", query)->keys.size(),
                 size_t(std::min<qint64>(limit, 5)));
        QCOMPARE(*m_lake.reader()->count("responses", query), std::min<qint64>(limit, 5));
    }
    query.limit = -1;
    QCOMPARE(*m_lake.reader()->count("responses", query), 0);
    query.limit = 2;
    query.sort = {{"nps", false}};
    QCOMPARE(found(query), QStringLiteral("4 1"));
}

void LakeQueryTest::hostileValuesAreValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("keys");
    QTest::newRow("quotes") << "it's '\" \\ ;--"
                            << "4";
    QTest::newRow("always true") << "x' OR '1'='1"
                                 << "";
    QTest::newRow("drop") << "x'; DROP TABLE responses; --"
                          << "";
    QTest::newRow("parameter") << "?1"
                               << "";
    QTest::newRow("nul") << QString(QStringLiteral("a") + QChar(0)) << "";
    QTest::newRow("half a surrogate pair") << QString(QChar(0xdc00)) << "";
    QTest::newRow("huge") << QString(1 << 20, QLatin1Char('x')) << "";
}

void LakeQueryTest::hostileValuesAreValues()
{
    QFETCH(const QString, value);
    QFETCH(const QString, keys);
    for (const Operator op : {Operator::Equal, Operator::Contains, Operator::StartsWith, Operator::In}) {
        Query query;
        query.where = {{"comment_original", op, {value}}};
        QCOMPARE(found(query), keys);
    }
    QCOMPARE(*m_lake.reader()->count("responses", {}), 5);
}

void LakeQueryTest::aLongListOfValues()
{
    Query query;
    QStringList values;
    for (int i = 2; i < 30'000; ++i)
        values.append(QString::number(i));
    query.where = {{"number_customergauge", Operator::In, values}};
    QCOMPARE(found(query), QStringLiteral("2 3 4"));
}

QTEST_GUILESS_MAIN(LakeQueryTest)
#include "tst_lakequery.moc"
