// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "upload/file/textencoding.h"

#include <QList>
#include <QString>

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

//! How well characters fit what people write, from 0 to 1.
struct LetterFit
{
    double language = 0; //!< in the letters of the one language that fits best
    double any = 0; //!< in the letters of any language of the script

    bool operator==(const LetterFit &) const = default;
};

//! The characters beyond ASCII in words of letters, each word with the signs beside it. Letters fit where
//! they are of one script, with no capital behind a small letter; signs where they usually are: an opening
//! quotation mark in front of a word, a degree behind a digit.
class WordFit
{
public:
    //! Words that end with line feeds.
    explicit WordFit(const QString &words);

    [[nodiscard]] LetterFit all() const { return fitAt({}); }
    //! The fit where \a other has another character; of everything, when characters do not stand for each
    //! other.
    [[nodiscard]] LetterFit unlike(const QString &other) const;

private:
    [[nodiscard]] LetterFit fitAt(const QList<qsizetype> &places) const;

    QString m_words;
    QList<quint64> m_languages; //!< a bit each for the languages in which a character fits; all of a sign
    std::size_t m_best = 0; //!< the language that fits best
};

//! The share of the characters beyond ASCII in \a text that \a language ("ja", "zh", "zh_Hant", "ko") uses.
[[nodiscard]] double fitOfText(const QString &text, const char *language);
//! Whether \a text has a letter of a script that no language here has, or of another script than its
//! neighbours, but for Greek, as in "kΩ".
[[nodiscard]] bool hasStrangeLetter(const QString &text);

} // namespace gauge::upload
