// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lakeplace.h"

#include "lake/lakereader.h"

#include <QDir>
#include <QFileInfo>

namespace gauge::engine {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("engine", text);
}

//! Whether a new lake could be made at \a path.
Result<void> checkFolderOf(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (folder.isDir() && folder.isWritable())
        return {};
    return fail(ErrorKind::Input,
                translated(QT_TRANSLATE_NOOP("engine",
                                             "The folder %1 does not exist or cannot be written. Nothing "
                                             "was changed. Choose another folder."))
                    .arg(QDir::toNativeSeparators(folder.absoluteFilePath())));
}

} // namespace

Result<LakeTest> lookAtLake(const lake::Location &lake, const catalog::Catalog &catalog,
                            const std::stop_token &stop)
{
    LakeTest found;
    const auto reader = lake::LakeReader::open(lake, catalog);
    if (stop.stop_requested())
        return fail(cancelled());
    if (!reader && reader.error().kind == ErrorKind::NotFound) {
        const Result<void> possible = lake.isFile() ? checkFolderOf(lake.text()) : Result<void>();
        return possible ? Result<LakeTest>(found) : fail(possible.error());
    }
    if (!reader)
        return fail(reader.error());
    const auto feeds = (*reader)->status();
    if (!feeds)
        return fail(feeds.error());
    found.exists = true;
    for (const lake::FeedStatus &feed : *feeds)
        found.records += feed.records;
    return found;
}

} // namespace gauge::engine
