// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/lists.h"
#include "support/testcase.h"

using namespace gauge;
using catalog::DriverChoice;
using catalog::TagChoice;
using Sentiment = catalog::TagChoice::Sentiment;

class ChoicesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void drivers_data();
    void drivers();
    void tags();
    void whatIsNoTagIsPassedOver();
};

void ChoicesTest::drivers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("read"); // primary:secondary,secondary;…
    const auto row = [](const char *name, const char *json, const char *read) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(read);
    };
    row("documented", R"([{"primary":"Ordering","secondary":["Ease","Product info"]},{"primary":"Price"}])",
        "Ordering:Ease,Product info;Price:");
    row("older", R"([{"label":"Ordering"}])", "Ordering:");
    row("plain texts", R"(["Ordering","Price"])", "Ordering:;Price:");
    row("one secondary as a text", R"([{"primary":"A","secondary":"B"}])", "A:B");
    row("twice", R"([{"primary":"A","secondary":["x","y"]},{"primary":"A","secondary":["y","z"]}])",
        "A:x,y,z");
    row("escaped", R"([{"primary":"Gr\u00f6\u00dfe \/ Gewicht"}])", "Größe / Gewicht:");
    row("no list", R"({"primary":"A"})", "");
    row("no JSON", "Ordering", "");
    row("cut off", R"([{"primary":"A"},{"pri)", "");
    row("empty", "", "");
    row("empty list", "[]", "");
    row("other types", R"([null,7,true,[],{},{"primary":null},{"primary":7},{"primary":""},{"label":["A"]}])",
        "");
    row("secondaries of other types", R"([{"primary":"A","secondary":[null,1,{"a":1},"","b"]}])", "A:b");
    row("deep", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", "");
    row("a stray byte", "[{\"primary\":\"A\xff\"}]", "");
}

void ChoicesTest::drivers()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, read);
    QStringList texts;
    for (const DriverChoice &choice : catalog::driverChoices({json.data(), size_t(json.size())})) {
        QStringList secondaries;
        for (const std::string &secondary : choice.secondaries)
            secondaries.append(QString::fromStdString(secondary));
        texts.append(QString::fromStdString(choice.primary) + QLatin1Char(':')
                     + secondaries.join(QLatin1Char(',')));
    }
    QCOMPARE(texts.join(QLatin1Char(';')), read);
}

void ChoicesTest::tags()
{
    const auto read = catalog::tagChoices(R"([
        {"label":"Delivery","type":"topic","sentiment":"negative"},
        {"label":"Delivery","type":"topic","sentiment":"negative"},
        {"label":"Delivery","type":"topic","sentiment":"positive"},
        {"label":"Price","type":"topic","sentiment":"mixed"},
        {"label":"Price","type":"topic","sentiment":"neutral"},
        {"label":"VIP","type":"tag"},
        {"label":"Odd","sentiment":"furious"},
        "Plain"])");
    QCOMPARE(read,
             (std::vector<TagChoice>{{"Delivery", "topic", Sentiment::Negative},
                                     {"Delivery", "topic", Sentiment::Positive},
                                     {"Price", "topic", Sentiment::Mixed},
                                     {"Price", "topic", Sentiment::Neutral},
                                     {"VIP", "tag", Sentiment::None},
                                     {"Odd", "", Sentiment::None},
                                     {"Plain", "", Sentiment::None}}));
}

void ChoicesTest::whatIsNoTagIsPassedOver()
{
    QCOMPARE(catalog::tagChoices(R"([null,1,[],{},{"label":null},{"label":""},{"type":"topic"}])").size(),
             size_t(0));
    QCOMPARE(catalog::tagChoices("null").size(), size_t(0));
    QCOMPARE(catalog::tagChoices("[{\"label\":").size(), size_t(0));
}

QTEST_GUILESS_MAIN(ChoicesTest)
#include "tst_choices.moc"
