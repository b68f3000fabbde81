// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/session.h"
#include "cli/texttable.h"

#include <CLI/App.hpp>

namespace gauge::cli {

namespace {

using upload::Configuration;

JsonLine lineOf(const Configuration &configuration)
{
    QStringList headings;
    for (const upload::Heading &heading : configuration.headings)
        headings.append(heading.name);
    return JsonLine()
        .add("name", configuration.name)
        .add("reference", configuration.reference)
        .add("record_type", configuration.recordType)
        .add("headings", headings)
        .add("standard", configuration.isBuiltIn());
}

QString tableOf(const std::vector<Configuration> &configurations)
{
    TextTable table({{QStringLiteral("NAME")},
                     {QStringLiteral("REFERENCE")},
                     {QStringLiteral("TYPE")},
                     {QStringLiteral("HEADINGS"), TextTable::Align::Right}});
    for (const Configuration &each : configurations)
        table.add({each.name, each.reference, each.recordType, QString::number(each.headings.size())});
    return table.text();
}

//! `configurations`
class ConfigurationsCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("configurations",
                                              "list the configurations of uploads, made in the window");
        app->footer(R"(Examples:
  gaugedesk-cli configurations
  gaugedesk-cli --format json configurations | jq -r .reference
  gaugedesk-cli upload ACME activities --configuration 'Calls from the CRM' --from calls.csv

upload takes a name or a reference. Those that come with GaugeDesk are "standard" in JSON.)");
        return app;
    }

    void run(Session &session) override
    {
        session.then(session.engine().uploads().configurations(), Source::Connections,
                     [&session](const upload::ConfigurationStore::Contents &contents) {
                         Console &console = session.console();
                         for (const QString &problem : contents.problems)
                             console.say(problem);
                         if (!console.isJson())
                             console.print(tableOf(contents.configurations));
                         else
                             for (const Configuration &each : contents.configurations)
                                 console.print(lineOf(each));
                         session.finish(ExitCode::Done);
                     });
    }
};

} // namespace

CommandEntry command_configurations()
{
    return {CommandGroup::Main, 130, {makeCommand<ConfigurationsCommand>}};
}

} // namespace gauge::cli
