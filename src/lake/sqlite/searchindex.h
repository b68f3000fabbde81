// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lake/sql/feedlayout.h"
#include "lake/sql/statement.h"

#include <string>
#include <vector>

namespace gauge::lake {

//! The full-text index of one feed, `<table>_search`: one document a record, of the columns that the
//! catalog marks as searched. FTS5 keeps no copy of the texts (they are in the feed's table) and no
//! positions; case and accents do not count, and Chinese and Japanese characters are words each. Every
//! call belongs into the write transaction of the records.
class SearchIndex
{
public:
    //! Makes the index, or makes it anew when the searched columns are not those it was made of.
    [[nodiscard]] static Result<void> ensure(SqlConnection &connection, const FeedLayout &layout);

    [[nodiscard]] Result<void> open(SqlConnection &connection, const FeedLayout &layout);
    [[nodiscard]] Result<void> add(qint64 row, std::string_view document);
    //! Call it while the feed's table still has the old values.
    [[nodiscard]] Result<void> remove(qint64 row);
    //! The same for a record that comes back with another document.
    [[nodiscard]] Result<void> replace(qint64 row, std::string_view document);
    //! Words that were removed stay in the index's older parts until these are merged; after this they
    //! are gone from the file. As long as a sorted copy of the whole index takes.
    [[nodiscard]] static Result<void> purge(SqlConnection &connection, const FeedLayout &layout);

    //! What to search for: every word of \a text as the beginning of a word. Empty when it has no words.
    [[nodiscard]] static std::string ftsQuery(const QString &text);

private:
    [[nodiscard]] Result<void> change(Statement &statement, qint64 row, std::string_view document);
    [[nodiscard]] Result<std::string> stored(qint64 row);

    std::vector<int> m_columns;
    Statement m_stored;
    Statement m_add;
    Statement m_remove;
};

} // namespace gauge::lake
