// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/workbookproof.h"

#include "transfer/outputfiles.h"

#include <QXmlStreamReader>
#include <QtEndian>

#include <array>
#include <zlib.h>

namespace gauge::transfer {

namespace {

constexpr qsizetype chunk = 1 << 16;
constexpr qsizetype longestHead = 4 << 20; // 16,384 columns have widths of 70 bytes each
constexpr std::array<char, 4> entrySignature{'P', 'K', 3, 4};
constexpr std::array<char, 4> endSignature{'P', 'K', 5, 6};
constexpr qsizetype endSize = 22; // of the end record, which has no comment

//! What is known of an unpacked entry.
struct Unpacked
{
    QByteArray name;
    QByteArray head; //!< its first bytes
    QByteArray tail; //!< its last bytes; together they are all of a short one
    qint64 size = 0;

    void add(const char *data, qsizetype count)
    {
        size += count;
        if (head.size() < longestHead)
            head.append(data, std::min(count, longestHead - head.size()));
        tail.append(data, count);
        if (tail.size() > 2 * chunk)
            tail.remove(0, tail.size() - chunk);
    }
};

//! Reads a zip archive from end to end and hands on every byte. (QIODevice::peek would read twice.)
class Walk
{
public:
    Walk(QIODevice &from, QIODevice &to, std::stop_token stop)
        : m_from(from)
        , m_to(to)
        , m_stop(std::move(stop))
    {}

    //! The next entry; nothing after the last.
    [[nodiscard]] Result<std::optional<Unpacked>> next();
    //! Hands on what follows the entries.
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] Result<void> read();
    //! Makes sure of \a count bytes ahead.
    [[nodiscard]] Result<void> need(qsizetype count);
    [[nodiscard]] Result<void> inflateInto(Unpacked &entry);

    QIODevice &m_from;
    QIODevice &m_to;
    std::stop_token m_stop;
    QByteArray m_ahead; //!< read and handed on, not yet looked at
};

tl::unexpected<Error> notWhole(const char *what)
{
    return notWrittenToTheEnd(QString::fromLatin1(what));
}

bool startsWith(const QByteArray &bytes, const std::array<char, 4> &signature)
{
    return bytes.startsWith(QByteArrayView(signature.data(), qsizetype(signature.size())));
}

Result<void> Walk::read()
{
    if (m_stop.stop_requested())
        return fail(cancelled());
    const QByteArray bytes = m_from.read(chunk);
    if (bytes.isEmpty())
        return notWhole("the archive ends too early");
    if (m_to.write(bytes) != bytes.size())
        return notWrittenToTheEnd(m_to.errorString());
    m_ahead += bytes;
    return {};
}

Result<void> Walk::need(qsizetype count)
{
    while (m_ahead.size() < count)
        if (Result<void> more = read(); !more)
            return more;
    return {};
}

Result<std::optional<Unpacked>> Walk::next()
{
    constexpr qsizetype fixedPart = 30;
    GAUGE_CHECK(need(4));
    if (!startsWith(m_ahead, entrySignature))
        return std::nullopt;
    GAUGE_CHECK(need(fixedPart));
    const qsizetype nameSize = qFromLittleEndian<quint16>(m_ahead.constData() + 26);
    const qsizetype extraSize = qFromLittleEndian<quint16>(m_ahead.constData() + 28);
    GAUGE_CHECK(need(fixedPart + nameSize + extraSize));
    Unpacked entry;
    entry.name = m_ahead.mid(fixedPart, nameSize);
    m_ahead.remove(0, fixedPart + nameSize + extraSize);
    GAUGE_CHECK(inflateInto(entry));
    return entry;
}

Result<void> Walk::inflateInto(Unpacked &entry)
{
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return notWhole("no memory to read the archive");
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, &inflateEnd);
    std::array<char, std::size_t(chunk)> out;
    int state = Z_OK;
    while (state != Z_STREAM_END) {
        if (m_ahead.isEmpty())
            if (Result<void> more = read(); !more)
                return more;
        stream.next_in = reinterpret_cast<Bytef *>(m_ahead.data());
        stream.avail_in = uInt(m_ahead.size());
        do {
            stream.next_out = reinterpret_cast<Bytef *>(out.data());
            stream.avail_out = uInt(out.size());
            state = inflate(&stream, Z_NO_FLUSH);
            if (state != Z_OK && state != Z_STREAM_END && state != Z_BUF_ERROR)
                return notWhole("an entry of the archive cannot be unpacked");
            entry.add(out.data(), qsizetype(out.size() - stream.avail_out));
        } while (state != Z_STREAM_END && stream.avail_out == 0);
        m_ahead.remove(0, m_ahead.size() - qsizetype(stream.avail_in));
    }
    return {};
}

Result<void> Walk::finish()
{
    while (!m_from.atEnd())
        if (Result<void> more = read(); !more)
            return more;
    if (!startsWith(m_ahead.right(endSize), endSignature))
        return notWhole("the archive has no end");
    return {};
}

//! The number of "xl/worksheets/sheet12.xml", or 0.
std::size_t sheetNumber(const QByteArray &name)
{
    static const QByteArray before("xl/worksheets/sheet");
    static const QByteArray after(".xml");
    if (!name.startsWith(before) || !name.endsWith(after))
        return 0;
    return name.mid(before.size(), name.size() - before.size() - after.size()).toUInt();
}

//! The bytes of a sheet outside its rows are its head and its tail, whole.
bool holdsRows(const Unpacked &sheet, qint64 bytes)
{
    static const QByteArray opening("<sheetData>");
    static const QByteArray closing("</sheetData>");
    const qsizetype head = sheet.head.indexOf(opening);
    const qsizetype tail = sheet.tail.lastIndexOf(closing);
    return head >= 0 && tail >= 0 && sheet.tail.endsWith("</worksheet>")
        && sheet.size == head + opening.size() + bytes + (sheet.tail.size() - tail);
}

bool isWellFormed(const Unpacked &part)
{
    QXmlStreamReader reader(part.head);
    while (!reader.atEnd())
        reader.readNext();
    return !reader.hasError() && part.size == part.head.size();
}

} // namespace

Result<void> copyWhole(QIODevice &from, QIODevice &to, const std::vector<qint64> &sheetBytes,
                       const std::stop_token &stop)
{
    Walk walk(from, to, stop);
    std::size_t sheets = 0;
    for (;;) {
        GAUGE_TRY(const std::optional<Unpacked> entry, walk.next());
        if (!entry)
            break;
        const std::size_t number = sheetNumber(entry->name);
        const bool whole = number == 0
            ? isWellFormed(*entry)
            : number <= sheetBytes.size() && holdsRows(*entry, sheetBytes[number - 1]);
        if (!whole)
            return notWhole("a part of the workbook is incomplete");
        sheets += number > 0 ? 1 : 0;
    }
    return sheets == sheetBytes.size() ? walk.finish() : notWhole("a sheet of the workbook is missing");
}

} // namespace gauge::transfer
