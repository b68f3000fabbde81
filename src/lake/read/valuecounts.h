// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <vector>

namespace gauge::lake {

class SqlConnection;
class FeedLayout;
class QuerySql;

//! A value of a column, written as a condition on the column takes it, and how many records have it.
struct ValueCount
{
    QString text;
    qint64 records = 0;
    bool operator==(const ValueCount &) const = default;
};

//! What a column holds within a query's result.
struct ValueCounts
{
    std::vector<ValueCount> values; //!< the most frequent first, equally frequent ones by their text
    bool more = false; //!< there are further values, none of them more frequent than these
    qint64 empty = 0; //!< records without a value, or with an empty text
    qint64 strays = 0; //!< records whose text is no number in a column of numbers: none can be asked for
    bool operator==(const ValueCounts &) const = default;
};

//! Counts the values of \a column, of which at most \a limit are told. An Input error for a column that is
//! not there, which names the nearest, and for one of lists, whose entries have no value of their own.
[[nodiscard]] Result<ValueCounts> countValues(SqlConnection &connection, const FeedLayout &layout,
                                              QuerySql &sql, const QString &column, size_t limit);

} // namespace gauge::lake
