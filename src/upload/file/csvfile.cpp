// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/csvfile.h"

#include "base/outputfile.h"
#include "transfer/csvwriter.h"

#include <QDir>

namespace gauge::upload {

struct CsvFile::Private
{
    std::unique_ptr<OutputFile> file;
    std::unique_ptr<transfer::CsvWriter> sink;
    bool hasHeader = false;

    [[nodiscard]] tl::unexpected<Error> cannotWrite(const QString &reason) const
    {
        return fail(
            ErrorKind::Storage,
            QCoreApplication::translate("upload",
                                        "%1 could not be written. Choose another folder or make room, "
                                        "then write it again. What was there before is as it was.")
                .arg(QDir::toNativeSeparators(file->path())),
            reason);
    }
};

CsvFile::CsvFile()
    : d(std::make_unique<Private>())
{}

CsvFile::~CsvFile() = default;

Result<std::unique_ptr<CsvFile>> CsvFile::create(const QString &path, CsvDialect dialect, Formulas formulas,
                                                 const QStringList &taken)
{
    GAUGE_CHECK(checkEnding(path, OutputContent::csv()));
    std::unique_ptr<CsvFile> made(new CsvFile);
    made->d->file = std::make_unique<OutputFile>(path);
    if (const auto begun = made->d->file->begin(taken); !begun) {
        return begun.error().kind == ErrorKind::Storage ? made->d->cannotWrite(begun.error().detail)
                                                        : fail(begun.error());
    }
    const bool mark = dialect.byteOrderMark || !dialect.encoding.isUtf8();
    transfer::CellOptions cells;
    cells.rawFormulas = formulas == Formulas::Raw;
    made->d->sink = std::make_unique<transfer::CsvWriter>(
        made->d->file.get(), transfer::CsvOptions{dialect.separator, mark}, cells);
    return made;
}

Result<void> CsvFile::write(const QStringList &cells)
{
    Result<void> written;
    if (!d->hasHeader) {
        std::vector<lake::LakeColumn> columns;
        for (const QString &cell : cells) {
            columns.emplace_back();
            columns.back().name = cell;
        }
        written = d->sink->begin(columns);
        d->hasHeader = true;
    } else {
        std::vector<QByteArray> texts;
        texts.reserve(size_t(cells.size()));
        catalog::Row row;
        for (const QString &cell : cells) {
            texts.push_back(cell.toUtf8());
            row.cells.push_back(
                catalog::Cell::ofText({texts.back().constData(), size_t(texts.back().size())}));
        }
        written = d->sink->write(row);
    }
    return written ? written : d->cannotWrite(written.error().detail);
}

Result<void> CsvFile::commit()
{
    if (auto ended = d->sink->end(); !ended)
        return d->cannotWrite(ended.error().detail);
    if (!d->file->commit())
        return d->cannotWrite(d->file->errorString());
    return {};
}

} // namespace gauge::upload
