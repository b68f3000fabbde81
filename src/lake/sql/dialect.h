// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"

#include <QString>

namespace gauge::lake {

//! What differs between the engines where this folder writes SQL. That is SQLite's, with its words for
//! types (INTEGER, REAL, TEXT, BLOB, WITHOUT ROWID) and parameters; the other engine translates these.
struct Dialect
{
    const char *number; //!< type of a column of integers, scores and truths
    qsizetype longestName; //!< of a column, in bytes of UTF-8
    //! A column of numbers takes numbers only: whatever else comes stands in a text column beside it,
    //! "<name>~text". Otherwise every column takes every value.
    bool hasStrays;
    //! Texts hold the character NUL; otherwise U+FFFD stands for it.
    bool holdsNul;
    bool hasTsvector; //!< searches words of a tsvector, not an FTS5 table

    //! The type of a column in CREATE TABLE.
    [[nodiscard]] const char *columnType(catalog::ColumnType type) const;
    //! Whether columns of \a type have one for strays beside them.
    [[nodiscard]] bool hasStray(catalog::ColumnType type) const;
    //! \a text as it will be read back.
    [[nodiscard]] QString kept(const QString &text) const;
};

//! Whether a column of \a type holds texts rather than numbers.
[[nodiscard]] bool holdsText(catalog::ColumnType type);

} // namespace gauge::lake
