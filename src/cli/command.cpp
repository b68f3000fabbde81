// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include <algorithm>

namespace gauge::cli {

//! Generated from the files of commands/.
std::vector<CommandEntry> builtInCommands();

std::vector<std::unique_ptr<Command>> commandsOf(CommandGroup group)
{
    std::vector<CommandEntry> entries = builtInCommands();
    std::erase_if(entries, [&](const CommandEntry &entry) { return entry.group != group; });
    std::sort(entries.begin(), entries.end(),
              [](const CommandEntry &one, const CommandEntry &other) { return one.order < other.order; });
    std::vector<std::unique_ptr<Command>> commands;
    for (const CommandEntry &entry : entries)
        for (const auto make : entry.makers)
            commands.push_back(make());
    return commands;
}

} // namespace gauge::cli
