// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>
#include <span>

namespace gauge::lake {

class Connection;

//! What turns layout n into layout n + 1.
using MigrationStep = std::function<Result<void>(Connection &)>;

//! Brings the lake to layout steps.size(): step i runs where Connection::layout() is i, each in a
//! transaction of its own together with the new version number. Stops at the first failure, with the
//! file as it was before that step. Two processes that open a lake at once do not disturb each other.
[[nodiscard]] Result<void> migrate(Connection &connection, std::span<const MigrationStep> steps);

} // namespace gauge::lake
