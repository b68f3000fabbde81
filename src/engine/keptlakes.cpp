// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/keptlakes.h"

#include "lake/sqlite/lakefiles.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

namespace gauge::engine {

std::vector<lake::Location> keptLakes(const QString &dataFolder, const service::Connection &connection,
                                      const lake::Location &own)
{
    std::vector<lake::Location> lakes;
    if (!own.isEmpty())
        lakes.push_back(own);
    const QDir folder = QFileInfo(service::ConnectionStore(dataFolder).lakePath(connection)).absoluteDir();
    const QStringList names = folder.entryList({QLatin1Char('*') + connection.id + QLatin1Char('*')},
                                               QDir::Files | QDir::Hidden, QDir::Name);
    const QString ownFile = own.isFile() ? QFileInfo(own.text()).absoluteFilePath() : QString();
    for (const QString &name : names) {
        const QString path = folder.absoluteFilePath(name);
        if (path != ownFile && !lake::isBesideDatabase(name) && lake::isLake(path))
            lakes.emplace_back(path);
    }
    return lakes;
}

QStringList filesNaming(const QString &dataFolder, const lake::PersonKey &key)
{
    constexpr qint64 largest = qint64(64) << 20; // nothing but a lake is as large
    const lake::PersonMatch match(key);
    QStringList naming;
    QDirIterator files(dataFolder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (match.canBeMentioned() && files.hasNext()) {
        QFile file(files.next());
        // A database, whoever made it, may be a lake that is in use (lakefiles.h).
        if (lake::isBesideDatabase(file.fileName()) || files.fileInfo().size() > largest
            || lake::fileKind(file.fileName()) != lake::FileKind::NotADatabase
            || !file.open(QIODevice::ReadOnly))
            continue;
        if (match.countIn(file.readAll()) > 0)
            naming.append(file.fileName());
    }
    naming.sort();
    return naming;
}

} // namespace gauge::engine
