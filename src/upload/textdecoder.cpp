// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/textdecoder.h"

#include <array>

namespace gauge::upload {

namespace {

//! 0x80 to 0x9F of Windows-1252; the five that it leaves open stay control characters, as browsers have it.
constexpr std::array<char16_t, 32> windows1252{
    0x20ac, 0x81,   0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8d,   0x017d, 0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d,   0x017e, 0x0178};

void appendWindows1252(QByteArrayView bytes, QByteArray &text)
{
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80) {
            text += byte;
            continue;
        }
        const char16_t unit = code < 0xa0 ? windows1252[code - 0x80U] : char16_t(code);
        if (unit >= 0x800) {
            text += char(0xe0 | (unit >> 12));
            text += char(0x80 | ((unit >> 6) & 0x3f));
        } else {
            text += char(0xc0 | (unit >> 6));
        }
        text += char(0x80 | (unit & 0x3f));
    }
}

QStringConverter::Encoding utf16(TextEncoding encoding)
{
    return encoding == TextEncoding::Utf16Be ? QStringConverter::Utf16BE : QStringConverter::Utf16LE;
}

} // namespace

TextDecoder::TextDecoder(TextEncoding encoding)
    : m_encoding(encoding)
    , m_utf16(utf16(encoding))
    , m_utf8(QStringConverter::Utf8, QStringConverter::Flag::ConvertInvalidToNull)
{}

void TextDecoder::appendUtf16(QByteArrayView bytes, QByteArray &text)
{
    const QString units = m_utf16(bytes);
    text += static_cast<QByteArray>(m_utf8(units));
}

void TextDecoder::append(QByteArrayView bytes, QByteArray &text)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    switch (m_encoding) {
    case TextEncoding::Utf8:
        text += m_bytes == 0 && bytes.startsWith(mark) ? bytes.sliced(mark.size()) : bytes;
        break;
    case TextEncoding::Windows1252:
        appendWindows1252(bytes, text);
        break;
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be:
        appendUtf16(bytes, text);
        break;
    }
    m_bytes += bytes.size();
}

void TextDecoder::finish(QByteArray &text)
{
    if (m_encoding != TextEncoding::Utf16Le && m_encoding != TextEncoding::Utf16Be)
        return;
    if (m_bytes % 2 != 0)
        text += '\0';
    else // half of a pair waits for its other half, and this is none
        appendUtf16(m_encoding == TextEncoding::Utf16Le ? QByteArrayView("\n\0", 2)
                                                        : QByteArrayView("\0\n", 2),
                    text);
}

} // namespace gauge::upload
