// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/lakesession.h"

#include "base/background.h"
#include "base/log.h"
#include "lake/read/nomatch.h"

namespace gauge::engine {

//! One background thread with its reader, opened at the first question and again after a failure.
struct LakeSession::ReaderThread
{
    ReaderThread(lake::Location location, catalog::Catalog feeds, std::shared_ptr<Clock> time)
        : lake(std::move(location))
        , catalog(std::move(feeds))
        , clock(std::move(time))
    {}

    ~ReaderThread() { close(); }

    void close()
    {
        stop.request_stop();
        // The reader's database belongs to the thread that opened it. The pool is waited for, not the
        // future: waiting for a future may run its task right here.
        static_cast<void>(thread.run([this] { reader.reset(); }));
        thread.wait();
    }

    template <typename T, typename Question>
    QFuture<Result<T>> ask(Question question)
    {
        return thread.run([this, question = std::move(question)]() -> Result<T> {
            if (stop.stop_requested())
                return fail(cancelled());
            if (!reader) {
                GAUGE_TRY(reader, lake::LakeReader::open(lake, catalog, stop.get_token()));
            }
            reader->setToday(today(*clock)); // a session may last for days
            Result<T> answer = question(*reader);
            // After a storage error (a lake that was removed or replaced) the next question opens anew.
            if (!answer && answer.error().kind == ErrorKind::Storage)
                reader.reset();
            return answer;
        });
    }

    //! As ask(), for questions that take long: ends early when the caller or the session stops.
    template <typename T, typename Question>
    QFuture<Result<T>> askInterruptible(std::stop_token caller, Question question)
    {
        return ask<T>([this, caller, question = std::move(question)](lake::LakeReader &from) -> Result<T> {
            std::stop_source either;
            const std::stop_callback byCaller(caller, [&either] { either.request_stop(); });
            const std::stop_callback bySession(stop.get_token(), [&either] { either.request_stop(); });
            if (either.stop_requested())
                return fail(cancelled());
            return question(from, either.get_token());
        });
    }

    const lake::Location lake;
    const catalog::Catalog catalog;
    const std::shared_ptr<Clock> clock;
    std::stop_source stop;
    std::unique_ptr<lake::LakeReader> reader;
    BackgroundThread thread;
};

LakeSession::LakeSession(lake::Location lake, catalog::Catalog catalog, std::shared_ptr<Clock> clock,
                         const lake::IndexLimits &limits)
    : m_indexing(std::make_unique<IndexScheduler>(lake, catalog, clock, limits))
    , m_slow(std::make_unique<ReaderThread>(lake, catalog, clock))
    , m_fast(std::make_unique<ReaderThread>(lake, catalog, clock))
    , m_aside(std::make_unique<ReaderThread>(lake, catalog, clock))
    , m_figures(std::make_unique<ReaderThread>(lake, catalog, clock))
{}

LakeSession::~LakeSession()
{
    close();
}

std::array<LakeSession::ReaderThread *, 4> LakeSession::lanes() const
{
    return {m_slow.get(), m_fast.get(), m_aside.get(), m_figures.get()};
}

lake::Location LakeSession::location() const
{
    return m_fast->lake;
}

void LakeSession::interrupt()
{
    for (ReaderThread *lane : lanes())
        lane->stop.request_stop();
    m_indexing->interrupt();
}

bool LakeSession::isInterrupted() const
{
    return m_fast->stop.stop_requested();
}

void LakeSession::close()
{
    interrupt(); // all of them, before the first one is waited for
    for (ReaderThread *lane : lanes())
        lane->close();
    m_indexing->close();
}

QFuture<Result<std::vector<lake::LakeColumn>>> LakeSession::columns(QString feed)
{
    return m_fast->ask<std::vector<lake::LakeColumn>>(
        [feed](lake::LakeReader &reader) { return reader.columns(feed); });
}

QFuture<Result<LakeSession::SnapshotPointer>> LakeSession::snapshot(QString feed, query::Query query,
                                                                    std::stop_token stop)
{
    return m_slow->askInterruptible<SnapshotPointer>(
        stop,
        [this, feed, query](lake::LakeReader &reader, std::stop_token either) -> Result<SnapshotPointer> {
            GAUGE_TRY(auto snapshot, reader.snapshot(feed, query, either));
            m_indexing->note(reader, feed, query);
            return std::make_shared<const lake::KeySnapshot>(std::move(snapshot));
        });
}

QFuture<Result<lake::ScoreCounts>> LakeSession::scores(QString feed, query::Query query, std::stop_token stop)
{
    return m_slow->askInterruptible<lake::ScoreCounts>(
        stop, [feed, query](lake::LakeReader &reader, std::stop_token either) {
            return reader.scores(feed, query, either);
        });
}

QFuture<Result<std::vector<lake::ScoreGroup>>>
LakeSession::scoreGroups(QString feed, query::Query query, lake::Grouping grouping, std::stop_token stop)
{
    return m_slow->askInterruptible<std::vector<lake::ScoreGroup>>(
        stop, [this, feed, query, grouping](lake::LakeReader &reader, std::stop_token either) {
            auto groups = reader.scoreGroups(feed, query, grouping, either);
            if (groups)
                m_indexing->note(reader, feed, query, grouping.column);
            return groups;
        });
}

QFuture<Result<qint64>> LakeSession::count(QString feed, query::Query query, std::stop_token stop)
{
    return m_slow->askInterruptible<qint64>(stop,
                                            [feed, query](lake::LakeReader &reader, std::stop_token either) {
                                                return reader.count(feed, query, either);
                                            });
}

QFuture<Result<QString>> LakeSession::whyNothing(QString feed, query::Query query, std::stop_token stop)
{
    return m_aside->askInterruptible<QString>(
        stop, [feed, query](lake::LakeReader &reader, std::stop_token either) {
            return lake::whyNothing(reader, feed, query, either);
        });
}

QFuture<Result<lake::ValueCounts>> LakeSession::values(QString feed, QString column, query::Query query,
                                                       size_t limit, std::stop_token stop)
{
    return m_aside->askInterruptible<lake::ValueCounts>(
        stop, [feed, column, query, limit](lake::LakeReader &reader, std::stop_token either) {
            return reader.values(feed, column, query, limit, either);
        });
}

QFuture<Result<LakeSession::DashboardPointer>>
LakeSession::dashboard(QString feed, query::Query query, metrics::DashboardPlan plan, std::stop_token stop)
{
    if (!plan.settling.clock)
        plan.settling.clock = m_figures->clock;
    return m_figures->askInterruptible<DashboardPointer>(
        stop,
        [this, feed, query, plan](lake::LakeReader &reader,
                                  std::stop_token either) -> Result<DashboardPointer> {
            const ReaderThread &lane = *m_figures;
            const catalog::Endpoint *endpoint = lane.catalog.find(feed);
            if (!endpoint)
                return fail(reader.columns(feed).error()); // there is no such feed
            const auto openAnother = [&lane]() -> Result<std::unique_ptr<lake::LakeReader>> {
                auto opened = lake::LakeReader::open(lane.lake, lane.catalog, lane.stop.get_token());
                if (opened)
                    (*opened)->setToday(today(*lane.clock));
                return opened;
            };
            auto made
                = metrics::makeDashboard(reader, openAnother, lane.catalog, *endpoint, query, plan, either);
            if (!made)
                return fail(std::move(made.error()));
            noteColumns(reader, *endpoint, query, *made, plan);
            return std::make_shared<const metrics::Dashboard>(std::move(*made));
        });
}

//! So that the next question about these columns is quick.
void LakeSession::noteColumns(lake::LakeReader &reader, const catalog::Endpoint &feed,
                              const query::Query &query, const metrics::Dashboard &made,
                              const metrics::DashboardPlan &plan)
{
    m_indexing->note(reader, feed.id, made.query, made.range && made.invited ? plan.sentDate : QString());
    if (!made.invited)
        return;
    query::Query unanswered;
    unanswered.where = query.where;
    m_indexing->note(reader, feed.supersedes, unanswered, plan.sentDate);
}

QFuture<Result<std::vector<lake::FeedStatus>>> LakeSession::status()
{
    return m_aside->ask<std::vector<lake::FeedStatus>>(
        [clock = m_aside->clock](lake::LakeReader &reader) { return reader.status(clock->now()); });
}

QFuture<Result<std::vector<lake::OwnedRow>>> LakeSession::rows(QString feed, std::vector<qint64> keys,
                                                               QStringList columns)
{
    return m_fast->ask<std::vector<lake::OwnedRow>>(
        [feed, keys = std::move(keys), columns](lake::LakeReader &reader) {
            return reader.rows(feed, keys, columns);
        });
}

QFuture<Result<lake::RecordDetail>> LakeSession::record(QString feed, qint64 key)
{
    return m_fast->ask<lake::RecordDetail>(
        [feed, key](lake::LakeReader &reader) { return reader.record(feed, key); });
}

namespace {

//! Columns by which an index would find or order the rows of \a query. A text is looked for in all rows
//! whatever index there is, and so is what is empty.
QStringList orderedBy(const query::Query &query)
{
    using query::Operator;
    QStringList columns;
    if (!query.sort.empty())
        columns.append(query.sort.front().column);
    for (const query::Condition &condition : query::conditionsOf(query.where)) {
        const bool looksAtAll = condition.op == Operator::Contains || condition.op == Operator::StartsWith
            || condition.op == Operator::IsEmpty || condition.op == Operator::NotEmpty
            || condition.op == Operator::NotEqual;
        if (!looksAtAll)
            columns.append(condition.column);
    }
    columns.removeDuplicates();
    return columns;
}

} // namespace

IndexScheduler::IndexScheduler(lake::Location lake, catalog::Catalog catalog, std::shared_ptr<Clock> clock,
                               const lake::IndexLimits &limits)
    : m_lake(std::move(lake))
    , m_catalog(std::move(catalog))
    , m_clock(std::move(clock))
    , m_limits(limits)
{}

IndexScheduler::~IndexScheduler()
{
    close();
}

void IndexScheduler::close()
{
    interrupt();
    m_thread.wait();
}

QStringList IndexScheduler::used(const QString &feed, const QStringList &columns)
{
    const QMutexLocker lock(&m_mutex);
    QStringList &recent = m_recent[feed];
    QStringList fresh;
    for (const QString &column : columns) {
        recent.removeAll(column);
        recent.prepend(column);
        if (!m_waiting[feed].contains(column))
            fresh.append(column);
    }
    return fresh;
}

void IndexScheduler::note(lake::LakeReader &reader, const QString &feed, const query::Query &query,
                          const QString &grouping)
{
    if (m_gaveUp)
        return;
    QStringList columns = orderedBy(query);
    if (!grouping.isEmpty())
        columns.append(grouping);
    if (columns.isEmpty())
        return;
    const auto lacking = reader.missingIndexes(feed, used(feed, columns), m_limits);
    if (!lacking)
        return;
    for (const QString &column : *lacking) {
        {
            const QMutexLocker lock(&m_mutex);
            m_waiting[feed].append(column);
        }
        static_cast<void>(m_thread.run([this, feed, column] { make(feed, column); }));
    }
}

void IndexScheduler::make(const QString &feed, const QString &column)
{
    QStringList recent;
    {
        const QMutexLocker lock(&m_mutex);
        recent = m_recent.value(feed);
    }
    Result<bool> made = false;
    if (!m_stop.stop_requested()) {
        // Not kept open: a lake may be removed or moved while its session lives.
        auto indexer = lake::ColumnIndexer::open(m_lake, m_catalog);
        made = indexer ? indexer->ensure(feed, column, recent, m_clock->now(), m_limits, m_stop.get_token())
                       : Result<bool>(fail(indexer.error()));
    }
    if (!made && made.error().kind == ErrorKind::Storage) {
        m_gaveUp = true;
        qCInfo(logLake).noquote() << "no index of" << column << made.error().detail;
    }
    const QMutexLocker lock(&m_mutex);
    m_waiting[feed].removeAll(column);
}

} // namespace gauge::engine
