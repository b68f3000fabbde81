// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"
#include "service/pageparser.h"
#include "support/pagereading.h"
#include "support/testcase.h"

#include <QElapsedTimer>
#include <QSet>

using namespace gauge;
using namespace gauge::catalog;
using namespace gauge::service;
using namespace gauge::test;

namespace {

const Endpoint &responses()
{
    static const Catalog catalog = Catalog::builtIn();
    return *catalog.find(QStringLiteral("responses"));
}

QByteArray pageOf(const QByteArray &record)
{
    return "{\"data\":[" + record + "],\"cursor\":{\"next\":7}}";
}

} // namespace

class TestPageParser : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsAWholeRecord();
    void keepsTheRawSlice();
    void cells_data();
    void cells();
    void extras_data();
    void extras();
    void tooManyNamesStayInTheirRecords();
    void namesAreSharedAcrossRecords();
    void manyProperties();
    void cursors_data();
    void cursors();
    void formsOfData_data();
    void formsOfData();
    void theRefusalNamesTheValue();
    void refusals_data();
    void refusals();
    void deepButAllowed();
    void tooManyRecords();
    void equalNamesTakeNoForever();
    void truncatedAnywhere();
    void pageOutlivesItsMove();
    void speed();
};

void TestPageParser::readsAWholeRecord()
{
    const QByteArray record
        = R"({"status":"survey-completed","contact":{"first_name":"Zo\u00eb","last_name":"O'Neil"},
        "account":{"name":"ACME \"Ltd\"","number":"0042"},"number_customergauge":3414,"number_customer":"123",
        "number_order":null,"email":"a@b.example","phone":"+31 20 1234567","nps":9,
        "comment":{"original":"Goed\nwerk","translation":"Good\nwork"},"date_creation":"2022-03-30 12:34:56",
        "language":"EN","link":"https:\/\/survey.eu.customergauge.com\/r\/x",
        "follow_up":{"requested":true,"details":null},
        "tags":[{"label":"Product","type":"topic","sentiment":"mixed"}],
        "questions":[{"title":"Would you buy again?","answer":"Yes"},{"title":"Ease","answer":4}],
        "selected_drivers":[{"primary":"Ordering","secondary":["Ease"]}],
        "properties":[{"field":"Country","reference":"NL"},{"field":"Key Contact","reference":null}]})";
    const auto page = parsePage(pageOf(record), responses());
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text + page.error().detail));
    const auto is = [&](const char *column, const char *expected) {
        const QString found = cellOf(*page, responses(), QLatin1String(column));
        if (found == QString::fromUtf8(expected))
            return true;
        qInfo("%s: %s", column, qPrintable(found));
        return false;
    };
    QVERIFY(is("status", "t survey-completed"));
    QVERIFY(is("contact_first_name", "t Zoë"));
    QVERIFY(is("contact_last_name", "t O'Neil"));
    QVERIFY(is("account_name", "t ACME \"Ltd\""));
    QVERIFY(is("account_number", "t 0042"));
    QVERIFY(is("number_customergauge", "i 3414"));
    QVERIFY(is("number_customer", "t 123"));
    QVERIFY(is("number_order", "null"));
    QVERIFY(is("phone", "t +31 20 1234567"));
    QVERIFY(is("nps", "i 9"));
    QVERIFY(is("comment_original", "t Goed\nwerk"));
    QVERIFY(is("comment_translation", "t Good\nwork"));
    QVERIFY(is("date_creation", "t 2022-03-30 12:34:56"));
    QVERIFY(is("date_order", "null"));
    QVERIFY(is("link", "t https://survey.eu.customergauge.com/r/x"));
    QVERIFY(is("follow_up_requested", "i 1"));
    QVERIFY(is("follow_up_details", "null"));
    QVERIFY(is("tags", R"(t [{"label":"Product","type":"topic","sentiment":"mixed"}])"));
    QVERIFY(is("questions",
               R"(t [{"title":"Would you buy again?","answer":"Yes"},{"title":"Ease","answer":4}])"));
    QVERIFY(is("question.Would you buy again?", "t Yes"));
    QVERIFY(is("question.Ease", "i 4"));
    QVERIFY(is("selected_drivers", R"(t [{"primary":"Ordering","secondary":["Ease"]}])"));
    QVERIFY(is("property.Country", "t NL"));
    QVERIFY(is("property.Key Contact", "null"));
    QCOMPARE(page->records.front().extras.size(), 4u);
    QCOMPARE(page->nextCursor, QStringLiteral("7"));
}

void TestPageParser::keepsTheRawSlice()
{
    const QByteArray first = "{ \"nps\" : 1.0 ,\t\"x\":[ 1 , 2 ] }";
    const QByteArray second = "{\"a\":\"\\u0041\\/\"}";
    const auto page = parsePage(
        "\xEF\xBB\xBF {\n\"data\" : [ " + first + " ,\r\n" + second + "\n] , \"cursor\":{}}", responses());
    QVERIFY(page.has_value());
    QCOMPARE(page->records.size(), 2u);
    QCOMPARE(text(page->records[0].raw), QString::fromUtf8(first));
    QCOMPARE(text(page->records[1].raw), QString::fromUtf8(second));
}

void TestPageParser::cells_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("cell");
    const auto row = [](const char *name, const char *json, const char *column, const char *cell) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(column) << QString::fromUtf8(cell);
    };
    row("score as text", R"({"nps":"9"})", "nps", "i 9");
    row("score that is none", R"({"nps":"n/a"})", "nps", "t n/a");
    row("score empty", R"({"nps":""})", "nps", "t ");
    row("score with a fraction", R"({"nps":9.5})", "nps", "t 9.5");
    row("score negative", R"({"nps":-1})", "nps", "i -1");
    row("score as an object", R"({"nps":{"value":9}})", "nps", R"(t {"value":9})");
    row("score as a list", R"({"nps":[ 9 ]})", "nps", "t [ 9 ]");
    row("score as a boolean", R"({"nps":true})", "nps", "t true");
    row("key as text", R"({"number_customergauge":"3414"})", "number_customergauge", "i 3414");
    row("key with zeros", R"({"number_customergauge":"003414"})", "number_customergauge", "t 003414");
    row("key with a sign", R"({"number_customergauge":"+5"})", "number_customergauge", "t +5");
    row("key with spaces", R"({"number_customergauge":" 5"})", "number_customergauge", "t  5");
    row("largest", R"({"number_customergauge":9223372036854775807})", "number_customergauge",
        "i 9223372036854775807");
    row("smallest", R"({"number_customergauge":-9223372036854775808})", "number_customergauge",
        "i -9223372036854775808");
    row("beyond signed", R"({"number_customergauge":9223372036854775808})", "number_customergauge",
        "t 9223372036854775808");
    row("exponent", R"({"number_customergauge":1e3})", "number_customergauge", "t 1e3");
    row("text as a number", R"({"number_customer":1234567890123456789012345678901234567890})",
        "number_customer", "t 1234567890123456789012345678901234567890");
    row("text as a real", R"({"number_customer":12.3400})", "number_customer", "t 12.3400");
    row("text as a boolean", R"({"status":false})", "status", "t false");
    row("text as an object", R"({"status":{"id":3}})", "status", R"(t {"id":3})");
    row("boolean false", R"({"follow_up":{"requested":false}})", "follow_up_requested", "i 0");
    row("boolean as number", R"({"follow_up":{"requested":1}})", "follow_up_requested", "i 1");
    row("boolean as text", R"({"follow_up":{"requested":"Y"}})", "follow_up_requested", "t Y");
    row("list null", R"({"tags":null})", "tags", "null");
    row("list empty", R"({"tags":[]})", "tags", "t []");
    row("list spaced", R"({"tags":[ {"a" : 1} , 2 ] })", "tags", R"(t [ {"a" : 1} , 2 ])");
    row("list as text", R"({"tags":"a \"b\""})", "tags", "t a \"b\"");
    row("date as a number", R"({"date_sent":20220330})", "date_sent", "t 20220330");
    row("known object as a list", R"({"contact":[]})", "contact_first_name", "null");
    row("key spelt with escapes", R"({"n\u0070s":3})", "nps", "i 3");
    row("pair of surrogates", R"({"status":"\ud83d\ude00"})", "status", "t 😀");
    row("escaped nul", R"({"status":"a\u0062"})", "status", "t ab");
}

void TestPageParser::cells()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, column);
    const auto page = parsePage(pageOf(json), responses());
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text));
    QTEST(cellOf(*page, responses(), column), "cell");
    QCOMPARE(text(page->records.front().raw), QString::fromUtf8(json.trimmed()));
}

void TestPageParser::extras_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QStringList>("expected"); // "name = cell", in order
    const auto row = [](const char *name, const char *json, const QStringList &expected) {
        QTest::newRow(name) << QByteArray(json) << expected;
    };
    row("unknown keys", R"({"region":"EU","n":5,"r":1.5,"r2":1.50,"b":true,"z":null,"o":{"a":1},"l":[1]})",
        {QStringLiteral("other.region = t EU"), QStringLiteral("other.n = i 5"),
         QStringLiteral("other.r = r 1.5"), QStringLiteral("other.r2 = t 1.50"),
         QStringLiteral("other.b = t true"), QStringLiteral("other.z = null"),
         QStringLiteral("other.o = t {\"a\":1}"), QStringLiteral("other.l = t [1]")});
    row("unknown nested key", R"({"contact":{"middle_name":"X"}})",
        {QStringLiteral("other.contact.middle_name = t X")});
    row("known object as text", R"({"contact":"John Doe"})", {QStringLiteral("other.contact = t John Doe")});
    row("known object as null", R"({"contact":null,"account":[],"follow_up":{}})", {});
    row("duplicate names",
        R"({"properties":[{"field":"X","reference":1},{"field":"X","reference":2},{"field":"X","reference":3}]})",
        {QStringLiteral("property.X = i 1"), QStringLiteral("property.X (2) = i 2"),
         QStringLiteral("property.X (3) = i 3")});
    row("a name that looks like a duplicate",
        R"~({"properties":[{"field":"X (2)","reference":0},{"field":"X","reference":1},{"field":"X","reference":2}]})~",
        {QStringLiteral("property.X (2) = i 0"), QStringLiteral("property.X = i 1"),
         QStringLiteral("property.X (3) = i 2")});
    row("null name", R"({"properties":[{"field":null,"reference":1}]})", {QStringLiteral("property. = i 1")});
    row("number as a name", R"({"properties":[{"field":7,"reference":1}]})",
        {QStringLiteral("property.7 = i 1")});
    row("value before name", R"({"properties":[{"reference":1,"field":"X"}]})",
        {QStringLiteral("property.X = i 1")});
    row("value missing", R"({"properties":[{"field":"X"}]})", {QStringLiteral("property.X = null")});
    row("further keys of an entry", R"({"properties":[{"id":5,"field":"X","reference":1}]})",
        {QStringLiteral("property.X.id = i 5"), QStringLiteral("property.X = i 1")});
    row("value is an object", R"({"properties":[{"field":"X","reference":{"a":[1]}}]})",
        {QStringLiteral("property.X = t {\"a\":[1]}")});
    row("list of texts", R"({"properties":["a","b"]})",
        {QStringLiteral("other.properties = t [\"a\",\"b\"]")});
    row("list half readable", R"({"properties":[{"field":"X","reference":1},3]})",
        {QStringLiteral("property.X = i 1"),
         QStringLiteral("other.properties = t [{\"field\":\"X\",\"reference\":1},3]")});
    row("object instead of list", R"({"properties":{"Country":"NL"}})",
        {QStringLiteral("other.properties = t {\"Country\":\"NL\"}")});
    row("text instead of list", R"({"properties":"none"})", {QStringLiteral("other.properties = t none")});
    row("nothing", R"({"properties":[],"custom_fields":null})", {});
    row("questions of another form stay in their column", R"({"questions":["a"]})", {});
    row("a text with an escape as a name", R"({"properties":[{"field":"Caf\u00e9","reference":"\n"}]})",
        {QString::fromUtf8("property.Café = t \n")});
    row("a dot in a key", R"({"contact.first_name":"x"})",
        {QStringLiteral("other.contact.first_name = t x")});
    row("no name at all", R"({"":1})", {QStringLiteral("other. = i 1")});
}

void TestPageParser::extras()
{
    QFETCH(QByteArray, json);
    QFETCH(QStringList, expected);
    const auto page = parsePage(pageOf(json), responses());
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text));
    QStringList found;
    for (const Record::Extra &extra : page->records.front().extras)
        found.append(page->dynamicNames[extra.name] + QStringLiteral(" = ") + shown(extra.cell));
    QCOMPARE(found, expected);
}

void TestPageParser::tooManyNamesStayInTheirRecords()
{
    // Two records with the same names, more than a page may have, and one whose name is a text of its own.
    QByteArray properties;
    const int names = int(Page::mostNames) + 5;
    for (int i = 0; i < names; ++i)
        properties += "{\"field\":\"" + QByteArray::number(i) + "\",\"reference\":1},";
    properties.chop(1);
    const QByteArray record = "{\"properties\":[" + properties + "]}";
    const QByteArray longName = "{\"properties\":[{\"field\":\"" + QByteArray(int(Page::longestName), 'x')
        + "\",\"reference\":1}]}";
    const auto page = parsePage(pageOf(record + ',' + record + ',' + longName), responses());
    QVERIFY(page.has_value());
    QCOMPARE(page->dynamicNames.size(), Page::mostNames);
    QCOMPARE(page->records[1].extras.size(), Page::mostNames);
    QCOMPARE(page->valuesLeftOut, qint64(11));
    QCOMPARE(page->records.front().raw, std::string_view(record.constData(), size_t(record.size())));
}

void TestPageParser::namesAreSharedAcrossRecords()
{
    const auto page
        = parsePage(R"({"data":[{"a":1,"b":2},{"b":3},{"c":4,"a":5}],"cursor":{"next":1}})", responses());
    QVERIFY(page.has_value());
    QCOMPARE(page->dynamicNames,
             (std::vector<QString>{QStringLiteral("other.a"), QStringLiteral("other.b"),
                                   QStringLiteral("other.c")}));
    QCOMPARE(cellOf(*page, responses(), QStringLiteral("other.b"), 1), QStringLiteral("i 3"));
    QCOMPARE(cellOf(*page, responses(), QStringLiteral("other.a"), 2), QStringLiteral("i 5"));
    QCOMPARE(cellOf(*page, responses(), QStringLiteral("nps"), 2), QStringLiteral("null"));
}

void TestPageParser::manyProperties()
{
    QByteArray list;
    for (int i = 0; i < 3'000; ++i)
        list += (i ? "," : "") + QByteArray("{\"field\":\"Segment ") + QByteArray::number(i)
            + "\",\"reference\":" + QByteArray::number(i) + '}';
    const QByteArray record = "{\"properties\":[" + list + "]}";
    const auto page = parsePage("{\"data\":[" + record + ',' + record + "]}", responses());
    QVERIFY(page.has_value());
    QCOMPARE(page->dynamicNames.size(), 3'000u);
    QCOMPARE(QSet<QString>(page->dynamicNames.begin(), page->dynamicNames.end()).size(), 3'000);
    QCOMPARE(cellOf(*page, responses(), QStringLiteral("property.Segment 2999"), 1),
             QStringLiteral("i 2999"));
}

void TestPageParser::cursors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("cursor"); // "!" is an error
    const auto row = [](const char *json, const char *cursor) {
        QTest::newRow(json) << QByteArray(json) << QString::fromUtf8(cursor);
    };
    row(R"({"data":[],"cursor":{"next":123}})", "123");
    row(R"({"cursor":{"next":"eyJpZCI6MX0="},"data":[]})", "eyJpZCI6MX0=");
    row(R"({"data":[],"cursor":{"next":"a\/b\u00e9"}})", "a/bé");
    row(R"({"data":[],"cursor":{"next":null}})", "");
    row(R"({"data":[],"cursor":{}})", "");
    row(R"({"data":[],"cursor":[]})", "");
    row(R"({"data":[],"cursor":null})", "");
    row(R"({"data":[]})", "");
    row(R"({"data":[],"cursor":{"previous":1,"next":99999999999999999999999999}})",
        "99999999999999999999999999");
    row(R"({"data":[],"cursor":{"next":1,"next":2}})", "2");
    row(R"({"data":[],"cursor":45})", "45");
    row(R"({"data":[],"cursor":{"next":{"a":1}}})", "!");
    row(R"({"data":[],"cursor":{"next":true}})", "!");
}

void TestPageParser::cursors()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, cursor);
    const auto page = parsePage(json, responses());
    QCOMPARE(page ? page->nextCursor : QStringLiteral("!"), cursor);
}

void TestPageParser::formsOfData_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QStringList>("records"); // as received
    const auto row = [](const char *data, const QStringList &records) {
        QTest::newRow(data) << QByteArray(data) << records;
    };
    const QString one = QStringLiteral(R"({"number_customergauge":1,"nps":9})");
    row("[]", {});
    row("null", {});
    row("{}", {});
    row("{ }", {});
    row(R"([{"number_customergauge":1,"nps":9}])", {one});
    row(R"({"0":{"number_customergauge":1,"nps":9}})", {one});
    row(R"({"7": {"number_customergauge":1,"nps":9} , "3":{"b":[{}]}})",
        {one, QStringLiteral(R"({"b":[{}]})")});
}

void TestPageParser::formsOfData()
{
    QFETCH(QByteArray, data);
    const QList<QByteArray> bodies{"{\"data\":" + data + ",\"cursor\":{\"next\":7}}",
                                   "{\"cursor\":{\"next\":7},\"message\":\"\",\"data\":" + data + '}'};
    for (const QByteArray &body : bodies) {
        const auto page = parsePage(body, responses());
        QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text));
        QStringList records;
        for (const Record &record : page->records)
            records.append(text(record.raw));
        QTEST(records, "records");
        QCOMPARE(page->nextCursor, QStringLiteral("7"));
        QCOMPARE(page->replacedTexts, 0);
        if (!records.isEmpty() && records.first().contains(QLatin1String("nps")))
            QCOMPARE(cellOf(*page, responses(), QStringLiteral("nps")), QStringLiteral("i 9"));
    }
}

//! The file that GaugeDesk once stored and exported as it is.
void TestPageParser::theRefusalNamesTheValue()
{
    const auto page = parsePage(
        R"({"data":[{"number_customergauge":1},{"number_customergauge":2,"nps":3,"value":[-2., 2.e3, -.123, "\x00"]}],"cursor":{"next":2}})",
        responses());
    QVERIFY(!page);
    QVERIFY2(page.error().text.contains(QStringLiteral("Record 2")), qPrintable(page.error().text));
    QVERIFY2(page.error().detail.contains(QStringLiteral("byte 79, near")), qPrintable(page.error().detail));
    QVERIFY(page.error().detail.contains(QStringLiteral("[-2., 2.e3")));
    QVERIFY(net::isRetryableError(page.error()));
}

void TestPageParser::refusals_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("retryable");
    const auto row = [](const char *name, const QByteArray &body, const char *words, bool retryable) {
        QTest::newRow(name) << body << QString::fromUtf8(words) << retryable;
    };
    row("empty", "", "empty answer", true);
    row("white space", " \r\n ", "empty answer", true);
    row("only a mark", "\xEF\xBB\xBF", "empty answer", true);
    row("html", "<!DOCTYPE html><html>Sign in</html>", "HTML", true);
    row("html in lower case", "\n<html></html>", "HTML", true);
    row("null", "null", "no list of records", false);
    row("list", "[]", "no list of records", false);
    row("list of records", "[{\"nps\":1}]", "no list of records", false);
    row("number", "5", "not JSON", true);
    row("words", "Service temporarily unavailable", "not JSON", true);
    row("object without data", "{\"message\":\"x\"}", "no list of records", false);
    row("data null beside a message", "{\"data\":null,\"message\":\"Maintenance\"}", "Maintenance", false);
    row("data object", "{\"data\":{\"a\":1}}", "no list of records", false);
    row("data one record", "{\"data\":{\"nps\":1}}", "no list of records", false);
    row("data with other keys", "{\"data\":{\"0\":{},\"x\":{}}}", "no list of records", false);
    row("data with an empty key", "{\"data\":{\"\":{}}}", "no list of records", false);
    row("data with numbers", "{\"data\":{\"0\":1}}", "no record", false);
    row("data null twice", "{\"data\":null,\"data\":[]}", "two lists", false);
    row("data text", "{\"data\":\"x\"}", "no list of records", false);
    row("data twice", "{\"data\":[],\"data\":[]}", "two lists", false);
    row("record null", "{\"data\":[null]}", "no record", false);
    row("record a list", "{\"data\":[[]]}", "no record", false);
    row("record a number", "{\"data\":[{},1]}", "no record", false);
    row("truncated", "{\"data\":[{\"nps\":1},{\"np", "broke off", true);
    row("truncated in a list", "{\"data\":[{\"nps\":1}", "broke off", true);
    row("trailing text", "{\"data\":[]}{\"data\":[]}", "broke off", true);
    row("trailing comma", "{\"data\":[{},]}", "broke off", true);
    row("single quotes", "{'data':[]}", "broke off", true);
    row("bad literal", "{\"data\":[{\"a\":nul}]}", "Record 1", true);
    row("bad number", "{\"data\":[{\"a\":1},{\"a\":01}]}", "Record 2", true);
    row("bad number of a numbered record", "{\"data\":{\"0\":{},\"1\":{\"a\":[-2.]}}}", "Record 2", true);
    row("bad number of the page", "{\"data\":[{}],\"total\":1.}", "broke off", true);
    row("bad number of the cursor", "{\"data\":[{}],\"cursor\":{\"next\":01}}", "broke off", true);
    row("comma missing in a record", "{\"x\":\"data\",\"data\":[{\"a]\\\"\":{}},{},{\"a\":1 \"b\":2}]}",
        "Record 3", true);
    row("comma missing between records", "{\"data\":[{}{}]}", "broke off", true);
    row("nul bytes", QByteArray(100, '\0'), "not JSON", true);
    row("a thousand levels", "{\"data\":" + QByteArray(1'000, '[') + QByteArray(1'000, ']') + '}',
        "nested too deeply", false);
    row("a million levels", "{\"data\":" + QByteArray(1'000'000, '['), "nested too deeply", false);
    row("deep beside a large number",
        "{\"n\":" + QByteArray(40, '9') + ",\"data\":" + QByteArray(100, '[') + QByteArray(100, ']') + '}',
        "nested too deeply", false);
}

void TestPageParser::refusals()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    const auto page = parsePage(body, responses());
    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Protocol);
    QVERIFY2(page.error().text.contains(words), qPrintable(page.error().text));
    QTEST(net::isRetryableError(page.error()), "retryable");
    QVERIFY(page.error().detail.size() < 700);
}

void TestPageParser::deepButAllowed()
{
    const int inside = maxJsonDepth - 3; // the page, its list and the record
    const QByteArray nested = QByteArray(inside, '[') + '1' + QByteArray(inside, ']');
    const auto page = parsePage(pageOf("{\"x\":" + nested + '}'), responses());
    QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().text));
    QCOMPARE(cellOf(*page, responses(), QStringLiteral("other.x")),
             QStringLiteral("t ") + QString::fromUtf8(nested));
    QVERIFY(!parsePage(pageOf("{\"x\":[" + nested + "]}"), responses()));
}

void TestPageParser::tooManyRecords()
{
    QByteArray body = "{\"data\":[{}";
    for (int i = 0; i < maxPageRecords; ++i)
        body += ",{}";
    const auto page = parsePage(body + "]}", responses());
    QVERIFY(!page);
    QVERIFY(page.error().text.contains(QStringLiteral("far more records")));
    QVERIFY(!net::isRetryableError(page.error()));
}

void TestPageParser::equalNamesTakeNoForever()
{
    QByteArray record = "{\"a\":0";
    for (int i = 0; i < 100'000; ++i)
        record += ",\"a\":1";
    QElapsedTimer timer;
    timer.start();
    const auto page = parsePage(pageOf(record + '}'), responses());
    QVERIFY(page.has_value());
    QCOMPARE(page->records.front().extras.size(), Page::mostNames);
    QCOMPARE(page->records.front().extras.size() + size_t(page->valuesLeftOut), 100'001u);
    QCOMPARE(page->dynamicNames.size(), Page::mostNames);
    QVERIFY2(timer.elapsed() < 10'000, "quadratic");
}

void TestPageParser::truncatedAnywhere()
{
    const QByteArray whole = pageOf(
        R"({"nps":9,"comment":{"original":"a\"b"},"properties":[{"field":"X","reference":1.5}],"x":null})");
    QVERIFY(parsePage(whole, responses()).has_value());
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto page = parsePage(whole.left(size), responses());
        QVERIFY2(!page, qPrintable(QString::number(size)));
        QVERIFY2(net::isRetryableError(page.error()), qPrintable(QString::number(size)));
    }
}

void TestPageParser::pageOutlivesItsMove()
{
    auto page = parsePage(pageOf(R"({"status":"abc","email":"\u0061"})"), responses());
    QVERIFY(page.has_value());
    const Page moved = std::move(*page);
    page = fail(cancelled());
    QCOMPARE(cellOf(moved, responses(), QStringLiteral("status")), QStringLiteral("t abc"));
    QCOMPARE(cellOf(moved, responses(), QStringLiteral("email")), QStringLiteral("t a"));
}

void TestPageParser::speed()
{
    QByteArray record
        = R"({"status":"survey-completed","contact":{"first_name":"Jo\u00e3o","last_name":"Silva"},"account":{"name":"ACME","number":"123"},"number_customergauge":3414,"number_customer":"123","number_order":"321","email":"example@customergauge.com","phone":"1234567890","nps":9,"comment":{"original":"O atendimento foi \u00f3timo, mas a entrega demorou. )"
        + QByteArray(120, 'x') + R"(","translation":"The service was great, but the delivery took long. )"
        + QByteArray(120, 'y')
        + R"("},"date_creation":"2022-03-30 12:34:56","date_order":"2022-03-30 12:34:56","date_sent":"2022-03-30 12:34:56","date_survey_response":"2022-03-30 12:34:56","date_opened":"2018-05-30 03:20:09","date_clicked":"2018-05-29 00:33:56","language":"PT","locale":"pt_BR","link":"https:\/\/survey.eu.customergauge.com\/r\/Qjzs386dvk-r_15","follow_up":{"requested":true,"details":null},"tags":[{"label":"Product","type":"topic","sentiment":"mixed"},{"label":"Delivery","type":"topic","sentiment":"negative"}],"questions":[{"title":"Would you buy again?","answer":"Yes"},{"title":"How easy was it to order?","answer":"4"}],"selected_drivers":[{"primary":"Ordering","secondary":["Ease of Ordering","Product Information"]},{"primary":"Product","secondary":[]}],"properties":[{"field":"Country","reference":"NL"},{"field":"Division","reference":"Global"},{"field":"Touchpoint","reference":"Relationship"},{"field":"Key Contact","reference":null},{"field":"Segment A","reference":null},{"field":"Account Manager","reference":"Jane"}]})";
    QByteArray body = "{\"data\":[" + record;
    for (int i = 1; i < 1'000; ++i)
        body += ',' + record;
    body += "],\"cursor\":{\"next\":1}}";
    QElapsedTimer timer;
    timer.start();
    qint64 records = 0;
    QBENCHMARK
    {
        const auto page = parsePage(body, responses());
        QVERIFY(page.has_value());
        records += qint64(page->records.size());
    }
    qInfo("%.0f records/s of %d bytes", double(records) * 1e9 / double(timer.nsecsElapsed()),
          int(record.size()));
}

QTEST_GUILESS_MAIN(TestPageParser)
#include "tst_pageparser.moc"
