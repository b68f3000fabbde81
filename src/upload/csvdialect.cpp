// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/csvdialect.h"

#include "lake/sqlite/lakefiles.h"
#include "upload/textdecoder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>

namespace gauge::upload {

namespace {

constexpr qint64 headSize = 1 << 20;
constexpr int recordsThatTell = 50;

struct Named
{
    TextEncoding encoding;
    const char *name;
};

constexpr std::array names{Named{TextEncoding::Utf8, "utf-8"}, Named{TextEncoding::Utf16Le, "utf-16le"},
                           Named{TextEncoding::Utf16Be, "utf-16be"},
                           Named{TextEncoding::Windows1252, "windows-1252"}};

//! Without a mark: texts of Western languages have a zero in every other byte.
std::optional<TextEncoding> utf16Without(const QByteArray &head)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[size_t(i % 2)] += head[i] == '\0' ? 1 : 0;
    const qsizetype many = head.size() / 8;
    if (zeros[1] > many && zeros[1] > 4 * zeros[0])
        return TextEncoding::Utf16Le;
    if (zeros[0] > many && zeros[0] > 4 * zeros[1])
        return TextEncoding::Utf16Be;
    return std::nullopt;
}

TextEncoding guessEncoding(const QByteArray &head, bool &hasMark)
{
    hasMark = true;
    if (head.startsWith("\xEF\xBB\xBF"))
        return TextEncoding::Utf8;
    if (head.startsWith("\xFF\xFE"))
        return TextEncoding::Utf16Le;
    if (head.startsWith("\xFE\xFF"))
        return TextEncoding::Utf16Be;
    hasMark = false;
    if (const auto utf16 = utf16Without(head))
        return *utf16;
    // The head may end within a character, whose bytes are all beyond ASCII.
    QByteArrayView whole(head);
    if (head.size() == headSize) {
        while (!whole.isEmpty() && static_cast<unsigned char>(whole.back()) >= 0x80)
            whole.chop(1);
    }
    return whole.isValidUtf8() ? TextEncoding::Utf8 : TextEncoding::Windows1252;
}

//! How often \a separator stands in each of the first records, outside quotes.
std::vector<int> separatorsIn(const QByteArray &text, char separator)
{
    std::vector<int> counts;
    int count = 0;
    bool quoted = false;
    bool empty = true;
    for (const char c : text) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            if (!empty)
                counts.push_back(count);
            if (int(counts.size()) == recordsThatTell)
                return counts;
            count = 0;
            empty = true;
            continue;
        }
        count += !quoted && c == separator ? 1 : 0;
        empty = false;
    }
    if (!empty && text.size() < headSize / 2)
        counts.push_back(count);
    return counts;
}

//! The one that divides most records into as many cells as the header.
char guessSeparator(const QByteArray &text)
{
    char best = ',';
    std::pair<qsizetype, int> most{0, 0};
    for (const char separator : csvSeparators) {
        const std::vector<int> counts = separatorsIn(text, separator);
        if (counts.empty() || counts.front() == 0)
            continue;
        const std::pair<qsizetype, int> found{std::count(counts.begin(), counts.end(), counts.front()),
                                              counts.front()};
        if (found > most) {
            most = found;
            best = separator;
        }
    }
    return best;
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

QString encodingName(TextEncoding encoding)
{
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const Named &n) { return n.encoding == encoding; });
    return QLatin1String(found->name);
}

std::optional<TextEncoding> encodingFromName(const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const Named &n) {
        return name.compare(QLatin1String(n.name), Qt::CaseInsensitive) == 0;
    });
    return found == names.end() ? std::nullopt : std::optional(found->encoding);
}

QStringList encodingNames()
{
    QStringList list;
    for (const Named &named : names)
        list.append(QLatin1String(named.name));
    return list;
}

CsvDialect guessDialect(const QByteArray &head, std::optional<TextEncoding> known)
{
    CsvDialect dialect;
    dialect.encoding = guessEncoding(head, dialect.byteOrderMark);
    dialect.encoding = known.value_or(dialect.encoding);
    TextDecoder decoder(dialect.encoding);
    QByteArray text;
    decoder.append(head, text);
    dialect.separator = guessSeparator(text);
    return dialect;
}

Result<CsvDialect> detectDialect(const QString &path, std::optional<TextEncoding> known)
{
    if (auto refused = refuseDatabase(path); !refused)
        return fail(std::move(refused.error()));
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return cannotReadFile(path, file.errorString());
    const QByteArray head = file.read(headSize);
    if (isWorkbook(head))
        return isNoCsvFile(path);
    return guessDialect(head, known);
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
