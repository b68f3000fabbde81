// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/session.h"
#include "cli/texttable.h"

#include <CLI/App.hpp>

#include <QDir>

namespace gauge::cli {

namespace {

using saved::ExportPreset;
using saved::PresetList;
using saved::View;

//! "where nps <= 6; sort date_sent:desc".
QString inOneLine(const query::Query &query)
{
    return query::print(query).replace(QLatin1Char('\n'), QLatin1String("; "));
}

QString formatName(const ExportPreset &preset)
{
    return preset.format->id;
}

void print(Console &console, const std::vector<View> &views)
{
    if (console.isJson()) {
        for (const View &view : views)
            console.print(JsonLine()
                              .add("name", view.name)
                              .add("feed", view.feed)
                              .add("query", query::print(view.query)));
        return;
    }
    TextTable table({{QStringLiteral("NAME")}, {QStringLiteral("FEED")}, {QStringLiteral("ROWS")}});
    for (const View &view : views)
        table.add({view.name, view.feed, inOneLine(view.query)});
    console.print(table.text());
}

void print(Console &console, const std::vector<ExportPreset> &presets)
{
    if (console.isJson()) {
        for (const ExportPreset &preset : presets) {
            console.print(JsonLine()
                              .add("name", preset.name)
                              .add("feed", preset.feed)
                              .add("format", formatName(preset))
                              .add("output", preset.output)
                              .add("query", query::print(preset.query)));
        }
        return;
    }
    TextTable table({{QStringLiteral("NAME")},
                     {QStringLiteral("FEED")},
                     {QStringLiteral("FORMAT")},
                     {QStringLiteral("FILE")},
                     {QStringLiteral("ROWS")}});
    for (const ExportPreset &preset : presets) {
        table.add({preset.name, preset.feed, formatName(preset), QDir::toNativeSeparators(preset.output),
                   inOneLine(preset.query)});
    }
    console.print(table.text());
}

//! `views` or `presets`
template <typename T>
class SavedCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = nullptr;
        if constexpr (T::kind == saved::Kind::View) {
            app = parent.add_subcommand("views", "list the saved views, made in the window");
            app->footer(R"(Examples:
  gaugedesk-cli views
  gaugedesk-cli query ACME --view 'Detractors this month'
  gaugedesk-cli export ACME --view shared.gaugeview --output rows.csv)");
        } else {
            app = parent.add_subcommand("presets", "list the saved exports, made in the window");
            app->footer(R"(Examples:
  gaugedesk-cli presets
  gaugedesk-cli export ACME --preset 'Monthly board'
  gaugedesk-cli export ACME --preset 'Monthly board' --output elsewhere.csv)");
        }
        return app;
    }

    void run(Session &session) override
    {
        session.then(list(session.engine()), Source::Connections, [&session](const PresetList<T> &list) {
            Console &console = session.console();
            for (const QString &problem : list.problems)
                console.say(problem);
            if (!list.things.empty())
                print(console, list.things);
            else if (!console.isJson() && list.problems.isEmpty())
                console.note(QCoreApplication::translate("cli", "Nothing is saved yet."));
            session.finish(ExitCode::Done);
        });
    }

private:
    static AsyncJob<PresetList<T>> *list(engine::Engine &engine)
    {
        if constexpr (T::kind == saved::Kind::View)
            return engine.views().list();
        else
            return engine.exports().list();
    }
};

} // namespace

CommandEntry command_saved()
{
    return {
        CommandGroup::Main, 80, {makeCommand<SavedCommand<View>>, makeCommand<SavedCommand<ExportPreset>>}};
}

} // namespace gauge::cli
