// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/file/dateformat.h"

using namespace gauge;
using namespace gauge::upload;

using Formats = std::vector<DateFormat>;

//! Dates of files, and the orders in which they can be read.
class DateFormatTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void datesAreReadInEveryOrderTheyLeave_data();
    void datesAreReadInEveryOrderTheyLeave();
    void datesAreConverted_data();
    void datesAreConverted();
    void whatAPersonTypesIsRead();
};

void DateFormatTest::datesAreReadInEveryOrderTheyLeave_data()
{
    using enum DateFormat;
    QTest::addColumn<QString>("value");
    QTest::addColumn<Formats>("formats");
    QTest::newRow("a day beyond 12") << "31/12/2026" << Formats{DayMonthYear};
    QTest::newRow("a day beyond 12, behind") << "12/31/2026" << Formats{MonthDayYear};
    QTest::newRow("either order") << "3/4/2026" << Formats{DayMonthYear, MonthDayYear};
    QTest::newRow("hyphens") << "03-04-2026" << Formats{DayMonthYear, MonthDayYear};
    QTest::newRow("dots have one order") << "03.04.2026" << Formats{DayMonthYear};
    QTest::newRow("month and day with dots") << "12.31.2026" << Formats{};
    QTest::newRow("the year in front") << "2026/4/3" << Formats{YearMonthDay};
    QTest::newRow("no signs") << "20261231" << Formats{YearMonthDay};
    QTest::newRow("days of a spreadsheet") << "46387" << Formats{Days1900, Days1904};
    QTest::newRow("days with a time") << "46387.5" << Formats{Days1900, Days1904};
    QTest::newRow("an amount") << "1200" << Formats{};
    QTest::newRow("a day that does not exist") << "31/02/2026" << Formats{};
    QTest::newRow("a year of two digits") << "31.12.26" << Formats{};
    QTest::newRow("another sign in the middle") << "31.12/2026" << Formats{};
    QTest::newRow("a time zone") << "2026-12-31T10:30:00+02:00" << Formats{};
    QTest::newRow("a time that does not exist") << "31.12.2026 25:00" << Formats{};
    QTest::newRow("digits of another script") << QString::fromUtf8("٣١.١٢.٢٠٢٦") << Formats{};
    QTest::newRow("words") << "yesterday" << Formats{};
    QTest::newRow("nothing") << "" << Formats{};
}

void DateFormatTest::datesAreReadInEveryOrderTheyLeave()
{
    QFETCH(const QString, value);
    QFETCH(const Formats, formats);
    QCOMPARE(dateFormatsOf(value), formats);
}

void DateFormatTest::datesAreConverted_data()
{
    using catalog::ValueType;
    using enum DateFormat;
    QTest::addColumn<QString>("value");
    QTest::addColumn<DateFormat>("format");
    QTest::addColumn<ValueType>("type");
    QTest::addColumn<QString>("converted");
    QTest::newRow("day") << "31.12.2026" << DayMonthYear << ValueType::Date << "2026-12-31";
    QTest::newRow("day as a moment") << "1.2.2026" << DayMonthYear << ValueType::DateTime
                                     << "2026-02-01 00:00:00";
    QTest::newRow("noon") << "12/31/2026 12:05 PM" << MonthDayYear << ValueType::DateTime
                          << "2026-12-31 12:05:00";
    QTest::newRow("midnight") << "12/31/2026 12:05:09 am" << MonthDayYear << ValueType::Date
                              << "2026-12-31 00:05:09";
    QTest::newRow("T") << "2026-12-31T10:30" << YearMonthDay << ValueType::DateTime << "2026-12-31 10:30:00";
    QTest::newRow("fractions") << "2026-12-31 10:30:15.678" << YearMonthDay << ValueType::DateTime
                               << "2026-12-31 10:30:15";
    QTest::newRow("serial") << "46387" << Days1900 << ValueType::Date << "2026-12-31";
    QTest::newRow("serial with a time")
        << "46387.4375" << Days1900 << ValueType::DateTime << "2026-12-31 10:30:00";
    QTest::newRow("serial of a Mac") << "44925" << Days1904 << ValueType::Date << "2026-12-31";
    QTest::newRow("another order") << "31/12/2026" << MonthDayYear << ValueType::Date << QString();
    QTest::newRow("as written") << "31/12/2026" << AsWritten << ValueType::Date << QString();
}

void DateFormatTest::datesAreConverted()
{
    QFETCH(const QString, value);
    QFETCH(const DateFormat, format);
    QFETCH(const catalog::ValueType, type);
    QFETCH(const QString, converted);
    QCOMPARE(convertedDate(value, format, type).value_or(QString()), converted);
}

void DateFormatTest::whatAPersonTypesIsRead()
{
    const QStringList headings{"Date", "Close=d Date"};
    const auto read = parseDateFormats({"Date=dmy", "Close=d Date=EXCEL"}, headings);
    QVERIFY(read);
    QCOMPARE(*read,
             (DateFormats{{"Date", DateFormat::DayMonthYear}, {"Close=d Date", DateFormat::Days1900}}));
    for (const DateFormat format : allDateFormats())
        QCOMPARE(parseDateFormats({"Date=" + dateFormatName(format)}, headings)->value("Date"), format);
    for (const char *wrong : {"Date", "=dmy", "Date=", "Date=dym", "Other=dmy", "date=dmy"}) {
        const auto refused = parseDateFormats({QString::fromLatin1(wrong)}, headings);
        QVERIFY2(!refused, wrong);
        QCOMPARE(kindName(refused.error().kind), kindName(ErrorKind::Input));
    }
}

QTEST_GUILESS_MAIN(DateFormatTest)
#include "tst_dateformat.moc"
