// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/outputguard.h"

#include "base/platform.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <mutex>

namespace gauge {

namespace {

namespace fs = std::filesystem;

fs::path native(const QString &path)
{
    return {path.toStdU16String()};
}

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

struct Guarded
{
    QString folder;
    OutputGuard::IsOwn isOwn;
};

//! All guards of this process. A writer deep in a library or a dialog cannot know every data folder that is
//! in use, and must not forget to ask.
struct Guards
{
    std::mutex mutex;
    std::map<int, Guarded> guards;
    int last = 0;

    [[nodiscard]] std::vector<Guarded> all()
    {
        const std::lock_guard lock(mutex);
        std::vector<Guarded> copy;
        for (const auto &[number, guarded] : guards)
            copy.push_back(guarded);
        return copy;
    }
};

Guards &guards()
{
    static Guards all;
    return all;
}

//! Also where nothing is there yet.
bool isSame(const QString &one, const QString &other)
{
    return one == other || isSameFile(one, other);
}

//! \a path with the symbolic links in it followed, also one that leads to nothing yet.
QString resolved(const QString &path)
{
    constexpr int mostLinks = 40; // as Linux allows
    QString file = QDir::cleanPath(QDir::current().absoluteFilePath(path));
    for (int i = 0; i < mostLinks && QFileInfo(file).isSymLink(); ++i)
        file = QDir::cleanPath(QFileInfo(file).dir().absoluteFilePath(QFileInfo(file).symLinkTarget()));
    const QFileInfo info(file);
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? file : QDir(folder).filePath(info.fileName());
}

//! The names by which a program reaches what it has open.
bool isNameOfStream(const QString &path)
{
    static const QRegularExpression names(
        QStringLiteral("\\A/(dev/std(in|out|err)|dev/fd/.*|proc/.*/fd/.*)\\z"));
    return names.match(QDir::cleanPath(QDir::current().absoluteFilePath(path))).hasMatch();
}

//! Names directly in a data folder that the program uses; all folders in it are its own.
bool isNameOfOwnFile(const QString &name)
{
    static constexpr std::array endings{QLatin1StringView(".ini"), QLatin1StringView(".lock"),
                                        QLatin1StringView(".log")};
    return name.startsWith(QLatin1String("connections.json"), Qt::CaseInsensitive) || name.startsWith(u'.')
        || !name.contains(u'.') // such as its folders
        || std::any_of(endings.begin(), endings.end(),
                       [&](QLatin1StringView ending) { return name.endsWith(ending, Qt::CaseInsensitive); });
}

bool holdsHardLink(const QString &folder, const QString &file)
{
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
         each.hasNext();) {
        const QString own = each.next();
        const bool isTop = each.fileInfo().path() == folder;
        if ((!isTop || isNameOfOwnFile(each.fileName())) && isSameFile(own, file))
            return true;
    }
    return false;
}

bool isIn(const QString &dataFolder, const QString &file)
{
    const QFileInfo folder(dataFolder);
    // What has no folder yet replaces nothing; that it cannot be written is another error.
    if (!folder.isDir() || !QFileInfo(QFileInfo(file).path()).isDir())
        return false;
    QString parent = QFileInfo(file).path();
    bool isTop = true;
    while (true) {
        if (isSame(parent, dataFolder))
            return !isTop || isNameOfOwnFile(QFileInfo(file).fileName());
        const QString next = QFileInfo(parent).path();
        if (next == parent)
            break;
        parent = next;
        isTop = false;
    }
    return QFileInfo::exists(file) && holdsHardLink(folder.canonicalFilePath(), file);
}

//! What SQLite keeps beside a database belongs to it.
QString databaseOf(const QString &file)
{
    for (const char *ending : {"-wal", "-shm", "-journal"}) {
        if (file.endsWith(QLatin1String(ending)))
            return file.chopped(qsizetype(qstrlen(ending)));
    }
    return file;
}

bool isOwn(const QString &file, Databases databases)
{
    const QString program = QCoreApplication::applicationFilePath();
    if (!program.isEmpty() && isSameFile(file, program))
        return true;
    const std::vector<Guarded> all = guards().all();
    return std::any_of(all.begin(), all.end(), [&](const Guarded &guarded) {
        return isIn(guarded.folder, file) || (guarded.isOwn && guarded.isOwn(databaseOf(file), databases));
    });
}

//! Endings that promise what a file holds.
constexpr std::array knownEndings{
    "csv",  "tsv",  "txt",  "xlsx",     "jsonl",   "ndjson",  "lake", "sqlite", "sqlite3", "db",    "json",
    "xls",  "xlsm", "xlsb", "ods",      "numbers", "parquet", "avro", "orc",    "feather", "arrow", "duckdb",
    "mdb",  "sav",  "dta",  "sas7bdat", "rds",     "xml",     "htm",  "html",   "yaml",    "pdf",   "doc",
    "docx", "ppt",  "pptx", "odt",      "rtf",     "zip",     "gz",   "bz2",    "xz",      "zst",   "7z",
    "rar",  "tar",  "png",  "jpg",      "jpeg",    "svg",     "exe"};

} // namespace

bool isSameFile(const QString &one, const QString &other)
{
    std::error_code error;
    return fs::equivalent(native(one), native(other), error) && !error;
}

OutputGuard::OutputGuard(const QString &dataFolder, IsOwn isOwn)
{
    Guards &all = guards();
    const std::lock_guard lock(all.mutex);
    m_number = ++all.last;
    all.guards[m_number] = {dataFolder, std::move(isOwn)};
}

OutputGuard::~OutputGuard()
{
    Guards &all = guards();
    const std::lock_guard lock(all.mutex);
    all.guards.erase(m_number);
}

Result<QString> outputTarget(const QString &path, const QStringList &taken, Databases databases)
{
    if (path.isEmpty())
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("gauge", "The output needs the name of a file."));
    const QString file = resolved(path);
    std::error_code error;
    const fs::file_type type = fs::status(native(file), error).type();
    if (type == fs::file_type::directory || path.endsWith(u'/')) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("gauge",
                                                "%1 is a folder, so nothing was written. Name a file in "
                                                "it.")
                        .arg(shown(path)));
    }
    const bool isFile = type == fs::file_type::regular || type == fs::file_type::not_found
        || type == fs::file_type::none; // a folder that cannot be entered; writing says so
    if (!isFile || isNameOfStream(path)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("gauge",
                                                "%1 is a device or a pipe, so nothing was written. Name a "
                                                "file; exports go to standard output with --output -.")
                        .arg(shown(path)));
    }
    const bool isTaken = std::any_of(taken.begin(), taken.end(), [&](const QString &other) {
        return !other.isEmpty() && isSame(resolved(other), file);
    });
    if (isTaken || platform::isStandardStream(file)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("gauge",
                                                "%1 is also read or written by this command, so it was "
                                                "left unchanged. Name another file.")
                        .arg(shown(path)));
    }
    if (isOwn(file, databases)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("gauge",
                                                "%1 is a database or belongs to GaugeDesk’s own data, so "
                                                "it was left unchanged. Name another file, in another "
                                                "folder.")
                        .arg(shown(path)));
    }
    return file;
}

OutputContent OutputContent::csv()
{
    return {QStringLiteral("CSV"), {QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt")}};
}

OutputContent OutputContent::jsonLines()
{
    return {QStringLiteral("JSON lines"),
            {QStringLiteral("jsonl"), QStringLiteral("ndjson"), QStringLiteral("txt")}};
}

OutputContent OutputContent::backup()
{
    return {
        QStringLiteral("a database"),
        {QStringLiteral("lake"), QStringLiteral("sqlite"), QStringLiteral("sqlite3"), QStringLiteral("db")}};
}

Result<void> checkProposedName(const QString &path, const OutputContent &content)
{
    const QFileInfo file(path);
    if (!file.fileName().startsWith(u'.') && content.endings.contains(file.suffix().toLower()))
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("gauge",
                                            "%1 was proposed by a file that was not saved on this computer, "
                                            "and is not a usual name for %2, so nothing was written. Choose "
                                            "another file, with the ending .%3.")
                    .arg(shown(path), content.name, content.endings.front()));
}

Result<void> checkEnding(const QString &path, const OutputContent &content)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (content.endings.contains(ending))
        return {};
    const bool isOther = std::any_of(knownEndings.begin(), knownEndings.end(),
                                     [&](const char *each) { return ending == QLatin1String(each); });
    // What is behind the last dot need not be an ending: report.2026-11.
    if (!isOther)
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("gauge",
                                            "%1 would hold %2, but its name ends in .%3, so nothing was "
                                            "written. Use the ending .%4.")
                    .arg(shown(path), content.name, ending, content.endings.front()));
}

} // namespace gauge
