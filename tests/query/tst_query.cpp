// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::query;

class QueryTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsConditions_data();
    void readsConditions();
    void refusesWhatIsNoCondition_data();
    void refusesWhatIsNoCondition();
    void printsWhatItReads_data();
    void printsWhatItReads();
    void readsSorts();
    void readsAWholeQuery();
    void refusesWhatIsNoQuery_data();
    void refusesWhatIsNoQuery();
    void printsQueriesThatItReads();
};

void QueryTest::readsConditions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QStringList>("values");
    const auto row = [](const char *text, const char *column, const char *op, QStringList values) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(column) << QString::fromUtf8(op)
                            << values;
    };
    row("nps >= 9", "nps", ">=", {"9"});
    row("nps>=9", "nps", ">=", {"9"});
    row("nps<7", "nps", "<", {"7"});
    row("status != response", "status", "!=", {"response"});
    row("property.Country in NL, DE", "property.Country", "in", {"NL", "DE"});
    row("property.Country in \"Nether,lands\",DE", "property.Country", "in", {"Nether,lands", "DE"});
    row("property.Key Contact = Ann Lee", "property.Key Contact", "=", {"Ann Lee"});
    row("property.Built in Year contains 19", "property.Built", "in", {"Year contains 19"});
    row("\"property.Built in Year\" contains 19", "property.Built in Year", "contains", {"19"});
    row("comment_original is-empty", "comment_original", "is-empty", {});
    row("comment_original not-empty", "comment_original", "not-empty", {});
    row("comment_original contains a = b", "comment_original", "contains", {"a = b"});
    row("email =", "email", "=", {""});
    row("date_creation starts-with 2025-", "date_creation", "starts-with", {"2025-"});
}

void QueryTest::readsConditions()
{
    QFETCH(QString, text);
    QFETCH(QString, column);
    QFETCH(QString, op);
    QFETCH(QStringList, values);
    const Result<Condition> condition = parseCondition(text);
    QVERIFY(condition);
    QCOMPARE(condition->column, column);
    QCOMPARE(operatorText(condition->op), op);
    QCOMPARE(condition->values, values);
}

void QueryTest::refusesWhatIsNoCondition_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "nps", "= 9", "contains x", "nps is-empty 3", "\"\" = 3"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void QueryTest::refusesWhatIsNoCondition()
{
    QFETCH(QString, text);
    const Result<Condition> condition = parseCondition(text);
    QVERIFY(!condition);
    QCOMPARE(condition.error().kind, ErrorKind::Input);
    QVERIFY(!condition.error().text.isEmpty());
}

void QueryTest::printsWhatItReads_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<int>("op");
    QTest::addColumn<QStringList>("values");
    const QStringList columns{"nps", "property.Key Contact", "question.Is it = or in \"x\"?", " spaced ",
                              "a<b"};
    const QStringList texts{"9", "", " a ", "a,b", "say \"hi\"", "\"", "in", "ü 漢", "'a'", "'s", "a && b"};
    int n = 0;
    for (const QString &column : columns) {
        for (int op = int(Operator::Equal); op <= int(Operator::Between); ++op) {
            const bool bare = Operator(op) == Operator::IsEmpty || Operator(op) == Operator::NotEmpty;
            for (const QString &text : texts) {
                const bool takesTwo = Operator(op) == Operator::In || Operator(op) == Operator::Between;
                const QStringList values = bare ? QStringList()
                    : takesTwo                  ? QStringList{text, QStringLiteral("z")}
                                                : QStringList{text};
                QTest::addRow("%d", ++n) << column << op << values;
            }
        }
    }
}

void QueryTest::printsWhatItReads()
{
    QFETCH(QString, column);
    QFETCH(int, op);
    QFETCH(QStringList, values);
    const Condition condition{column, Operator(op), values};
    const Result<Condition> back = parseCondition(print(condition));
    QVERIFY2(back, qPrintable(print(condition)));
    QVERIFY2(*back == condition, qPrintable(print(condition)));
}

void QueryTest::readsSorts()
{
    QCOMPARE(*parseSort(QStringLiteral("nps")), (Sort{QStringLiteral("nps"), false}));
    QCOMPARE(*parseSort(QStringLiteral("nps:desc")), (Sort{QStringLiteral("nps"), true}));
    QCOMPARE(*parseSort(QStringLiteral("property.a:b:asc")), (Sort{QStringLiteral("property.a:b"), false}));
    QVERIFY(!parseSort(QStringLiteral(":desc")));
}

void QueryTest::readsAWholeQuery()
{
    const auto query
        = parseQuery(QStringLiteral("# what the board looks at\n"
                                    "where nps <= 6 and (property.Country = NL or language = fr)\r\n"
                                    "where date_sent in last 30 days\n"
                                    "\n"
                                    "search late delivery\n"
                                    "sort nps:desc, date_sent\n"
                                    "columns number_customergauge, \"question.Why, then?\"\n"
                                    "limit 100\n"
                                    "records gone\n"));
    QVERIFY2(query, query ? "" : qPrintable(query.error().text));
    QCOMPARE(query->where.size(), 2u);
    QCOMPARE(query->where[1], *parseFilter(QStringLiteral("date_sent in last 30 days")));
    QCOMPARE(query->search, QStringLiteral("late delivery"));
    QCOMPARE(query->sort,
             (std::vector<Sort>{{QStringLiteral("nps"), true}, {QStringLiteral("date_sent"), false}}));
    QCOMPARE(query->columns,
             (QStringList{QStringLiteral("number_customergauge"), QStringLiteral("question.Why, then?")}));
    QCOMPARE(query->limit, std::optional<qint64>(100));
    QCOMPARE(query->presence, Presence::Gone);
    QCOMPARE(*parseQuery({}), Query());
}

void QueryTest::refusesWhatIsNoQuery_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("unknown word") << QStringLiteral("select nps") << 1;
    QTest::newRow("no condition") << QStringLiteral("search late\nwhere nps") << 2;
    QTest::newRow("nothing follows") << QStringLiteral("\n\nsearch") << 3;
    QTest::newRow("twice") << QStringLiteral("sort nps\nsort email") << 2;
    QTest::newRow("no number") << QStringLiteral("limit many") << 1;
    QTest::newRow("below zero") << QStringLiteral("limit -1") << 1;
    QTest::newRow("no presence") << QStringLiteral("records lost") << 1;
    QTest::newRow("no column") << QStringLiteral("sort :desc") << 1;
}

void QueryTest::refusesWhatIsNoQuery()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    const auto query = parseQuery(text);
    QVERIFY(!query);
    QCOMPARE(query.error().kind, ErrorKind::Input);
    QVERIFY2(query.error().text.startsWith(QStringLiteral("Line %1: ").arg(line)),
             qPrintable(query.error().text));
}

void QueryTest::printsQueriesThatItReads()
{
    const QStringList odd{
        QStringLiteral("nps"),        QStringLiteral("a,b"),          QStringLiteral(" spaced "),
        QStringLiteral("a:desc"),     QStringLiteral("a:asc"),        QStringLiteral("say \"hi\""),
        QStringLiteral("two\nlines"), QStringLiteral("where in (x)"), QStringLiteral("#5"),
        QStringLiteral("limit 3"),    QStringLiteral("ü 漢")};
    for (const QString &text : odd) {
        Query query;
        query.where = {Filter(text, Operator::Equal, {text}),
                       Filter::any({Filter(text, Operator::In, {text, QStringLiteral("z")}),
                                    Filter(QStringLiteral("nps"), Operator::IsEmpty, {})})};
        query.search = text;
        query.sort = {{text, true}, {text, false}};
        query.columns = {text, QStringLiteral("nps")};
        for (const Presence presence : {Presence::There, Presence::Gone, Presence::Both}) {
            query.presence = presence;
            const auto back = parseQuery(print(query));
            QVERIFY2(back, qPrintable(print(query)));
            QVERIFY2(*back == query, qPrintable(print(query)));
        }
        query.limit = 7;
        QCOMPARE(*parseQuery(print(query)), query);
    }
    QCOMPARE(print(Query()), QString());
}

QTEST_GUILESS_MAIN(QueryTest)
#include "tst_query.moc"
