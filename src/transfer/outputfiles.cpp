// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/outputfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QSaveFile>
#include <QUuid>

namespace gauge::transfer {

tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "transfer",
                    "%1 cannot be written, so nothing was exported. Choose another folder or make room, then "
                    "export again.")
                    .arg(QDir::toNativeSeparators(path)),
                reason);
}

tl::unexpected<Error> notWrittenToTheEnd(const QString &reason)
{
    return fail(ErrorKind::Storage,
                QCoreApplication::translate(
                    "transfer",
                    "The file could not be written to its end, probably because the disk is full. "
                    "Nothing was left behind. Make room and export again."),
                reason);
}

//! A file that appears as a whole, and may sum up what is written to it.
class OutputFiles::File final : public QSaveFile
{
public:
    File(const QString &path, bool digested)
        : QSaveFile(path)
        , m_digested(digested)
    {}

    [[nodiscard]] QByteArray digest() const { return m_digested ? m_sum.result().toHex() : QByteArray(); }

    QString former; //!< where what was there before waits until all files are in place
    bool appeared = false;

protected:
    qint64 writeData(const char *data, qint64 length) override
    {
        const qint64 written = QSaveFile::writeData(data, length);
        if (m_digested && written > 0)
            m_sum.addData(QByteArrayView(data, qsizetype(written)));
        return written;
    }

private:
    const bool m_digested;
    QCryptographicHash m_sum{QCryptographicHash::Sha256};
};

OutputFiles::OutputFiles(bool digests, Readers readers)
    : m_digests(digests)
    , m_readers(readers)
{}

OutputFiles::~OutputFiles() = default;

Result<QIODevice *> OutputFiles::open(const QString &path)
{
    auto file = std::make_unique<File>(path, m_digests);
    // A folder that allows no temporary file beside the target would make QSaveFile write in place;
    // then a cancelled export would leave half a file, so it is refused instead.
    file->setDirectWriteFallback(false);
    if (!file->open(QIODevice::WriteOnly))
        return cannotWrite(path, file->errorString());
    // Before the first byte: nobody else ever reads a part of it.
    if (m_readers == Readers::OwnerOnly && !file->setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return cannotWrite(path, file->errorString());
    m_files.push_back(std::move(file));
    return m_files.back().get();
}

Result<void> OutputFiles::commit()
{
    for (std::size_t i = m_files.size(); i-- > 0;) {
        if (Result<void> replaced = replace(*m_files[i]); !replaced) {
            undo();
            return replaced;
        }
    }
    for (const auto &file : m_files)
        if (!file->former.isEmpty())
            QFile::remove(file->former);
    return {};
}

Result<void> OutputFiles::replace(File &file)
{
    const QString path = file.fileName();
    // The main file is the last: when it is in place, nothing can fail any more.
    if (&file != m_files.front().get() && QFile::exists(path)) {
        file.former = path + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::Id128);
        if (!QFile::rename(path, file.former)) {
            file.former.clear();
            return cannotWrite(path, {});
        }
    }
    // commit() of Qt 6.4 does not notice that the last bytes found no room.
    if (!file.flush() || !file.commit())
        return cannotWrite(path, file.errorString());
    file.appeared = true;
    return {};
}

void OutputFiles::undo()
{
    for (const auto &file : m_files) {
        if (file->appeared)
            QFile::remove(file->fileName());
        if (!file->former.isEmpty())
            QFile::rename(file->former, file->fileName());
        if (file->isOpen())
            file->cancelWriting();
    }
}

QStringList OutputFiles::paths() const
{
    QStringList paths;
    for (const auto &file : m_files)
        paths.append(file->fileName());
    return paths;
}

QByteArray OutputFiles::digest(const QString &path) const
{
    const auto file
        = std::find_if(m_files.begin(), m_files.end(), [&](const auto &f) { return f->fileName() == path; });
    return file == m_files.end() ? QByteArray() : (*file)->digest();
}

} // namespace gauge::transfer
