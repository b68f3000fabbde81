// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include "base/platform.h"

#include <QSaveFile>

namespace gauge {

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes, const QString &words)
{
    QSaveFile file(path);
    // Unbuffered: commit() of Qt 6.4 does not notice that the last bytes of a buffer found no room.
    // Permissions before the first byte: nobody else ever reads a part of it.
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(bytes) == bytes.size() && file.commit();
    return written ? Result<void>() : fail(ErrorKind::Storage, words, file.errorString());
}

Result<std::unique_ptr<QLockFile>> lockPrivateFolder(const QString &folder, const QString &lockFile,
                                                     const QString &words)
{
    if (Result<void> made = platform::makePrivateFolder(folder); !made)
        return fail(std::move(made.error()));
    auto lock = std::make_unique<QLockFile>(folder + QLatin1Char('/') + lockFile);
    // A process that was killed while it made the lock leaves an empty one: only its age tells.
    lock->setStaleLockTime(2'000);
    constexpr int patience = 5'000;
    if (!lock->tryLock(patience))
        return fail(ErrorKind::Storage, words, QStringLiteral("lock error %1").arg(int(lock->error())));
    return lock;
}

} // namespace gauge
