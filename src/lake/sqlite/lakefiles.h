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

} // namespace gauge::lake
