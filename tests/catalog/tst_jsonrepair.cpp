// SPDX-License-Identifier: GPL-3.0-or-later
// What is repaired and what is refused, with Python's json and simdjson's strict parser as judges.
#include "catalog/jsonrepair.h"
#include "support/testcase.h"

#include <QProcess>

#include <simdjson.h>

using namespace gauge;
using catalog::BadValues;
using catalog::JsonFault;
using catalog::RepairedJson;

namespace {

constexpr std::size_t maxDepth = 8;

std::string_view view(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

//! What Python's json says of each text; it accepts NaN and Infinity unless told otherwise.
QList<bool> pythonAccepts(const QList<QByteArray> &texts)
{
    const QString program = QStringLiteral(R"(
import base64, json, sys
def refuse(name): raise ValueError(name)
for line in sys.stdin:
    try:
        json.loads(base64.b64decode(line).decode('utf-8'), parse_constant=refuse)
        print('yes')
    except ValueError:
        print('no')
)");
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), program});
    for (const QByteArray &text : texts)
        python.write(text.toBase64() + '\n');
    python.closeWriteChannel();
    if (!python.waitForFinished() || python.exitCode() != 0)
        qFatal("python3: %s", python.readAllStandardError().constData());
    QList<bool> accepted;
    for (const QByteArray &line : python.readAllStandardOutput().trimmed().split('\n'))
        accepted.append(line == "yes");
    return accepted;
}

simdjson::error_code strictly(const QByteArray &text)
{
    simdjson::dom::parser parser;
    return parser.parse(text.constData(), std::size_t(text.size())).error();
}

} // namespace

class JsonRepairTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void validStaysAsItIs_data();
    void validStaysAsItIs();
    void textsAreRepaired_data();
    void textsAreRepaired();
    void valuesAreRefusedOrQuoted_data();
    void valuesAreRefusedOrQuoted();
    void structureIsRefused_data();
    void structureIsRefused();
    void everyByteInATextEndsAsValidJson();
    void depthIsBounded();
    void storedRecords();
};

void JsonRepairTest::validStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isLarge"); // simdjson's tree holds 64 bits and finite numbers only
    const auto row
        = [](const char *json, bool isLarge = false) { QTest::newRow(json) << QByteArray(json) << isLarge; };
    row("{}");
    row("[]");
    row(" { } ");
    row("\t[ 1 ,\r\n2 ]\n");
    row(R"({"a":[{"b":[[]]},{}],"c":"d"})");
    row(R"({"a":1,"a":2})");
    row(R"({"":""})");
    row(R"([0,-0,1.5,-1.25e-7,1E+3,10,true,false,null])");
    row(R"(["\"\\\/\b\f\n\r\t\u00e9\u0000\ud83d\ude00\uFFFF"])");
    row("[\"\xC3\xA9 \xF0\x9F\x98\x80 \xEF\xBB\xBF\x7F\"]");
    row("\"text\"");
    row("12");
    row("[123456789012345678901234567890]", true);
    row("[1e999]", true);
}

void JsonRepairTest::validStaysAsItIs()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, isLarge);
    for (const BadValues mode : {BadValues::Refuse, BadValues::Quote}) {
        const RepairedJson repaired = catalog::repairJson(view(json), maxDepth, mode);
        QVERIFY(!repaired.fault);
        QCOMPARE(bytes(repaired.json), json);
        QCOMPARE(repaired.replacedTexts, 0);
    }
    QCOMPARE(strictly(json), isLarge ? simdjson::NUMBER_ERROR : simdjson::SUCCESS);
    QCOMPARE(pythonAccepts({json}), QList<bool>{true});
}

void JsonRepairTest::textsAreRepaired_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("repaired");
    QTest::addColumn<int>("replacedTexts");
    const auto row = [](const char *name, const QByteArray &json, const QByteArray &repaired, int replaced) {
        QTest::newRow(name) << json << repaired << replaced;
    };
    row("line break", "[\"a\nb\r\n\"]", R"(["a\u000ab\u000d\u000a"])", 0);
    row("tab and others", "{\"a\tb\":\"\x01\x1f\"}", R"({"a\u0009b":"\u0001\u001f"})", 0);
    row("zero byte", QByteArray("[\"a\0b\"]", 7), R"(["a\u0000b"])", 0);
    row("zero byte behind a backslash", QByteArray("[\"\\\0\"]", 6), R"(["\\\u0000"])", 0);
    row("unknown escape", R"(["\x00 C:\data"])", R"(["\\x00 C:\\data"])", 0);
    row("escape of a quote only", R"(["\'"])", R"(["\\'"])", 0);
    row("short unicode escape", R"(["\u12"])", R"(["\\u12"])", 0);
    row("bad unicode escape", R"(["\u12G4"])", R"(["\\u12G4"])", 0);
    row("signed unicode escape", R"(["\u-123"])", R"(["\\u-123"])", 0);
    row("lone high surrogate", R"(["a\ud83dz","\ud83d\n","\uD83D"])", R"(["a\ufffdz","\ufffd\n","\ufffd"])",
        3);
    row("lone low surrogate", R"(["\ude00\ude00"])", R"(["\ufffd\ufffd"])", 1);
    row("two high surrogates", R"(["\ud83d\ud83d\ude00"])", R"(["\ufffd\ud83d\ude00"])", 1);
    row("surrogate and another escape", R"(["\ud83d\u0041"])", R"(["\ufffd\u0041"])", 1);
    row("surrogate in a key", R"({"k\udc00":1})", R"({"k\ufffd":1})", 1);
    row("one byte of Latin-1", "[\"caf\xE9\",\"ok\"]", "[\"caf\xEF\xBF\xBD\",\"ok\"]", 1);
    row("in two texts", "[\"\xE9\",\"\xFF\xFE\"]", "[\"\xEF\xBF\xBD\",\"\xEF\xBF\xBD\xEF\xBF\xBD\"]", 2);
    row("beside U+FEFF", "[\"\xEF\xBB\xBF\xE9\"]", "[\"\xEF\xBB\xBF\xEF\xBF\xBD\"]", 1);
    row("cut character", "[\"\xC3\"]", "[\"\xEF\xBF\xBD\"]", 1);
    row("valid text stays beside it", "[\"\xC3\xA9\xE9\",\"\xC3\xA9\"]",
        "[\"\xC3\xA9\xEF\xBF\xBD\",\"\xC3\xA9\"]", 1);
}

void JsonRepairTest::textsAreRepaired()
{
    QFETCH(const QByteArray, json);
    QVERIFY(strictly(json) != simdjson::SUCCESS);
    const RepairedJson repaired = catalog::repairJson(view(json), maxDepth);
    QVERIFY(!repaired.fault);
    QTEST(bytes(repaired.json), "repaired");
    QTEST(int(repaired.replacedTexts), "replacedTexts");
    QCOMPARE(strictly(bytes(repaired.json)), simdjson::SUCCESS);
    QCOMPARE(pythonAccepts({bytes(repaired.json)}), QList<bool>{true});
}

void JsonRepairTest::valuesAreRefusedOrQuoted_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("quoted");
    const auto row = [](const QByteArray &token, const QByteArray &quoted = {}) {
        QTest::newRow(token.toPercentEncoding().constData())
            << token << (quoted.isEmpty() ? '"' + token + '"' : quoted);
    };
    for (const char *token :
         {"-2.",  "2.e3",  "-.123", ".5",        "+5",   "007",   "-01", "-",         "1e",
          "1e+",  "1.5e-", "0x10",  "1_000",     "--1",  "1.2.3", "NaN", "-Infinity", "Infinity",
          "True", "nul",   "nulll", "undefined", "None", "'a'",   "a"})
        row(QByteArray(token));
    row("\\x", R"("\\x")");
    row(QByteArray("1\0002", 3), R"("1\u00002")");
    row("caf\xE9", "\"caf\xEF\xBF\xBD\"");
}

void JsonRepairTest::valuesAreRefusedOrQuoted()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, quoted);
    const QByteArray json = R"({"a":[1,)" + token + R"( ,2]})";
    QVERIFY(strictly(json) != simdjson::SUCCESS);
    QCOMPARE(pythonAccepts({json}), QList<bool>{false});
    const RepairedJson refused = catalog::repairJson(view(json), maxDepth);
    QVERIFY(refused.fault);
    QCOMPARE(refused.fault->kind, JsonFault::Kind::BadValue);
    QCOMPARE(refused.fault->position, 8u);

    const RepairedJson kept = catalog::repairJson(view(json), maxDepth, BadValues::Quote);
    QVERIFY(!kept.fault);
    QCOMPARE(bytes(kept.json), R"({"a":[1,)" + quoted + R"( ,2]})");
    QCOMPARE(strictly(bytes(kept.json)), simdjson::SUCCESS);
    QCOMPARE(pythonAccepts({bytes(kept.json)}), QList<bool>{true});
}

void JsonRepairTest::structureIsRefused_data()
{
    using Kind = JsonFault::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("position");
    const auto row = [](const char *json, Kind kind, int position) {
        QTest::newRow(json) << QByteArray(json) << int(kind) << position;
    };
    row("", Kind::Truncated, 0);
    row("[", Kind::Truncated, 1);
    row("[1", Kind::Truncated, 2);
    row("[1,", Kind::Truncated, 3);
    row("[tr", Kind::Truncated, 3);
    row("{\"a", Kind::Truncated, 3);
    row("{\"a\"", Kind::Truncated, 4);
    row("{\"a\":", Kind::Truncated, 5);
    row("[\"a\\", Kind::Truncated, 4);
    row("[1,]", Kind::BadStructure, 3);
    row("[,1]", Kind::BadStructure, 1);
    row("[1 2]", Kind::BadStructure, 3);
    row("[\"a\"\"b\"]", Kind::BadStructure, 4);
    row("{\"a\":1,}", Kind::BadStructure, 7);
    row("{\"a\" 1}", Kind::BadStructure, 5);
    row("{a:1}", Kind::BadStructure, 1);
    row("{1:1}", Kind::BadStructure, 1);
    row("{\"a\":1]", Kind::BadStructure, 6);
    row("[1}", Kind::BadStructure, 2);
    row("]", Kind::BadStructure, 0);
    row("{} {}", Kind::BadStructure, 3);
    row("[1] x", Kind::BadStructure, 4);
    row("[1 /* x */]", Kind::BadStructure, 3);
}

void JsonRepairTest::structureIsRefused()
{
    QFETCH(const QByteArray, json);
    QVERIFY(strictly(json) != simdjson::SUCCESS);
    QCOMPARE(pythonAccepts({json}), QList<bool>{false});
    for (const BadValues mode : {BadValues::Refuse, BadValues::Quote}) {
        const RepairedJson refused = catalog::repairJson(view(json), maxDepth, mode);
        QVERIFY(refused.fault);
        QTEST(int(refused.fault->kind), "kind");
        QTEST(int(refused.fault->position), "position");
    }
}

//! Each byte alone, behind a backslash and as a value, within a text and at its ends.
void JsonRepairTest::everyByteInATextEndsAsValidJson()
{
    QList<QByteArray> repaired;
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray one(1, char(byte));
        const QList<QByteArray> texts{"[\"" + one + "\"]", "[\"a\\" + one + "b\",\"\"]",
                                      "[\"\\u12" + one + "4\",\"\"]", "[1" + one + "]"};
        for (const QByteArray &json : texts) {
            const RepairedJson result = catalog::repairJson(view(json), maxDepth, BadValues::Quote);
            if (!result.fault)
                repaired.append(bytes(result.json));
            else
                QVERIFY2(strictly(json) != simdjson::SUCCESS, json.toHex().constData());
        }
    }
    QVERIFY(repaired.size() > 900);
    for (const QByteArray &json : repaired)
        QCOMPARE(strictly(json), simdjson::SUCCESS);
    QCOMPARE(pythonAccepts(repaired), QList<bool>(repaired.size(), true));
}

void JsonRepairTest::depthIsBounded()
{
    const auto nested
        = [](int levels) -> QByteArray { return QByteArray(levels, '[') + QByteArray(levels, ']'); };
    QVERIFY(!catalog::repairJson(view(nested(maxDepth)), maxDepth).fault);
    const RepairedJson refused = catalog::repairJson(view(nested(maxDepth + 1)), maxDepth);
    QVERIFY(refused.fault);
    QCOMPARE(refused.fault->kind, JsonFault::Kind::TooDeep);
    QVERIFY(catalog::repairJson(view(QByteArray(10'000'000, '[')), maxDepth).fault);
}

void JsonRepairTest::storedRecords()
{
    std::string scratch;
    const QByteArray valid = R"({"a":1.50,"b":"\u00e9"})";
    const auto same = catalog::validRecord(view(valid), scratch);
    QVERIFY(same);
    QCOMPARE(same->data(), valid.constData()); // not even copied

    const QByteArray large = R"({"a":123456789012345678901234567890})";
    QCOMPARE(bytes(catalog::validRecord(view(large), scratch).value_or("")), large);
    const QByteArray broken = "{\"value\":[-2., 2.e3, -.123, \"\\x00\"]}";
    QCOMPARE(bytes(catalog::validRecord(view(broken), scratch).value_or("")),
             QByteArray(R"({"value":["-2.", "2.e3", "-.123", "\\x00"]})"));
    QVERIFY(!catalog::validRecord("{\"a\":1", scratch));
    QVERIFY(!catalog::validRecord("", scratch));
}

QTEST_GUILESS_MAIN(JsonRepairTest)
#include "tst_jsonrepair.moc"
