// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/textencoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <memory>

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

} // namespace gauge::upload
