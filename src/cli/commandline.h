// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "cli/command.h"
#include "cli/settings.h"

#include <variant>

namespace gauge::cli {

//! What a command line asks for.
struct Invocation
{
    Settings settings;
    std::shared_ptr<Command> command; //!< checked
};

//! --help or --version: a text for standard output.
struct Information
{
    QString text;
};

//! Reads the \a arguments after the program's name. Errors are of kind Input and say which --help to read.
[[nodiscard]] Result<std::variant<Invocation, Information>> parse(const QStringList &arguments,
                                                                  const catalog::Catalog &catalog);

//! Whether \a arguments ask for JSON, for errors of a command line that could not be parsed.
[[nodiscard]] OutputFormat formatOf(const QStringList &arguments);

} // namespace gauge::cli
