// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/filtersql.h"
#include "lakefixture.h"
#include "support/testcase.h"

using namespace gauge;
using query::Filter;
using query::Operator;
using query::Query;

//! Expressions against real rows. The fixture's clock says 1 January 2026, a Thursday.
class LakeFilterTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void expressions_data();
    void expressions();
    void relativeDates_data();
    void relativeDates();
    void whatIsNoDateIsRefused_data();
    void whatIsNoDateIsRefused();
    void aBetweenTheWrongWayRoundIsRefused();
    void withoutTodayRelativeDatesAreRefused();
    void unknownColumnsAreSuggested_data();
    void unknownColumnsAreSuggested();
    void wideAndDeepFiltersWork();
    void whatIsTooMuchIsRefusedInWords();
    void parametersKeepTheirOrder();
    void accentsAreEqualHoweverTheyAreWritten_data();
    void accentsAreEqualHoweverTheyAreWritten();

private:
    [[nodiscard]] QString found(const QString &text)
    {
        const auto filter = query::parseFilter(text);
        if (!filter)
            return filter.error().text;
        Query query;
        query.where = {*filter};
        return m_lake.column(QStringLiteral("number_customergauge"), query).join(QLatin1Char(' '));
    }
    test::LakeFixture m_lake;
};

void LakeFilterTest::initTestCase()
{
    const auto writer = m_lake.writer();
    const auto how = QStringLiteral("question.How and why or not?");
    m_lake.store(
        *writer,
        m_lake.page()
            .record({{"number_customergauge", 1},
                     {"nps", 9},
                     {"comment_original", "too late and cold"},
                     {"date_sent", "2026-01-01 00:00:00"}},
                    {{"property.Country", "NL"}, {how, "because"}})
            .record({{"number_customergauge", 2}, {"nps", 10}, {"date_sent", "2025-12-31 23:59:59"}},
                    {{"property.Country", "DE"}, {how, "not"}})
            .record({{"number_customergauge", 3},
                     {"nps", 3},
                     {"comment_original", "late"},
                     {"date_sent", "2025-12-29"}},
                    {{"property.Country", "NL"}})
            .record({{"number_customergauge", 4}, {"nps", "n/a"}, {"date_sent", "2025-09-30 12:00:00"}})
            .record({{"number_customergauge", 5}, {"nps", 0}}));
}

void LakeFilterTest::expressions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    const auto row
        = [](const char *text, const char *keys) { QTest::newRow(text) << QString(text) << QString(keys); };
    row("nps >= 9 and (property.Country in NL,FR or comment_original contains \"late\")", "1");
    row("nps >= 9 or property.Country = NL", "1 2 3");
    row("nps = 9 or nps = 10 and property.Country = NL", "1");
    row("(nps = 9 or nps = 10) and property.Country = DE", "2");
    row("comment_original contains late and cold", "1");
    row("comment_original contains \"late and\" or nps is-empty", "1");
    row("question.How and why or not? = because", "1");
    row("nps >= 0 and \"question.How and why or not?\" is-empty", "3 5");
    row("property.Country != NL and nps <= 10", "2 5");
    row("property.Country in () or nps = 3", "3");
    // Titles beside names.
    row("Comment contains late", "1 3");
    row("SENT < 2025-12-30 and country = NL", "3");
    row("(nps < 5 or nps > 9) and (property.Country is-empty or comment_original not-empty)", "3 5");
}

void LakeFilterTest::expressions()
{
    QFETCH(const QString, text);
    QFETCH(const QString, keys);
    QCOMPARE(found(text), keys);
}

void LakeFilterTest::relativeDates_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    const auto row
        = [](const char *text, const char *keys) { QTest::newRow(text) << QString(text) << QString(keys); };
    row("date_sent in today", "1");
    row("date_sent = today", "1");
    row("date_sent != today", "2 3 4 5");
    row("date_sent < today", "2 3 4");
    row("date_sent <= today", "1 2 3 4");
    row("date_sent > yesterday", "1");
    row("date_sent >= yesterday", "1 2");
    row("date_sent in yesterday", "2");
    row("date_sent in last 2 days", "1 2");
    row("date_sent in this week", "1 2 3");
    row("date_sent in last month", "2 3");
    row("date_sent in this year", "1");
    row("date_sent in last quarter, today", "1 2 3");
    row("date_sent in today, \"2025-12-29\"", "1 3");
    row("date_sent in last 93 days", "1 2 3");
    row("date_sent in last 94 days", "1 2 3 4");
    // A date without a time is the whole day, a month the whole month.
    row("date_sent <= 2025-12-31", "2 3 4");
    row("date_sent < 2025-12-31", "3 4");
    row("date_sent = 2025-12-31", "2");
    row("date_sent in 2025-12-31,2025-12-29", "2 3");
    row("date_sent > 2025-12-31", "1");
    row("date_sent >= 2025-12-31", "1 2");
    row("date_sent != 2025-12-31", "1 3 4 5");
    row("date_sent = 2025-12", "2 3");
    row("date_sent <= 2025", "2 3 4");
    row("date_sent between 2025-12-29 and 2025-12-31", "2 3");
    row("date_sent on or before 2025-12-31", "2 3 4");
    row("date_sent after 2025-12-31", "1");
    row("date_sent = 2025-09-30T12:00", "4");
    row("date_sent <= \"2025-12-31 23:59:58\"", "3 4");
    row("nps between 3 and 9", "1 3");
    // A period is one in columns of dates only, and only where dates are compared.
    row("comment_original = today", "");
    row("date_sent contains today", "");
}

void LakeFilterTest::relativeDates()
{
    QFETCH(const QString, text);
    QFETCH(const QString, keys);
    QCOMPARE(found(text), keys);
}

void LakeFilterTest::whatIsNoDateIsRefused_data()
{
    QTest::addColumn<QString>("value");
    for (const char *value : {"last fortnight", "next week", "tomorrow", "last 0 days", "this day",
                              "31-03-2026", "03/31/2026", "2026-13-45", "yesterda"})
        QTest::newRow(value) << QString(value);
}

void LakeFilterTest::whatIsNoDateIsRefused()
{
    QFETCH(const QString, value);
    for (const Operator op : {Operator::In, Operator::Less, Operator::NotEqual}) {
        Query query;
        query.where = {{"date_sent", op, {value}}};
        const auto refused = m_lake.reader()->count("responses", query);
        VERIFY_FAILS(refused, ErrorKind::Input);
        QVERIFY(refused.error().text.contains(value));
    }
}

void LakeFilterTest::aBetweenTheWrongWayRoundIsRefused()
{
    for (const char *text :
         {"date_sent between 2026-03-31 and 2026-03-01", "date_sent between 2026 and 2025-12",
          "nps between 9 and 6", "date_sent between tomorrow and yesterday"}) {
        const auto filter = query::parseFilter(QString::fromLatin1(text));
        VERIFY_OK(filter);
        Query query;
        query.where = {*filter};
        VERIFY_FAILS(m_lake.reader()->count("responses", query), ErrorKind::Input);
    }
    QCOMPARE(found("date_sent between 2026-01-01 and 2026-01-01"), QString("1"));
    QCOMPARE(found("nps between 9 and 9"), QString("1"));
}

void LakeFilterTest::withoutTodayRelativeDatesAreRefused()
{
    const auto reader = m_lake.reader();
    reader->setToday({});
    Query query;
    query.where = {{"date_sent", Operator::In, {"today"}}};
    VERIFY_FAILS(reader->count("responses", query), ErrorKind::Input);
    query.where = {{"date_sent", Operator::Less, {"2026"}}};
    QCOMPARE(*reader->count("responses", query), 3);
}

void LakeFilterTest::unknownColumnsAreSuggested_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("suggestion");
    QTest::newRow("synonym") << "score"
                             << "nps";
    QTest::newRow("typing error") << "acount_name"
                                  << "account_name";
    QTest::newRow("other case") << "Date_Sent"
                                << "date_sent";
    QTest::newRow("nothing is near") << "weather"
                                     << "";
    QTest::newRow("one letter") << "x"
                                << "";
}

void LakeFilterTest::unknownColumnsAreSuggested()
{
    QFETCH(const QString, name);
    QFETCH(const QString, suggestion);
    Query query;
    query.where = {{name, Operator::Equal, {"1"}}};
    const auto refused = m_lake.reader()->count("responses", query);
    VERIFY_FAILS(refused, ErrorKind::Input);
    QVERIFY(refused.error().text.contains(name));
    QCOMPARE(refused.error().text.count(QChar(0x201c)), suggestion.isEmpty() ? 1 : 2);
    QVERIFY(refused.error().text.contains(suggestion));
}

void LakeFilterTest::wideAndDeepFiltersWork()
{
    const Filter three(QStringLiteral("nps"), Operator::Equal, {QStringLiteral("3")});
    const Filter none(QStringLiteral("nps"), Operator::Equal, {QStringLiteral("4")});
    std::vector<Filter> wide(lake::FilterSql::mostConditions - 1, none);
    wide.push_back(three);
    Query query;
    query.where = {Filter::any(wide)};
    QCOMPARE(*m_lake.reader()->count("responses", query), 1);
    Filter deep = three;
    for (int i = 0; i < query::deepestFilter; ++i)
        deep = i % 2 ? Filter::any({none, deep}) : Filter::all({three, deep});
    QCOMPARE(deep.depth(), query::deepestFilter);
    query.where = {deep, three};
    QCOMPARE(*m_lake.reader()->count("responses", query), 1);
    QStringList many;
    for (int i = 0; i < lake::FilterSql::mostValues; ++i)
        many.append(QString::number(i));
    query.where = {{"number_customergauge", Operator::In, many}};
    QCOMPARE(*m_lake.reader()->count("responses", query), 5);
}

void LakeFilterTest::whatIsTooMuchIsRefusedInWords()
{
    const Filter three(QStringLiteral("nps"), Operator::Equal, {QStringLiteral("3")});
    Query query;
    query.where = std::vector<Filter>(lake::FilterSql::mostConditions + 1, three);
    VERIFY_FAILS(m_lake.reader()->count("responses", query), ErrorKind::Input);
    Filter deep = three;
    for (int i = 0; i <= query::deepestFilter; ++i)
        deep = i % 2 ? Filter::any({three, deep}) : Filter::all({three, deep});
    query.where = {deep};
    VERIFY_FAILS(m_lake.reader()->count("responses", query), ErrorKind::Input);
    QStringList many;
    for (int i = 0; i <= lake::FilterSql::mostValues; ++i)
        many.append(QString::number(i));
    query.where = {{"number_customergauge", Operator::In, many}};
    const auto refused = m_lake.reader()->count("responses", query);
    VERIFY_FAILS(refused, ErrorKind::Input);
    QVERIFY(refused.error().text.contains(QStringLiteral("32001")));
}

void LakeFilterTest::parametersKeepTheirOrder()
{
    Query query;
    query.where = {*query::parseFilter(QStringLiteral(
        "(date_sent != today or property.Country = NL) and date_sent in 2025-12-29, this year, last month"
        " and nps <= 9 and comment_original contains late"))};
    query.search = QStringLiteral("cold");
    QCOMPARE(m_lake.column(QStringLiteral("number_customergauge"), query), QStringList{QStringLiteral("1")});
}

void LakeFilterTest::accentsAreEqualHoweverTheyAreWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    // %1 is é, as one character and as two.
    QTest::newRow("equal") << "account_name = \"Caf%1\""
                           << "1 2";
    QTest::newRow("not equal") << "account_name != \"Caf%1\""
                               << "3 4";
    QTest::newRow("in") << "account_name in (\"Caf%1\", cafe)"
                        << "1 2 3";
    QTest::newRow("contains") << "account_name contains \"AF%1\""
                              << "1 2";
    QTest::newRow("starts with") << "account_name starts-with \"caf%1\""
                                 << "1 2";
    QTest::newRow("without the accent") << "account_name contains cafe"
                                        << "3";
    QTest::newRow("the name of a column") << "\"property.Caf%1\" = x"
                                          << "4";
}

void LakeFilterTest::accentsAreEqualHoweverTheyAreWritten()
{
    QFETCH(const QString, text);
    QFETCH(const QString, keys);
    const QString composed = QStringLiteral("\u00e9");
    const QString apart = QStringLiteral("e\u0301");
    test::LakeFixture lake;
    lake.store(
        *lake.writer(),
        lake.page()
            .record({{"number_customergauge", 1}, {"account_name", QString("Caf" + composed).toStdString()}})
            .record({{"number_customergauge", 2}, {"account_name", QString("Caf" + apart).toStdString()}})
            .record({{"number_customergauge", 3}, {"account_name", "cafe"}})
            .record({{"number_customergauge", 4}}, {{QString("property.Caf" + composed), "x"}}));
    for (const QString &written : {composed, apart}) {
        const auto filter = query::parseFilter(text.contains(QLatin1String("%1")) ? text.arg(written) : text);
        VERIFY_OK(filter);
        Query query;
        query.where = {*filter};
        QCOMPARE(lake.column("number_customergauge", query).join(QLatin1Char(' ')), keys);
    }
}

QTEST_GUILESS_MAIN(LakeFilterTest)
#include "tst_lakefilter.moc"
