// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QLockFile>

#include <memory>

//! Small files as a whole, and those that several processes change and their owner alone reads.
namespace gauge {

//! Replaces \a path by \a bytes for all who may read the folder: it appears whole, or what was there stays.
//! \a words are what the error (Storage) tells people.
[[nodiscard]] Result<void> writeWholeFile(const QString &path, const QByteArray &bytes, const QString &words);

//! The same for its owner alone.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &bytes,
                                            const QString &words);

//! What is in \a path, at most \a most bytes; \a words are what the error (Storage) tells people.
[[nodiscard]] Result<QByteArray> readSmallFile(const QString &path, qint64 most, const QString &words);

//! Makes \a folder and keeps other processes from changing what \a lockFile in it stands for, until what
//! comes back goes. Waits a little for them; then \a words are what the error (Storage) tells people.
[[nodiscard]] Result<std::unique_ptr<QLockFile>>
lockPrivateFolder(const QString &folder, const QString &lockFile, const QString &words);

} // namespace gauge
