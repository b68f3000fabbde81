// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "growingsystem.h"
#include "kit/errorbanner.h"
#include "pages/explore/explorepage.h"
#include "pages/explore/export/exportdialog.h"
#include "pages/explore/export/exportstarter.h"
#include "records/filter/conditionbar.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QToolButton>

using namespace gauge;
using namespace gauge::ui;
using saved::Existing;
using saved::ExportPreset;
using service::Connection;

//! The export dialog with its sample, and exports under names, in the real page over a real lake.
class SavedExportsTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theSampleIsWhatIsWritten_data();
    void theSampleIsWhatIsWritten();
    void theSampleFollowsTheChoices();
    void aWorkbookIsATable();
    void whatCannotBeReadIsTold();
    void littleRoomIsToldBefore();
    void usualPresetsAreThere();
    void choicesAreSavedAndPicked();
    void aSelectionIsNotSaved();
    void runsFromTheMenu();
    void asksBeforeAFileIsReplaced();
    void asksAboutOneFromElsewhere();
    void maskingOnScreenMasksSavedOnes();
    void renamesAndRemoves();

private:
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->window()->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    ExportDialog *openDialog()
    {
        part<QPushButton>("exportButton")->click();
        return part<ExportDialog>("exportDialog");
    }
    void toFile(const QString &name) const
    {
        part<ExportDialog>("exportDialog")
            ->findChild<QLineEdit *>(QStringLiteral("fileEdit"))
            ->setText(m_folder->filePath(name));
    }
    [[nodiscard]] QString sampleText() const { return part<QPlainTextEdit>("sampleText")->toPlainText(); }
    [[nodiscard]] QString sizeText() const { return part<QLabel>("sizeLabel")->text(); }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void press(const char *dialog, QDialogButtonBox::StandardButton button) const
    {
        part<QDialog>(dialog)
            ->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))
            ->button(button)
            ->click();
    }
    void pickPreset(const QString &name) const
    {
        auto *box = part<QComboBox>("presetBox");
        const int index = box->findText(name);
        QVERIFY2(index >= 0, qPrintable(name));
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    }
    [[nodiscard]] std::vector<ExportPreset> stored() const
    {
        const auto list = saved::PresetStore<ExportPreset>(m_engine->dataFolder()).list();
        return list ? list->things : std::vector<ExportPreset>();
    }
    void put(const ExportPreset &preset) const
    {
        QVERIFY(saved::PresetStore<ExportPreset>(m_engine->dataFolder()).save(preset, Existing::Replace));
    }
    [[nodiscard]] ExportPreset preset(const char *name) const
    {
        ExportPreset preset;
        preset.name = QString::fromUtf8(name);
        preset.feed = QStringLiteral("responses");
        preset.query = *query::parseQuery(QStringLiteral("where nps >= 9\ncolumns nps"));
        preset.output = m_folder->filePath(QStringLiteral("{feed} of {connection}.csv"));
        return preset;
    }
    [[nodiscard]] QMessageBox *question() const
    {
        return m_page->window()->findChild<QMessageBox *>(QStringLiteral("presetQuestion"));
    }
    [[nodiscard]] QMenu *menu() const
    {
        QMenu *menu = part<QToolButton>("savedExportsButton")->menu();
        Q_EMIT menu->aboutToShow();
        return menu;
    }
    [[nodiscard]] QAction *entry(const QMenu *menu, const QString &text) const
    {
        const QList<QAction *> actions = menu->actions();
        const auto found = std::find_if(actions.begin(), actions.end(),
                                        [&](const QAction *action) { return action->text() == text; });
        return found == actions.end() ? nullptr : *found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
};

void SavedExportsTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    m_system->responses = 22;
    m_system->more = R"(,"tags":[{"label":"Price","type":"topic"}])";
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(QStringLiteral("ACME")), secrets);
    Connection connection;
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    QVERIFY(QTest::qWaitFor([&] { return !connection.id.isEmpty(); }, 20'000));
    sync::SyncPlan plan;
    plan.feeds = {*m_engine->catalog().find(QStringLiteral("responses"))};
    QVERIFY(test::waitFor(*m_engine->sync(connection, plan)));
    m_page->setConnection(connection);
    QTRY_COMPARE(part<RecordTable>("lakeTable")->model()->rowCount(), 22);
}

void SavedExportsTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

void SavedExportsTest::theSampleIsWhatIsWritten_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("file");
    QTest::newRow("csv") << QStringLiteral("csvButton") << QStringLiteral("x.csv");
    QTest::newRow("jsonl") << QStringLiteral("jsonButton") << QStringLiteral("x.jsonl");
}

void SavedExportsTest::theSampleIsWhatIsWritten()
{
    QFETCH(QString, button);
    QFETCH(QString, file);
    openDialog();
    part<QRadioButton>(button.toLatin1().constData())->setChecked(true);
    toFile(file);
    QTRY_VERIFY(part<QTabBar>("tableBar")->tabText(0) == file);
    const QStringList shown = sampleText().split(QLatin1Char('\n'));
    QVERIFY2(sizeText().startsWith(QLatin1String("22 ")), qPrintable(sizeText()));
    QVERIFY2(sizeText().contains(QLatin1String("free on this disk")), qPrintable(sizeText()));
    press("exportDialog", QDialogButtonBox::Ok);
    QTRY_VERIFY(part<ExportNotice>("exportNotice")->isVisible());
    const QStringList written
        = QString::fromUtf8(content(file)).remove(QLatin1Char('\r')).split(QLatin1Char('\n'));
    QCOMPARE(shown, written.mid(0, shown.size()));
    QCOMPARE(shown.size(), file.endsWith(QLatin1String("csv")) ? 6 : 5);
}

void SavedExportsTest::theSampleFollowsTheChoices()
{
    openDialog();
    QTRY_VERIFY2(sampleText().startsWith(QLatin1String("No.,NPS")), qPrintable(sampleText()));
    QVERIFY(sampleText().contains(QLatin1String("'=cmd 1")));
    part<QComboBox>("headerBox")->setCurrentIndex(1);
    QTRY_VERIFY(sampleText().startsWith(QLatin1String("number_customergauge,nps")));
    part<QCheckBox>("formulaCheck")->setChecked(true);
    QTRY_VERIFY(sampleText().contains(QLatin1String(",=cmd 1")));
    QVERIFY(sampleText().contains(QLatin1String("ACME 1")));
    part<QCheckBox>("maskCheck")->setChecked(true);
    QTRY_VERIFY(sampleText().contains(QLatin1String("***"))
                && !sampleText().contains(QLatin1String("ACME 1")));
    part<QComboBox>("readerBox")->setCurrentIndex(2);
    part<QComboBox>("delimiterBox")->setCurrentIndex(3);
    QTRY_VERIFY(sampleText().startsWith(QLatin1String("number_customergauge|nps")));
    part<QRadioButton>("everythingButton")->setChecked(true);
    part<QComboBox>("listsBox")->setCurrentIndex(2);
    auto *tables = part<QTabBar>("tableBar");
    QTRY_COMPARE(tables->count(), 4); // the records, drivers, tags, questions
    int tags = 0;
    while (!tables->tabText(tags).endsWith(QLatin1String(".tags.csv")))
        ++tags;
    tables->setCurrentIndex(tags);
    QVERIFY2(sampleText().startsWith(QLatin1String("number_customergauge|label|type\n1|Price|topic")),
             qPrintable(sampleText()));
}

void SavedExportsTest::aWorkbookIsATable()
{
    openDialog();
    part<QRadioButton>("xlsxButton")->setChecked(true);
    auto *table = part<QTableWidget>("sampleTable");
    QTRY_VERIFY(table->isVisible());
    QCOMPARE(table->rowCount(), 5);
    QCOMPARE(table->horizontalHeaderItem(0)->text(), QStringLiteral("No."));
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("1"));
    QVERIFY(!table->accessibleName().isEmpty());
}

void SavedExportsTest::whatCannotBeReadIsTold()
{
    ExportPreset broken = preset("Broken");
    broken.query.columns = {QStringLiteral("npx")};
    put(broken);
    auto *dialog = openDialog();
    QTRY_VERIFY(part<QComboBox>("presetBox")->findText(broken.name) > 0);
    pickPreset(broken.name);
    QTRY_VERIFY2(sizeText().contains(QLatin1String("npx")), qPrintable(sizeText()));
    QVERIFY(part<QLabel>("sizeIcon")->isVisible());
    dialog->reject();
}

void SavedExportsTest::littleRoomIsToldBefore()
{
    openDialog();
    QTRY_VERIFY(sizeText().startsWith(QLatin1String("22 ")));
    transfer::ExportSample sample;
    sample.tables = {{QStringLiteral("x.csv"), "a\r\n1\r\n", {}}};
    sample.rows = 1'000'000;
    sample.bytes = 48'000'000;
    sample.room = 150'000'000;
    sample.free = 1'000'000;
    sample.lacksRoom = true;
    sample.isSurveyedWhole = false;
    part<ExportPreview>("samplePane")->showSample(sample);
    for (const char *word : {"1,000,000", "about 48.0 MB", "1.0 MB free", "150.0 MB", "200,000"})
        QVERIFY2(sizeText().contains(QLatin1String(word)), qPrintable(sizeText()));
    QVERIFY(part<QLabel>("sizeIcon")->isVisible());
    sample.lacksRoom = false;
    sample.free = -1; // a disk that does not tell
    part<ExportPreview>("samplePane")->showSample(sample);
    QVERIFY(!part<QLabel>("sizeIcon")->isVisible());
    QVERIFY(!sizeText().contains(QLatin1String("free")));
}

void SavedExportsTest::usualPresetsAreThere()
{
    const auto *dialog = openDialog();
    auto *box = part<QComboBox>("presetBox");
    part<QRadioButton>("xlsxButton")->setChecked(true);
    QCOMPARE(box->currentIndex(), 0);
    pickPreset(QStringLiteral("For another program"));
    ExportChoices choices = dialog->choices();
    QVERIFY(writeTheSame(choices, forProgram()));
    QVERIFY(choices.rawFormulas);
    QVERIFY(dialog->output().endsWith(QLatin1String(".csv")));
    QCOMPARE(box->currentIndex(), 2);
    QVERIFY(
        part<QLabel>("formulaHint")->text().contains(QLatin1String("run as a formula"))); // and it is told
    part<QCheckBox>("formulaCheck")->setChecked(false);
    QCOMPARE(box->currentIndex(), 0); // no longer that
    pickPreset(QStringLiteral("For a spreadsheet here"));
    choices = dialog->choices();
    QVERIFY(writeTheSame(choices, forSpreadsheet()));
    QVERIFY(csvOptions(choices, QLocale()).byteOrderMark && !choices.rawFormulas);
    QCOMPARE(choices.what, ExportChoices::What::View);
}

void SavedExportsTest::choicesAreSavedAndPicked()
{
    auto *bar = part<ConditionBar>("conditionBar");
    bar->setConditions({*query::parseFilter(QStringLiteral("nps >= 9"))});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(part<RecordTable>("lakeTable")->model()->rowCount(), 4);
    auto *dialog = openDialog();
    part<QComboBox>("listsBox")->setCurrentIndex(1);
    part<QCheckBox>("manifestCheck")->setChecked(true);
    part<QPushButton>("saveButton")->click();
    auto *file = part<QDialog>("nameDialog")->findChild<QLineEdit *>(QStringLiteral("fileEdit"));
    QVERIFY2(file->text().endsWith(QLatin1String("{connection} {feed} {date} {time}.csv")),
             qPrintable(file->text()));
    auto *ok = part<QDialog>("nameDialog")
                   ->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))
                   ->button(QDialogButtonBox::Ok);
    QVERIFY(!ok->isEnabled()); // it needs a name
    part<QLineEdit>("nameEdit")->setText(QStringLiteral("Board"));
    QVERIFY(ok->isEnabled());
    file->setText(QStringLiteral("relative.csv"));
    QVERIFY(!ok->isEnabled());
    file->setText(m_folder->filePath(QStringLiteral("{feed}.csv")));
    ok->click();
    QTRY_COMPARE(stored().size(), 1U);
    const ExportPreset kept = stored().front();
    QCOMPARE(kept.name, QStringLiteral("Board"));
    QCOMPARE(query::print(kept.query.where.front()), QStringLiteral("nps >= 9"));
    QCOMPARE(kept.lists, transfer::Lists::Columns);
    QVERIFY(kept.manifest);
    QCOMPARE(kept.output, m_folder->filePath(QStringLiteral("{feed}.csv")));
    QTRY_COMPARE(part<QComboBox>("presetBox")->currentText(), kept.name);
    dialog->reject();
    QTRY_VERIFY(!m_page->window()->findChild<ExportDialog *>());
    // Later, over another view.
    bar->setConditions({});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(part<RecordTable>("lakeTable")->model()->rowCount(), 22);
    dialog = openDialog();
    pickPreset(kept.name);
    QVERIFY(part<QRadioButton>("savedButton")->isChecked());
    QVERIFY2(part<QRadioButton>("savedButton")->text().contains(QLatin1String("nps >= 9")),
             qPrintable(part<QRadioButton>("savedButton")->text()));
    QCOMPARE(dialog->output(), m_folder->filePath(QStringLiteral("responses.csv")));
    QTRY_VERIFY(part<QLabel>("fileHint")->text().contains(QLatin1String("responses.csv")));
    QTRY_VERIFY(sizeText().startsWith(QLatin1String("4 ")));
    press("exportDialog", QDialogButtonBox::Ok);
    QTRY_VERIFY(part<ExportNotice>("exportNotice")->isVisible());
    QCOMPARE(content(QStringLiteral("responses.csv")).count("\r\n"), 5);
    QVERIFY(!content(QStringLiteral("responses.csv.manifest.json")).isEmpty());
}

void SavedExportsTest::aSelectionIsNotSaved()
{
    part<RecordTable>("lakeTable")->selectAll();
    openDialog();
    QVERIFY(part<QRadioButton>("selectionButton")->isChecked());
    part<QPushButton>("saveButton")->click();
    QVERIFY2(part<QLabel>("nameHint")->text().contains(QLatin1String("selection")),
             qPrintable(part<QLabel>("nameHint")->text()));
    part<QLineEdit>("nameEdit")->setText(QStringLiteral("All"));
    press("nameDialog", QDialogButtonBox::Ok);
    QTRY_COMPARE(stored().size(), 1U);
    QVERIFY(stored().front().query.where.empty());
}

void SavedExportsTest::runsFromTheMenu()
{
    QVERIFY(entry(menu(), QStringLiteral("Board")) == nullptr);
    QVERIFY(!menu()->actions().front()->isEnabled()); // tells that there is none
    put(preset("Board"));
    QTRY_VERIFY(entry(menu(), QStringLiteral("Board")));
    entry(menu(), QStringLiteral("Board"))->trigger();
    QTRY_VERIFY(part<ExportNotice>("exportNotice")->isVisible());
    QCOMPARE(content(QStringLiteral("responses of ACME.csv")), QByteArray("nps\r\n9\r\n10\r\n9\r\n10\r\n"));
    ExportPreset lost = preset("Lost");
    lost.output = m_folder->filePath(QStringLiteral("no/such/folder/x.csv"));
    put(lost);
    QTRY_VERIFY(entry(menu(), QStringLiteral("Lost")));
    entry(menu(), QStringLiteral("Lost"))->trigger();
    QTRY_VERIFY(part<ErrorBanner>("exportBanner")->isVisible());
}

void SavedExportsTest::asksBeforeAFileIsReplaced()
{
    put(preset("Board"));
    const QString name = QStringLiteral("responses of ACME.csv");
    QFile there(m_folder->filePath(name));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
    there.close();
    QTRY_VERIFY(entry(menu(), QStringLiteral("Board")));
    entry(menu(), QStringLiteral("Board"))->trigger();
    QTRY_VERIFY(question());
    QCOMPARE(content(name), QByteArray("mine"));
    question()->reject();
    QTRY_VERIFY(!question());
    QCOMPARE(content(name), QByteArray("mine"));
    entry(menu(), QStringLiteral("Board"))->trigger();
    QTRY_VERIFY(question());
    part<QPushButton>("acceptButton")->click();
    QTRY_VERIFY(content(name).startsWith("nps"));
}

void SavedExportsTest::asksAboutOneFromElsewhere()
{
    QVERIFY(entry(menu(), QStringLiteral("Theirs")) == nullptr);
    put(preset("Board"));
    ExportPreset theirs = preset("Theirs");
    theirs.output = m_folder->filePath(QStringLiteral("theirs.csv"));
    const auto receive = [&] {
        QFile file(m_engine->dataFolder() + QStringLiteral("/exports/theirs.gaugeexport"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(theirs.print().text().toUtf8());
    };
    receive();
    QTRY_VERIFY(entry(menu(), QStringLiteral("Theirs")));
    entry(menu(), QStringLiteral("Theirs"))->trigger();
    QTRY_VERIFY(question());
    QVERIFY(question()->text().contains(QDir::toNativeSeparators(theirs.output)));
    question()->reject();
    QTRY_VERIFY(!question());
    QVERIFY(!QFile::exists(theirs.output));
    entry(menu(), QStringLiteral("Theirs"))->trigger();
    QTRY_VERIFY(question());
    part<QPushButton>("acceptButton")->click();
    QTRY_VERIFY(QFile::exists(theirs.output));
    // It is asked once, and one's own is not asked about at all.
    QVERIFY(QFile::remove(theirs.output));
    QVERIFY(stored().back().unagreed.isEmpty());
    QTRY_VERIFY(m_engine->jobs().isIdle()); // the list is read again
    entry(menu(), QStringLiteral("Theirs"))->trigger();
    QTRY_VERIFY(QFile::exists(theirs.output));
    QVERIFY(!question());
    // A dialog that takes its choices over keeps its own file, and guards formulas.
    theirs.cells.rawFormulas = true;
    theirs.name = QStringLiteral("Raw");
    receive();
    auto *dialog = openDialog();
    const QString file = dialog->output();
    QTRY_VERIFY(part<QComboBox>("presetBox")->findText(theirs.name) >= 0);
    pickPreset(theirs.name);
    QVERIFY(!part<QCheckBox>("formulaCheck")->isChecked());
    QCOMPARE(dialog->output(), file);
    dialog->reject();
    // A name that a shell reads is not even asked about.
    theirs.output = m_folder->filePath(QStringLiteral(".profile"));
    theirs.name = QStringLiteral("Shell");
    receive();
    QTRY_VERIFY(entry(menu(), theirs.name));
    entry(menu(), theirs.name)->trigger();
    QTRY_VERIFY(part<ErrorBanner>("savedBanner")->text().contains(QLatin1String(".profile")));
    QVERIFY(!question() && !QFile::exists(theirs.output));
}

void SavedExportsTest::maskingOnScreenMasksSavedOnes()
{
    ExportPreset csv = preset("Names");
    csv.query.columns = {QStringLiteral("nps"), QStringLiteral("account_name")};
    put(csv);
    ExportPreset json = csv;
    json.name = QStringLiteral("Whole");
    json.format = transfer::formatFromName(QStringLiteral("jsonl"));
    json.output = m_folder->filePath(QStringLiteral("x.jsonl"));
    put(json);
    part<QToolButton>("maskButton")->setChecked(true);
    QTRY_VERIFY(entry(menu(), QStringLiteral("Names")));
    entry(menu(), QStringLiteral("Names"))->trigger();
    QTRY_VERIFY(part<ExportNotice>("exportNotice")->isVisible());
    QVERIFY(content(QStringLiteral("responses of ACME.csv")).startsWith("nps,account_name\r\n9,***\r\n"));
    QVERIFY(part<ExportNotice>("exportNotice")->accessibleName().contains(QLatin1String("masked")));
    entry(menu(), QStringLiteral("Whole"))->trigger();
    QTRY_VERIFY(part<ErrorBanner>("savedBanner")->text().contains(QLatin1String("JSON lines")));
    QVERIFY(!QFile::exists(json.output));
    // What cannot be masked is not saved either.
    auto *dialog = openDialog();
    QVERIFY(part<QCheckBox>("maskCheck")->isChecked());
    part<QRadioButton>("jsonButton")->setChecked(true);
    QVERIFY(!part<QPushButton>("saveButton")->isEnabled());
    part<QCheckBox>("maskCheck")->setChecked(false);
    QVERIFY(part<QPushButton>("saveButton")->isEnabled());
    dialog->reject();
}

void SavedExportsTest::renamesAndRemoves()
{
    const ExportPreset before = preset("Bo & ard");
    put(before);
    QTRY_VERIFY(entry(menu(), QStringLiteral("Bo && ard")));
    entry(menu()->findChild<QMenu *>(QStringLiteral("renameExports")), QStringLiteral("Bo && ard"))
        ->trigger();
    part<QLineEdit>("nameEdit")->setText(QStringLiteral("Monthly"));
    press("nameDialog", QDialogButtonBox::Ok);
    QTRY_VERIFY(entry(menu(), QStringLiteral("Monthly")));
    entry(menu()->findChild<QMenu *>(QStringLiteral("removeExports")), QStringLiteral("Monthly"))->trigger();
    auto *banner = part<ErrorBanner>("savedBanner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(stored().empty());
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(stored().size(), 1U);
    QCOMPARE(stored().front().name, QStringLiteral("Monthly"));
    QCOMPARE(stored().front().query, before.query);
}

QTEST_MAIN(SavedExportsTest)
#include "tst_savedexports.moc"
