// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/daycounts.h"

#include "lake/columnindex.h"
#include "lake/connection.h"
#include "lake/querysql.h"

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

Result<DayCounts> countThere(Connection &connection, const FeedLayout &layout, QuerySql sql, int column)
{
    auto statement
        = sql.aggregate(connection, "day, count(*)", "substr(" + layout.reference(column) + ",1,10) AS day",
                        " GROUP BY day ORDER BY day");
    if (!statement)
        return fail(std::move(statement.error()));
    DayCounts counts;
    auto read = statement->forEachRow([&] {
        counts.records += statement->integer(1);
        if (const std::string_view day = statement->text(0); !day.empty())
            counts.days.push_back({std::string(day), statement->integer(1)});
    });
    if (!read)
        return fail(std::move(read.error()));
    return counts;
}

//! From day to day along the index of \a column, which holds nothing but \a sql's own conditions.
class IndexWalk
{
public:
    IndexWalk(Connection &connection, const FeedLayout &layout, const query::Query &query, QDate today,
              int column)
        : m_connection(connection)
        , m_layout(layout)
        , m_query(query)
        , m_today(today)
        , m_name(layout.columns()[size_t(column)].name)
        , m_reference(layout.reference(column))
    {}

    Result<std::optional<DayCounts>> count()
    {
        DayCounts counts;
        auto all = number("count(*)", m_query);
        if (!all)
            return fail(std::move(all.error()));
        counts.records = *all;
        for (std::string from = " ";; from = behind(counts.days.back().day)) { // an empty text is no value
            auto next = first(from);
            if (!next)
                return fail(std::move(next.error()));
            if (next->empty())
                return counts;
            if (counts.days.size() == mostDays || !isOfDigits(*next))
                return std::nullopt;
            auto records = number("count(*)", within(*next, behind(*next)));
            if (!records)
                return fail(std::move(records.error()));
            counts.days.push_back({std::move(*next), *records});
        }
    }

private:
    [[nodiscard]] query::Query within(const std::string &from, const std::string &to) const
    {
        query::Query query = m_query;
        query.where.emplace_back(m_name, query::Operator::GreaterOrEqual,
                                 QStringList(QString::fromStdString(from)));
        if (!to.empty())
            query.where.emplace_back(m_name, query::Operator::Less, QStringList(QString::fromStdString(to)));
        return query;
    }
    Result<Statement> ask(const std::string &what, const query::Query &query)
    {
        const auto sql = QuerySql::make(m_layout, query, m_today);
        if (!sql)
            return fail(sql.error());
        auto statement = sql->aggregate(m_connection, what, m_reference + " AS value");
        if (!statement)
            return statement;
        if (const auto row = statement->step(); !row)
            return fail(row.error());
        return statement;
    }
    Result<qint64> number(const std::string &what, const query::Query &query)
    {
        return ask(what, query).map([](const Statement &statement) { return statement.integer(0); });
    }
    //! The first ten characters of the first value from \a text on; empty: there is none.
    Result<std::string> first(const std::string &text)
    {
        return ask("min(value)", within(text, {})).map([](const Statement &statement) {
            return std::string(statement.text(0).substr(0, dayLength));
        });
    }

    Connection &m_connection;
    const FeedLayout &m_layout;
    const query::Query &m_query;
    QDate m_today;
    QString m_name;
    std::string m_reference;
};

} // namespace

Result<std::optional<DayCounts>> countDays(Connection &connection, const FeedLayout &layout,
                                           const query::Query &query, QDate today, const QString &column)
{
    const auto index = layout.find(column);
    if (!index)
        return fail(index.error());
    if (connection.isRemote()) {
        auto sql = QuerySql::make(layout, query, today);
        if (!sql)
            return fail(std::move(sql.error()));
        sql->use(*index);
        return countThere(connection, layout, std::move(*sql), *index).map([](DayCounts counts) {
            return std::optional(std::move(counts));
        });
    }
    const auto conditions = query::conditionsOf(query.where);
    const bool isAlone = query.search.isEmpty() && !query.limit
        && std::all_of(conditions.begin(), conditions.end(),
                       [&](const query::Condition &condition) { return condition.column == column; });
    if (!isAlone)
        return std::nullopt;
    const auto indexed = hasIndex(connection, layout, *index);
    if (!indexed)
        return fail(indexed.error());
    if (!*indexed)
        return std::nullopt;
    return IndexWalk(connection, layout, query, today, *index).count();
}

} // namespace gauge::lake
