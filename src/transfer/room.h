// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Whether the disk has room for an export, told from its first rows.
namespace gauge::transfer {

inline constexpr qint64 rowsThatTellTheRest = 1000; //!< of which the size of all is estimated

//! Bytes that may still be written to the volume of a file; less than nothing: the system does not know.
[[nodiscard]] qint64 freeSpaceOf(const QString &path);

//! Whether \a free is clearly less than the estimate \a needed.
[[nodiscard]] bool isClearlyTooLittle(qint64 free, double needed);

//! What a workbook takes at the end and meanwhile, told from what its rows take as they are written. Each
//! sheet is put together in a file of its own, while its rows are still there, and packed, which takes a
//! tenth; the packed workbook is copied.
[[nodiscard]] constexpr qint64 packedWorkbook(qint64 rowBytes)
{
    return rowBytes / 10;
}
[[nodiscard]] constexpr qint64 workbookRoom(qint64 rowBytes)
{
    return 2 * (rowBytes + packedWorkbook(rowBytes));
}

} // namespace gauge::transfer
