// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/dashboardscenes.h"

#include "charts/chartpanel.h"
#include "charts/chartview.h"
#include "charts/kinds/contributionchart.h"
#include "charts/kinds/distributionchart.h"
#include "charts/kinds/questionchart.h"
#include "charts/kinds/rankedchart.h"
#include "charts/kinds/sentimentchart.h"
#include "charts/kinds/shareschart.h"
#include "charts/kinds/trendchart.h"
#include "charts/kinds/twowaychart.h"
#include "pages/dashboard/dashboardgrid.h"
#include "pages/dashboard/dashboardpage.h"
#include "records/filter/recordfilter.h"

#include <QComboBox>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace gauge::screens {

namespace {

void awaitBoard(Stage &stage)
{
    auto *stack = stage.part<QStackedWidget>("dashboardStack");
    stage.waitUntil([stack] { return stack->currentIndex() == 0; });
    stage.settle();
}

void choose(Stage &stage, const char *box, const QVariant &data)
{
    auto *found = stage.part<QComboBox>(box);
    found->setCurrentIndex(std::max(0, found->findData(data)));
    Q_EMIT found->activated(found->currentIndex());
    stage.settle();
}

//! One picture a screen, as one scrolls.
void scrolled(Stage &stage, const QString &name)
{
    QScrollBar *bar = stage.part<QScrollArea>("boardArea")->verticalScrollBar();
    for (int page = 1;; ++page) {
        stage.picture(name + QStringLiteral("-%1").arg(page));
        if (bar->value() == bar->maximum())
            break;
        bar->setValue(bar->value() + bar->pageStep() - 40);
    }
    bar->setValue(0);
}

ui::Estimate estimate(double score, double margin, qint64 responses)
{
    return {score, std::max(score - margin, -100.0), std::min(score + margin, 100.0), responses,
            responses < 5};
}

void trends(QWidget *parent, std::vector<ui::ChartPanel *> &panels)
{
    const auto add = [&](int periods, std::vector<QString> names, bool showsRate) {
        auto *chart = new ui::TrendChart;
        ui::TrendChart::Data data;
        data.showsRate = showsRate;
        for (int i = 0; i < periods; ++i)
            data.periods.push_back({QStringLiteral("W%1").arg(i % 52 + 1),
                                    QStringLiteral("week %1").arg(i + 1), 40 + i * 37 % 90,
                                    0.2 + (i % 7) * 0.03});
        for (std::size_t line = 0; line < names.size(); ++line) {
            ui::TrendChart::Line made{names[line], {}, {}};
            for (int i = 0; i < periods; ++i)
                made.estimates.push_back(
                    estimate(20 + 9 * double(line) + (i * 29 % 17), 12, i % 11 == 5 ? 3 : 40 + i));
            data.lines.push_back(std::move(made));
        }
        chart->setTitle(QStringLiteral("NPS by week, with its 95 % interval"));
        chart->setEmptyText(QStringLiteral("No response has a date in this period."));
        chart->setFigures(std::move(data));
        panels.push_back(new ui::ChartPanel(chart, parent));
    };
    add(104, {QStringLiteral("NPS")}, false);
    add(14,
        {QStringLiteral("NL"), QStringLiteral("Germany, Austria and Switzerland"), QStringLiteral("FR"),
         QStringLiteral("ES"), QStringLiteral("IT")},
        true);
    add(1, {QStringLiteral("NPS")}, false);
    add(0, {QStringLiteral("NPS")}, false);
}

void ranked(QWidget *parent, std::vector<ui::ChartPanel *> &panels)
{
    for (const int count : {24, 2, 0}) {
        auto *chart = new ui::RankedChart;
        std::vector<ui::RankedChart::Item> items;
        for (int i = 0; i < count; ++i) {
            using Rest = ui::RankedChart::Rest;
            const Rest rest = i == 0 ? Rest::Higher : i % 5 == 4 ? Rest::Lower : Rest::Alike;
            items.push_back({i == 1 ? QStringLiteral("A very long name of a segment that nobody would choose")
                                    : QStringLiteral("Segment %1").arg(i + 1),
                             estimate(70.0 - i * 7, 6 + i, 1240 / (i * i + 1)),
                             rest,
                             0.04,
                             {}});
        }
        chart->setTitle(QStringLiteral("NPS by segment, with 95 % intervals"));
        chart->setEmptyText(QStringLiteral("Choose a column to compare by."));
        chart->setFigures(std::move(items), QStringLiteral("Segment"));
        panels.push_back(new ui::ChartPanel(chart, parent));
    }
}

void others(QWidget *parent, std::vector<ui::ChartPanel *> &panels)
{
    auto *distribution = new ui::DistributionChart;
    distribution->setTitle(QStringLiteral("Responses by score"));
    ui::DistributionChart::Data single;
    single.counts[10] = 7;
    distribution->setFigures(single);
    panels.push_back(new ui::ChartPanel(distribution, parent));
    auto *drivers = new ui::ContributionChart;
    drivers->setTitle(QStringLiteral("What drivers add to the NPS, in points"));
    drivers->setFigures({{QStringLiteral("Ordering"),
                          12.4,
                          estimate(40, 9, 300),
                          300,
                          {{QStringLiteral("Ease"), 14, estimate(60, 9, 200), 200},
                           {QStringLiteral("Speed"), -1.6, estimate(-8, 20, 100), 100}}},
                         {QStringLiteral("Delivery"), -7.9, estimate(-21, 12, 180), 180},
                         {QStringLiteral("Other: no driver"), 0.3, estimate(2, 30, 40), 40}});
    drivers->toggle(0);
    panels.push_back(new ui::ChartPanel(drivers, parent));
    auto *topics = new ui::SentimentChart;
    topics->setTitle(QStringLiteral("Topics and tags by sentiment"));
    topics->setEmptyText(QStringLiteral("These responses have no topics or tags."));
    topics->setFigures({});
    panels.push_back(new ui::ChartPanel(topics, parent));
    auto *table = new ui::TwoWayChart;
    table->setTitle(QStringLiteral("NPS by Country and month"));
    ui::TwoWayChart::Data data;
    data.rows = {QStringLiteral("NL"), QStringLiteral("DE"), QStringLiteral("FR")};
    for (int month = 1; month <= 18; ++month)
        data.columns.append(QStringLiteral("M%1").arg(month));
    for (int i = 0; i < 54; ++i)
        data.fields.push_back({estimate(i * 37 % 160 - 80, 10, i % 9 == 0 ? 2 : 20 + i), {}});
    table->setFigures(std::move(data));
    panels.push_back(new ui::ChartPanel(table, parent));
}

} // namespace

void dashboard(Stage &stage)
{
    stage.openSample();
    stage.window().showPage(ui::Page::Dashboard);
    awaitBoard(stage);
    scrolled(stage, QStringLiteral("dashboard"));
    choose(stage, "dashboardRangeBox", QStringLiteral("last year"));
    choose(stage, "dashboardPeriodBox", int(lake::Grouping::By::Quarter));
    auto *lines = stage.part<ui::ColumnBox>("linesBox");
    choose(stage, "linesBox", lines->itemData(1));
    auto *view = stage.part<ui::ChartView>("trendPanel", "chartView");
    view->setFocus(Qt::TabFocusReason);
    stage.picture(QStringLiteral("dashboard-lines"));
    for (const char *panel : {"distributionPanel", "driversPanel"})
        stage.part<QToolButton>(panel, "tableButton")->setChecked(true);
    stage.part<QScrollArea>("boardArea")->ensureWidgetVisible(stage.part<QWidget>("driversPanel"));
    stage.picture(QStringLiteral("dashboard-tables"));
    QMenu *menu = stage.part<QToolButton>("trendPanel", "moreButton")->menu();
    menu->popup(QPoint(0, 0));
    stage.picture(QStringLiteral("dashboard-menu"), menu);
    menu->hide();
    auto *page = stage.part<ui::DashboardPage>("dashboardPage");
    page->setMasked(true);
    stage.part<QScrollArea>("boardArea")->ensureWidgetVisible(stage.part<QWidget>("accountsPanel"));
    stage.picture(QStringLiteral("dashboard-masked"));
}

void dashboardSparse(Stage &stage)
{
    stage.window().showPage(ui::Page::Dashboard);
    stage.picture(QStringLiteral("dashboard-no-connection"));
    stage.openSample();
    stage.window().showPage(ui::Page::Dashboard);
    awaitBoard(stage);
    auto *filter = stage.part<ui::RecordFilter>("recordFilter");
    auto *page = stage.part<ui::DashboardPage>("dashboardPage");
    page->setLeast(10'000);
    stage.settle();
    stage.picture(QStringLiteral("dashboard-few"));
    page->setLeast(5);
    filter->set({*query::parseFilter(QStringLiteral("nps >= 9")),
                 *query::parseFilter(QStringLiteral("property.Country = NL"))},
                {});
    stage.settle();
    stage.picture(QStringLiteral("dashboard-filtered"));
    filter->set({}, QStringLiteral("nobody wrote this"));
    stage.settle();
    stage.picture(QStringLiteral("dashboard-none"));
}

void charts(Stage &stage)
{
    const auto show = [&stage](const char *name, auto fill) {
        QWidget window;
        std::vector<ui::ChartPanel *> panels;
        fill(&window, panels);
        auto *column = new QVBoxLayout(&window);
        column->setSpacing(24);
        for (ui::ChartPanel *panel : panels)
            column->addWidget(panel);
        window.setFixedWidth(stage.window().width() / 2);
        window.show();
        stage.settle();
        stage.picture(QLatin1String(name), &window);
    };
    show("charts-trends", trends);
    show("charts-ranked", ranked);
    show("charts-others", others);
}

} // namespace gauge::screens
