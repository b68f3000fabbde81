// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/shares.h"

#include <algorithm>

namespace gauge::metrics {

Result<void> Shares::divide(lake::LakeReader &reader, const QString &feed, const query::Query &query,
                            const std::stop_token &stop)
{
    m_feed = feed;
    m_query = query;
    GAUGE_TRY(const auto all, reader.keyRange(feed));
    GAUGE_TRY(const auto led, reader.isLedByIndex(feed, query));
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

const Piece *Shares::take()
{
    const size_t next = m_next++;
    return next < m_pieces.size() ? &m_pieces[next] : nullptr;
}

Result<void> Shares::forEachRow(lake::LakeReader &reader, const Piece &piece, const QStringList &columns,
                                const std::stop_token &stop, const lake::RowVisitor &visit) const
{
    if (!piece.range)
        return reader.forEachRow(m_feed, piece.keys, columns, stop, visit);
    query::Query query = m_query;
    query.columns = columns;
    return reader.forEachRowIn(*piece.range, m_feed, query, stop, visit);
}

} // namespace gauge::metrics
