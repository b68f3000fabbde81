// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/csvreader.h"

#include "base/text.h"
#include "upload/file/textencoding.h"
#include "upload/form/formrecord.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include <csv.h>

#include <cstring>

namespace gauge::upload {

namespace {

constexpr qint64 chunk = 1 << 16;
constexpr qsizetype mostBytes = 32 << 20; // of one record
constexpr qsizetype mostCells = 10'000;
constexpr char ctrlZ = 0x1a;

tl::unexpected<Error> broken(const char *words, qint64 line)
{
    return fail(ErrorKind::Input, QCoreApplication::translate("upload", words).arg(QLocale().toString(line)));
}

//! See plainCell().
QStringView plainView(QStringView cell)
{
    constexpr QChar mark(char16_t(0xfeff));
    return (cell.startsWith(mark) ? cell.sliced(1) : cell).trimmed();
}

//! Spaces belong to the cell, as RFC 4180 has it.
int neverSpace(unsigned char)
{
    return 0;
}

} // namespace

struct CsvReader::Private
{
    QFile file;
    CsvDialect dialect;
    std::optional<TextDecoder> decoder;
    QCryptographicHash sum{QCryptographicHash::Sha256};
    csv_parser parser{};
    qint64 bytes = 0;
    bool atEnd = false;

    QByteArray text; //!< UTF-8 that was not parsed yet, from `at`
    QByteArray lastLine; //!< in front of Ctrl-Z
    qsizetype at = 0;
    qsizetype nextLf = -1; //!< in text; its size: there is none. Less than `at`: not looked for yet
    qsizetype nextCr = -1;

    qint64 line = 0; //!< that was parsed last
    qint64 recordLine = 0; //!< on which the record under way began; 0: none is
    qsizetype recordBytes = 0;
    QStringList cells;
    bool isWhole = false;

    QStringList header; //!< plain cells of the first record
    qint64 blankRecords = 0;
    QList<qint64> repeatedHeaders;

    [[nodiscard]] Result<void> fill();
    [[nodiscard]] qsizetype find(char c, qsizetype &known) const;
    [[nodiscard]] qsizetype lineEnd();
    [[nodiscard]] Result<QByteArrayView> nextLine();
    [[nodiscard]] Result<void> parse(QByteArrayView part);
    [[nodiscard]] Result<void> check(QByteArrayView part) const;
    [[nodiscard]] Result<void> end();
    [[nodiscard]] Result<QByteArrayView> withoutCtrlZ(QByteArrayView part, qsizetype length);
    [[nodiscard]] Result<bool> nextRecord();
    [[nodiscard]] bool isSkipped();
    [[nodiscard]] tl::unexpected<Error> badQuote() const;

    static void onCell(void *data, size_t size, void *self);
    static void onRecord(int, void *self) { static_cast<Private *>(self)->isWhole = true; }
};

void CsvReader::Private::onCell(void *data, size_t size, void *self)
{
    QStringList &cells = static_cast<Private *>(self)->cells;
    if (cells.size() <= mostCells)
        cells.append(fromUtf8(QByteArrayView(static_cast<const char *>(data), qsizetype(size))));
}

//! Reads on in the file.
Result<void> CsvReader::Private::fill()
{
    text.remove(0, at);
    at = 0;
    nextLf = nextCr = -1;
    // A long line is not looked through again for every chunk.
    const QByteArray read = file.read(std::max<qint64>(chunk, text.size()));
    if (read.isEmpty()) {
        if (file.error() != QFileDevice::NoError)
            return cannotReadFile(file.fileName(), file.errorString());
        atEnd = true;
        decoder->finish(text);
        return {};
    }
    bytes += read.size();
    sum.addData(read);
    decoder->append(read, text);
    return {};
}

qsizetype CsvReader::Private::find(char c, qsizetype &known) const
{
    if (known < at) {
        const void *found = std::memchr(text.constData() + at, c, size_t(text.size() - at));
        known = found ? static_cast<const char *>(found) - text.constData() : text.size();
    }
    return known;
}

//! Behind the end of the line at `at`; -1: that was not read yet.
qsizetype CsvReader::Private::lineEnd()
{
    const qsizetype lf = find('\n', nextLf);
    const qsizetype cr = find('\r', nextCr);
    if (lf < cr)
        return lf + 1;
    if (cr + 1 < text.size())
        return text[cr + 1] == '\n' ? cr + 2 : cr + 1;
    return atEnd ? text.size() : -1; // a line feed may follow
}

//! The next line with its end; empty: there is none.
Result<QByteArrayView> CsvReader::Private::nextLine()
{
    for (;;) {
        const qsizetype end = lineEnd();
        if (end >= 0) {
            const auto found = QByteArrayView(text).sliced(at, end - at);
            at = end;
            return found;
        }
        if (text.size() - at > mostBytes)
            return QByteArrayView(text).sliced(at); // parse() refuses it
        GAUGE_CHECK(fill());
    }
}

Result<void> CsvReader::Private::check(QByteArrayView part) const
{
    if (recordBytes > mostBytes) {
        return broken(QT_TRANSLATE_NOOP("upload",
                                        "The row that begins on line %1 is longer than 32 MB. Probably a "
                                        "quotation mark is not closed."),
                      recordLine);
    }
    if (std::memchr(part.data(), '\0', size_t(part.size()))) {
        return broken(QT_TRANSLATE_NOOP("upload",
                                        "Line %1 has bytes that are not text in this encoding. Check the "
                                        "file, or choose another encoding."),
                      line);
    }
    if (dialect.encoding.isUtf8() && !part.isValidUtf8()) {
        return broken(QT_TRANSLATE_NOOP("upload",
                                        "Line %1 is not in the encoding UTF-8. Save the file as UTF-8, or "
                                        "choose another encoding."),
                      line);
    }
    return {};
}

tl::unexpected<Error> CsvReader::Private::badQuote() const
{
    return broken(QT_TRANSLATE_NOOP("upload",
                                    "Line %1 cannot be divided into cells: a quotation mark stands in the "
                                    "middle of a cell. Put such a cell in quotation marks and double those "
                                    "within."),
                  line);
}

//! Ctrl-Z is the end of a file under DOS; \a length is what stands before it in \a part, the last line that
//! was read.
Result<QByteArrayView> CsvReader::Private::withoutCtrlZ(QByteArrayView part, qsizetype length)
{
    const QByteArray kept = part.first(length).toByteArray();
    const QByteArray behind = part.sliced(length).toByteArray();
    const auto isFiller
        = [](char c) { return c == ctrlZ || c == '\r' || c == '\n' || c == '\0' || c == ' '; };
    bool isEnd = std::all_of(behind.begin(), behind.end(), isFiller);
    while (isEnd) {
        isEnd = std::all_of(text.begin() + at, text.end(), isFiller);
        at = text.size();
        if (atEnd)
            break;
        GAUGE_CHECK(fill());
    }
    if (!isEnd) {
        return broken(QT_TRANSLATE_NOOP("upload",
                                        "Line %1 has the control character Ctrl-Z in the middle of the file. "
                                        "Remove it and check what follows: it ends a file under DOS, so "
                                        "probably two files were joined."),
                      line + 1);
    }
    lastLine = kept;
    return QByteArrayView(lastLine);
}

Result<void> CsvReader::Private::parse(QByteArrayView part)
{
    if (const void *found = std::memchr(part.data(), ctrlZ, size_t(part.size()))) {
        GAUGE_TRY(const auto rest, withoutCtrlZ(part, static_cast<const char *>(found) - part.data()));
        if (rest.isEmpty())
            return {};
        part = rest;
    }
    // Of a file that was joined to another; it would stand in front of the quotation mark.
    constexpr QByteArrayView markAndQuote("\xEF\xBB\xBF\"");
    if (recordLine == 0 && part.startsWith(markAndQuote))
        part = part.sliced(markAndQuote.size() - 1);
    ++line;
    if (recordLine == 0)
        recordLine = line;
    recordBytes += part.size();
    GAUGE_CHECK(check(part));
    const size_t parsed = csv_parse(&parser, part.data(), size_t(part.size()), onCell, onRecord, this);
    if (parsed != size_t(part.size())) {
        if (csv_error(&parser) == CSV_EPARSE)
            return badQuote();
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("upload", "There is not enough memory to read this file."),
                    QString::fromLatin1(csv_strerror(csv_error(&parser))));
    }
    if (cells.size() > mostCells) {
        return broken(QT_TRANSLATE_NOOP("upload", "Line %1 has more than 10,000 cells. Check the separator."),
                      line);
    }
    if (cells.isEmpty() && !isWhole && parser.pstate == 0) { // an empty line
        recordLine = 0;
        recordBytes = 0;
    }
    return {};
}

Result<void> CsvReader::Private::end()
{
    if (csv_fini(&parser, onCell, onRecord, this) == 0)
        return {};
    return broken(QT_TRANSLATE_NOOP("upload",
                                    "A quotation mark in the row that begins on line %1 is not closed before "
                                    "the end of the file."),
                  recordLine);
}

CsvReader::CsvReader()
    : d(std::make_unique<Private>())
{
    // Strict: what could be meant in two ways is told, not guessed.
    csv_init(&d->parser, CSV_STRICT | CSV_STRICT_FINI);
    csv_set_space_func(&d->parser, neverSpace);
    csv_set_blk_size(&d->parser, 1 << 14); // its buffer grows by this
}

CsvReader::~CsvReader()
{
    csv_free(&d->parser);
}

Result<std::unique_ptr<CsvReader>> CsvReader::open(const QString &path, CsvDialect dialect)
{
    std::unique_ptr<CsvReader> reader(new CsvReader);
    Private &d = *reader->d;
    d.file.setFileName(path);
    GAUGE_CHECK(refuseDatabase(path));
    // A pipe could be read but once.
    if (!QFileInfo(path).isFile() || !d.file.open(QIODevice::ReadOnly))
        return cannotReadFile(path, d.file.errorString());
    d.dialect = dialect;
    d.decoder.emplace(dialect.encoding);
    csv_set_delim(&d.parser, static_cast<unsigned char>(dialect.separator));
    return reader;
}

//! The next record, whatever is in it; false: there is none.
Result<bool> CsvReader::Private::nextRecord()
{
    cells.clear();
    isWhole = false;
    recordLine = 0;
    recordBytes = 0;
    while (!isWhole) {
        GAUGE_TRY(const auto found, nextLine());
        if (line + 1 < dialect.headerLine && !found.isEmpty()) {
            ++line;
            continue;
        }
        GAUGE_CHECK(found.isEmpty() ? end() : parse(found));
        if (found.isEmpty())
            break;
    }
    return isWhole;
}

//! Whether the record is none of the table.
bool CsvReader::Private::isSkipped()
{
    const bool startsWithText = !cells.front().isEmpty() && !cells.front().front().isSpace();
    if (!startsWithText && std::all_of(cells.cbegin(), cells.cend(), isBlank)) {
        ++blankRecords;
        return true;
    }
    if (header.isEmpty()) {
        std::transform(cells.cbegin(), cells.cend(), std::back_inserter(header), plainCell);
        return false;
    }
    const bool isHeader = cells.size() == header.size()
        && std::equal(cells.cbegin(), cells.cend(), header.cbegin(),
                      [](const QString &cell, const QString &name) { return plainView(cell) == name; });
    if (isHeader)
        repeatedHeaders.append(recordLine);
    return isHeader;
}

Result<bool> CsvReader::next(CsvRow &row)
{
    do {
        auto found = d->nextRecord();
        if (!found || !*found)
            return found;
    } while (d->isSkipped());
    row.line = d->recordLine;
    row.cells.swap(d->cells);
    return true;
}

qint64 CsvReader::blankRecords() const
{
    return d->blankRecords;
}

const QList<qint64> &CsvReader::repeatedHeaders() const
{
    return d->repeatedHeaders;
}

qint64 CsvReader::bytesRead() const
{
    return d->bytes;
}

qint64 CsvReader::size() const
{
    return d->file.size();
}

QString CsvReader::sha256() const
{
    return QString::fromLatin1(d->sum.result().toHex());
}

QString plainCell(const QString &cell)
{
    return plainView(cell).toString();
}

QStringList columnNames(const QStringList &header)
{
    QStringList names;
    QSet<QString> taken;
    for (const QString &cell : header) {
        QString wanted = cell.trimmed();
        if (wanted.isEmpty())
            wanted = QCoreApplication::translate("upload", "Column %1").arg(names.size() + 1);
        QString name = wanted;
        for (int number = 2; taken.contains(name); ++number)
            name = wanted + QStringLiteral(" (%1)").arg(number);
        taken.insert(name);
        names.append(name);
    }
    return names;
}

Result<QStringList> readRawHeader(CsvReader &reader)
{
    CsvRow header;
    GAUGE_TRY(const auto found, reader.next(header));
    if (!found) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("upload", "The file is empty. Its first row must name the columns."));
    }
    return std::move(header.cells);
}

Result<QStringList> readHeader(CsvReader &reader)
{
    return readRawHeader(reader).map(columnNames);
}

Result<CsvPreview> previewCsv(const QString &path, CsvDialect dialect, int rows)
{
    GAUGE_TRY(const auto reader, CsvReader::open(path, dialect));
    GAUGE_TRY(auto header, readRawHeader(*reader));
    CsvPreview preview{columnNames(header), {}, header};
    CsvRow row;
    while (int(preview.rows.size()) < rows) {
        GAUGE_TRY(const auto found, reader->next(row));
        if (!found)
            break;
        preview.rows.push_back(row);
    }
    return preview;
}

} // namespace gauge::upload
