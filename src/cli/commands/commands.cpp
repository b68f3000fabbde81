// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.h"

namespace gauge::cli {

namespace {

using Maker = std::unique_ptr<Command> (*)();

std::vector<std::unique_ptr<Command>> made(std::initializer_list<Maker> makers)
{
    std::vector<std::unique_ptr<Command>> commands;
    for (const Maker make : makers)
        commands.push_back(make());
    return commands;
}

} // namespace

Result<void> Command::check(const catalog::Catalog &)
{
    return {};
}

std::vector<std::unique_ptr<Command>> connectionCommands()
{
    return made({addCommand, listCommand, testCommand, removeCommand});
}

std::vector<std::unique_ptr<Command>> lakeCommands()
{
    return made({schemaCommand, backupCommand, importCommand, checkCommand, compactCommand});
}

std::vector<std::unique_ptr<Command>> lakeAndServiceCommands()
{
    return made({syncCommand, fetchCommand, statusCommand, historyCommand, queryCommand, valuesCommand,
                 exportCommand, viewsCommand, presetsCommand, metricsCommand, lifeCommand, uploadCommand,
                 uploadsCommand, configurationsCommand, scheduleCommand, verifyCommand, personCommand});
}

} // namespace gauge::cli
