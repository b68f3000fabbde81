// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "base/job.h"
#include "base/result.h"
#include "catalog/page.h"
#include "lake/sql/location.h"
#include "lake/sql/types.h"
#include "lake/state/lakeowner.h"
#include "lake/write/lakewriter.h"
#include "service/serviceclient.h"

#include <QStringList>

#include <memory>

namespace gauge::sync {

class PageStream;

//! What one sync is asked to do. Incremental: on from each feed's checkpoint, then its recent past again (see
//! RecentWindow). Refresh: the records of a period again; the checkpoint stays. Reconcile: every feed from
//! its start to its end.
//!
//! What a reconciliation, or a window, does not meet is marked as gone, at the very end: never when nothing
//! came at all, nor when an empty page led on, and more than a fifth of a feed only by acceptGone.
struct SyncPlan
{
    std::vector<catalog::Endpoint> feeds; //!< in the order they are read (Catalog's order)
    QString outboundFilter; //!< UUID or empty; feeds that take none ignore it
    std::optional<QStringList> with; //!< nothing: all that each feed offers
    int perPage = 1000;
    std::optional<qint64> maxPages; //!< a feed; the next sync goes on
    lake::SyncKind kind = lake::SyncKind::Incremental;
    QString periodField; //!< of a Refresh: as catalog::Scope
    QString periodStart;
    QString periodEnd;
    bool automatic = false; //!< by the clock: nobody waits for it
    std::optional<int> recheckDays; //!< days that are read again; nothing: the default windows; 0: none
    bool adopt = false; //!< the lake's data belong to this client ID from now on
    bool acceptGone = false; //!< also more than 20 % of a feed may be marked as gone
    bool waitForService = false; //!< pauses for a long Retry-After instead of ending
};

//! What a person can decide after a sync that failed.
enum class Remedy {
    None,
    Adopt, //!< run it again with SyncPlan::adopt
    AcceptGone, //!< run it again with SyncPlan::acceptGone
    Reconcile, //!< the service refuses the stored cursor: reconcile the feed
};

//! What came of one feed.
struct FeedOutcome
{
    QString feed;
    qint64 pages = 0;
    lake::StoreCounts counts;
    QString checkpoint;
    bool complete = false; //!< the end of the feed was reached
    double seconds = 0;
    std::optional<Error> error;
};

//! Brings a lake in step with its service, feed after feed. The next page is fetched while the
//! last one is stored. Cancelled or killed, the next sync goes on from the last stored page.
//! A feed that may not be read (Forbidden, NotFound) does not stop the others; any other error ends
//! the job, with the outcomes so far.
class SyncJob final : public Job
{
    Q_OBJECT
public:
    //! Gives the client of the connection, starting what it needs; called in the worker's thread.
    using ClientSource
        = std::function<QCoro::Task<Result<std::shared_ptr<service::ServiceClient>>>(std::stop_token)>;

    struct Context
    {
        ClientSource client;
        QString connectionId;
        lake::System system; //!< that \a client reads; a lake of another one is refused
        lake::Location lake;
        catalog::Catalog catalog;
        std::shared_ptr<Clock> clock;
    };

    SyncJob(QString title, QObject *worker, Context context, SyncPlan plan, QObject *parent = nullptr);
    ~SyncJob() override;

    //! One per feed that was begun, in order; read after finished().
    [[nodiscard]] const std::vector<FeedOutcome> &outcomes() const { return m_outcomes; }
    [[nodiscard]] QString connectionId() const { return m_context.connectionId; }
    [[nodiscard]] lake::Location lake() const { return m_context.lake; } //!< what is brought in step
    [[nodiscard]] lake::SyncKind kind() const { return m_plan.kind; }
    [[nodiscard]] QString summary() const override;
    //! Of all feeds, by name; see lake::StoreCounts. Read after finished().
    [[nodiscard]] QStringList newColumns() const;
    //! Failed for a reason that the next automatic sync may not meet, and that nobody needs to be told of.
    [[nodiscard]] bool isPassingTrouble() const;
    [[nodiscard]] const SyncPlan &plan() const { return m_plan; }
    //! Until when the service asked to wait, while the job waits. In the job's own thread.
    [[nodiscard]] const std::optional<QDateTime> &pausedUntil() const { return m_pausedUntil; }
    //! What a person can decide about the failure; read after finished().
    [[nodiscard]] Remedy remedy() const { return m_remedy; }

Q_SIGNALS:
    //! A page was committed: \a feed has new rows. From the worker's thread; connect queued.
    void stored(const QString &feed, qint64 newRecords);
    //! The service asked to wait until \a until (UTC); progress continues afterwards. From the worker's
    //! thread; connect queued.
    void paused(const QDateTime &until);

protected:
    QCoro::Task<Result<void>> run(std::stop_token stop) override;

private:
    struct Walk;
    using WalkPointer = std::shared_ptr<Walk>;

    QCoro::Task<Result<void>> syncAll(std::shared_ptr<service::ServiceClient> client, std::stop_token stop);
    QCoro::Task<Result<void>> syncFeed(std::shared_ptr<service::ServiceClient> client, catalog::Endpoint feed,
                                       FeedOutcome *outcome, std::stop_token stop);
    //! What is done with a feed that is held: the walk that was asked for, then its window.
    QCoro::Task<Result<void>> walkFeed(std::shared_ptr<service::ServiceClient> client, WalkPointer walk,
                                       FeedOutcome *outcome, std::stop_token stop);
    QCoro::Task<Result<void>> follow(std::shared_ptr<service::ServiceClient> client, WalkPointer walk,
                                     FeedOutcome *outcome, std::stop_token stop);
    //! Stores page after page until the end, the last page wanted, or an error.
    QCoro::Task<Result<void>> storeAll(PageStream *pages, WalkPointer walk, FeedOutcome *outcome,
                                       std::stop_token stop);
    QCoro::Task<Result<void>> waitFor(QString feed, QDateTime until, std::stop_token stop);
    QFuture<Result<void>> openLake(std::stop_token stop);
    QFuture<void> closeLake(std::stop_token stop);
    //! Takes the lease and tells where to go on.
    QFuture<Result<lake::Checkpoint>> takeFeed(const WalkPointer &walk);
    //! Keeps the lease while nothing is stored.
    QFuture<Result<void>> renewFeed(const QString &feed);
    //! The walk over the window of a feed, or null where there is nothing to read again.
    QFuture<Result<WalkPointer>> windowAfter(const WalkPointer &walk, const FeedOutcome &outcome);
    QFuture<Result<lake::StoreCounts>> storePage(const WalkPointer &walk, const service::PagePointer &page,
                                                 const QString &reached);
    //! Ends a walk: marks what is gone, and notes how far it came. \a isComplete: it reached the feed's end.
    QFuture<Result<lake::StoreCounts>> conclude(const WalkPointer &walk, const QString &reached,
                                                bool isComplete);
    [[nodiscard]] service::PageRequest requestOf(const catalog::Endpoint &feed) const;
    //! Marks what \a walk did not meet, and tells how many. In the lake's thread.
    [[nodiscard]] Result<qint64> markGone(const Walk &walk);
    [[nodiscard]] Result<qint64> checkNoneReceived(const QString &feed) const;
    //! \a error as a person can act upon it.
    [[nodiscard]] Error explained(const Error &error, const Walk &walk, const QString &cursor);
    //! Writes the outcome into the lake's history and releases the lease.
    QFuture<Result<void>> giveBackFeed(const FeedOutcome &outcome, const QString &error);
    void reportPage(const catalog::Endpoint &feed, qint64 received);
    void setPaused(std::optional<QDateTime> until);

    Context m_context;
    SyncPlan m_plan;
    std::vector<FeedOutcome> m_outcomes;
    BackgroundThread m_lakeThread{
        BackgroundThread::Work::Heavy}; //!< the writer and its database live and end there
    std::unique_ptr<lake::LakeWriter> m_writer;
    qint64 m_received = 0;
    Remedy m_remedy = Remedy::None;
    std::optional<QDateTime> m_pausedUntil;
    std::chrono::milliseconds m_started{0};
};

//! Whether a page of \a scope holds its records whole, so that storing them takes nothing away: every part
//! that \a endpoint offers (with[]) was asked for.
[[nodiscard]] bool isWhole(const catalog::Endpoint &endpoint, const catalog::Scope &scope);

//! Stores the records of one page that a person looked at; the checkpoint stays, and so do earlier versions
//! of what changed. Blocks. Input error for a page that is not whole; Busy while another syncs the feed.
//! A lake with the data of another system than \a system is refused.
[[nodiscard]] Result<lake::StoreCounts> storePage(const lake::Location &location, const lake::System &system,
                                                  const catalog::Catalog &catalog,
                                                  std::shared_ptr<Clock> clock,
                                                  const catalog::Endpoint &endpoint,
                                                  const catalog::Scope &scope, const catalog::Page &page);

// The words of syncs, the same in the window and on the command line.

//! "2 new columns: property.Tier, question.Why"; of more than five the rest is counted. Empty for none.
//! A name that two feeds have is named once.
[[nodiscard]] QString newColumnsText(QStringList names);

//! Tells how many \a values got no column (StoreCounts::valuesLeftOut); empty when all did.
[[nodiscard]] QString leftOutText(qint64 values);
//! Returns a warning that texts were damaged (Page::replacedTexts); empty for 0.
[[nodiscard]] QString replacedTextsText(qint64 count);

//! A service that returned no record of \a feed, of which \a known are in the lake: it is more likely out of
//! order than empty.
[[nodiscard]] Error noneReceived(const QString &feed, qint64 known);

//! "12 changed, 3 arrived late, 1 gone": what reading again has found; empty for nothing.
[[nodiscard]] QString rereadText(const lake::StoreCounts &counts);

} // namespace gauge::sync
