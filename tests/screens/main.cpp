// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/scenes.h"

#include "base/log.h"
#include "kit/icons.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace gauge;

//! gaugedesk-screens FOLDER [SCENE] [VARIANT]: draws all scenes in all variants, or those named.
int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    QApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setWindowIcon(ui::applicationIcon());
    installLog(false);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fputs("usage: gaugedesk-screens FOLDER [SCENE] [VARIANT]\n", stderr);
        return 2;
    }
    const QString onlyScene = arguments.value(2);
    const QString onlyVariant = arguments.value(3);
    const QString light = QStringLiteral("light");
    const QString english = QStringLiteral("en");
    const screens::Variant variants[] = {
        {light, light, english, {1200, 760}},
        {QStringLiteral("dark"), QStringLiteral("dark"), english, {1200, 760}},
        {QStringLiteral("narrow"), light, english, {800, 600}},
        {QStringLiteral("dutch"), light, QStringLiteral("nl"), {1200, 760}},
    };
    for (const screens::Variant &variant : variants) {
        if (!onlyVariant.isEmpty() && onlyVariant != variant.name)
            continue;
        for (const screens::Scene &scene : screens::scenes()) {
            if (!onlyScene.isEmpty() && onlyScene != QLatin1String(scene.name))
                continue;
            std::printf("%s %s\n", scene.name, qPrintable(variant.name));
            std::fflush(stdout);
            screens::Stage stage(variant, arguments.at(1), scene.keychain);
            scene.play(stage);
        }
    }
    return 0;
}
