// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/read/lakereader.h"
#include "lake/read/querysql.h"
#include "lake/sql/statement.h"

#include <span>
#include <string>

namespace gauge::lake {

//! Rows of one table by their ids, one after the other.
class RowLookup
{
public:
    RowLookup() = default;
    //! Column i of \a what, whose names have the table's \a alias, is column i + 1 of row().
    [[nodiscard]] static Result<RowLookup> prepare(SqlConnection &connection, const std::string &what,
                                                   const std::string &table, const std::string &alias);

    //! All of \a keys are sought next, in this order, whether they have a row or not; an engine at the end
    //! of a wire fetches many at once. A key that is left out costs a fetch for each of the following. They
    //! must live until they were sought.
    void expect(std::span<const qint64> keys);
    //! False: there is no such row.
    [[nodiscard]] Result<bool> seek(qint64 key);
    //! The row that was found, until the next seek().
    [[nodiscard]] const Statement &row() const { return m_statement; }

private:
    [[nodiscard]] Result<void> fetch(std::span<const qint64> keys);
    [[nodiscard]] Result<bool> seekAhead(qint64 key);

    Statement m_statement;
    bool m_isRemote = false;
    std::span<const qint64> m_expected;
    size_t m_at = 0; //!< of the expected keys that comes next
    size_t m_fetched = 0; //!< those before it are asked for
    bool m_hasRow = false; //!< the statement stands on a row
    bool m_isGivenOut = false; //!< the last seek() returned that row
};

//! Reads chosen columns of rows, wherever they are: the feed's own table by one statement, each
//! continuation table by row id. (Joined, they could exceed SQLite's 2,000 columns of a result.)
class RowScan
{
public:
    //! Rows of \a query in the file's order (which must not be sorted): the quickest way through all.
    [[nodiscard]] static Result<RowScan> through(SqlConnection &connection, const FeedLayout &layout,
                                                 const QuerySql &query, std::span<const int> columns);
    //! Rows by their ids.
    [[nodiscard]] static Result<RowScan> byKey(SqlConnection &connection, const FeedLayout &layout,
                                               std::span<const int> columns);

    //! Whether through() must read what other statements gave: an engine that fetches rows in batches
    //! does not know the rows of its continuation tables then.
    [[nodiscard]] static bool needsKeys(const SqlConnection &connection, const FeedLayout &layout,
                                        std::span<const int> columns);

    //! Most of \a keys are asked for next, in this order. They must live until then.
    void expect(std::span<const qint64> keys);
    //! The next row; its cells live until the next call. False: no more.
    [[nodiscard]] Result<bool> next(catalog::Row &row);
    //! False: there is no such row.
    [[nodiscard]] Result<bool> at(qint64 key, catalog::Row &row);

private:
    //! Where a column of a statement goes.
    struct Target
    {
        size_t cell = 0; //!< of the row
        bool hasStray = false; //!< the statement's next column has what is no number
    };
    struct Source
    {
        RowLookup lookup;
        std::vector<Target> targets; //!< from the statement's second column on
    };
    [[nodiscard]] static std::string columnsOf(const FeedLayout &layout, std::span<const int> columns,
                                               int part, std::vector<Target> &targets);
    [[nodiscard]] Result<void> addContinuations(SqlConnection &connection, const FeedLayout &layout,
                                                std::span<const int> columns);
    [[nodiscard]] Result<void> fill(const Statement &own, catalog::Row &row);
    static void fill(const Statement *statement, const std::vector<Target> &targets, catalog::Row &row);

    Statement m_walk; //!< through()
    Source m_own; //!< byKey()
    std::vector<Source> m_continuations;
    size_t m_width = 0;
};

} // namespace gauge::lake
