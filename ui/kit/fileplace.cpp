// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/fileplace.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace gauge::ui {

Obstacle obstacleAt(const QString &path)
{
    const QFileInfo file(path);
    if (file.isDir())
        return Obstacle::IsFolder;
    if (!file.absoluteDir().exists())
        return Obstacle::NoFolder;
    return file.exists() ? Obstacle::WillBeReplaced : Obstacle::None;
}

QString usualFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace gauge::ui
