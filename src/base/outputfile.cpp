// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/outputfile.h"

#include "base/platform.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSysInfo>

#include <filesystem>

namespace gauge {

namespace {

tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("gauge",
                                            "%1 cannot be written, so nothing was changed. Choose another "
                                            "folder or make room, then try again.")
                    .arg(QDir::toNativeSeparators(path)),
                reason);
}

//! Where process ids mean the same: the computer, and in it the container.
QString placeOfProcesses()
{
    const QString container = QFile::symLinkTarget(QStringLiteral("/proc/self/ns/pid"));
    const QByteArray name = (QSysInfo::machineHostName() + QLatin1Char('\n') + container).toUtf8();
    constexpr qsizetype digits = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().left(digits));
}

QString prefix()
{
    return QStringLiteral(".gaugedesk-%1-").arg(placeOfProcesses());
}

} // namespace

QString temporaryTemplate(const QString &folder, const QString &ending)
{
    return QDir(folder).filePath(prefix() + QString::number(QCoreApplication::applicationPid())
                                 + QStringLiteral("-XXXXXX") + ending);
}

void removeLeftovers(const QString &folder)
{
    static const QRegularExpression pattern(QLatin1String("\\A") + QRegularExpression::escape(prefix())
                                            + QLatin1String("([0-9]{1,18})-[A-Za-z0-9]{6}\\.(part|xlsx)\\z"));
    const QDir directory(folder);
    const QStringList names
        = directory.entryList({prefix() + QLatin1Char('*')}, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QRegularExpressionMatch match = pattern.match(name);
        if (match.hasMatch() && !platform::processExists(match.captured(1).toLongLong()))
            QFile::remove(directory.filePath(name));
    }
}

OutputFile::OutputFile(QString path, Readers readers)
    : m_path(std::move(path))
    , m_readers(readers)
{}

OutputFile::~OutputFile()
{
    discard();
}

Result<void> OutputFile::begin(const QStringList &taken)
{
    GAUGE_TRY(const QString target, outputTarget(m_path, taken));
    const QFileInfo before(target);
    // Its folder would allow it; whoever made a file read-only means it.
    if (before.exists() && !before.isWritable())
        return cannotWrite(m_path, QStringLiteral("the file is read-only"));
    removeLeftovers(before.absolutePath());
    const Permissions ownerOnly = ReadOwner | WriteOwner;
    constexpr int mostTries = 100;
    for (int i = 0; i < mostTries && !isOpen(); ++i) {
        constexpr qint64 sixDigits = 1'000'000;
        QString name = temporaryTemplate(before.absolutePath(), QStringLiteral(".part"));
        name.replace(QLatin1String("XXXXXX"),
                     QStringLiteral("%1").arg(QRandomGenerator::global()->bounded(sixDigits), 6, 10,
                                              QLatin1Char('0')));
        setFileName(name);
        const OpenMode mode = WriteOnly | NewOnly;
        const bool opened = m_readers == Readers::OwnerOnly ? open(mode, ownerOnly) : open(mode);
        if (!opened && !exists())
            break; // not because the name is taken
    }
    if (!isOpen()) {
        const QString reason = errorString();
        setFileName(QString());
        return cannotWrite(m_path, reason);
    }
    m_target = target;
    // As QSaveFile does: who may read the file that is replaced may read the new one.
    if (m_readers == Readers::AsUsual && before.exists())
        setPermissions(before.permissions());
    return {};
}

bool OutputFile::commit()
{
    // Errors of the last bytes show only when they leave the buffer, and some only at the disk.
    if (!isOpen() || !flush() || error() != NoError || !platform::syncToDisk(*this))
        return false;
    close();
    const auto native = [](const QString &path) { return std::filesystem::path(path.toStdU16String()); };
    std::error_code failed;
    std::filesystem::rename(native(fileName()), native(m_target), failed);
    if (failed) {
        setErrorString(QString::fromStdString(failed.message()));
        return false;
    }
    setFileName(QString());
    return true;
}

void OutputFile::discard()
{
    if (fileName().isEmpty())
        return;
    if (isOpen())
        close();
    remove();
    setFileName(QString());
}

Result<void> checkOutput(const QString &path, const QStringList &taken)
{
    return OutputFile(path).begin(taken);
}

} // namespace gauge
