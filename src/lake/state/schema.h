// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/state/migrator.h"

#include <span>
#include <string>
#include <vector>

namespace gauge::lake {

class Connection;

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
