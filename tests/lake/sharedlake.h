// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lakefixture.h"

#include <QDir>
#include <QDirIterator>

#include <sys/stat.h>
#include <unistd.h>

namespace gauge::test {

//! The record locks that this process has on \a path, as Linux tells.
inline QStringList locksOn(const QString &path)
{
    struct stat status = {};
    QFile table(QStringLiteral("/proc/locks"));
    if (::stat(QFile::encodeName(path).constData(), &status) != 0 || !table.open(QIODevice::ReadOnly))
        qFatal("no locks can be read of %s", qPrintable(path));
    const QString inode = QLatin1Char(':') + QString::number(status.st_ino);
    QStringList held;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.value(1) == QLatin1String("POSIX") && words.value(4).toLongLong() == ::getpid()
            && words.value(5).endsWith(inode))
            held.append(words.value(3) + QLatin1Char(' ') + words.value(6));
    }
    held.sort();
    return held;
}

//! Files of \a path, and beside it, that this process has open although they were deleted.
inline QStringList deletedFilesOf(const QString &path)
{
    QStringList deleted;
    QDirIterator descriptors(QStringLiteral("/proc/self/fd"), QDir::System | QDir::Files | QDir::Hidden);
    while (descriptors.hasNext()) {
        const QString target = QString::fromLocal8Bit(QFile::symLinkTarget(descriptors.next()).toLocal8Bit());
        if (target.startsWith(path) && target.endsWith(QLatin1String(" (deleted)")))
            deleted.append(target);
    }
    return deleted;
}

//! A lake in a file that this process has open twice for writing, as a window and a job of it do.
struct SharedLake
{
    LakeFixture lake;
    std::unique_ptr<lake::LakeWriter> first;
    std::unique_ptr<lake::LakeWriter> second;
    int number = 1'000;

    //! In the fixture's file, or in another one of its folder.
    explicit SharedLake(const QString &name = {})
        : m_path(name.isEmpty() ? lake.path() : lake.folder.filePath(name))
    {
        if (!QDir().mkpath(QFileInfo(m_path).path()))
            qFatal("no folder");
        first = open();
        second = open();
    }
    [[nodiscard]] QString path() const { return m_path; }

    //! Takes the lease, stores a record of its own and gives it back.
    void write(lake::LakeWriter &writer)
    {
        VERIFY_OK(writer.acquireLease(QStringLiteral("responses")));
        lake.store(writer, lake.page().record({{"number_customergauge", ++number}}));
        writer.releaseLease(QStringLiteral("responses"));
    }
    QStringList locks() const { return locksOn(m_path) + locksOn(m_path + QStringLiteral("-shm")); }

    //! Another process opens the lake, writes into it and closes it; both connections of this one go on.
    void verifyUndisturbed()
    {
        Companion other({QStringLiteral("store"), m_path, QStringLiteral("7")});
        QCOMPARE(other.line(), QStringLiteral("stored"));
        QCOMPARE(other.line(), QStringLiteral("(ended)"));
        QVERIFY(QFileInfo::exists(m_path + QStringLiteral("-wal")));
        QCOMPARE(deletedFilesOf(m_path), QStringList());
        write(*first);
        write(*second);
        first.reset();
        second.reset();
        QProcess sqlite;
        sqlite.start(QStringLiteral("sqlite3"), {m_path, QStringLiteral("PRAGMA integrity_check")});
        QVERIFY(sqlite.waitForFinished());
        QCOMPARE(sqlite.readAll().trimmed(), QByteArray("ok"));
        const auto reader = lake::LakeReader::open(m_path, lake.catalog);
        VERIFY_OK(reader);
        query::Query written;
        written.where = {*query::parseFilter(
            QStringLiteral("number_customergauge in 7,%1,%2").arg(number - 1).arg(number))};
        const auto stored = (*reader)->count(QStringLiteral("responses"), written);
        VERIFY_OK(stored);
        QCOMPARE(*stored, 3);
    }

private:
    std::unique_ptr<lake::LakeWriter> open()
    {
        auto opened = lake::LakeWriter::open(m_path, lake.catalog, lake.clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        return std::move(*opened);
    }

    QString m_path;
};

} // namespace gauge::test
