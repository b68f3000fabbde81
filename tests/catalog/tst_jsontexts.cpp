// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/jsonrepair.h"
#include "support/testcase.h"

using namespace gauge;

class JsonTextsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void everyTextIsVisited_data();
    void everyTextIsVisited();
    void whatIsNoJsonIsTold_data();
    void whatIsNoJsonIsTold();
    void valuesByTheirPlace_data();
    void valuesByTheirPlace();
};

void JsonTextsTest::everyTextIsVisited_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("texts");
    QTest::newRow("empty object") << QByteArray("{}") << "";
    QTest::newRow("keys and values") << QByteArray(R"({"a":"x","b":[{"c":"y"},["z"]]})") << "a|x|b|c|y|z";
    QTest::newRow("no texts") << QByteArray(R"({"a":1,"b":null,"c":true,"d":-2.5e3})") << "a|b|c|d";
    QTest::newRow("escapes") << QByteArray(R"({"a":"\u0041@\/b\n"})") << "a|A@/b\n";
    QTest::newRow("beyond 64 bits") << QByteArray(R"({"a":123456789012345678901234567890,"b":"x"})")
                                    << "a|b|x";
    QTest::newRow("a key twice") << QByteArray(R"({"a":"x","a":"y"})") << "a|x|a|y";
    QTest::newRow("a list") << QByteArray(R"(["x"])") << "x";
}

void JsonTextsTest::everyTextIsVisited()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, texts);
    QStringList seen;
    QVERIFY(catalog::forEachText({json.constData(), size_t(json.size())}, [&](std::string_view text) {
        seen.append(QString::fromUtf8(text.data(), qsizetype(text.size())));
    }));
    QCOMPARE(seen.join('|'), texts);
}

void JsonTextsTest::whatIsNoJsonIsTold_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("a word") << QByteArray("word");
    QTest::newRow("cut") << QByteArray(R"({"a":"x)");
    QTest::newRow("half a surrogate pair") << QByteArray(R"({"a":"\ud83d"})");
}

void JsonTextsTest::whatIsNoJsonIsTold()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!catalog::forEachText({json.constData(), size_t(json.size())}, [](std::string_view) {}));
    QVERIFY(!catalog::textAt({json.constData(), size_t(json.size())}, "/a"));
}

void JsonTextsTest::valuesByTheirPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("text");
    const QByteArray record = R"({"email":"a\u0040b.c","contact":{"name":"x"},"n":12345678901234567890123 ,)"
                              R"("zeros":"007","none":null,"list":[1]})";
    QTest::newRow("text") << record << QByteArray("/email") << "a@b.c";
    QTest::newRow("deeper") << record << QByteArray("/contact/name") << "x";
    QTest::newRow("every digit") << record << QByteArray("/n") << "12345678901234567890123";
    QTest::newRow("zeros") << record << QByteArray("/zeros") << "007";
    QTest::newRow("null") << record << QByteArray("/none") << QString();
    QTest::newRow("a list") << record << QByteArray("/list") << QString();
    QTest::newRow("not there") << record << QByteArray("/other") << QString();
    QTest::newRow("through a text") << record << QByteArray("/email/x") << QString();
}

void JsonTextsTest::valuesByTheirPlace()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, pointer);
    QFETCH(const QString, text);
    const auto found = catalog::textAt({json.constData(), size_t(json.size())},
                                       {pointer.constData(), size_t(pointer.size())});
    QCOMPARE(found.has_value(), !text.isNull());
    QCOMPARE(found ? QString::fromStdString(*found) : QString(), text);
}

QTEST_GUILESS_MAIN(JsonTextsTest)
#include "tst_jsontexts.moc"
