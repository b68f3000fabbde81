// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/lifecounts.h"

#include "catalog/computed.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

using State = LifeCount::State;

Result<void> requireColumn(lake::LakeReader &reader, const QString &feed, const char *name)
{
    GAUGE_TRY(const auto columns, reader.columns(feed));
    const bool known = std::any_of(columns.begin(), columns.end(), [&](const lake::LakeColumn &column) {
        return column.name == QLatin1String(name);
    });
    if (known)
        return {};
    return fail(ErrorKind::Storage,
                QCoreApplication::translate("metrics",
                                            "The local copy is of an earlier version of GaugeDesk. Sync "
                                            "once to bring it up to date."));
}

qint64 recordsOf(const std::vector<lake::ScoreGroup> &groups, const std::optional<QString> &name)
{
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const lake::ScoreGroup &group) { return group.name == name; });
    return found == groups.end() ? 0 : found->records;
}

//! The non-responses that are there.
Result<void> addUnanswered(LifeCounts &counts, lake::LakeReader &reader, const QString &feed,
                           const query::Query &query, const ProvisionalWindow &settling,
                           const std::stop_token &stop)
{
    const lake::Grouping byLife{QString::fromLatin1(catalog::lifeName)};
    GAUGE_TRY(const auto all, reader.scoreGroups(feed, query, byLife, stop));
    GAUGE_TRY(const auto provisional, reader.scoreGroups(feed, settling.provisional(query), byLife, stop));
    for (const State state : {State::Sent, State::Opened, State::Clicked}) {
        const QString name = nameOf(state);
        counts.states.push_back({state, recordsOf(all, name), recordsOf(provisional, name)});
    }
    if (const qint64 unknown = recordsOf(all, std::nullopt); unknown > 0)
        counts.states.push_back({State::Unknown, unknown, 0});
    return {};
}

//! The middle one, or the mean of the two in the middle.
std::optional<double> medianOf(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return (*std::max_element(values.begin(), middle) + *middle) / 2;
}

Result<void> addAnswered(LifeCounts &counts, lake::LakeReader &reader, const QString &feed,
                         query::Query query, const std::stop_token &stop)
{
    query.columns = QStringList(QString::fromLatin1(catalog::daysToAnswerName));
    qint64 records = 0;
    std::vector<double> days;
    auto read = reader.forEachRow(feed, query, stop, [&](const catalog::Row &row) {
        ++records;
        const catalog::Cell &cell = row.cells.front();
        if (cell.type == catalog::Cell::Type::Real)
            days.push_back(cell.real);
        else if (cell.type == catalog::Cell::Type::Integer) // a database may give 2.0 as 2
            days.push_back(double(cell.integer));
        return true;
    });
    if (!read)
        return fail(std::move(read.error()));
    counts.states.push_back({State::Answered, records, 0});
    counts.medianDays = medianOf(std::move(days));
    return {};
}

Result<void> addGone(LifeCounts &counts, lake::LakeReader &reader, const catalog::Endpoint &answered,
                     query::Query query, const std::stop_token &stop)
{
    query.presence = query::Presence::Gone;
    LifeCount gone{State::Gone, 0, 0};
    for (const QString &feed : {answered.id, answered.supersedes}) {
        GAUGE_TRY(const auto records, reader.count(feed, query, stop));
        gone.records += records;
    }
    counts.states.push_back(gone);
    return {};
}

} // namespace

QString nameOf(State state)
{
    switch (state) {
    case State::Unknown:
        return QStringLiteral("unknown");
    case State::Answered:
        return QStringLiteral("answered");
    case State::Gone:
        return QStringLiteral("gone");
    default:
        return QString::fromLatin1(catalog::lifeWords[std::size_t(state)]);
    }
}

Result<LifeCounts> countInvitationStatus(lake::LakeReader &reader, const catalog::Endpoint &answered,
                                         const query::Query &query, const ProvisionalWindow &settling,
                                         std::stop_token stop)
{
    LifeCounts counts;
    GAUGE_CHECK(requireColumn(reader, answered.supersedes, catalog::lifeName));
    GAUGE_CHECK(requireColumn(reader, answered.id, catalog::daysToAnswerName));
    GAUGE_CHECK(addUnanswered(counts, reader, answered.supersedes, query, settling, stop));
    GAUGE_CHECK(addAnswered(counts, reader, answered.id, query, stop));
    GAUGE_CHECK(addGone(counts, reader, answered, query, stop));
    return counts;
}

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
