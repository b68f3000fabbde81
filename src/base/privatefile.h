// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QLockFile>

#include <memory>

//! Small files as a whole, and those that several processes change and their owner alone reads.
namespace gauge {

//! Writes an output that a person asked for, readable by all who may read the folder: it appears whole, or
//! what was there stays. \a words are the text of a Storage error; where outputTarget() refuses \a path, its
//! Input error is returned.
[[nodiscard]] Result<void> writeWholeFile(const QString &path, const QByteArray &bytes, const QString &words);
//! The same, readable by its owner alone.
[[nodiscard]] Result<void> writeReport(const QString &path, const QByteArray &bytes, const QString &words);

//! Replaces \a path, a file of the program itself, by \a bytes. Its owner alone can read it. \a words are the
//! text of the error (Storage).
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &bytes,
                                            const QString &words);

//! What is in \a path, at most \a most bytes; \a words are what the error (Storage) tells people.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, qint64 most, const QString &words);

//! Whether this user alone (and root) can change \a path, which is a file or folder, or not there. Fails with
//! Storage if it belongs to another user, or its group or everybody can write to it, as ssh does with keys:
//! whoever changes a connection receives its secret.
[[nodiscard]] Result<void> checkControl(const QString &path);

//! Whether the program's own \a folder can be used: it is a folder that can be read and that this user alone
//! controls, or is not there yet. Fails with Storage for a file, a link that leads nowhere, a folder that
//! cannot be read (what is in it must not be taken for nothing), and as checkControl() does.
[[nodiscard]] Result<void> checkDataFolder(const QString &folder);

//! Makes \a folder and keeps other processes from changing what \a lockFile in it stands for, until what
//! comes back goes. Waits a little for them; then \a words are what the error (Storage) tells people.
[[nodiscard]] Result<std::unique_ptr<QLockFile>>
lockPrivateFolder(const QString &folder, const QString &lockFile, const QString &words);

} // namespace gauge
