// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "upload/file/columnmapping.h"

#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::upload;
using catalog::ValueType;

class LearnedHeadingsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void typesAreGuessedByTheirValues();
    void theCatalogKnowsBetter();
    void aHeaderAlone();
    void rowsOfOtherLengths();

private:
    CsvPreview preview(const QByteArray &text) const
    {
        const QString path = m_folder.filePath(QStringLiteral("rows.csv"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("not written");
        file.close();
        const auto read = previewCsv(path, {}, 100);
        if (!read)
            qFatal("%s", qPrintable(read.error().text));
        return *read;
    }

    QTemporaryDir m_folder;
};

void LearnedHeadingsTest::typesAreGuessedByTheirValues()
{
    const auto headings = learnedHeadings(preview("Day,At,Mail,Mixed,No.,Empty,,Day\n"
                                                  "2026-01-02,2026-01-02 10:00:00,a@b.nl,2026-01-02,1,,x,y\n"
                                                  "2026-01-03,2026-01-03 10:00:00,,soon,2,,,\n"),
                                          nullptr);
    // Neither the column without a name nor the second "Day" can be meant.
    const std::vector<Heading> expected{
        {QStringLiteral("Day"), ValueType::Date, false, {}, {}, {}},
        {QStringLiteral("At"), ValueType::DateTime, false, {}, {}, {}},
        {QStringLiteral("Mail"), ValueType::Email, false, {}, {}, {}},
        {QStringLiteral("Mixed"), ValueType::Text, false, {}, {}, {}},
        {QStringLiteral("No."), ValueType::Text, false, {}, {}, {}},
        {QStringLiteral("Empty"), ValueType::Text, false, {}, {}, {}},
    };
    QCOMPARE(headings, expected);
}

void LearnedHeadingsTest::theCatalogKnowsBetter()
{
    const auto headings = learnedHeadings(preview("Account Name,NPS,Completed Date\n2026-01-02,9,soon\n"),
                                          catalog::findRecordType(QStringLiteral("external-response")));
    QCOMPARE(headings.size(), std::size_t(3));
    QCOMPARE(headings[0].type, ValueType::Text);
    QVERIFY(headings[0].required);
    QCOMPARE(headings[1].type, ValueType::Choice);
    QCOMPARE(headings[1].choices.size(), 11);
    QCOMPARE(headings[2].type, ValueType::DateTime);
}

void LearnedHeadingsTest::aHeaderAlone()
{
    const auto headings = learnedHeadings(preview("A,B"), nullptr);
    QCOMPARE(headings.size(), std::size_t(2));
    QCOMPARE(headings[1].type, ValueType::Text);
    // A row that holds only separators is no header.
    QCOMPARE(learnedHeadings(preview(",,\nA,B,C\n"), nullptr).size(), std::size_t(3));
}

void LearnedHeadingsTest::rowsOfOtherLengths()
{
    const auto headings = learnedHeadings(preview("A,B\n2026-01-02\n2026-01-02,2026-01-02,more\n"), nullptr);
    QCOMPARE(headings.size(), std::size_t(2));
    QCOMPARE(headings[1].type, ValueType::Date);
}

QTEST_GUILESS_MAIN(LearnedHeadingsTest)
#include "tst_learnedheadings.moc"
