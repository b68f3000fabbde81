// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/form/singleanswer.h"

using namespace gauge;
using namespace gauge::upload;
using State = SendOutcome::State;

class SingleAnswerTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void answers_data();
    void answers();
    void everyCodeHasItsWords();
    void whatDecides_data();
    void whatDecides();
    void hostileBodies_data();
    void hostileBodies();
};

void SingleAnswerTest::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const QString words = QStringLiteral("Field email is required but seems to be empty.");
    const auto row
        = [](const char *name, const QByteArray &body, const QString &number, int code = 0,
             const QString &message = {}) { QTest::newRow(name) << body << number << code << message; };
    row("number", R"({"Data":{"number_customergauge":90000001}})", QStringLiteral("90000001"));
    row("number as text", R"({"Data":{"number_customergauge":"90000001"}})", QStringLiteral("90000001"));
    row("id", R"({"Data":{"id":17}})", QStringLiteral("17"));
    row("number before id", R"({"Data":{"id":17,"number_customergauge":18}})", QStringLiteral("18"));
    row("unwrapped number", R"({"number_customergauge":19})", QStringLiteral("19"));
    row("a number of 16 digits", R"({"Data":{"number_customergauge":1234567890123456}})",
        QStringLiteral("1234567890123456"));
    row("null", R"({"Data":{"number_customergauge":null,"id":20}})", QStringLiteral("20"));
    row("no number", R"({"Data":{}})", {});
    row("nothing", "", {});
    row("a list", "[1,2]", {});
    row("error", R"({"Error":{"Message":"Field email is required but seems to be empty.","Code":400003}})",
        {}, 400003, words);
    row("code as text", R"({"Error":{"Message":"x","Code":"400003"}})", {}, 400003, QStringLiteral("x"));
    row("unwrapped error", R"({"Message":"x","Code":400003})", {}, 400003, QStringLiteral("x"));
    row("broken JSON",
        R"({"Error":{"Message":"Field email is required but seems to be empty.","Code":400003})", {}, 400003,
        words);
    row("XML number",
        "<?xml "
        "version=\"1.0\"?><Data><number_customergauge>7</number_customergauge><Message>ok</Message></Data>",
        QStringLiteral("7"), 0, QStringLiteral("ok"));
    row("XML id", "<Response><Data><id>8</id></Data></Response>", QStringLiteral("8"));
    row("XML error",
        "<?xml version=\"1.0\"?>\n<Error>\n <Message>a &amp; b</Message>\n <Code>400011</Code>\n</Error>", {},
        400011, QStringLiteral("a & b"));
    row("XML in CDATA", "<Error><Message><![CDATA[a < b]]></Message><Code>400011</Code></Error>", {}, 400011,
        QStringLiteral("a < b"));
    row("broken XML", "<Error><Message>No data</Mesage><Code>400700", {}, 400700, QStringLiteral("No data"));
    row("XML without end", "<Error><Code>400700</Code><Message>No", {}, 400700, QStringLiteral("No"));
    row("a page for people", "<html><body><p>Bad gateway</p></body></html>", {});
    row("PHP prints first", "Warning: x in y.php on line 3\n{\"Error\":{\"Message\":\"x\",\"Code\":400004}}",
        {}, 400004, QStringLiteral("x"));
    row("several lines of words", R"({"Error":{"Message":"a\n\tb","Code":1}})", {}, 1, QStringLiteral("a b"));
}

void SingleAnswerTest::answers()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, number);
    QFETCH(const int, code);
    QFETCH(const QString, message);
    const LegacyResponse answer = readSingleAnswer(body);
    QCOMPARE(answer.number, number);
    QCOMPARE(answer.code.value_or(0), code);
    QCOMPARE(answer.message, message);
}

void SingleAnswerTest::everyCodeHasItsWords()
{
    for (const int code : {200000, 300000, 300001, 300002, 300003, 300004, 400002, 400003, 400004, 400005,
                           400006, 400007, 400008, 400011, 400700})
        QVERIFY2(!codeMeaning(code).isEmpty(), QByteArray::number(code).constData());
    QVERIFY(codeMeaning(1).isEmpty());
}

void SingleAnswerTest::whatDecides_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<State>("before"); // by the status, and what records would mean by that body
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<State>("after");
    const QByteArray error = R"({"Error":{"Message":"x","Code":400003}})";
    const auto row = [](const char *name, int status, State before, const QByteArray &body, State after) {
        QTest::newRow(name) << status << before << body << after;
    };
    row("accepted", 200, State::Accepted, R"({"Data":{"id":1}})", State::Accepted);
    row("accepted as XML", 200, State::Unknown, "<?xml version=\"1.0\"?><Data><id>7</id></Data>",
        State::Accepted);
    row("200 without a body", 200, State::Accepted, {}, State::Unknown);
    row("200 without a number", 200, State::Accepted, R"({"Data":{"Message":"fine"}})", State::Unknown);
    row("200 with the number 0", 200, State::Accepted, R"({"Data":{"number_customergauge":0}})",
        State::Unknown);
    row("200 with a web page", 200, State::Unknown, "<html><p>number_customergauge: 12</p></html>",
        State::Unknown);
    row("200 with errors", 200, State::Refused, R"({"errors":{"Email":["x"]},"id":3})", State::Refused);
    row("200 with an error", 200, State::Accepted, error, State::Refused);
    row("200 with number and code", 200, State::Accepted, R"({"Data":{"id":1},"Code":200})", State::Accepted);
    row("400", 400, State::Refused, error, State::Refused);
    row("500 in the service's form", 500, State::Unknown, error, State::Refused);
    row("500 in no form", 500, State::Unknown, "<h1>Oops</h1>", State::Unknown);
    row("invalid key", 401, State::Refused, R"({"Error":{"Code":200000}})", State::NotSent);
    row("429", 429, State::NotSent, error, State::NotSent);
}

void SingleAnswerTest::whatDecides()
{
    QFETCH(const int, status);
    QFETCH(const State, before);
    QFETCH(const QByteArray, body);
    QFETCH(const State, after);
    SendOutcome outcome;
    outcome.status = status;
    outcome.state = before;
    if (before != State::Accepted)
        outcome.error = Error{ErrorKind::Server, QStringLiteral("before"), {}};
    readSingleAnswer(body, outcome);
    QCOMPARE(outcome.state, after);
    QCOMPARE(outcome.error.has_value(), after != State::Accepted);
    if (before != State::Refused && after == State::Refused)
        QVERIFY(outcome.error->text.contains(QStringLiteral("400003")));
}

void SingleAnswerTest::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("NUL") << QByteArray(1000, '\0');
    QTest::newRow("not UTF-8") << QByteArray("{\"Error\":{\"Message\":\"\xff\xfe\",\"Code\":1}}");
    QTest::newRow("a megabyte") << "{\"Error\":{\"Message\":\"" + QByteArray(1 << 20, 'm')
            + "\",\"Code\":1}}";
    QTest::newRow("a megabyte of XML")
        << "<Error><Message>" + QByteArray(1 << 20, 'm') + "</Message></Error>";
    QTest::newRow("deep JSON") << QByteArray(100'000, '[');
    QTest::newRow("deep XML") << QByteArray("<a>").repeated(100'000);
    QTest::newRow("entities") << QByteArray(
        "<!DOCTYPE a [<!ENTITY x \"aaaaaaaaaa\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;&x;&x;\"><!ENTITY z "
        "\"&y;&y;&y;&y;&y;&y;&y;&y;\">]><Error><Message>&z;&z;&z;&z;&z;&z;&z;&z;</Message></Error>");
    QTest::newRow("an entity from a file") << QByteArray(
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Error><Message>&x;</Message></Error>");
    QTest::newRow("a huge code") << QByteArray(R"({"Error":{"Code":99999999999999999999}})");
    QTest::newRow("a negative code") << QByteArray(R"({"Error":{"Code":-5}})");
    QTest::newRow("a number that is a sentence") << QByteArray(R"({"Data":{"id":"one two <script>"}})");
    QTest::newRow("a key in the answer")
        << QByteArray(R"({"Error":{"Message":"api_key CANARY-key is wrong","Code":1}})");
}

void SingleAnswerTest::hostileBodies()
{
    QFETCH(const QByteArray, body);
    const LegacyResponse answer = readSingleAnswer(body);
    QVERIFY(answer.message.size() <= 500);
    QVERIFY(!answer.message.contains(QStringLiteral("root:")));
    QVERIFY(!answer.message.contains(QStringLiteral("CANARY")));
    QVERIFY(answer.number.isEmpty());
    QVERIFY(answer.code.value_or(1) == 1);
}

QTEST_GUILESS_MAIN(SingleAnswerTest)
#include "tst_singleanswer.moc"
