// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "query/query.h"

#include <QDate>

#include <optional>
#include <string>
#include <vector>

namespace gauge::lake {

class SqlConnection;
class FeedLayout;

//! How many records have a date of each day.
struct DayCounts
{
    struct Day
    {
        std::string day; //!< the first ten characters of what stands there, a date or not
        qint64 records = 0;
        bool operator==(const Day &) const = default;
    };
    std::vector<Day> days; //!< in their order
    qint64 records = 0; //!< of all; without a span also those without a value
    bool operator==(const DayCounts &) const = default;
};

//! Texts of dates from the first one on, up to before the other.
struct DateSpan
{
    QString from;
    QString before;
};

//! Of a query's result by a column of dates, within \a span if there is one, where that is quicker than to
//! read it: a database server counts, and so does an index where the query has no conditions, or only such
//! that this index has the columns of. Nothing otherwise, and where there are more days than questions are
//! worth. Within a read transaction.
[[nodiscard]] Result<std::optional<DayCounts>> countDays(SqlConnection &connection, const FeedLayout &layout,
                                                         const query::Query &query, QDate today,
                                                         const QString &column,
                                                         const std::optional<DateSpan> &span);

} // namespace gauge::lake
