// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace gauge::upload {

//! An encoding of text files: any that ICU knows.
class TextEncoding
{
public:
    TextEncoding() = default; //!< UTF-8

    //! By any name or alias that ICU knows, in any case; nothing for other names.
    [[nodiscard]] static std::optional<TextEncoding> fromName(const QString &name);
    [[nodiscard]] static TextEncoding utf8() { return {}; }
    [[nodiscard]] static TextEncoding utf16Le() { return TextEncoding("utf-16le"); }
    [[nodiscard]] static TextEncoding utf16Be() { return TextEncoding("utf-16be"); }
    [[nodiscard]] static TextEncoding windows1252() { return TextEncoding("windows-1252"); }

    //! The one name of the encoding, in lower case: "utf-8", "windows-1250", "shift_jis".
    [[nodiscard]] const QByteArray &name() const { return m_name; }
    [[nodiscard]] bool isUtf8() const { return m_name == "utf-8"; }
    //! Whether it can hold every character of Unicode, so that a byte-order mark makes sense.
    [[nodiscard]] bool isUnicode() const { return m_name.startsWith("utf-"); }

    bool operator==(const TextEncoding &) const = default;

private:
    explicit TextEncoding(QByteArray name)
        : m_name(std::move(name))
    {}

    QByteArray m_name = QByteArrayLiteral("utf-8");
};

[[nodiscard]] QString encodingName(const TextEncoding &encoding);
[[nodiscard]] std::optional<TextEncoding> encodingFromName(const QString &name);
//! The usual ones, for lists from which a person chooses.
[[nodiscard]] QStringList encodingNames();

} // namespace gauge::upload
