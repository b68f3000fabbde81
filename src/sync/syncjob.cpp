// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/syncjob.h"

#include "base/log.h"
#include "lake/people/person.h"
#include "lake/read/lakereader.h"
#include "lake/sql/feedlayout.h"
#include "lake/write/lakewriter.h"
#include "sync/pagestream.h"
#include "sync/recentwindow.h"

#include <QCoreApplication>
#include <QCoroFuture>
#include <QLocale>

#include <limits>

namespace gauge::sync {

namespace {

double secondsBetween(std::chrono::milliseconds from, std::chrono::milliseconds to)
{
    return static_cast<double>((to - from).count()) / 1000.0;
}

Error cursorLeadsNowhere(const QString &feed, const QString &cursor, const QString &next)
{
    return Error{
        ErrorKind::Protocol,
        QCoreApplication::translate("sync",
                                    "The service sent records of %1 but did not move its cursor on, so the "
                                    "sync stopped instead of running in a circle. The records are kept. Try "
                                    "again later, or tell CustomerGauge's support.")
            .arg(feed),
        QStringLiteral("cursor %1 leads to %2")
            .arg(cursor.isEmpty() ? QStringLiteral("(none)") : cursor,
                 next.isEmpty() ? QStringLiteral("(none)") : next)};
}

Error tooManyGone(const QString &feed, const lake::GoneMarks &marks)
{
    const QLocale locale;
    return Error{ErrorKind::Protocol,
                 QCoreApplication::translate("sync",
                                             "The service did not return %1 of the %2 records of %3 that it "
                                             "had before. Nothing was marked as gone. Check in "
                                             "CustomerGauge what these credentials may read; if the records "
                                             "are really gone, confirm it.")
                     .arg(locale.toString(marks.records), locale.toString(marks.of), feed),
                 {}};
}

Error endNotCertain(const QString &feed)
{
    return Error{ErrorKind::Protocol,
                 QCoreApplication::translate("sync",
                                             "The service sent an empty page of %1 before the end. The "
                                             "records that came are kept, but nothing was marked as gone, "
                                             "because others may be missing. Reconcile again later.")
                     .arg(feed),
                 {}};
}

//! What a page says about the rest of the feed.
enum class Turn {
    Onward, //!< its cursor leads on
    Skip, //!< the same of an empty page
    End, //!< there is no more
    Stuck, //!< records, and a cursor that leads nowhere
};

Turn turnAt(const PageStream &pages, const catalog::Page &page)
{
    const bool isEmpty = page.records.empty();
    if (pages.leadsOn(page.nextCursor))
        return isEmpty ? Turn::Skip : Turn::Onward;
    // Without a cursor there is no next page; on an empty page the last one may be repeated.
    return isEmpty || page.nextCursor.isEmpty() ? Turn::End : Turn::Stuck;
}

} // namespace

//! One walk over the pages of a feed, or of a part of it.
struct SyncJob::Walk
{
    enum class Kind {
        Onward, //!< from the checkpoint
        Period, //!< a refresh
        Whole, //!< a reconciliation
        Window, //!< the recent past again
    };
    Kind kind = Kind::Onward;
    service::PageRequest request;
    QString scopeKey; //!< of the feed's checkpoint
    std::optional<qint64> mostPages;
    std::optional<RecentWindow> window;
    WindowHistory history; //!< of the feed's windows, before this sync
    bool beginsFeed = false; //!< nothing was synced before: what comes later counts from here
    bool hasGap = false; //!< an empty page led on
    qint64 seen = 0; //!< records on the pages
    lake::StoreCounts counts; //!< that these brought

    [[nodiscard]] const QString &feed() const { return request.endpoint.id; }
    [[nodiscard]] bool showsGone() const
    {
        return kind == Kind::Whole || (kind == Kind::Window && request.endpoint.recent.showsGone);
    }
};

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
            QCoreApplication::translate("sync", "%1 records received, %2 new, %3 updated, %4 removed")
                .arg(locale.toString(total.received), locale.toString(total.inserted),
                     locale.toString(total.updated), locale.toString(total.removed)));
        parts.append(rereadText(total));
    } else { // what reading again was for
        parts.append(QCoreApplication::translate("sync", "%1 records received, %2 new, %3 changed, %4 gone")
                         .arg(locale.toString(total.received), locale.toString(total.inserted),
                              locale.toString(total.changed), locale.toString(total.gone)));
    }
    parts.append(newColumnsText(total.newColumns));
    parts.append(replacedTextsText(total.replacedTexts));
    parts.append(leftOutText(total.valuesLeftOut));
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
    GAUGE_CO_TRY(std::shared_ptr<service::ServiceClient> client, co_await m_context.client(stop));

    GAUGE_CO_CHECK(co_await openLake(stop));

    Result<void> outcome = co_await syncAll(client, stop);
    co_await closeLake(stop);
    co_return outcome;
}

// What runs in the lake's thread stands in functions of its own, not in lambdas inside the
// coroutines: GCC 12 destroys the captures of such a lambda twice.

QFuture<Result<void>> SyncJob::openLake(std::stop_token stop)
{
    return m_lakeThread.run([this, stop]() -> Result<void> {
        GAUGE_TRY(auto writer,
                  lake::LakeWriter::open(m_context.lake, m_context.catalog, m_context.clock, stop));
        m_writer = std::move(writer);
        GAUGE_TRY(const auto standing, m_writer->standingOf(m_context.system));
        // A second time it would be the same question.
        if (lake::canBeAdopted(standing) && !m_plan.adopt)
            m_remedy = Remedy::Adopt;
        return m_writer->bind(m_context.system, m_plan.adopt);
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

QFuture<Result<lake::Checkpoint>> SyncJob::takeFeed(const WalkPointer &walk)
{
    return m_lakeThread.run([=, this]() -> Result<lake::Checkpoint> {
        const QString &feed = walk->feed();
        const QString &scopeKey = walk->scopeKey;
        GAUGE_CHECK(m_writer->acquireLease(feed));
        GAUGE_CHECK(m_writer->beginSync(feed, scopeKey, m_plan.kind));
        auto recent = m_writer->windowRead(feed, lake::WindowSpan::Recent);
        auto wide = m_writer->windowRead(feed, lake::WindowSpan::Long);
        if (!recent || !wide)
            return fail(recent ? wide.error() : recent.error());
        walk->history = {*recent, *wide};
        // A refresh is of its own scope, but leaves the whole feed's checkpoint as it is.
        const bool isIncremental = m_plan.kind == lake::SyncKind::Incremental;
        return m_writer->checkpoint(feed, isIncremental ? scopeKey : QString());
    });
}

QFuture<Result<void>> SyncJob::renewFeed(const QString &feed)
{
    return m_lakeThread.run([=, this] { return m_writer->acquireLease(feed); });
}

QFuture<Result<lake::StoreCounts>>
SyncJob::storePage(const WalkPointer &walk, const service::PagePointer &page, const QString &reached)
{
    return m_lakeThread.run([=, this] {
        // Whoever walks a part of the feed leaves the checkpoint alone, a reconciliation until its end.
        std::optional<lake::Checkpoint> checkpoint;
        if (walk->kind == Walk::Kind::Onward)
            checkpoint = lake::Checkpoint{reached, false};
        lake::PageRole role;
        role.isReread = walk->kind == Walk::Kind::Window;
        if (walk->beginsFeed && walk->seen == 0)
            role.readToEnd = {lake::WindowSpan::Recent, lake::WindowSpan::Long};
        return m_writer->store(walk->request.endpoint, walk->scopeKey, *page, checkpoint, role);
    });
}

QFuture<Result<lake::StoreCounts>> SyncJob::conclude(const WalkPointer &walk, const QString &reached,
                                                     bool isComplete)
{
    return m_lakeThread.run([=, this]() -> Result<lake::StoreCounts> {
        const bool isCertain = isComplete && !walk->hasGap;
        lake::StoreCounts counts;
        if (walk->showsGone() && isCertain) {
            GAUGE_TRY(counts.gone, markGone(*walk));
        }
        // Whoever walked the whole feed knows where the next sync resumes.
        std::optional<lake::Checkpoint> checkpoint;
        if (walk->kind == Walk::Kind::Onward || (walk->kind == Walk::Kind::Whole && isComplete))
            checkpoint = lake::Checkpoint{reached, isComplete};
        lake::PageRole role;
        if (walk->kind == Walk::Kind::Window && isComplete)
            role.readToEnd = walk->window->spans;
        else if ((walk->kind == Walk::Kind::Whole && isComplete) || (walk->beginsFeed && walk->seen == 0))
            role.readToEnd = {lake::WindowSpan::Recent, lake::WindowSpan::Long};
        role.found = walk->counts.late + walk->counts.changed + counts.gone;
        GAUGE_TRY([[maybe_unused]] const auto stored,
                  m_writer->store(walk->request.endpoint, walk->scopeKey, {}, checkpoint, role));
        if (walk->kind == Walk::Kind::Whole && !isCertain)
            return fail(endNotCertain(walk->feed()));
        return counts;
    });
}

QFuture<Result<SyncJob::WalkPointer>> SyncJob::windowAfter(const WalkPointer &walk,
                                                           const FeedOutcome &outcome)
{
    return m_lakeThread.run([=, this, pages = outcome.pages]() -> Result<WalkPointer> {
        const catalog::Scope &scope = walk->request.scope;
        const bool isPart = !scope.key().isEmpty() || !isWhole(walk->request.endpoint, scope);
        const bool hasPages = !walk->mostPages || *walk->mostPages > pages;
        if (walk->kind != Walk::Kind::Onward || walk->beginsFeed || isPart || !hasPages)
            return nullptr;
        const QDateTime now = m_context.clock->now();
        auto window = recentWindow(walk->request.endpoint, walk->history, m_plan.recheckDays, now);
        if (!window)
            return nullptr;
        if (mayWait(*window, walk->history, now)) {
            const auto isLarge
                = m_writer->hasManySince(walk->feed(), window->scope.periodStart, walk->request.perPage + 1);
            if (!isLarge || *isLarge)
                return isLarge ? Result<WalkPointer>(nullptr) : fail(isLarge.error());
        }
        auto again = std::make_shared<Walk>(*walk);
        again->kind = Walk::Kind::Window;
        again->request.cursor.clear();
        window->scope.with = scope.with;
        again->request.scope = window->scope;
        again->window = std::move(window);
        again->hasGap = false;
        again->seen = 0;
        again->counts = {};
        if (walk->mostPages)
            again->mostPages = *walk->mostPages - pages;
        return again;
    });
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

Result<qint64> SyncJob::markGone(const Walk &walk)
{
    if (walk.seen == 0)
        return walk.kind == Walk::Kind::Whole ? checkNoneReceived(walk.feed()) : Result<qint64>(0);
    constexpr double mostShare = 0.2;
    const lake::DatedRecords dated = walk.window ? walk.window->inside : lake::DatedRecords();
    GAUGE_TRY(const auto marks, m_writer->markGone(walk.feed(), dated, m_plan.acceptGone ? 1 : mostShare));
    if (marks.isMarked)
        return marks.records;
    m_remedy = Remedy::AcceptGone;
    return fail(tooManyGone(walk.feed(), marks));
}

//! How many records the lake has of a feed of which the service returned none; more than 0 is an error.
Result<qint64> SyncJob::checkNoneReceived(const QString &feed) const
{
    GAUGE_TRY(auto reader, lake::LakeReader::open(m_context.lake, m_context.catalog));
    const Result<qint64> known = reader->count(feed, {});
    return !known || *known == 0 ? known : fail(noneReceived(feed, *known));
}

Error SyncJob::explained(const Error &error, const Walk &walk, const QString &cursor)
{
    if (!service::isRefusedCursor(error))
        return error;
    constexpr qsizetype longest = 60;
    const QString shown = cursor.size() > longest ? cursor.left(longest) + QChar(0x2026) : cursor;
    Error explained{ErrorKind::Protocol, {}, error.detail};
    // A part of a feed, or a walk from the start, is simply read again.
    const bool isStored = walk.kind == Walk::Kind::Onward && walk.scopeKey.isEmpty();
    if (isStored) {
        m_remedy = Remedy::Reconcile;
        explained.text = QCoreApplication::translate(
            "sync",
            "The service no longer accepts the cursor “%1”, from which the sync of %2 was "
            "to continue. Everything that was synced is kept. Reconcile this feed: it is "
            "read again from its start, and later syncs continue from its end.");
    } else {
        explained.text
            = QCoreApplication::translate("sync",
                                          "The service does not accept its own cursor “%1” of %2. What was "
                                          "received before is kept; try again later.");
    }
    explained.text = explained.text.arg(shown, walk.feed());
    return explained;
}

QCoro::Task<Result<void>> SyncJob::syncFeed(std::shared_ptr<service::ServiceClient> client,
                                            catalog::Endpoint feed, FeedOutcome *outcome,
                                            std::stop_token stop)
{
    const std::chrono::milliseconds started = m_context.clock->elapsed();
    const auto walk = std::make_shared<Walk>();
    walk->request = requestOf(feed);
    walk->scopeKey = walk->request.scope.key();
    walk->mostPages = m_plan.maxPages;

    GAUGE_CO_TRY(const lake::Checkpoint checkpoint, co_await takeFeed(walk));
    outcome->checkpoint = checkpoint.cursor;
    if (m_plan.kind == lake::SyncKind::Reconcile) {
        walk->kind = Walk::Kind::Whole;
    } else if (m_plan.kind == lake::SyncKind::Refresh) {
        walk->kind = Walk::Kind::Period;
    } else {
        walk->request.cursor = checkpoint.cursor;
        walk->beginsFeed = checkpoint.cursor.isEmpty() && walk->scopeKey.isEmpty();
    }
    const Result<void> walked = co_await walkFeed(client, walk, outcome, stop);
    outcome->seconds = secondsBetween(started, m_context.clock->elapsed());

    const QString errorText = walked ? QString() : walked.error().text;
    const Result<void> recorded = co_await giveBackFeed(*outcome, errorText);
    if (walked && !recorded)
        co_return recorded;
    co_return walked;
}

QCoro::Task<Result<void>> SyncJob::walkFeed(std::shared_ptr<service::ServiceClient> client, WalkPointer walk,
                                            FeedOutcome *outcome, std::stop_token stop)
{
    const Result<void> walked = co_await follow(client, walk, outcome, stop);
    if (!walked || !outcome->complete)
        co_return walked;
    GAUGE_CO_TRY(const WalkPointer again, co_await windowAfter(walk, *outcome));
    if (!again)
        co_return Result<void>{};
    const Result<void> reread = co_await follow(client, again, outcome, stop);
    co_return reread;
}

QCoro::Task<Result<void>> SyncJob::follow(std::shared_ptr<service::ServiceClient> client, WalkPointer walk,
                                          FeedOutcome *outcome, std::stop_token stop)
{
    service::Patience patience;
    if (m_plan.waitForService) {
        patience = [this, feed = walk->feed()](QDateTime until, std::stop_token waiting) {
            return waitFor(feed, until, waiting);
        };
    }
    PageStream pages(client, walk->request, walk->mostPages, stop, patience);
    const Result<void> result = co_await storeAll(&pages, walk, outcome, stop);
    co_await pages.close();
    co_return result;
}

QCoro::Task<Result<void>> SyncJob::storeAll(PageStream *pages, WalkPointer walk, FeedOutcome *outcome,
                                            std::stop_token stop)
{
    const bool isWindow = walk->kind == Walk::Kind::Window;
    QString reached = walk->request.cursor; // where the next sync resumes
    while (true) {
        const Result<service::PagePointer> page = co_await pages->next();
        if (!page)
            co_return fail(explained(page.error(), *walk, pages->cursor()));
        const service::PagePointer &records = *page;
        const Turn turn = turnAt(*pages, *records);
        walk->hasGap = walk->hasGap || turn == Turn::Skip;
        if (turn == Turn::Skip && pages->hasNext())
            continue;
        if (turn == Turn::Skip && stop.stop_requested())
            co_return fail(cancelled());
        if (!records->records.empty()) {
            reached = turn == Turn::Onward ? records->nextCursor : pages->cursor();
            GAUGE_CO_TRY(const lake::StoreCounts stored, co_await storePage(walk, records, reached));
            const auto count = qint64(records->records.size());
            walk->seen += count;
            walk->counts += stored;
            outcome->counts += stored;
            outcome->pages += !isWindow || stored.received > 0 ? 1 : 0;
            if (walk->kind == Walk::Kind::Onward)
                outcome->checkpoint = reached;
            reportPage(walk->request.endpoint, count);
            Q_EMIT this->stored(walk->feed(), stored.inserted);
            if (turn == Turn::Stuck)
                co_return fail(cursorLeadsNowhere(walk->feed(), pages->cursor(), records->nextCursor));
            if (stop.stop_requested() && turn == Turn::Onward)
                co_return fail(cancelled());
            if (turn == Turn::Onward && pages->hasNext())
                continue;
            if (turn == Turn::Onward)
                co_return Result<void>{};
        }
        GAUGE_CO_TRY(const lake::StoreCounts ended, co_await conclude(walk, reached, turn == Turn::End));
        outcome->counts += ended;
        if (!isWindow)
            outcome->complete = turn == Turn::End;
        if (walk->kind == Walk::Kind::Onward || walk->kind == Walk::Kind::Whole)
            outcome->checkpoint = reached;
        co_return Result<void>{};
    }
}

QCoro::Task<Result<void>> SyncJob::waitFor(QString feed, QDateTime until, std::stop_token stop)
{
    Q_EMIT paused(until);
    Progress shown = progress();
    shown.perSecond = 0;
    shown.note = QCoreApplication::translate("sync", "Waiting until %1, as the service asked")
                     .arg(QLocale().toString(until.toLocalTime(), QLocale::ShortFormat));
    report(shown);
    // Another would take over a feed that gives no sign of life for two minutes.
    constexpr qint64 slice = 30'000;
    while (!stop.stop_requested()) {
        const qint64 left = m_context.clock->now().msecsTo(until);
        if (left <= 0)
            co_return Result<void>{};
        co_await m_context.clock->sleep(std::chrono::milliseconds(std::min(left, slice)), stop);
        GAUGE_CO_CHECK(co_await renewFeed(feed));
    }
    co_return fail(cancelled());
}

void SyncJob::reportPage(const catalog::Endpoint &feed, qint64 received)
{
    m_received += received;
    const double seconds = secondsBetween(m_started, m_context.clock->elapsed());
    report({m_received, -1, seconds > 0 ? static_cast<double>(m_received) / seconds : 0,
            QCoreApplication::translate("catalog", feed.title)});
}

bool isWhole(const catalog::Endpoint &endpoint, const catalog::Scope &scope)
{
    return std::all_of(endpoint.with.begin(), endpoint.with.end(),
                       [&](const QString &part) { return scope.with.contains(part); });
}

Result<lake::StoreCounts> storePage(const lake::Location &location, const lake::System &system,
                                    const catalog::Catalog &catalog, std::shared_ptr<Clock> clock,
                                    const catalog::Endpoint &endpoint, const catalog::Scope &scope,
                                    const catalog::Page &page)
{
    if (!isWhole(endpoint, scope)) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate(
                        "sync",
                        "These records were asked for without some of their parts, which the local copy "
                        "would lose. Nothing was kept. Tick every part, fetch again, then keep them."));
    }
    GAUGE_TRY(auto writer, lake::LakeWriter::open(location, catalog, std::move(clock)));
    GAUGE_CHECK(writer->bind(system));
    GAUGE_CHECK(writer->acquireLease(endpoint.id));
    GAUGE_CHECK(writer->beginSync(endpoint.id, scope.key(), lake::SyncKind::Page));
    const Result<lake::StoreCounts> stored = writer->store(endpoint, scope.key(), page, std::nullopt);
    const Result<void> finished
        = writer->finishSync(endpoint.id, stored ? 1 : 0, stored.value_or(lake::StoreCounts()),
                             stored ? QString() : stored.error().text);
    if (stored && !finished)
        return fail(finished.error());
    return stored;
}

QString newColumnsText(QStringList names)
{
    constexpr qsizetype named = 5;
    names.removeDuplicates();
    if (names.isEmpty())
        return {};
    const QString listed = names.mid(0, named).join(QStringLiteral(", "));
    // The command line has no translations, which would know the singular.
    if (names.size() == 1)
        return QCoreApplication::translate("sync", "1 new column: %1").arg(listed);
    const QString text
        = QCoreApplication::translate("sync", "%n new columns: %1", nullptr, int(names.size()));
    if (names.size() <= named)
        return text.arg(listed);
    return text.arg(QCoreApplication::translate("sync", "%1 and %n more", nullptr, int(names.size() - named))
                        .arg(listed));
}

QString leftOutText(qint64 values)
{
    if (values == 0)
        return {};
    return QCoreApplication::translate(
               "sync",
               "values without their own column, which stay in their records: %1; a feed has %2 "
               "columns at most")
        .arg(QLocale().toString(values), QLocale().toString(lake::FeedLayout::mostColumns));
}

QString replacedTextsText(qint64 count)
{
    if (count == 0)
        return {};
    // The command line has no translations, which would know the singular.
    if (count == 1)
        return QCoreApplication::translate(
            "sync", "1 text was not valid Unicode; U+FFFD replaces the characters that could not be read");
    const int shown = int(std::min<qint64>(count, std::numeric_limits<int>::max()));
    return QCoreApplication::translate(
        "sync", "%n texts were not valid Unicode; U+FFFD replaces the characters that could not be read",
        nullptr, shown);
}

QString rereadText(const lake::StoreCounts &counts)
{
    const QLocale locale;
    QString text;
    if (counts.changed > 0 || counts.late > 0) {
        text = QCoreApplication::translate("sync", "%1 changed, %2 arrived late")
                   .arg(locale.toString(counts.changed), locale.toString(counts.late));
    }
    if (counts.gone > 0) {
        const QString gone = QCoreApplication::translate("sync", "%1 gone").arg(locale.toString(counts.gone));
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + gone;
    }
    return text;
}

Error noneReceived(const QString &feed, qint64 known)
{
    return {ErrorKind::Protocol,
            QCoreApplication::translate("sync",
                                        "The service answered with no records of %1 at all, though %2 "
                                        "were synced before. Nothing was marked as gone. Check in "
                                        "CustomerGauge what these credentials may read, then try "
                                        "again.")
                .arg(feed, QLocale().toString(known)),
            {}};
}

} // namespace gauge::sync
