// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "base/text.h"
#include "support/testcase.h"

#include <QTemporaryFile>

#include <cstdio>
#include <string>

#include <unistd.h>

using namespace gauge;

class TextTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void decodesEveryCharacter_data();
    void decodesEveryCharacter();
    void acceptsEveryKindOfText();
    void controlsBecomeMarks_data();
    void controlsBecomeMarks();
    void controlsAreFoundInBytes();
    void aLogEntryIsOneLine();
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

void TextTest::controlsBecomeMarks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kept"); // line feeds and tabs stay
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &text, const QString &kept, const QString &marked) {
        QTest::newRow(name) << text << kept << marked;
    };
    const auto same = [&](const char *name, const QString &text) { row(name, text, text, text); };
    same("empty", {});
    same("plain", QStringLiteral(u"Zo\u00EB \u00A0 \u6F22 \U0001F468\u200D\U0001F469"));
    same("Hebrew and Arabic with their own marks",
         QStringLiteral(u"\u05E9\u05DC\u05D5\u05DD\u200F 1\u200E \u0634"));
    row("a colour", QStringLiteral("a\x1b[31mb"), QStringLiteral(u"a\u241B[31mb"),
        QStringLiteral(u"a\u241B[31mb"));
    row("a line", QStringLiteral("a\nb\tc"), QStringLiteral("a\nb\tc"), QStringLiteral(u"a\u240Ab\u2409c"));
    row("a line of Windows", QStringLiteral("a\r\nb"), QStringLiteral("a\nb"),
        QStringLiteral(u"a\u240D\u240Ab"));
    row("over the line", QStringLiteral("a\rb"), QStringLiteral(u"a\u240Db"), QStringLiteral(u"a\u240Db"));
    row("nothing and delete", QString(QChar(u'\0')) + QChar(u'\x7f'), QStringLiteral(u"\u2400\u2421"),
        QStringLiteral(u"\u2400\u2421"));
    row("C1", QString(QChar(u'\x9b')), QStringLiteral("<U+009B>"), QStringLiteral("<U+009B>"));
    row("the other direction", QStringLiteral(u"a\u202Eb\u2066c"), QStringLiteral("a<U+202E>b<U+2066>c"),
        QStringLiteral("a<U+202E>b<U+2066>c"));
    row("separators", QStringLiteral(u"a\u2028b\u2029"), QStringLiteral("a<U+2028>b<U+2029>"),
        QStringLiteral("a<U+2028>b<U+2029>"));
}

void TextTest::controlsBecomeMarks()
{
    QFETCH(QString, text);
    QFETCH(QString, kept);
    QFETCH(QString, marked);
    QCOMPARE(withVisibleControls(text, Layout::Kept), kept);
    QCOMPARE(withVisibleControls(text, Layout::Marked), marked);
    QCOMPARE(withVisibleControls(kept, Layout::Kept), kept);
}

//! For each character of the first plane: where it is a control, and how long it is in UTF-8.
void TextTest::controlsAreFoundInBytes()
{
    for (uint unit = 0; unit < 0xD800; ++unit) {
        const QByteArray bytes = QString(QChar(char16_t(unit))).toUtf8() + "x";
        const std::size_t length = controlLength({bytes.constData(), std::size_t(bytes.size())}, 0);
        const std::size_t expected = isControl(QChar(char16_t(unit))) ? std::size_t(bytes.size()) - 1 : 0;
        QVERIFY2(length == expected, qPrintable(QString::number(unit, 16)));
    }
    for (const char *cut : {"", "\xC2", "\xE2", "\xE2\x80", "\xE2\x81x"})
        QCOMPARE(controlLength(cut, 0), std::size_t(0));
}

void TextTest::aLogEntryIsOneLine()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    const auto handler = qInstallMessageHandler(nullptr);
    installLog(false);
    std::fflush(stderr);
    const int before = ::dup(STDERR_FILENO);
    ::dup2(file.handle(), STDERR_FILENO);
    qCWarning(logNet).noquote() << QStringLiteral(u"It said: a\ngauge.net: all is sent\x1b[2K\u202E");
    qCWarning(logNet).noquote() << QStringLiteral("plain");
    ::dup2(before, STDERR_FILENO);
    ::close(before);
    qInstallMessageHandler(handler);
    file.seek(0);
    QCOMPARE(QString::fromUtf8(file.readAll()),
             QStringLiteral(u"gauge.net: It said: a\u240Agauge.net: all is sent\u241B[2K<U+202E>\n"
                            "gauge.net: plain\n"));
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
