// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace gauge::lake {

//! A part of a text, in UTF-16 units.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

//! Where a text has the words of a search, by the rules of the search: the beginnings of words, whatever
//! their case and accents, and single characters of languages without spaces.
class SearchHits
{
public:
    explicit SearchHits(const QString &search = {});

    //! There is nothing to find.
    [[nodiscard]] bool isEmpty() const { return m_words.isEmpty(); }
    //! In their order; none touches another.
    [[nodiscard]] std::vector<TextRange> in(QStringView text) const;

private:
    QStringList m_words; //!< folded
};

//! Where a text has what a condition `contains`, whatever its case (see TextMatch).
class ContainedHits
{
public:
    explicit ContainedHits(QString needle = {});

    [[nodiscard]] std::vector<TextRange> in(QStringView text) const;
    //! The hit at the very beginning, as `starts-with` finds it, or none.
    [[nodiscard]] std::vector<TextRange> atStartOf(QStringView text) const;

private:
    QString m_needle;
};

//! \a ranges of one text in their order, those that touch as one.
[[nodiscard]] std::vector<TextRange> merged(std::vector<TextRange> ranges);

} // namespace gauge::lake
