// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/lakefixture.h"
#include "support/testcase.h"
#include "upload/mappedfile.h"

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
        plan.mapping = mappingByName(preview->columns);
        return plan;
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

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
             (Record{{"Account Name", "ACME"},
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
    const Error error = refusalOf(*report);
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

QTEST_GUILESS_MAIN(MappedFileTest)
#include "tst_mappedfile.moc"
