// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartpanel.h"
#include "charts/chartview.h"
#include "engine/joblist.h"
#include "kit/errorbanner.h"
#include "kit/language.h"
#include "lake/write/lakewriter.h"
#include "lake/write/uploadjournal.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/workspace.h"
#include "pages/upload/uploadpage.h"
#include "records/filter/conditionbar.h"
#include "service/pageparser.h"
#include "support/fakesystem.h"
#include "support/testcase.h"
#include "support/waiting.h"
#include "vault/credentialstore.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QTreeWidget>

#include <array>

using namespace gauge;
using service::Connection;
using test::FakeSystem;
using ui::MainWindow;
using ui::Page;

class MainWindowTest : public test::TestCase
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theFirstStartAsksToConnect();
    void sampleDataShowsRowsWithoutFurtherClicks();
    void connectingSyncsAndShowsRows();
    void pagesByShortcut();
    void theDashboardOpensItsRecordsInExplore();
    void readsAgainFromTheJobsPage();
    void aRefusedSyncIsABannerWithOneAction();
    void aSecretOfOneSessionIsAskedAgain();
    void anUnreadableListIsToldAndTriedAgain();
    void aFolderThatOthersCanChangeIsToldAndLeftAlone();
    void theSwitcherChangesTheConnection();
    void theLanguageSwitchesAtOnceAndStays();
    void remembersPageConnectionAndSize();
    void closingWaitsForJobsWithoutBlocking();
    void closingAsksWhileAJobRuns();
    void anUnfinishedUploadIsOffered();
    void reconcilesFromTheTableOfTheVanished();
    void remembersWhatIsProvisional();
    void namesTheTablesOfTheLocalCopy();
    void remembersNoSecret();
    void remembersNothingOfARemovedConnection();
    void whatWasSentOpensInExplore();
    void aConnectionIsEditedFromTheUploadPage();
    void anInterruptedSyncIsSaidOnEveryPageAndResumed();
    void aTroubleThatWasDismissedStaysAway();
    void aFailedSyncStaysUntilOneSucceeds();
    void aPausedSyncSaysUntilWhen();
    void aRemedyIsWhatTheNextSyncMay();
    void anotherPlaceOfTheLocalCopyIsFollowed();

private:
    //! Stores records of non-responses by a sync that was killed.
    void interrupt(const Connection &connection);
    void interruptUpload(const Connection &connection, const QString &file);
    void open();
    void close();
    Connection save(const QString &name, service::SecretPlace place = service::SecretPlace::Keychain);
    template <typename T>
    T *part(const char *name) const
    {
        T *found = m_window->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    template <typename T>
    T *part(const char *parent, const char *name) const
    {
        T *found = part<QWidget>(parent)->findChild<T *>(QLatin1String(name));
        if (!found)
            qFatal("no %s in %s", name, parent);
        return found;
    }
    bool isShown(const char *page) const
    {
        return part<QStackedWidget>("pages")->currentWidget() == part<QWidget>(page);
    }
    bool rowsAppear(int atLeast) const
    {
        return QTest::qWaitFor(
            [=, this] { return part<QAbstractItemView>("lakeTable")->model()->rowCount() >= atLeast; },
            60'000);
    }
    void pressKeys(QKeySequence keys) { QTest::keySequence(m_window.get(), keys); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSystem> m_system;
    std::shared_ptr<vault::MemoryStore> m_keychain;
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_system = std::make_unique<FakeSystem>();
    m_keychain = std::make_shared<vault::MemoryStore>();
    open();
}

void MainWindowTest::cleanup()
{
    close();
}

//! A start of the program on the same folder and keychain.
void MainWindowTest::open()
{
    engine::Options options;
    options.dataFolder = m_folder->path();
    options.keychain = m_keychain;
    options.sandboxProgram = qEnvironmentVariable("GAUGE_SANDBOX");
    options.sampleRecords = 500;
    m_engine = std::make_unique<engine::Engine>(options);
    m_language = std::make_unique<ui::Language>();
    m_window = std::make_unique<MainWindow>(*m_engine, *m_language, m_folder->path());
    m_window->show();
    m_window->load();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }));
}

void MainWindowTest::close()
{
    m_window->quit();
    QVERIFY(QTest::qWaitFor([this] { return !m_window->isVisible() && m_engine->jobs().isIdle(); }, 30'000));
    m_window.reset();
    m_language.reset();
    m_engine.reset();
}

Connection MainWindowTest::save(const QString &name, service::SecretPlace place)
{
    Connection connection = m_system->connection(name);
    connection.secretPlace = place;
    auto *job = m_engine->saveConnection(connection, {Secret(FakeSystem::clientSecret), {}});
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    if (!QTest::qWaitFor(
            [&] { return !connection.id.isEmpty() && m_engine->jobs().isIdle() && isShown("explorePage"); }))
        qFatal("not saved");
    return connection;
}

void MainWindowTest::theFirstStartAsksToConnect()
{
    QVERIFY(isShown("firstStartPage"));
    QVERIFY(!part<QWidget>("sideBar")->isVisible());
    QVERIFY(!part<QAction>("actionSync")->isEnabled());
    QVERIFY(!part<QAction>("actionExport")->isEnabled());
    part<QAction>("actionSettings")->trigger();
    QVERIFY(isShown("settingsPage"));
    QVERIFY(part<QWidget>("sideBar")->isVisible());
    part<QAction>("actionExplore")->trigger();
    QVERIFY(isShown("firstStartPage"));
}

void MainWindowTest::sampleDataShowsRowsWithoutFurtherClicks()
{
    part<QWidget>("firstStartPage")->findChild<QPushButton *>(QStringLiteral("sampleButton"))->click();
    QVERIFY(QTest::qWaitFor([this] { return isShown("explorePage"); }, 30'000));
    QVERIFY(rowsAppear(500));
    QVERIFY(part<QToolButton>("connectionButton")->isEnabled());
    QVERIFY(!part<QWidget>("syncBanner")->isVisible());
}

void MainWindowTest::connectingSyncsAndShowsRows()
{
    auto *editor = part<QWidget>("firstEditor");
    editor->findChild<QRadioButton *>(QStringLiteral("regionCustom"))->setChecked(true);
    const auto type = [&](const char *name, const QString &text) {
        editor->findChild<QLineEdit *>(QLatin1String(name))->setText(text);
    };
    for (const char *name : {"authUrlEdit", "apiUrlEdit", "importsUrlEdit"})
        type(name, m_system->server().url().toString());
    type("nameEdit", QStringLiteral("A & B"));
    type("clientIdEdit", QLatin1String(FakeSystem::clientId));
    type("secretEdit", QLatin1String(FakeSystem::clientSecret));
    QTest::keyClick(editor->findChild<QLineEdit *>(QStringLiteral("secretEdit")), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([this] { return isShown("explorePage"); }, 30'000));
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(m_window->windowTitle().startsWith(QLatin1String("A & B")));
    QVERIFY(part<QToolButton>("connectionButton")->text().startsWith(QLatin1String("A && B")));
}

void MainWindowTest::readsAgainFromTheJobsPage()
{
    save(QStringLiteral("ACME"));
    m_window->showPage(Page::Jobs);
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(3));
    QTRY_VERIFY(part<QPushButton>("jobsPage", "readAgainButton")->isEnabled());
    part<QPushButton>("jobsPage", "readAgainButton")->click();
    part<QRadioButton>("readAgainDialog", "compareButton")->setChecked(true);
    part<QDialogButtonBox>("readAgainDialog", "buttons")->button(QDialogButtonBox::Ok)->click();
    const auto *job = qobject_cast<sync::VerifyJob *>(m_engine->jobs().listed().constFirst());
    QVERIFY(job);
    QTRY_COMPARE(job->state(), Job::State::Succeeded);
    QCOMPARE(job->counts(), (sync::VerifyCounts{3, 0, 0, 0}));
    QTRY_VERIFY(part<QLabel>("jobsPage", "outcomeLabel")->text().contains(QLatin1String("nothing to do")));

    QTRY_VERIFY(!m_window->findChild<QDialog *>(QStringLiteral("readAgainDialog")));
    part<QPushButton>("jobsPage", "readAgainButton")->click();
    part<QRadioButton>("readAgainDialog", "reconcileButton")->setChecked(true);
    part<QDialogButtonBox>("readAgainDialog", "buttons")->button(QDialogButtonBox::Ok)->click();
    const auto *reconcile = qobject_cast<sync::SyncJob *>(m_engine->jobs().listed().constFirst());
    QVERIFY(reconcile);
    QCOMPARE(reconcile->kind(), lake::SyncKind::Reconcile);
    QVERIFY(!part<QPushButton>("jobsPage", "readAgainButton")->isEnabled());
    QTRY_COMPARE(reconcile->state(), Job::State::Succeeded);
    QVERIFY(part<QPushButton>("jobsPage", "readAgainButton")->isEnabled());
    // The same is written down in the lake.
    part<QTabWidget>("jobsPage", "tabs")->setCurrentIndex(1);
    QTRY_VERIFY(part<QAbstractItemView>("jobsPage", "historyTable")->model()->rowCount() > 1);
}

void MainWindowTest::pagesByShortcut()
{
    save(QStringLiteral("ACME"));
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pressKeys(Qt::CTRL | Qt::Key_2);
    QVERIFY(isShown("dashboardPage"));
    pressKeys(Qt::CTRL | Qt::Key_3);
    QVERIFY(isShown("uploadPage"));
    pressKeys(Qt::CTRL | Qt::Key_4);
    QVERIFY(isShown("jobsPage"));
    QCOMPARE(part<QListWidget>("navigation")->currentRow(), int(Page::Jobs));
    pressKeys(Qt::CTRL | Qt::Key_5);
    QVERIFY(isShown("connectionsPage"));
    pressKeys(Qt::CTRL | Qt::Key_Comma);
    QVERIFY(isShown("settingsPage"));
    pressKeys(Qt::CTRL | Qt::Key_1);
    QVERIFY(isShown("explorePage"));
    auto *navigation = part<QListWidget>("navigation");
    navigation->setFocus();
    QTest::keyClick(navigation, Qt::Key_Down);
    QVERIFY(isShown("dashboardPage"));
}

void MainWindowTest::theDashboardOpensItsRecordsInExplore()
{
    m_system->records = 22; // fewer than five would not be told
    save(QStringLiteral("ACME"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    part<QAction>("actionDashboard")->trigger();
    QVERIFY(isShown("dashboardPage"));
    auto *panel = part<ui::ChartPanel>("distributionPanel");
    QTRY_COMPARE(panel->chart().rowCount(), 11);
    panel->view()->setCurrent(panel->chart().index(9, 2));
    QTest::keyClick(panel->view(), Qt::Key_Return);
    QVERIFY(isShown("explorePage"));
    const std::vector<query::Filter> nines{*query::parseFilter(QStringLiteral("nps = 9"))};
    QCOMPARE(part<ui::ConditionBar>("conditionBar")->conditions(), nines);
    // One filter for both: what is cleared there is cleared here.
    part<QAbstractButton>("clearFiltersButton")->click();
    QVERIFY(part<ui::ConditionBar>("dashboardConditions")->conditions().empty());
}

void MainWindowTest::aRefusedSyncIsABannerWithOneAction()
{
    save(QStringLiteral("ACME"));
    m_system->server().expect("POST", "/oauth2/token",
                              test::Answer::json(R"({"error":"invalid_client"})", 401));
    part<QAction>("actionSync")->trigger();
    auto *banner = part<ui::ErrorBanner>("syncBanner");
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }, 20'000));
    QVERIFY(banner->copyText().contains(QLatin1String("unauthorized")));
    QVERIFY(!banner->copyText().contains(QLatin1String("CANARY")));
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(!banner->isVisible());
}

void MainWindowTest::aSecretOfOneSessionIsAskedAgain()
{
    save(QStringLiteral("ACME"), service::SecretPlace::Session);
    close();
    open();
    QVERIFY(isShown("explorePage"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(QTest::qWaitFor([this] { return isShown("connectionsPage"); }));
    auto *editor = part<QWidget>("connectionEditor");
    QVERIFY(editor->isVisible());
    QVERIFY(editor->findChild<ui::ErrorBanner *>()->isVisible());
    auto *secret = editor->findChild<QLineEdit *>(QStringLiteral("secretEdit"));
    QVERIFY(secret->text().isEmpty());
    secret->setText(QLatin1String(FakeSystem::clientSecret));
    editor->findChild<QPushButton *>(QStringLiteral("saveButton"))->click();
    QVERIFY(QTest::qWaitFor([this] { return isShown("explorePage"); }));
    QVERIFY(rowsAppear(m_system->records));
}

void MainWindowTest::anUnreadableListIsToldAndTriedAgain()
{
    close();
    QFile file(m_folder->path() + QStringLiteral("/connections.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[{");
    file.close();
    open();
    auto *banner = part<ui::ErrorBanner>("firstStartBanner");
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }));
    QVERIFY(file.remove());
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }));
    QVERIFY(isShown("firstStartPage"));
}

void MainWindowTest::aFolderThatOthersCanChangeIsToldAndLeftAlone()
{
#ifndef Q_OS_WIN // where folders of a profile inherit their rights
    save(QStringLiteral("Alpha"));
    close();
    QFile::remove(m_folder->path() + QStringLiteral("/window.ini"));
    const QFile::Permissions before = QFile::permissions(m_folder->path());
    QVERIFY(QFile::setPermissions(m_folder->path(), before | QFile::WriteOther | QFile::ExeOther));
    open();
    auto *banner = part<ui::ErrorBanner>("firstStartBanner");
    QVERIFY(QTest::qWaitFor([&] { return banner->isVisible(); }));
    close();
    QVERIFY(!QFile::exists(m_folder->path() + QStringLiteral("/window.ini")));
    QVERIFY(QFile::permissions(m_folder->path()) & QFile::WriteOther); // as somebody has set it
    QVERIFY(QFile::setPermissions(m_folder->path(), before));
    open();
    QVERIFY(m_window->windowTitle().startsWith(QLatin1String("Alpha")));
#endif
}

void MainWindowTest::theSwitcherChangesTheConnection()
{
    save(QStringLiteral("Alpha"));
    const Connection beta = save(QStringLiteral("Beta"));
    QVERIFY(m_window->windowTitle().startsWith(QLatin1String("Alpha")));
    auto *menu = part<QMenu>("connectionMenu");
    Q_EMIT menu->aboutToShow();
    QCOMPARE(menu->actions().size(), 4); // two connections, a line, all connections
    menu->actions().at(1)->trigger();
    QVERIFY(m_window->windowTitle().startsWith(QLatin1String("Beta")));
    menu->actions().constLast()->trigger();
    QVERIFY(isShown("connectionsPage"));
}

void MainWindowTest::theLanguageSwitchesAtOnceAndStays()
{
    save(QStringLiteral("ACME"));
    auto *box = part<QComboBox>("languageBox");
    const auto choose = [&](const QString &code) {
        box->setCurrentIndex(box->findData(code));
        Q_EMIT box->activated(box->currentIndex());
        QCoreApplication::processEvents();
    };
    choose(QStringLiteral("nl"));
    QCOMPARE(m_language->current(), QStringLiteral("nl"));
    QCOMPARE(QLocale().toString(1'000'000), QStringLiteral("1.000.000"));
    close();
    open();
    QCOMPARE(m_language->current(), QStringLiteral("nl"));
    QCOMPARE(part<QComboBox>("languageBox")->currentData().toString(), QStringLiteral("nl"));
}

void MainWindowTest::remembersPageConnectionAndSize()
{
    save(QStringLiteral("Alpha"));
    save(QStringLiteral("Beta"));
    auto *menu = part<QMenu>("connectionMenu");
    Q_EMIT menu->aboutToShow();
    menu->actions().at(1)->trigger();
    m_window->resize(780, 560);
    m_window->showPage(Page::Jobs);
    close();
    open();
    QCOMPARE(m_window->page(), Page::Jobs);
    QVERIFY(isShown("jobsPage"));
    QVERIFY(m_window->windowTitle().startsWith(QLatin1String("Beta")));
    QCOMPARE(m_window->size(), QSize(780, 560));
}

void MainWindowTest::closingWaitsForJobsWithoutBlocking()
{
    save(QStringLiteral("ACME"));
    m_system->silent = true;
    part<QAction>("actionSync")->trigger();
    QVERIFY(QTest::qWaitFor([this] { return m_system->server().requests.size() >= 2; }, 20'000));
    QElapsedTimer timer;
    timer.start();
    m_window->quit();
    QVERIFY2(timer.elapsed() < 100, "closing must not wait");
    QVERIFY(m_window->isVisible());
    QVERIFY(part<QToolButton>("wordsButton")->accessibleName().startsWith(QLatin1String("Closing")));
    QVERIFY(QTest::qWaitFor([this] { return !m_window->isVisible(); }, 20'000));
    QVERIFY(m_engine->jobs().isIdle());
}

//! Whoever closes by mistake loses nothing.
void MainWindowTest::closingAsksWhileAJobRuns()
{
    save(QStringLiteral("ACME"));
    m_system->silent = true;
    part<QAction>("actionSync")->trigger();
    QVERIFY(QTest::qWaitFor([this] { return m_system->server().requests.size() >= 2; }, 20'000));
    const auto question = [this] { return m_window->findChild<QMessageBox *>("quitQuestion"); };
    pressKeys(Qt::CTRL | Qt::Key_Q);
    QTRY_VERIFY(question());
    QVERIFY(question()->isVisible());
    QCOMPARE(question()->defaultButton()->objectName(), QStringLiteral("keepButton"));
    QVERIFY(question()->informativeText().contains(m_engine->jobs().listed().front()->title()));
    // Asked once, however often somebody closes.
    QVERIFY(!m_window->close());
    QCOMPARE(m_window->findChildren<QMessageBox *>("quitQuestion").size(), 1);
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(m_window->isVisible());
    QVERIFY(!m_engine->jobs().listed().front()->isCancelling());
    QVERIFY(!m_engine->jobs().isIdle());
    QVERIFY(!m_window->close());
    QTest::keyClick(question(), Qt::Key_Return); // the default
    QTRY_VERIFY(!question());
    QVERIFY(!m_engine->jobs().isIdle());
    QVERIFY(!m_window->close());
    question()->findChild<QPushButton *>("stopButton")->click();
    QVERIFY(QTest::qWaitFor([this] { return !m_window->isVisible(); }, 20'000));
    QVERIFY(m_engine->jobs().isIdle());
}

//! Three rows of which the first was sent, by a program that was killed.
void MainWindowTest::interruptUpload(const Connection &connection, const QString &file)
{
    auto journal = lake::UploadJournal::open(m_engine->lakeOf(connection), m_engine->catalog(),
                                             m_engine->sharedClock());
    QVERIFY(journal);
    lake::UploadEntry about;
    about.connection = connection.name;
    about.configuration = QStringLiteral("activities");
    about.recordType = QStringLiteral("activities");
    about.file = QFileInfo(file).fileName();
    about.folder = QFileInfo(file).absolutePath();
    about.sha256 = QStringLiteral("00");
    about.counts.notSent = 3;
    QVERIFY((*journal)->begin(about));
    const std::array rows{lake::UploadRow{1, 2, lake::UploadRowState::Accepted, {}, m_engine->clock().now()}};
    QVERIFY((*journal)->write(rows));
}

void MainWindowTest::anUnfinishedUploadIsOffered()
{
    const Connection connection = save(QStringLiteral("ACME"));
    const QString path = m_folder->filePath(QStringLiteral("calls.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write("Account Name,Reference,Source,Type\nACME,1,Web,Call\n") > 0);
    file.close();
    QVERIFY(!part<QWidget>("uploadBanner")->isVisible());
    interruptUpload(connection, path);
    close();
    open();
    auto *banner = part<ui::ErrorBanner>("uploadBanner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QLatin1String("calls.csv")), qPrintable(banner->text()));
    QVERIFY2(!banner->text().contains(m_folder->path()), qPrintable(banner->text()));
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(isShown("uploadPage"));
    QVERIFY(!banner->isVisible());
    QVERIFY(part<QWidget>("fileUpload")->isVisible());
    QTRY_COMPARE(part<QLabel>("fileUpload", "fileLabel")->text(), QStringLiteral("calls.csv"));
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }));

    // Its file is gone.
    QVERIFY(QFile::remove(path));
    close();
    open();
    banner = part<ui::ErrorBanner>("uploadBanner");
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QDir::toNativeSeparators(m_folder->path())), qPrintable(banner->text()));
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QTRY_VERIFY(m_window->findChild<QDialog *>(QStringLiteral("uploadFileDialog")));
    part<QDialog>("uploadFileDialog")->reject();

    // Dismissed, it stays away.
    close();
    open();
    banner = part<ui::ErrorBanner>("uploadBanner");
    QTRY_VERIFY(banner->isVisible());
    banner->findChild<QToolButton *>(QStringLiteral("closeButton"))->click();
    QVERIFY(!banner->isVisible());
    close();
    open();
    QVERIFY(QTest::qWaitFor([this] { return isShown("explorePage") || m_window->page() == Page::Upload; }));
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }));
    QVERIFY(!part<QWidget>("uploadBanner")->isVisible());
}

void MainWindowTest::reconcilesFromTheTableOfTheVanished()
{
    // A sixth may be gone without a question.
    for (int number = 101; number <= 106; ++number)
        m_system->unanswered.append(R"({"number_customergauge":)" + QByteArray::number(number) + '}');
    save(QStringLiteral("ACME"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    auto *feeds = part<QComboBox>("feedBox");
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("non-responses/gone")));
    auto *action = part<QWidget>("lakeView")
                       ->findChild<QWidget *>(QStringLiteral("emptyState"))
                       ->findChild<QPushButton *>(QStringLiteral("actionButton"));
    QTRY_COMPARE(action->text(), QStringLiteral("&Reconcile now"));
    m_system->unanswered.removeLast();
    action->click();
    QVERIFY(rowsAppear(1));
}

void MainWindowTest::namesTheTablesOfTheLocalCopy()
{
    QVERIFY(!part<QAction>("actionTables")->isEnabled()); // whose?
    save(QStringLiteral("ACME"));
    QTRY_VERIFY(part<QAction>("actionTables")->isEnabled());
    part<QAction>("actionTables")->trigger();
    QTRY_VERIFY(part<QDialog>("lakeTablesDialog")
                    ->findChild<QLabel *>()
                    ->text()
                    .contains(QStringLiteral("Nothing has been synced")));
    part<QDialog>("lakeTablesDialog")->reject();
    QTRY_VERIFY(!m_window->findChild<QDialog *>(QStringLiteral("lakeTablesDialog")));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    part<QAction>("actionTables")->trigger();
    auto *tables = part<QTreeWidget>("lakeTables");
    const auto rowOf
        = [&](const QString &name) { return tables->findItems(name, Qt::MatchRecursive).value(0); };
    QTRY_VERIFY(rowOf(QStringLiteral("responses_raw")));
    QVERIFY(rowOf(QStringLiteral("email")));
    QCOMPARE(rowOf(QStringLiteral("email"))->text(2), QStringLiteral("/email"));
    QVERIFY(!rowOf(QStringLiteral("email"))->text(3).isEmpty());
    part<QDialog>("lakeTablesDialog")->reject();
}

void MainWindowTest::remembersWhatIsProvisional()
{
    QCOMPARE(part<QSpinBox>("settlingBox")->value(), 48);
    part<QSpinBox>("settlingBox")->setValue(72);
    close();
    open();
    QCOMPARE(part<QSpinBox>("settlingBox")->value(), 72);
}

void MainWindowTest::remembersNoSecret()
{
    save(QStringLiteral("ACME"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    close();
    QFile file(m_folder->path() + QStringLiteral("/window.ini"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("CANARY"));
    QCOMPARE(file.permissions()
                 & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
    open();
}

void MainWindowTest::remembersNothingOfARemovedConnection()
{
    const Connection connection = save(QStringLiteral("ACME"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    auto *search = part<QLineEdit>("searchField");
    search->setText(QStringLiteral("Ann Canary"));
    Q_EMIT search->returnPressed();
    const auto state = [this] {
        QFile file(m_folder->path() + QStringLiteral("/window.ini"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    close();
    QVERIFY(state().contains("Ann Canary"));
    open();
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    m_engine->removeConnection(connection, false);
    // At once, and not only when the window closes.
    QTRY_VERIFY2(!state().isEmpty() && !state().contains("Ann Canary"), state().constData());
}

void MainWindowTest::whatWasSentOpensInExplore()
{
    save(QStringLiteral("ACME"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    // Whatever is looked at gives way to the record.
    auto *feed = part<QComboBox>("feedBox");
    feed->setCurrentIndex(feed->findData(QStringLiteral("non-responses")));
    part<QToolButton>("liveButton")->click();
    m_window->showPage(Page::Upload);
    Q_EMIT part<ui::UploadPage>("uploadPage")->recordRequested(QStringLiteral("2"));
    QVERIFY(isShown("explorePage"));
    QCOMPARE(feed->currentData().toString(), QStringLiteral("responses"));
    auto *rows = part<QAbstractItemView>("lakeTable")->model();
    QTRY_COMPARE(rows->rowCount(), 1);
    QVERIFY(part<QWidget>("lakeTable")->isVisible());
}

void MainWindowTest::aConnectionIsEditedFromTheUploadPage()
{
    save(QStringLiteral("Alpha"));
    const Connection beta = save(QStringLiteral("Beta"));
    m_window->showPage(Page::Upload);
    Q_EMIT part<ui::UploadPage>("uploadPage")->connectionEditRequested(beta.id);
    QVERIFY(isShown("connectionsPage"));
    auto *name = part<QWidget>("connectionEditor")->findChild<QLineEdit *>(QStringLiteral("nameEdit"));
    QVERIFY(name->isVisible());
    QCOMPARE(name->text(), QStringLiteral("Beta"));
}

void MainWindowTest::interrupt(const Connection &connection)
{
    const catalog::Endpoint &feed = *m_engine->catalog().find(QStringLiteral("non-responses"));
    const auto page = service::parsePage(
        R"({"data":[{"number_customergauge":11},{"number_customergauge":12}],"cursor":{"next":1}})", feed);
    QVERIFY(page);
    const QString path = m_engine->lakeOf(connection).text();
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    const auto writer = lake::LakeWriter::open(path, m_engine->catalog(), m_engine->sharedClock());
    QVERIFY(writer);
    QVERIFY((*writer)->acquireLease(feed.id));
    QVERIFY((*writer)->beginSync(feed.id, {}, lake::SyncKind::Incremental));
    QVERIFY((*writer)->store(feed, {}, *page, lake::Checkpoint{QStringLiteral("1"), false}));
    (*writer)->releaseLease(feed.id);
}

void MainWindowTest::anInterruptedSyncIsSaidOnEveryPageAndResumed()
{
    interrupt(save(QStringLiteral("ACME")));
    close();
    open();
    auto *inBox = part<QToolButton>("syncTroubleButton");
    auto *inBar = part<QToolButton>("troubleButton");
    QTRY_VERIFY(inBox->isVisible());
    for (const Page page :
         {Page::Dashboard, Page::Upload, Page::Jobs, Page::Connections, Page::Settings, Page::Explore}) {
        m_window->showPage(page);
        QVERIFY(inBox->isVisible() && inBar->isVisible());
    }
    QVERIFY(!part<QLabel>("lastSyncLabel")->isVisible());
    for (const QToolButton *button : {inBox, inBar}) {
        QVERIFY(button->accessibleName().contains(QLatin1Char('2'))); // what is kept
        QVERIFY(!button->icon().isNull());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
    QVERIFY(!part<QToolButton>("wordsButton")->accessibleName().endsWith(QLatin1String("is running")));

    inBar->click();
    QVERIFY(isShown("jobsPage"));
    QCOMPARE(part<QTabWidget>("jobsPage", "tabs")->currentIndex(), 1); // earlier syncs
    auto *banner = part<ui::ErrorBanner>("syncBanner");
    QVERIFY(banner->isVisible());
    banner->findChild<QPushButton *>(QStringLiteral("actionButton"))->click();
    QVERIFY(!banner->isVisible());
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    QTRY_VERIFY(!inBox->isVisible() && !inBar->isVisible());
    QVERIFY(part<QLabel>("lastSyncLabel")->isVisible());
}

void MainWindowTest::aTroubleThatWasDismissedStaysAway()
{
    interrupt(save(QStringLiteral("ACME")));
    close();
    open();
    auto *inBox = part<QToolButton>("syncTroubleButton");
    QTRY_VERIFY(inBox->isVisible());
    inBox->click();
    auto *banner = part<ui::ErrorBanner>("syncBanner");
    QVERIFY(banner->isVisible());
    banner->findChild<QToolButton *>(QStringLiteral("closeButton"))->click();
    QVERIFY(!inBox->isVisible());
    QVERIFY(!part<QToolButton>("troubleButton")->isVisible());
    close();
    open();
    QTRY_VERIFY(part<QLabel>("lastSyncLabel")->text().contains(QLatin1Char('2')));
    QVERIFY(!part<QToolButton>("syncTroubleButton")->isVisible());
}

void MainWindowTest::aFailedSyncStaysUntilOneSucceeds()
{
    save(QStringLiteral("ACME"));
    m_system->server().expect("POST", "/oauth2/token",
                              test::Answer::json(R"({"error":"invalid_client"})", 401));
    part<QAction>("actionSync")->trigger();
    auto *inBar = part<QToolButton>("troubleButton");
    QTRY_VERIFY_WITH_TIMEOUT(inBar->isVisible(), 20'000);
    auto *banner = part<ui::ErrorBanner>("syncBanner");
    QTRY_VERIFY(banner->isVisible());
    // Another connection has no part in it; coming back shows it again.
    save(QStringLiteral("Beta"));
    auto *menu = part<QMenu>("connectionMenu");
    Q_EMIT menu->aboutToShow();
    menu->actions().at(1)->trigger();
    QVERIFY(!inBar->isVisible() && !banner->isVisible());
    Q_EMIT menu->aboutToShow();
    menu->actions().at(0)->trigger();
    QVERIFY(inBar->isVisible() && banner->isVisible());
    inBar->click();
    QCOMPARE(part<QTabWidget>("jobsPage", "tabs")->currentIndex(), 0); // it is a job of this session
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    QTRY_VERIFY(!inBar->isVisible());
}

void MainWindowTest::aPausedSyncSaysUntilWhen()
{
    save(QStringLiteral("ACME"));
    m_system->silent = true;
    part<QAction>("actionSync")->trigger();
    auto *job = qobject_cast<sync::SyncJob *>(m_engine->jobs().listed().constFirst());
    QVERIFY(job);
    QVERIFY(job->plan().waitForService);
    const QDateTime until(QDate(2031, 5, 6), QTime(12, 0), Qt::UTC);
    Q_EMIT job->paused(until);
    const QString shown = QLocale().toString(until.toLocalTime(), QLocale::ShortFormat);
    QTRY_VERIFY(part<QToolButton>("wordsButton")->accessibleName().contains(shown));
    const auto *jobs = part<QAbstractItemView>("jobsPage", "table")->model();
    bool isListed = false;
    for (int column = 0; column < jobs->columnCount(); ++column)
        isListed = isListed || jobs->index(0, column).data().toString().contains(shown);
    QVERIFY(isListed);
    Q_EMIT job->stored(QStringLiteral("responses"), 0);
    QTRY_VERIFY(!part<QToolButton>("wordsButton")->accessibleName().contains(shown));
}

void MainWindowTest::aRemedyIsWhatTheNextSyncMay()
{
    ui::SyncFailure failed;
    failed.feed = QStringLiteral("responses");
    failed.plan.feeds = m_engine->catalog().endpoints();
    failed.plan.automatic = true;
    const auto plan = [&](sync::Remedy remedy) {
        failed.remedy = remedy;
        return ui::planAfter(failed, m_engine->catalog());
    };
    const sync::SyncPlan again = plan(sync::Remedy::None);
    QCOMPARE(again.kind, lake::SyncKind::Incremental);
    QVERIFY(!again.automatic && !again.adopt && !again.acceptGone);
    QCOMPARE(again.feeds.size(), failed.plan.feeds.size());
    QVERIFY(plan(sync::Remedy::Adopt).adopt);
    QVERIFY(!plan(sync::Remedy::Adopt).acceptGone);
    QVERIFY(plan(sync::Remedy::AcceptGone).acceptGone);
    QVERIFY(!plan(sync::Remedy::AcceptGone).adopt);
    const sync::SyncPlan whole = plan(sync::Remedy::Reconcile);
    QCOMPARE(whole.kind, lake::SyncKind::Reconcile);
    QCOMPARE(whole.feeds.size(), std::size_t(1));
    QCOMPARE(whole.feeds.front().id, failed.feed);
}

void MainWindowTest::anotherPlaceOfTheLocalCopyIsFollowed()
{
    Connection connection = save(QStringLiteral("ACME"));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(QTest::qWaitFor([this] { return m_engine->jobs().isIdle(); }, 20'000));
    auto *job = m_engine->moveLake(connection, m_folder->filePath(QStringLiteral("other.sqlite")),
                                   engine::OldLake::Keep);
    connect(job, &Job::finished, this, [&, job] { connection = job->result(); });
    auto *rows = part<QAbstractItemView>("lakeTable")->model();
    QTRY_COMPARE(rows->rowCount(), 0);
    QCOMPARE(m_engine->lakeOf(connection).text(), m_folder->filePath(QStringLiteral("other.sqlite")));
    part<QAction>("actionSync")->trigger();
    QVERIFY(rowsAppear(m_system->records));
    QVERIFY(QFile::exists(m_folder->filePath(QStringLiteral("other.sqlite"))));
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
