// SPDX-License-Identifier: GPL-3.0-or-later
#include "saved/exportpreset.h"
#include "saved/view.h"
#include "support/testcase.h"

using namespace gauge;
using namespace gauge::saved;
using gauge::test::TestCase;
using transfer::CsvAudience;

class SavedTextsTest : public TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void aViewReadsAsPeopleWriteIt();
    void anExportReadsAsPeopleWriteIt();
    void everyChoiceIsKept();
    void wrongChoicesAreNamed_data();
    void wrongChoicesAreNamed();
    void aFeedIsAName();
    void placeholdersAreFilledInOnce();
    void aPlanIsWhatWasSaved();
    void missingColumnsAreTold();
    void whatIsMissingIsLeftOut();

private:
    static Result<ExportPreset> exportOf(const QString &text)
    {
        auto read = SavedText::read(Kind::Export, text);
        return read ? ExportPreset::read(*read) : fail(read.error());
    }
};

void SavedTextsTest::aViewReadsAsPeopleWriteIt()
{
    View view{QStringLiteral("Detractors"), QStringLiteral("responses"), {}, {{QStringLiteral("nps"), 64}}};
    view.query.where = {*query::parseFilter(QStringLiteral("nps <= 6"))};
    view.query.sort = {{QStringLiteral("date_sent"), true}};
    QCOMPARE(view.print().text(),
             QStringLiteral("gaugedesk-view 1\n"
                            "name Detractors\n"
                            "feed responses\n"
                            "where nps <= 6\n"
                            "sort date_sent:desc\n"
                            "window widths nps=64\n"));
    const auto text = SavedText::read(Kind::View,
                                      QStringLiteral("gaugedesk-view 1\nname V\nfeed responses\n"
                                                     "window widths nps=-4,email=99999,=7,x\n"
                                                     "window something new\nwindow rows tall\n"
                                                     "window frozen nps,\"a, b\"\nsearch \"a\nname b\"\n"));
    QVERIFY(text);
    const auto read = View::read(*text);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text));
    QCOMPARE(read->widths, (QHash<QString, int>{{QStringLiteral("email"), 4000}}));
    QCOMPARE(read->query.search, QStringLiteral("a\nname b"));
    QCOMPARE(read->frozen, (QStringList{QStringLiteral("nps"), QStringLiteral("a, b")}));
    QVERIFY(read->tallRows);
    QCOMPARE(View::read(read->print()).value(), *read);
    QCOMPARE(read->name, QStringLiteral("V"));
}

void SavedTextsTest::anExportReadsAsPeopleWriteIt()
{
    ExportPreset preset;
    preset.name = QStringLiteral("Board, monthly");
    preset.feed = QStringLiteral("responses");
    preset.output = QStringLiteral("/home/ann/{date}.csv");
    preset.query.limit = 5;
    QCOMPARE(preset.print().text(),
             QStringLiteral("gaugedesk-export 1\n"
                            "name \"Board, monthly\"\n"
                            "feed responses\n"
                            "file /home/ann/{date}.csv\n"
                            "format csv\n"
                            "opened-with program\n"
                            "header names\n"
                            "lists readable\n"
                            "mask-personal no\n"
                            "raw-formulas no\n"
                            "manifest no\n"
                            "limit 5\n"));
    // What is not said is as usual.
    const auto bare = exportOf(QStringLiteral("gaugedesk-export 1\nname A\nfeed responses\n"));
    QVERIFY(bare);
    ExportPreset usual;
    usual.name = QStringLiteral("A");
    usual.feed = QStringLiteral("responses");
    QCOMPARE(*bare, usual);
}

void SavedTextsTest::everyChoiceIsKept()
{
    ExportPreset preset;
    preset.name = QStringLiteral("A");
    preset.feed = QStringLiteral("close-loop");
    preset.output = QStringLiteral(" C:\\a \"b\"\n.csv ");
    preset.query.where = {*query::parseFilter(QStringLiteral("a = \"x\ny\" or b is-empty"))};
    preset.query.presence = query::Presence::Gone;
    for (const auto format :
         {transfer::formatFromName(QStringLiteral("csv")), transfer::formatFromName(QStringLiteral("xlsx")),
          transfer::formatFromName(QStringLiteral("jsonl"))}) {
        for (const char delimiter : {',', ';', '\t', '|'}) {
            preset.format = format;
            preset.reader = CsvAudience::Custom;
            preset.csv = {delimiter, delimiter == ';'};
            preset.cells = {.rawFormulas = delimiter == ',',
                            .maskPersonal
                            = delimiter == ';' && format != transfer::formatFromName(QStringLiteral("jsonl")),
                            .header = transfer::CellOptions::Header::Titles};
            preset.lists = delimiter == '|' ? transfer::Lists::Children : transfer::Lists::Columns;
            preset.manifest = delimiter == '\t';
            const auto read = exportOf(preset.print().text());
            QVERIFY2(read, read ? "" : qPrintable(read.error().text));
            QCOMPARE(*read, preset);
        }
    }
    preset.reader = CsvAudience::Spreadsheet;
    preset.csv = {};
    QCOMPARE(exportOf(preset.print().text()).value(), preset);
}

void SavedTextsTest::wrongChoicesAreNamed_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromLatin1(line) << QString::fromUtf8(words);
    };
    row("format pdf", "“format” cannot be “pdf”. Possible: csv, xlsx, jsonl.");
    row("separator ;", "“separator” cannot be “;”. Possible: comma, semicolon, tab, bar.");
    row("manifest maybe", "Possible: no, yes.");
    row("header", "“header” cannot be “”");
    row("lists columns\nlists children", "“lists” is there twice.");
    row("colour red", "Line 4");
    row("format jsonl\nmask-personal yes", "cannot be masked");
    row("raw-formulas 1", "“raw-formulas” cannot be “1”");
}

void SavedTextsTest::wrongChoicesAreNamed()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const auto read = exportOf(QStringLiteral("gaugedesk-export 1\nname A\nfeed responses\n") + line);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Input);
    QVERIFY2(read.error().text.contains(words), qPrintable(read.error().text));
}

void SavedTextsTest::aFeedIsAName()
{
    const QString before = QStringLiteral("gaugedesk-export 1\nname A\nfeed ");
    QCOMPARE(exportOf(before + QStringLiteral("close-loop\n")).value().feed, QStringLiteral("close-loop"));
    for (const QString &feed : {QStringLiteral("\"responses\nfile a.csv"), QStringLiteral("a b"),
                                QStringLiteral("a.b"), QStringLiteral("responses\x1b[2J")}) {
        const auto read = exportOf(before + feed + QLatin1Char('\n'));
        QVERIFY2(!read, qPrintable(feed));
        QCOMPARE(read.error().kind, ErrorKind::Input);
    }
}

void SavedTextsTest::placeholdersAreFilledInOnce()
{
    const OutputFacts facts{QStringLiteral("{date}/../A:B"), QStringLiteral("close-loop"),
                            QDateTime(QDate(2026, 3, 31), QTime(14, 5))};
    QCOMPARE(outputPath(QStringLiteral("/x/{connection} {feed} {date} {time}{date}.csv"), facts),
             QStringLiteral("/x/{date} .. A B close-loop 2026-03-31 14052026-03-31.csv"));
    QCOMPARE(outputPath(QStringLiteral("/x/{Date}{}{{date}.csv"), facts),
             QStringLiteral("/x/{Date}{}{2026-03-31.csv"));
    QCOMPARE(outputPath(QString(), facts), QString());
}

void SavedTextsTest::aPlanIsWhatWasSaved()
{
    ExportPreset preset;
    preset.feed = QStringLiteral("responses");
    preset.query.search = QStringLiteral("late");
    preset.reader = CsvAudience::Spreadsheet;
    preset.cells.rawFormulas = true;
    preset.lists = transfer::Lists::Children;
    preset.manifest = true;
    const catalog::Endpoint feed = *catalog::Catalog::builtIn().find(preset.feed);
    const QLocale dutch(QLocale::Dutch, QLocale::Netherlands);
    const transfer::ExportPlan plan = planOf(preset, feed, QStringLiteral("/x"), dutch);
    QCOMPARE(plan.endpoint, feed);
    QCOMPARE(plan.query, preset.query);
    QCOMPARE(plan.output, QStringLiteral("/x"));
    QCOMPARE(plan.csv, (transfer::CsvOptions{';', true}));
    QCOMPARE(plan.cells, preset.cells);
    QCOMPARE(plan.lists, preset.lists);
    QVERIFY(plan.manifest);
}

void SavedTextsTest::missingColumnsAreTold()
{
    query::Query query;
    query.columns = {QStringLiteral("nps"), QStringLiteral("property.Tier")};
    query.where = {*query::parseFilter(QStringLiteral("nps > 8 or (property.Tier = gold and x is-empty)"))};
    query.sort = {{QStringLiteral("y"), true}, {QStringLiteral("x"), false}};
    const Misfit misfit = misfitOf(query, {QStringLiteral("nps"), QStringLiteral("email")});
    QCOMPARE(misfit.columns,
             (QStringList{QStringLiteral("property.Tier"), QStringLiteral("x"), QStringLiteral("y")}));
    QCOMPARE(misfit.conditions,
             (QStringList{QStringLiteral("property.Tier = gold"), QStringLiteral("x is-empty")}));
    QVERIFY(misfitOf({}, {}).isNone());
    QVERIFY(misfitOf(query,
                     {QStringLiteral("nps"), QStringLiteral("property.Tier"), QStringLiteral("x"),
                      QStringLiteral("y")})
                .isNone());
}

void SavedTextsTest::whatIsMissingIsLeftOut()
{
    query::Query query;
    query.columns = {QStringLiteral("nps"), QStringLiteral("property.Tier")};
    query.where = {*query::parseFilter(QStringLiteral("nps > 8 or (property.Tier = gold and nps > 6)")),
                   *query::parseFilter(QStringLiteral("x = 1 and y = 2")),
                   *query::parseFilter(QStringLiteral("nps < 10"))};
    query.sort = {{QStringLiteral("y"), true}, {QStringLiteral("nps"), false}};
    query.search = QStringLiteral("late");
    const query::Query left = fitted(query, {QStringLiteral("nps")});
    QCOMPARE(left.columns, QStringList{QStringLiteral("nps")});
    QCOMPARE(query::print(left),
             QStringLiteral("where nps > 8 or nps > 6\nwhere nps < 10\nsearch late\nsort nps\ncolumns nps"));
    QVERIFY(misfitOf(left, {QStringLiteral("nps")}).isNone());
    QCOMPARE(fitted(query,
                    {QStringLiteral("nps"), QStringLiteral("property.Tier"), QStringLiteral("x"),
                     QStringLiteral("y")}),
             query);
}

QTEST_GUILESS_MAIN(SavedTextsTest)
#include "tst_savedtexts.moc"
