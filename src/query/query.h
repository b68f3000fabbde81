// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/filter.h"

#include <optional>

//! One value that drives table, chart, export and command line.
namespace gauge::query {

struct Sort
{
    QString column;
    bool descending = false;

    bool operator==(const Sort &) const = default;
};

//! Which records are meant: those that the service still has, as far as is known, those that a
//! reconciliation did not find any more, or all.
enum class Presence { There, Gone, Both };

//! Which rows, in which order, with which columns. A default Query is everything that is there.
struct Query
{
    std::vector<Filter> where; //!< and-ed
    QString search; //!< found in comments, translations, names, accounts; empty: no search
    std::vector<Sort> sort;
    QStringList columns; //!< lake column names; empty: all
    std::optional<qint64> limit;
    Presence presence = Presence::There;

    bool operator==(const Query &) const = default;
};

//! Reads `COL` or `COL:desc` (also `:asc`).
[[nodiscard]] Result<Sort> parseSort(const QString &text);

//! Reads a query from lines that begin with a word each: `where FILTER` (given again, a further one),
//! `search TEXT`, `sort COL:desc,COL`, `columns A,B`, `limit N`, `records there|gone|all`. Entries and the
//! search may be quoted with '"', as in conditions; line breaks within quotes end no line. Empty lines, and
//! those that begin with #, say nothing. Errors (Input) name the line.
[[nodiscard]] Result<Query> parseQuery(const QString &text);
//! parseQuery(print(query)) == query, for a search and columns that are not empty texts.
[[nodiscard]] QString print(const Query &query);

} // namespace gauge::query
