// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/outputfile.h"
#include "transfer/exportplan.h"

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>
#include <vector>

namespace gauge::transfer {

//! "%1 cannot be written …", before there is anything.
[[nodiscard]] tl::unexpected<Error> cannotWrite(const QString &path, const QString &reason);
//! "… could not be written to its end …", of kind Storage.
[[nodiscard]] tl::unexpected<Error> notWrittenToTheEnd(const QString &reason);

//! Where tables go: to a disk, or to memory.
class Files
{
public:
    virtual ~Files() = default;
    //! Begins a file. The device lives as long as this.
    [[nodiscard]] virtual Result<QIODevice *> open(const QString &path) = 0;
};

//! The files of one export. They appear together when all are whole, or none does and what was there
//! before stays. The main one may be standardOutput.
class OutputFiles final : public Files
{
public:
    using Readers = OutputFile::Readers;
    //! \a digests: sums are taken while the files are written.
    explicit OutputFiles(bool digests, Readers readers = Readers::AsUsual);
    ~OutputFiles() override;
    Q_DISABLE_COPY_MOVE(OutputFiles)

    //! The first is the main one, which appears last.
    [[nodiscard]] Result<QIODevice *> open(const QString &path) override;
    [[nodiscard]] Result<void> commit();

    [[nodiscard]] QStringList paths() const; //!< without standard output
    //! SHA-256 of what was written to a file so far, in hexadecimal; empty without digests.
    [[nodiscard]] QByteArray digest(const QString &path) const;

private:
    class File;
    [[nodiscard]] Result<void> replace(File &file);
    void undo();
    [[nodiscard]] Result<QIODevice *> openStandardOutput();

    const bool m_digests;
    const Readers m_readers;
    std::vector<std::unique_ptr<File>> m_files;
    std::unique_ptr<QFile> m_stream; //!< standard output
};

// Whether the disk has room for an export, told from its first rows.

inline constexpr qint64 rowsThatTellTheRest = 1000; //!< of which the size of all is estimated

//! Bytes that may still be written to the volume of a file; less than nothing: the system does not know.
[[nodiscard]] qint64 freeSpaceOf(const QString &path);

//! Whether \a free is clearly less than the estimate \a needed.
[[nodiscard]] bool isClearlyTooLittle(qint64 free, double needed);

//! What a workbook takes at the end and meanwhile, told from what its rows take as they are written. Each
//! sheet is put together in a file of its own, while its rows are still there, and packed, which takes a
//! tenth; the packed workbook is copied.
[[nodiscard]] constexpr qint64 packedWorkbook(qint64 rowBytes)
{
    return rowBytes / 10;
}
[[nodiscard]] constexpr qint64 workbookRoom(qint64 rowBytes)
{
    return 2 * (rowBytes + packedWorkbook(rowBytes));
}

} // namespace gauge::transfer
