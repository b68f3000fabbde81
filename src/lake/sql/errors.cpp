// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/sql/errors.h"

#include "lake/sql/types.h"

#include <QDir>
#include <QLocale>

#include <filesystem>

namespace gauge::lake {

Error notALake(const QString &place, const QString &detail)
{
    return {
        ErrorKind::Storage,
        QCoreApplication::translate("lake",
                                    "%1 is not a local copy made by GaugeDesk. It was left as it is. Choose "
                                    "another file, or move this one away.")
            .arg(place),
        detail};
}

Error newerLayout(qint64 version)
{
    return {
        ErrorKind::Storage,
        QCoreApplication::translate("lake",
                                    "The local copy was made by a newer version of GaugeDesk. It was left "
                                    "as it is. Update GaugeDesk to open it."),
        QStringLiteral("layout %1, known %2").arg(version).arg(layoutVersion)};
}

Error nothingSynced(const QString &place)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("lake", "Nothing has been synced yet. Sync this connection first."),
            place};
}

Error inUse(const LeaseHolder &holder)
{
    return {ErrorKind::Busy,
            QCoreApplication::translate("lake",
                                        "A sync or an upload uses the local copy (process %1 on %2). Nothing "
                                        "was changed. Try again when it is done.")
                .arg(QString::number(holder.processId), holder.host),
            {}};
}

QString readOnlyText()
{
    return QCoreApplication::translate(
        "lake",
        "The local copy cannot be written: it, or its folder, is read-only. Nothing "
        "was changed. Allow writing there and try again.");
}

QString busyText()
{
    return QCoreApplication::translate(
        "lake",
        "Another program is writing to the local copy and does not let go of it. "
        "Nothing was changed. Try again when it is done.");
}

Result<void> roomFor(qint64 bytes, const QString &folder)
{
    std::error_code error;
    const auto space = std::filesystem::space(std::filesystem::path(folder.toStdU16String()), error);
    // Where the disk does not say, the write itself will.
    if (error || space.available >= std::uintmax_t(std::max<qint64>(bytes, 0)))
        return {};
    const QLocale locale;
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("lake",
                                            "This needs %1 of free space in %2, where only %3 are left. "
                                            "Nothing was changed. Make room and try again.")
                    .arg(locale.formattedDataSize(bytes), QDir::toNativeSeparators(folder),
                         locale.formattedDataSize(qint64(space.available))));
}

} // namespace gauge::lake
