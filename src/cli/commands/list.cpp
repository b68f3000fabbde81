// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commandoutput.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/texttable.h"

namespace gauge::cli {

namespace {

using service::Connection;

QString tableOf(const std::vector<Connection> &connections)
{
    TextTable table({{QStringLiteral("NAME")},
                     {QStringLiteral("REGION")},
                     {QStringLiteral("CLIENT ID")},
                     {QStringLiteral("SECRET")}});
    for (const Connection &connection : connections) {
        table.add({connection.name, service::regionName(connection.region), connection.clientId,
                   placeName(connection.secretPlace)});
    }
    return table.text();
}

//! `connection list`
class ListCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("list", "show the saved connections, never their secrets");
        app->footer("Example:\n  gaugedesk-cli --format json connection list");
        return app;
    }

    void run(Session &session) override
    {
        session.then(session.engine().loadConnections(), Source::Connections,
                     [&session](const std::vector<Connection> &connections) {
                         print(session.console(), connections);
                         session.finish(ExitCode::Done);
                     });
    }

private:
    static void print(Console &console, const std::vector<Connection> &connections)
    {
        if (console.isJson()) {
            for (const Connection &connection : connections)
                console.print(connectionLine(connection));
        } else if (connections.empty()) {
            console.note(QCoreApplication::translate(
                "cli",
                "There is no connection yet. Make one with: gaugedesk-cli connection add NAME --region eu"));
        } else {
            console.print(tableOf(connections));
        }
    }
};

} // namespace

CommandEntry command_list()
{
    return {CommandGroup::Connection, 20, {makeCommand<ListCommand>}};
}

} // namespace gauge::cli
