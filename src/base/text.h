// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

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

//! Whether \a c can change how the text around it is shown, or end its line: C0, DEL, C1, line and paragraph
//! separators, and embeddings, overrides and isolates of the direction of writing.
[[nodiscard]] bool isControl(QChar c);

//! Whether line feeds and tabs are layout, or belong to a value of one line.
enum class Layout { Kept, Marked };

//! \a text with a visible mark for every control (see isControl()): the pictures U+2400 to U+2421 for C0 and
//! DEL, "<U+202E>" for others. Texts from elsewhere can so forge neither a line nor a colour. For terminals,
//! windows and logs only: files and pipes keep data unchanged. With Layout::Kept, line feeds and tabs stay,
//! and CR LF is one line break.
[[nodiscard]] QString withVisibleControls(const QString &text, Layout layout);

//! How many bytes of \a utf8 the control at \a at takes (see isControl()); 0 if something else is there.
[[nodiscard]] std::size_t controlLength(std::string_view utf8, std::size_t at);

//! Steps of one letter (put in, taken out, replaced, exchanged with the next) from \a from to \a to. Takes
//! the product of their lengths.
[[nodiscard]] int editDistance(const QString &from, const QString &to);

//! That of \a candidates which \a typed is most likely meant to be, case apart; empty when more than a third
//! of its letters would be wrong, as that would mislead.
[[nodiscard]] QString nearest(const QString &typed, const QStringList &candidates);

//! Looks texts up without making a string of each.
struct TextHash
{
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

template <typename T>
using ByText = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

} // namespace gauge
