// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/room.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace gauge::transfer {

qint64 freeSpaceOf(const QString &path)
{
    return QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
}

bool isClearlyTooLittle(qint64 free, double needed)
{
    constexpr double clearly = 0.8; // estimates are off by less
    return free >= 0 && needed * clearly > static_cast<double>(free);
}

} // namespace gauge::transfer
