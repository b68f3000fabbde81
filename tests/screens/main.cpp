// SPDX-License-Identifier: GPL-3.0-or-later
#include "screens/scenes.h"

#include "base/log.h"
#include "kit/theme.h"

#include <QApplication>
#include <QDir>

#include <cstdio>
#include <cstring>

using namespace gauge;

//! gaugedesk-screens FOLDER [SCENE] [VARIANT]: draws all scenes in all variants, or those named; an empty
//! SCENE is all of them. The variant "double" is of a screen at 200 %, which a whole process is made for, and
//! is drawn only when it is named.
int main(int argc, char *argv[])
{
    const bool isDouble = argc > 3 && std::strcmp(argv[3], "double") == 0;
    if (isDouble)
        qputenv("QT_SCALE_FACTOR", "2");
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
        {QStringLiteral("double"), light, english, {1200, 760}},
    };
    for (const screens::Variant &variant : variants) {
        const bool isWanted
            = onlyVariant.isEmpty() ? variant.name != QLatin1String("double") : variant.name == onlyVariant;
        if (!isWanted)
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
