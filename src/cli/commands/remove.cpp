// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/commands/schedule.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QDir>

namespace gauge::cli {

namespace {

using service::Connection;

//! `connection remove`
class RemoveCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app
            = parent.add_subcommand("remove", "forget a connection, its keychain entries and its lake");
        addName(*app, m_name);
        app->add_flag("--keep-lake", m_keepLake, "leave the lake's file where it is");
        app->footer(
            "Example:\n  gaugedesk-cli connection remove ACME --keep-lake\n\n"
            "Only the connection's own lake is deleted: not the one that --lake names, nor one that\n"
            "another connection uses, nor a schema that the address of the lake names. What became of\n"
            "it is printed; in JSON: lake, lake_kept and reason. Exit code 6, and nothing is changed,\n"
            "while a sync or an upload uses the lake.");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            session.then(session.engine().removeConnection(connection, m_keepLake), Source::Connections,
                         [&session, connection](const engine::Removed &removed) {
                             conclude(session, connection, removed);
                         });
        });
    }

private:
    //! A timer that is left behind would fail every hour.
    static void conclude(Session &session, const Connection &connection, const engine::Removed &removed)
    {
        forgetSchedule(&session, connection, [&session, connection, removed](const Result<void> &done) {
            print(session.console(), connection, removed);
            if (done)
                session.finish(ExitCode::Done);
            else
                session.finish(done.error(), Source::Connections);
        });
    }

    static void print(Console &console, const Connection &connection, const engine::Removed &removed)
    {
        if (console.isJson()) {
            JsonLine line;
            line.add("name", connection.name)
                .add("id", connection.id)
                .add("lake_kept", !removed.lakeRemoved)
                .add("lake", removed.lake);
            if (removed.reason.isEmpty())
                line.addNull("reason");
            else
                line.add("reason", removed.reason);
            console.print(line);
            return;
        }
        const QString place
            = lake::Location::isUrl(removed.lake) ? removed.lake : QDir::toNativeSeparators(removed.lake);
        const QString words = removed.lakeRemoved
            ? QCoreApplication::translate("cli", "“%1” and its local copy %2 are deleted.")
            : QCoreApplication::translate("cli", "“%1” is deleted. Its local copy %2 was not deleted. %3");
        console.print(removed.lakeRemoved ? words.arg(connection.name, place)
                                          : words.arg(connection.name, place, removed.reason));
    }

    QString m_name;
    bool m_keepLake = false;
};

} // namespace

CommandEntry command_remove()
{
    return {CommandGroup::Connection, 40, {makeCommand<RemoveCommand>}};
}

} // namespace gauge::cli
