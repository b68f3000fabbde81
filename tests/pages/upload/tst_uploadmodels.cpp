// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/upload/file/findingsmodel.h"
#include "pages/upload/file/mappingmodel.h"
#include "support/testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace gauge;
using namespace gauge::ui;
using Mode = QAbstractItemModelTester::FailureReportingMode;
using upload::FileFinding;

//! The tables of uploads, with whatever a file may hold.
class UploadModelsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void cellsOfAnyFile();
    void findingsAreSortedAndFiltered();
    void headingsAndTheirSources();
};

void UploadModelsTest::cellsOfAnyFile()
{
    CsvPreviewModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    QStringList wide;
    for (int i = 0; i < 10'000; ++i)
        wide.append(QString::number(i));
    // Rows that are too short, too long and huge.
    model.setCells(
        wide, {{QStringLiteral("a")}, wide, {QString(1'000'000, QLatin1Char('x')), QStringLiteral("b\nc")}});
    QCOMPARE(model.columnCount(), int(CsvPreviewModel::mostColumns));
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.index(0, 1).data().toString(), QString());
    QVERIFY(model.index(2, 0).data().toString().size() < 1000);
    QCOMPARE(model.index(2, 1).data().toString(), QStringLiteral("b c"));
    model.setCells({}, {});
    QCOMPARE(model.columnCount(), 0);
}

void UploadModelsTest::findingsAreSortedAndFiltered()
{
    FindingsModel model;
    FindingsFilter filter(&model);
    const QAbstractItemModelTester first(&model, Mode::QtTest);
    const QAbstractItemModelTester second(&filter, Mode::QtTest);
    using upload::Severity;
    model.setFindings(
        {FileFinding{0, 1, Severity::Warning, QStringLiteral("Colour"), QStringLiteral("not mapped")},
         FileFinding{9, 10, Severity::Error, QStringLiteral("Date"), QStringLiteral("a date")},
         FileFinding{10, 11, Severity::Error, QStringLiteral("Email"), QStringLiteral("an address")}});
    const int row = model.columnOf("row");
    filter.sort(row, Qt::DescendingOrder);
    QCOMPARE(filter.index(0, row).data().toString(), QStringLiteral("10")); // not "9"
    QCOMPARE(filter.index(2, row).data().toString(), QStringLiteral("all"));
    // The severity stands in front, and every column of the file of findings is there.
    QCOMPARE(model.columnOf("severity"), 0);
    QCOMPARE(model.columnCount(), int(upload::findingColumns().size()));
    for (const upload::FindingColumn &column : upload::findingColumns()) {
        const QModelIndex cell = model.index(2, model.columnOf(column.id));
        QVERIFY2(
            cell.data().toString().contains(column.value(model.finding(2)).toString(), Qt::CaseInsensitive),
            column.id);
        QCOMPARE(model.headerData(cell.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QLatin1String(column.title));
    }
    filter.setSeverity(Severity::Error);
    QCOMPARE(filter.rowCount(), 2);
    filter.setSearch(QStringLiteral("DATE"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.finding(filter.index(0, 0))->row, 9);
    filter.setSearch(QStringLiteral("11")); // a line
    QCOMPARE(filter.rowCount(), 1);
    filter.setSeverity({});
    filter.setSearch(QStringLiteral("["));
    QCOMPARE(filter.rowCount(), 0);
    QVERIFY(filter.finding({}) == nullptr);
}

void UploadModelsTest::headingsAndTheirSources()
{
    MappingModel model;
    const QAbstractItemModelTester tester(&model, Mode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    upload::Configuration configuration
        = upload::configurationFor(*catalog::findRecordType(QStringLiteral("contacts")));
    configuration.headings.erase(configuration.headings.begin() + 2, configuration.headings.end());
    configuration.headings.back().defaultValue = QStringLiteral("none");
    upload::CsvPreview preview;
    preview.columns = {QStringLiteral("Emaill"), QStringLiteral("Tel")};
    preview.rows = {{2, {QStringLiteral("a@example.com")}}};
    const QSignalSpy changed(&model, &MappingModel::changed);
    const QSignalSpy objected(&model, &MappingModel::objected);
    model.begin(configuration, preview, {});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.rowCount(), 2);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    int email = text(0, MappingModel::Heading).startsWith(QLatin1String("Email")) ? 0 : 1;
    QCOMPARE(text(email, MappingModel::Source), QStringLiteral("Emaill"));
    QCOMPARE(text(email, MappingModel::Certainty), QStringLiteral("spelt alike: look twice"));
    QCOMPARE(text(email, MappingModel::Example), QStringLiteral("a@example.com"));
    QCOMPARE(text(1 - email, MappingModel::Certainty), QStringLiteral("always “none”"));
    const QModelIndex source = model.index(email, MappingModel::Source);
    QVERIFY(source.flags() & Qt::ItemIsEditable);
    QVERIFY(!model.setData(source, QStringLiteral("{Nobody}"), Qt::EditRole));
    QCOMPARE(objected.size(), 1);
    QVERIFY(model.setData(source, QString(), Qt::EditRole));
    QCOMPARE(model.draft().leftOut.size(), 1);
    QVERIFY(model.draft().mapping.headings.empty());
    QVERIFY(!model.setData(model.index(email, MappingModel::Heading), QStringLiteral("x"), Qt::EditRole));
}

QTEST_MAIN(UploadModelsTest)
#include "tst_uploadmodels.moc"
