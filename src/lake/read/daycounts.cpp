// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/daycounts.h"

#include "lake/read/columnindex.h"
#include "lake/read/querysql.h"
#include "lake/sql/connection.h"

#include <algorithm>

namespace gauge::lake {

namespace {

constexpr size_t dayLength = 10;
constexpr size_t mostDays = 4'000; //!< each takes two questions; eleven years

//! The first text behind all that begin with \a day.
std::string behind(std::string day)
{
    ++day.back();
    return day;
}

//! Of other texts the index is asked no further: a condition could take them for a relative date.
bool isOfDigits(const std::string &day)
{
    return std::all_of(day.begin(), day.end(), [](char c) { return (c >= '0' && c <= '9') || c == '-'; });
}

Result<DayCounts> countThere(SqlConnection &connection, const FeedLayout &layout, QuerySql sql, int column)
{
    auto statement
        = sql.aggregate(connection, "day, count(*)", "substr(" + layout.reference(column) + ",1,10) AS day",
                        " GROUP BY day ORDER BY day");
    if (!statement)
        return fail(std::move(statement.error()));
    DayCounts counts;
    GAUGE_CHECK(statement->forEachRow([&] {
        counts.records += statement->integer(1);
        if (const std::string_view day = statement->text(0); !day.empty())
            counts.days.push_back({std::string(day), statement->integer(1)});
    }));
    return counts;
}

//! From day to day along the index of \a column. Each question has one bound below and one above: of two,
//! SQLite may take the one that is farther off.
class IndexWalk
{
public:
    IndexWalk(SqlConnection &connection, const FeedLayout &layout, const query::Query &query, QDate today,
              int column)
        : m_connection(connection)
        , m_layout(layout)
        , m_query(query)
        , m_today(today)
        , m_column(column)
        , m_reference(layout.reference(column))
    {}

    Result<std::optional<DayCounts>> count(const std::optional<DateSpan> &span)
    {
        DayCounts counts;
        if (!span) {
            GAUGE_TRY(const auto all, ask("count(*)", std::nullopt));
            counts.records = all.integer(0);
        }
        // An empty text is no value; dates begin with a digit, and what comes behind those is none.
        DateSpan rest = span.value_or(DateSpan{QStringLiteral(" "), QStringLiteral(":")});
        for (;;) {
            GAUGE_TRY(auto day, firstDay(rest));
            if (day.empty())
                break;
            if (counts.days.size() == mostDays || !isOfDigits(day))
                return std::nullopt;
            const QString next = QString::fromStdString(behind(day));
            GAUGE_TRY(const auto records, ask("count(*)", DateSpan{rest.from, std::min(next, rest.before)}));
            counts.days.push_back({std::move(day), records.integer(0)});
            counts.records += span ? records.integer(0) : 0;
            rest.from = next;
        }
        return counts;
    }

private:
    Result<Statement> ask(const std::string &what, const std::optional<DateSpan> &span)
    {
        GAUGE_TRY(auto sql, QuerySql::make(m_layout, m_query, m_today));
        if (span)
            sql.restrictTo(m_column, span->from, span->before);
        auto statement = sql.aggregate(m_connection, what, m_reference + " AS value");
        if (!statement)
            return statement;
        GAUGE_CHECK(statement->step());
        return statement;
    }
    //! Empty: there is none.
    Result<std::string> firstDay(const DateSpan &span)
    {
        return ask("min(value)", span).map([](const Statement &statement) {
            return std::string(statement.text(0).substr(0, dayLength));
        });
    }

    SqlConnection &m_connection;
    const FeedLayout &m_layout;
    const query::Query &m_query;
    QDate m_today;
    int m_column;
    std::string m_reference;
};

} // namespace

Result<std::optional<DayCounts>> countDays(SqlConnection &connection, const FeedLayout &layout,
                                           const query::Query &query, QDate today, const QString &column,
                                           const std::optional<DateSpan> &span)
{
    GAUGE_TRY(const auto index, layout.find(column));
    const auto count = [&]() -> Result<std::optional<DayCounts>> {
        GAUGE_TRY(auto sql, QuerySql::make(layout, query, today));
        if (span)
            sql.restrictTo(index, span->from, span->before);
        sql.use(index);
        GAUGE_TRY(auto counts, countThere(connection, layout, std::move(sql), index));
        return std::optional(std::move(counts));
    };
    if (connection.isRemote())
        return count();
    if (!query.search.isEmpty() || query.limit)
        return std::nullopt;
    if (!query.where.empty()) {
        GAUGE_TRY(const auto covered, isCovered(connection, layout, query, index));
        return covered ? count() : std::nullopt;
    }
    GAUGE_TRY(const auto indexed, hasIndex(connection, layout, index));
    if (!indexed)
        return std::nullopt;
    return IndexWalk(connection, layout, query, today, index).count(span);
}

} // namespace gauge::lake
