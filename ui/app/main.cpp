// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/app.h"

#include "base/log.h"
#include "base/platform.h"
#include "kit/theme.h"

#include <QApplication>

#include <cstdio>

namespace {

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("gaugedesk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GAUGE_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("GaugeDesk"));
    QGuiApplication::setDesktopFileName(QStringLiteral("io.gaugedesk.GaugeDesk"));
}

bool asksForWordsOnly(int argc, char **argv)
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QLatin1String text(argument);
        return text == QLatin1String("--help") || text == QLatin1String("-h")
            || text == QLatin1String("--version") || text == QLatin1String("-v")
            || text == QLatin1String("--help-all");
    });
}

//! Prints what parseOptions() has to say, if anything, and gives the exit code.
std::optional<int> answer(gauge::ui::AppOptions &options)
{
    const auto said = gauge::ui::parseOptions(QCoreApplication::arguments(), options);
    if (!said)
        return std::nullopt;
    std::fputs(qPrintable(said->text), said->exitCode == 0 ? stdout : stderr);
    return said->exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    gauge::platform::forbidCoreDumps();
    nameApplication();
    gauge::ui::AppOptions options;
    if (asksForWordsOnly(argc, argv)) {
        const QCoreApplication withoutDisplay(argc, argv);
        return answer(options).value_or(0);
    }
    const QApplication application(argc, argv);
    if (const std::optional<int> exitCode = answer(options))
        return *exitCode;
    gauge::installLog(options.verbose);
    QGuiApplication::setWindowIcon(gauge::ui::applicationIcon());
    gauge::ui::forceColorScheme(options.colorScheme);
    gauge::ui::App app(options);
    app.open();
    return QApplication::exec();
}
