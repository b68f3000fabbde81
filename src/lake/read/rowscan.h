// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "lake/read/lakereader.h"
#include "lake/read/querysql.h"
#include "lake/read/rowlookup.h"

#include <span>

namespace gauge::lake {

//! Reads chosen columns of rows, wherever they are: the feed's own table by one statement, each
//! continuation table by row id. (Joined, they could exceed SQLite's 2,000 columns of a result.)
class RowScan
{
public:
    //! Rows of \a query in the file's order (which must not be sorted): the quickest way through all.
    [[nodiscard]] static Result<RowScan> through(Connection &connection, const FeedLayout &layout,
                                                 const QuerySql &query, std::span<const int> columns);
    //! Rows by their ids.
    [[nodiscard]] static Result<RowScan> byKey(Connection &connection, const FeedLayout &layout,
                                               std::span<const int> columns);

    //! Whether through() must read what other statements gave: an engine that fetches rows in batches
    //! does not know the rows of its continuation tables then.
    [[nodiscard]] static bool needsKeys(const Connection &connection, const FeedLayout &layout,
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
    [[nodiscard]] Result<void> addContinuations(Connection &connection, const FeedLayout &layout,
                                                std::span<const int> columns);
    [[nodiscard]] Result<void> fill(const Statement &own, catalog::Row &row);
    static void fill(const Statement *statement, const std::vector<Target> &targets, catalog::Row &row);

    Statement m_walk; //!< through()
    Source m_own; //!< byKey()
    std::vector<Source> m_continuations;
    size_t m_width = 0;
};

} // namespace gauge::lake
