// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/explore/export/exportdialog.h"
#include "pages/explore/saved/explorestate.h"
#include "support/testcase.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace gauge;
using namespace gauge::ui;
using Header = transfer::CellOptions::Header;

class ExportChoicesTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void csvFollowsItsReader_data();
    void csvFollowsItsReader();
    void theDialogMakesThePlan();
    void selectedRowsGoByTheirKeys();
    void everythingOfWhatVanishedIsWhatVanished();
    void formatsChangeTheEnding();
    void aWorkbookNeedsNoSeparator();
    void listsAndTheManifestReachThePlan();
    void hintsAreNeverCut();
    void everyFormatHasAButton();
    void jsonLinesCannotBeMasked();
    void obstaclesAreToldBeforeTheExport();
    void fileNamesAreFitForAnySystem();
    void choicesAreKept();
    void viewsAreKept();
    void tablesAreKept();
    void brokenStateIsIgnored();

private:
    [[nodiscard]] VisibleTable view() const
    {
        VisibleTable view;
        view.endpoint = *catalog::Catalog::builtIn().find(QStringLiteral("responses"));
        view.query.where = {{QStringLiteral("nps"), query::Operator::GreaterOrEqual, {QStringLiteral("9")}}};
        view.query.search = QStringLiteral("price");
        view.query.columns = {QStringLiteral("nps"), QStringLiteral("email")};
        view.rows = 12'480;
        return view;
    }
    template <typename T>
    static T *child(const QWidget &widget, const char *name)
    {
        T *found = widget.findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
};

void ExportChoicesTest::csvFollowsItsReader_data()
{
    QTest::addColumn<int>("reader");
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<char>("delimiter");
    QTest::addColumn<bool>("mark");
    const QLocale dutch(QLocale::Dutch, QLocale::Netherlands);
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    QTest::newRow("spreadsheet, nl") << int(ExportChoices::Reader::Spreadsheet) << dutch << ';' << true;
    QTest::newRow("spreadsheet, us") << int(ExportChoices::Reader::Spreadsheet) << english << ',' << true;
    QTest::newRow("program, nl") << int(ExportChoices::Reader::Program) << dutch << ',' << false;
    QTest::newRow("program, us") << int(ExportChoices::Reader::Program) << english << ',' << false;
    QTest::newRow("custom") << int(ExportChoices::Reader::Custom) << dutch << '\t' << false;
}

void ExportChoicesTest::csvFollowsItsReader()
{
    QFETCH(int, reader);
    QFETCH(QLocale, locale);
    QFETCH(char, delimiter);
    QFETCH(bool, mark);
    ExportChoices choices;
    choices.reader = ExportChoices::Reader(reader);
    choices.delimiter = '\t';
    const transfer::CsvOptions options = csvOptions(choices, locale);
    QCOMPARE(options.delimiter, delimiter);
    QCOMPARE(options.byteOrderMark, mark);
    QVERIFY(!cellOptions(choices).rawFormulas); // the guard is on unless someone says otherwise
}

void ExportChoicesTest::theDialogMakesThePlan()
{
    QTemporaryDir folder;
    ExportChoices before;
    before.folder = folder.path();
    ExportDialog dialog(view(), QStringLiteral("ACME"), before);
    dialog.show();
    QVERIFY(child<QRadioButton>(dialog, "viewButton")->isChecked());
    QVERIFY(!child<QRadioButton>(dialog, "selectionButton")->isEnabled());
    QVERIFY(!child<QCheckBox>(dialog, "formulaCheck")->isChecked());
    child<QComboBox>(dialog, "readerBox")->setCurrentIndex(2);
    QVERIFY(child<QWidget>(dialog, "customPane")->isVisible());
    child<QComboBox>(dialog, "delimiterBox")->setCurrentIndex(2);
    child<QCheckBox>(dialog, "markCheck")->setChecked(true);
    child<QComboBox>(dialog, "headerBox")->setCurrentIndex(1);
    child<QCheckBox>(dialog, "maskCheck")->setChecked(true);
    child<QCheckBox>(dialog, "formulaCheck")->setChecked(true);
    const QString guarded = child<QLabel>(dialog, "formulaHint")->text();
    QVERIFY(guarded.contains(QLatin1String("run as a formula")));
    const QString output = folder.filePath(QStringLiteral("x.csv"));
    child<QLineEdit>(dialog, "fileEdit")->setText(output);
    std::optional<transfer::ExportPlan> plan;
    connect(&dialog, &ExportDialog::exportWanted, this,
            [&](const transfer::ExportPlan &made) { plan = made; });
    child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok)->click();
    QVERIFY(plan);
    QCOMPARE(plan->query, view().query);
    QVERIFY(plan->keys.empty());
    QCOMPARE(plan->output, output);
    QCOMPARE(plan->csv, (transfer::CsvOptions{'\t', true}));
    QCOMPARE(plan->cells, (transfer::CellOptions{true, true, Header::Names}));
    QVERIFY(!dialog.isVisible());
}

void ExportChoicesTest::selectedRowsGoByTheirKeys()
{
    VisibleTable shown = view();
    shown.selected = {7, 3, 5};
    ExportDialog dialog(shown, QStringLiteral("ACME"), {});
    QVERIFY(child<QRadioButton>(dialog, "selectionButton")->isChecked());
    const transfer::ExportPlan selection
        = exportPlan(dialog.choices(), shown, QStringLiteral("/x"), QLocale());
    QCOMPARE(selection.keys, shown.selected);
    QCOMPARE(selection.query.columns, shown.query.columns);
    child<QRadioButton>(dialog, "everythingButton")->setChecked(true);
    const transfer::ExportPlan all = exportPlan(dialog.choices(), shown, QStringLiteral("/x"), QLocale());
    QVERIFY(all.keys.empty());
    QCOMPARE(all.query, query::Query());
}

void ExportChoicesTest::everythingOfWhatVanishedIsWhatVanished()
{
    VisibleTable vanished = view();
    vanished.query.presence = query::Presence::Gone;
    ExportChoices choices;
    for (const auto what : {ExportChoices::What::View, ExportChoices::What::Everything}) {
        choices.what = what;
        const transfer::ExportPlan plan = exportPlan(choices, vanished, QStringLiteral("/tmp/o.csv"), {});
        QCOMPARE(plan.query.presence, query::Presence::Gone);
        QCOMPARE(plan.query.where.empty(), what == ExportChoices::What::Everything);
    }
}

void ExportChoicesTest::formatsChangeTheEnding()
{
    QCOMPARE(withEnding(QStringLiteral("/a/b.csv"), *transfer::formatFromName(QStringLiteral("jsonl"))),
             QStringLiteral("/a/b.jsonl"));
    QCOMPARE(withEnding(QStringLiteral("/a/b.jsonl"), *transfer::formatFromName(QStringLiteral("csv"))),
             QStringLiteral("/a/b.csv"));
    QCOMPARE(withEnding(QStringLiteral("/a.d/b"), *transfer::formatFromName(QStringLiteral("csv"))),
             QStringLiteral("/a.d/b.csv"));
    QCOMPARE(withEnding(QStringLiteral("/a/b.txt"), *transfer::formatFromName(QStringLiteral("csv"))),
             QStringLiteral("/a/b.txt.csv"));
    QCOMPARE(withEnding({}, *transfer::formatFromName(QStringLiteral("csv"))), QString());
    ExportDialog dialog(view(), QStringLiteral("ACME"), {});
    dialog.show();
    child<QRadioButton>(dialog, "jsonButton")->setChecked(true);
    QVERIFY(dialog.output().endsWith(QLatin1String(".jsonl")));
    QVERIFY(!child<QWidget>(dialog, "cellPane")->isVisible());
    QVERIFY(child<QLabel>(dialog, "jsonHint")->isVisible());
}

void ExportChoicesTest::aWorkbookNeedsNoSeparator()
{
    QCOMPARE(withEnding(QStringLiteral("/a/b.csv"), *transfer::formatFromName(QStringLiteral("xlsx"))),
             QStringLiteral("/a/b.xlsx"));
    ExportDialog dialog(view(), QStringLiteral("ACME"), {});
    dialog.show();
    child<QComboBox>(dialog, "readerBox")->setCurrentIndex(2);
    child<QRadioButton>(dialog, "xlsxButton")->setChecked(true);
    QVERIFY(dialog.output().endsWith(QLatin1String(".xlsx")));
    QCOMPARE(dialog.choices().format, transfer::formatFromName(QStringLiteral("xlsx")));
    for (const char *name : {"readerBox", "readerHint", "customPane", "jsonHint"})
        QVERIFY2(!child<QWidget>(dialog, name)->isVisible(), name);
    for (const char *name : {"headerBox", "listsBox", "maskCheck", "formulaCheck", "formulaHint"})
        QVERIFY2(child<QWidget>(dialog, name)->isVisible(), name);
    child<QRadioButton>(dialog, "csvButton")->setChecked(true);
    QVERIFY(child<QWidget>(dialog, "customPane")->isVisible());
    QVERIFY(dialog.output().endsWith(QLatin1String(".csv")));
}

void ExportChoicesTest::listsAndTheManifestReachThePlan()
{
    ExportDialog dialog(view(), QStringLiteral("ACME"), {});
    dialog.show();
    auto *lists = child<QComboBox>(dialog, "listsBox");
    auto *hint = child<QLabel>(dialog, "listsHint");
    const auto plan = [&] { return exportPlan(dialog.choices(), view(), QStringLiteral("/x"), QLocale()); };
    QCOMPARE(plan().lists, transfer::Lists::Readable);
    QVERIFY(!plan().manifest);
    lists->setCurrentIndex(1);
    QCOMPARE(plan().lists, transfer::Lists::Columns);
    lists->setCurrentIndex(2);
    QCOMPARE(plan().lists, transfer::Lists::Children);
    QVERIFY2(hint->text().contains(QLatin1String("Files beside")), qPrintable(hint->text()));
    child<QRadioButton>(dialog, "xlsxButton")->setChecked(true);
    QVERIFY2(hint->text().contains(QLatin1String("sheets")), qPrintable(hint->text()));
    child<QCheckBox>(dialog, "manifestCheck")->setChecked(true);
    QVERIFY(plan().manifest);
}

void ExportChoicesTest::everyFormatHasAButton()
{
    ExportDialog dialog(view(), QStringLiteral("ACME"), {});
    dialog.show();
    QCOMPARE(child<QWidget>(dialog, "formatPane")->findChildren<QRadioButton *>().size(),
             qsizetype(transfer::exportFormats().size()));
    const auto next = [](QWidget *widget) {
        do
            widget = widget->nextInFocusChain();
        while (!(widget->focusPolicy() & Qt::TabFocus));
        return widget;
    };
    QWidget *before = child<QWidget>(dialog, "savedButton");
    for (const transfer::ExportFormat &format : transfer::exportFormats()) {
        auto *button = child<QRadioButton>(dialog, qPrintable(format.control + QLatin1String("Button")));
        QVERIFY(!button->text().isEmpty());
        QCOMPARE(next(before), button);
        before = button;
        button->setChecked(true);
        QCOMPARE(dialog.choices().format, &format);
        QVERIFY(dialog.output().endsWith(format.suffix()));
        // As it is kept for the next export, also by version 0.1.
        QCOMPARE(choicesFromJson(toJson(dialog.choices())).format, &format);
    }
    QCOMPARE(next(before), child<QWidget>(dialog, "fileEdit"));
    QCOMPARE(choicesFromJson({{QStringLiteral("format"), 1}}).format,
             transfer::formatFromName(QStringLiteral("jsonl")));
    QCOMPARE(choicesFromJson({{QStringLiteral("format"), QStringLiteral("odd")}}).format,
             &transfer::defaultFormat());
}

void ExportChoicesTest::jsonLinesCannotBeMasked()
{
    QTemporaryDir folder;
    ExportChoices before;
    before.folder = folder.path();
    before.format = transfer::formatFromName(QStringLiteral("jsonl"));
    before.maskPersonal = true;
    ExportDialog dialog(view(), QStringLiteral("ACME"), before);
    dialog.show();
    const auto *ok = child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok);
    auto *mask = child<QCheckBox>(dialog, "maskCheck");
    const auto *hint = child<QLabel>(dialog, "jsonHint");
    QVERIFY(!ok->isEnabled());
    QVERIFY(mask->isVisible()); // to take it back
    QVERIFY(!child<QWidget>(dialog, "formulaCheck")->isVisible());
    QVERIFY2(hint->text().contains(QLatin1String("cannot be hidden")), qPrintable(hint->text()));
    QTest::qWait(0); // the file is looked for meanwhile
    QVERIFY(!ok->isEnabled());
    mask->setChecked(false);
    QTRY_VERIFY(ok->isEnabled());
    QVERIFY(!mask->isVisible());
    QVERIFY(!hint->text().contains(QLatin1String("cannot be hidden")));
    child<QRadioButton>(dialog, "csvButton")->setChecked(true);
    mask->setChecked(true);
    QTRY_VERIFY(ok->isEnabled());
    QVERIFY(child<QWidget>(dialog, "formulaCheck")->isVisible());
}

void ExportChoicesTest::hintsAreNeverCut()
{
    ExportDialog dialog(view(), QStringLiteral("ACME"), {});
    child<QWidget>(dialog, "samplePane")->show(); // it wants room too
    dialog.resize(880, 100);
    dialog.show();
    for (const int lists : {0, 1, 2}) {
        child<QComboBox>(dialog, "listsBox")->setCurrentIndex(lists);
        for (const char *name : {"readerHint", "listsHint", "formulaHint"}) {
            const auto *hint = child<QLabel>(dialog, name);
            QTRY_VERIFY2(hint->height() >= hint->heightForWidth(hint->width()), name);
        }
    }
}

void ExportChoicesTest::obstaclesAreToldBeforeTheExport()
{
    QTemporaryDir folder;
    ExportChoices choices;
    choices.folder = folder.path();
    ExportDialog dialog(view(), QStringLiteral("ACME"), choices);
    auto *file = child<QLineEdit>(dialog, "fileEdit");
    auto *hint = child<QLabel>(dialog, "fileHint");
    auto *ok = child<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok);
    QFile existing(folder.filePath(QStringLiteral("there.csv")));
    QVERIFY(existing.open(QIODevice::WriteOnly));
    file->setText(existing.fileName());
    QTRY_VERIFY(hint->text().contains(QLatin1String("replaced")));
    QVERIFY(ok->isEnabled());
    file->setText(folder.filePath(QStringLiteral("no/such/x.csv")));
    QTRY_VERIFY(hint->text().contains(QLatin1String("does not exist")));
    QVERIFY(!ok->isEnabled());
    file->setText(folder.path());
    QTRY_VERIFY(hint->text().contains(QLatin1String("is a folder")));
    QVERIFY(!ok->isEnabled());
    file->setText(QStringLiteral("relative.csv"));
    QVERIFY(!ok->isEnabled());
    file->setText(folder.filePath(QStringLiteral("new.csv")));
    QTRY_VERIFY(ok->isEnabled());
}

void ExportChoicesTest::fileNamesAreFitForAnySystem()
{
    const catalog::Endpoint feed = view().endpoint;
    const QDateTime now(QDate(2026, 3, 31), QTime(14, 5));
    const auto name = [&](const char *connection) {
        return exportFileName(QString::fromUtf8(connection), feed,
                              *transfer::formatFromName(QStringLiteral("csv")), now);
    };
    QCOMPARE(name("ACME"), QStringLiteral("ACME responses 2026-03-31 1405.csv"));
    QCOMPARE(name("../../etc/passwd"), QStringLiteral(". .. etc passwd responses 2026-03-31 1405.csv"));
    QCOMPARE(name("a:b*c?\n\"<>|\\d"), QStringLiteral("a b c d responses 2026-03-31 1405.csv"));
    QCOMPARE(name(""), QStringLiteral("responses 2026-03-31 1405.csv"));
    QVERIFY(name(QByteArray(1000, 'x').constData()).size() < 120);
}

void ExportChoicesTest::choicesAreKept()
{
    ExportChoices choices;
    choices.what = ExportChoices::What::Everything;
    choices.format = transfer::formatFromName(QStringLiteral("jsonl"));
    choices.reader = ExportChoices::Reader::Custom;
    choices.delimiter = '|';
    choices.byteOrderMark = true;
    choices.header = Header::Names;
    choices.maskPersonal = true;
    choices.lists = transfer::Lists::Children;
    choices.manifest = true;
    choices.folder = QStringLiteral("/somewhere");
    QCOMPARE(choicesFromJson(toJson(choices)), choices);
    choices.format = transfer::formatFromName(QStringLiteral("xlsx"));
    QCOMPARE(choicesFromJson(toJson(choices)), choices);
    choices.rawFormulas = true;
    QVERIFY(!choicesFromJson(toJson(choices)).rawFormulas);
}

void ExportChoicesTest::viewsAreKept()
{
    query::Query query = view().query;
    query.sort = {{QStringLiteral("property.a:b"), true}, {QStringLiteral("x:desc"), false}};
    query.where.push_back(
        {QStringLiteral("property.Key Contact"), query::Operator::In, {QStringLiteral("a,b"), QString()}});
    query.where.push_back(*query::parseFilter(
        QStringLiteral("nps < 3 or date_sent in last 30 days and \"question.This or that?\" not-empty")));
    const QHash<QString, int> widths{{QStringLiteral("nps"), 64}};
    query::Query back;
    QHash<QString, int> backWidths;
    fromJson(toJson(query, widths), back, backWidths);
    QCOMPARE(back, query);
    QCOMPARE(backWidths, widths);
}

void ExportChoicesTest::tablesAreKept()
{
    FeedView view;
    view.query.columns = {QStringLiteral("nps"), QStringLiteral("email")};
    view.query.sort = {{QStringLiteral("nps"), true}, {QStringLiteral("email"), false}};
    view.widths = {{QStringLiteral("nps"), 133}};
    view.frozen = {QStringLiteral("nps")};
    view.tallRows = true;
    QCOMPARE(feedViewFromJson(toJson(view)), view);
    QCOMPARE(feedViewFromJson(toJson(FeedView())), FeedView());
    // An earlier version kept neither; others may write what they like.
    const QJsonObject odd{{QStringLiteral("frozen"), 7}, {QStringLiteral("tallRows"), QStringLiteral("yes")}};
    QCOMPARE(feedViewFromJson(odd), FeedView());
}

void ExportChoicesTest::brokenStateIsIgnored()
{
    const QJsonObject broken{{QStringLiteral("what"), 99},
                             {QStringLiteral("format"), -4},
                             {QStringLiteral("reader"), QStringLiteral("x")},
                             {QStringLiteral("delimiter"), QStringLiteral("\"")}};
    const ExportChoices choices = choicesFromJson(broken);
    QCOMPARE(choices.delimiter, ',');
    QCOMPARE(choices.format, transfer::formatFromName(QStringLiteral("csv")));
    query::Query query;
    QHash<QString, int> widths;
    fromJson({{QStringLiteral("where"), QJsonArray{QStringLiteral("nonsense"), 7}},
              {QStringLiteral("widths"), QJsonObject{{QStringLiteral("nps"), -5}}}},
             query, widths);
    QVERIFY(query.where.empty());
    QVERIFY(widths.isEmpty());
}

QTEST_MAIN(ExportChoicesTest)
#include "tst_exportchoices.moc"
