// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncjob.h"

#include "base/log.h"
#include "lake/lakereader.h"
#include "lake/person.h"
#include "sync/pagestream.h"
#include "sync/syncwords.h"

#include <QCoroFuture>
#include <QLocale>

namespace gauge::sync {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("sync", text);
}

double secondsBetween(std::chrono::milliseconds from, std::chrono::milliseconds to)
{
    return static_cast<double>((to - from).count()) / 1000.0;
}

Error cursorLeadsNowhere(const QString &feed, const QString &cursor, const QString &next)
{
    return Error{
        ErrorKind::Protocol,
        translated(QT_TRANSLATE_NOOP("sync",
                                     "The service sent records of %1 but did not move its cursor on, so the "
                                     "sync stopped instead of running in a circle. The records are kept. Try "
                                     "again later, or tell CustomerGauge's support."))
            .arg(feed),
        QStringLiteral("cursor %1 leads to %2")
            .arg(cursor.isEmpty() ? QStringLiteral("(none)") : cursor,
                 next.isEmpty() ? QStringLiteral("(none)") : next)};
}

} // namespace

SyncJob::SyncJob(QString title, QObject *worker, Context context, SyncPlan plan, QObject *parent)
    : Job(std::move(title), worker, parent)
    , m_context(std::move(context))
    , m_plan(std::move(plan))
{
    connect(this, &SyncJob::paused, this, &SyncJob::setPaused, Qt::QueuedConnection);
    connect(
        this, &SyncJob::stored, this, [this] { setPaused({}); }, Qt::QueuedConnection);
}

SyncJob::~SyncJob() = default;

void SyncJob::setPaused(std::optional<QDateTime> until)
{
    if (m_pausedUntil == until)
        return;
    m_pausedUntil = std::move(until);
    Q_EMIT changed();
}

QString SyncJob::summary() const
{
    lake::StoreCounts total;
    for (const FeedOutcome &outcome : m_outcomes)
        total += outcome.counts;
    const QLocale locale;
    QStringList parts;
    if (m_plan.kind == lake::SyncKind::Incremental) {
        parts.append(
            translated(QT_TRANSLATE_NOOP("sync", "%1 records received, %2 new, %3 updated, %4 removed"))
                .arg(locale.toString(total.received), locale.toString(total.inserted),
                     locale.toString(total.updated), locale.toString(total.removed)));
    } else { // what reading again was for
        parts.append(translated(QT_TRANSLATE_NOOP("sync", "%1 records received, %2 new, %3 changed, %4 gone"))
                         .arg(locale.toString(total.received), locale.toString(total.inserted),
                              locale.toString(total.changed), locale.toString(total.gone)));
    }
    parts.append(newColumnsText(total.newColumns));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

QStringList SyncJob::newColumns() const
{
    QStringList names;
    for (const FeedOutcome &outcome : m_outcomes)
        names += outcome.counts.newColumns;
    return names;
}

bool SyncJob::isPassingTrouble() const
{
    if (!m_plan.automatic || !error())
        return false;
    const ErrorKind kind = error()->kind;
    return kind == ErrorKind::Offline || kind == ErrorKind::Timeout || kind == ErrorKind::Busy;
}

QCoro::Task<Result<void>> SyncJob::run(std::stop_token stop)
{
    m_started = m_context.clock->elapsed();
    Result<std::shared_ptr<service::ServiceClient>> client = co_await m_context.client(stop);
    if (!client)
        co_return fail(client.error());

    Result<void> opened = co_await openLake();
    if (!opened)
        co_return opened;

    Result<void> outcome = co_await syncAll(*client, stop);
    co_await closeLake(stop);
    co_return outcome;
}

// What runs in the lake's thread stands in functions of its own, not in lambdas inside the
// coroutines: GCC 12 destroys the captures of such a lambda twice.

QFuture<Result<void>> SyncJob::openLake()
{
    return m_lakeThread.run([this]() -> Result<void> {
        auto writer = lake::LakeWriter::open(m_context.lake, m_context.catalog, m_context.clock);
        if (!writer)
            return fail(writer.error());
        m_writer = std::move(*writer);
        return {};
    });
}

QFuture<void> SyncJob::closeLake(std::stop_token stop)
{
    return m_lakeThread.run([this, stop] {
        m_writer.reset();
        // Nobody else would look for traces that an erasure had no time to remove.
        if (const Result<void> done = lake::finishErasure(m_context.lake, m_context.catalog, stop); !done)
            qCInfo(logSync).noquote() << "traces of erased records stay for now:" << done.error().detail;
    });
}

QFuture<Result<lake::Checkpoint>> SyncJob::takeFeed(const QString &feed, const QString &scopeKey)
{
    return m_lakeThread.run([=, this]() -> Result<lake::Checkpoint> {
        if (const Result<void> lease = m_writer->acquireLease(feed); !lease)
            return fail(lease.error());
        if (const Result<void> begun = m_writer->beginSync(feed, scopeKey, m_plan.kind); !begun)
            return fail(begun.error());
        // A refresh is of its own scope, but leaves the whole feed's checkpoint as it is.
        const bool isIncremental = m_plan.kind == lake::SyncKind::Incremental;
        return m_writer->checkpoint(feed, isIncremental ? scopeKey : QString());
    });
}

QFuture<Result<lake::StoreCounts>> SyncJob::storePage(const service::PageRequest &request,
                                                      const service::PagePointer &page,
                                                      const std::optional<lake::Checkpoint> &checkpoint)
{
    return m_lakeThread.run(
        [=, this] { return m_writer->store(request.endpoint, request.scope.key(), *page, checkpoint); });
}

QFuture<Result<void>> SyncJob::giveBackFeed(const FeedOutcome &outcome, const QString &error)
{
    return m_lakeThread.run([=, this]() -> Result<void> {
        const Result<void> written = m_writer->finishSync(outcome.feed, outcome.pages, outcome.counts, error);
        m_writer->releaseLease(outcome.feed);
        return written;
    });
}

QCoro::Task<Result<void>> SyncJob::syncAll(std::shared_ptr<service::ServiceClient> client,
                                           std::stop_token stop)
{
    std::optional<Error> unreadable;
    for (const catalog::Endpoint &feed : m_plan.feeds) {
        FeedOutcome outcome;
        outcome.feed = feed.id;
        Result<void> result = co_await syncFeed(client, feed, &outcome, stop);
        if (!result)
            outcome.error = result.error();
        m_outcomes.push_back(outcome);
        if (result)
            continue;
        const ErrorKind kind = result.error().kind;
        if (kind != ErrorKind::Forbidden && kind != ErrorKind::NotFound)
            co_return result;
        unreadable = result.error();
    }
    if (unreadable)
        co_return fail(*unreadable);
    co_return Result<void>{};
}

service::PageRequest SyncJob::requestOf(const catalog::Endpoint &feed) const
{
    service::PageRequest request;
    request.endpoint = feed;
    request.scope.outboundFilter = feed.outboundFilter ? m_plan.outboundFilter : QString();
    request.scope.with = feed.with;
    if (m_plan.with)
        request.scope.with = QStringList();
    for (const QString &part : m_plan.with.value_or(QStringList())) {
        if (feed.with.contains(part))
            request.scope.with.append(part);
    }
    if (m_plan.kind == lake::SyncKind::Refresh) {
        request.scope.periodField = m_plan.periodField;
        request.scope.periodStart = m_plan.periodStart;
        request.scope.periodEnd = m_plan.periodEnd;
    }
    request.perPage = std::min(m_plan.perPage, feed.maxPerPage);
    return request;
}

QFuture<Result<qint64>> SyncJob::markGone(const QString &feed, qint64 received)
{
    return m_lakeThread.run([=, this]() -> Result<qint64> {
        if (received > 0)
            return m_writer->markGone(feed);
        // A service that has nothing at all any more is more likely out of order than empty.
        auto reader = lake::LakeReader::open(m_context.lake, m_context.catalog);
        if (!reader)
            return fail(reader.error());
        const Result<qint64> known = (*reader)->count(feed, {});
        if (!known)
            return fail(known.error());
        if (*known == 0)
            return 0;
        return fail(
            ErrorKind::Protocol,
            translated(QT_TRANSLATE_NOOP("sync",
                                         "The service answered with no records of %1 at all, though %2 "
                                         "were synced before. Nothing was marked as gone. Check in "
                                         "CustomerGauge what these credentials may read, then try "
                                         "again."))
                .arg(feed, QLocale().toString(*known)));
    });
}

QCoro::Task<Result<void>> SyncJob::syncFeed(std::shared_ptr<service::ServiceClient> client,
                                            catalog::Endpoint feed, FeedOutcome *outcome,
                                            std::stop_token stop)
{
    const std::chrono::milliseconds started = m_context.clock->elapsed();
    service::PageRequest request = requestOf(feed);
    const QString scopeKey = request.scope.key();

    const Result<lake::Checkpoint> checkpoint = co_await takeFeed(feed.id, scopeKey);
    if (!checkpoint)
        co_return fail(checkpoint.error());

    if (m_plan.kind == lake::SyncKind::Incremental)
        request.cursor = checkpoint->cursor;
    outcome->checkpoint = checkpoint->cursor;
    const Result<void> walked = co_await walk(client, request, outcome, stop);
    outcome->seconds = secondsBetween(started, m_context.clock->elapsed());

    const QString errorText = walked ? QString() : walked.error().text;
    const Result<void> recorded = co_await giveBackFeed(*outcome, errorText);
    if (walked && !recorded)
        co_return recorded;
    co_return walked;
}

QCoro::Task<Result<void>> SyncJob::walk(std::shared_ptr<service::ServiceClient> client,
                                        service::PageRequest request, FeedOutcome *outcome,
                                        std::stop_token stop)
{
    PageStream pages(client, request, m_plan.maxPages, stop);
    const Result<void> result = co_await storeAll(&pages, request, outcome, stop);
    co_await pages.close();
    co_return result;
}

QCoro::Task<Result<void>> SyncJob::storeAll(PageStream *pages, service::PageRequest request,
                                            FeedOutcome *outcome, std::stop_token stop)
{
    while (true) {
        const Result<service::PagePointer> page = co_await pages->next();
        if (!page)
            co_return fail(page.error());
        const service::PagePointer &records = *page;
        const bool last = records->records.empty();
        const bool advances = pages->leadsOn(records->nextCursor);
        // On the empty page the cursor may repeat or be null: the previous one stays.
        const lake::Checkpoint here{last || !advances ? pages->cursor() : records->nextCursor, last};
        const bool isReconcile = m_plan.kind == lake::SyncKind::Reconcile;
        if (last && isReconcile) {
            const Result<qint64> gone = co_await markGone(request.endpoint.id, outcome->counts.received);
            if (!gone)
                co_return fail(gone.error());
            outcome->counts.gone = *gone;
        }
        // Whoever walked the whole feed knows where the next sync goes on; before that, and in a part of
        // the feed, the checkpoint stays.
        std::optional<lake::Checkpoint> checkpoint;
        if (m_plan.kind == lake::SyncKind::Incremental || (last && isReconcile && outcome->pages > 0))
            checkpoint = here;
        const Result<lake::StoreCounts> stored = co_await storePage(request, records, checkpoint);
        if (!stored)
            co_return fail(stored.error());
        outcome->complete = last;
        if (checkpoint)
            outcome->checkpoint = checkpoint->cursor;
        if (last)
            co_return Result<void>{};
        outcome->pages += 1;
        outcome->counts += *stored;
        reportPage(request.endpoint, stored->received);
        Q_EMIT this->stored(request.endpoint.id, stored->inserted);
        if (!advances)
            co_return fail(cursorLeadsNowhere(request.endpoint.id, pages->cursor(), records->nextCursor));
        if (stop.stop_requested())
            co_return fail(cancelled());
        if (!pages->hasNext())
            co_return Result<void>{};
    }
}

void SyncJob::reportPage(const catalog::Endpoint &feed, qint64 received)
{
    m_received += received;
    const double seconds = secondsBetween(m_started, m_context.clock->elapsed());
    report({m_received, -1, seconds > 0 ? static_cast<double>(m_received) / seconds : 0,
            QCoreApplication::translate("catalog", feed.title)});
}

} // namespace gauge::sync
