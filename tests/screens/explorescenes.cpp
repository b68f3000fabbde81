// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/explorescenes.h"

#include "records/conditionbar.h"
#include "records/searchfield.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QPushButton>
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
