// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Where a file is to be written.
namespace gauge::ui {

enum class Obstacle { None, WillBeReplaced, NoFolder, IsFolder };

//! Looks at the file system, so not in the window's thread: it may be a sleeping network drive.
[[nodiscard]] Obstacle obstacleAt(const QString &path);

//! Documents, or the home folder of a system that has none. It is looked for in the background at the first
//! call; until it is found the home folder is returned.
[[nodiscard]] QString usualFolder();

} // namespace gauge::ui
