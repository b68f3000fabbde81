// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "upload/file/encodingguess.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>
#include <vector>

namespace gauge::upload {

inline constexpr char csvSeparators[] = {',', ';', '\t', '|'};

//! A record of the beginning of a file, divided without regard to errors.
struct RoughRecord
{
    qint64 line = 0; //!< on which it begins, from 1
    QList<QByteArray> cells; //!< UTF-8, without quotation marks around them

    bool operator==(const RoughRecord &) const = default;
};

//! The first records of \a text that have something in them, \a most at most.
[[nodiscard]] std::vector<RoughRecord> roughRecords(const QByteArray &text, char separator, int most);

//! A character that may separate the cells.
struct SeparatorCandidate
{
    char separator = ',';
    QStringList header; //!< the first record, divided by it

    bool operator==(const SeparatorCandidate &) const = default;
};

//! What separates the cells of a file, as far as its beginning says.
struct SeparatorGuess
{
    char separator = ','; //!< the likeliest
    std::vector<SeparatorCandidate> candidates; //!< where a person must choose, the likeliest first

    [[nodiscard]] bool isCertain() const { return candidates.empty(); }
    bool operator==(const SeparatorGuess &) const = default;
};

//! Two opinions: the character that divides most records into as many cells as the first, and the one that
//! makes the most consistent table (rows of one length, whose cells are numbers, dates, addresses or texts;
//! as published by van den Burg, Nazábal and Sutton, 2019). It is certain where both agree, or where the
//! second table is at least twice as consistent. \a text is UTF-8; \a isWhole: there is no more of it.
[[nodiscard]] SeparatorGuess guessSeparator(const QByteArray &text, bool isWhole);

//! How a CSV file is written, beside what RFC 4180 says.
struct CsvDialect
{
    char separator = ','; //!< any ASCII sign
    TextEncoding encoding;
    bool byteOrderMark = false;
    qint64 headerLine = 1; //!< lines in front of it are no part of the table

    bool operator==(const CsvDialect &) const = default;
};

//! What a person has said about how a file is written.
struct KnownDialect
{
    std::optional<char> separator;
    std::optional<TextEncoding> encoding;
    std::optional<qint64> headerLine;

    bool operator==(const KnownDialect &) const = default;
};

//! How a file seems to be written.
struct DialectGuess
{
    CsvDialect dialect; //!< the likeliest
    EncodingGuess encoding; //!< certain, where a person has named one
    SeparatorGuess separator;
    bool hasSeparatorLine = false; //!< the line "sep=;" of Excel
    QString title = {}; //!< the first text above the header

    //! A person must choose the encoding or the separator.
    [[nodiscard]] bool isCertain() const { return encoding.isCertain && separator.isCertain(); }
    bool operator==(const DialectGuess &) const = default;
};

//! What the beginning of a file looks like; \a isWhole: there is no more of it.
[[nodiscard]] DialectGuess guessDialect(const QByteArray &head, bool isWhole = true,
                                        const KnownDialect &known = {});
//! The same of a file; an Input error when it cannot be read.
[[nodiscard]] Result<DialectGuess> detectDialect(const QString &path, const KnownDialect &known = {});

//! ", ; tab |": how a person writes \a separator.
[[nodiscard]] QString separatorName(char separator);

//! Input error where \a path is a database or a file beside one: it may be a lake that is in use, and must
//! not be opened past SQLite (lake/sqlite/lakefiles.h).
[[nodiscard]] Result<void> refuseDatabase(const QString &path);

//! Why \a path cannot be read as a file, in words.
[[nodiscard]] tl::unexpected<Error> cannotReadFile(const QString &path, const QString &reason);

} // namespace gauge::upload
