// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/keyqueues.h"

#include <QCoroFuture>

namespace gauge::upload {

namespace {

void tell(QPromise<bool> &turn, bool mayGo)
{
    turn.addResult(mayGo);
    turn.finish();
}

} // namespace

KeyQueues::KeyQueues(QStringList headings)
    : m_headings(std::move(headings))
{}

QCoro::Task<bool> KeyQueues::join(RowToSend row)
{
    const RecordKey key = keyOf(row.record, m_headings);
    if (key.value.isEmpty())
        co_return true;
    const auto turn = std::make_shared<QPromise<bool>>();
    turn->start();
    Line &line = m_lines[hashOf(key)];
    line.push_back({std::move(row), turn});
    if (line.size() == 1)
        co_return true;
    const QFuture<bool> future = turn->future();
    co_return co_await future;
}

void KeyQueues::finish(const RowToSend &row)
{
    const std::size_t key = hashOf(keyOf(row.record, m_headings));
    if (!m_lines.contains(key))
        return;
    Line &line = m_lines[key];
    line.pop_front();
    if (line.empty())
        m_lines.remove(key);
    else
        tell(*line.front().turn, true);
}

std::vector<RowToSend> KeyQueues::leave(const RowToSend &row)
{
    const Line line = m_lines.take(hashOf(keyOf(row.record, m_headings)));
    if (line.empty())
        return {row};
    std::vector<RowToSend> rows;
    for (const Place &place : line) {
        if (!rows.empty())
            tell(*place.turn, false);
        rows.push_back(place.row);
    }
    return rows;
}

} // namespace gauge::upload
