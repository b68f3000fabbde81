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
    [[nodiscard]] virtual Result<void> check(const catalog::Catalog &catalog);
    //! Absolute paths that were named for outputs. Asked after check(), before anything is written.
    [[nodiscard]] virtual QStringList outputs() const { return {}; }
    //! Does the work; returns at once, the work ends with Session::finish().
    virtual void run(Session &session) = 0;
};

//! Commands of `gaugedesk-cli connection`.
[[nodiscard]] std::vector<std::unique_ptr<Command>> connectionCommands();
//! Commands of `gaugedesk-cli lake`.
[[nodiscard]] std::vector<std::unique_ptr<Command>> lakeCommands();
//! All others.
[[nodiscard]] std::vector<std::unique_ptr<Command>> lakeAndServiceCommands();

} // namespace gauge::cli
