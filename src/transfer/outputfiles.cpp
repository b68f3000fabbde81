// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/outputfiles.h"

#include "base/platform.h"
#include "base/text.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QStringDecoder>
#include <QUuid>

#include <cstdio>

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
class OutputFiles::File final : public OutputFile
{
public:
    File(const QString &path, Readers readers, bool digested)
        : OutputFile(path, readers)
        , m_digested(digested)
    {}

    [[nodiscard]] QByteArray digest() const { return m_digested ? m_sum.result().toHex() : QByteArray(); }

    QString former; //!< where what was there before waits until all files are in place
    bool appeared = false;

protected:
    qint64 writeData(const char *data, qint64 length) override
    {
        const qint64 written = OutputFile::writeData(data, length);
        if (m_digested && written > 0)
            m_sum.addData(QByteArrayView(data, qsizetype(written)));
        return written;
    }

private:
    const bool m_digested;
    QCryptographicHash m_sum{QCryptographicHash::Sha256};
};

//! Standard output where it is a terminal, which would obey controls in the data: it gets marks instead.
class TerminalStream final : public QFile
{
protected:
    qint64 writeData(const char *data, qint64 length) override
    {
        QString text = m_rest + QString(m_decoder(QByteArrayView(data, qsizetype(length))));
        m_rest = text.endsWith(u'\r') ? QStringLiteral("\r") : QString(); // half a line break
        text.chop(m_rest.size());
        const QByteArray visible = withVisibleControls(text, Layout::Kept).toUtf8();
        return QFile::writeData(visible.constData(), visible.size()) == visible.size() ? length : -1;
    }

private:
    QStringDecoder m_decoder{QStringDecoder::Utf8};
    QString m_rest;
};

OutputFiles::OutputFiles(bool digests, Readers readers)
    : m_digests(digests)
    , m_readers(readers)
{}

OutputFiles::~OutputFiles() = default;

Result<QIODevice *> OutputFiles::open(const QString &path)
{
    if (path == standardOutput)
        return openStandardOutput();
    auto file = std::make_unique<File>(path, m_readers, m_digests);
    if (const Result<void> begun = file->begin(paths()); !begun) {
        // Nobody typed the name of a file beside the main one.
        if (begun.error().kind == ErrorKind::Input && !m_files.empty())
            return fail(ErrorKind::Storage, begun.error().text, begun.error().detail);
        return begun.error().kind == ErrorKind::Storage ? cannotWrite(path, begun.error().detail)
                                                        : fail(begun.error());
    }
    m_files.push_back(std::move(file));
    return m_files.back().get();
}

Result<QIODevice *> OutputFiles::openStandardOutput()
{
    std::unique_ptr<QFile> stream
        = platform::isTerminal(stdout) ? std::make_unique<TerminalStream>() : std::make_unique<QFile>();
    if (m_stream || !stream->open(stdout, QIODevice::WriteOnly, QFileDevice::DontCloseHandle))
        return cannotWrite(QStringLiteral("standard output"), stream->errorString());
    m_stream = std::move(stream);
    return m_stream.get();
}

Result<void> OutputFiles::commit()
{
    if (m_stream && !m_stream->flush())
        return notWrittenToTheEnd(m_stream->errorString());
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
    const QString path = file.target();
    // The main file is the last: when it is in place, nothing can fail any more.
    if (&file != m_files.front().get() && QFile::exists(path)) {
        file.former = path + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::Id128);
        if (!QFile::rename(path, file.former)) {
            file.former.clear();
            return cannotWrite(path, {});
        }
    }
    if (!file.commit())
        return cannotWrite(path, file.errorString());
    file.appeared = true;
    return {};
}

void OutputFiles::undo()
{
    for (const auto &file : m_files) {
        if (file->appeared)
            QFile::remove(file->target());
        if (!file->former.isEmpty())
            QFile::rename(file->former, file->target());
        file->discard();
    }
}

QStringList OutputFiles::paths() const
{
    QStringList paths;
    for (const auto &file : m_files)
        paths.append(file->path());
    return paths;
}

QByteArray OutputFiles::digest(const QString &path) const
{
    const auto file
        = std::find_if(m_files.begin(), m_files.end(), [&](const auto &f) { return f->path() == path; });
    return file == m_files.end() ? QByteArray() : (*file)->digest();
}

qint64 freeSpaceOf(const QString &path)
{
    return QStorageInfo(QFileInfo(path).absolutePath()).bytesAvailable();
}

bool isClearlyTooLittle(qint64 free, double needed)
{
    constexpr double clearly = 0.8; // estimates are off by less
    return free >= 0 && needed * clearly > static_cast<double>(free);
}

} // namespace gauge::transfer
