// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/filter.h"
#include "support/testcase.h"

#include <QRandomGenerator>

using namespace gauge;
using namespace gauge::query;

class FilterTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsExpressions_data();
    void readsExpressions();
    void takesWhatOneConditionAlwaysTook_data();
    void takesWhatOneConditionAlwaysTook();
    void namesThePlaceOfAMistake_data();
    void namesThePlaceOfAMistake();
    void printsWhatItReads();
    void groupsAreInTheirPlainestForm();
    void depthIsBounded();
    void listsItsConditions();
    void survivesAnyText();
};

namespace {

//! The tree with every condition in brackets, to be read by people.
QString shape(const Filter &filter)
{
    if (filter.kind() == Filter::Kind::Condition) {
        const Condition &condition = filter.condition();
        return QStringLiteral("[%1|%2|%3]")
            .arg(condition.column, operatorText(condition.op), condition.values.join(QLatin1Char('~')));
    }
    QStringList members;
    for (const Filter &member : filter.members())
        members.append(shape(member));
    return (filter.kind() == Filter::Kind::All ? QStringLiteral("all(") : QStringLiteral("any("))
        + members.join(QLatin1Char(' ')) + QLatin1Char(')');
}

Condition randomCondition(QRandomGenerator &random)
{
    static const QStringList columns{"nps",
                                     "property.Key Contact",
                                     "question.How and why or not?",
                                     "question.Is it = or in \"x\"?",
                                     "or",
                                     "and then",
                                     " spaced ",
                                     "a<b",
                                     "(odd)",
                                     "question.Size (cm)",
                                     "property.in"};
    static const QStringList texts{"9",
                                   "",
                                   " a ",
                                   "a,b",
                                   "say \"hi\"",
                                   "\"",
                                   "in",
                                   "ü 漢",
                                   "and",
                                   "this or that",
                                   ")",
                                   "(",
                                   ":-)",
                                   "a (b) c",
                                   "x = 1",
                                   "a\nb",
                                   "nps >= 9 and x = 2",
                                   "last 30 days",
                                   "\"a\" or \"b\""};
    const auto pick = [&random](const QStringList &from) { return from[random.bounded(from.size())]; };
    Condition condition{pick(columns), Operator(random.bounded(int(Operator::In) + 1)), {}};
    int values = 1;
    if (condition.op == Operator::In)
        values = random.bounded(4);
    else if (condition.op == Operator::IsEmpty || condition.op == Operator::NotEmpty)
        values = 0;
    for (int i = 0; i < values; ++i)
        condition.values.append(pick(texts));
    return condition;
}

Filter randomFilter(QRandomGenerator &random, int depth)
{
    if (depth == 0 || random.bounded(3) == 0)
        return randomCondition(random);
    std::vector<Filter> members;
    for (int i = random.bounded(1, 4); i > 0; --i)
        members.push_back(randomFilter(random, depth - 1));
    return random.bounded(2) ? Filter::all(std::move(members)) : Filter::any(std::move(members));
}

} // namespace

void FilterTest::readsExpressions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("nps >= 9 and (property.Country in NL,DE or comment_original contains \"late\")",
        "all([nps|>=|9] any([property.Country|in|NL~DE] [comment_original|contains|late]))");
    row("a = 1 or b = 2 and c = 3", "any([a|=|1] all([b|=|2] [c|=|3]))");
    row("(a = 1 or b = 2) AND c = 3", "all(any([a|=|1] [b|=|2]) [c|=|3])");
    row("((a = 1))", "[a|=|1]");
    row("a=1 and(b=2)or(c=3)", "any(all([a|=|1] [b|=|2]) [c|=|3])");
    row("a is-empty or b not-empty and c = x y", "any([a|is-empty|] all([b|not-empty|] [c|=|x y]))");
    row("(a is-empty)", "[a|is-empty|]");
    row("email = and nps = 9", "all([email|=|] [nps|=|9])");
    row("\"question.How and why or not?\" = x and nps = 1",
        "all([question.How and why or not?|=|x] [nps|=|1])");
    row("question.How and why or not? = x and nps = 1", "all([question.How and why or not?|=|x] [nps|=|1])");
    row("nps = 1 and property.Key Contact = Ann Lee", "all([nps|=|1] [property.Key Contact|=|Ann Lee])");
    row("a contains \"x and y = 2\" or b = 3", "any([a|contains|x and y = 2] [b|=|3])");
    row("a contains \"say \"\"and\"\"\" and b = 3", "all([a|contains|say \"and\"] [b|=|3])");
    row("a in \"x, or\",y or b in 1, 2", "any([a|in|x, or~y] [b|in|1~2])");
    row("a in (NL, DE) and b = 1", "all([a|in|NL~DE] [b|=|1])");
    row("a in ()", "[a|in|]");
    row("(a contains (late) and b = 1)", "all([a|contains|(late)] [b|=|1])");
    row("a contains :( and b = 1", "all([a|contains|:(] [b|=|1])");
    row("a contains 5\" and b = 1", "all([a|contains|5\"] [b|=|1])");
    row("date_sent in last 30 days and date_sent < this quarter",
        "all([date_sent|in|last 30 days] [date_sent|<|this quarter])");
    row("android = 1 and oracle = 2", "all([android|=|1] [oracle|=|2])");
    row("a = 1\n  and\n  b = 2\n", "all([a|=|1] [b|=|2])");
    // What other languages write.
    row("a == 1 && b <> 2 || c => 3 and d =< 4", "any(all([a|=|1] [b|!=|2]) all([c|>=|3] [d|<=|4]))");
    row("a = 'NL' and b in ('x', 'y, z')", "all([a|=|NL] [b|in|x~y, z])");
    row("a = 'x and y = 2' or b = 3", "any([a|=|x and y = 2] [b|=|3])");
    row("a contains 's avonds and b = 't", "all([a|contains|'s avonds] [b|=|'t])");
    row("a contains R&D and b = x||y", "all([a|contains|R&D] [b|=|x||y])");
    row("d between 2026-01 and 2026-03 and b = 1", "all([d|between|2026-01~2026-03] [b|=|1])");
    row("(d between last month and today or b between 1 and 2)",
        "any([d|between|last month~today] [b|between|1~2])");
    row("d between \"a and b\" and c", "[d|between|a and b~c]");
    row("d before 2026-03-31 and d on or after this year", "all([d|<|2026-03-31] [d|>=|this year])");
    row("d after yesterday or d on or before '2026'", "any([d|>|yesterday] [d|<=|2026])");
    // These words are letters of a column where no date follows.
    row("question.What happened after the visit = 5", "[question.What happened after the visit|=|5]");
    row("question.Choose between both = 5", "[question.Choose between both|=|5]");
}

void FilterTest::readsExpressions()
{
    QFETCH(const QString, text);
    QFETCH(const QString, expected);
    const Result<Filter> filter = parseFilter(text);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().text));
    QCOMPARE(shape(*filter), expected);
}

void FilterTest::takesWhatOneConditionAlwaysTook_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"nps >= 9",
                             "nps>=9",
                             "status != response",
                             "property.Country in NL, DE",
                             "property.Country in \"Nether,lands\",DE",
                             "property.Built in Year contains 19",
                             "comment_original is-empty",
                             "comment_original contains a = b",
                             "email =",
                             "a in",
                             "comment contains late and lost",
                             "comment contains late or (lost)",
                             "comment contains and",
                             "question.How and why or not? = x",
                             "comment contains either a = b or c",
                             "comment = \"a\" b",
                             "comment contains \"unclosed",
                             "comment contains smile :)",
                             "comment contains (late)",
                             "a in x, y and z",
                             "comment contains \"a\", \"b\"",
                             "nps = \"9\"",
                             "a in ,"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void FilterTest::takesWhatOneConditionAlwaysTook()
{
    QFETCH(const QString, text);
    const Result<Condition> condition = parseCondition(text);
    QVERIFY(condition);
    const Result<Filter> filter = parseFilter(text);
    QVERIFY2(filter, filter ? "" : qPrintable(filter.error().text));
    QCOMPARE(shape(*filter), shape(*condition));
}

void FilterTest::namesThePlaceOfAMistake_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const char *words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(words);
    };
    row("", "“” is not a condition");
    row("nps", "“nps” is not a condition");
    row("(nps = 9", "At character 1: The parenthesis");
    row("a = 1 and (b = 2 or (c = 3)", "At character 11: The parenthesis");
    row("(a = 1) b = 2", "At character 9: “b = 2” was not expected");
    row("a is-empty)", "At character 11: “)” was not expected");
    row("a = 1 and b = 2 and", "At character 20: A condition is missing here");
    row("(a = 1 and )", "At character 12: “)” is not a condition");
    row("()", "At character 2: “)” is not a condition");
    row("nps >= 9 and status = response and nsp or a = 1", "At character 36: “nsp” is not a condition");
    row("a = 1 and (b = 2 and lost)", "At character 22: “lost)” is not a condition");
    row("a = \"x\" and lost and nps = 9", "At character 13: “lost” is not a condition");
    row("a = 1 and b is-empty 3", "At character 22: “3” was not expected");
    row("country = NL and", "At character 17: A condition is missing here");
    row("country = NL &&", "At character 16: A condition is missing here");
    row("d between 2026-01 or b = 1 and c = 2", "At character 1: “between” needs two values");
    row("a = 1 and = 2", "At character 11: “= 2” is not a condition");
}

void FilterTest::namesThePlaceOfAMistake()
{
    QFETCH(const QString, text);
    QFETCH(const QString, words);
    const Result<Filter> filter = parseFilter(text);
    QVERIFY2(!filter, filter ? qPrintable(shape(*filter)) : "");
    QCOMPARE(filter.error().kind, ErrorKind::Input);
    QVERIFY2(filter.error().text.startsWith(words), qPrintable(filter.error().text));
}

void FilterTest::printsWhatItReads()
{
    QRandomGenerator random(20260301);
    for (int i = 0; i < 20'000; ++i) {
        const Filter filter = randomFilter(random, 4);
        const QString text = print(filter);
        const Result<Filter> back = parseFilter(text);
        QVERIFY2(back, qPrintable(text));
        QVERIFY2(*back == filter, qPrintable(text + QLatin1Char('\n') + shape(*back)));
    }
}

void FilterTest::groupsAreInTheirPlainestForm()
{
    const Filter a(QStringLiteral("a"), Operator::IsEmpty, {});
    const Filter b(QStringLiteral("b"), Operator::IsEmpty, {});
    const Filter c(QStringLiteral("c"), Operator::IsEmpty, {});
    QCOMPARE(shape(Filter::all({a})), shape(a));
    QVERIFY(Filter::all({a, Filter::all({b, c})}) == Filter::all({a, b, c}));
    QVERIFY(Filter::any({Filter::any({a, b}), c}) == Filter::any({a, b, c}));
    QVERIFY(Filter::any({a, b}) != Filter::all({a, b}));
    QCOMPARE(Filter::any({a, Filter::all({b, c})}).depth(), 2);
    QCOMPARE(a.depth(), 0);
}

void FilterTest::depthIsBounded()
{
    const auto nested = [](int depth) -> QString {
        return QString(depth, QLatin1Char('(')) + QStringLiteral("a = 1") + QString(depth, QLatin1Char(')'));
    };
    QVERIFY(parseFilter(nested(deepestFilter - 1)));
    const Result<Filter> deeper = parseFilter(nested(deepestFilter));
    QVERIFY(!deeper);
    QVERIFY(deeper.error().text.contains(QString::number(deepestFilter - 1)));
    QVERIFY(!parseFilter(nested(1'000'000)));
    // The deepest that can be written is not deeper than may be asked.
    QString text = QStringLiteral("a = 1 and b = 2");
    for (int i = 1; i < deepestFilter; ++i)
        text
            = QStringLiteral("a = 1 %1 (%2)").arg(i % 2 ? QStringLiteral("or") : QStringLiteral("and"), text);
    const Result<Filter> deepest = parseFilter(text);
    QVERIFY(deepest);
    QCOMPARE(deepest->depth(), deepestFilter);
}

void FilterTest::listsItsConditions()
{
    const Filter filter = *parseFilter(QStringLiteral("a = 1 and (b = 2 or c = 3 and d = 4) and e = 5"));
    QStringList columns;
    for (const Condition &condition : conditionsOf({filter, filter}))
        columns.append(condition.column);
    QCOMPARE(columns.join(QString()), QStringLiteral("abcdeabcde"));
}

void FilterTest::survivesAnyText()
{
    static const QStringList parts{"a",    " ",    "\"",  "(",   ")",        ",",      "=", " and ",
                                   " or ", "<=",   "in",  "nps", "\n",       "!=",     "ü", " is-empty",
                                   " in ", "\"\"", "and", "or",  " between", "before", "'"};
    QRandomGenerator random(7);
    int read = 0;
    for (int i = 0; i < 50'000; ++i) {
        QString text;
        for (int n = random.bounded(16); n > 0; --n)
            text += parts[random.bounded(parts.size())];
        const Result<Filter> filter = parseFilter(text);
        if (!filter) {
            QVERIFY2(!filter.error().text.isEmpty(), qPrintable(text));
            continue;
        }
        ++read;
        // What it understood can be written so that it means the same.
        const Result<Filter> back = parseFilter(print(*filter));
        QVERIFY2(back && *back == *filter, qPrintable(text + QLatin1Char('\n') + print(*filter)));
    }
    QVERIFY(read > 1000);
}

QTEST_GUILESS_MAIN(FilterTest)
#include "tst_filter.moc"
