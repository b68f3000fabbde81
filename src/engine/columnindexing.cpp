// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/columnindexing.h"

#include "base/log.h"

namespace gauge::engine {

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

ColumnIndexing::ColumnIndexing(lake::Location lake, catalog::Catalog catalog, std::shared_ptr<Clock> clock,
                               const lake::IndexLimits &limits)
    : m_lake(std::move(lake))
    , m_catalog(std::move(catalog))
    , m_clock(std::move(clock))
    , m_limits(limits)
{}

ColumnIndexing::~ColumnIndexing()
{
    close();
}

void ColumnIndexing::close()
{
    interrupt();
    m_thread.wait();
}

QStringList ColumnIndexing::used(const QString &feed, const QStringList &columns)
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

void ColumnIndexing::note(lake::LakeReader &reader, const QString &feed, const query::Query &query,
                          const QString &grouping)
{
    if (m_gaveUp)
        return;
    QStringList columns = orderedBy(query);
    if (!grouping.isEmpty())
        columns.append(grouping);
    if (columns.isEmpty())
        return;
    const auto lacking = reader.lackIndex(feed, used(feed, columns), m_limits);
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

void ColumnIndexing::make(const QString &feed, const QString &column)
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
