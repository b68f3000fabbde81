// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/engine.h"

namespace gauge::engine {

//! The client ID that \a connection uses now: that of the environment wins.
[[nodiscard]] QString clientIdOf(const service::Connection &connection);
//! What \a connection reads, as its lake knows it. All sample data are of one system, wherever the sandbox
//! answers this time.
[[nodiscard]] lake::System systemOf(const service::Connection &connection);

//! The lake that \a connection names, in \a dataFolder if it names none; nowhere if its address is not
//! usable.
[[nodiscard]] lake::Location ownLake(const QString &dataFolder, const service::Connection &connection);
//! One of \a all, other than \a connection, that has its lake at \a place too. Looks at the disk.
[[nodiscard]] std::optional<service::Connection> anotherWith(const lake::Location &place,
                                                             const QString &dataFolder,
                                                             const service::Connection &connection,
                                                             const std::vector<service::Connection> &all);

//! See Engine::testLake(). Blocks.
[[nodiscard]] Result<LakeTest> lookAtLake(const QString &dataFolder, const service::Connection &connection,
                                          const QDateTime &now, const std::stop_token &stop);
//! Deletes the lake at \a place and reports what became of it. What is in the file that the program made by
//! itself for the connection (\a isOurs) is deleted even if it is damaged. Blocks.
[[nodiscard]] Result<Removed> removeLakeAt(const lake::Location &place, bool isOurs);

} // namespace gauge::engine
