// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/joblist.h"
#include "growingsystem.h"
#include "kit/emptystate.h"
#include "kit/errorbanner.h"
#include "pages/explore/explorepage.h"
#include "pages/explore/export/exportstarter.h"
#include "records/cells/display.h"
#include "records/detail/detailpane.h"
#include "records/filter/conditionbar.h"
#include "records/filter/searchfield.h"
#include "records/filter/valuepicker.h"
#include "records/table/recordtable.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QSplitter>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace gauge;
using namespace gauge::ui;
using service::Connection;

class ExplorePageTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void withoutAConnectionItSaysSo();
    void nothingSyncedYetOffersASync();
    void newColumnsAreToldOnceAndChangeNoView();
    void theFirstSyncFillsTheTable();
    void newRecordsAreAnnouncedAndNeverMoveRows();
    void inTheLakesOrderNewRecordsGoBehindTheOthers();
    void filtersAndSearchNarrowAndClear();
    void aRecordIsShownWhole();
    void aBrokenLakeIsToldAndRetried();
    void livePagesForwardsAndBack();
    void liveFailuresAreToldAndRetried();
    void aLiveFetchCanBeCancelled();
    void liveFiltersAreChecked();
    void exportsWhatIsShown();
    void anExportThatFailsIsTold();
    void stateIsKept();
    void selectedRowsAreCounted();
    void maskingHidesPeopleEverywhere();
    void exportsOfAMaskedScreenStartMasked();
    void anotherConnectionHasItsOwnFilters();
    void narrowWindowsPutDetailsBelow();
    void theLanguageChanges();

private:
    Connection save(const QString &name);
    void sync(const Connection &connection);
    void makePage();
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_page->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    //! A part of the lake view or the live view, which have children of the same name.
    template <typename T>
    T *part(const char *view, const char *name) const
    {
        T *found = part<QWidget>(view)->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s in %s", name, view);
        return found;
    }
    [[nodiscard]] int rows() const { return part<RecordTable>("lakeTable")->model()->rowCount(); }
    [[nodiscard]] QString emptyTitle(const char *view) const
    {
        return part<EmptyState>(view, "emptyState")
            ->findChild<QLabel *>(QStringLiteral("titleLabel"))
            ->text();
    }
    void clickEmpty(const char *view) const
    {
        part<EmptyState>(view, "emptyState")
            ->findChild<QPushButton *>(QStringLiteral("actionButton"))
            ->click();
    }
    [[nodiscard]] QString summary() const { return part<QLabel>("summaryLabel")->text(); }
    [[nodiscard]] QString liveCell(int row) const
    {
        return part<RecordTable>("liveTable")->model()->index(row, 0).data().toString();
    }
    QDialog *openExport()
    {
        part<QPushButton>("exportButton")->click();
        return m_page->findChild<QDialog *>(QStringLiteral("exportDialog"));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::GrowingSystem> m_system;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ExplorePage> m_page;
};

void ExplorePageTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<test::GrowingSystem>();
    engine::Options options;
    options.dataFolder = m_folder->filePath(QStringLiteral("data"));
    options.keychain = std::make_shared<vault::MemoryStore>();
    m_engine = std::make_unique<engine::Engine>(options);
    makePage();
}

void ExplorePageTest::makePage()
{
    m_page = std::make_unique<ExplorePage>(*m_engine);
    m_page->resize(1200, 700);
    m_page->show();
}

void ExplorePageTest::cleanup()
{
    m_page.reset();
    m_engine->jobs().cancelAll();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine.reset();
}

Connection ExplorePageTest::save(const QString &name)
{
    engine::NewSecrets secrets;
    secrets.clientSecret = Secret("secret");
    auto *job = m_engine->saveConnection(m_system->connection(name), secrets);
    std::optional<Connection> saved;
    connect(job, &Job::finished, this, [&, job] {
        if (job->state() == Job::State::Succeeded)
            saved = job->result();
    });
    if (!QTest::qWaitFor([&] { return saved.has_value(); }, 20'000))
        qFatal("the connection was not saved");
    return *saved;
}

void ExplorePageTest::sync(const Connection &connection)
{
    sync::SyncPlan plan;
    plan.feeds = m_engine->catalog().endpoints();
    auto *job = m_engine->sync(connection, plan);
    QVERIFY(test::waitFor(*job));
    QVERIFY2(!job->error(), job->error() ? qPrintable(job->error()->text) : "");
}

void ExplorePageTest::withoutAConnectionItSaysSo()
{
    QSignalSpy wanted(m_page.get(), &ExplorePage::connectionRequested);
    QCOMPARE(emptyTitle("lakeView"), QStringLiteral("No connection yet"));
    QVERIFY(!part<QPushButton>("exportButton")->isEnabled());
    clickEmpty("lakeView");
    part<QToolButton>("liveButton")->click();
    QCOMPARE(emptyTitle("liveView"), QStringLiteral("No connection yet"));
    QVERIFY(!part<QPushButton>("fetchButton")->isEnabled());
    clickEmpty("liveView");
    QCOMPARE(wanted.size(), 2);
    m_page->exportCurrent(); // the shortcut works everywhere
    QVERIFY(!m_page->findChild<QDialog *>(QStringLiteral("exportDialog")));
}

void ExplorePageTest::nothingSyncedYetOffersASync()
{
    QSignalSpy wanted(m_page.get(), &ExplorePage::syncRequested);
    m_page->setConnection(save(QStringLiteral("ACME")));
    QTRY_COMPARE(emptyTitle("lakeView"), QStringLiteral("Nothing synced yet"));
    QVERIFY(!part<ErrorBanner>("lakeView", "errorBanner")->isVisible());
    clickEmpty("lakeView");
    QCOMPARE(wanted.size(), 1);
}

void ExplorePageTest::theFirstSyncFillsTheTable()
{
    m_system->responses = 22;
    const Connection connection = save(QStringLiteral("ACME"));
    m_page->setConnection(connection);
    QTRY_COMPARE(emptyTitle("lakeView"), QStringLiteral("Nothing synced yet"));
    sync(connection);
    QTRY_COMPARE(rows(), 22);
    QVERIFY(part<RecordTable>("lakeTable")->isVisible());
    QVERIFY(!part<ErrorBanner>("lakeView", "newsBanner")->isVisible());
    // Scores 0 to 10 twice: 4 promoters, 4 passives, 14 detractors.
    QTRY_COMPARE(summary().section(QStringLiteral(" ("), 0, 0), QStringLiteral("22 responses · NPS −45"));
    QVERIFY2(summary().endsWith(QStringLiteral("▲ 18 %  ● 18 %  ▼ 64 %")), qPrintable(summary()));
    QVERIFY(part<QPushButton>("exportButton")->isEnabled());
    part<QComboBox>("feedBox")->setCurrentIndex(
        part<QComboBox>("feedBox")->findData(QStringLiteral("close-loop")));
    QTRY_COMPARE(emptyTitle("lakeView"), QStringLiteral("Close-loop cases: none yet"));
}

void ExplorePageTest::newRecordsAreAnnouncedAndNeverMoveRows()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 3);
    part<RecordTable>("lakeTable")->model()->sort(0, Qt::DescendingOrder);
    m_system->responses = 5;
    sync(connection);
    auto *news = part<ErrorBanner>("lakeView", "newsBanner");
    QTRY_VERIFY(news->isVisible());
    QVERIFY2(news->text().startsWith(QLatin1String("2 new")), qPrintable(news->text()));
    QCOMPARE(rows(), 3);
    news->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(rows(), 5);
    QVERIFY(!news->isVisible());
    sync(connection); // nothing new, nothing said
    QVERIFY(!news->isVisible());
    // Another connection's records are not announced here.
    const Connection other = save(QStringLiteral("Other"));
    sync(other);
    QVERIFY(!news->isVisible());
    QCOMPARE(rows(), 5);
}

void ExplorePageTest::inTheLakesOrderNewRecordsGoBehindTheOthers()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 3);
    m_system->responses = 5;
    sync(connection);
    QTRY_COMPARE(rows(), 5);
    QVERIFY(!part<ErrorBanner>("lakeView", "newsBanner")->isVisible());
}

void ExplorePageTest::filtersAndSearchNarrowAndClear()
{
    m_system->responses = 22;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 22);
    auto *bar = part<ConditionBar>("conditionBar");
    bar->setConditions({*query::parseCondition(QStringLiteral("nps >= 9"))});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(rows(), 4);
    QTRY_VERIFY2(summary().startsWith(QStringLiteral("4 of 22 responses · NPS +100")), qPrintable(summary()));
    QTest::keyClicks(part<SearchField>("searchField"), QStringLiteral("no such words"));
    QTRY_COMPARE(emptyTitle("lakeView"), QStringLiteral("No matches"));
    QTRY_VERIFY(
        !part<DetailPane>("detailPane")->hasRecord()); // the one that was chosen is not shown any more
    clickEmpty("lakeView");
    QTRY_COMPARE(rows(), 22);
    QTRY_VERIFY(part<DetailPane>("detailPane")->hasRecord());
    QVERIFY(part<SearchField>("searchField")->text().isEmpty());
    QVERIFY(bar->conditions().empty());
    QTest::keyClicks(part<SearchField>("searchField"), QStringLiteral("ACME 21"));
    QTRY_COMPARE(rows(), 1);
    QVERIFY(part<QPushButton>("clearFiltersButton")->isVisible());
    part<QPushButton>("clearFiltersButton")->click();
    QTRY_COMPARE(rows(), 22);
}

void ExplorePageTest::aRecordIsShownWhole()
{
    m_system->responses = 5;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_VERIFY(part<DetailPane>("detailPane")->hasRecord());
    part<RecordTable>("lakeTable")->setCurrentIndex(part<RecordTable>("lakeTable")->model()->index(3, 0));
    QTRY_COMPARE(part<QLabel>("detailPane", "titleLabel")->text(), QStringLiteral("No. 4"));
    QVERIFY(part<QTextBrowser>("sheetView")->toPlainText().contains(QLatin1String("ACME 4")));
    part<QToolButton>("detailPane", "closeButton")->click();
    QVERIFY(!part<DetailPane>("detailPane")->isVisible());
    QVERIFY(!part<QToolButton>("detailsButton")->isChecked());
    part<QToolButton>("detailsButton")->click();
    QVERIFY(part<DetailPane>("detailPane")->isVisible());
}

void ExplorePageTest::aBrokenLakeIsToldAndRetried()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    const QString path = m_engine->lakeOf(connection).text();
    QVERIFY(QFile::copy(path, path + QStringLiteral(".kept")));
    QFile lake(path);
    QVERIFY(lake.open(QIODevice::WriteOnly | QIODevice::Truncate));
    lake.write(QByteArray(8192, 'x'));
    lake.close();
    m_page->setConnection(connection);
    auto *banner = part<ErrorBanner>("lakeView", "errorBanner");
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(emptyTitle("lakeView"), QStringLiteral("Not shown"));
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::rename(path + QStringLiteral(".kept"), path));
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(rows(), 3);
    QVERIFY(!banner->isVisible());
}

void ExplorePageTest::livePagesForwardsAndBack()
{
    m_system->responses = 5;
    m_page->setConnection(save(QStringLiteral("ACME")));
    part<QToolButton>("liveButton")->click();
    QCOMPARE(emptyTitle("liveView"), QStringLiteral("Straight from the service"));
    part<QSpinBox>("perPageBox")->setValue(2);
    auto *next = part<QPushButton>("nextButton");
    auto *previous = part<QPushButton>("previousButton");
    auto *label = part<QLabel>("pageLabel");
    QVERIFY(!next->isEnabled());
    part<QPushButton>("fetchButton")->click();
    QTRY_COMPARE(label->text(), QStringLiteral("Page 1 · 2 records"));
    QVERIFY(!previous->isEnabled());
    QCOMPARE(liveCell(0), QStringLiteral("1"));
    next->click();
    QTRY_COMPARE(liveCell(0), QStringLiteral("3"));
    next->click();
    QTRY_COMPARE(label->text(), QStringLiteral("Page 3 · 1 records"));
    next->click();
    auto *banner = part<ErrorBanner>("liveView", "banner");
    QTRY_VERIFY(banner->text().contains(QLatin1String("reached the end")));
    QCOMPARE(liveCell(0), QStringLiteral("5")); // the last page stays
    QVERIFY(!next->isEnabled());
    previous->click();
    QTRY_COMPARE(liveCell(0), QStringLiteral("3"));
    previous->click();
    QTRY_COMPARE(label->text(), QStringLiteral("Page 1 · 2 records"));
    QVERIFY(!banner->isVisible());
    QVERIFY(next->isEnabled());
    // Every parameter is repeated, and all that with[] offers was asked for.
    for (const QString &page : std::as_const(m_system->pages)) {
        QVERIFY2(page.contains(QLatin1String("per_page=2")) && page.contains(QLatin1String("with[]=tags")),
                 qPrintable(page));
    }
    QVERIFY(part<DetailPane>("detailPane")->hasRecord());
    QVERIFY(!part<QPushButton>("exportButton")->isEnabled());
    QVERIFY(!QFile::exists(m_engine->lakeOf(m_system->connection(QStringLiteral("ACME"))).text()));
}

void ExplorePageTest::liveFailuresAreToldAndRetried()
{
    m_system->responses = 5;
    m_system->instead = test::Answer::json(R"({"message":"Forbidden."})", 403);
    m_page->setConnection(save(QStringLiteral("ACME")));
    part<QToolButton>("liveButton")->click();
    part<QPushButton>("fetchButton")->click();
    auto *banner = part<ErrorBanner>("liveView", "banner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(!banner->text().isEmpty());
    QVERIFY(part<QPushButton>("fetchButton")->isEnabled());
    m_system->instead.reset();
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_COMPARE(liveCell(0), QStringLiteral("1"));
    QVERIFY(!banner->isVisible());
    m_system->responses = 0;
    part<QPushButton>("fetchButton")->click();
    QTRY_COMPARE(emptyTitle("liveView"), QStringLiteral("No records"));
}

void ExplorePageTest::aLiveFetchCanBeCancelled()
{
    m_system->instead = test::Answer::silence();
    m_page->setConnection(save(QStringLiteral("ACME")));
    part<QToolButton>("liveButton")->click();
    part<QPushButton>("fetchButton")->click();
    QTRY_COMPARE(m_system->pages.size(), 1);
    auto *cancel = part<QPushButton>("busyStrip", "cancelButton");
    QVERIFY(cancel->isVisible());
    QVERIFY(!part<QPushButton>("fetchButton")->isEnabled());
    cancel->click();
    QTRY_VERIFY(part<QPushButton>("fetchButton")->isEnabled());
    QVERIFY(!part<ErrorBanner>("liveView", "banner")->isVisible());
}

void ExplorePageTest::liveFiltersAreChecked()
{
    m_page->setConnection(save(QStringLiteral("ACME")));
    part<QToolButton>("liveButton")->click();
    part<QLineEdit>("liveView", "numberEdit")->setText(QStringLiteral("12x"));
    part<QPushButton>("fetchButton")->click();
    QVERIFY(part<ErrorBanner>("liveView", "banner")->isVisible());
    QVERIFY(m_system->pages.isEmpty());
    part<QLineEdit>("liveView", "numberEdit")->setText(QStringLiteral("12"));
    part<QPushButton>("fetchButton")->click();
    QTRY_COMPARE(m_system->pages.size(), 1);
    QVERIFY(m_system->pages.front().contains(QLatin1String("number_customergauge=12")));
}

void ExplorePageTest::exportsWhatIsShown()
{
    m_system->responses = 22;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 22);
    auto *bar = part<ConditionBar>("conditionBar");
    bar->setConditions({*query::parseCondition(QStringLiteral("nps = 10"))});
    Q_EMIT bar->conditionsChanged();
    QTRY_COMPARE(rows(), 2);
    QDialog *dialog = openExport();
    QVERIFY(dialog);
    const QString output = m_folder->filePath(QStringLiteral("out.csv"));
    dialog->findChild<QComboBox *>(QStringLiteral("readerBox"))->setCurrentIndex(1);
    dialog->findChild<QLineEdit *>(QStringLiteral("fileEdit"))->setText(output);
    dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
    auto *notice = part<ExportNotice>("exportNotice");
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(part<QLabel>("exportNotice", "textLabel")->text(), QStringLiteral("Exported 2 rows to out.csv"));
    part<QPushButton>("copyPathButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), output);
    notice->showExport(2, QStringLiteral("/x/out.xlsx"), QStringLiteral("One text was cut."));
    QCOMPARE(part<QLabel>("exportNotice", "textLabel")->text(),
             QStringLiteral("Exported 2 rows to out.xlsx. One text was cut."));
    QFile file(output);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QVERIFY2(lines[0].startsWith("No.,NPS,"), lines[0].constData());
    QVERIFY2(lines[1].startsWith("10,10,"), lines[1].constData());
    QVERIFY(lines[1].contains("'=cmd 10"));
    // The choice is remembered, over a restart of the program too.
    const QByteArray state = m_page->saveState();
    makePage();
    m_page->restoreState(state);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 2);
    dialog = openExport();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("readerBox"))->currentIndex(), 1);
    QVERIFY(dialog->findChild<QLineEdit *>(QStringLiteral("fileEdit"))->text().startsWith(m_folder->path()));
}

void ExplorePageTest::anExportThatFailsIsTold()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 3);
    QDialog *dialog = openExport();
    QVERIFY(dialog);
    const QString folder = m_folder->filePath(QStringLiteral("short-lived"));
    QVERIFY(QDir().mkdir(folder));
    dialog->findChild<QLineEdit *>(QStringLiteral("fileEdit"))->setText(folder + QStringLiteral("/x.csv"));
    QVERIFY(QDir().rmdir(folder));
    dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(part<ErrorBanner>("exportBanner")->isVisible());
    QVERIFY(!part<ExportNotice>("exportNotice")->isVisible());
}

void ExplorePageTest::stateIsKept()
{
    m_system->responses = 22;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 22);
    auto *table = part<RecordTable>("lakeTable");
    table->setColumnWidth(1, 111);
    table->freezeUpTo(1);
    table->setTallRows(true);
    table->model()->sort(0, Qt::DescendingOrder);
    QTest::keyClicks(part<SearchField>("searchField"), QStringLiteral("ACME"));
    QTRY_COMPARE(table->records()->keyOf(0) > table->records()->keyOf(1), true);
    QTest::keyClick(part<SearchField>("searchField"), Qt::Key_Return);
    part<QToolButton>("detailsButton")->click();
    const QByteArray state = m_page->saveState();
    makePage();
    m_page->setConnection(connection);
    m_page->restoreState(state);
    QTRY_COMPARE(rows(), 22);
    QCOMPARE(part<SearchField>("searchField")->text(), QStringLiteral("ACME"));
    QCOMPARE(part<RecordTable>("lakeTable")->columnWidth(1), 111);
    QVERIFY(part<RecordTable>("lakeTable")->records()->sorting().front().descending);
    QCOMPARE(part<RecordTable>("lakeTable")->frozenColumns(), 2);
    QVERIFY(part<RecordTable>("lakeTable")->hasTallRows());
    // Another feed has its own.
    auto *feeds = part<QComboBox>("feedBox");
    const int shown = feeds->currentIndex();
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("close-loop")));
    QCOMPARE(part<RecordTable>("lakeTable")->frozenColumns(), 0);
    QVERIFY(!part<RecordTable>("lakeTable")->hasTallRows());
    feeds->setCurrentIndex(shown);
    QTRY_COMPARE(part<RecordTable>("lakeTable")->frozenColumns(), 2);
    QVERIFY(!part<DetailPane>("detailPane")->isVisible());
    m_page->restoreState("nonsense");
    m_page->restoreState(R"({"feed":"no-such","feeds":7,"export":[],"splitter":"%%"})");
    QVERIFY(part<QComboBox>("feedBox")->currentIndex() >= 0);
}

void ExplorePageTest::selectedRowsAreCounted()
{
    m_system->responses = 22;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 22);
    auto *table = part<RecordTable>("lakeTable");
    table->selectRow(3);
    QVERIFY2(summary().endsWith(QStringLiteral(" · 1 of 22 selected")), qPrintable(summary()));
    QVERIFY(part<QLabel>("summaryLabel")->accessibleName().endsWith(QLatin1String("; 1 of 22 selected")));
    table->selectAll();
    QVERIFY2(summary().endsWith(QStringLiteral(" · 22 of 22 selected")), qPrintable(summary()));
    table->model()->sort(0, Qt::DescendingOrder); // nothing is selected in the new order
    QTRY_VERIFY2(!summary().contains(QLatin1String("selected")), qPrintable(summary()));
}

void ExplorePageTest::maskingHidesPeopleEverywhere()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 3);
    auto *table = part<RecordTable>("lakeTable");
    const int account = table->records()->columnOf(QStringLiteral("account_name"));
    const auto shown
        = [&](const RecordTable *in) { return in->records()->index(1, account).data().toString(); };
    QTRY_COMPARE(shown(table), QStringLiteral("ACME 2"));
    QVERIFY(!part<QWidget>("maskLine")->isVisible());
    auto *mask = part<QToolButton>("maskButton");
    QCOMPARE(mask->accessibleName(), QStringLiteral("Mask personal data"));
    mask->click();
    QVERIFY(part<QWidget>("maskLine")->isVisible());
    QCOMPARE(shown(table), QStringLiteral("***"));
    table->setCurrentIndex(table->records()->index(1, 0));
    QTRY_COMPARE(part<QLabel>("detailPane", "titleLabel")->text(), QStringLiteral("No. 2"));
    QVERIFY(!part<QTextBrowser>("sheetView")->toPlainText().contains(QLatin1String("ACME")));
    // Nor are names offered to be filtered by.
    const catalog::Endpoint feed = *m_engine->catalog().find(QStringLiteral("responses"));
    const std::vector<lake::LakeColumn> columns = display::columnsOf(feed);
    const auto named = std::find_if(columns.begin(), columns.end(), [](const lake::LakeColumn &column) {
        return column.name == QLatin1String("account_name");
    });
    part<ValuePicker>("conditionPopup", "picker")->list(*named, {});
    QTRY_VERIFY(part<QLabel>("conditionPopup", "valueNote")->text().contains(QLatin1String("masked")));
    QCOMPARE(part<QAbstractItemView>("conditionPopup", "valueList")->model()->rowCount(), 0);
    part<QToolButton>("liveButton")->click();
    part<QPushButton>("fetchButton")->click();
    const auto *live = part<RecordTable>("liveTable");
    QTRY_COMPARE(live->model()->rowCount(), 3);
    QCOMPARE(live->records()->index(1, live->records()->columnOf(QStringLiteral("account_name"))).data(),
             QStringLiteral("***"));
    // From one start to the next, before anything is shown.
    const QByteArray state = m_page->saveState();
    makePage();
    m_page->restoreState(state);
    QVERIFY(part<QWidget>("maskLine")->isVisible());
    m_page->setConnection(connection);
    part<QToolButton>("lakeButton")->click();
    QTRY_COMPARE(rows(), 3);
    QTRY_COMPARE(shown(part<RecordTable>("lakeTable")), QStringLiteral("***"));
    part<QToolButton>("maskButton")->click();
    QVERIFY(!part<QWidget>("maskLine")->isVisible());
    QTRY_COMPARE(shown(part<RecordTable>("lakeTable")), QStringLiteral("ACME 2"));
}

void ExplorePageTest::exportsOfAMaskedScreenStartMasked()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 3);
    const auto masks = [](const QDialog *dialog) {
        return dialog->findChild<QCheckBox *>(QStringLiteral("maskCheck"))->isChecked();
    };
    part<QToolButton>("maskButton")->click();
    QDialog *dialog = openExport();
    QVERIFY(dialog);
    QVERIFY(masks(dialog));
    const QString output = m_folder->filePath(QStringLiteral("masked.csv"));
    dialog->findChild<QLineEdit *>(QStringLiteral("fileEdit"))->setText(output);
    dialog->findChild<QDialogButtonBox *>(QStringLiteral("buttons"))->button(QDialogButtonBox::Ok)->click();
    QTRY_VERIFY(part<ExportNotice>("exportNotice")->isVisible());
    QFile file(output);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray content = file.readAll();
    QVERIFY2(content.contains("***") && !content.contains("ACME"), content.constData());
    // The screen's choice does not become that of exports.
    part<QToolButton>("maskButton")->click();
    QTRY_VERIFY(!m_page->findChild<QDialog *>(QStringLiteral("exportDialog")));
    dialog = openExport();
    QVERIFY(dialog);
    QVERIFY(!masks(dialog));
}

void ExplorePageTest::anotherConnectionHasItsOwnFilters()
{
    m_system->responses = 5;
    const Connection first = save(QStringLiteral("ACME"));
    const Connection second = save(QStringLiteral("Other"));
    sync(first);
    sync(second);
    m_page->setConnection(first);
    QTRY_COMPARE(rows(), 5);
    QTest::keyClicks(part<SearchField>("searchField"), QStringLiteral("ACME 3"));
    QTRY_COMPARE(rows(), 1);
    m_page->setConnection(second);
    QTRY_COMPARE(rows(), 5);
    QVERIFY(part<SearchField>("searchField")->text().isEmpty());
    m_page->setConnection({});
    QTRY_COMPARE(emptyTitle("lakeView"), QStringLiteral("No connection yet"));
}

void ExplorePageTest::narrowWindowsPutDetailsBelow()
{
    auto *splitter = part<QSplitter>("splitter");
    QCOMPARE(splitter->orientation(), Qt::Horizontal);
    m_page->resize(800, 700);
    QTRY_COMPARE(splitter->orientation(), Qt::Vertical);
    QCOMPARE(part<QToolButton>("maskButton")->toolButtonStyle(),
             Qt::ToolButtonIconOnly); // room for the search
    QVERIFY2(m_page->minimumSizeHint().width() <= 800,
             qPrintable(QString::number(m_page->minimumSizeHint().width())));
    m_page->resize(1200, 700);
    QTRY_COMPARE(splitter->orientation(), Qt::Horizontal);
}

void ExplorePageTest::theLanguageChanges()
{
    m_system->responses = 3;
    const Connection connection = save(QStringLiteral("ACME"));
    sync(connection);
    m_page->setConnection(connection);
    QTRY_COMPARE(rows(), 3);
    part<QComboBox>("feedBox")->setCurrentIndex(0);
    const QString feed = part<QComboBox>("feedBox")->currentData().toString();
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(m_page.get(), &language);
    QCOMPARE(part<QComboBox>("feedBox")->currentData().toString(), feed);
}

void ExplorePageTest::newColumnsAreToldOnceAndChangeNoView()
{
    m_system->responses = 3;
    m_system->more = R"(,"region":"EU")";
    const Connection connection = save(QStringLiteral("ACME"));
    m_page->setConnection(connection);
    sync(connection);
    QTRY_COMPARE(rows(), 3);
    auto *banner = part<ErrorBanner>("columnsBanner");
    QVERIFY(!banner->isVisible()); // at first every column is new
    const auto columns = [this] {
        const QJsonObject feeds
            = QJsonDocument::fromJson(m_page->saveState()).object()[QLatin1String("feeds")].toObject();
        return feeds[QLatin1String("responses")].toObject()[QLatin1String("columns")].toArray();
    };
    const QJsonArray before = columns();
    QVERIFY(before.contains(QStringLiteral("other.region")));

    m_system->responses = 5;
    m_system->more = R"(,"region":"EU","tier":"gold")";
    sync(connection);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QLatin1String("Responses: 1 new column: other.tier")),
             qPrintable(banner->text()));
    QTRY_COMPARE(rows(), 5);
    QCOMPARE(columns(), before);

    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(!banner->isVisible());
    QTRY_VERIFY(m_page->findChild<QDialog *>(QStringLiteral("columnChooser")));
    auto *chooser = m_page->findChild<QDialog *>(QStringLiteral("columnChooser"));
    const auto *tree = chooser->findChild<QTreeWidget *>(QStringLiteral("tree"));
    const QList<QTreeWidgetItem *> found
        = tree->findItems(QStringLiteral("tier"), Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.front()->checkState(0), Qt::Unchecked);
    chooser->reject();
    QCOMPARE(columns(), before);

    m_system->responses = 6;
    sync(connection);
    QTRY_COMPARE(rows(), 6);
    QVERIFY(!banner->isVisible());
}

QTEST_MAIN(ExplorePageTest)
#include "tst_explorepage.moc"
