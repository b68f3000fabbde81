// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sqlite/textmatch.h"
#include "support/testcase.h"

using namespace gauge;

class TextMatchTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void matches_data();
    void matches();
};

void TextMatchTest::matches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("contains");
    QTest::addColumn<bool>("starts");
    QTest::newRow("ASCII") << "Hello World"
                           << "o wORLD" << true << false;
    QTest::newRow("start") << "Hello"
                           << "hEL" << true << true;
    QTest::newRow("absent") << "Hello"
                            << "help" << false << false;
    QTest::newRow("longer than the text") << "He"
                                          << "Hello" << false << false;
    QTest::newRow("[ is no {") << "[a]"
                               << "{A}" << false << false;
    QTest::newRow("ASCII among others") << "é Hello"
                                        << "HELLO" << true << false;
    QTest::newRow("Kelvin sign") << QString(QChar(0x212a)) << "k" << true << true;
    QTest::newRow("sharp s") << "STRAẞE"
                             << "straße" << true << true;
    QTest::newRow("Cyrillic") << "ПРИВЕТ мир"
                              << "Мир" << true << false;
    QTest::newRow("final sigma") << "Σίσυφος"
                                 << "ΣΊΣΥΦΟΣ" << true << true;
    QTest::newRow("other accent") << "resume"
                                  << "résumé" << false << false;
    QTest::newRow("an accent behind its letter")
        << QString("Cafe%1 Noir").arg(QChar(0x301)) << "CAFÉ" << true << true;
    QTest::newRow("an accent sought behind its letter")
        << "Der Weg ins Café" << QString("cafe%1").arg(QChar(0x301)) << true << false;
    QTest::newRow("a letter with an accent is not the letter")
        << QString("Cafe%1").arg(QChar(0x301)) << "cafe" << false << false;
    QTest::newRow("beside other accents") << QString("e%1 cafe").arg(QChar(0x301)) << "cafe" << true << false;
    QTest::newRow("empty needle") << "a"
                                  << "" << true << true;
    QTest::newRow("empty text") << ""
                                << "a" << false << false;
}

void TextMatchTest::matches()
{
    QFETCH(const QString, text);
    QFETCH(const QString, needle);
    const lake::TextMatch match(needle.toStdString());
    QTEST(match.isContainedIn(text.toStdString()), "contains");
    QTEST(match.isStartOf(text.toStdString()), "starts");
}

QTEST_GUILESS_MAIN(TextMatchTest)
#include "tst_textmatch.moc"
