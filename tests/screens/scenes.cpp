// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/scenes.h"

#include "kit/errorbanner.h"
#include "lake/write/lakewriter.h"
#include "screens/configurationscenes.h"
#include "screens/dashboardscenes.h"
#include "screens/explorescenes.h"
#include "screens/fileuploadscenes.h"
#include "screens/savedscenes.h"
#include "screens/uploadscenes.h"
#include "service/pageparser.h"
#include "support/steeredjob.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeView>

namespace gauge::screens {

namespace {

using ui::Page;

void fillEditor(Stage &stage, const char *editor, const QString &secret)
{
    stage.part<QRadioButton>(editor, "regionCustom")->setChecked(true);
    for (const char *name : {"authUrlEdit", "apiUrlEdit", "importsUrlEdit"})
        stage.part<QLineEdit>(editor, name)->setText(stage.system().server().url().toString());
    stage.part<QLineEdit>(editor, "nameEdit")->setText(QStringLiteral("ACME production"));
    stage.part<QLineEdit>(editor, "clientIdEdit")->setText(QLatin1String(test::FakeSystem::clientId));
    stage.part<QLineEdit>(editor, "secretEdit")->setText(secret);
}

void firstStart(Stage &stage)
{
    stage.picture(QStringLiteral("first-start"));
}

void firstStartObjections(Stage &stage)
{
    stage.part<QPushButton>("firstEditor", "saveButton")->click();
    stage.part<QToolButton>("firstEditor", "helpButton")->click();
    stage.picture(QStringLiteral("first-start-objections"));
}

void firstStartRefused(Stage &stage)
{
    fillEditor(stage, "firstEditor", QStringLiteral("wrong"));
    stage.part<QPushButton>("firstEditor", "saveButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("first-start-refused"));
}

void firstStartTested(Stage &stage)
{
    stage.system().forbidden = {QStringLiteral("close-loop")};
    fillEditor(stage, "firstEditor", QLatin1String(test::FakeSystem::clientSecret));
    stage.part<QPushButton>("firstEditor", "testButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("first-start-tested"));
}

void firstStartNoKeyring(Stage &stage)
{
    stage.picture(QStringLiteral("first-start-no-keyring"));
}

void sample(Stage &stage)
{
    stage.openSample();
    stage.picture(QStringLiteral("explore-lake"));
    auto *sheet = stage.part<QTextBrowser>("sheetView")->verticalScrollBar();
    sheet->setValue(sheet->maximum());
    stage.picture(QStringLiteral("explore-lake-record-end"));
    stage.window().showPage(Page::Jobs);
    stage.picture(QStringLiteral("jobs"));
    stage.window().showPage(Page::Connections);
    stage.picture(QStringLiteral("connections-sample"));
}

void exploreEmpty(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.picture(QStringLiteral("explore-not-synced"));
}

void syncFailed(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.system().server().expect("POST", "/oauth2/token",
                                   test::Answer::json(R"({"error":"invalid_client"})", 401));
    stage.part<QAction>("actionSync")->trigger();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("explore-sync-refused"));
    stage.part<ui::ErrorBanner>("syncBanner")
        ->findChild<QToolButton *>(QStringLiteral("detailsButton"))
        ->click();
    stage.picture(QStringLiteral("explore-sync-refused-details"));
    stage.window().showPage(Page::Jobs);
    stage.picture(QStringLiteral("jobs-failed"));
}

void jobsEmpty(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.window().showPage(Page::Jobs);
    stage.picture(QStringLiteral("jobs-empty"));
}

void jobsRunning(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    engine::JobList &jobs = stage.engine().jobs();
    auto *done
        = new test::SteeredJob(QStringLiteral("Export Responses of “ACME production”"), &stage.window());
    jobs.add(done, engine::JobList::Listing::Listed);
    done->succeed(QStringLiteral("12,480 rows in /home/ann/responses.csv"));
    stage.waitUntilIdle();
    auto *failed
        = new test::SteeredJob(QStringLiteral("Export Responses of “ACME production”"), &stage.window());
    jobs.add(failed, engine::JobList::Listing::Listed);
    failed->failWith(
        {ErrorKind::Storage,
         QStringLiteral(
             "The disk is full. The file was not changed. Free some space or choose another folder."),
         {}});
    stage.waitUntilIdle();
    auto *running = new test::SteeredJob(QStringLiteral("Sync “ACME production”"), &stage.window());
    jobs.add(running, engine::JobList::Listing::Listed);
    running->report({214'000, 1'204'331, 18'234, QStringLiteral("Responses")});
    stage.window().showPage(Page::Jobs);
    stage.picture(QStringLiteral("jobs-running"));
    running->cancel();
}

QByteArray nonResponse(int number, int hoursAgo, const char *name, bool opened)
{
    const auto date = [](int hours) {
        return QDateTime::currentDateTime()
            .addSecs(-3600 * qint64(hours))
            .toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    };
    return QStringLiteral(R"({"number_customergauge":%1,"contact":{"first_name":"%2","last_name":"Example"},)"
                          R"("account":{"name":"ACME"},"date_sent":"%3","date_opened":%4})")
        .arg(number)
        .arg(QLatin1String(name), date(hoursAgo),
             opened ? QLatin1Char('"') + date(hoursAgo - 1) + QLatin1Char('"') : QStringLiteral("null"))
        .toUtf8();
}

void syncNonResponses(Stage &stage, const service::Connection &connection, lake::SyncKind kind)
{
    sync::SyncPlan plan;
    plan.feeds = {*stage.engine().catalog().find(QStringLiteral("non-responses"))};
    plan.kind = kind;
    stage.engine().sync(connection, plan);
    stage.waitUntilIdle();
}

void vanished(Stage &stage)
{
    const service::Connection connection = stage.addConnection(QStringLiteral("ACME production"));
    stage.system().unanswered = {nonResponse(101, 400, "Ann", true), nonResponse(102, 300, "Bob", false),
                                 nonResponse(103, 200, "Cem", true), nonResponse(104, 5, "Dot", true)};
    syncNonResponses(stage, connection, lake::SyncKind::Incremental);
    auto *feeds = stage.part<QComboBox>("feedBox");
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("non-responses")));
    stage.settle();
    auto *table = stage.part<QAbstractItemView>("lakeTable");
    table->setCurrentIndex(table->model()->index(3, 0));
    stage.picture(QStringLiteral("explore-provisional"));
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("non-responses/gone")));
    stage.picture(QStringLiteral("explore-vanished-none"));
    stage.system().unanswered.remove(1, 2);
    syncNonResponses(stage, connection, lake::SyncKind::Reconcile);
    stage.picture(QStringLiteral("explore-vanished"));
}

void connections(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"), service::Region::Eu);
    stage.addConnection(QStringLiteral("ACME Pacific"), service::Region::Au);
    stage.addConnection(QStringLiteral("Test system"));
    stage.window().showPage(Page::Connections);
    stage.picture(QStringLiteral("connections"));
    stage.part<QPushButton>("connectionsPage", "removeButton")->click();
    stage.picture(QStringLiteral("connections-remove"));
    stage.part<QPushButton>("connectionsPage", "keepButton")->click();
    stage.part<QPushButton>("connectionsPage", "editButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("connections-edit"));
    auto *file = stage.part<QLineEdit>("connectionEditor", "lakeFileEdit");
    file->setText(QStringLiteral("/srv/copies/acme.sqlite"));
    file->setFocus();
    stage.picture(QStringLiteral("connections-edit-other-file"));
    stage.part<QRadioButton>("connectionEditor", "lakeDatabaseButton")->setChecked(true);
    stage.part<QLineEdit>("connectionEditor", "lakeServerEdit")->setText(QStringLiteral("db.example.com"));
    stage.part<QLineEdit>("connectionEditor", "lakeDatabaseEdit")->setText(QStringLiteral("gauge"));
    stage.part<QComboBox>("connectionEditor", "recheckBox")->setCurrentIndex(1);
    stage.settle();
    stage.part<QScrollArea>("editorView")
        ->ensureWidgetVisible(stage.part<QPushButton>("connectionEditor", "saveButton"));
    stage.picture(QStringLiteral("connections-edit-postgres"));
}

//! A first sync that was killed during the non-responses.
void syncInterrupted(Stage &stage)
{
    const service::Connection connection = stage.addConnection(QStringLiteral("ACME production"));
    const catalog::Catalog &catalog = stage.engine().catalog();
    const QString path = stage.engine().lakeOf(connection).text();
    QDir().mkpath(QFileInfo(path).path());
    const auto writer = lake::LakeWriter::open(path, catalog, stage.engine().sharedClock());
    for (const QString &id : {QStringLiteral("responses"), QStringLiteral("non-responses")}) {
        const catalog::Endpoint &feed = *catalog.find(id);
        const bool ends = id == QLatin1String("responses");
        // A response would take the place of a non-response of the same number.
        const QByteArray first = ends ? "11" : "21";
        const auto page = service::parsePage(
            "{\"data\":[{\"number_customergauge\":" + first + ",\"nps\":9}],\"cursor\":{\"next\":1}}", feed);
        static_cast<void>((*writer)->acquireLease(id));
        static_cast<void>((*writer)->beginSync(id, {}, lake::SyncKind::Incremental));
        static_cast<void>((*writer)->store(feed, {}, *page, lake::Checkpoint{QStringLiteral("1"), ends}));
        if (ends)
            static_cast<void>((*writer)->finishSync(id, 1, {}, {}));
        (*writer)->releaseLease(id);
    }
    stage.window().showPage(Page::Connections);
    stage.waitUntil([&] { return stage.part<QToolButton>("syncTroubleButton")->isVisible(); });
    stage.picture(QStringLiteral("connections-interrupted"));
    stage.window().showPage(Page::Explore);
    auto *feeds = stage.part<QComboBox>("feedBox");
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("non-responses")));
    stage.picture(QStringLiteral("explore-interrupted"));
    feeds->setCurrentIndex(feeds->findData(QStringLiteral("close-loop")));
    stage.picture(QStringLiteral("explore-feed-not-synced"));
    stage.part<QToolButton>("troubleButton")->click();
    stage.picture(QStringLiteral("jobs-interrupted"));
}

void readAgain(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.part<QAction>("actionSync")->trigger();
    stage.waitUntilIdle();
    stage.window().showPage(Page::Jobs);
    stage.settle();
    stage.part<QPushButton>("jobsPage", "readAgainButton")->click();
    auto *dialog = stage.part<QWidget>("readAgainDialog");
    stage.picture(QStringLiteral("read-again-period"), dialog);
    stage.part<QCheckBox>("readAgainDialog", "feed_close-loop")->setChecked(true);
    stage.picture(QStringLiteral("read-again-objection"), dialog);
    stage.part<QRadioButton>("readAgainDialog", "reconcileButton")->setChecked(true);
    stage.picture(QStringLiteral("read-again-reconcile"), dialog);
    stage.part<QRadioButton>("readAgainDialog", "compareButton")->setChecked(true);
    stage.part<QCheckBox>("readAgainDialog", "reportCheck")->setChecked(true);
    stage.picture(QStringLiteral("read-again-compare"), dialog);
}

void forget(Stage &stage)
{
    stage.openSample();
    stage.part<QAction>("actionForget")->trigger();
    auto *dialog = stage.part<QWidget>("forgetDialog");
    auto *edit = stage.part<QLineEdit>("forgetDialog", "keyEdit");
    const auto look = [&](const QString &text) {
        edit->setText(text.chopped(1));
        QTest::keyClicks(edit, text.right(1));
        stage.part<QPushButton>("forgetDialog", "lookButton")->click();
        stage.waitUntilIdle();
    };
    stage.picture(QStringLiteral("forget-ask"), dialog);
    look(QStringLiteral("jan"));
    stage.picture(QStringLiteral("forget-objection"), dialog);
    look(QStringLiteral("nobody@example.org"));
    stage.picture(QStringLiteral("forget-nothing"), dialog);
    look(QStringLiteral("nour.qasim60@example.org")); // the sandbox always makes the same people
    stage.picture(QStringLiteral("forget-found"), dialog);
    stage.part<QPushButton>("forgetDialog", "eraseButton")->click();
    stage.picture(QStringLiteral("forget-confirm"), dialog);
    auto *confirm = stage.part<QPushButton>("forgetDialog", "confirmButton");
    for (int count = 1; !confirm->isEnabled(); ++count)
        stage.part<QLineEdit>("forgetDialog", "confirmEdit")->setText(QString::number(count));
    confirm->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("forget-report"), dialog);
    dialog->close();
    stage.window().showPage(Page::Connections);
    stage.picture(QStringLiteral("forget-connections"));
}

void earlierSyncs(Stage &stage)
{
    const service::Connection connection = stage.addConnection(QStringLiteral("ACME production"));
    stage.window().showPage(Page::Jobs);
    auto *tabs = stage.part<QTabWidget>("jobsPage", "tabs");
    tabs->setCurrentIndex(1);
    stage.picture(QStringLiteral("jobs-earlier-empty"));
    stage.part<QAction>("actionSync")->trigger();
    stage.waitUntilIdle();
    sync::SyncPlan plan;
    plan.feeds = {*stage.engine().catalog().find(QStringLiteral("responses"))};
    plan.kind = lake::SyncKind::Refresh;
    plan.periodField = QStringLiteral("date_creation");
    plan.periodStart = QStringLiteral("2026-10-01");
    plan.periodEnd = QStringLiteral("2026-10-31");
    stage.engine().sync(connection, plan);
    stage.waitUntilIdle();
    stage.system().forbidden = {QStringLiteral("responses")};
    plan.kind = lake::SyncKind::Reconcile;
    stage.engine().sync(connection, plan);
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("jobs-earlier"));
}

void compared(Stage &stage)
{
    const service::Connection connection = stage.addConnection(QStringLiteral("ACME production"));
    stage.part<QAction>("actionSync")->trigger();
    stage.waitUntilIdle();
    stage.system().records = 5;
    stage.system().more = R"(,"tier":"gold")";
    sync::VerifyPlan plan;
    plan.feed = *stage.engine().catalog().find(QStringLiteral("responses"));
    plan.report = stage.engine().dataFolder() + QStringLiteral("/differences.jsonl");
    stage.engine().verify(connection, plan);
    stage.waitUntilIdle();
    stage.window().showPage(Page::Jobs);
    auto *table = stage.part<QTreeView>("jobsPage", "table");
    table->setCurrentIndex(table->model()->index(0, 0));
    stage.picture(QStringLiteral("jobs-compared"));
    sync::SyncPlan reconcile;
    reconcile.feeds = {plan.feed};
    reconcile.kind = lake::SyncKind::Reconcile;
    stage.engine().sync(connection, reconcile);
    stage.waitUntilIdle();
    stage.window().showPage(Page::Explore);
    stage.picture(QStringLiteral("explore-new-columns"));
}

void settings(Stage &stage)
{
    stage.addConnection(QStringLiteral("ACME production"));
    stage.window().showPage(Page::Settings);
    stage.picture(QStringLiteral("settings"));
}

} // namespace

const std::vector<Scene> &scenes()
{
    static const std::vector<Scene> all{
        {"first-start", firstStart},
        {"first-start-objections", firstStartObjections},
        {"first-start-refused", firstStartRefused},
        {"first-start-tested", firstStartTested},
        {"first-start-no-keyring", firstStartNoKeyring, vault::KeychainState::Absent},
        {"sample", sample},
        {"export", exportDialog},
        {"saved-exports", savedExports},
        {"saved-views", savedViews},
        {"configuration-box", configurationBox},
        {"configuration-editor", configurationEditor},
        {"explore-not-synced", exploreEmpty},
        {"sync-refused", syncFailed},
        {"jobs-empty", jobsEmpty},
        {"jobs-running", jobsRunning},
        {"vanished", vanished},
        {"connections", connections},
        {"sync-interrupted", syncInterrupted},
        {"read-again", readAgain},
        {"forget", forget},
        {"earlier-syncs", earlierSyncs},
        {"compared", compared},
        {"dashboard", dashboard},
        {"dashboard-sparse", dashboardSparse},
        {"charts", charts},
        {"settings", settings},
        {"explore-tools", exploreTools},
        {"explore-filters", exploreFilters},
        {"explore-live", exploreLive},
        {"explore-table", exploreTable},
        {"explore-live-differs", exploreLiveDiffers},
        {"file-upload", fileUpload},
        {"file-upload-again", fileUploadAgain},
        {"upload-history", uploadHistory},
        {"upload-no-connection", uploadNoConnection},
        {"upload-sample", uploadSample},
        {"upload-record", uploadRecord},
        {"upload-mails", uploadMails},
        {"upload-response", uploadResponse},
    };
    return all;
}

} // namespace gauge::screens
