// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <vector>

namespace gauge::lake {

class Connection;
class FeedLayout;
class QuerySql;

//! Rows with ids from the first to the last; none where the last is less.
struct KeyRange
{
    qint64 first = 0;
    qint64 last = -1;
    bool operator==(const KeyRange &) const = default;
};

//! Row ids of a query's result in its order: 8 bytes a row, taken once a query.
struct KeySnapshot
{
    std::vector<qint64> keys;
    bool operator==(const KeySnapshot &) const = default;

    //! Within a read transaction.
    [[nodiscard]] static Result<KeySnapshot> take(Connection &connection, const FeedLayout &layout,
                                                  const QuerySql &sql);
};

} // namespace gauge::lake
