// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/searchwords.h"

#include "base/text.h"
#include "lake/searchtext.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace gauge::lake {

namespace {

//! A lexeme has 2,046 bytes at most.
constexpr qsizetype longestWord = 255;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c | 0x20) : c;
}

//! Of a word of ASCII, of which texts in most languages have many.
std::optional<std::string> foldedPlainly(const QString &word)
{
    std::string result;
    const QStringView most = QStringView(word).left(longestWord);
    for (const QChar c : most) {
        if (c.unicode() >= 0x80)
            return std::nullopt;
        result += lower(char(c.unicode()));
    }
    return result;
}

QString folded(const QString &word)
{
    QString result = foldedWord(word).left(longestWord);
    if (!result.isEmpty() && result.back().isHighSurrogate())
        result.chop(1);
    return result;
}

bool isPlain(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

//! As searchWords() and folded(), for texts of ASCII, which most are: a fifth of the time.
std::vector<std::string> plainWords(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    for (const char letter : text) {
        const char c = lower(letter);
        if (isLetterOrDigit(c)) {
            if (qsizetype(word.size()) < longestWord)
                word += c;
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty())
        words.push_back(word);
    return words;
}

std::vector<std::string> allWords(std::string_view text)
{
    if (isPlain(text))
        return plainWords(text);
    std::vector<std::string> words;
    const QStringList found = searchWords(fromUtf8(text));
    for (const QString &word : found) {
        auto plain = foldedPlainly(word);
        words.push_back(plain ? std::move(*plain) : folded(word).toStdString());
    }
    return words;
}

//! Each once.
std::vector<std::string> wordsOf(std::string_view text)
{
    std::vector<std::string> words = allWords(text);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

} // namespace

std::string searchVector(std::string_view document)
{
    // A tsvector holds a megabyte of words at most; a record with more is found by the first of them.
    constexpr size_t most = 900'000;
    std::string vector;
    // Words are letters and digits: nothing in them needs to be escaped.
    for (const std::string &word : wordsOf(document)) {
        if (vector.size() > most)
            break;
        if (!word.empty())
            vector += (vector.empty() ? "'" : " '") + word + '\'';
    }
    return vector;
}

std::string searchQuery(const QString &text)
{
    std::string query;
    for (const QString &word : searchWords(text)) {
        const std::string lexeme = folded(word).toStdString();
        if (!lexeme.empty())
            query += (query.empty() ? "'" : " & '") + lexeme + "':*";
    }
    return query;
}

} // namespace gauge::lake
