// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/people/person.h"
#include "lakefixture.h"
#include "support/testcase.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace gauge;
using lake::PersonKey;
using lake::PersonMatch;
using Kind = PersonKey::Kind;

namespace {

PersonKey address(const QString &text)
{
    return PersonKey::make(Kind::Email, text).value_or(PersonKey());
}

std::string jsonOf(const QString &comment)
{
    return QJsonDocument(QJsonObject{{"comment", QJsonObject{{"original", comment}}}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

} // namespace

class PersonKeyTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void whatCouldBeAnythingIsRefused_data();
    void whatCouldBeAnythingIsRefused();
    void wholeValues_data();
    void wholeValues();
    void mentions_data();
    void mentions();
    void escapedLetters_data();
    void escapedLetters();
    void lettersInBytes_data();
    void lettersInBytes();
};

void PersonKeyTest::whatCouldBeAnythingIsRefused_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "  ", "\t\n", "n/a", "@", "@example.com", "jan@", "  @  "})
        QTest::newRow(text) << int(Kind::Email) << QString::fromLatin1(text);
    QTest::newRow("no number") << int(Kind::CustomerNumber) << QString();
    QTest::newRow("blank number") << int(Kind::CustomerNumber) << QStringLiteral("   ");
}

void PersonKeyTest::whatCouldBeAnythingIsRefused()
{
    QFETCH(const int, kind);
    QFETCH(const QString, text);
    VERIFY_FAILS(PersonKey::make(Kind(kind), text), ErrorKind::Input);
}

void PersonKeyTest::wholeValues_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("own");
    const auto row = [](const char *name, Kind kind, const QString &key, const QString &value, bool own) {
        QTest::newRow(name) << int(kind) << key << value << own;
    };
    row("same", Kind::Email, "jan@example.com", "jan@example.com", true);
    row("case", Kind::Email, "Jan@Example.com", "jAN@eXAMPLE.COM", true);
    row("case beyond ASCII", Kind::Email, "JÖRG@example.com", "jörg@EXAMPLE.com", true);
    row("spaces", Kind::Email, " jan@example.com\t", "  jan@example.com \n", true);
    row("within", Kind::Email, "jan@example.com", "mail to jan@example.com", false);
    row("longer", Kind::Email, "an@example.com", "jan@example.com", false);
    row("any sign", Kind::Email, "%@%", "jan@example.com", false);
    row("one sign", Kind::Email, "_an@example.com", "jan@example.com", false);
    row("quotes", Kind::Email, "o'\"brien@example.com", "O'\"Brien@example.com", true);
    row("very long", Kind::Email, QString(10'000, 'x') + "@y", QString(10'000, 'X') + "@Y", true);
    row("number", Kind::CustomerNumber, "00012", "00012", true);
    row("number without zeros", Kind::CustomerNumber, "00012", "12", false);
    row("number in another case", Kind::CustomerNumber, "c-7", "C-7", false);
    row("number with a space", Kind::CustomerNumber, "12", "12 ", false);
}

void PersonKeyTest::wholeValues()
{
    QFETCH(const int, kind);
    QFETCH(const QString, key);
    QFETCH(const QString, value);
    QFETCH(const bool, own);
    const auto made = PersonKey::make(Kind(kind), key);
    VERIFY_OK(made);
    QCOMPARE(PersonMatch(*made).isOwn(value.toStdString()), own);
}

void PersonKeyTest::mentions_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<bool>("mentioned");
    const auto row = [](const char *name, const QString &comment, bool mentioned,
                        const QString &key = QStringLiteral("jan@example.com")) {
        QTest::newRow(name) << key << comment << mentioned;
    };
    row("alone", "jan@example.com", true);
    row("case", "JAN@Example.COM", true);
    row("sentence", "Write to jan@example.com.", true);
    row("list", "a@b.c,jan@example.com;d@e.f", true);
    row("brackets", "Jan <jan@example.com>", true);
    row("line", "Write to\njan@example.com\nplease", true);
    row("tab", "\tjan@example.com", true);
    row("after Chinese", QStringLiteral("邮箱jan@example.com谢谢"), true);
    row("typographic quotes", QStringLiteral("“jan@example.com”"), true);
    row("link", "https://example.com/?to=jan%40example.com&x=1", true);
    row("link in a link", "https://example.com/?u=%3Fto%3Djan%40example.com", true);
    row("second time", "ajan@example.com jan@example.com", true);
    row("longer before", "ajan@example.com", false);
    row("dot before", "piet.jan@example.com", false);
    row("plus before", "x+jan@example.com", false);
    row("longer after", "jan@example.common", false);
    row("further domain", "jan@example.com.au", false);
    row("hyphen", "jan@example.com-old", false);
    row("another", "piet@example.com", false);
    row("nothing", "", false);
    row("in letters beyond ASCII", QStringLiteral("an JÖRG@example.com"), true,
        QStringLiteral("jörg@example.com"));
    row("with an apostrophe", "o'brien@example.com wrote", true, "O'Brien@example.com");
    row("with a slash", "see a/b@example.com", true, "a/b@example.com");
    row("wildcards", "jan@example.com", false, "%@example.com");
}

void PersonKeyTest::mentions()
{
    QFETCH(const QString, key);
    QFETCH(const QString, comment);
    QFETCH(const bool, mentioned);
    const PersonMatch match(address(key));
    const std::string json = jsonOf(comment);
    QCOMPARE(match.isMentionedIn(json), mentioned);
    // What is mentioned passes the quick look, too.
    QVERIFY(match.mayBeIn(json) || !mentioned);
}

void PersonKeyTest::escapedLetters_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("mentioned");
    QTest::newRow("the sign") << QByteArray(R"({"a":"jan\u0040example.com"})") << true;
    QTest::newRow("every letter") << QByteArray(R"({"a":"\u006a\u0061\u006e\u0040example\u002ecom"})")
                                  << true;
    QTest::newRow("line break") << QByteArray(R"({"a":"to:\njan@example.com"})") << true;
    QTest::newRow("in a key") << QByteArray(R"({"jan@example.com":1})") << true;
    QTest::newRow("no JSON") << QByteArray("broken jan@example.com") << true;
    QTest::newRow("half a pair") << QByteArray(R"({"a":"\ud83d","b":"jan@example.com"})") << true;
    QTest::newRow("no UTF-8") << QByteArray("{\"a\":\"\xff\xfe jan@example.com\"}") << true;
    QTest::newRow("empty") << QByteArray() << false;
}

void PersonKeyTest::escapedLetters()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, mentioned);
    const PersonMatch match(address("jan@example.com"));
    const std::string_view text(json.constData(), size_t(json.size()));
    QCOMPARE(match.mayBeIn(text), mentioned);
    QCOMPARE(match.isMentionedIn(text), mentioned);
}

void PersonKeyTest::lettersInBytes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("count");
    const QString key = QStringLiteral("jan@example.com");
    QTest::newRow("none") << key << QByteArray("@@@ jan@example.co") << 0;
    QTest::newRow("between others") << key << QByteArray("\0xJan@Example.Comx\0jan@example.com", 34) << 2;
    QTest::newRow("at the very beginning") << key << QByteArray("jan@example.com") << 1;
    QTest::newRow("two signs") << QStringLiteral("a@b@c") << QByteArray("a@b@c a@b") << 1;
    QTest::newRow("beyond ASCII") << QStringLiteral("Jörg@x.y") << QByteArray("Jörg@x.y jörg@x.y JÖRG@X.Y")
                                  << 3;
}

void PersonKeyTest::lettersInBytes()
{
    QFETCH(const QString, key);
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, count);
    QCOMPARE(PersonMatch(address(key)).countIn(bytes), count);
}

QTEST_GUILESS_MAIN(PersonKeyTest)
#include "tst_personkey.moc"
