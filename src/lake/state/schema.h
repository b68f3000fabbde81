// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace gauge::lake {

class SqlConnection;

//! What turns layout n into layout n + 1.
using MigrationStep = std::function<Result<void>(SqlConnection &)>;

//! Brings the lake to layout steps.size(): step i runs where SqlConnection::layout() is i, each in a
//! transaction of its own together with the new version number. Stops at the first failure, with the
//! file as it was before that step. Two processes that open a lake at once do not disturb each other.
[[nodiscard]] Result<void> migrate(SqlConnection &connection, std::span<const MigrationStep> steps);

class SqlConnection;

//! The steps from an empty file to layoutVersion. A new layout is one function more, at the end.
[[nodiscard]] std::span<const MigrationStep> layoutSteps();

//! The first layout that has lake_uploads.
inline constexpr int layoutWithUploads = 3;

//! The first layout that has lake_owner.
inline constexpr int layoutWithOwner = 5;

//! The first layout whose records are as they are now: later ones change other tables, so it can be read.
inline constexpr int layoutWithRecordsOfToday = 6;

//! The first layout that has lake_upload_rows.content.
inline constexpr int layoutWithRowContents = 7;

//! What makes the tables beside a feed's `<table>` and `<table>_raw`.
[[nodiscard]] std::vector<std::string> companionTables(const QString &table);

} // namespace gauge::lake
