// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/keptlakes.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <string_view>

namespace gauge::engine {

namespace {

//! By its first bytes (the SQLite file format, "The Database Header"): SQLite, and the program's own mark.
bool isLake(const QString &path)
{
    constexpr std::string_view magic("SQLite format 3\0", 16);
    constexpr qsizetype markAt = 68;
    constexpr std::string_view mark = "GgDk";
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray head = file.read(markAt + qint64(mark.size()));
    return head.startsWith(QByteArrayView(magic.data(), qsizetype(magic.size())))
        && head.mid(markAt) == QByteArrayView(mark.data(), qsizetype(mark.size()));
}

} // namespace

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
        if (path != ownFile && isLake(path))
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
        if (isLake(file.fileName()) || file.fileName().endsWith(QLatin1String("-wal"))
            || file.size() > largest || !file.open(QIODevice::ReadOnly))
            continue;
        if (match.countIn(file.readAll()) > 0)
            naming.append(file.fileName());
    }
    naming.sort();
    return naming;
}

} // namespace gauge::engine
