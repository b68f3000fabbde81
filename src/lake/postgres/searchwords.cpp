// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/searchwords.h"

#include "lake/sql/searchtext.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace gauge::lake {

namespace {

//! A lexeme has 2,046 bytes at most.
constexpr size_t longestWord = 1000;

//! The beginning of \a word (UTF-8) that fits into a lexeme.
std::string shortened(std::string word)
{
    if (word.size() <= longestWord)
        return word;
    size_t end = longestWord;
    while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xc0U) == 0x80U)
        --end;
    word.resize(end);
    return word;
}

//! Beyond ASCII a document holds letters of words only, see appendToDocument().
bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

//! Each once.
std::vector<std::string> wordsOf(std::string_view document)
{
    std::vector<std::string> words;
    std::string word;
    const auto endWord = [&] {
        if (!word.empty())
            words.push_back(shortened(std::exchange(word, {})));
    };
    for (const char letter : document) {
        const char c = letter >= 'A' && letter <= 'Z' ? char(letter | 0x20) : letter;
        if (isOfWord(c))
            word += c;
        else
            endWord();
    }
    endWord();
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
        vector += (vector.empty() ? "'" : " '") + word + '\'';
    }
    return vector;
}

std::string searchQuery(const QString &text)
{
    std::string query;
    for (const QString &word : searchWords(text)) {
        const std::string lexeme = shortened(foldedWord(word).toStdString());
        if (!lexeme.empty())
            query += (query.empty() ? "'" : " & '") + lexeme + "':*";
    }
    return query;
}

} // namespace gauge::lake
