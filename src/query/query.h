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

} // namespace gauge::query
