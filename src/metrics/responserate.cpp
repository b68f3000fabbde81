// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/responserate.h"

#include "catalog/computed.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

//! What comes with the answer. Other columns are looked at; these may have millions of empty cells.
bool isOfAnswers(const catalog::Endpoint &answered, const QString &column)
{
    static const QStringList names{QStringLiteral("comment_original"), QStringLiteral("comment_translation"),
                                   QStringLiteral("date_survey_response"),
                                   QString::fromLatin1(catalog::daysToAnswerName)};
    return column == answered.scoreColumn || names.contains(column);
}

Result<bool> canHoldUnanswered(lake::LakeReader &reader, const QString &feed, const QString &name,
                               const std::vector<lake::LakeColumn> &columns, const std::stop_token &stop)
{
    const bool known = std::any_of(columns.begin(), columns.end(),
                                   [&](const lake::LakeColumn &column) { return column.name == name; });
    if (!known)
        return false;
    query::Query filled;
    filled.where = {{name, query::Operator::NotEmpty, {}}};
    filled.limit = 1;
    return reader.count(feed, filled, stop).map([](qint64 count) { return count > 0; });
}

} // namespace

Result<bool> hasResponseRate(lake::LakeReader &reader, const catalog::Endpoint &answered,
                             const query::Query &query, const QStringList &groupedBy,
                             const std::stop_token &stop)
{
    const QString &feed = answered.supersedes;
    if (!query.search.isEmpty() || feed.isEmpty())
        return false;
    if (const Result<bool> synced = reader.wasSynced(feed); !synced || !*synced)
        return synced;
    GAUGE_TRY(const auto columns, reader.columns(feed));
    QStringList names = groupedBy;
    for (const query::Condition &condition : query::conditionsOf(query.where))
        names.append(condition.column);
    names.removeDuplicates();
    for (const QString &name : names) {
        if (isOfAnswers(answered, name))
            return false;
    }
    for (const QString &name : names) {
        const Result<bool> can = canHoldUnanswered(reader, feed, name, columns, stop);
        if (!can || !*can)
            return can;
    }
    return true;
}

} // namespace gauge::metrics
