// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include "base/outputfile.h"
#include "base/platform.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <filesystem>

namespace gauge {

namespace {

Result<void> writeTo(OutputFile &file, const QByteArray &bytes, const QString &words)
{
    const Result<void> begun = file.begin();
    if (!begun && begun.error().kind == ErrorKind::Input)
        return begun;
    const bool written = begun && file.write(bytes) == bytes.size() && file.commit();
    return written ? Result<void>()
                   : fail(ErrorKind::Storage, words, begun ? file.errorString() : begun.error().detail);
}

} // namespace

Result<void> writeWholeFile(const QString &path, const QByteArray &bytes, const QString &words)
{
    OutputFile file(path);
    return writeTo(file, bytes, words);
}

Result<void> writeReport(const QString &path, const QByteArray &bytes, const QString &words)
{
    OutputFile file(path, OutputFile::Readers::OwnerOnly);
    return writeTo(file, bytes, words);
}

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

Result<QByteArray> readSmallFile(const QString &path, qint64 most, const QString &words)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::Storage, words, file.errorString());
    if (file.size() > most)
        return fail(ErrorKind::Storage, words, QStringLiteral("too large"));
    return file.readAll();
}

Result<void> checkControl(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    switch (platform::controlOf(path)) {
    case platform::Control::Ours:
        return {};
    case platform::Control::AnotherOwner:
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("gauge",
                                                "%1 belongs to another user, who could have your secrets "
                                                "sent elsewhere. Nothing was read or changed. Use a data "
                                                "folder of your own (--data-dir or GAUGEDESK_DATA_DIR).")
                        .arg(shown),
                    QStringLiteral("another owner"));
    case platform::Control::Others:
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("gauge",
                                                "Other users can change %1, and so could have your secrets "
                                                "sent elsewhere. Nothing was read or changed. Remove their "
                                                "right to write (chmod go-w), or use another data folder "
                                                "(--data-dir or GAUGEDESK_DATA_DIR).")
                        .arg(shown),
                    QStringLiteral("writable by others"));
    }
    return {};
}

Result<void> checkDataFolder(const QString &folder)
{
    namespace fs = std::filesystem;
    const fs::path path(folder.toStdU16String());
    const QString shown = QDir::toNativeSeparators(folder);
    std::error_code error;
    const fs::file_type type = fs::status(path, error).type();
    const QString reason = QString::fromStdString(error.message());
    if (type == fs::file_type::not_found) {
        std::error_code ignored;
        if (!fs::is_symlink(path, ignored)) {
            // "Not a directory": a file is where one of its parents should be.
            if (error != std::errc::not_a_directory)
                return {};
            return fail(ErrorKind::Storage,
                        QCoreApplication::translate("gauge",
                                                    "The data folder %1 is inside a file. Name another "
                                                    "folder (--data-dir or GAUGEDESK_DATA_DIR), or move the "
                                                    "file away.")
                            .arg(shown),
                        reason);
        }
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("gauge",
                                                "The data folder %1 is a link that leads nowhere. Perhaps a "
                                                "disk is not connected. Nothing was changed.")
                        .arg(shown));
    }
    const bool isReadable = type != fs::file_type::none && type != fs::file_type::unknown;
    if (isReadable && type != fs::file_type::directory) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("gauge",
                                                "The data folder %1 is not a folder. Name another one "
                                                "(--data-dir or GAUGEDESK_DATA_DIR), or move the file "
                                                "away.")
                        .arg(shown));
    }
    const QFileInfo info(folder);
    if (isReadable && info.isReadable() && info.isExecutable())
        return checkControl(folder);
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("gauge",
                                            "The data folder %1 cannot be read. Check that it belongs to "
                                            "you. Nothing was changed.")
                    .arg(shown),
                reason);
}

Result<std::unique_ptr<QLockFile>> lockPrivateFolder(const QString &folder, const QString &lockFile,
                                                     const QString &words)
{
    GAUGE_CHECK(platform::makePrivateFolder(folder));
    GAUGE_CHECK(checkControl(folder));
    auto lock = std::make_unique<QLockFile>(folder + QLatin1Char('/') + lockFile);
    // A process that was killed while it made the lock leaves an empty one: only its age tells.
    lock->setStaleLockTime(2'000);
    constexpr int patience = 5'000;
    if (!lock->tryLock(patience))
        return fail(ErrorKind::Storage, words, QStringLiteral("lock error %1").arg(int(lock->error())));
    return lock;
}

} // namespace gauge
