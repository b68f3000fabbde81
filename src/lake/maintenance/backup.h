// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <functional>

namespace gauge::lake {

//! Makes the file \a output from the lake at \a path. \a fill writes the contents of an empty file of the
//! given name, readable by its owner alone, and leaves no connection to it. The file gets its name when that
//! succeeded, so nobody ever sees it half-written. Returns its size in bytes. Input error when \a output is
//! there and may not be replaced, or is a lake in use; Storage when the disk has no room. Blocks.
[[nodiscard]] Result<qint64> makeLakeFile(const QString &path, const QString &output, bool replace,
                                          const std::function<Result<void>(const QString &file)> &fill);

} // namespace gauge::lake
