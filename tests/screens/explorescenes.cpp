// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/explorescenes.h"

#include "records/filter/conditionbar.h"
#include "records/filter/searchfield.h"
#include "records/table/recordtable.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

namespace gauge::screens {

void exploreTools(Stage &stage)
{
    stage.openSample();
    auto *feed = stage.part<QComboBox>("feedBox");
    feed->setCurrentIndex(feed->findData(QStringLiteral("non-responses")));
    stage.picture(QStringLiteral("explore-non-responses"));
    feed->setCurrentIndex(feed->findData(QStringLiteral("responses")));
    stage.settle();
    auto *conditions = stage.part<ui::ConditionBar>("lakeView", "conditionBar");
    conditions->setConditions({*query::parseFilter(QStringLiteral("nps <= 6 or nps >= 9")),
                               *query::parseFilter(QStringLiteral("property.Country in NL,DE,FR")),
                               *query::parseFilter(QStringLiteral("comment_original not-empty"))});
    Q_EMIT conditions->conditionsChanged();
    stage.part<QAbstractButton>("lakeView", "addFilterButton")->click();
    stage.picture(QStringLiteral("explore-filter-popup"), stage.part<QWidget>("lakeView", "conditionPopup"));
    stage.part<QWidget>("lakeView", "conditionPopup")->hide();
    stage.picture(QStringLiteral("explore-filtered"));
    auto *search = stage.part<ui::SearchField>("searchField");
    search->setText(QStringLiteral("liefer"));
    Q_EMIT search->returnPressed();
    stage.picture(QStringLiteral("explore-searched"));
    search->setText(QStringLiteral("nobody wrote this"));
    Q_EMIT search->returnPressed();
    stage.picture(QStringLiteral("explore-no-match"));
    search->clear();
    stage.part<QAbstractButton>("lakeView", "clearFiltersButton")->click();
    stage.settle();
    stage.part<QToolButton>("columnsButton")->click();
    auto *chooser = stage.part<QDialog>("columnChooser");
    stage.picture(QStringLiteral("explore-columns"), chooser);
    chooser->reject();
    stage.part<QAction>("actionTables")->trigger();
    stage.waitUntilIdle();
    auto *tables = stage.part<QDialog>("lakeTablesDialog");
    stage.picture(QStringLiteral("lake-tables"), tables);
    tables->reject();
}

void exploreTable(Stage &stage)
{
    stage.openSample();
    auto *table = stage.part<ui::RecordTable>("lakeTable");
    table->freezeUpTo(1);
    table->records()->sortBy({{QStringLiteral("nps"), true},
                              {QStringLiteral("account_name"), false},
                              {QStringLiteral("tags"), true}});
    stage.waitUntilIdle();
    stage.settle();
    table->setCurrentIndex(table->records()->index(9, 1));
    table->horizontalScrollBar()->setValue(200);
    table->selectionModel()->select(
        QItemSelection(table->records()->index(2, 0), table->records()->index(5, 3)),
        QItemSelectionModel::Select);
    stage.picture(QStringLiteral("explore-frozen"));
    table->findChild<QMenu *>(QStringLiteral("columnMenu"))->popup(table->mapToGlobal(QPoint(200, 100)));
    stage.picture(QStringLiteral("explore-column-menu"),
                  table->findChild<QMenu *>(QStringLiteral("columnMenu")));
    table->findChild<QMenu *>(QStringLiteral("columnMenu"))->hide();
    table->clearSelection();
    table->setTallRows(true);
    table->horizontalScrollBar()->setValue(0);
    stage.picture(QStringLiteral("explore-tall-rows"));
    table->setTallRows(false);
    stage.part<QToolButton>("maskButton")->click();
    stage.settle();
    stage.picture(QStringLiteral("explore-masked"));
    stage.part<QPushButton>("exportButton")->click();
    stage.part<QAbstractButton>("exportDialog", "jsonButton")->click();
    stage.settle();
    stage.picture(QStringLiteral("export-masked-json"), stage.part<QDialog>("exportDialog"));
    stage.part<QDialog>("exportDialog")->reject();
}

void exploreFilters(Stage &stage)
{
    stage.openSample();
    auto *conditions = stage.part<ui::ConditionBar>("lakeView", "conditionBar");
    conditions->setConditions({*query::parseFilter(QStringLiteral("property.Country in NL,DE"))});
    Q_EMIT conditions->conditionsChanged();
    stage.settle();
    stage.part<QAbstractButton>("lakeView", "chipText")->click();
    stage.settle();
    stage.picture(QStringLiteral("explore-filter-values"),
                  conditions->findChild<QWidget *>(QStringLiteral("conditionPopup")));
    auto *column = conditions->findChild<QComboBox *>(QStringLiteral("columnBox"));
    column->setCurrentIndex(column->findData(QStringLiteral("date_sent")));
    stage.picture(QStringLiteral("explore-filter-dates"),
                  conditions->findChild<QWidget *>(QStringLiteral("conditionPopup")));
    conditions->findChild<QWidget *>(QStringLiteral("conditionPopup"))->hide();

    conditions->setConditions(
        {*query::parseFilter(QStringLiteral("nps <= 6 or nps >= 9 and date_sent in last 90 days")),
         *query::parseFilter(QStringLiteral("property.Country in NL,DE,FR"))});
    Q_EMIT conditions->conditionsChanged();
    stage.part<QAbstractButton>("lakeView", "editFiltersButton")->click();
    auto *dialog = stage.part<QDialog>("filterDialog");
    stage.settle();
    stage.picture(QStringLiteral("filter-dialog"), dialog);
    auto *tree = stage.part<QTreeWidget>("tree");
    tree->setCurrentItem(tree->topLevelItem(0)->child(1));
    stage.settle();
    stage.picture(QStringLiteral("filter-dialog-values"), dialog);
    auto *text = stage.part<QLineEdit>("textEdit");
    text->setText(QStringLiteral("nps >= 9 and (property.Country = NL"));
    Q_EMIT text->textEdited(text->text());
    stage.picture(QStringLiteral("filter-dialog-problem"), dialog);
    dialog->reject();
    stage.settle();

    conditions->setConditions({});
    Q_EMIT conditions->conditionsChanged();
    stage.part<QAbstractButton>("lakeView", "filterRowButton")->click();
    stage.settle();
    auto *score = stage.part<QLineEdit>("field-nps");
    QTest::keyClicks(score, QStringLiteral(">=x"));
    QTest::keyClick(score, Qt::Key_Return);
    auto *search = stage.part<ui::SearchField>("searchField");
    search->setText(QStringLiteral("deliv"));
    Q_EMIT search->returnPressed();
    stage.settle();
    stage.part<QTableView>("lakeTable")->selectRow(1);
    stage.picture(QStringLiteral("explore-filter-row"));
    QTest::keyClick(score, Qt::Key_Escape);
    QTest::keyClicks(score, QStringLiteral("99"));
    QTest::keyClick(score, Qt::Key_Return);
    stage.settle();
    stage.picture(QStringLiteral("explore-filter-row-no-match"));
}

void exploreLive(Stage &stage)
{
    stage.openSample();
    stage.part<QToolButton>("liveButton")->click();
    stage.picture(QStringLiteral("explore-live-empty"));
    stage.part<QPushButton>("liveView", "fetchButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("explore-live"));
}

void exploreLiveDiffers(Stage &stage)
{
    stage.system().records = 12;
    stage.system().more = R"(,"language":"en")";
    const service::Connection connection = stage.addConnection(QStringLiteral("ACME"));
    sync::SyncPlan plan;
    plan.feeds = stage.engine().catalog().endpoints();
    stage.engine().sync(connection, plan);
    stage.waitUntilIdle();
    stage.system().records = 15;
    stage.system().more = R"(,"language":"nl")";
    stage.part<QToolButton>("liveButton")->click();
    stage.part<QPushButton>("liveView", "fetchButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("explore-live-differs"));
    stage.part<QPushButton>("liveView", "keepButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("explore-live-kept"));
}

} // namespace gauge::screens
