// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/plaintext.h"
#include "records/cells/display.h"
#include "records/detail/detailpane.h"
#include "records/filter/conditiontext.h"
#include "records/table/tablecopy.h"
#include "support/testcase.h"

#include <QJsonDocument>

using namespace gauge;
using namespace gauge::ui;
using catalog::ColumnType;

class DisplayTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void showsValues_data();
    void showsValues();
    void everyScoreHasAShapeAndAWord();
    void scriptsDecideTheSide();
    void markupInToolTipsStaysText();
    void cellsAreOneShortLine();
    void propertiesAreNotTranslated();
    void livesAreWords();
    void titlesThatReadTheSameAreToldApart();
    void usualColumnsBeginWithKeyAndScore();
    void clipboardIsGuarded_data();
    void clipboardIsGuarded();
    void clipboardHasHeadersAndQuotes();
    void indentsWithoutTouchingTokens_data();
    void indentsWithoutTouchingTokens();
    void indentsHostileNesting();
    void conditionsInWords();
    void conditionsThatFindNothing();
};

void DisplayTest::showsValues_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, ColumnType type, const char *text, const char *shown) {
        QTest::newRow(name) << int(type) << QString::fromUtf8(text) << QString::fromUtf8(shown);
    };
    row("promoter", ColumnType::Score, "10", "▲10");
    row("passive", ColumnType::Score, "8", "●8");
    row("detractor", ColumnType::Score, "3", "▼3");
    row("zero", ColumnType::Score, "0", "▼0");
    row("eleven is no score", ColumnType::Score, "11", "11");
    row("minus is no score", ColumnType::Score, "-1", "-1");
    row("words are no score", ColumnType::Score, "n/a", "n/a");
    row("date and time", ColumnType::DateTime, "2025-03-01 14:05:09", "01-03-2025 14:05");
    row("day", ColumnType::DateTime, "2025-03-01", "01-03-2025");
    row("in the hour a clock change skips", ColumnType::DateTime, "2025-03-30 02:30:00", "30-03-2025 02:30");
    row("with T", ColumnType::DateTime, "2025-03-01T14:05:09", "01-03-2025 14:05");
    row("no such day", ColumnType::DateTime, "2025-02-30 10:00:00", "2025-02-30 10:00:00");
    row("zeros", ColumnType::DateTime, "0000-00-00 00:00:00", "0000-00-00 00:00:00");
    row("something behind", ColumnType::DateTime, "2025-03-01 14:05:09 CET", "2025-03-01 14:05:09 CET");
    row("no date", ColumnType::DateTime, "soon", "soon");
    row("decimal", ColumnType::Real, "1234.5", "1234,5");
    row("no number", ColumnType::Real, "1,5", "1,5");
    row("long number", ColumnType::Integer, "18446744073709551617", "18446744073709551617");
    row("number of a record", ColumnType::Integer, "3414567", "3414567");
    row("yes", ColumnType::Boolean, "1", "Yes");
    row("no", ColumnType::Boolean, "false", "No");
    row("perhaps", ColumnType::Boolean, "2", "2");
    row("leading zeros", ColumnType::Text, "0049", "0049");
}

void DisplayTest::showsValues()
{
    QFETCH(int, type);
    QFETCH(QString, text);
    QFETCH(QString, shown);
    const QLocale dutch(QLocale::Dutch, QLocale::Netherlands);
    QCOMPARE(display::value(ColumnType(type), text, dutch), shown);
}

void DisplayTest::everyScoreHasAShapeAndAWord()
{
    QStringList accessibleText;
    for (int score = 0; score <= 10; ++score) {
        const QString shown = display::value(ColumnType::Score, QString::number(score), QLocale::c());
        const QChar shape = score >= 9 ? QChar(0x25B2) : score >= 7 ? QChar(0x25CF) : QChar(0x25BC);
        QCOMPARE(shown.front(), shape);
        accessibleText.append(
            display::accessibleText(ColumnType::Score, QString::number(score), QLocale::c()));
    }
    QCOMPARE(accessibleText[0], QStringLiteral("0, detractor"));
    QCOMPARE(accessibleText[6], QStringLiteral("6, detractor"));
    QCOMPARE(accessibleText[7], QStringLiteral("7, passive"));
    QCOMPARE(accessibleText[10], QStringLiteral("10, promoter"));
    for (const auto group :
         {display::ScoreGroup::Promoter, display::ScoreGroup::Passive, display::ScoreGroup::Detractor})
        QVERIFY(display::colour(group, true).lightness() > display::colour(group, false).lightness());
}

void DisplayTest::scriptsDecideTheSide()
{
    const auto side = [](ColumnType type, const char *text) {
        return display::alignment(type, QString::fromUtf8(text)) & Qt::AlignHorizontal_Mask
            & ~Qt::AlignAbsolute;
    };
    QCOMPARE(side(ColumnType::Text, "Ann"), Qt::AlignLeft);
    QCOMPARE(side(ColumnType::Text, "شكرا"), Qt::AlignRight);
    QCOMPARE(side(ColumnType::Integer, "12"), Qt::AlignRight);
    QCOMPARE(side(ColumnType::Score, "9"), Qt::AlignRight);
}

void DisplayTest::markupInToolTipsStaysText()
{
    const QString tip = plainToolTip(QStringLiteral("<img src=\"http://evil.example/x\">\nline"));
    QVERIFY(!tip.contains(QLatin1String("<img")));
    QVERIFY(tip.contains(QLatin1String("&lt;img")));
    QVERIFY(tip.contains(QLatin1String("<br>line")));
    QVERIFY(plainToolTip(QStringLiteral(u"a\u202Eb")).contains(QLatin1String("a&lt;U+202E&gt;b")));
    QVERIFY(plainToolTip({}).isEmpty());
    QVERIFY(plainToolTip(QString(100'000, QLatin1Char('x'))).size() < 2100);
}

void DisplayTest::cellsAreOneShortLine()
{
    QCOMPARE(display::oneLine(QStringLiteral("a\r\nb\tc")), QStringLiteral("a  b c"));
    QCOMPARE(display::oneLine(QStringLiteral(u"a\x1b\u202Eb")), QStringLiteral(u"a\u241B<U+202E>b"));
    QCOMPARE(display::oneLine(QString(1'000'000, QLatin1Char('x'))).size(), 300);
}

void DisplayTest::propertiesAreNotTranslated()
{
    const catalog::Endpoint feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
    QCOMPARE(display::title(display::dynamicColumn(feed, QStringLiteral("property.Key Contact"))),
             QStringLiteral("Key Contact"));
    QCOMPARE(display::title(display::dynamicColumn(feed, QStringLiteral("other.region"))),
             QStringLiteral("region"));
    QCOMPARE(display::title(display::dynamicColumn(feed, QStringLiteral("odd"))), QStringLiteral("odd"));
    QCOMPARE(display::title(display::columnsOf(feed).front()), QStringLiteral("No."));
}

void DisplayTest::livesAreWords()
{
    QCOMPARE(display::life(QStringLiteral("opened"), false), QStringLiteral("opened"));
    QCOMPARE(display::life(QStringLiteral("sent"), true), QStringLiteral("sent · provisional"));
    QCOMPARE(display::spokenLife(QStringLiteral("sent"), true), QStringLiteral("sent, provisional"));
    QCOMPARE(display::life(QStringLiteral("else"), false), QStringLiteral("else"));
    const catalog::Catalog catalog = catalog::Catalog::builtIn();
    const catalog::Endpoint &feed = *catalog.find(QStringLiteral("non-responses"));
    QCOMPARE(display::feedTitle(feed, query::Presence::Gone), QStringLiteral("Non-responses that vanished"));
    // How far it came is among the first things that are seen.
    QCOMPARE(display::usualColumns(feed, display::columnsOf(feed)).value(1), QStringLiteral("life"));
}

void DisplayTest::titlesThatReadTheSameAreToldApart()
{
    const auto feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
    const auto all = [&](const QStringList &names) {
        std::vector<lake::LakeColumn> columns{display::columnsOf(feed).front()};
        for (const QString &name : names)
            columns.push_back(display::dynamicColumn(feed, name));
        return columns;
    };
    const QString ours = display::title(all({}).front());
    QCOMPARE(display::titles(all({QStringLiteral("property.Tier"), QStringLiteral("question.Why?")}), 60),
             (QStringList{ours, QStringLiteral("Tier"), QStringLiteral("Why?")}));
    // Only the case differs; another kind of column; the name of one of the catalog's own; a word of SQL.
    QCOMPARE(display::titles(all({QStringLiteral("property.Tier"), QStringLiteral("property.tier"),
                                  QStringLiteral("question.Tier"), QStringLiteral("property.") + ours,
                                  QStringLiteral("property.select")}),
                             60),
             (QStringList{ours, QStringLiteral("Tier (property.Tier)"),
                          QStringLiteral("tier (property.tier)"), QStringLiteral("Tier (question.Tier)"),
                          QStringLiteral("%1 (property.%1)").arg(ours), QStringLiteral("select")}));
    // They differ behind what is shown of them.
    const QString lengthy = QStringLiteral("question.") + QString(200, QLatin1Char('a'));
    const QStringList cut
        = display::titles(all({lengthy + QLatin1Char('1'), lengthy + QLatin1Char('2')}), 60);
    QVERIFY(cut[1] != cut[2]);
    QVERIFY(cut[2].endsWith(QLatin1String(" (2)")));
}

void DisplayTest::usualColumnsBeginWithKeyAndScore()
{
    const catalog::Catalog catalog = catalog::Catalog::builtIn();
    for (const catalog::Endpoint &feed : catalog.endpoints()) {
        std::vector<lake::LakeColumn> columns = display::columnsOf(feed);
        for (int i = 0; i < 3000; ++i)
            columns.push_back(display::dynamicColumn(feed, QStringLiteral("property.p%1").arg(i)));
        const QStringList usual = display::usualColumns(feed, columns);
        QCOMPARE(usual[0], feed.keyColumn);
        if (!feed.scoreColumn.isEmpty())
            QCOMPARE(usual[1], feed.scoreColumn);
        QCOMPARE(usual.size(), qsizetype(feed.columns.size()) + 12);
        QCOMPARE(QSet<QString>(usual.begin(), usual.end()).size(), usual.size());
    }
}

void DisplayTest::clipboardIsGuarded_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("copied");
    QTest::newRow("formula") << "=HYPERLINK(1)"
                             << "'=HYPERLINK(1)";
    QTest::newRow("at") << "@SUM(A1)"
                        << "'@SUM(A1)";
    QTest::newRow("phone") << "+31 20 123"
                           << "+31 20 123";
    QTest::newRow("negative") << "-12"
                              << "-12";
    QTest::newRow("minus words") << "-cmd|x"
                                 << "'-cmd|x";
    QTest::newRow("formula with tab") << "=1\t2"
                                      << "\"'=1\t2\"";
    QTest::newRow("tab first") << "\tx"
                               << "\"'\tx\"";
    QTest::newRow("plain") << "plain"
                           << "plain";
}

void DisplayTest::clipboardIsGuarded()
{
    QFETCH(QString, value);
    QFETCH(QString, copied);
    QCOMPARE(clipboardText({{}, {catalog::ColumnType::Text}, {{value}}}),
             QString(copied + QLatin1Char('\n')));
}

void DisplayTest::clipboardHasHeadersAndQuotes()
{
    const CopiedCells cells{{QStringLiteral("No."), QStringLiteral("=evil")},
                            {catalog::ColumnType::Integer, catalog::ColumnType::Text},
                            {{QStringLiteral("1"), QStringLiteral("say \"hi\"\nthere <b>&")},
                             {QStringLiteral("2"), QStringLiteral("=1+1")}}};
    QCOMPARE(clipboardText(cells),
             QStringLiteral("No.\t'=evil\n1\t\"say \"\"hi\"\"\nthere <b>&\"\n2\t'=1+1\n"));
    const QString text = QStringLiteral("<td style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\">");
    QCOMPARE(clipboardHtml(cells),
             QString(QLatin1String("<html><head><meta charset=\"utf-8\"></head><body><table>\n"
                                   "<tr><th>No.</th><th>'=evil</th></tr>\n<tr><td>1</td>")
                     + text
                     + QLatin1String("say \"hi\"<br style=\"mso-data-placement:same-cell\">there "
                                     "&lt;b&gt;&amp;</td></tr>\n<tr><td>2</td>")
                     + text + QLatin1String("'=1+1</td></tr>\n</table></body></html>")));
}

void DisplayTest::indentsWithoutTouchingTokens_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("indented");
    const auto row = [](const char *name, const char *json, const char *indented) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(indented);
    };
    row("object", R"({"a":1,"b":[true,null]})", "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    null\n  ]\n}");
    row("empty", R"({ "a" : [ ] , "b" : {} })", "{\n  \"a\": [],\n  \"b\": {}\n}");
    row("text", R"({"a":"x, {y} \"[z]\" \\"})", "{\n  \"a\": \"x, {y} \\\"[z]\\\" \\\\\"\n}");
    row("digits", "[18446744073709551617, 1.50]", "[\n  18446744073709551617,\n  1.50\n]");
    row("cut off", R"({"a":"b)", "{\n  \"a\": \"b");
    row("backslash at the end", R"({"a":"b\)", "{\n  \"a\": \"b\\");
    row("nothing", "", "");
    row("closes too often", "]]", "\n]\n]");
}

void DisplayTest::indentsWithoutTouchingTokens()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, indented);
    QCOMPARE(indentedJson(json), indented);
}

void DisplayTest::indentsHostileNesting()
{
    const QByteArray deep = QByteArray(10'000, '[') + QByteArray(10'000, ']');
    QVERIFY(indentedJson(deep).size() < 2'000'000);
}

void DisplayTest::conditionsInWords()
{
    const catalog::Endpoint feed = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
    std::vector<lake::LakeColumn> columns = display::columnsOf(feed);
    columns.push_back(display::dynamicColumn(feed, QStringLiteral("property.Country")));
    const auto words = [&](const char *text) {
        return conditionLabel(*query::parseCondition(QString::fromUtf8(text)), columns);
    };
    QCOMPARE(words("nps >= 9"), QStringLiteral("NPS ≥ 9"));
    QCOMPARE(words("property.Country in NL,DE"), QStringLiteral("Country is one of NL, DE"));
    QCOMPARE(words("comment_original is-empty"), QStringLiteral("Comment is empty"));
    QCOMPARE(words("follow_up_requested = 1"), QStringLiteral("Follow-up requested = Yes"));
    QCOMPARE(words("date_sent in last 30 days"), QStringLiteral("Sent is within last 30 days"));
    QCOMPARE(words("gone_column contains x"), QStringLiteral("gone_column contains x"));
}

void DisplayTest::conditionsThatFindNothing()
{
    using query::Operator;
    QVERIFY(validationError({QStringLiteral("nps"), Operator::Equal, {QStringLiteral("nine")}},
                            ColumnType::Score));
    QVERIFY(
        !validationError({QStringLiteral("nps"), Operator::Equal, {QStringLiteral("9")}}, ColumnType::Score));
    QVERIFY(validationError({QStringLiteral("nps"), Operator::In, {}}, ColumnType::Score));
    QVERIFY(validationError({QStringLiteral("d"), Operator::Less, {QStringLiteral("1-3-2025")}},
                            ColumnType::DateTime));
    QVERIFY(!validationError({QStringLiteral("d"), Operator::Less, {QStringLiteral("2025-03")}},
                             ColumnType::DateTime));
    QVERIFY(validationError({QStringLiteral("t"), Operator::Contains, {QString()}}, ColumnType::Text));
    QVERIFY(!validationError({QStringLiteral("t"), Operator::IsEmpty, {}}, ColumnType::Text));
    for (int type = int(ColumnType::Text); type <= int(ColumnType::List); ++type)
        QVERIFY(!operatorsFor(ColumnType(type)).empty());
}

QTEST_MAIN(DisplayTest)
#include "tst_display.moc"
