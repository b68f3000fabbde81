// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

//! Each command is made by its own file; the lists are in commands.cpp.
namespace gauge::cli {

[[nodiscard]] std::unique_ptr<Command> addCommand();
[[nodiscard]] std::unique_ptr<Command> listCommand();
[[nodiscard]] std::unique_ptr<Command> testCommand();
[[nodiscard]] std::unique_ptr<Command> removeCommand();
[[nodiscard]] std::unique_ptr<Command> syncCommand();
[[nodiscard]] std::unique_ptr<Command> fetchCommand();
[[nodiscard]] std::unique_ptr<Command> statusCommand();
[[nodiscard]] std::unique_ptr<Command> historyCommand();
[[nodiscard]] std::unique_ptr<Command> queryCommand();
[[nodiscard]] std::unique_ptr<Command> valuesCommand();
[[nodiscard]] std::unique_ptr<Command> exportCommand();
[[nodiscard]] std::unique_ptr<Command> viewsCommand();
[[nodiscard]] std::unique_ptr<Command> presetsCommand();
[[nodiscard]] std::unique_ptr<Command> metricsCommand();
[[nodiscard]] std::unique_ptr<Command> lifeCommand();
[[nodiscard]] std::unique_ptr<Command> scheduleCommand();
[[nodiscard]] std::unique_ptr<Command> schemaCommand();
[[nodiscard]] std::unique_ptr<Command> uploadCommand();
[[nodiscard]] std::unique_ptr<Command> uploadsCommand();
[[nodiscard]] std::unique_ptr<Command> configurationsCommand();
[[nodiscard]] std::unique_ptr<Command> verifyCommand();
[[nodiscard]] std::unique_ptr<Command> personCommand();
[[nodiscard]] std::unique_ptr<Command> backupCommand();
[[nodiscard]] std::unique_ptr<Command> checkCommand();
[[nodiscard]] std::unique_ptr<Command> compactCommand();
[[nodiscard]] std::unique_ptr<Command> importCommand();

} // namespace gauge::cli
