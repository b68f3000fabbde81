// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/searchhits.h"

#include "lake/sql/searchtext.h"

#include <algorithm>

namespace gauge::lake {

namespace {

char32_t characterAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    return unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate()
        ? QChar::surrogateToUcs4(unit, text[at + 1])
        : char32_t(unit.unicode());
}

qsizetype unitsOf(char32_t c)
{
    return QChar::requiresSurrogates(c) ? 2 : 1;
}

//! A word folded character by character, and where in the text each folded unit ends: a syllable of Hangul
//! becomes several, and an accent none.
struct Folded
{
    QString text;
    std::vector<qsizetype> ends;

    void clear()
    {
        text.clear();
        ends.clear();
    }

    void append(const QString &folded, qsizetype end)
    {
        text += folded;
        ends.resize(std::size_t(text.size()), end);
    }
    void append(char c, qsizetype end)
    {
        text += QLatin1Char(c >= 'A' && c <= 'Z' ? char(c | 0x20) : c);
        ends.push_back(end);
    }
};

//! Adds the longest of \a words that \a word begins with.
void addHits(std::vector<TextRange> &hits, const Folded &word, qsizetype start, const QStringList &words)
{
    qsizetype longest = 0;
    for (const QString &each : words) {
        if (word.text.startsWith(each))
            longest = std::max(longest, each.size());
    }
    if (longest > 0)
        hits.push_back({start, word.ends[std::size_t(longest - 1)] - start});
}

} // namespace

SearchHits::SearchHits(const QString &search)
{
    for (const QString &word : searchWords(search)) {
        if (const QString folded = foldedWord(word); !folded.isEmpty())
            m_words.append(folded);
    }
}

std::vector<TextRange> SearchHits::in(QStringView text) const
{
    std::vector<TextRange> hits;
    if (isEmpty())
        return hits;
    Folded word;
    qsizetype start = 0;
    const auto endWord = [&] {
        addHits(hits, word, start, m_words);
        word.clear();
    };
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = characterAt(text, at);
        const qsizetype from = at;
        at += unitsOf(c);
        const LetterKind kind = letterKind(c);
        if (kind == LetterKind::Accent) {
            if (!word.ends.empty())
                word.ends.back() = at; // it belongs to its letter
            continue;
        }
        if (kind != LetterKind::OfWord)
            endWord();
        if (kind == LetterKind::Between)
            continue;
        if (word.ends.empty())
            start = from;
        if (c < 0x80)
            word.append(char(c), at);
        else
            word.append(foldedWord(text.mid(from, at - from).toString()), at);
        if (kind == LetterKind::Word)
            endWord();
    }
    endWord();
    return merged(std::move(hits));
}

ContainedHits::ContainedHits(QString needle)
    : m_needle(std::move(needle))
{}

std::vector<TextRange> ContainedHits::in(QStringView text) const
{
    std::vector<TextRange> hits;
    if (m_needle.isEmpty())
        return hits;
    for (qsizetype at = text.indexOf(m_needle, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(m_needle, at + m_needle.size(), Qt::CaseInsensitive))
        hits.push_back({at, m_needle.size()});
    return merged(std::move(hits));
}

std::vector<TextRange> ContainedHits::atStartOf(QStringView text) const
{
    if (m_needle.isEmpty() || !text.startsWith(m_needle, Qt::CaseInsensitive))
        return {};
    return {{0, m_needle.size()}};
}

std::vector<TextRange> merged(std::vector<TextRange> ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const TextRange &a, const TextRange &b) { return a.start < b.start; });
    std::vector<TextRange> result;
    for (const TextRange &range : ranges) {
        if (!result.empty() && range.start <= result.back().start + result.back().length) {
            TextRange &last = result.back();
            last.length = std::max(last.length, range.start + range.length - last.start);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

} // namespace gauge::lake
