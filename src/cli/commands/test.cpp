// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"

namespace gauge::cli {

namespace {

using service::Connection;

void print(Console &console, const Connection &connection, const engine::TestReport &report)
{
    if (console.isJson()) {
        console.print(JsonLine()
                          .add("name", connection.name)
                          .add("readable", report.readableFeeds)
                          .add("refused", report.refusedFeeds));
        return;
    }
    const QString separator = QStringLiteral(", ");
    console.print(QCoreApplication::translate("cli", "“%1” works. It may read: %2.")
                      .arg(connection.name, report.readableFeeds.join(separator)));
    if (!report.refusedFeeds.isEmpty()) {
        console.print(QCoreApplication::translate(
                          "cli", "It may not read: %1. CustomerGauge's administrator can allow it.")
                          .arg(report.refusedFeeds.join(separator)));
    }
}

//! `connection test`
class TestCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app
            = parent.add_subcommand("test", "fetch a token and one record of each feed; nothing is stored");
        addName(*app, m_name);
        app->footer("Example:\n  gaugedesk-cli connection test ACME\n\n"
                    "Exit code 3 means that ID or secret was refused, 4 that the service was not reached.");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [&session](const Connection &connection) {
            session.then(session.engine().testConnection(connection, {}), Source::Service,
                         [&session, connection](const engine::TestReport &report) {
                             print(session.console(), connection, report);
                             session.finish(ExitCode::Done);
                         });
        });
    }

private:
    QString m_name;
};

} // namespace

CommandEntry command_test()
{
    return {CommandGroup::Connection, 30, {makeCommand<TestCommand>}};
}

} // namespace gauge::cli
