// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/session.h"

#include <CLI/App.hpp>

namespace gauge::cli {

namespace {

//! The example of the recipe in CONTRIBUTING.
class MadeUpCommand final : public Command
{
public:
    CLI::App *declare(CLI::App &parent, const catalog::Catalog &) override
    {
        CLI::App *app = parent.add_subcommand("made-up", "print a word");
        app->add_option("WORD", m_word)->required();
        return app;
    }
    [[nodiscard]] Result<void> check(const catalog::Catalog &) override
    {
        return m_word.empty() ? fail(ErrorKind::Input, QStringLiteral("no word")) : Result<void>();
    }
    void run(Session &session) override
    {
        session.console().print(QString::fromStdString(m_word));
        session.finish(ExitCode::Done);
    }

private:
    std::string m_word;
};

} // namespace

CommandEntry command_made_up()
{
    return {CommandGroup::Lake, 15, {makeCommand<MadeUpCommand>}};
}

} // namespace gauge::cli
