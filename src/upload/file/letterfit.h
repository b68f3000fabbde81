// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace gauge::upload {

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
