// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/csvdialect.h"

#include <QStringDecoder>
#include <QStringEncoder>

namespace gauge::upload {

//! Turns the bytes of a file, piece by piece, into UTF-8 without a byte-order mark. UTF-8 itself passes
//! as it is, right or wrong. What is no UTF-16 becomes a NUL.
class TextDecoder
{
public:
    explicit TextDecoder(TextEncoding encoding);

    void append(QByteArrayView bytes, QByteArray &text);
    //! At the end of the file: what was left of a character.
    void finish(QByteArray &text);

private:
    void appendUtf16(QByteArrayView bytes, QByteArray &text);

    TextEncoding m_encoding;
    QStringDecoder m_utf16;
    QStringEncoder m_utf8; //!< sees halves of pairs, which the decoder lets pass
    qint64 m_bytes = 0;
};

} // namespace gauge::upload
