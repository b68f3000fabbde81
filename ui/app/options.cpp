// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "service/connection.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace gauge::ui {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("options", text);
}

} // namespace

std::optional<AppAnswer> parseOptions(const QStringList &arguments, AppOptions &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        words(QT_TRANSLATE_NOOP("options",
                                "Browse, keep and export the survey data of a CustomerGauge system.\n"
                                "GaugeDesk is independent of CustomerGauge.")));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    const QCommandLineOption dataDir(
        QStringLiteral("data-dir"),
        words(QT_TRANSLATE_NOOP("options",
                                "Where connections and local copies live (also GAUGEDESK_DATA_DIR).")),
        words(QT_TRANSLATE_NOOP("options", "folder")));
    const QCommandLineOption sample(
        QStringLiteral("sample"),
        words(QT_TRANSLATE_NOOP("options", "Open made-up data from a service that runs on this computer.")));
    const QCommandLineOption verbose(
        QStringLiteral("verbose"),
        words(QT_TRANSLATE_NOOP("options", "Say on standard error what happens.")));
    QCommandLineOption scheme(QStringLiteral("color-scheme"), QString(), QStringLiteral("scheme"));
    scheme.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({dataDir, sample, verbose, scheme});

    if (!parser.parse(arguments))
        return AppAnswer{parser.errorText() + QLatin1Char('\n'), 2};
    if (parser.isSet(help) || parser.isSet(QStringLiteral("help-all")))
        return AppAnswer{parser.helpText(), 0};
    if (parser.isSet(version))
        return AppAnswer{QStringLiteral("gaugedesk " GAUGE_VERSION "\n"), 0};
    if (!parser.positionalArguments().isEmpty())
        return AppAnswer{words(QT_TRANSLATE_NOOP("options", "Unexpected argument: %1\n"))
                             .arg(parser.positionalArguments().constFirst()),
                         2};

    const QString folder = parser.value(dataDir);
    options.dataFolder = folder.isEmpty() ? service::defaultDataFolder() : QDir(folder).absolutePath();
    options.sample = parser.isSet(sample);
    options.verbose = parser.isSet(verbose);
    options.colorScheme
        = parser.isSet(scheme) ? parser.value(scheme) : qEnvironmentVariable("GAUGEDESK_COLOR_SCHEME");
    return std::nullopt;
}

} // namespace gauge::ui
