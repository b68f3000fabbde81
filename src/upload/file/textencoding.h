// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringEncoder>
#include <QStringList>

#include <array>
#include <memory>
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
