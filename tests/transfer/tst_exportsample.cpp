// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/exportsample.h"

#include "support/testcase.h"
#include "transfer/exportlake.h"
#include "transfer/readback.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace gauge;
using namespace gauge::test;
using transfer::ExportPlan;
using transfer::ExportSample;
using transfer::Lists;
using transfer::SampleTable;

namespace {

//! Records with everything that is written in more than one way.
QList<QByteArray> varied()
{
    QList<QByteArray> records;
    for (int i = 1; i <= 12; ++i) {
        const QString more
            = QStringLiteral(",'email':'a%1@x.example','date_sent':'2026-11-24 07:08:09','phone':'0031 6',"
                             "'comment':{'original':'=1+%1 |quoted|; line/none, more'},"
                             "'properties':[{'field':'NPS','reference':'p%1'}],"
                             "'selected_drivers':[{'primary':'D%2'}],'tags':[{'label':'T%3','type':'topic'}]")
                  .arg(QString::number(i), QString::number(i % 4), QString::number(i % 3));
        records.append(record(i, more.toUtf8().replace('\'', '"').replace('|', "\\\"").replace("/n", "\\n")));
    }
    return records;
}

QByteArrayList firstLines(const QByteArray &bytes, qsizetype count)
{
    QByteArrayList lines = bytes.split('\n');
    return lines.mid(0, count);
}

} // namespace

class ExportSampleTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void itIsTheBeginningOfTheExport_data();
    void itIsTheBeginningOfTheExport();
    void aWorkbookSaysTheSame_data();
    void aWorkbookSaysTheSame();
    void aSelectionBeginsWithItsRows();
    void ofFewRowsItIsAll();
    void theSizeIsAboutRight_data();
    void theSizeIsAboutRight();
    void whatCannotBeExportedIsToldTheSame();
    void itCanBeStopped();
    void nothingIsWritten();
    void titlesThatReadTheSameAreToldApart();

private:
    [[nodiscard]] static Result<ExportSample> sample(const ExportLake &lake, const ExportPlan &plan,
                                                     const std::stop_token &stop = {})
    {
        auto reader = lake::LakeReader::open(lake.path(), catalog::Catalog::builtIn());
        return reader ? transfer::sampleExport(**reader, plan, stop) : fail(reader.error());
    }
};

void ExportSampleTest::itIsTheBeginningOfTheExport_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("lists");
    QTest::addColumn<bool>("special");
    for (const char *file : {"x.csv", "x.jsonl"}) {
        for (const Lists lists : {Lists::Readable, Lists::Columns, Lists::Children}) {
            for (const bool special : {false, true})
                QTest::addRow("%s %d %d", file, int(lists), int(special))
                    << QString::fromLatin1(file) << int(lists) << special;
        }
    }
}

void ExportSampleTest::itIsTheBeginningOfTheExport()
{
    QFETCH(QString, file);
    QFETCH(int, lists);
    QFETCH(bool, special);
    ExportLake lake(varied());
    ExportPlan plan = lake.plan(file);
    plan.lists = Lists(lists);
    if (special) {
        plan.csv = {';', true};
        plan.cells
            = {.rawFormulas = true, .maskPersonal = true, .header = transfer::CellOptions::Header::Titles};
        plan.query.where = {*query::parseFilter(QStringLiteral("number_customergauge > 2"))};
        plan.query.search = QStringLiteral("quoted");
        plan.query.sort = {{QStringLiteral("nps"), true}};
        plan.query.columns = {QStringLiteral("nps"), QStringLiteral("tags"), QStringLiteral("email"),
                              QStringLiteral("comment_original"), QStringLiteral("selected_drivers")};
    }
    const auto told = sample(lake, plan);
    QVERIFY2(told, told ? "" : qPrintable(told.error().text));
    const auto job = lake.run(plan);
    QVERIFY(!job->error());
    QCOMPARE(told->rows, job->rows());
    QVERIFY(told->isSurveyedWhole);
    QCOMPARE(told->tables.size(), std::size_t(job->files().size()));
    for (qsizetype i = 0; i < job->files().size(); ++i) {
        const SampleTable &table = told->tables[std::size_t(i)];
        const QString name = QFileInfo(job->files().at(i)).fileName();
        QCOMPARE(table.name, name);
        const QByteArray whole = lake.content(name);
        QVERIFY2(whole.startsWith(table.bytes), table.bytes.constData());
        // Nobody was asked a question.
        QCOMPARE(table.bytes.size() < whole.size(), !name.contains(QLatin1String("questions")));
        QVERIFY(table.bytes.endsWith('\n'));
    }
    // Five rows, whose comments have a line break each where they are shown.
    if (plan.format == transfer::formatFromName(QStringLiteral("jsonl")))
        QCOMPARE(told->tables.front().bytes.count('\n'), 5);
    else
        QCOMPARE(told->tables.front().bytes.count("\r\n"), 6);
}

void ExportSampleTest::aWorkbookSaysTheSame_data()
{
    QTest::addColumn<int>("lists");
    QTest::newRow("readable") << int(Lists::Readable);
    QTest::newRow("columns") << int(Lists::Columns);
    QTest::newRow("children") << int(Lists::Children);
}

void ExportSampleTest::aWorkbookSaysTheSame()
{
    QFETCH(int, lists);
    ExportLake lake(varied());
    ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    plan.lists = Lists(lists);
    plan.query.sort = {{QStringLiteral("nps"), false}};
    const auto told = sample(lake, plan);
    QVERIFY2(told, told ? "" : qPrintable(told.error().text));
    QVERIFY(!lake.run(plan)->error());
    const QJsonObject sheets
        = readBack(QStringLiteral("xml"), plan.output).object().value(QLatin1String("sheets")).toObject();
    QCOMPARE(qsizetype(told->tables.size()), sheets.size() - 1); // one is about the export
    for (const SampleTable &table : told->tables) {
        QVERIFY(table.bytes.isEmpty());
        const QJsonArray rows = sheets.value(table.name).toArray();
        // Nobody was asked a question.
        QCOMPARE(table.cells.size(), table.name == QLatin1String("questions") ? 1U : 6U);
        for (std::size_t row = 0; row < table.cells.size(); ++row) {
            const QJsonArray cells = rows.at(qsizetype(row)).toArray();
            for (qsizetype i = 0; i < table.cells[row].size(); ++i) {
                const QJsonValue cell = cells.at(i);
                const QString text = cell.isObject() ? cell.toObject().value(QLatin1String("date")).toString()
                    : cell.isDouble()                ? QString::number(cell.toDouble())
                                                     : cell.toString();
                QCOMPARE(table.cells[row][i], text);
            }
        }
    }
}

void ExportSampleTest::aSelectionBeginsWithItsRows()
{
    ExportLake lake(varied());
    for (const char *name : {"x.csv", "x.jsonl"}) {
        ExportPlan plan = lake.plan(QLatin1String(name));
        plan.keys = {9, 777, 3, 11, 1, 5, 7, 2}; // one of them is gone
        const auto told = sample(lake, plan);
        QVERIFY(told);
        QVERIFY(!lake.run(plan)->error());
        const QByteArray whole = lake.content(QLatin1String(name));
        QVERIFY(whole.startsWith(told->tables.front().bytes));
        QCOMPARE(told->tables.front().bytes.count("@x.example"), 5);
    }
}

void ExportSampleTest::ofFewRowsItIsAll()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(sample(lake, plan)->tables.front().bytes, lake.content(QStringLiteral("x.csv")));
    QCOMPARE(sample(lake, plan)->bytes, lake.content(QStringLiteral("x.csv")).size());
    plan.query.limit = 2;
    QCOMPARE(sample(lake, plan)->rows, 2);
    QCOMPARE(sample(lake, plan)->tables.front().bytes,
             firstLines(lake.content(QStringLiteral("x.csv")), 3).join('\n') + '\n');
    plan.query.where = {*query::parseFilter(QStringLiteral("nps > 99"))};
    const auto none = sample(lake, plan);
    QCOMPARE(none->rows, 0);
    QCOMPARE(none->tables.front().bytes.count("\r\n"), 1);
}

void ExportSampleTest::theSizeIsAboutRight_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("csv") << QStringLiteral("x.csv");
    QTest::newRow("jsonl") << QStringLiteral("x.jsonl");
    QTest::newRow("xlsx") << QStringLiteral("x.xlsx");
}

void ExportSampleTest::theSizeIsAboutRight()
{
    QFETCH(QString, file);
    ExportLake lake(many(6000));
    const ExportPlan plan = lake.plan(file);
    const auto told = sample(lake, plan);
    QVERIFY(told);
    QVERIFY(!lake.run(plan)->error());
    const auto size = static_cast<double>(QFileInfo(plan.output).size());
    const auto about = static_cast<double>(told->bytes);
    QVERIFY2(about > size / 2 && about < size * 2, QByteArray::number(about / size).constData());
    QVERIFY(told->room >= told->bytes);
    QVERIFY(told->free > 0 && !told->lacksRoom);
}

void ExportSampleTest::whatCannotBeExportedIsToldTheSame()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.query.columns = {QStringLiteral("npx")};
    const auto told = sample(lake, plan);
    QVERIFY(!told);
    const auto job = lake.run(plan);
    QCOMPARE(told.error(), *job->error());
}

void ExportSampleTest::itCanBeStopped()
{
    ExportLake lake(many(20));
    std::stop_source stop;
    stop.request_stop();
    const auto told = sample(lake, lake.plan(QStringLiteral("x.csv")), stop.get_token());
    QVERIFY(!told);
    QCOMPARE(told.error().kind, ErrorKind::Cancelled);
}

void ExportSampleTest::nothingIsWritten()
{
    ExportLake lake(varied());
    for (const char *name : {"x.csv", "x.jsonl", "x.xlsx"}) {
        ExportPlan plan = lake.plan(QLatin1String(name));
        plan.lists = Lists::Children;
        plan.manifest = true;
        QVERIFY(sample(lake, plan));
    }
    QVERIFY(lake.files().isEmpty());
    // Before there is a folder there is no disk to look at.
    ExportPlan plan = lake.plan(QStringLiteral("none/x.csv"));
    const auto told = sample(lake, plan);
    QVERIFY(told);
    QVERIFY(!told->lacksRoom);
}

void ExportSampleTest::titlesThatReadTheSameAreToldApart()
{
    ExportLake lake(varied());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.query.columns = {QStringLiteral("nps"), QStringLiteral("property.NPS")};
    plan.cells.header = transfer::CellOptions::Header::Titles;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(firstLines(lake.content(QStringLiteral("x.csv")), 1).front(),
             QByteArray("NPS,NPS (property.NPS)\r"));
    plan.cells.header = transfer::CellOptions::Header::Names;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(firstLines(lake.content(QStringLiteral("x.csv")), 1).front(), QByteArray("nps,property.NPS\r"));
}

QTEST_GUILESS_MAIN(ExportSampleTest)
#include "tst_exportsample.moc"
