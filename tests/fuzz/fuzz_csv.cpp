// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever the bytes, in every dialect: no crash, an end, records in the order of their lines, and words for
// what cannot be read. The first byte chooses the dialect; the rest is the file.
#include "demand.h"
#include "upload/file/csvreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <cstdint>
#include <unistd.h>

using namespace gauge;

namespace {

upload::CsvDialect dialectOf(std::uint8_t choice)
{
    upload::CsvDialect dialect;
    dialect.separator = upload::csvSeparators[choice % std::size(upload::csvSeparators)];
    const QStringList encodings = upload::encodingNames();
    dialect.encoding = *upload::encodingFromName(encodings.at((choice / 4) % encodings.size()));
    dialect.byteOrderMark = (choice & 16) != 0;
    return dialect;
}

//! In memory where the system has such a folder; one for each process.
QString place()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QDir(memory).exists() ? memory : QDir::tempPath())
        + QStringLiteral("/fuzz_csv.%1").arg(::getpid());
}

void demandWords(const Error &error)
{
    demand(error.kind == ErrorKind::Input && !error.text.isEmpty());
}

void readAll(upload::CsvReader &reader, const QByteArray &bytes)
{
    upload::CsvRow row;
    qint64 last = 0;
    for (;;) {
        const Result<bool> next = reader.next(row);
        if (!next) {
            demandWords(next.error());
            return;
        }
        if (!*next)
            break;
        demand(row.line > last && !row.cells.isEmpty() && row.cells.size() <= 10'000);
        last = row.line;
    }
    demand(reader.bytesRead() == bytes.size());
    const QByteArray sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    demand(reader.sha256() == QLatin1String(sum));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    static const QString path = place();
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    QFile file(path);
    demand(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    if (const auto reader = upload::CsvReader::open(path, dialectOf(data[0])))
        readAll(**reader, bytes);
    else
        demandWords(reader.error());
    const auto guessed = upload::detectDialect(path);
    if (!guessed)
        demandWords(guessed.error());
    else if (const auto preview = upload::previewCsv(path, guessed->dialect, 10))
        demand(preview->columns.size() == preview->header.size());
    else
        demandWords(preview.error());
    file.remove();
    return 0;
}
