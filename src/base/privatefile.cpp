// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include "base/platform.h"

#include <QFile>
#include <QSaveFile>

namespace gauge {

namespace {

//! \a prepare is called before the first byte.
template <typename Prepare>
Result<void> write(const QString &path, const QByteArray &bytes, const QString &words, Prepare prepare)
{
    QSaveFile file(path);
    // Unbuffered: commit() of Qt 6.4 does not notice that the last bytes of a buffer found no room.
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && prepare(file)
        && file.write(bytes) == bytes.size() && file.commit();
    return written ? Result<void>() : fail(ErrorKind::Storage, words, file.errorString());
}

} // namespace

Result<void> writeWholeFile(const QString &path, const QByteArray &bytes, const QString &words)
{
    return write(path, bytes, words, [](QSaveFile &) { return true; });
}

Result<void> writePrivateFile(const QString &path, const QByteArray &bytes, const QString &words)
{
    // Permissions before the first byte: nobody else ever reads a part of it.
    return write(path, bytes, words, [](QSaveFile &file) {
        return file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    });
}

Result<QByteArray> readSmallFile(const QString &path, qint64 most, const QString &words)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, words, file.errorString());
    if (file.size() > most)
        return fail(ErrorKind::Storage, words, QStringLiteral("too large"));
    return file.readAll();
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
