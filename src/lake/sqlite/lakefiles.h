// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

//! The files of lakes, without a connection to one.
//!
//! POSIX drops all locks that a process has on a file when the process closes any descriptor of it. SQLite
//! knows its own descriptors and closes them in time; a file that is opened past it loses the locks of every
//! connection, and another process then deletes the log under them. So nothing here, and nothing elsewhere,
//! opens a lake or a file beside it but through SQLite.
namespace gauge::lake {

//! What SQLite finds at a path.
enum class FileKind {
    Absent, //!< no file, or an empty one
    NotADatabase, //!< also by its name: a file that belongs to a database beside it
    Foreign, //!< a database with the mark of another program
    Unmarked, //!< a database without a mark; also a lake while its first commit is in its log alone
    Lake,
    Unreadable, //!< SQLite cannot open or read it
};

//! Looks at the file at \a path. Takes no lock, changes nothing, and makes no file beside it. Blocks.
[[nodiscard]] FileKind fileKind(const QString &path);

//! Whether a lake is at \a path, also one whose first commit is in its log alone. What is not a lake stays as
//! it is. Blocks.
[[nodiscard]] bool isLake(const QString &path);

//! Whether a file called \a name is one that belongs to a database beside it (its log, say), or is a lock.
[[nodiscard]] bool isBesideDatabase(const QString &name);

//! Deletes the lake at \a path and the files beside it. Storage error with the name of the file that stays.
//! Nobody may have it open: on POSIX they would go on with a file that is gone. Blocks.
[[nodiscard]] Result<void> deleteLake(const QString &path);

// A lake may come from anywhere, and SQLite does what its file and its journal say. What GaugeDesk never
// writes is refused before it has an effect.

class SqlConnection;

//! Storage error where the journal of the lake at \a path names a super-journal. SQLite would delete the file
//! of that name when it opens the lake; a transaction of GaugeDesk has one file and so never one. Reads the
//! journal only, on which SQLite holds no locks. To be called before anything opens the lake.
[[nodiscard]] Result<void> checkJournal(const QString &path);

//! Storage error where the schema has what GaugeDesk never makes: a trigger (it could delete what a sync
//! stores), a view, a generated column, or a virtual table that is not a search index.
[[nodiscard]] Result<void> checkSchema(SqlConnection &connection);

} // namespace gauge::lake
