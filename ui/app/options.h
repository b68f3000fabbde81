// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace gauge::ui {

//! What the command line of the window asks for.
struct AppOptions
{
    QString dataFolder;
    QString colorScheme; //!< "dark", "light" or empty for the system's
    bool sample = false; //!< add and open the sample connection at once
    bool verbose = false;
};

//! What to do instead of opening a window.
struct AppAnswer
{
    QString text;
    int exitCode = 0;
};

//! Reads \a arguments (the program's name first) into \a options; an answer is printed and ends the
//! program. Needs a QCoreApplication but no display, so that --help and --version work anywhere.
[[nodiscard]] std::optional<AppAnswer> parseOptions(const QStringList &arguments, AppOptions &options);

} // namespace gauge::ui
