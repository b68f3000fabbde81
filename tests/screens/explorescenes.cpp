// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/explorescenes.h"

#include "records/conditionbar.h"
#include "records/recordtable.h"
#include "records/searchfield.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

namespace gauge::screens {

void exploreTools(Stage &stage)
{
    stage.openSample();
    auto *feed = stage.part<QComboBox>("feedBox");
    feed->setCurrentIndex(feed->findData(QStringLiteral("non-responses")));
    stage.picture(QStringLiteral("explore-non-responses"));
    feed->setCurrentIndex(feed->findData(QStringLiteral("responses")));
    stage.settle();
    auto *conditions = stage.part<ui::ConditionBar>("conditionBar");
    conditions->setConditions({*query::parseFilter(QStringLiteral("nps <= 6 or nps >= 9")),
                               *query::parseFilter(QStringLiteral("property.Country in NL,DE,FR")),
                               *query::parseFilter(QStringLiteral("comment_original not-empty"))});
    Q_EMIT conditions->conditionsChanged();
    stage.part<QAbstractButton>("addFilterButton")->click();
    stage.picture(QStringLiteral("explore-filter-popup"), stage.part<QWidget>("conditionPopup"));
    stage.part<QWidget>("conditionPopup")->hide();
    stage.picture(QStringLiteral("explore-filtered"));
    auto *search = stage.part<ui::SearchField>("searchField");
    search->setText(QStringLiteral("liefer"));
    Q_EMIT search->returnPressed();
    stage.picture(QStringLiteral("explore-searched"));
    search->setText(QStringLiteral("nobody wrote this"));
    Q_EMIT search->returnPressed();
    stage.picture(QStringLiteral("explore-no-match"));
    search->clear();
    stage.part<QAbstractButton>("clearFiltersButton")->click();
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

void exploreLive(Stage &stage)
{
    stage.openSample();
    stage.part<QToolButton>("liveButton")->click();
    stage.picture(QStringLiteral("explore-live-empty"));
    stage.part<QPushButton>("liveView", "fetchButton")->click();
    stage.waitUntilIdle();
    stage.picture(QStringLiteral("explore-live"));
}

} // namespace gauge::screens
