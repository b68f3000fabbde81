// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/sql/feedlayout.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::lake {

class SqlConnection;

//! What a search looks into is the same for every engine: one document a record, of the columns that
//! the catalog marks as searched, or of all base texts where none is marked.

//! Those columns, as far as they stand in the feed's own table, as all base columns of a sane catalog do.
[[nodiscard]] std::vector<int> searchedColumns(const FeedLayout &layout);

//! Notes in lake_feeds that the search index is made of \a columns. True: it was not, and must be made.
[[nodiscard]] Result<bool> noteSearched(SqlConnection &connection, const FeedLayout &layout,
                                        const std::vector<int> &columns);

//! One more text of the document: as it is where it is ASCII, else foldedWords().
void appendToDocument(std::string &document, std::string_view text);
//! The document of a record whose \a cells are those of its feed's base columns, or of the whole layout.
[[nodiscard]] std::string searchDocument(std::span<const catalog::Cell> cells,
                                         const std::vector<int> &columns);

//! What a character is to a search.
enum class LetterKind {
    OfWord,
    Word, //!< all by itself, in a language without spaces
    Accent, //!< of the letter before it
    Between, //!< words
};
[[nodiscard]] LetterKind letterKind(char32_t c);

//! \a word without case and accents, as searches compare it.
[[nodiscard]] QString foldedWord(const QString &word);

//! The words of \a text, as they are written; characters of languages without spaces are one each.
[[nodiscard]] QStringList searchWords(const QString &text);

//! searchWords() of \a text (UTF-8), each as foldedWord(), with a blank between two. Every engine is given
//! these, so that all find the same.
[[nodiscard]] std::string foldedWords(std::string_view text);

} // namespace gauge::lake
