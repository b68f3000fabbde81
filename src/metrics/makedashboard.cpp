// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/makedashboard.h"

#include "base/background.h"
#include "metrics/dashboardaggregator.h"
#include "metrics/figures/dashboard.h"
#include "metrics/lifecounts.h"

#include <algorithm>
#include <future>

namespace gauge::metrics {

namespace {

//! Columns that the plan names must be of a kind that it can count.
Result<void> check(lake::LakeReader &reader, const catalog::Endpoint &feed, const DashboardPlan &plan)
{
    if (feed.scoreColumn.isEmpty())
        return fail(ErrorKind::Input, QCoreApplication::translate("metrics", "This feed has no scores."),
                    feed.id);
    QStringList counted = plan.segments;
    for (const CrossPlan &cross : plan.crosses) {
        counted.append(cross.rows);
        if (!cross.columns.isEmpty())
            counted.append(cross.columns);
    }
    if (plan.accounts)
        counted.append(plan.accounts->column);
    GAUGE_TRY(const auto columns, reader.resolve(feed.id, QStringList{plan.date, plan.sentDate} + counted));
    constexpr size_t dates = 2;
    for (size_t i = 0; i < columns.size(); ++i) {
        const lake::LakeColumn &column = columns[i];
        if (i < dates && column.type != catalog::ColumnType::DateTime)
            return fail(
                ErrorKind::Input,
                QCoreApplication::translate("metrics", "“%1” holds no dates.").arg(column.name.left(60)));
        if (i >= dates && column.type == catalog::ColumnType::List)
            return fail(
                ErrorKind::Input,
                QCoreApplication::translate("metrics", "“%1” holds lists, which have no single values.")
                    .arg(column.name.left(60)));
    }
    return {};
}

//! The columns that additional questions have become, the first ones, and how many more there are.
Result<std::vector<QuestionAccumulator::Asked>> questionsOf(lake::LakeReader &reader,
                                                            const catalog::Endpoint &feed, qint64 &leftOut)
{
    const auto made = std::find_if(
        feed.dynamicColumns.begin(), feed.dynamicColumns.end(),
        [](const catalog::DynamicColumns &columns) { return columns.pointer == "/questions"; });
    std::vector<QuestionAccumulator::Asked> questions;
    if (made == feed.dynamicColumns.end())
        return questions;
    GAUGE_TRY(const auto columns, reader.columns(feed.id));
    for (const lake::LakeColumn &column : columns) {
        if (!column.name.startsWith(made->prefix))
            continue;
        if (questions.size() < mostQuestions)
            questions.push_back({column.name, column.name.mid(made->prefix.size())});
        else
            ++leftOut;
    }
    return questions;
}

//! \a query without what does not matter to figures.
query::Query plain(const query::Query &query)
{
    query::Query result;
    result.where = query.where;
    result.search = query.search;
    result.presence = query.presence;
    return result;
}

query::Query with(query::Query query, const Filters &further)
{
    query.where.insert(query.where.end(), further.begin(), further.end());
    return query;
}

//! The range and as long a time before.
query::DateRange spanOf(const query::DateRange &range)
{
    return {previousOf(range).start, range.end};
}

//! Responses that any part needs: with a range those answered in it or before, and for the rate those sent in
//! it.
query::Query responsesOf(const query::Query &query, const Task &task)
{
    const DashboardPlan &plan = task.plan;
    if (!plan.range)
        return query;
    const query::DateRange span = spanOf(*plan.range);
    const Filters answered = isWithin(plan.date, span);
    if (!task.isRated || plan.date == plan.sentDate)
        return with(query, answered);
    return with(query,
                {query::Filter::any(
                    {query::Filter::all(answered), query::Filter::all(isWithin(plan.sentDate, span))})});
}

query::Query unansweredOf(const query::Query &query, const DashboardPlan &plan)
{
    return plan.range ? with(query, isWithin(plan.sentDate, spanOf(*plan.range))) : query;
}

//! What is to be read, by one thread or two.
struct Work
{
    Task *task = nullptr;
    const catalog::Catalog *catalog = nullptr;
    query::Query query; //!< without the range
    RowPartitioner answered;
    RowPartitioner unanswered;
    //! Whether the non-responses were counted without reading them.
    std::promise<bool> counting;
    std::shared_future<bool> counted = counting.get_future().share();
};

Result<void> readAll(lake::LakeReader &reader, RowPartitioner &shares, const QStringList &columns,
                     const std::stop_token &stop, const std::function<void(const catalog::Row &)> &visit)
{
    while (const RowRange *piece = shares.take()) {
        GAUGE_CHECK(shares.forEachRow(reader, *piece, columns, stop, [&](const catalog::Row &row) {
            visit(row);
            return true;
        }));
    }
    return {};
}

//! Takes pieces until there are none.
Result<void> readPieces(lake::LakeReader &reader, Work &work, DashboardAggregator &tally,
                        const std::stop_token &stop)
{
    auto read = readAll(reader, work.answered, tally.columns(), stop,
                        [&](const catalog::Row &row) { tally.addResponse(row); });
    if (!read || work.counted.get())
        return read;
    return readAll(reader, work.unanswered, QStringList(work.task->plan.sentDate), stop,
                   [&](const catalog::Row &row) { tally.addUnanswered(row); });
}

//! The non-responses where the lake can count them by day. False: they must be read.
Result<bool> countUnanswered(lake::LakeReader &reader, const Work &work, DashboardAggregator &tally,
                             const std::stop_token &stop)
{
    const DashboardPlan &plan = work.task->plan;
    const QString &feed = work.task->feed->supersedes;
    std::optional<lake::DateSpan> span;
    if (plan.range) {
        const query::DateRange days = spanOf(*plan.range);
        span = {days.start.toString(Qt::ISODate), days.end.toString(Qt::ISODate)};
    }
    GAUGE_TRY(const auto all, reader.dayCounts(feed, work.query, plan.sentDate, span, stop));
    std::optional<lake::DayCounts> young = lake::DayCounts();
    if (const QString since = plan.settling.since(); all && !since.isEmpty()) {
        // Later than that moment: the first text behind it that could be a date.
        lake::DateSpan settling{since + QLatin1Char(' '), QString::fromLatin1(endOfDates)};
        if (span) {
            settling.from = std::max(settling.from, span->from);
            settling.before = std::min(settling.before, span->before);
        }
        GAUGE_TRY(young, reader.dayCounts(feed, work.query, plan.sentDate, settling, stop));
    }
    if (all && young)
        tally.addUnanswered(*all, *young);
    return all && young;
}

//! The first thread's part: what is not read in pieces, while the second one reads.
Result<void> countAndRead(lake::LakeReader &reader, Work &work, DashboardAggregator &tally,
                          const std::stop_token &stop)
{
    bool isTold = false;
    const auto writeTo = [&](bool counted) {
        if (!std::exchange(isTold, true))
            work.counting.set_value(counted);
    };
    auto done = reader.inReadTransaction([&]() -> Result<void> {
        const Result<bool> counted
            = work.task->isRated ? countUnanswered(reader, work, tally, stop) : Result<bool>(true);
        if (!counted)
            return fail(counted.error());
        writeTo(*counted);
        if (work.task->plan.accounts) {
            GAUGE_TRY(work.task->cases, readCases(reader, *work.catalog, stop));
        }
        return readPieces(reader, work, tally, stop);
    });
    writeTo(true); // the other thread waits for it, whatever happened here
    return done;
}

//! Here and, if that is worth it, in a second thread. The first error ends both.
Result<void> workTogether(lake::LakeReader &reader, const OpenReader &openAnother, Work &work,
                          DashboardAggregator &tally, const std::stop_token &stop)
{
    if (!openAnother || !(work.answered.areMany() || work.unanswered.areMany()))
        return countAndRead(reader, work, tally, stop);
    std::stop_source either;
    const std::stop_callback byCaller(stop, [&either] { either.request_stop(); });
    const auto endBoth = [&either](Result<void> done) {
        if (!done)
            either.request_stop();
        return done;
    };
    DashboardAggregator others(*work.task);
    Result<void> there;
    BackgroundThread thread;
    static_cast<void>(thread.run([&] {
        const auto another = openAnother();
        if (!another) // without a second reader the first does it all
            return;
        there = endBoth((*another)->inReadTransaction(
            [&] { return readPieces(**another, work, others, either.get_token()); }));
    }));
    Result<void> here = endBoth(countAndRead(reader, work, tally, either.get_token()));
    thread.wait();
    // Of two errors the one that stopped the other says why.
    if (!here && (there || here.error().kind != ErrorKind::Cancelled))
        return here;
    if (!there)
        return there;
    tally.merge(others);
    return here;
}

} // namespace

Result<Dashboard> makeDashboard(lake::LakeReader &reader, const OpenReader &openAnother,
                                const catalog::Catalog &catalog, const catalog::Endpoint &feed,
                                const query::Query &query, const DashboardPlan &plan, std::stop_token stop)
{
    GAUGE_CHECK(check(reader, feed, plan));
    Dashboard dashboard;
    Task task{&feed, plan, {}, {}, false};
    if (plan.questions) {
        GAUGE_TRY(task.questions, questionsOf(reader, feed, dashboard.questionsLeftOut));
    }
    const query::Query asked = plain(query);
    if (plan.rates) {
        GAUGE_TRY(task.isRated, hasResponseRate(reader, feed, asked, {plan.sentDate}, stop));
    }
    Work work;
    work.task = &task;
    work.catalog = &catalog;
    work.query = asked;
    GAUGE_CHECK(work.answered.divide(reader, feed.id, responsesOf(asked, task), stop));
    if (task.isRated) {
        GAUGE_CHECK(work.unanswered.divide(reader, feed.supersedes, unansweredOf(asked, plan), stop));
    }
    DashboardAggregator tally(task);
    GAUGE_CHECK(workTogether(reader, openAnother, work, tally, stop));
    dashboard.range = plan.range;
    if (plan.range)
        dashboard.previousRange = previousOf(*plan.range);
    dashboard.query = plan.range ? with(asked, isWithin(plan.date, *plan.range)) : asked;
    tally.writeTo(dashboard);
    return dashboard;
}

Result<void> RowPartitioner::divide(lake::LakeReader &reader, const QString &feed, const query::Query &query,
                                    const std::stop_token &stop)
{
    m_feed = feed;
    m_query = query;
    GAUGE_TRY(const auto all, reader.keyRange(feed));
    GAUGE_TRY(const auto led, reader.canUseIndex(feed, query));
    m_rows = all.last - all.first + 1;
    if (led) {
        GAUGE_TRY(auto found, reader.snapshot(feed, query, stop));
        // A row by its key costs about three times as much as the next one of a walk.
        if (qint64(found.keys.size()) < m_rows / 3 || !query.search.isEmpty()) {
            m_keys = std::move(found.keys);
            m_rows = qint64(m_keys.size());
            const std::span<const qint64> keys(m_keys);
            for (size_t from = 0; from < keys.size(); from += rowsAPiece)
                m_pieces.push_back({{}, keys.subspan(from, std::min(rowsAPiece, keys.size() - from))});
            return {};
        }
    }
    if (m_rows == 0) // a question that cannot be asked is refused also where there is nothing
        m_pieces.push_back({all, {}});
    for (qint64 first = all.first; first <= all.last; first += qint64(rowsAPiece))
        m_pieces.push_back({lake::KeyRange{first, std::min(first + qint64(rowsAPiece) - 1, all.last)}, {}});
    return {};
}

const RowRange *RowPartitioner::take()
{
    const size_t next = m_next++;
    return next < m_pieces.size() ? &m_pieces[next] : nullptr;
}

Result<void> RowPartitioner::forEachRow(lake::LakeReader &reader, const RowRange &piece,
                                        const QStringList &columns, const std::stop_token &stop,
                                        const lake::RowVisitor &visit) const
{
    if (!piece.range)
        return reader.forEachRow(m_feed, piece.keys, columns, stop, visit);
    query::Query query = m_query;
    query.columns = columns;
    return reader.forEachRowIn(*piece.range, m_feed, query, stop, visit);
}

} // namespace gauge::metrics
