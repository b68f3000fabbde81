// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/fileplace.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace gauge::ui {

namespace {

QString lookForFolder()
{
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(documents).exists() ? documents : QDir::homePath();
}

} // namespace

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
    static const QFuture<QString> found = QtConcurrent::run(lookForFolder);
    return found.isFinished() ? found.result() : QDir::homePath();
}

} // namespace gauge::ui
