// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/lakereader.h"
#include "lake/write/lakewriter.h"
#include "service/pageparser.h"
#include "support/fakeclock.h"
#include "support/pagebuilder.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "transfer/exportjob.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace gauge;
using transfer::ExportJob;
using transfer::ExportPlan;

class ExportJobTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void jsonLinesAreTheRecordsAsReceived();
    void aRecordOverSeveralLinesBecomesOne();
    void whatEarlierVersionsStoredIsExportedAsValidJson();
    void aDamagedRecordIsAnError();
    void csvFollowsTheQuery();
    void aSelectionKeepsItsOrder();
    void anUnknownColumnIsAnInputErrorThatWritesNothing();
    void anExistingFileIsReplacedWhole();
    void cancelledItLeavesTheOldFile();
    void aFolderThatIsNotThereIsAnError();
    void aPlaceThatTakesNoFilesIsAnError();
    void noLakeIsAnError();
    void formatsByName();

private:
    ExportPlan plan(const transfer::ExportFormat *format) const;
    std::optional<Error> run(const ExportPlan &plan, qint64 *rows = nullptr);
    //! Stores records as no parser would give them, numbered from 1.
    void storeRaw(const QString &lake, const QList<QByteArray> &records) const;
    static QByteArray contents(const QString &path);

    QTemporaryDir m_folder;
    QString m_lake;
    QList<QByteArray> m_served;
    const catalog::Catalog m_catalog = catalog::Catalog::builtIn();
};

void ExportJobTest::initTestCase()
{
    m_lake = m_folder.filePath(QStringLiteral("lake.sqlite"));
    for (int i = 1; i <= 5000; ++i) {
        m_served.append("{\"number_customergauge\": " + QByteArray::number(i)
                        + ",\"nps\":" + QByteArray::number(i % 11) + ", \"email\":\"p" + QByteArray::number(i)
                        + "@example.com\",\"comment\":{\"original\":\"=SUM(1)\"},\"odd key\":1.50}");
    }
    const catalog::Endpoint &responses = *m_catalog.find(QStringLiteral("responses"));
    const auto page
        = service::parsePage("{\"data\":[" + m_served.join(",\n") + "],\"cursor\":{\"next\":1}}", responses);
    QVERIFY(page);
    const auto writer = lake::LakeWriter::open(m_lake, m_catalog, std::make_shared<test::FakeClock>());
    QVERIFY(writer);
    QVERIFY((*writer)->acquireLease(responses.id));
    QVERIFY((*writer)->store(responses, {}, *page, lake::Checkpoint{QStringLiteral("1"), false}));
    (*writer)->releaseLease(responses.id);
}

ExportPlan ExportJobTest::plan(const transfer::ExportFormat *format) const
{
    ExportPlan plan;
    plan.endpoint = *m_catalog.find(QStringLiteral("responses"));
    plan.format = format;
    plan.output = m_folder.filePath(QStringLiteral("out"));
    return plan;
}

std::optional<Error> ExportJobTest::run(const ExportPlan &plan, qint64 *rows)
{
    ExportJob job(QStringLiteral("Export"), this, m_lake, m_catalog, plan);
    job.start();
    if (!test::waitFor(job))
        qFatal("the export did not end");
    if (rows)
        *rows = job.rows();
    return job.error();
}

QByteArray ExportJobTest::contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

void ExportJobTest::jsonLinesAreTheRecordsAsReceived()
{
    qint64 rows = 0;
    QVERIFY(!run(plan(transfer::formatFromName(QStringLiteral("jsonl"))), &rows));
    QCOMPARE(rows, 5000);
    QCOMPARE(contents(plan(transfer::formatFromName(QStringLiteral("jsonl"))).output),
             m_served.join('\n') + '\n');
}

void ExportJobTest::aRecordOverSeveralLinesBecomesOne()
{
    const QString lake = m_folder.filePath(QStringLiteral("lines.sqlite"));
    const catalog::Endpoint &responses = *m_catalog.find(QStringLiteral("responses"));
    const auto page
        = service::parsePage("{\"data\":[{\n \"number_customergauge\":1,\r\n \"phone\":\"a\\nb\"\n}],"
                             "\"cursor\":{\"next\":1}}",
                             responses);
    QVERIFY(page);
    const auto writer = lake::LakeWriter::open(lake, m_catalog, std::make_shared<test::FakeClock>());
    QVERIFY((*writer)->acquireLease(responses.id));
    QVERIFY((*writer)->store(responses, {}, *page, lake::Checkpoint{QStringLiteral("1"), false}));
    ExportJob job(QStringLiteral("Export"), this, lake, m_catalog,
                  plan(transfer::formatFromName(QStringLiteral("jsonl"))));
    job.start();
    QVERIFY(test::waitFor(job));
    QCOMPARE(contents(job.output()), QByteArray("{  \"number_customergauge\":1,   \"phone\":\"a\\nb\" }\n"));
}

void ExportJobTest::storeRaw(const QString &lake, const QList<QByteArray> &records) const
{
    const catalog::Endpoint &responses = *m_catalog.find(QStringLiteral("responses"));
    test::PageBuilder page(responses);
    for (int i = 0; i < records.size(); ++i)
        page.record({{QStringLiteral("number_customergauge"), i + 1}}, {}, records[i].toStdString());
    const auto writer = lake::LakeWriter::open(lake, m_catalog, std::make_shared<test::FakeClock>());
    if (!writer || !(*writer)->acquireLease(responses.id)
        || !(*writer)->store(responses, {}, page.page(), lake::Checkpoint{QStringLiteral("1"), false}))
        qFatal("no lake");
}

//! Earlier versions stored whatever QJsonDocument accepts.
void ExportJobTest::whatEarlierVersionsStoredIsExportedAsValidJson()
{
    const QString lake = m_folder.filePath(QStringLiteral("lenient.sqlite"));
    storeRaw(lake,
             {R"({"number_customergauge":1,"value":[-2., 2.e3, -.123, "\x00"]})", R"({"a" : 1.50})",
              "{\"comment\":\"a\nb\tc\",\r\n\"b\":\"\\ud83d\"}", "{\"c\":\"caf\xE9\"}",
              R"({"n":123456789012345678901234567890})"});
    ExportJob job(QStringLiteral("Export"), this, lake, m_catalog,
                  plan(transfer::formatFromName(QStringLiteral("jsonl"))));
    job.start();
    QVERIFY(test::waitFor(job));
    QVERIFY2(!job.error(), job.error() ? qPrintable(job.error()->text) : "");
    QCOMPARE(contents(job.output()),
             QByteArray(R"({"number_customergauge":1,"value":["-2.", "2.e3", "-.123", "\\x00"]})"
                        "\n"
                        R"({"a" : 1.50})"
                        "\n"
                        R"({"comment":"a\u000ab\u0009c",  "b":"\ufffd"})"
                        "\n"
                        "{\"c\":\"caf\xEF\xBF\xBD\"}\n"
                        R"({"n":123456789012345678901234567890})"
                        "\n"));
    QProcess python;
    python.start(
        QStringLiteral("/usr/bin/python3"),
        {QStringLiteral("-c"),
         QStringLiteral("import json,sys\nfor l in open(sys.argv[1], encoding='utf-8'): json.loads(l)"),
         job.output()});
    QVERIFY(python.waitForFinished());
    QVERIFY2(python.exitCode() == 0, python.readAllStandardError().constData());
}

void ExportJobTest::aDamagedRecordIsAnError()
{
    const QString lake = m_folder.filePath(QStringLiteral("damaged.sqlite"));
    storeRaw(lake, {R"({"a":1})", R"({"a":1)"});
    ExportPlan lines = plan(transfer::formatFromName(QStringLiteral("jsonl")));
    lines.output = m_folder.filePath(QStringLiteral("never.jsonl"));
    ExportJob job(QStringLiteral("Export"), this, lake, m_catalog, lines);
    job.start();
    QVERIFY(test::waitFor(job));
    QVERIFY(job.error());
    QCOMPARE(job.error()->kind, ErrorKind::Storage);
    QCOMPARE(job.error()->detail, QStringLiteral("row 2"));
    QVERIFY(!QFile::exists(lines.output));
}

void ExportJobTest::csvFollowsTheQuery()
{
    ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    csv.query.where = {{QStringLiteral("nps"), query::Operator::GreaterOrEqual, {QStringLiteral("9")}}};
    csv.query.sort = {{QStringLiteral("number_customergauge"), true}};
    csv.query.columns = {QStringLiteral("number_customergauge"), QStringLiteral("comment_original"),
                         QStringLiteral("email"), QStringLiteral("other.odd key")};
    csv.query.limit = 2;
    csv.cells.maskPersonal = true;
    qint64 rows = 0;
    QVERIFY(!run(csv, &rows));
    QCOMPARE(rows, 2);
    QCOMPARE(contents(csv.output),
             QByteArray("number_customergauge,comment_original,email,other.odd key\r\n"
                        "4993,'=SUM(1),***,1.50\r\n"
                        "4992,'=SUM(1),***,1.50\r\n"));
}

void ExportJobTest::aSelectionKeepsItsOrder()
{
    const auto reader = lake::LakeReader::open(m_lake, m_catalog);
    query::Query query;
    query.sort = {{QStringLiteral("number_customergauge"), false}};
    const auto all = (*reader)->snapshot(QStringLiteral("responses"), query);
    QVERIFY(all);
    ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    csv.query.columns = {QStringLiteral("number_customergauge")};
    csv.keys = {all->keys[41], all->keys[6], 987'654'321, all->keys[4999]};
    qint64 rows = 0;
    QVERIFY(!run(csv, &rows));
    QCOMPARE(rows, 3); // a record that is gone meanwhile is left out
    QCOMPARE(contents(csv.output), QByteArray("number_customergauge\r\n42\r\n7\r\n5000\r\n"));
    csv.format = transfer::formatFromName(QStringLiteral("jsonl"));
    QVERIFY(!run(csv));
    QCOMPARE(contents(csv.output), m_served[41] + '\n' + m_served[6] + '\n' + m_served[4999] + '\n');
}

void ExportJobTest::anUnknownColumnIsAnInputErrorThatWritesNothing()
{
    ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    csv.output = m_folder.filePath(QStringLiteral("never"));
    csv.query.columns = {QStringLiteral("emial")};
    const std::optional<Error> error = run(csv);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Input);
    QVERIFY(error->text.contains(QLatin1String("email")));
    QVERIFY(!QFile::exists(csv.output));
}

void ExportJobTest::anExistingFileIsReplacedWhole()
{
    ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    QFile old(csv.output);
    QVERIFY(old.open(QIODevice::WriteOnly | QIODevice::Truncate));
    old.write(QByteArray(1 << 20, 'x'));
    old.close();
    csv.query.columns = {QStringLiteral("number_customergauge")};
    csv.query.limit = 1;
    QVERIFY(!run(csv));
    QCOMPARE(contents(csv.output), QByteArray("number_customergauge\r\n1\r\n"));
}

void ExportJobTest::cancelledItLeavesTheOldFile()
{
    const ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    const QByteArray before = contents(csv.output);
    ExportJob job(QStringLiteral("Export"), this, m_lake, m_catalog, csv);
    job.start();
    job.cancel();
    QVERIFY(test::waitFor(job));
    QCOMPARE(job.state(), Job::State::Cancelled);
    QCOMPARE(contents(csv.output), before);
    QCOMPARE(QDir(m_folder.path()).entryList({QStringLiteral("out.*")}), QStringList());
}

void ExportJobTest::aFolderThatIsNotThereIsAnError()
{
    ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    csv.output = m_folder.filePath(QStringLiteral("nowhere/out.csv"));
    const std::optional<Error> error = run(csv);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Storage);
    QVERIFY(error->text.contains(QLatin1String("nowhere")));
}

void ExportJobTest::aPlaceThatTakesNoFilesIsAnError()
{
    ExportPlan csv = plan(transfer::formatFromName(QStringLiteral("csv")));
    csv.output = QStringLiteral("/proc/full.csv");
    const std::optional<Error> error = run(csv);
    QVERIFY(error);
    QCOMPARE(error->kind, ErrorKind::Storage);
}

void ExportJobTest::noLakeIsAnError()
{
    ExportJob job(QStringLiteral("Export"), this, m_folder.filePath(QStringLiteral("none.sqlite")), m_catalog,
                  plan(transfer::formatFromName(QStringLiteral("csv"))));
    job.start();
    QVERIFY(test::waitFor(job));
    QCOMPARE(job.state(), Job::State::Failed);
    QVERIFY(!job.error()->text.isEmpty());
}

void ExportJobTest::formatsByName()
{
    QCOMPARE(transfer::formatFromFileName(QStringLiteral("/a/b.CSV")),
             transfer::formatFromName(QStringLiteral("csv")));
    QCOMPARE(transfer::formatFromFileName(QStringLiteral("b.jsonl")),
             transfer::formatFromName(QStringLiteral("jsonl")));
    QCOMPARE(transfer::formatFromFileName(QStringLiteral("b.txt")), nullptr);
    QCOMPARE(transfer::formatFromFileName(QStringLiteral("/a/b.xlsx")),
             transfer::formatFromName(QStringLiteral("xlsx")));
    QCOMPARE(transfer::formatFromName(QStringLiteral("xls")), nullptr);
}

QTEST_GUILESS_MAIN(ExportJobTest)
#include "tst_exportjob.moc"
