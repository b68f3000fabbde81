// SPDX-License-Identifier: GPL-3.0-or-later
// A window with three charts, for walkcharts.py. Ends when its standard input does.
#include "../charts/chartfixture.h"
#include "charts/chartpanel.h"

#include <QApplication>
#include <QSocketNotifier>
#include <QVBoxLayout>

#include <unistd.h>

using namespace gauge;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("chartpanels"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QWidget window;
    window.setWindowTitle(QStringLiteral("Charts"));
    auto *layout = new QVBoxLayout(&window);
    auto *trend = new ui::TrendChart;
    trend->setTitle(QStringLiteral("NPS by month"));
    trend->setFigures(test::threeMonths());
    auto *drivers = new ui::ContributionChart;
    drivers->setTitle(QStringLiteral("Drivers"));
    drivers->setFigures(test::twoDrivers());
    auto *scores = new ui::DistributionChart;
    scores->setTitle(QStringLiteral("Scores"));
    scores->setEmptyText(QStringLiteral("Nobody gave a score."));
    for (ui::Chart *chart : std::initializer_list<ui::Chart *>{trend, drivers, scores})
        layout->addWidget(new ui::ChartPanel(chart));
    window.show();
    QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QApplication::quit);
    return QApplication::exec();
}
