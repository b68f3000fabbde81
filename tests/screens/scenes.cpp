// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/scenes.h"

#include "kit/errorbanner.h"
#include "support/steeredjob.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
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

void exportDialog(Stage &stage)
{
    stage.openSample();
    stage.part<QPushButton>("exportButton")->click();
    auto *dialog = stage.part<QWidget>("exportDialog");
    const auto show = [&](const char *format, int lists, const char *name) {
        stage.part<QRadioButton>("exportDialog", format)->setChecked(true);
        stage.part<QComboBox>("exportDialog", "listsBox")->setCurrentIndex(lists);
        stage.settle();
        dialog->adjustSize();
        stage.picture(QLatin1String(name), dialog);
    };
    show("csvButton", 2, "export-csv");
    show("xlsxButton", 1, "export-xlsx");
    show("jsonButton", 0, "export-jsonl");
    dialog->close();
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
        {"explore-not-synced", exploreEmpty},
        {"sync-refused", syncFailed},
        {"jobs-empty", jobsEmpty},
        {"jobs-running", jobsRunning},
        {"connections", connections},
        {"settings", settings},
    };
    return all;
}

} // namespace gauge::screens
