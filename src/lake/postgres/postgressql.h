// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace gauge::lake {

//! Words are folded here, so that every server finds the same, whatever its text search configuration
//! or extensions are: no case, no accents, no stemming, no stop words.

//! The words of \a document (searchDocument()) as the text of a tsvector.
[[nodiscard]] std::string searchVector(std::string_view document);
//! What finds records with words that begin like those of \a text, as the text of a tsquery; empty when
//! it has no words.
[[nodiscard]] std::string searchQuery(const QString &text);

//! \a sql as this folder writes it (see Dialect), in PostgreSQL's words: parameters `?` and `?n` become
//! `$n`, and in statements that make or change tables the types get their names here. Quoted names and
//! texts stay as they are.
[[nodiscard]] std::string toPostgresSql(std::string_view sql);

} // namespace gauge::lake
