// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QLockFile>

#include <memory>

//! Small files that several processes change and their owner alone reads.
namespace gauge {

//! Replaces \a path by \a bytes: it appears whole, or what was there stays. \a words are what the error
//! (Storage) tells people.
[[nodiscard]] Result<void> writePrivateFile(const QString &path, const QByteArray &bytes,
                                            const QString &words);

//! Makes \a folder and keeps other processes from changing what \a lockFile in it stands for, until what
//! comes back goes. Waits a little for them; then \a words are what the error (Storage) tells people.
[[nodiscard]] Result<std::unique_ptr<QLockFile>>
lockPrivateFolder(const QString &folder, const QString &lockFile, const QString &words);

} // namespace gauge
