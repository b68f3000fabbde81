// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/textencoding.h"

#include <vector>

namespace gauge::upload {

//! A way in which a file may be read, with a text of the file that shows it.
struct EncodingCandidate
{
    TextEncoding encoding;
    QString sample; //!< a cell that reads differently in another candidate

    bool operator==(const EncodingCandidate &) const = default;
};

//! In which encoding a text is, as far as its bytes say.
struct EncodingGuess
{
    TextEncoding encoding; //!< the likeliest
    bool byteOrderMark = false;
    bool isCertain = true; //!< else a person must choose
    bool isDamagedUtf8 = false; //!< UTF-8 but for some bytes; never certain
    qint64 damagedLine = 0; //!< of damaged UTF-8: the first line with such a byte, from 1
    QString damagedCell = {}; //!< in that line, with U+FFFD for what is not UTF-8
    std::vector<EncodingCandidate> candidates = {}; //!< where a person must choose, the likeliest first

    bool operator==(const EncodingGuess &) const = default;
};

//! Looks at the beginning of a file; \a isWhole: there is no more of it. Rules, in this order: a byte-order
//! mark, aligned line ends of UTF-16 and UTF-32, valid UTF-8, UTF-8 with damage, the escape sequences of
//! ISO-2022. For all others uchardet must name an encoding in which every word is spelled in the letters of a
//! language, while no other encoding makes words of the bytes; for Chinese, Japanese and Korean uchardet and
//! ICU must agree. Else a person must choose.
[[nodiscard]] EncodingGuess guessEncoding(const QByteArray &head, bool isWhole);

} // namespace gauge::upload
