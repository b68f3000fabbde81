// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/savedscenes.h"

#include "kit/errorbanner.h"
#include "pages/explore/export/exportpreview.h"
#include "records/filter/conditionbar.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace gauge::screens {

namespace {

//! The sample of the choices as they are.
void awaitSample(Stage &stage, const QString &ending, bool several = false)
{
    const auto *bar = stage.part<QTabBar>("samplePane", "tableBar");
    const auto *stack = stage.part<QStackedWidget>("samplePane", "stack");
    stage.waitUntil([&] {
        return (bar->count() > 1) == several
            && (ending.isEmpty() ? stack->currentIndex() == 1 : bar->tabText(0).endsWith(ending));
    });
}

void filterDetractors(Stage &stage, const char *condition)
{
    auto *conditions = stage.part<ui::ConditionBar>("conditionBar");
    conditions->setConditions({*query::parseFilter(QString::fromUtf8(condition)),
                               *query::parseFilter(QStringLiteral("comment_original not-empty"))});
    Q_EMIT conditions->conditionsChanged();
    stage.settle();
}

QMenu *openMenu(Stage &stage, const char *button)
{
    QMenu *menu = stage.part<QToolButton>(button)->menu();
    menu->popup(QPoint(0, 0));
    stage.waitUntilIdle();
    stage.settle();
    return menu;
}

void acceptName(Stage &stage, const QString &name)
{
    stage.part<QLineEdit>("nameDialog", "nameEdit")->setText(name);
    stage.part<QDialogButtonBox>("nameDialog", "buttons")->button(QDialogButtonBox::Ok)->click();
    stage.waitUntilIdle();
    stage.settle();
}

//! Chooses what stands in the menu of views.
void trigger(Stage &stage, const char *button, const char *action)
{
    QMenu *menu = openMenu(stage, button);
    auto *found = menu->findChild<QAction *>(QLatin1String(action));
    if (!found)
        qFatal("the menu has no %s", action);
    menu->hide();
    found->trigger();
    stage.settle();
}

} // namespace

void exportDialog(Stage &stage)
{
    stage.openSample();
    stage.part<QPushButton>("exportButton")->click();
    auto *dialog = stage.part<QWidget>("exportDialog");
    const auto show = [&](const char *format, int lists, const char *ending, const char *name) {
        stage.part<QRadioButton>("exportDialog", format)->setChecked(true);
        stage.part<QComboBox>("exportDialog", "listsBox")->setCurrentIndex(lists);
        awaitSample(stage, QLatin1String(ending), lists == 2);
        stage.picture(QLatin1String(name), dialog);
    };
    show("csvButton", 0, ".csv", "export-csv");
    show("csvButton", 2, ".csv", "export-csv-children");
    show("xlsxButton", 1, "", "export-xlsx");
    show("jsonButton", 0, ".jsonl", "export-jsonl");
    transfer::ExportSample full;
    full.tables = {{QStringLiteral("ACME responses.csv"), "No.;NPS\r\n1;9\r\n2;10\r\n3;2\r\n", {}}};
    full.rows = 12'480'311;
    full.bytes = full.room = 48'200'000'000;
    full.free = 12'300'000'000;
    full.lacksRoom = true;
    stage.part<ui::ExportPreview>("exportDialog", "samplePane")->showSample(full);
    stage.picture(QStringLiteral("export-no-room"), dialog);
    dialog->close();
}

void savedExports(Stage &stage)
{
    stage.openSample();
    filterDetractors(stage, "nps <= 6");
    stage.part<QPushButton>("exportButton")->click();
    auto *dialog = stage.part<QDialog>("exportDialog");
    stage.part<QComboBox>("exportDialog", "listsBox")->setCurrentIndex(2);
    stage.part<QPushButton>("exportDialog", "saveButton")->click();
    stage.part<QLineEdit>("nameDialog", "nameEdit")->setText(QStringLiteral("Detractors for the board"));
    stage.picture(QStringLiteral("export-save"), stage.part<QWidget>("nameDialog"));
    acceptName(stage, QStringLiteral("Detractors for the board"));
    auto *box = stage.part<QComboBox>("exportDialog", "presetBox");
    box->setCurrentIndex(box->count() - 1);
    Q_EMIT box->activated(box->count() - 1);
    awaitSample(stage, QStringLiteral(".csv"), true);
    stage.picture(QStringLiteral("export-preset"), dialog);
    dialog->reject();
    stage.settle();
    QMenu *menu = openMenu(stage, "savedExportsButton");
    stage.picture(QStringLiteral("export-menu"), menu);
    menu->hide();
}

void savedViews(Stage &stage)
{
    stage.openSample();
    filterDetractors(stage, "nps <= 6");
    trigger(stage, "viewButton", "saveView");
    stage.part<QLineEdit>("nameDialog", "nameEdit")->setText(QStringLiteral("Detractors with a comment"));
    stage.picture(QStringLiteral("view-save"), stage.part<QWidget>("nameDialog"));
    acceptName(stage, QStringLiteral("Detractors with a comment"));
    auto *feed = stage.part<QComboBox>("feedBox");
    feed->setCurrentIndex(feed->findData(QStringLiteral("non-responses")));
    stage.settle();
    trigger(stage, "viewButton", "saveView");
    acceptName(stage, QStringLiteral("Never opened"));
    feed->setCurrentIndex(feed->findData(QStringLiteral("responses")));
    stage.settle();
    filterDetractors(stage, "nps <= 4");
    stage.picture(QStringLiteral("view-changed"));
    QMenu *menu = openMenu(stage, "viewButton");
    stage.picture(QStringLiteral("view-menu"), menu);
    menu->hide();
    trigger(stage, "viewButton", "removeView");
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("view-removed"));
    // A view of another system.
    saved::View view{QStringLiteral("Gold tier"), QStringLiteral("responses"), {}, {}};
    view.query.where = {*query::parseFilter(QStringLiteral("property.Tier = gold and nps <= 6"))};
    view.query.columns = {QStringLiteral("nps"), QStringLiteral("property.Tier")};
    stage.engine().views().save(view, saved::Existing::Replace);
    stage.waitUntilIdle();
    static_cast<void>(openMenu(stage, "viewButton"));
    for (QAction *action : menu->actions())
        if (action->text() == view.name)
            action->trigger();
    menu->hide();
    stage.waitUntil([&] { return stage.part<ui::ErrorBanner>("savedBanner")->text().contains(view.name); });
    stage.picture(QStringLiteral("view-misfit"));
}

} // namespace gauge::screens
