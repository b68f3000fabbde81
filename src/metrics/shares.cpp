// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/shares.h"

#include <algorithm>

namespace gauge::metrics {

Result<void> Shares::add(lake::LakeReader &reader, const QString &feed, const query::Query &query,
                         const std::stop_token &stop)
{
    const auto all = reader.keyRange(feed);
    if (!all)
        return fail(all.error());
    const auto led = reader.isLedByIndex(feed, query);
    if (!led)
        return fail(led.error());
    const size_t number = m_questions.size();
    m_questions.push_back(std::make_unique<Question>(Question{feed, query, {}}));
    const qint64 rows = all->last - all->first + 1;
    if (*led) {
        auto found = reader.snapshot(feed, query, stop);
        if (!found)
            return fail(std::move(found.error()));
        // A row by its key costs about three times as much as the next one of a walk.
        const qint64 count = qint64(found->keys.size());
        if (count < rows / 3 || !query.search.isEmpty()) {
            std::vector<qint64> &keys = m_questions.back()->keys;
            keys = std::move(found->keys);
            const std::span<const qint64> span(keys);
            for (size_t from = 0; from < keys.size(); from += size_t(rowsAPiece))
                m_pieces.push_back(
                    {number, {}, span.subspan(from, std::min(size_t(rowsAPiece), keys.size() - from))});
            m_rows += count;
            return {};
        }
    }
    for (qint64 first = all->first; first <= all->last; first += rowsAPiece)
        m_pieces.push_back({number, lake::KeyRange{first, std::min(first + rowsAPiece - 1, all->last)}, {}});
    m_rows += rows;
    return {};
}

const Piece *Shares::take()
{
    const size_t next = m_next++;
    return next < m_pieces.size() ? &m_pieces[next] : nullptr;
}

Result<void> forEachRow(lake::LakeReader &reader, const Piece &piece, const Shares::Question &question,
                        const QStringList &columns, const std::stop_token &stop,
                        const lake::RowVisitor &visit)
{
    if (!piece.range)
        return reader.forEachRow(question.feed, piece.keys, columns, stop, visit);
    query::Query query = question.query;
    query.columns = columns;
    return reader.forEachRowIn(*piece.range, question.feed, query, stop, visit);
}

} // namespace gauge::metrics
