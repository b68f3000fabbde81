// SPDX-License-Identifier: GPL-3.0-or-later
// A window with a table of a million made-up records, for walk.py. Ends when its standard input does.
#include "../records/madeuprows.h"
#include "records/table/laketablemodel.h"
#include "records/table/recordtable.h"

#include <QApplication>
#include <QSocketNotifier>

#include <unistd.h>

using namespace gauge;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("milliontable"));
    constexpr qint64 million = 1'000'000;
    ui::LakeTableModel model;
    ui::RecordTable table;
    table.setRecords(&model);
    query::Query query;
    query.columns = {QStringLiteral("number_customergauge"), QStringLiteral("nps"), QStringLiteral("email")};
    table.setFrozenNames(
        {QStringLiteral("number_customergauge")}); // a view over the view, which is not heard
    model.setSource(std::make_shared<test::MadeUpRows>(million), test::MadeUpRows::feed(), query);
    table.setWindowTitle(QStringLiteral("A million rows"));
    table.resize(800, 600);
    table.show();
    QSocketNotifier end(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&end, &QSocketNotifier::activated, &application, &QApplication::quit);
    return QApplication::exec();
}
