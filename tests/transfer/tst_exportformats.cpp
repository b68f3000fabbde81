// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testcase.h"
#include "transfer/exportformat.h"
#include "transfer/exportlake.h"
#include "transfer/readback.h"
#include "transfer/xlsxbook.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace gauge;
using namespace gauge::test;
using transfer::ExportPlan;
using transfer::Lists;

namespace {

QJsonObject workbook(const QString &path)
{
    return readBack(QStringLiteral("xml"), path).object();
}

QJsonArray sheet(const QString &path, const char *name)
{
    return workbook(path).value(QLatin1String("sheets")).toObject().value(QLatin1String(name)).toArray();
}

//! The example of the recipe in CONTRIBUTING: every row a paragraph.
class MadeUpWriter final : public transfer::ExportWriter, public transfer::TableWriter
{
public:
    explicit MadeUpWriter(QIODevice *device)
        : m_device(device)
    {}

    Result<TableWriter *> add(const QString &) override { return this; }
    Result<void> begin(const std::vector<lake::LakeColumn> &columns) override
    {
        m_device->write("<h1>" + QByteArray::number(columns.size()) + "</h1>");
        return {};
    }
    Result<void> write(const catalog::Row &row) override
    {
        m_device->write("<p>" + QByteArray::number(row.cells.size()) + "</p>");
        return {};
    }
    Result<void> end() override { return {}; }
    Result<void> finish(const transfer::ExportFacts &facts) override
    {
        m_device->write("<b>" + QByteArray::number(facts.rows) + "</b>");
        return {};
    }
    [[nodiscard]] qint64 room() const override { return m_device->pos(); }

private:
    QIODevice *m_device;
};

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
    void aManifestTellsWhatTheFilesAre();
    void aFormatIsOneDescriptor();
    void formatsAreFoundByNameAndFile();
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
    QCOMPARE(begun.error().kind, ErrorKind::Storage);
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

void ExportFormatsTest::aFormatIsOneDescriptor()
{
    const transfer::ExportFormat page{
        .id = QStringLiteral("html"),
        .content = {QStringLiteral("a page"), {QStringLiteral("html")}},
        .title = "Pages",
        .open = [](const ExportPlan &, transfer::Files &, QIODevice *main, const std::stop_token &)
            -> std::unique_ptr<transfer::ExportWriter> { return std::make_unique<MadeUpWriter>(main); }};
    ExportLake lake(withLists());
    ExportPlan plan = lake.plan(QStringLiteral("x.html"));
    plan.format = &page;
    plan.query.columns = {QStringLiteral("nps"), QStringLiteral("number_customergauge")};
    const auto job = lake.run(plan);
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
    QByteArray expected("<h1>2</h1>");
    for (qint64 row = 0; row < job->rows(); ++row)
        expected += "<p>2</p>";
    expected += "<b>" + QByteArray::number(job->rows()) + "</b>";
    QCOMPARE(lake.content(QStringLiteral("x.html")), expected);
    // Its name must fit, as that of every format.
    plan.output = lake.file(QStringLiteral("x.csv"));
    const auto other = lake.run(plan);
    QVERIFY(other->error());
    QCOMPARE(kindName(other->error()->kind), kindName(ErrorKind::Input));
}

void ExportFormatsTest::formatsAreFoundByNameAndFile()
{
    QCOMPARE(&transfer::defaultFormat(), transfer::formatFromName(QStringLiteral("csv")));
    QStringList names;
    for (const transfer::ExportFormat &format : transfer::exportFormats()) {
        names.append(format.id);
        QCOMPARE(transfer::formatFromName(format.id), &format);
        QCOMPARE(transfer::formatFromFileName(QStringLiteral("/a/b") + format.suffix().toUpper()), &format);
        QVERIFY(format.content.endings.contains(format.id));
        QVERIFY(format.title && format.button && format.fileFilter && format.open);
        QCOMPARE(format.packedSize == nullptr, format.neededRoom == nullptr);
        for (const QString &suffix : format.otherSuffixes)
            QCOMPARE(transfer::formatFromFileName(QStringLiteral("b.") + suffix), &format);
    }
    QCOMPARE(names, transfer::formatNames());
    names.removeDuplicates();
    QCOMPARE(names.size(), qsizetype(transfer::exportFormats().size()));
    QCOMPARE(transfer::formatFromFileName(QStringLiteral("b.txt")), nullptr);
}

QTEST_GUILESS_MAIN(ExportFormatsTest)
#include "tst_exportformats.moc"
