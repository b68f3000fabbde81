// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/textencoding.h"

#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

namespace gauge::upload {

namespace {

constexpr std::array usual{"utf-8",        "utf-16le",     "utf-16be",     "windows-1250", "windows-1251",
                           "windows-1252", "windows-1253", "windows-1254", "windows-1255", "windows-1256",
                           "windows-1257", "windows-1258", "windows-874",  "iso-8859-1",   "iso-8859-2",
                           "iso-8859-15",  "koi8-r",       "macintosh",    "ibm850",       "ibm852",
                           "ibm866",       "shift_jis",    "euc-jp",       "iso-2022-jp",  "gb18030",
                           "big5",         "euc-kr"};

} // namespace

std::optional<TextEncoding> TextEncoding::fromName(const QString &name)
{
    constexpr qsizetype longest = 60;
    // ICU takes an empty name for the default of the system, and what follows a comma for options.
    const bool isPlain
        = !name.isEmpty() && name.size() <= longest && std::all_of(name.cbegin(), name.cend(), [](QChar c) {
              return c > QLatin1Char(' ') && c < QChar(0x7f) && c != QLatin1Char(',');
          });
    if (!isPlain)
        return std::nullopt;
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter *)> converter(
        ucnv_open(name.toLatin1().constData(), &error), ucnv_close);
    if (U_FAILURE(error))
        return std::nullopt;
    const char *own = ucnv_getName(converter.get(), &error);
    for (const char *standard : {"MIME", "IANA"}) {
        UErrorCode missing = U_ZERO_ERROR;
        const char *common = ucnv_getStandardName(own, standard, &missing);
        if (U_SUCCESS(missing) && common != nullptr)
            return TextEncoding(QByteArray(common).toLower());
    }
    return U_SUCCESS(error) ? std::optional(TextEncoding(QByteArray(own).toLower())) : std::nullopt;
}

QString encodingName(const TextEncoding &encoding)
{
    return QString::fromLatin1(encoding.name());
}

std::optional<TextEncoding> encodingFromName(const QString &name)
{
    return TextEncoding::fromName(name);
}

QStringList encodingNames()
{
    QStringList names;
    for (const char *name : usual)
        names.append(QLatin1String(name));
    return names;
}

namespace {

constexpr char16_t byteOrderMark = 0xfeff;

void U_CALLCONV writeNul(const void *, UConverterToUnicodeArgs *args, const char *, int32_t,
                         UConverterCallbackReason reason, UErrorCode *error)
{
    if (reason > UCNV_IRREGULAR) // the converter is reset or closed
        return;
    const UChar nul = 0;
    *error = U_ZERO_ERROR;
    ucnv_cbToUWriteUChars(args, &nul, 1, 0, error);
}

bool isSingleByte(UConverter *converter)
{
    const UConverterType type = ucnv_getType(converter);
    return type == UCNV_SBCS || type == UCNV_LATIN_1 || type == UCNV_US_ASCII;
}

bool isC1(char16_t unit)
{
    return unit >= 0x80 && unit < 0xa0;
}

} // namespace

void TextDecoder::Closer::operator()(UConverter *converter) const
{
    ucnv_close(converter);
}

TextDecoder::TextDecoder(const TextEncoding &encoding)
    : m_encoding(encoding)
    , m_utf8(QStringConverter::Utf8, QStringConverter::Flag::ConvertInvalidToNull)
{
    if (encoding.isUtf8())
        return;
    UErrorCode error = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(encoding.name().constData(), &error));
    Q_ASSERT(U_SUCCESS(error)); // its name came from ICU
    ucnv_setToUCallBack(m_converter.get(), writeNul, nullptr, nullptr, nullptr, &error);
    if (isSingleByte(m_converter.get()))
        fillTable();
}

TextDecoder::~TextDecoder() = default;

void TextDecoder::fillTable()
{
    for (int byte = 0; byte < 256; ++byte) {
        const char single = char(byte);
        convert(QByteArrayView(&single, 1), true, m_table[std::size_t(byte)]);
    }
    m_converter.reset();
}

void TextDecoder::appendSingleBytes(QByteArrayView bytes, QByteArray &text) const
{
    text.reserve(text.size() + bytes.size() + bytes.size() / 4);
    for (const char byte : bytes) {
        const QByteArray &utf8 = m_table[static_cast<unsigned char>(byte)];
        if (utf8.size() == 1)
            text += utf8.front();
        else
            text += utf8;
    }
}

void TextDecoder::convert(QByteArrayView bytes, bool isLast, QByteArray &text)
{
    std::array<UChar, 8192> units{};
    const char *source = bytes.data();
    const char *end = source + bytes.size();
    UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
    while (error == U_BUFFER_OVERFLOW_ERROR) {
        error = U_ZERO_ERROR;
        UChar *target = units.data();
        ucnv_toUnicode(m_converter.get(), &target, units.data() + units.size(), &source, end, nullptr,
                       isLast ? 1 : 0, &error);
        QStringView read(units.data(), target - units.data());
        if (!m_encoding.isUnicode())
            std::replace_if(units.data(), target, isC1, u'\0');
        if (m_atStart && !read.isEmpty()) {
            m_atStart = false;
            read = read.mid(read.front() == QChar(byteOrderMark) ? 1 : 0);
        }
        text += static_cast<QByteArray>(m_utf8(read));
    }
}

void TextDecoder::append(QByteArrayView bytes, QByteArray &text)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF");
    if (m_converter) {
        convert(bytes, false, text);
    } else if (m_encoding.isUtf8()) {
        text += m_atStart && bytes.startsWith(mark) ? bytes.sliced(mark.size()) : bytes;
        m_atStart = false;
    } else {
        appendSingleBytes(bytes, text);
    }
}

void TextDecoder::finish(QByteArray &text)
{
    if (m_converter)
        convert({}, true, text);
}

} // namespace gauge::upload
