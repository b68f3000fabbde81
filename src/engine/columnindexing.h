// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "lake/read/lakereader.h"

#include <QHash>
#include <QMutex>

#include <atomic>

namespace gauge::engine {

//! Has indexes made of the columns that questions to a large lake sort and filter by, in a thread of its
//! own: the question is answered without one and the next is quick. What does not work (a lake that is
//! read-only, a sync that runs) is left for another time, without a word: nobody asked for it.
class ColumnIndexing
{
public:
    ColumnIndexing(lake::Location lake, catalog::Catalog catalog, std::shared_ptr<Clock> clock,
                   const lake::IndexLimits &limits);
    ~ColumnIndexing(); //!< closes it
    Q_DISABLE_COPY_MOVE(ColumnIndexing)

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
