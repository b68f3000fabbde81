// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/makedashboard.h"

#include "base/background.h"
#include "metrics/opens.h"
#include "metrics/responserate.h"
#include "metrics/shares.h"
#include "metrics/tally.h"

#include <algorithm>

namespace gauge::metrics {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("metrics", text);
}

//! Columns that the plan names must be of a kind that it can count.
Result<void> check(lake::LakeReader &reader, const catalog::Endpoint &feed, const DashboardPlan &plan)
{
    if (feed.scoreColumn.isEmpty())
        return fail(ErrorKind::Input, translated(QT_TRANSLATE_NOOP("metrics", "This feed has no scores.")),
                    feed.id);
    QStringList counted = plan.segments;
    for (const CrossPlan &cross : plan.crosses) {
        counted.append(cross.rows);
        if (!cross.columns.isEmpty())
            counted.append(cross.columns);
    }
    if (plan.accounts)
        counted.append(plan.accounts->column);
    const auto columns = reader.resolve(feed.id, QStringList{plan.date, plan.sentDate} + counted);
    if (!columns)
        return fail(columns.error());
    constexpr size_t dates = 2;
    for (size_t i = 0; i < columns->size(); ++i) {
        const lake::LakeColumn &column = (*columns)[i];
        if (i < dates && column.type != catalog::ColumnType::DateTime)
            return fail(
                ErrorKind::Input,
                translated(QT_TRANSLATE_NOOP("metrics", "“%1” holds no dates.")).arg(column.name.left(60)));
        if (i >= dates && column.type == catalog::ColumnType::List)
            return fail(
                ErrorKind::Input,
                translated(QT_TRANSLATE_NOOP("metrics", "“%1” holds lists, which have no single values."))
                    .arg(column.name.left(60)));
    }
    return {};
}

//! The columns that additional questions have become, the first ones, and how many more there are.
Result<std::vector<QuestionPart::Asked>> questionsOf(lake::LakeReader &reader, const catalog::Endpoint &feed,
                                                     qint64 &leftOut)
{
    const auto made = std::find_if(
        feed.dynamicColumns.begin(), feed.dynamicColumns.end(),
        [](const catalog::DynamicColumns &columns) { return columns.pointer == "/questions"; });
    std::vector<QuestionPart::Asked> questions;
    if (made == feed.dynamicColumns.end())
        return questions;
    const auto columns = reader.columns(feed.id);
    if (!columns)
        return fail(columns.error());
    for (const lake::LakeColumn &column : *columns) {
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

//! Takes pieces until there are none.
Result<void> work(lake::LakeReader &reader, Shares &shares, const Task &task, Tally &tally,
                  const std::stop_token &stop)
{
    const QStringList sent(task.plan.sentDate);
    return reader.withinOneState([&]() -> Result<void> {
        while (const Piece *piece = shares.take()) {
            const Shares::Question &question = shares.question(*piece);
            const bool isAnswered = question.feed == task.feed->id;
            auto read = forEachRow(reader, *piece, question, isAnswered ? tally.columns() : sent, stop,
                                   [&](const catalog::Row &row) {
                                       isAnswered ? tally.addResponse(row) : tally.addUnanswered(row);
                                       return true;
                                   });
            if (!read)
                return read;
        }
        return {};
    });
}

//! Here and, if that is worth it, in a second thread. The first error ends both.
Result<void> workTogether(lake::LakeReader &reader, const OpenReader &openAnother, Shares &shares,
                          const Task &task, Tally &tally, const std::stop_token &stop)
{
    if (!openAnother || !shares.areMany())
        return work(reader, shares, task, tally, stop);
    std::stop_source either;
    const std::stop_callback byCaller(stop, [&either] { either.request_stop(); });
    const auto endBoth = [&either](Result<void> done) {
        if (!done)
            either.request_stop();
        return done;
    };
    Tally others(task);
    Result<void> there;
    BackgroundThread thread;
    static_cast<void>(thread.run([&] {
        // Without a second reader the first does it all.
        if (const auto another = openAnother())
            there = endBoth(work(**another, shares, task, others, either.get_token()));
    }));
    Result<void> here = endBoth(work(reader, shares, task, tally, either.get_token()));
    thread.wait();
    // Of two errors the one that stopped the other says why.
    const bool isCause = !here && (here.error().kind != ErrorKind::Cancelled || there);
    if (!here && isCause)
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
    if (auto checked = check(reader, feed, plan); !checked)
        return fail(std::move(checked.error()));
    Dashboard dashboard;
    Task task{&feed, plan, {}, nullptr, false};
    if (plan.questions) {
        auto questions = questionsOf(reader, feed, dashboard.questionsLeftOut);
        if (!questions)
            return fail(std::move(questions.error()));
        task.questions = std::move(*questions);
    }
    if (plan.accounts) {
        auto cases = readCases(reader, catalog, stop);
        if (!cases)
            return fail(std::move(cases.error()));
        task.cases = std::make_shared<const Cases>(std::move(*cases));
    }
    const query::Query asked = plain(query);
    if (plan.rates) {
        const auto rated = hasResponseRate(reader, feed, asked, {plan.sentDate}, stop);
        if (!rated)
            return fail(rated.error());
        task.isRated = *rated;
    }
    Shares shares;
    if (task.isRated) {
        if (auto added = shares.add(reader, feed.supersedes, unansweredOf(asked, plan), stop); !added)
            return fail(std::move(added.error()));
    }
    if (auto added = shares.add(reader, feed.id, responsesOf(asked, task), stop); !added)
        return fail(std::move(added.error()));
    Tally tally(task);
    if (auto done = workTogether(reader, openAnother, shares, task, tally, stop); !done)
        return fail(std::move(done.error()));
    dashboard.range = plan.range;
    if (plan.range)
        dashboard.previousRange = previousOf(*plan.range);
    dashboard.query = plan.range ? with(asked, isWithin(plan.date, *plan.range)) : asked;
    tally.tell(dashboard);
    return dashboard;
}

} // namespace gauge::metrics
