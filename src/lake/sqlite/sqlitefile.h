// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/connection.h"
#include "lake/upkeep.h"

//! What only the engine itself can tell of a lake in a SQLite file.
namespace gauge::lake {

//! Whether \a error tells of damage in the file, rather than of what keeps one from looking.
[[nodiscard]] bool isDamage(const Error &error);

//! The names of all tables and views but those that SQLite keeps for itself; records first.
[[nodiscard]] Result<QStringList> listTables(Connection &connection);
//! Names and types of the columns of \a table.
[[nodiscard]] Result<std::vector<ColumnDescription>> listColumns(Connection &connection,
                                                                 const QString &table);
//! What SQLite finds wrong with the file's structure, in its words.
[[nodiscard]] Result<QStringList> checkFile(Connection &connection, Depth depth);

} // namespace gauge::lake
