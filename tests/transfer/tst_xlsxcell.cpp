// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/xlsxbook.h"

using namespace gauge;
using namespace gauge::transfer;
using catalog::Cell;

class XlsxCellTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void datesAreDates_data();
    void datesAreDates();
    void numbersAreExactOrTexts_data();
    void numbersAreExactOrTexts();
    void textsAreEscaped_data();
    void textsAreEscaped();
    void longTextsEndWithAMark();
    void aTextFullOfEscapesStillFits();
};

void XlsxCellTest::datesAreDates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("serial"); // 0: it stays text
    QTest::newRow("midnight") << QByteArray("2026-11-24 00:00:00") << 46350.0;
    QTest::newRow("noon") << QByteArray("2026-11-24 12:00:00") << 46350.5;
    QTest::newRow("no time") << QByteArray("2026-11-24") << 46350.0;
    QTest::newRow("the first that all count alike") << QByteArray("1900-03-01") << 61.0;
    QTest::newRow("the day before") << QByteArray("1900-02-28 10:00:00") << 0.0;
    QTest::newRow("the last") << QByteArray("9999-12-31 00:00:00") << 2958465.0;
    for (const char *text :
         {"", "2026-02-29", "2026-13-01", "0000-00-00 00:00:00", "2026-11-24 24:00:00", "2026-11-24 10:60:00",
          "2026-11-24T10:00:00", "2026-11-24 10:00", "2026-11-24 ", "26-11-24", "2026-1-24 10:00:00", "soon"})
        QTest::newRow(text) << QByteArray(text) << 0.0;
}

void XlsxCellTest::datesAreDates()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, serial);
    const auto date = xlsx::readDate(text.toStdString());
    QCOMPARE(date.has_value(), serial > 0);
    if (date)
        QCOMPARE(date->serial, serial);
    QCOMPARE(date && date->hasTime, date && text.size() > 10);
}

void XlsxCellTest::numbersAreExactOrTexts_data()
{
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<double>("real");
    QTest::addColumn<bool>("isNumber");
    QTest::newRow("15 digits") << qint64(999'999'999'999'999) << 0.0 << true;
    QTest::newRow("16 digits") << qint64(1'000'000'000'000'000) << 0.0 << false;
    QTest::newRow("18 digits, below zero") << qint64(-123'456'789'012'345'678) << 0.0 << false;
    QTest::newRow("the lowest") << qint64(std::numeric_limits<qint64>::min()) << 0.0 << false;
    QTest::newRow("a tenth") << qint64(0) << 0.1 << true;
    QTest::newRow("17 digits") << qint64(0) << 0.1 + 0.2 << false;
    QTest::newRow("large") << qint64(0) << 1e300 << true;
    QTest::newRow("infinite") << qint64(0) << std::numeric_limits<double>::infinity() << false;
}

void XlsxCellTest::numbersAreExactOrTexts()
{
    QFETCH(const qint64, integer);
    QFETCH(const double, real);
    QFETCH(const bool, isNumber);
    const Cell cell = integer ? Cell::ofInteger(integer) : Cell::ofReal(real);
    QCOMPARE(xlsx::exactNumber(cell).has_value(), isNumber);
    if (isNumber)
        QCOMPARE(*xlsx::exactNumber(cell), integer ? static_cast<double>(integer) : real);
    QVERIFY(!xlsx::exactNumber(Cell::ofText("7")));
}

void XlsxCellTest::textsAreEscaped_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("escaped");
    QTest::newRow("plain") << QByteArray("a_b <x> & ü 漢 😀") << QByteArray("a_b <x> & ü 漢 😀");
    QTest::newRow("an escape itself") << QByteArray("_x0041_") << QByteArray("_x005F_x0041_");
    QTest::newRow("two, sharing a line")
        << QByteArray("_x0041_x0042_") << QByteArray("_x005F_x0041_x005F_x0042_");
    QTest::newRow("not quite one") << QByteArray("_x004_ _x00G1_ _y0041_")
                                   << QByteArray("_x004_ _x00G1_ _y0041_");
    QTest::newRow("nul") << QByteArray("a\0b", 3) << QByteArray("a_x0000_b");
    QTest::newRow("no characters") << QByteArray("\xEF\xBF\xBE \xEF\xBF\xBF \xEF\xBF\xBD")
                                   << QByteArray("_xFFFE_ _xFFFF_ \xEF\xBF\xBD");
}

void XlsxCellTest::textsAreEscaped()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, escaped);
    xlsx::Text out(xlsx::mostCharacters);
    QCOMPARE(QByteArray::fromStdString(out.of(text.toStdString())), escaped);
    QVERIFY(!out.isShortened());
}

void XlsxCellTest::longTextsEndWithAMark()
{
    xlsx::Text out(xlsx::mostCharacters);
    const std::string most(xlsx::mostCharacters, 'x');
    QVERIFY(out.of(most) == most);
    QVERIFY(!out.isShortened());
    // Characters of two UTF-16 units are not split.
    std::string faces;
    for (int i = 0; i < 20'000; ++i)
        faces += "😀";
    const QString cut = QString::fromStdString(out.of(faces));
    QVERIFY(out.isShortened());
    QVERIFY(cut.size() <= xlsx::mostCharacters);
    QVERIFY(cut.size() > xlsx::mostCharacters - 3);
    QVERIFY2(cut.endsWith(QStringLiteral("… [cut: %1 characters in all]").arg(QLocale().toString(40'000))),
             qPrintable(cut.right(60)));
    QVERIFY(!cut.contains(QChar::ReplacementCharacter));
    QVERIFY(out.of("short") == "short");
    QVERIFY(!out.isShortened());
}

void XlsxCellTest::aTextFullOfEscapesStillFits()
{
    xlsx::Text out(xlsx::mostCharacters);
    const std::string &escaped = out.of(std::string(30'000, '\0'));
    QVERIFY(out.isShortened());
    QVERIFY(xlsx::unitsOf(escaped) <= xlsx::mostCharacters);
    QVERIFY(xlsx::unitsOf(escaped) > xlsx::mostCharacters - 200);
}

QTEST_GUILESS_MAIN(XlsxCellTest)
#include "tst_xlsxcell.moc"
