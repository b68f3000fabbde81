// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

//! A lake may come from anywhere, and SQLite does what its file and its journal say. What GaugeDesk never
//! writes is refused before it has an effect.
namespace gauge::lake {

class Connection;

//! Storage error where the journal of the lake at \a path names a super-journal. SQLite would delete the file
//! of that name when it opens the lake; a transaction of GaugeDesk has one file and so never one. Reads the
//! journal only, on which SQLite holds no locks. To be called before anything opens the lake.
[[nodiscard]] Result<void> checkJournal(const QString &path);

//! Storage error where the schema has what GaugeDesk never makes: a trigger (it could delete what a sync
//! stores), a view, a generated column, or a virtual table that is not a search index.
[[nodiscard]] Result<void> checkSchema(Connection &connection);

} // namespace gauge::lake
