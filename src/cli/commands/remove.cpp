// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"
#include "cli/commands/schedule.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QDir>

namespace gauge::cli {

namespace {

using service::Connection;

QString translated(const char *text)
{
    return QCoreApplication::translate("cli", text);
}

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
        app->footer("Example:\n  gaugedesk-cli connection remove ACME --keep-lake");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [this, &session](const Connection &connection) {
            session.then(session.engine().removeConnection(connection, m_keepLake), Source::Connections,
                         [this, &session, connection](bool) { conclude(session, connection); });
        });
    }

private:
    //! A timer that is left behind would fail every hour.
    void conclude(Session &session, const Connection &connection) const
    {
        forgetSchedule(&session, connection, [this, &session, connection](const Result<void> &done) {
            print(session, connection);
            if (done)
                session.finish(ExitCode::Done);
            else
                session.finish(done.error(), Source::Connections);
        });
    }

    void print(Session &session, const Connection &connection) const
    {
        Console &console = session.console();
        const lake::Location lake = session.engine().lakeOf(connection);
        const bool isKept = m_keepLake || lake.isShared();
        if (console.isJson()) {
            console.print(
                JsonLine().add("name", connection.name).add("id", connection.id).add("lake_kept", isKept));
            return;
        }
        console.print(
            isKept
                ? translated(QT_TRANSLATE_NOOP("cli", "“%1” is forgotten. Its lake stays in %2."))
                      .arg(connection.name,
                           lake.isFile() ? QDir::toNativeSeparators(lake.text()) : lake.text())
                : translated(QT_TRANSLATE_NOOP("cli", "“%1” and its lake are gone.")).arg(connection.name));
    }

    QString m_name;
    bool m_keepLake = false;
};

} // namespace

std::unique_ptr<Command> removeCommand()
{
    return std::make_unique<RemoveCommand>();
}

} // namespace gauge::cli
