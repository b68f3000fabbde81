// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/exportlake.h"
#include "transfer/readback.h"
#include "transfer/xlsxbook.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

#include <csignal>
#include <sys/resource.h>

using namespace gauge;
using namespace gauge::test;
using transfer::ExportPlan;
using transfer::Lists;

namespace {

QByteArray record(int number, const QByteArray &more)
{
    return "{\"number_customergauge\":" + QByteArray::number(number)
        + ",\"nps\":" + QByteArray::number(number % 11) + more + '}';
}

QList<QByteArray> withLists()
{
    return {
        record(
            1,
            R"(,"email":"a@x.example","selected_drivers":[{"primary":"Ordering","secondary":["Ease","Speed"]},)"
            R"({"primary":"Product"}],"tags":[{"label":"Price","type":"topic","sentiment":"mixed"}])"),
        record(
            2,
            R"(,"questions":[{"title":"How?","answer":"=well"}],"selected_drivers":[{"primary":"Product"}])"),
        record(3, "")};
}

QList<QByteArray> many(int count)
{
    QList<QByteArray> records;
    for (int i = 1; i <= count; ++i)
        records.append(record(
            i, ",\"comment\":{\"original\":\"comment of record " + QByteArray::number(i * 7919) + "\"}"));
    return records;
}

QJsonObject workbook(const QString &path)
{
    return readBack(QStringLiteral("xml"), path).object();
}

QJsonArray sheet(const QString &path, const char *name)
{
    return workbook(path).value(QLatin1String("sheets")).toObject().value(QLatin1String(name)).toArray();
}

} // namespace

class ExportFormatsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aWorkbookHasTypedCellsAFilterAndASheetAboutIt();
    void moreRowsThanASheetHoldsGoOnInAnother();
    void moreColumnsThanASheetHoldsAreRefused();
    void listsBecomeColumns();
    void listsBecomeFiles();
    void listsBecomeSheets();
    void onlyListsKeepTheirRecordsNumber();
    void filesAppearTogetherOrNotAtAll();
    void aManifestTellsWhatTheFilesAre();
    void rowsThatCannotBeReadFailTheExport();
    void tooLittleRoomIsToldAtOnce();
    void aWorkbookOnAFullDiskNeverAppears();
    void aCancelledWorkbookLeavesNothing();
    void rowsOfASelectionThatAreGoneAreToldOf();
};

void ExportFormatsTest::aWorkbookHasTypedCellsAFilterAndASheetAboutIt()
{
    ExportLake lake({record(1,
                            R"(,"email":"a@x.example","phone":"0031 6","date_sent":"2026-11-24 07:08:09",)"
                            R"("date_order":"2026-11-24","date_opened":"soon","account":{"number":"007"},)"
                            R"("follow_up":{"requested":true},"comment":{"original":"=1+1"})"),
                     R"({"number_customergauge":2,"nps":"high","account":{"number":"-5"},"email":"@b"})"});
    ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    plan.query.columns = {QStringLiteral("number_customergauge"),
                          QStringLiteral("nps"),
                          QStringLiteral("email"),
                          QStringLiteral("phone"),
                          QStringLiteral("date_sent"),
                          QStringLiteral("date_order"),
                          QStringLiteral("date_opened"),
                          QStringLiteral("account_number"),
                          QStringLiteral("follow_up_requested"),
                          QStringLiteral("comment_original")};
    plan.query.where = {*query::parseFilter(QStringLiteral("number_customergauge > 0"))};
    plan.cells.header = transfer::CellOptions::Header::Titles;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(lake.files(), QStringList{QStringLiteral("x.xlsx")});
    const QJsonObject book = workbook(plan.output);
    const QJsonArray rows
        = book.value(QLatin1String("sheets")).toObject().value(QLatin1String("Responses")).toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).toArray().at(0).toString(), QStringLiteral("No."));
    const QJsonObject sent{{QStringLiteral("date"), QStringLiteral("2026-11-24 07:08:09")}};
    const QJsonObject ordered{{QStringLiteral("date"), QStringLiteral("2026-11-24 00:00:00")}};
    QCOMPARE(rows.at(1).toArray(),
             (QJsonArray{QStringLiteral("1"), 1, QStringLiteral("a@x.example"), QStringLiteral("0031 6"),
                         sent, ordered, QStringLiteral("soon"), QStringLiteral("007"), QStringLiteral("true"),
                         QStringLiteral("'=1+1")}));
    // A word that strayed into a score stays a word.
    QCOMPARE(rows.at(2).toArray(),
             (QJsonArray{QStringLiteral("2"), QStringLiteral("high"), QStringLiteral("'@b"), QString(),
                         QString(), QString(), QString(), QStringLiteral("-5")}));
    QCOMPARE(book.value(QLatin1String("frozen")).toString(), QStringLiteral("1"));
    QCOMPARE(book.value(QLatin1String("filter")).toString(), QStringLiteral("A1:J3"));
    QCOMPARE(book.value(QLatin1String("widths")).toArray().size(), 10);
    const QJsonArray about = sheet(plan.output, "About this export");
    for (const QJsonArray &line :
         {QJsonArray{QStringLiteral("Connection"), QStringLiteral("ACME")},
          QJsonArray{QStringLiteral("Feed"), QStringLiteral("Responses")},
          QJsonArray{QStringLiteral("Rows chosen by"), QStringLiteral("number_customergauge > 0")},
          QJsonArray{QStringLiteral("Exported (UTC)"), QStringLiteral("2026-11-24T10:30:00Z")},
          QJsonArray{QStringLiteral("Rows"), 2}, QJsonArray{QStringLiteral("Columns"), 10}})
        QVERIFY2(about.contains(line), QJsonDocument(about).toJson().constData());
}

void ExportFormatsTest::moreRowsThanASheetHoldsGoOnInAnother()
{
    ExportLake lake(many(1));
    const ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    QFile file(plan.output);
    QVERIFY(file.open(QIODevice::WriteOnly));
    transfer::XlsxBook book(plan, &file, {}, {.rows = 3, .characters = 1000});
    const auto table = book.add({});
    QVERIFY(table);
    lake::LakeColumn column;
    column.name = QStringLiteral("a");
    QVERIFY((*table)->begin({column}));
    catalog::Row row;
    for (const char *text : {"1", "2", "3", "4", "5"}) {
        row.cells = {catalog::Cell::ofText(text)};
        QVERIFY((*table)->write(row));
    }
    QVERIFY((*table)->end());
    QVERIFY(book.finish({5, 1}));
    file.close();
    const auto texts = [](const char *a, const char *b, const char *c) {
        QJsonArray rows;
        for (const char *text : {a, b, c})
            if (text)
                rows.append(QJsonArray{QString::fromLatin1(text)});
        return rows;
    };
    QCOMPARE(sheet(plan.output, "Responses"), texts("a", "1", "2"));
    QCOMPARE(sheet(plan.output, "Responses 2"), texts("a", "3", "4"));
    QCOMPARE(sheet(plan.output, "Responses 3"), texts("a", "5", nullptr));
}

void ExportFormatsTest::moreColumnsThanASheetHoldsAreRefused()
{
    ExportLake lake(many(1));
    const ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    QFile file(plan.output);
    QVERIFY(file.open(QIODevice::WriteOnly));
    transfer::XlsxBook book(plan, &file, {});
    const auto table = book.add({});
    QVERIFY(table);
    const Result<void> begun = (*table)->begin(std::vector<lake::LakeColumn>(16'385));
    QVERIFY(!begun);
    QCOMPARE(begun.error().kind, ErrorKind::Input);
}

void ExportFormatsTest::listsBecomeColumns()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.query.columns = {QStringLiteral("nps"), QStringLiteral("selected_drivers"), QStringLiteral("tags"),
                          QStringLiteral("questions")};
    plan.lists = Lists::Columns;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(lake.content(QStringLiteral("x.csv")),
             QByteArray("nps,selected_drivers: Ordering,selected_drivers: Product,tags: Price,questions\r\n"
                        "1,1,1,1,\r\n"
                        "2,,1,,How?: =well\r\n"
                        "3,,,,\r\n"));
}

void ExportFormatsTest::listsBecomeFiles()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.query.columns = {QStringLiteral("nps"), QStringLiteral("selected_drivers"), QStringLiteral("tags"),
                          QStringLiteral("questions"), QStringLiteral("email")};
    plan.query.sort = {{QStringLiteral("number_customergauge"), true}};
    plan.lists = Lists::Children;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(lake.files(),
             (QStringList{QStringLiteral("x.csv"), QStringLiteral("x.drivers.csv"),
                          QStringLiteral("x.questions.csv"), QStringLiteral("x.tags.csv")}));
    QCOMPARE(lake.content(QStringLiteral("x.csv")), QByteArray("nps,email\r\n3,\r\n2,\r\n1,a@x.example\r\n"));
    QCOMPARE(
        lake.content(QStringLiteral("x.drivers.csv")),
        QByteArray("number_customergauge,primary,secondary\r\n2,Product,\r\n1,Ordering,\"Ease, Speed\"\r\n"
                   "1,Product,\r\n"));
    QCOMPARE(lake.content(QStringLiteral("x.tags.csv")),
             QByteArray("number_customergauge,label,type,sentiment\r\n1,Price,topic,mixed\r\n"));
    QCOMPARE(lake.content(QStringLiteral("x.questions.csv")),
             QByteArray("number_customergauge,title,answer\r\n2,How?,'=well\r\n"));
}

void ExportFormatsTest::listsBecomeSheets()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    plan.lists = Lists::Children;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(lake.files(), QStringList{QStringLiteral("x.xlsx")});
    QCOMPARE(sheet(plan.output, "Responses").size(), 4);
    QCOMPARE(sheet(plan.output, "tags"),
             (QJsonArray{QJsonArray{QStringLiteral("number_customergauge"), QStringLiteral("label"),
                                    QStringLiteral("type"), QStringLiteral("sentiment")},
                         QJsonArray{QStringLiteral("1"), QStringLiteral("Price"), QStringLiteral("topic"),
                                    QStringLiteral("mixed")}}));
    QCOMPARE(sheet(plan.output, "drivers").size(), 4);
}

void ExportFormatsTest::onlyListsKeepTheirRecordsNumber()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.query.columns = {QStringLiteral("tags")};
    plan.lists = Lists::Children;
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(lake.content(QStringLiteral("x.csv")), QByteArray("number_customergauge\r\n1\r\n2\r\n3\r\n"));
}

void ExportFormatsTest::filesAppearTogetherOrNotAtAll()
{
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.lists = Lists::Children;
    for (const char *name : {"x.csv", "x.tags.csv"}) {
        QFile old(lake.file(QLatin1String(name)));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
    }
    // One of them cannot be written.
    QVERIFY(QDir(lake.folder()).mkpath(QStringLiteral("x.drivers.csv/taken")));
    const auto failed = lake.run(plan);
    QVERIFY(failed->error());
    QCOMPARE(failed->error()->kind, ErrorKind::Storage);
    QCOMPARE(lake.files(), (QStringList{QStringLiteral("x.csv"), QStringLiteral("x.tags.csv")}));
    QCOMPARE(lake.content(QStringLiteral("x.csv")), QByteArray("old"));
    QCOMPARE(lake.content(QStringLiteral("x.tags.csv")), QByteArray("old"));
    QVERIFY(QDir(lake.file(QStringLiteral("x.drivers.csv"))).removeRecursively());
    QVERIFY(!lake.run(plan)->error());
    QCOMPARE(lake.files().size(), 4);
    QVERIFY(lake.content(QStringLiteral("x.tags.csv")).contains("Price"));
}

void ExportFormatsTest::aManifestTellsWhatTheFilesAre()
{
    ExportLake lake(withLists());
    for (const char *name : {"x.csv", "x.xlsx", "x.jsonl"}) {
        ExportPlan plan = lake.plan(QLatin1String(name));
        plan.manifest = true;
        plan.query.search = QString();
        plan.query.where = {*query::parseFilter(QStringLiteral("nps >= 2"))};
        const auto job = lake.run(plan);
        QVERIFY(!job->error());
        const QString manifest = QLatin1String(name) + QStringLiteral(".manifest.json");
        QCOMPARE(job->files(), (QStringList{plan.output, lake.file(manifest)}));
        const QJsonObject told = QJsonDocument::fromJson(lake.content(manifest)).object();
        const QByteArray sum
            = QCryptographicHash::hash(lake.content(QLatin1String(name)), QCryptographicHash::Sha256).toHex();
        QCOMPARE(told.value(QLatin1String("sha256")).toString(), QString::fromLatin1(sum));
        QCOMPARE(told.value(QLatin1String("file")).toString(), QLatin1String(name));
        QCOMPARE(told.value(QLatin1String("rows")).toInt(), 2);
        QCOMPARE(told.value(QLatin1String("filter")).toString(), QStringLiteral("nps >= 2"));
        QCOMPARE(told.value(QLatin1String("connection")).toString(), QStringLiteral("ACME"));
        QCOMPARE(told.value(QLatin1String("created")).toString(), QStringLiteral("2026-11-24T10:30:00Z"));
        QVERIFY(!told.value(QLatin1String("version")).toString().isEmpty());
    }
}

void ExportFormatsTest::rowsThatCannotBeReadFailTheExport()
{
    ExportLake lake(many(20));
    QCOMPARE(QProcess::execute(QStringLiteral("sqlite3"),
                               {lake.path(), QStringLiteral("delete from responses_raw where row_id = 7")}),
             0);
    const auto job = lake.run(lake.plan(QStringLiteral("x.jsonl")));
    QVERIFY(job->error());
    QCOMPARE(job->error()->kind, ErrorKind::Storage);
    QVERIFY2(job->error()->text.contains(QLatin1String("20"))
                 && job->error()->text.contains(QLatin1String("19")),
             qPrintable(job->error()->text));
    QCOMPARE(lake.files(), QStringList());
}

void ExportFormatsTest::tooLittleRoomIsToldAtOnce()
{
    ExportLake lake(many(5000));
    for (const char *name : {"x.csv", "x.xlsx", "x.jsonl"}) {
        const auto job = lake.job(lake.plan(QLatin1String(name)));
        job->setFreeSpace([](const QString &) { return qint64(50'000); });
        job->start();
        QVERIFY(waitFor(*job));
        QVERIFY2(job->error(), name);
        QCOMPARE(job->error()->kind, ErrorKind::Storage);
        QVERIFY2(job->error()->text.contains(QLatin1String("not enough room")),
                 qPrintable(job->error()->text));
        QCOMPARE(job->rows(), 1000);
        QCOMPARE(lake.files(), QStringList());
    }
}

void ExportFormatsTest::aWorkbookOnAFullDiskNeverAppears()
{
    ExportLake lake(many(1200));
    const ExportPlan plan = lake.plan(QStringLiteral("x.xlsx"));
    std::signal(SIGXFSZ, SIG_IGN);
    // No file may become longer than this: a disk that is full at that moment.
    const auto exportWithin = [&](rlim_t most) {
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit limit = before;
        limit.rlim_cur = most;
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto job = lake.run(plan);
        setrlimit(RLIMIT_FSIZE, &before);
        return job->error().value_or(Error{ErrorKind::Input, {}, {}});
    };
    QList<Error> errors;
    rlim_t enough = 0;
    // SQLite's own share of it needs 32 KiB. Where it is nearly enough, it is tried closely: there
    // libxlsxwriter has its rows, and lacks the end of the sheet.
    for (rlim_t most = 40'000; enough == 0; most += 7001) {
        const Error error = exportWithin(most);
        if (error.kind == ErrorKind::Input)
            enough = most;
        else
            errors.append(error);
        QCOMPARE(lake.files().size(), enough == 0 ? 0 : 1);
    }
    QCOMPARE(sheet(plan.output, "Responses").size(), 1201);
    for (rlim_t most = enough - 7001; most < enough; most += 211) {
        QFile::remove(plan.output);
        const Error error = exportWithin(most);
        if (error.kind != ErrorKind::Input)
            errors.append(error);
        QCOMPARE(lake.files().size(), error.kind == ErrorKind::Input ? 1 : 0);
    }
    std::signal(SIGXFSZ, SIG_DFL);
    qsizetype unnoticed = 0;
    for (const Error &error : std::as_const(errors)) {
        QCOMPARE(error.kind, ErrorKind::Storage);
        QVERIFY2(error.text.contains(QLatin1String("disk is full")), qPrintable(error.text));
        unnoticed += error.detail.contains(QLatin1String("incomplete")) ? 1 : 0;
    }
    qInfo("%d limits ended the export, %d of them noticed only in the finished workbook", int(errors.size()),
          int(unnoticed));
    QVERIFY(errors.size() > 20);
    QVERIFY(unnoticed > 0);
}

void ExportFormatsTest::aCancelledWorkbookLeavesNothing()
{
    ExportLake lake(many(3000));
    const auto open
        = [] { return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size(); };
    const auto before = open();
    {
        const auto job = lake.job(lake.plan(QStringLiteral("x.xlsx")));
        connect(job.get(), &Job::changed, job.get(), [&] { job->cancel(); });
        job->start();
        QVERIFY(waitFor(*job));
        QCOMPARE(job->state(), Job::State::Cancelled);
    }
    QCOMPARE(lake.files(), QStringList());
    QCOMPARE(open(), before);
}

void ExportFormatsTest::rowsOfASelectionThatAreGoneAreToldOf()
{
    ExportLake lake(many(3));
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.keys = {1, 987'654'321};
    const auto job = lake.run(plan);
    QVERIFY(!job->error());
    QCOMPARE(job->rows(), 1);
    QVERIFY2(job->summary().contains(QLatin1String("no longer there")), qPrintable(job->summary()));
}

QTEST_GUILESS_MAIN(ExportFormatsTest)
#include "tst_exportformats.moc"
