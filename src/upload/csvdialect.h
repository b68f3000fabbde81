// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace gauge::upload {

enum class TextEncoding {
    Utf8,
    Utf16Le,
    Utf16Be,
    Windows1252, //!< and Latin-1, which is a part of it
};

//! Stable name ("utf-8", "utf-16le", "utf-16be", "windows-1252").
[[nodiscard]] QString encodingName(TextEncoding encoding);
[[nodiscard]] std::optional<TextEncoding> encodingFromName(const QString &name);
[[nodiscard]] QStringList encodingNames();

//! How a CSV file is written, beside what RFC 4180 says.
struct CsvDialect
{
    char separator = ','; //!< one of csvSeparators
    TextEncoding encoding = TextEncoding::Utf8;
    bool byteOrderMark = false;

    bool operator==(const CsvDialect &) const = default;
};

inline constexpr char csvSeparators[] = {',', ';', '\t', '|'};

//! What the first megabyte of a file looks like, as \a known tells its encoding.
[[nodiscard]] CsvDialect guessDialect(const QByteArray &head, std::optional<TextEncoding> known = {});
//! The same of a file; an Input error when it cannot be read.
[[nodiscard]] Result<CsvDialect> detectDialect(const QString &path, std::optional<TextEncoding> known = {});

//! Input error where \a path is a database or a file beside one: it may be a lake that is in use, and must
//! not be opened past SQLite (lake/sqlite/lakefiles.h).
[[nodiscard]] Result<void> refuseDatabase(const QString &path);

//! Why \a path cannot be read as a file, in words.
[[nodiscard]] tl::unexpected<Error> cannotReadFile(const QString &path, const QString &reason);

} // namespace gauge::upload
