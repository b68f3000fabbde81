// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "support/testcase.h"
#include "upload/file/mappedfile.h"

#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::upload;

//! A file as records, checked from its first to its last row.
class MappedFileTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void rowsAreMappedAndChecked();
    void raggedRowsAreTold();
    void headingsAreCheckedOnce();
    void strictMakesDoubtsErrors();
    void aHeaderAloneHasNoRows();
    void findingsAreSortedAndSaved();
    void aStopEndsIt();
    void manyFindingsAreCounted();
    void oneRowIsReadAgain();
    void workbooksAreToldApart();
    void noHeadingIsMadeUp();
    void joinedFilesAreNamed();
    void blankValuesAreEmpty();
    void paddedValuesAreTrimmedOrKept();
    void theSameKeyTwiceIsNamed();
    void datesAreConvertedOnceChosen();
    void mixedDatesAreNotConverted();
    void headingsKeepTheBlanksThatAreConfigured();

private:
    FilePlan plan(const QByteArray &bytes)
    {
        FilePlan plan;
        plan.path = m_folder.filePath(QString::number(++m_files) + ".csv");
        QFile file(plan.path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        file.close();
        plan.configuration = builtInConfigurations().front();
        const auto preview = previewCsv(plan.path, plan.dialect, 0);
        plan.mapping = mappingByName(preview->columns, preview->header);
        return plan;
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

void MappedFileTest::datesAreConvertedOnceChosen()
{
    FilePlan file = plan("Account Name,Reference,Source,Type,Date\n"
                         "ACME,1,Web,Call,2026-12-30\n"
                         "ACME,2,Web,Call,03/04/2026\n"
                         "ACME,3,Web,Call,\n"
                         "ACME,4,Web,Call,n/a\n"
                         "ACME,5,Web,Call,05/04/2026 9:30\n");
    const auto open = checkFile(file, {});
    VERIFY_OK(open);
    QVERIFY(open->isRefused());
    QCOMPARE(open->dates.size(), size_t(1));
    QCOMPARE(open->dates[0].heading, QString("Date"));
    QCOMPARE(open->dates[0].rows, 2);
    QCOMPARE(open->dates[0].line, 3);
    QCOMPARE(open->dates[0].value, QString("03/04/2026"));
    QCOMPARE(open->dates[0].possible,
             (std::vector<DateFormat>{DateFormat::DayMonthYear, DateFormat::MonthDayYear}));
    QVERIFY(!open->dates[0].certain());

    QCOMPARE(dateHeadings(file), (QStringList{"Date"}));
    file.dates = {{"Date", DateFormat::MonthDayYear}};
    const auto chosen = checkFile(file, {});
    VERIFY_OK(chosen);
    QVERIFY(!chosen->isRefused());
    QCOMPARE(chosen->rejected, 1); // n/a
    QCOMPARE(chosen->dates[0].rows, 2);
    const auto row = readRow(file, 5, {});
    VERIFY_OK(row);
    QCOMPARE(valueOf(row->record, "Date"), QString("2026-05-04 09:30:00"));
    QCOMPARE(asSent({{"Date", "03/04/2026"}, {"Subject", " 03/04/2026 "}}, file),
             (FormRecord{{"Date", "2026-03-04"}, {"Subject", "03/04/2026"}}));

    file.dates = {{"Date", DateFormat::AsWritten}};
    const auto left = checkFile(file, {});
    VERIFY_OK(left);
    QVERIFY(!left->isRefused());
    QCOMPARE(left->rejected, 3);
}

//! 25/04 is no month 25 and 04/25 no day: a column that was joined from two countries.
void MappedFileTest::mixedDatesAreNotConverted()
{
    const FilePlan file = plan("Account Name,Reference,Source,Type,Date\n"
                               "ACME,1,Web,Call,25/04/2026\n"
                               "ACME,2,Web,Call,04/25/2026\n");
    const auto report = checkFile(file, {});
    VERIFY_OK(report);
    QVERIFY(report->dates.empty());
    QCOMPARE(report->rejected, 2);
}

void MappedFileTest::headingsKeepTheBlanksThatAreConfigured()
{
    FilePlan file = plan("Account Name,Reference,Source,Type,Region ,Team \nACME,1,Web,Call,EU,A\n");
    for (const char *name : {"Region ", "Team"})
        file.configuration.headings.push_back(headingFor(nullptr, QString::fromLatin1(name)));
    const auto preview = previewCsv(file.path, file.dialect, 0);
    file.mapping = mappingByName(preview->columns, preview->header, file.configuration);
    const auto row = readRow(file, 1, {});
    VERIFY_OK(row);
    QCOMPARE(valueOf(row->record, "Region "), QString("EU"));
    QCOMPARE(valueOf(row->record, "Team"), QString("A"));
    const auto report = checkFile(file, {});
    QCOMPARE(report->errors, 0);
    QCOMPARE(report->warnings, 1); // of Team, whose blank is left out
}

void MappedFileTest::rowsAreMappedAndChecked()
{
    const FilePlan file = plan("Account Name,Reference,Source,Type,Email\n"
                               "ACME,1,Web,Call,a@b.co\n"
                               "\n"
                               "ACME,,Web,Call,nobody\n");
    const auto report = checkFile(file, {});
    VERIFY_OK(report);
    QCOMPARE(report->rows, 2);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->errors, 2);
    QCOMPARE(report->bytes, QFileInfo(file.path).size());
    QVERIFY(!report->isRefused());
    QCOMPARE(report->findings.size(), size_t(2));
    for (const FileFinding &finding : report->findings) {
        QCOMPARE(finding.row, 2);
        QCOMPARE(finding.line, 4);
        QVERIFY(!finding.words.isEmpty());
    }
    QCOMPARE(report->findings[0].heading, QString("Email"));
    QCOMPARE(report->findings[1].heading, QString("Reference"));

    const auto mapped = MappedFile::open(file);
    VERIFY_OK(mapped);
    MappedRow row;
    QVERIFY(*(*mapped)->next(row));
    QCOMPARE(row.record,
             (FormRecord{{"Account Name", "ACME"},
                         {"Reference", "1"},
                         {"Source", "Web"},
                         {"Type", "Call"},
                         {"Email", "a@b.co"}}));
    QVERIFY(row.findings.empty());
}

void MappedFileTest::raggedRowsAreTold()
{
    const auto report = checkFile(plan("Account Name,Reference,Source,Type,Subject\n"
                                       "ACME,1,Web,Call\n"
                                       "ACME,2,Web,Call,hello,,\n"
                                       "ACME,3,Web,Call,hello,you\n"),
                                  {});
    VERIFY_OK(report);
    QCOMPARE(report->rows, 3);
    QCOMPARE(report->rejected, 1);
    QCOMPARE(report->findings.size(), size_t(2));
    QCOMPARE(report->findings[0].line, 2);
    QCOMPARE(int(report->findings[0].severity), int(Severity::Warning));
    QVERIFY(report->findings[0].words.contains("4 cells"));
    QCOMPARE(report->findings[1].line, 4);
    QCOMPARE(int(report->findings[1].severity), int(Severity::Error));
    QVERIFY(report->findings[1].words.contains("6 cells"));
}

void MappedFileTest::headingsAreCheckedOnce()
{
    const auto report = checkFile(plan("account name,Reference,Type\nACME,1,Call\nACME,2,Call\n"), {});
    VERIFY_OK(report);
    QVERIFY(report->isRefused());
    const Error error = rejectionError(*report);
    QCOMPARE(kindName(error.kind), kindName(ErrorKind::Input));
    for (const char *word : {"account name", "Account Name", "Source", "Nothing was sent"})
        QVERIFY2(error.text.contains(word), qPrintable(error.text));
    QCOMPARE(report->errors, qint64(report->findings.size()));
    for (const FileFinding &finding : report->findings)
        QCOMPARE(finding.row, 0);
}

void MappedFileTest::strictMakesDoubtsErrors()
{
    FilePlan file = plan("Account Name,Reference,Source,Type,Shoe size\nACME,1,Web,Call,42\n");
    QVERIFY(!checkFile(file, {})->isRefused());
    QCOMPARE(checkFile(file, {})->warnings, 1);
    file.strictness = Strictness::Strict;
    QVERIFY(checkFile(file, {})->isRefused());
}

void MappedFileTest::aHeaderAloneHasNoRows()
{
    const auto report = checkFile(plan("Account Name,Reference,Source,Type\n"), {});
    VERIFY_OK(report);
    QCOMPARE(report->rows, 0);
    QVERIFY(report->findings.empty());
    FilePlan empty = plan("x");
    QVERIFY(QFile::resize(empty.path, 0));
    VERIFY_FAILS(checkFile(empty, {}), ErrorKind::Input);
}

void MappedFileTest::findingsAreSortedAndSaved()
{
    QVERIFY((FileFinding{1, 2, Severity::Error, "b", ""} < FileFinding{2, 1, Severity::Error, "a", ""}));
    QVERIFY((FileFinding{1, 2, Severity::Error, "a", "z"} < FileFinding{1, 2, Severity::Error, "b", "a"}));
    const auto report = checkFile(plan("Account Name,Reference,Source,Type,=Danger\n,1,Web,Call,x\n"), {});
    VERIFY_OK(report);
    QVERIFY(!report->findings.empty());
    QVERIFY(std::is_sorted(report->findings.begin(), report->findings.end()));
    const QString path = m_folder.filePath("findings.csv");
    VERIFY_OK(saveFindings(*report, path));
    const auto saved = previewCsv(path, {}, 100);
    VERIFY_OK(saved);
    QCOMPARE(saved->columns, (QStringList{"Row", "Line", "Severity", "Heading", "Finding"}));
    QCOMPARE(saved->rows.size(), report->findings.size());
    // A spreadsheet would run it.
    QCOMPARE(saved->rows[0].cells[3], QString("'=Danger"));
    QCOMPARE(saved->rows[1].cells.mid(0, 4), (QStringList{"1", "2", "error", "Account Name"}));
    VERIFY_FAILS(saveFindings(*report, m_folder.filePath("no/such/folder.csv")), ErrorKind::Storage);
}

void MappedFileTest::aStopEndsIt()
{
    std::stop_source stop;
    qint64 told = 0;
    const FilePlan file
        = plan("Account Name,Reference,Source,Type\n" + QByteArray("ACME,1,Web,Call\n").repeated(20'000));
    const auto report = checkFile(file, stop.get_token(), [&](qint64 done, qint64 total) {
        QVERIFY(done > told && done <= total);
        told = done;
        stop.request_stop();
    });
    VERIFY_FAILS(report, ErrorKind::Cancelled);
    QVERIFY(told > 0);
}

void MappedFileTest::manyFindingsAreCounted()
{
    const auto report = checkFile(
        plan("Account Name,Reference,Source,Type\n" + QByteArray(",1,Web,Call\n").repeated(12'000)), {});
    VERIFY_OK(report);
    QCOMPARE(report->errors, 12'000);
    QCOMPARE(report->rejected, 12'000);
    QCOMPARE(report->findings.size(), size_t(10'000));
}

void MappedFileTest::oneRowIsReadAgain()
{
    const FilePlan file = plan("Account Name,Reference,Source,Type\nACME,1,Web,Call\n\nACME,,Web,Call\n");
    const auto row = readRow(file, 2, {});
    VERIFY_OK(row);
    QCOMPARE(row->line, 4);
    QCOMPARE(valueOf(row->record, "Account Name"), QString("ACME"));
    QCOMPARE(row->findings.size(), size_t(1));
    VERIFY_FAILS(readRow(file, 3, {}), ErrorKind::Input);
    QVERIFY(QFile::remove(file.path));
    VERIFY_FAILS(readRow(file, 1, {}), ErrorKind::Input);
}

void MappedFileTest::workbooksAreToldApart()
{
    for (const QByteArray &bytes : {QByteArray("PK\x03\x04..."), QByteArray("\xd0\xcf\x11\xe0...")}) {
        const QString path = m_folder.filePath("book.xlsx");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const auto dialect = detectDialect(path);
        VERIFY_FAILS(dialect, ErrorKind::Input);
        QVERIFY(dialect.error().text.contains("book.xlsx is a workbook"));
    }
}

void MappedFileTest::noHeadingIsMadeUp()
{
    // Separators at the end of each line are no columns, not even to the strict.
    FilePlan file = plan("Account Name,Reference,Source,Type,,\nACME,18,CRM,Call,,\n");
    file.strictness = Strictness::Strict;
    const auto trailing = checkFile(file, {});
    VERIFY_OK(trailing);
    QCOMPARE(trailing->findings, std::vector<FileFinding>());
    // Values without a heading, and a heading that stands twice, are named and not sent.
    const FilePlan odd
        = plan("Account Name,Reference,Source,Type,,Type\nACME,1,CRM,Call,x,Call\nACME,2,CRM,Call,,Mail\n");
    const auto report = checkFile(odd, {});
    VERIFY_OK(report);
    QCOMPARE(report->rejected, 0);
    QCOMPARE(report->findings.size(), size_t(2));
    QCOMPARE(report->findings[0].heading, QString("Column 5"));
    QVERIFY2(report->findings[0].words.contains("line 2"), qPrintable(report->findings[0].words));
    QCOMPARE(report->findings[1].heading, QString("Type (2)"));
    QVERIFY2(report->findings[1].words.contains("line 3"), qPrintable(report->findings[1].words));
    const auto first = readRow(odd, 1, {});
    VERIFY_OK(first);
    QCOMPARE(first->record.size(), size_t(4));
    FilePlan strict = odd;
    strict.strictness = Strictness::Strict;
    QVERIFY(checkFile(strict, {})->isRefused());
    // A person may send them under a name.
    FilePlan mapped = odd;
    const auto preview = previewCsv(odd.path, odd.dialect, 0);
    mapped.mapping
        = *parseMapping({"Column 5=Subject", "Type (2)=Status"}, preview->columns, preview->header);
    QCOMPARE(checkFile(mapped, {})->findings, std::vector<FileFinding>());
    QCOMPARE(valueOf(readRow(mapped, 2, {})->record, "Status"), QString("Mail"));
}

void MappedFileTest::joinedFilesAreNamed()
{
    const QByteArray mark("\xEF\xBB\xBF");
    const QByteArray header("Account Name,Reference,Source,Type\r\n");
    const auto joined
        = checkFile(plan(mark + header + "ACME,5,CRM,Call\r\n" + mark + header + "BETA,6,CRM,Call\r\n"), {});
    VERIFY_OK(joined);
    QCOMPARE(joined->rows, 2);
    QVERIFY(!joined->isRefused());
    QCOMPARE(joined->findings.size(), size_t(1));
    QCOMPARE(joined->findings[0].line, 3);
    QCOMPARE(joined->findings[0].severity, Severity::Warning);
    // Columns in another order: what follows would go under the wrong headings.
    const auto other = checkFile(
        plan(header + "ACME,5,CRM,Call\nReference,Account Name,Source,Type\n6,BETA,CRM,Call\n"), {});
    VERIFY_OK(other);
    QVERIFY(other->isRefused());
    QVERIFY(rejectionError(*other).text.contains("Line 3"));
    // A value that is called like a column is nothing of the kind.
    QVERIFY(!checkFile(plan(header + "Type,5,CRM,Call\n"), {})->isRefused());
}

void MappedFileTest::blankValuesAreEmpty()
{
    for (const QByteArray &blank : {QByteArray(" "), QByteArray("\xC2\xA0"), QByteArray("\" \t\n \"")}) {
        for (const Padding padding : {Padding::Trim, Padding::Keep}) {
            FilePlan file = plan("Account Name,Reference,Source,Type\nACME," + blank + ",CRM,Call\n");
            file.padding = padding;
            const auto report = checkFile(file, {});
            VERIFY_OK(report);
            QCOMPARE(report->rejected, 1);
            QCOMPARE(report->errors, 1);
        }
    }
    QCOMPARE(checkFile(plan("Account Name,Reference,Source,Type\nACME,0,CRM,Call\n"), {})->rejected, 0);
}

void MappedFileTest::paddedValuesAreTrimmedOrKept()
{
    FilePlan file = plan(
        "Account Name, Reference, Source,Type\nACME, 27,CRM,Call\nBeta,28 ,CRM,Call\nBeta,29,CRM,Call\n");
    const auto report = checkFile(file, {});
    VERIFY_OK(report);
    QCOMPARE(report->rejected, 0);
    QStringList named;
    for (const FileFinding &finding : report->findings) {
        QCOMPARE(finding.severity, Severity::Warning);
        named.append(finding.heading);
    }
    QCOMPARE(named, (QStringList{"Reference", "Source", "Reference"})); // two headings, then the values
    QVERIFY2(report->findings[2].words.contains("2 value(s)"), qPrintable(report->findings[2].words));
    QCOMPARE(report->findings[2].line, 2);
    QCOMPARE(valueOf(readRow(file, 1, {})->record, "Reference"), QString("27"));
    file.padding = Padding::Keep;
    QCOMPARE(valueOf(readRow(file, 1, {})->record, "Reference"), QString(" 27"));
    QCOMPARE(checkFile(file, {})->findings.size(), size_t(3));
    // U+FEFF is a character of the value like any other.
    const FilePlan marked = plan("Account Name,Reference,Source,Type\n\xEF\xBB\xBF"
                                 "ACME,1,CRM,Call\n");
    QCOMPARE(valueOf(readRow(marked, 1, {})->record, "Account Name"),
             QString(QChar(char16_t(0xfeff))) + "ACME");
}

void MappedFileTest::theSameKeyTwiceIsNamed()
{
    const QByteArray header("Account Name,Reference,Source,Type\n");
    const auto report
        = checkFile(plan(header + "FIRST,D-1,CRM,Call\nOTHER,D-2,CRM,Call\nSECOND, d-1,CRM,Call\n"), {});
    VERIFY_OK(report);
    QCOMPARE(report->rejected, 0);
    const FileFinding &twice = report->findings.back();
    QCOMPARE(twice.row, 3);
    QCOMPARE(twice.heading, QString("Reference"));
    QVERIFY2(twice.words.contains("line 2"), qPrintable(twice.words));
    QCOMPARE(checkFile(plan(header + "FIRST,D-1,CRM,Call\nFIRST,D-2,CRM,Call\n"), {})->warnings, 0);
}

QTEST_GUILESS_MAIN(MappedFileTest)
#include "tst_mappedfile.moc"
