// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "lake/sql/location.h"
#include "lake/sql/types.h"
#include "query/query.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <stop_token>

namespace gauge::lake {

class SqlConnection;
class FeedLayout;

//! When columns get an index, and how many do.
struct IndexLimits
{
    //! Below, a sort or count without an index takes a sixth of a second at most: 1.5 s a million.
    qint64 fewestRecords = 100'000;
    //! Above, making one (1.5 s a million, in one write transaction) could outlast the 10 s that a sync
    //! of another process waits for its turn to write.
    qint64 mostRecords = 4'000'000;
    //! Each index costs every later write of the feed a little, and 30 bytes a record or so.
    int perFeed = 5;
};

//! Whether the column with that number has an index to sort and filter by.
[[nodiscard]] Result<bool> hasIndex(SqlConnection &connection, const FeedLayout &layout, int column);

//! Whether it should have one and has none: not in feeds that are too small or too large, not the key
//! (which has its own), not in a continuation table (an index there would not give an order), and not in a
//! database server, whose indexes are its administrator's.
[[nodiscard]] Result<bool> wantsIndex(SqlConnection &connection, const FeedLayout &layout, int column,
                                      const IndexLimits &limits);

//! Whether an index finds what \a query asks, so that its keys come before a walk through all rows could: it
//! searches, or a condition that must hold compares an indexed column. Always false in a database server,
//! which chooses its ways itself.
[[nodiscard]] Result<bool> canUseIndex(SqlConnection &connection, const FeedLayout &layout,
                                       const query::Query &query);

//! Whether one index has both what \a query asks for and \a column, so that the records themselves need not
//! be read. Always false in a database server.
[[nodiscard]] Result<bool> isCovered(SqlConnection &connection, const FeedLayout &layout,
                                     const query::Query &query, int column);

//! Makes indexes of columns that people filter and sort by. They are named `<table>_by_<column>` and hold
//! the score as well, or where there is none the date of sending, so that figures by that column need nothing
//! else. Confined to one thread.
class ColumnIndexer
{
public:
    //! NotFound when there is no lake yet; Storage when it cannot be written.
    [[nodiscard]] static Result<ColumnIndexer> open(const Location &location,
                                                    const catalog::Catalog &catalog);
    ColumnIndexer(ColumnIndexer &&) noexcept;
    ~ColumnIndexer();

    //! In a write transaction of its own: makes the index of \a column in \a feed if it wants one, unless a
    //! sync holds the feed at \a now. Of more than `perFeed` the ones that \a recent
    //! does not name go first, then those that it names last. True: it was made.
    [[nodiscard]] Result<bool> ensure(const QString &feed, const QString &column, const QStringList &recent,
                                      const QDateTime &now, const IndexLimits &limits, std::stop_token stop);

private:
    struct Private;
    explicit ColumnIndexer(std::unique_ptr<Private> made);
    std::unique_ptr<Private> d;
};

} // namespace gauge::lake
