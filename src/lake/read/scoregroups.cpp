// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/read/scoregroups.h"

#include "base/text.h"
#include "lake/read/querysql.h"
#include "lake/sql/feedlayout.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <map>

namespace gauge::lake {

using catalog::Cell;

namespace {

//! A column of numbers may hold a real, and in SQLite a text; a score is a whole number.
std::string isWhole(const FeedLayout &layout, int column)
{
    const std::string reference = layout.reference(column);
    return layout.dialect().hasStrays ? "(" + reference + " = floor(" + reference + ")) IS TRUE"
                                      : "typeof(" + reference + ")='integer'";
}

using Groups = ByText<ScoreGroup>;

void count(ScoreGroup &group, const Cell &score)
{
    ++group.records;
    if (score.type != Cell::Type::Integer || score.integer < 0 || score.integer > 10)
        ++group.counts.ignored;
    else if (score.integer >= 9)
        ++group.counts.promoters;
    else if (score.integer >= 7)
        ++group.counts.passives;
    else
        ++group.counts.detractors;
}

void add(ScoreGroup &to, const ScoreGroup &from)
{
    to.records += from.records;
    to.counts.promoters += from.counts.promoters;
    to.counts.passives += from.counts.passives;
    to.counts.detractors += from.counts.detractors;
    to.counts.ignored += from.counts.ignored;
}

//! The period that a date is in; empty for what is no date.
QString periodOf(const std::string &text, Grouping::By by)
{
    const QDate date
        = QDate::fromString(QString::fromLatin1(text.data(), qsizetype(text.size())), Qt::ISODate);
    return date.isValid() ? periodName(date, by) : QString();
}

tl::unexpected<Error> tooMany(const Grouping &grouping)
{
    return fail(ErrorKind::Input,
                QCoreApplication::translate("lake",
                                            "“%1” has more than %2 different values. Group by a column "
                                            "with fewer.")
                    .arg(grouping.column.left(60), QString::number(mostGroups)));
}

//! Whatever order they were met in, the same groups.
std::vector<ScoreGroup> sorted(Groups groups, const Grouping &grouping)
{
    std::map<std::string, ScoreGroup> named;
    ScoreGroup unnamed;
    for (auto &[text, group] : groups) {
        const std::string name
            = grouping.by == Grouping::By::Column ? text : periodOf(text, grouping.by).toStdString();
        add(name.empty() ? unnamed : named[name], group);
    }
    std::vector<ScoreGroup> result;
    for (auto &[name, group] : named) {
        group.name = fromUtf8(name);
        result.push_back(std::move(group));
    }
    if (unnamed.records > 0)
        result.push_back(std::move(unnamed));
    return result;
}

} // namespace

QString periodName(QDate date, Grouping::By by)
{
    int year = date.year();
    const auto numbered = [&year](QLatin1String between, int number, int digits) {
        return QStringLiteral("%1%2%3")
            .arg(year, 4, 10, QLatin1Char('0'))
            .arg(between)
            .arg(number, digits, 10, QLatin1Char('0'));
    };
    switch (by) {
    case Grouping::By::Day:
        return date.toString(Qt::ISODate);
    case Grouping::By::Week: {
        const int week = date.weekNumber(&year);
        return numbered(QLatin1String("-W"), week, 2);
    }
    case Grouping::By::Quarter:
        return numbered(QLatin1String("-Q"), (date.month() + 2) / 3, 1);
    default:
        return numbered(QLatin1String("-"), date.month(), 2);
    }
}

std::string_view groupText(const Cell &cell, std::string &buffer)
{
    switch (cell.type) {
    case Cell::Type::Integer:
        return buffer = std::to_string(cell.integer);
    case Cell::Type::Real:
        return buffer = QString::number(cell.real, 'g', QLocale::FloatingPointShortest).toStdString();
    default:
        return cell.text;
    }
}

Result<ScoreCounts> countScores(SqlConnection &connection, const FeedLayout &layout, QuerySql &sql)
{
    const int score = layout.indexOf(layout.endpoint().scoreColumn);
    if (score < 0)
        return fail(ErrorKind::Input, QCoreApplication::translate("lake", "This feed has no scores."),
                    layout.endpoint().id);
    sql.use(score);
    GAUGE_TRY(
        auto statement,
        sql.aggregate(connection,
                      "count(*) FILTER (WHERE valid AND s>=9), count(*) FILTER (WHERE valid AND s IN (7,8)), "
                      "count(*) FILTER (WHERE valid AND s<=6), count(*) FILTER (WHERE NOT valid)",
                      layout.reference(score) + " AS s, " + isWhole(layout, score) + " AND "
                          + layout.reference(score) + " BETWEEN 0 AND 10 AS valid"));
    GAUGE_CHECK(statement.step());
    return ScoreCounts{statement.integer(0), statement.integer(1), statement.integer(2),
                       statement.integer(3)};
}

Result<std::vector<ScoreGroup>> groupScores(SqlConnection &connection, const FeedLayout &layout,
                                            QuerySql &sql, const Grouping &grouping)
{
    GAUGE_TRY(const auto column, layout.find(grouping.column));
    const bool isDate = layout.columns()[size_t(column)].type == catalog::ColumnType::DateTime;
    if (grouping.by != Grouping::By::Column && !isDate) {
        return fail(
            ErrorKind::Input,
            QCoreApplication::translate("lake", "“%1” holds no dates.").arg(grouping.column.left(60)));
    }
    sql.use(column);
    const int score = layout.indexOf(layout.endpoint().scoreColumn);
    if (score >= 0)
        sql.use(score);
    GAUGE_TRY(auto statement,
              sql.select(connection,
                         layout.textReference(column) + ',' + (score >= 0 ? layout.reference(score) : "NULL"),
                         sql.isLimited() ? QuerySql::Order::PreparedQuery : QuerySql::Order::Any));
    // The engine would sort a million rows to group them; days and values are few, and periods are made
    // of days afterwards.
    constexpr size_t dayLength = 10;
    constexpr size_t mostDays = 100'000; // 270 years
    Groups groups;
    for (;;) {
        GAUGE_TRY(const auto row, statement.step());
        if (!row)
            return sorted(std::move(groups), grouping);
        const Cell value = statement.cell(0);
        std::string number;
        std::string_view text = value.text;
        if (grouping.by != Grouping::By::Column)
            text = text.substr(0, dayLength);
        else
            text = groupText(value, number);
        auto group = groups.find(text);
        if (group == groups.end()) {
            if (groups.size() == (grouping.by == Grouping::By::Column ? mostGroups : mostDays))
                return tooMany(grouping);
            group = groups.emplace(text, ScoreGroup()).first;
        }
        count(group->second, statement.cell(1));
    }
}

} // namespace gauge::lake
