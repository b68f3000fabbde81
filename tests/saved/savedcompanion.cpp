// SPDX-License-Identifier: GPL-3.0-or-later
// savedcompanion FOLDER: saves one view in two versions, again and again, until it is killed.
// savedcompanion FOLDER PREFIX COUNT: saves so many views, a name each, and ends.
#include "saved/bigview.h"
#include "saved/presetstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace gauge;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const saved::PresetStore<saved::View> store(arguments.value(1));
    if (arguments.size() > 2) {
        saved::View view{arguments.value(2), QStringLiteral("responses"), {}, {}};
        for (int i = 0; i < arguments.value(3).toInt(); ++i) {
            view.name = arguments.value(2) + QString::number(i);
            if (!store.save(view, saved::Existing::Refuse))
                return 1;
        }
        return 0;
    }
    for (int i = 0;; ++i) {
        if (!store.save(test::bigView(i % 2), saved::Existing::Replace))
            return 1;
        std::puts("saved");
        std::fflush(stdout);
    }
}
