// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lists.h"
#include "support/testcase.h"

using namespace gauge;

class ReadableTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void readsAs_data();
    void readsAs();
};

void ReadableTest::readsAs_data()
{
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *json, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(json) << QString::fromUtf8(text);
    };
    row("drivers",
        R"([{"primary":"Ordering","secondary":["Ease","Info"]},{"primary":"Product","secondary":[]}])",
        "Ordering > Ease, Info; Product");
    row("a secondary driver as a text", R"([{"primary":"A","secondary":"B"},{"primary":"C","secondary":""}])",
        "A > B; C");
    row("a secondary driver as a number or null",
        R"([{"primary":"A","secondary":7},{"primary":"C","secondary":null}])", "A > 7; C");
    row("older drivers", R"([{"label":"Ordering"},{"label":"Product"}])", "Ordering; Product");
    row("tags",
        R"([{"label":"Product","type":"topic","sentiment":"mixed"},{"label":"Support","type":"tag"}])",
        "Product (topic, mixed); Support (tag)");
    row("questions", R"([{"title":"Was it easy?","answer":"7"},{"title":"Why?","answer":null}])",
        "Was it easy?: 7; Why?: ");
    row("properties", R"([{"field":"Country","reference":"NL"}])", "Country: NL");
    row("plain items", R"(["a",1,true,null,1.5])", "a; 1; true; ; 1.5");
    row("unknown objects", R"([{"x":1,"y":"z"}])", "x: 1, y: z");
    row("nested", R"([["a","b"],{"k":["v"]}])", R"(["a","b"]; k: ["v"])");
    row("escapes", R"(["\u00fc \ud83d\ude00 \"q\""])", "ü 😀 \"q\"");
    row("empty list", "[]", "");
    row("empty text", "", "");
    row("no JSON", "just words", "just words");
    row("half a JSON", R"([{"label":"x")", R"([{"label":"x")");
}

void ReadableTest::readsAs()
{
    QFETCH(QString, json);
    QFETCH(QString, text);
    std::string out = "> ";
    catalog::appendReadable(out, json.toStdString());
    QCOMPARE(QString::fromStdString(out), QStringLiteral("> ") + text);
}

QTEST_GUILESS_MAIN(ReadableTest)
#include "tst_readable.moc"
