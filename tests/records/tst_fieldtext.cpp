// SPDX-License-Identifier: GPL-3.0-or-later
#include "records/filter/fieldtext.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::ui;
using catalog::ColumnType;

//! The small language of the filter row.
class FieldTextTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void writesWhatItReads_data();
    void writesWhatItReads();
    void leavesWhatItCannotSay_data();
    void leavesWhatItCannotSay();
    void everyTypeHasWordsOfHelp();

private:
    static lake::LakeColumn column(ColumnType type) { return {QStringLiteral("c"), {}, 0, type, {}, false}; }
};

void FieldTextTest::reads_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("condition"); //!< as it is printed
    const auto row = [](ColumnType type, const char *text, const char *condition) {
        QTest::addRow("%d %s", int(type), text)
            << type << QString::fromUtf8(text) << QString::fromUtf8(condition);
    };
    row(ColumnType::Text, "late", "c contains late");
    row(ColumnType::Text, "  too late ", "c contains too late");
    row(ColumnType::Text, "late*", "c starts-with late");
    row(ColumnType::Text, "*", "c contains *");
    row(ColumnType::Text, "=NL", "c = NL");
    row(ColumnType::Text, "!=NL", "c != NL");
    row(ColumnType::Text, "NL, DE", "c in NL,DE");
    row(ColumnType::Text, "=NL,DE", "c in NL,DE");
    row(ColumnType::Text, "NL,", "c in NL");
    row(ColumnType::Text, "\"late, cold\"", "c contains late, cold");
    row(ColumnType::Text, "\"a,b\",c", "c in \"a,b\",c");
    row(ColumnType::Text, "\"a,b\"*", "c starts-with a,b");
    row(ColumnType::Text, "=\"a,b\"", "c = a,b");
    row(ColumnType::Text, "<3", "c contains <3"); // a heart
    row(ColumnType::Text, ">=9", "c contains >=9");
    row(ColumnType::Text, "empty", "c is-empty");
    row(ColumnType::Text, "!EMPTY", "c not-empty");
    row(ColumnType::Text, "\"empty\"", "c contains empty");
    row(ColumnType::Text, "!late", "c contains !late");
    row(ColumnType::Score, "9", "c = 9");
    row(ColumnType::Score, ">=9", "c >= 9");
    row(ColumnType::Score, "<= 6", "c <= 6");
    row(ColumnType::Score, "<5", "c < 5");
    row(ColumnType::Score, ">5", "c > 5");
    row(ColumnType::Score, "!=0", "c != 0");
    row(ColumnType::Score, "0,6,10", "c in 0,6,10");
    row(ColumnType::Score, "empty", "c is-empty");
    row(ColumnType::Real, "-1.5", "c = -1.5");
    row(ColumnType::Integer, "123456789012345678901234567890", "c = 123456789012345678901234567890");
    row(ColumnType::DateTime, "2026", "c in 2026");
    row(ColumnType::DateTime, "2026-03-31", "c in 2026-03-31");
    row(ColumnType::DateTime, "=2026-03", "c in 2026-03");
    row(ColumnType::DateTime, "2026-03-31,2026-04-01", "c in 2026-03-31,2026-04-01");
    row(ColumnType::DateTime, "!=2026-03-31", "c != 2026-03-31");
    row(ColumnType::DateTime, "2026-01..last month", "c between 2026-01 and last month");
    row(ColumnType::DateTime, "last 30 days", "c in last 30 days");
    row(ColumnType::DateTime, "=this  Quarter", "c in this Quarter");
    row(ColumnType::DateTime, "last month, today", "c in last month,today");
    row(ColumnType::DateTime, ">=2026-03-31", "c >= 2026-03-31");
    row(ColumnType::DateTime, "<last month", "c < last month");
    row(ColumnType::DateTime, "!=today", "c != today");
    row(ColumnType::DateTime, "!empty", "c not-empty");
    row(ColumnType::Boolean, "Yes", "c = 1");
    row(ColumnType::Boolean, "true", "c = 1");
    row(ColumnType::Boolean, "=0", "c = 0");
    row(ColumnType::Boolean, "no", "c = 0");
    row(ColumnType::Boolean, "empty", "c is-empty");
    row(ColumnType::List, "price, support", "c contains price, support");
    row(ColumnType::List, "=a", "c contains =a");
    row(ColumnType::List, "empty", "c is-empty");
}

void FieldTextTest::reads()
{
    QFETCH(const ColumnType, type);
    QFETCH(const QString, text);
    QFETCH(const QString, condition);
    const auto meant = readField(text, column(type));
    QVERIFY2(meant, meant ? "" : qPrintable(meant.error().text));
    QVERIFY(*meant);
    QCOMPARE(query::print(**meant), condition);
    QCOMPARE(**meant, *query::parseCondition(condition));
}

void FieldTextTest::refuses_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("text");
    const auto row = [](ColumnType type, const char *text) {
        QTest::addRow("%d %s", int(type), text) << type << QString::fromUtf8(text);
    };
    row(ColumnType::Text, "=");
    row(ColumnType::Text, "!=");
    row(ColumnType::Text, ",");
    row(ColumnType::Score, "nine");
    row(ColumnType::Score, ">=");
    row(ColumnType::Score, ">=nine");
    row(ColumnType::Score, "1,two");
    row(ColumnType::Score, "!=1,2");
    row(ColumnType::Score, "9;10");
    row(ColumnType::DateTime, "31-03-2026");
    row(ColumnType::DateTime, "2026-03..soon");
    row(ColumnType::DateTime, "2026-01..2026-02..2026-03");
    row(ColumnType::DateTime, "last 0 days");
    row(ColumnType::DateTime, ">=soon");
    row(ColumnType::DateTime, "<");
    row(ColumnType::Boolean, "maybe");
    row(ColumnType::Boolean, "!=yes");
}

void FieldTextTest::refuses()
{
    QFETCH(const ColumnType, type);
    QFETCH(const QString, text);
    const auto meant = readField(text, column(type));
    QVERIFY(!meant);
    QCOMPARE(meant.error().kind, ErrorKind::Input);
    QVERIFY(meant.error().text.endsWith(QLatin1Char('.')));
}

void FieldTextTest::writesWhatItReads_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("text");
    const auto row = [](ColumnType type, const char *condition, const char *text) {
        QTest::addRow("%d %s", int(type), condition)
            << type << QString::fromUtf8(condition) << QString::fromUtf8(text);
    };
    row(ColumnType::Text, "c contains late", "late");
    row(ColumnType::Text, "c contains a,b", "\"a,b\"");
    row(ColumnType::Text, "c contains =9", "\"=9\"");
    row(ColumnType::Text, "c contains late*", "\"late*\"");
    row(ColumnType::Text, "c contains empty", "\"empty\"");
    row(ColumnType::Text, "c contains \" late\"", "\" late\"");
    row(ColumnType::Text, "c contains \"say \"\"no\"\"\"", "say \"no\"");
    row(ColumnType::Text, "c starts-with a", "a*");
    row(ColumnType::Text, "c starts-with a,b", "\"a,b\"*");
    row(ColumnType::Text, "c = NL", "=NL");
    row(ColumnType::Text, "c = a,b", "=\"a,b\"");
    row(ColumnType::Text, "c in NL,DE", "NL,DE");
    row(ColumnType::Text, "c in NL", "NL,");
    row(ColumnType::Text, "c in \"a,b\",c", "\"a,b\",c");
    row(ColumnType::Text, "c is-empty", "empty");
    row(ColumnType::Text, "c not-empty", "!empty");
    row(ColumnType::Score, "c >= 9", ">=9");
    row(ColumnType::Score, "c = 9", "9");
    row(ColumnType::Score, "c in 9", "9,");
    row(ColumnType::DateTime, "c in last 30 days", "last 30 days");
    row(ColumnType::DateTime, "c in 2026-03", "2026-03");
    row(ColumnType::DateTime, "c in 2026-03-31,2026-04-01", "2026-03-31,2026-04-01");
    row(ColumnType::DateTime, "c between 2026-01 and 2026-03-15", "2026-01..2026-03-15");
    row(ColumnType::DateTime, "c >= today", ">=today");
    row(ColumnType::Boolean, "c = 1", "Yes");
    row(ColumnType::List, "c contains price, support", "price, support");
}

void FieldTextTest::writesWhatItReads()
{
    QFETCH(const ColumnType, type);
    QFETCH(const QString, condition);
    QFETCH(const QString, text);
    const auto written = fieldText(*query::parseCondition(condition), column(type));
    QVERIFY(written);
    QCOMPARE(*written, text);
    QCOMPARE(**readField(*written, column(type)), *query::parseCondition(condition));
}

void FieldTextTest::leavesWhatItCannotSay_data()
{
    QTest::addColumn<ColumnType>("type");
    QTest::addColumn<QString>("condition");
    const auto row = [](ColumnType type, const char *condition) {
        QTest::addRow("%d %s", int(type), condition) << type << QString::fromUtf8(condition);
    };
    row(ColumnType::Text, "c >= a");
    row(ColumnType::Text, "c in ()");
    row(ColumnType::Score, "c contains 9");
    row(ColumnType::DateTime, "c = 2026-03-31");
    row(ColumnType::DateTime, "c starts-with 2026-03");
    row(ColumnType::Score, "c between 1 and 3");
    row(ColumnType::Boolean, "c != 1");
    row(ColumnType::List, "c starts-with a");
}

void FieldTextTest::leavesWhatItCannotSay()
{
    QFETCH(const ColumnType, type);
    QFETCH(const QString, condition);
    QCOMPARE(fieldText(*query::parseCondition(condition), column(type)), std::nullopt);
}

void FieldTextTest::everyTypeHasWordsOfHelp()
{
    for (const ColumnType type : {ColumnType::Text, ColumnType::Integer, ColumnType::Real, ColumnType::Score,
                                  ColumnType::DateTime, ColumnType::Boolean, ColumnType::List})
        QVERIFY(fieldHelp(type).contains(QLatin1String("empty, !empty")));
    QVERIFY(!*readField(QStringLiteral("   "), column(ColumnType::Score)));
}

QTEST_MAIN(FieldTextTest)
#include "tst_fieldtext.moc"
