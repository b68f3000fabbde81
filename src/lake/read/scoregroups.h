// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "catalog/page.h"

#include <QDate>
#include <QString>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gauge::lake {

class SqlConnection;
class FeedLayout;
class QuerySql;

//! Scores of a query's result.
struct ScoreCounts
{
    qint64 promoters = 0;
    qint64 passives = 0;
    qint64 detractors = 0;
    qint64 ignored = 0; //!< records without a valid score
    bool operator==(const ScoreCounts &) const = default;
};

//! By what records are put together.
struct Grouping
{
    enum class By {
        Column, //!< what it holds
        Day, //!< of the date that it holds
        Week, //!< ISO 8601: it begins on Monday
        Month,
        Quarter,
    };
    QString column;
    By by = By::Column;
    bool operator==(const Grouping &) const = default;
};

//! What a query's result has in one group.
struct ScoreGroup
{
    //! The value, or the period as `2026-03-31`, `2026-W07`, `2026-03` or `2026-Q1`, which sort as they
    //! follow each other. Nothing: rows without a value, or with one that is no date.
    std::optional<QString> name;
    ScoreCounts counts;
    qint64 records = 0; //!< with and without a score
    bool operator==(const ScoreGroup &) const = default;
};

//! `2026-03-31`, `2026-W07`, `2026-03` or `2026-Q1`; not for By::Column.
[[nodiscard]] QString periodName(QDate date, Grouping::By by);

//! A value as a text: what rows are grouped by, and what a condition on them names. \a buffer holds it where
//! it is no text of its own.
[[nodiscard]] std::string_view groupText(const catalog::Cell &cell, std::string &buffer);

//! Groups are a table to read; more of them than this are refused in words.
inline constexpr size_t mostGroups = 10'000;

//! The scores of a query's result; an Input error for a feed without.
[[nodiscard]] Result<ScoreCounts> countScores(SqlConnection &connection, const FeedLayout &layout,
                                              QuerySql &sql);

//! The groups of a query's result by name, those without one last. In one statement; a feed without scores
//! has them all in `records`.
[[nodiscard]] Result<std::vector<ScoreGroup>> groupScores(SqlConnection &connection, const FeedLayout &layout,
                                                          QuerySql &sql, const Grouping &grouping);

} // namespace gauge::lake
