// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/exportlake.h"
#include "transfer/readback.h"

#include <QJsonArray>
#include <QJsonObject>

#include <csignal>
#include <sys/resource.h>

using namespace gauge;
using namespace gauge::test;
using transfer::ExportPlan;
using transfer::Lists;

//! An export is whole, or is not there and says why.
class ExportFaultsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void filesAppearTogetherOrNotAtAll();
    void rowsThatCannotBeReadFailTheExport();
    void tooLittleRoomIsToldAtOnce();
    void aWorkbookOnAFullDiskNeverAppears();
    void aCancelledWorkbookLeavesNothing();
    void rowsOfASelectionThatAreGoneAreToldOf();
};

void ExportFaultsTest::filesAppearTogetherOrNotAtAll()
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

void ExportFaultsTest::rowsThatCannotBeReadFailTheExport()
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

void ExportFaultsTest::tooLittleRoomIsToldAtOnce()
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

void ExportFaultsTest::aWorkbookOnAFullDiskNeverAppears()
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
    QCOMPARE(
        readBack(QStringLiteral("xml"), plan.output)[QStringLiteral("sheets")][QStringLiteral("Responses")]
            .toArray()
            .size(),
        1201);
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

void ExportFaultsTest::aCancelledWorkbookLeavesNothing()
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

void ExportFaultsTest::rowsOfASelectionThatAreGoneAreToldOf()
{
    ExportLake lake(many(3));
    ExportPlan plan = lake.plan(QStringLiteral("x.csv"));
    plan.keys = {1, 987'654'321};
    const auto job = lake.run(plan);
    QVERIFY(!job->error());
    QCOMPARE(job->rows(), 1);
    QVERIFY2(job->summary().contains(QLatin1String("no longer there")), qPrintable(job->summary()));
}

QTEST_GUILESS_MAIN(ExportFaultsTest)
#include "tst_exportfaults.moc"
