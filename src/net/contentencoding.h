// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace gauge::net {

//! The body of an answer without its Content-Encoding.
struct DecodedBody
{
    enum class Outcome {
        Readable,
        TooLarge, //!< more than the limit when unpacked
        Damaged, //!< it does not end, or is not what the header names
        Unknown, //!< an encoding that is not supported, and the body is not text
    };
    Outcome outcome = Outcome::Readable;
    QByteArray body; //!< where it is readable
};

//! Decodes what Qt Network 6.4 leaves encoded: it knows gzip, deflate, br and zstd by exactly these names,
//! but not x-gzip (RFC 9110, 8.4.1.3: equivalent to gzip) nor lists like "identity, gzip".
//! \a encoding is the value of Content-Encoding, \a body as QNetworkReply gave it, \a limit in bytes.
[[nodiscard]] DecodedBody decodedBody(const QByteArray &encoding, QByteArray body, qint64 limit);

} // namespace gauge::net
