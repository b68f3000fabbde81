// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/options.h"
#include "cli/session.h"

#include <QLocale>

namespace gauge::cli {

namespace {

using service::Connection;

void print(Console &console, const lake::CompactReport &report)
{
    if (console.isJson()) {
        console.print(JsonLine().add("before", report.before).add("after", report.after));
        return;
    }
    const QLocale plain = QLocale::c();
    console.print(QCoreApplication::translate("cli", "%1 before, %2 now.")
                      .arg(plain.formattedDataSize(report.before), plain.formattedDataSize(report.after)));
}

//! `lake compact`
class CompactCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("compact", "give the room of deleted records back");
        addName(*app, m_name);
        app->footer(R"(Example:
  gaugedesk-cli lake compact ACME

Needs free space of up to twice the lake's size while it works. Exit code 6 while a sync is running;
stopped at any moment, the lake stays as it was.)");
        return app;
    }

    void run(Session &session) override
    {
        session.withConnection(m_name, [&session](const Connection &connection) {
            session.then(session.engine().compactLake(connection), Source::Lake,
                         [&session](const lake::CompactReport &report) {
                             print(session.console(), report);
                             session.finish(ExitCode::Done);
                         });
        });
    }

private:
    QString m_name;
};

} // namespace

CommandEntry command_compact()
{
    return {CommandGroup::Lake, 50, {makeCommand<CompactCommand>}};
}

} // namespace gauge::cli
