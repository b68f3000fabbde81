// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

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

} // namespace gauge::cli
