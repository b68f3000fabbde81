// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "metrics/makedashboard.h"

#include <QFuture>
#include <QHash>
#include <QMutex>
#include <QThreadPool>

#include <array>
#include <atomic>

namespace gauge::engine {

class IndexScheduler;

//! Reads a lake for the window without blocking it (Engine::session() has the one of each lake): every call
//! returns at once and the answer comes through the future. Watch it with a QFutureWatcher
//! (ui/kit/onresult.h), not with
//! `.then(context, …)`: Qt 6.4 calls into a context that is gone. Rows have a thread of their own, so
//! scrolling never waits for a sort. A lake that does not exist yet answers with NotFound until the
//! first sync has made it.
class LakeSession final
{
public:
    using SnapshotPointer = std::shared_ptr<const lake::KeySnapshot>;

    //! Relative dates are counted from the date of \a clock, in this computer's zone.
    //! Columns of a large lake that are sorted or filtered by get an index (see lake::ColumnIndexer).
    LakeSession(lake::Location lake, catalog::Catalog catalog, std::shared_ptr<Clock> clock,
                const lake::IndexLimits &limits = {});
    ~LakeSession(); //!< closes it
    Q_DISABLE_COPY_MOVE(LakeSession)

    [[nodiscard]] lake::Location location() const;

    //! Stops what runs. From now on every question is answered with Cancelled. Returns at once.
    void interrupt();
    [[nodiscard]] bool isInterrupted() const;
    //! Interrupts, and waits until all readers are closed. Not to be called in the GUI thread: a database
    //! may be slow to let go.
    void close();

    QFuture<Result<std::vector<lake::LakeColumn>>> columns(QString feed);
    //! Row ids of \a query; stop with \a stop when another query replaces it.
    QFuture<Result<SnapshotPointer>> snapshot(QString feed, query::Query query, std::stop_token stop);
    QFuture<Result<lake::ScoreCounts>> scores(QString feed, query::Query query, std::stop_token stop);
    QFuture<Result<std::vector<lake::ScoreGroup>>> scoreGroups(QString feed, query::Query query,
                                                               lake::Grouping grouping, std::stop_token stop);
    QFuture<Result<qint64>> count(QString feed, query::Query query, std::stop_token stop);
    //! lake::whyNothing(), in the same thread as values.
    QFuture<Result<QString>> whyNothing(QString feed, query::Query query, std::stop_token stop);
    //! In a thread of its own: neither rows nor a search wait for it.
    QFuture<Result<lake::ValueCounts>> values(QString feed, QString column, query::Query query, size_t limit,
                                              std::stop_token stop);
    using DashboardPointer = std::shared_ptr<const metrics::Dashboard>;
    //! In a thread of its own, and a second one for a large lake: rows and values never wait for it. A plan
    //! without a clock goes by that of the session. Stop with \a stop when another question replaces it.
    QFuture<Result<DashboardPointer>> dashboard(QString feed, query::Query query, metrics::DashboardPlan plan,
                                                std::stop_token stop);
    //! Also who holds each feed now.
    QFuture<Result<std::vector<lake::FeedStatus>>> status();

    QFuture<Result<std::vector<lake::OwnedRow>>> rows(QString feed, std::vector<qint64> keys,
                                                      QStringList columns);
    QFuture<Result<lake::RecordDetail>> record(QString feed, qint64 key);

private:
    void noteColumns(lake::LakeReader &reader, const catalog::Endpoint &feed, const query::Query &query,
                     const metrics::Dashboard &made, const metrics::DashboardPlan &plan);
    struct ReaderThread; // a thread and its reader
    [[nodiscard]] std::array<ReaderThread *, 4> lanes() const;
    std::unique_ptr<IndexScheduler> m_indexing; //!< before the lanes, which tell it: it ends last
    std::unique_ptr<ReaderThread> m_slow;
    std::unique_ptr<ReaderThread> m_fast;
    std::unique_ptr<ReaderThread> m_aside;
    std::unique_ptr<ReaderThread> m_figures;
};

//! Has indexes made of the columns that questions to a large lake sort and filter by, in a thread of its
//! own: the question is answered without one and the next is quick. What does not work (a lake that is
//! read-only, a sync that runs) is left for another time, without a word: nobody asked for it.
class IndexScheduler
{
public:
    IndexScheduler(lake::Location lake, catalog::Catalog catalog, std::shared_ptr<Clock> clock,
                   const lake::IndexLimits &limits);
    ~IndexScheduler(); //!< closes it
    Q_DISABLE_COPY_MOVE(IndexScheduler)

    //! Stops what is being made; nothing more is. Returns at once.
    void interrupt() { m_stop.request_stop(); }
    //! Interrupts, and waits until the lake is not open any more.
    void close();

    //! \a query, grouped by \a grouping if that is a column, was answered by \a reader, in whose thread
    //! this is called.
    void note(lake::LakeReader &reader, const QString &feed, const query::Query &query,
              const QString &grouping = {});

private:
    //! Notes the columns as used and tells which of them are not waiting for an index yet.
    [[nodiscard]] QStringList used(const QString &feed, const QStringList &columns);
    void make(const QString &feed, const QString &column);

    const lake::Location m_lake;
    const catalog::Catalog m_catalog;
    const std::shared_ptr<Clock> m_clock;
    const lake::IndexLimits m_limits;
    std::stop_source m_stop;
    std::atomic<bool> m_gaveUp = false; //!< the lake cannot be written
    QMutex m_mutex; //!< of the next two
    QHash<QString, QStringList> m_recent; //!< by feed, the newest first
    QHash<QString, QStringList> m_waiting;
    BackgroundThread m_thread;
};

} // namespace gauge::engine
