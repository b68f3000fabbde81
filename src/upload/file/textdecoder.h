// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/textencoding.h"

#include <QByteArray>
#include <QStringEncoder>

#include <array>
#include <memory>

struct UConverter;

namespace gauge::upload {

//! Turns the bytes of a file, piece by piece, into UTF-8 without a byte-order mark. UTF-8 itself passes
//! as it is, right or wrong. What means nothing in another encoding becomes a NUL: invalid sequences, bytes
//! without a character, and the C1 control characters that tables have in the place of those.
class TextDecoder
{
public:
    explicit TextDecoder(const TextEncoding &encoding);
    ~TextDecoder();
    Q_DISABLE_COPY_MOVE(TextDecoder)

    void append(QByteArrayView bytes, QByteArray &text);
    //! At the end of the file: what was left of a character.
    void finish(QByteArray &text);

private:
    struct Closer
    {
        void operator()(UConverter *converter) const;
    };
    void fillTable();
    void appendSingleBytes(QByteArrayView bytes, QByteArray &text) const;
    void convert(QByteArrayView bytes, bool isLast, QByteArray &text);

    TextEncoding m_encoding;
    std::unique_ptr<UConverter, Closer> m_converter; //!< none for UTF-8, and where a table does
    std::array<QByteArray, 256> m_table; //!< UTF-8 of each byte, for encodings of one byte a character
    QStringEncoder m_utf8;
    bool m_atStart = true;
};

} // namespace gauge::upload
