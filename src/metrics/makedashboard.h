// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/endpoint.h"
#include "lake/read/lakereader.h"
#include "metrics/figures/dashboard.h"

#include <atomic>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>

namespace gauge::metrics {

//! Opens a further reader of the same lake, in the thread that calls it.
using OpenReader = std::function<Result<std::unique_ptr<lake::LakeReader>>()>;

//! The figures of all that \a query finds in \a feed, read once from one end to the other. Its sort, columns
//! and limit do not count. Input error for a feed without scores, and for columns that it does not have.
//! With \a openAnother a second thread reads the other half of a large lake; what a sync stores meanwhile
//! is then in one half, or in both.
[[nodiscard]] Result<Dashboard> makeDashboard(lake::LakeReader &reader, const OpenReader &openAnother,
                                              const catalog::Catalog &catalog, const catalog::Endpoint &feed,
                                              const query::Query &query, const DashboardPlan &plan,
                                              std::stop_token stop);

//! A piece of a query's result, for one thread at a time.
struct RowRange
{
    std::optional<lake::KeyRange> range; //!< nothing: the keys
    std::span<const qint64> keys;
};

//! The result of a query in pieces, which several threads take one after the other until none is left.
class RowPartitioner
{
public:
    //! Where an index finds few of the rows, these; otherwise all rows, to be walked through.
    [[nodiscard]] Result<void> divide(lake::LakeReader &reader, const QString &feed,
                                      const query::Query &query, const std::stop_token &stop);

    //! The next piece, or null; from any thread.
    [[nodiscard]] const RowRange *take();
    //! Reads the rows of \a piece with \a columns.
    [[nodiscard]] Result<void> forEachRow(lake::LakeReader &reader, const RowRange &piece,
                                          const QStringList &columns, const std::stop_token &stop,
                                          const lake::RowVisitor &visit) const;
    //! So many rows that a second thread is worth its reader.
    [[nodiscard]] bool areMany() const { return m_rows > fewRows && m_pieces.size() > 1; }

private:
    static constexpr qint64 fewRows = 50'000;
    static constexpr size_t rowsAPiece = 50'000;

    QString m_feed;
    query::Query m_query;
    std::vector<qint64> m_keys;
    std::vector<RowRange> m_pieces;
    qint64 m_rows = 0;
    std::atomic<size_t> m_next = 0;
};

} // namespace gauge::metrics
