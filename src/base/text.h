// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace gauge {

//! Decodes \a utf8 completely. QString::fromUtf8() takes a U+FEFF at the start for a byte order mark and
//! drops it, which is right for a file and wrong for a value: there it is a character like any other.
//! Bytes that are not UTF-8 become U+FFFD. Accepts std::string_view, std::string and QByteArray as well.
[[nodiscard]] inline QString fromUtf8(QByteArrayView utf8)
{
    constexpr QByteArrayView mark("\xEF\xBB\xBF", 3);
    QString text = QString::fromUtf8(utf8);
    if (utf8.startsWith(mark))
        text.prepend(QChar(char16_t(0xFEFF)));
    return text;
}

//! \a text as it is written, then its normal forms C and D where they differ: an accent may be part of its
//! letter or a mark behind it (as in names of files on macOS), and nobody sees which.
[[nodiscard]] inline QStringList normalForms(const QString &text)
{
    QStringList forms{text};
    for (const auto form : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        if (const QString other = text.normalized(form); !forms.contains(other))
            forms.append(other);
    }
    return forms;
}

} // namespace gauge
