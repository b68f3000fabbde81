// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QIODevice>

#include <stop_token>
#include <vector>

namespace gauge::transfer {

//! Copies a finished workbook to where it belongs, and proves on the way that it is whole.
//! libxlsxwriter 1.1.4 does not look whether its temporary files took what it wrote: on a full disk it
//! reports success and leaves a workbook that lacks rows.
//! \a sheetBytes is what was written between the heading and the end of each sheet, in their order.
//! An error (Storage) when anything is missing, or \a to does not take it.
[[nodiscard]] Result<void> copyWhole(QIODevice &from, QIODevice &to, const std::vector<qint64> &sheetBytes,
                                     const std::stop_token &stop);

} // namespace gauge::transfer
