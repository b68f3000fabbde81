// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/application.h"

#include "base/log.h"
#include "base/platform.h"
#include "base/privatefile.h"
#include "cli/commandline.h"
#include "cli/session.h"

#include <QCoreApplication>

namespace gauge::cli {

namespace {

int failToParse(const QStringList &arguments, const Error &error)
{
    Settings settings;
    settings.format = formatOf(arguments);
    Console console(settings);
    console.hide(addressesIn(arguments));
    console.error(error);
    static_cast<void>(console.flush());
    return int(exitCodeOf(error.kind, Source::Connections));
}

int printInformation(const Information &information)
{
    Console console(Settings{});
    console.printLine(information.text.toStdString());
    return int(console.flush() ? ExitCode::Done : ExitCode::Failed);
}

//! The engine knows the files that no output may replace. A job would refuse them, too, but after some work.
void start(Session &session, Command &command)
{
    if (const Result<void> usable = checkDataFolder(session.engine().dataFolder()); !usable) {
        session.finish(usable.error(), Source::Connections);
        return;
    }
    const QStringList outputs = command.outputs();
    for (const QString &output : outputs) {
        if (const Result<QString> target = outputTarget(output); !target) {
            session.finish(target.error(), Source::Connections);
            return;
        }
    }
    command.run(session);
}

int runCommand(const Invocation &invocation)
{
    installLog(invocation.settings.verbose);
    if (invocation.settings.quiet)
        QLoggingCategory::setFilterRules(QStringLiteral("*.warning=false"));
    Console console(invocation.settings);
    console.hide(addressesIn(QCoreApplication::arguments().mid(1)));
    engine::Options options;
    options.dataFolder = invocation.settings.dataFolder;
    options.lakeOverride = invocation.settings.lake;
    engine::Engine engine(options);
    Session session(engine, console);
    platform::handleInterrupt([&session] { session.interrupt(); });
    // In the loop, since a command may end at once and exit() counts only there.
    QMetaObject::invokeMethod(
        &session, [&] { start(session, *invocation.command); }, Qt::QueuedConnection);
    return QCoreApplication::exec();
}

} // namespace

int runApplication(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("gaugedesk-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GAUGE_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const auto parsed = parse(arguments, catalog::Catalog::builtIn());
    if (!parsed)
        return failToParse(arguments, parsed.error());
    if (const auto *information = std::get_if<Information>(&*parsed))
        return printInformation(*information);
    return runCommand(std::get<Invocation>(*parsed));
}

} // namespace gauge::cli
