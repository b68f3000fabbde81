// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "cli/command.h"

#include <QString>

#include <variant>

namespace gauge::cli {

//! How results are printed.
enum class OutputFormat { Text, Json };

//! The options that every command has.
struct Settings
{
    QString dataFolder; //!< absolute
    QString lake; //!< a file or database used instead of the connection's own lake, or empty
    OutputFormat format = OutputFormat::Text;
    bool quiet = false;
    bool verbose = false;
};

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
