// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/contentencoding.h"

#include <QByteArrayList>

#define ZLIB_CONST // next_in is const
#include <zlib.h>

#include <algorithm>

namespace gauge::net {

namespace {

using Outcome = DecodedBody::Outcome;

//! "gzip" and "x-gzip" without the encodings that change nothing.
QByteArrayList encodingsIn(const QByteArray &header)
{
    QByteArrayList encodings;
    for (const QByteArray &name : header.toLower().split(',')) {
        const QByteArray trimmed = name.trimmed();
        if (!trimmed.isEmpty() && trimmed != "identity")
            encodings.append(trimmed == "x-gzip" ? QByteArray("gzip") : trimmed);
    }
    return encodings;
}

bool isDecodedByQt(const QByteArray &header)
{
    static const QByteArrayList known{"gzip", "deflate", "br", "zstd"};
    return known.contains(header.trimmed().toLower());
}

//! Servers name even a character set here; such a body is plain.
bool looksLikeText(const QByteArray &body)
{
    const auto first = static_cast<unsigned char>(body.front());
    return first == 0xEF || (first < 0x7F && (first >= 0x20 || (first >= '\t' && first <= '\r')));
}

class Inflater
{
public:
    //! \a packed must outlive this.
    explicit Inflater(const QByteArray &packed)
    {
        constexpr int gzipOnly = 16;
        m_stream.next_in = reinterpret_cast<const Bytef *>(packed.constData());
        m_stream.avail_in = uInt(packed.size());
        m_isOpen = inflateInit2(&m_stream, gzipOnly + MAX_WBITS) == Z_OK;
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Q_DISABLE_COPY_MOVE(Inflater)

    DecodedBody unpack(qint64 limit)
    {
        DecodedBody result;
        while (m_isOpen) {
            constexpr qsizetype piece = 256 * 1024;
            const qsizetype size = result.body.size();
            result.body.resize(size + piece);
            m_stream.next_out = reinterpret_cast<Bytef *>(result.body.data() + size);
            m_stream.avail_out = uInt(piece);
            const int status = inflate(&m_stream, Z_NO_FLUSH);
            result.body.resize(size + piece - qsizetype(m_stream.avail_out));
            if (result.body.size() > limit)
                return {Outcome::TooLarge, {}};
            if (status == Z_STREAM_END && m_stream.avail_in == 0)
                return result;
            // A file of several members is one text.
            m_isOpen = status == Z_OK || (status == Z_STREAM_END && inflateReset(&m_stream) == Z_OK);
        }
        return {Outcome::Damaged, {}};
    }

private:
    z_stream m_stream{};
    bool m_isOpen = false;
};

} // namespace

DecodedBody decodedBody(const QByteArray &encoding, QByteArray body, qint64 limit)
{
    const QByteArrayList encodings = encodingsIn(encoding);
    if (body.isEmpty() || encodings.isEmpty() || isDecodedByQt(encoding))
        return {Outcome::Readable, std::move(body)};
    if (encodings == QByteArrayList{"gzip"})
        return Inflater(body).unpack(limit);
    if (looksLikeText(body))
        return {Outcome::Readable, std::move(body)};
    return {Outcome::Unknown, {}};
}

} // namespace gauge::net
