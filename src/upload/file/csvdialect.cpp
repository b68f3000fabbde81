// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/csvdialect.h"

#include "lake/sqlite/lakefiles.h"
#include "upload/file/textencoding.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <map>

namespace gauge::upload {

namespace {

constexpr int recordsThatTell = 50;
constexpr double clearly = 2;
constexpr double nearlyNothing = 0.001;

bool isEndOfLine(char c)
{
    return c == '\n' || c == '\r';
}

//! The table is a run of records with as many cells as the first one.
std::pair<qsizetype, qsizetype> likeTheFirst(const std::vector<RoughRecord> &records)
{
    if (records.empty() || records.front().cells.size() < 2)
        return {0, 0};
    const qsizetype cells = records.front().cells.size();
    const auto like = std::count_if(records.begin(), records.end(),
                                    [&](const RoughRecord &record) { return record.cells.size() == cells; });
    return {like, cells};
}

//! Numbers, dates, times and amounts of money.
bool isFigure(const QByteArray &cell)
{
    const bool hasDigit = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    return hasDigit
        && std::all_of(cell.begin(), cell.end(),
                       [](char c) { return std::strchr("0123456789.,:/+-% TZ", c) != nullptr; })
        && !cell.startsWith(' ');
}

//! A text in which no separator divides: commas and semicolons have a space behind them.
bool isPlainText(const QByteArray &cell)
{
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const char c = cell[i];
        const bool isDivider = std::memchr(csvSeparators, c, sizeof csvSeparators) != nullptr;
        const bool isProse = (c == ',' || c == ';') && i + 1 < cell.size() && cell[i + 1] == ' ';
        if (isDivider && !isProse)
            return false;
    }
    return !cell.startsWith(' ');
}

double patternScore(const std::vector<RoughRecord> &records)
{
    std::map<qsizetype, int> lengths;
    for (const RoughRecord &record : records)
        ++lengths[record.cells.size()];
    double score = 0;
    for (const auto &[length, count] : lengths)
        score += count * std::max(nearlyNothing, double(length - 1) / double(length));
    return lengths.empty() ? 0 : score / double(lengths.size());
}

double typeScore(const std::vector<RoughRecord> &records)
{
    qsizetype all = 0;
    qsizetype known = 0;
    for (const RoughRecord &record : records) {
        all += record.cells.size();
        known += std::count_if(record.cells.begin(), record.cells.end(),
                               [](const QByteArray &cell) { return isFigure(cell) || isPlainText(cell); });
    }
    return all == 0 ? 0 : std::max(nearlyNothing, double(known) / double(all));
}

} // namespace

std::vector<RoughRecord> roughRecords(const QByteArray &text, char separator, int most)
{
    std::vector<RoughRecord> records;
    RoughRecord record{1, {}};
    QByteArray cell;
    qint64 line = 1;
    bool isQuoted = false;
    bool isEmpty = true;
    const auto endCell = [&] {
        record.cells.append(cell);
        cell.clear();
    };
    const auto endRecord = [&] {
        endCell();
        if (!isEmpty)
            records.push_back(record);
        isEmpty = true;
        record = {line + 1, {}};
    };
    for (qsizetype i = 0; i < text.size() && int(records.size()) < most; ++i) {
        const char c = text[i];
        if (c == '"' && (isQuoted || cell.isEmpty())) {
            isQuoted = !isQuoted;
            isEmpty = false;
        } else if (!isQuoted && c == separator) {
            endCell();
            isEmpty = false;
        } else if (!isQuoted && isEndOfLine(c)) {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n')
                ++i;
            endRecord();
            ++line;
        } else {
            line += c == '\n' ? 1 : 0;
            cell += c;
            isEmpty = false;
        }
    }
    if (!isEmpty && int(records.size()) < most)
        endRecord();
    return records;
}

SeparatorGuess guessSeparator(const QByteArray &text, bool isWhole)
{
    struct Opinion
    {
        char separator = ',';
        double consistency = 0;
        QStringList header;
    };
    std::vector<Opinion> opinions;
    char frequent = ',';
    std::pair<qsizetype, qsizetype> most{0, 0};
    for (const char separator : csvSeparators) {
        std::vector<RoughRecord> records = roughRecords(text, separator, recordsThatTell);
        if (!isWhole && int(records.size()) < recordsThatTell && records.size() > 1)
            records.pop_back(); // it ends where the text does
        const auto found = likeTheFirst(records);
        if (found > most) {
            most = found;
            frequent = separator;
        }
        QStringList header;
        if (!records.empty()) {
            for (const QByteArray &cell : records.front().cells)
                header.append(QString::fromUtf8(cell));
        }
        opinions.push_back({separator, patternScore(records) * typeScore(records), header});
    }
    const auto first = std::find_if(opinions.begin(), opinions.end(),
                                    [&](const Opinion &opinion) { return opinion.separator == frequent; });
    const auto best
        = std::max_element(opinions.begin(), opinions.end(), [](const Opinion &one, const Opinion &other) {
              return one.consistency < other.consistency;
          });
    SeparatorGuess guess{best->separator, {}};
    if (best->consistency <= first->consistency)
        guess.separator = frequent;
    else if (best->consistency < clearly * first->consistency)
        guess.candidates = {{best->separator, best->header}, {frequent, first->header}};
    return guess;
}

namespace {

constexpr qint64 headSize = 1 << 20;

//! "sep=;": written by and for Excel.
std::optional<char> separatorLine(const QByteArray &text)
{
    QByteArray line = text.left(text.indexOf('\n')).trimmed();
    if (line.startsWith('"') && line.endsWith('"') && line.size() > 1)
        line = line.mid(1, line.size() - 2);
    constexpr QByteArrayView key("sep=");
    if (text.startsWith("sep=\t")) // trimmed() took it
        return '\t';
    if (line.size() != key.size() + 1 || line.left(key.size()).toLower() != key)
        return std::nullopt;
    const char separator = line.back();
    const bool isSign
        = separator > ' ' && separator < 0x7f && separator != '"' && std::isalnum(separator) == 0;
    return isSign ? std::optional(separator) : std::nullopt;
}

qsizetype filledCells(const RoughRecord &record)
{
    return std::count_if(record.cells.begin(), record.cells.end(),
                         [](const QByteArray &cell) { return !QString::fromUtf8(cell).trimmed().isEmpty(); });
}

//! Names of columns are texts.
bool looksLikeHeader(const RoughRecord &record)
{
    for (const QByteArray &cell : record.cells) {
        const QByteArray name = cell.trimmed();
        const bool hasLetter = std::any_of(name.begin(), name.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0x80 || std::isalpha(static_cast<unsigned char>(c)) != 0;
        });
        if (!name.isEmpty() && (!hasLetter || name.contains('@')))
            return false;
    }
    return true;
}

//! The record that names the columns: the first one, unless one text alone stands there, and further down
//! names as many as the table has columns.
const RoughRecord *headerOf(const std::vector<RoughRecord> &records)
{
    qsizetype widest = 0;
    for (const RoughRecord &record : records)
        widest = std::max(widest, filledCells(record));
    for (const RoughRecord &record : records) {
        const qsizetype filled = filledCells(record);
        const bool isTitle = filled == 1 && widest > 1 && (record.cells.size() == 1 || widest > 2);
        if (filled == 0 || isTitle)
            continue;
        return 2 * filled > widest && looksLikeHeader(record) ? &record : nullptr;
    }
    return nullptr;
}

void guessHeader(const QByteArray &text, DialectGuess &guess)
{
    const std::vector<RoughRecord> records = roughRecords(text, guess.dialect.separator, recordsThatTell);
    const qint64 first = guess.hasSeparatorLine ? 2 : 1;
    guess.dialect.headerLine = first;
    std::vector<RoughRecord> table;
    std::copy_if(records.begin(), records.end(), std::back_inserter(table),
                 [&](const RoughRecord &record) { return record.line >= first; });
    if (table.empty())
        return;
    const RoughRecord *header = headerOf(table);
    guess.dialect.headerLine = header ? header->line : table.front().line;
    if (guess.dialect.headerLine == table.front().line)
        return;
    for (const QByteArray &cell : table.front().cells) {
        guess.title = QString::fromUtf8(cell).trimmed();
        if (!guess.title.isEmpty())
            break;
    }
}

//! The first megabyte of \a file with something beyond ASCII, as all of the file up to there is the same in
//! most encodings; the beginning where there is none.
QByteArray tellingPart(QFile &file, const QByteArray &head)
{
    const auto isHigh = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    const auto isAscii = [&](const QByteArray &bytes) {
        return std::none_of(bytes.begin(), bytes.end(), isHigh) && !bytes.contains('\0');
    };
    QByteArray part = head;
    while (!part.isEmpty() && isAscii(part))
        part = file.read(headSize);
    return part.isEmpty() ? head : part.mid(part == head ? 0 : part.indexOf('\n') + 1);
}

//! Archives, as XLSX and ODS are, and the compound files of old.
bool isWorkbook(const QByteArray &head)
{
    return head.startsWith(QByteArrayLiteral("PK\x03\x04"))
        || head.startsWith(QByteArrayLiteral("\xD0\xCF\x11\xE0"));
}

tl::unexpected<Error> isNoCsvFile(const QString &path)
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload",
                                            "%1 is a workbook, and rows are read from CSV files. Save the "
                                            "sheet as CSV in your spreadsheet (CSV UTF-8 where it offers "
                                            "that), then choose that file.")
                    .arg(QFileInfo(path).fileName()));
}

} // namespace

namespace {

DialectGuess dialectOf(const QByteArray &head, bool isWhole, EncodingGuess encoding,
                       const KnownDialect &known)
{
    DialectGuess guess;
    guess.encoding = std::move(encoding);
    if (known.encoding) {
        const bool hasMark = guess.encoding.byteOrderMark && *known.encoding == guess.encoding.encoding;
        guess.encoding = {*known.encoding, hasMark};
    }
    guess.dialect.encoding = guess.encoding.encoding;
    guess.dialect.byteOrderMark = guess.encoding.byteOrderMark;
    TextDecoder decoder(guess.dialect.encoding);
    QByteArray text;
    decoder.append(head, text);
    const auto named = separatorLine(text);
    guess.hasSeparatorLine = named.has_value();
    if (known.separator || named)
        guess.separator.separator = known.separator.value_or(named.value_or(','));
    else
        guess.separator = guessSeparator(text, isWhole);
    guess.dialect.separator = guess.separator.separator;
    if (known.headerLine)
        guess.dialect.headerLine = *known.headerLine;
    else
        guessHeader(text, guess);
    return guess;
}

} // namespace

DialectGuess guessDialect(const QByteArray &head, bool isWhole, const KnownDialect &known)
{
    return dialectOf(head, isWhole, guessEncoding(head, isWhole), known);
}

Result<DialectGuess> detectDialect(const QString &path, const KnownDialect &known)
{
    GAUGE_CHECK(refuseDatabase(path));
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return cannotReadFile(path, file.errorString());
    const QByteArray head = file.read(headSize);
    if (isWorkbook(head))
        return isNoCsvFile(path);
    const bool isWhole = file.atEnd();
    EncodingGuess encoding = guessEncoding(tellingPart(file, head), file.atEnd());
    return dialectOf(head, isWhole, std::move(encoding), known);
}

QString separatorName(char separator)
{
    return separator == '\t' ? QStringLiteral("tab") : QString(QLatin1Char(separator));
}

Result<void> refuseDatabase(const QString &path)
{
    const lake::FileKind kind = lake::fileKind(path);
    const bool isDatabase
        = kind == lake::FileKind::Lake || kind == lake::FileKind::Foreign || kind == lake::FileKind::Unmarked;
    if (!isDatabase && !lake::isBesideDatabase(path))
        return {};
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload",
                                            "%1 is a database or belongs to one, and rows are read from CSV "
                                            "files. Choose another file.")
                    .arg(QFileInfo(path).fileName()));
}

tl::unexpected<Error> cannotReadFile(const QString &path, const QString &reason)
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("upload",
                                            "%1 cannot be read. Check that it is there, is a file and may be "
                                            "read by you.")
                    .arg(QDir::toNativeSeparators(path)),
                reason);
}

} // namespace gauge::upload
