// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/endpoint.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace gauge::cli {

class Session;

//! One command: its words, its help and what it does. One file each in commands/.
class Command
{
public:
    virtual ~Command() = default;

    //! Adds the subcommand with its options and examples to \a parent. The feeds are those of \a catalog.
    virtual CLI::App *declare(CLI::App &parent, const catalog::Catalog &catalog) = 0;
    //! Looks at the options that were given, after they were parsed; errors are of kind Input.
    [[nodiscard]] virtual Result<void> check(const catalog::Catalog &) { return {}; }
    //! Absolute paths that were named for outputs. Asked after check(), before anything is written.
    [[nodiscard]] virtual QStringList outputs() const { return {}; }
    //! Does the work; returns at once, the work ends with Session::finish().
    virtual void run(Session &session) = 0;
};

//! Under which word a command stands.
enum class CommandGroup {
    Main, //!< `gaugedesk-cli sync`
    Connection, //!< `gaugedesk-cli connection add`
    Lake, //!< `gaugedesk-cli lake check`
};

//! What a file of commands/ offers: `CommandEntry command_<name of the file>()`. The configure step finds it.
struct CommandEntry
{
    CommandGroup group;
    int order; //!< in the help of its group
    std::vector<std::unique_ptr<Command> (*)()> makers; //!< more than one where commands share all but a type
};

template <typename Kind>
std::unique_ptr<Command> makeCommand()
{
    return std::make_unique<Kind>();
}

//! New commands of \a group in the order of its help.
[[nodiscard]] std::vector<std::unique_ptr<Command>> commandsOf(CommandGroup group);

} // namespace gauge::cli
