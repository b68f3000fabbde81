// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "support/testcase.h"

#include <string>

using namespace gauge;

class TextTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void decodesEveryCharacter_data();
    void decodesEveryCharacter();
    void acceptsEveryKindOfText();
};

void TextTest::decodesEveryCharacter_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<QString>("text");
    const QString mark(QChar(char16_t(0xFEFF)));
    QTest::newRow("empty") << QByteArray("") << QString();
    QTest::newRow("plain") << QByteArray("Zo\xC3\xAB") << QStringLiteral(u"Zo\u00EB");
    QTest::newRow("a mark alone") << QByteArray("\xEF\xBB\xBF") << mark;
    QTest::newRow("a mark at the start") << QByteArray("\xEF\xBB\xBF"
                                                       "Jan")
                                         << mark + QStringLiteral("Jan");
    QTest::newRow("two marks") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                             "Jan")
                               << mark + mark + QStringLiteral("Jan");
    QTest::newRow("a mark inside") << QByteArray("Jan\xEF\xBB\xBF") << QStringLiteral("Jan") + mark;
    QTest::newRow("no UTF-8") << QByteArray("\xFF") << QString(QChar(QChar::ReplacementCharacter));
    QTest::newRow("a character of four bytes")
        << QByteArray("\xF0\x9F\x98\x80") << QStringLiteral(u"\U0001F600");
    QTest::newRow("a NUL inside") << QByteArray("a\0b", 3) << QStringLiteral("a") + QChar(u'\0') + u'b';
}

void TextTest::decodesEveryCharacter()
{
    QFETCH(QByteArray, utf8);
    QFETCH(QString, text);
    QCOMPARE(fromUtf8(utf8), text);
    if (!text.contains(QChar::ReplacementCharacter))
        QCOMPARE(fromUtf8(utf8).toUtf8(), utf8);
}

void TextTest::acceptsEveryKindOfText()
{
    const QByteArray bytes("\xEF\xBB\xBF"
                           "Jan");
    const std::string text = bytes.toStdString();
    QCOMPARE(fromUtf8(text).size(), 4);
    QCOMPARE(fromUtf8(std::string_view(text).substr(0, 4)).size(), 2);
    QCOMPARE(fromUtf8("\xEF\xBB\xBF"
                      "Jan")
                 .size(),
             4);
    QVERIFY(fromUtf8(std::string_view()).isEmpty());
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
