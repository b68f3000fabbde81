// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QStringList>

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

} // namespace gauge::upload
