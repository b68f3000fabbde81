// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/rowsupply.h"

#include <QCoroFuture>

#include <utility>

namespace gauge::upload {

namespace {

//! A crash makes unknown what is marked, so a slow upload marks each row when it leaves; a fast one must not
//! wait for the disk.
int mostMarked(double perSecond)
{
    constexpr double slow = 50;
    constexpr double seconds = 0.08;
    constexpr int most = 48;
    if (perSecond <= 0)
        return most;
    return perSecond <= slow ? 1 : std::min(most, int(perSecond * seconds));
}

} // namespace

RowSupply::RowSupply(UploadPlan plan, RowQueue::Context context, Owner owner)
    : m_plan(std::move(plan))
    , m_context(std::move(context))
    , m_owner(std::move(owner))
    , m_most(mostMarked(m_plan.perSecond))
{}

QFuture<Result<void>> RowSupply::open(std::stop_token stop, OnBytes progress)
{
    return m_thread.run([this, stop, progress = std::move(progress)]() -> Result<void> {
        auto queue = RowQueue::open(m_plan, m_context, stop, progress);
        if (!queue)
            return fail(std::move(queue.error()));
        m_queue = std::move(*queue);
        noteCounts(0);
        return {};
    });
}

//! Rows that are marked count as unknown in the journal. \a onTheirWay: by how many there are more than
//! before.
void RowSupply::noteCounts(qint64 onTheirWay)
{
    m_onTheirWay += onTheirWay;
    const std::lock_guard lock(m_soFarMutex);
    m_soFar = m_queue->counts();
    m_soFar.unknown -= m_onTheirWay;
    m_soFar.notSent += m_onTheirWay;
}

lake::UploadCounts RowSupply::counts() const
{
    const std::lock_guard lock(m_soFarMutex);
    return m_soFar;
}

bool RowSupply::isAtEnd() const
{
    return m_supply.empty() && m_back.empty() && !m_hasMore && !m_isAdvancing;
}

QCoro::Task<> RowSupply::fetch()
{
    takeIn();
    while (m_supply.empty() && !isAtEnd() && !m_owner.isHeldUp()) {
        if (!m_isAdvancing)
            advance(std::max(1, m_most - m_underWay));
        const QFuture<Rows> advancing = m_advancing;
        co_await advancing;
        takeIn();
    }
}

std::optional<RowToSend> RowSupply::take()
{
    if (m_supply.empty())
        return std::nullopt;
    std::optional<RowToSend> row = std::move(m_supply.front());
    m_supply.pop_front();
    ++m_underWay;
    // The disk is at work while these are sent.
    const int marked = int(m_supply.size()) + m_underWay;
    if (m_hasMore && !m_isAdvancing && marked <= m_most / 4)
        advance(m_most - marked);
    return row;
}

void RowSupply::tell(lake::UploadRow row)
{
    --m_underWay;
    m_told.push_back(std::move(row));
}

void RowSupply::giveBack(RowToSend row)
{
    --m_underWay;
    m_back.push_back(std::move(row));
}

void RowSupply::takeBack()
{
    m_back.insert(m_back.end(), m_supply.begin(), m_supply.end());
    m_supply.clear();
}

QCoro::Task<> RowSupply::writeDown()
{
    while (true) {
        takeIn();
        if (m_owner.isHeldUp())
            takeBack();
        if (!m_isAdvancing && m_told.empty() && m_back.empty())
            co_return;
        if (!m_isAdvancing)
            advance(0);
        const QFuture<Rows> advancing = m_advancing;
        co_await advancing;
    }
}

//! Begins to write down what is known, and to mark the next rows.
void RowSupply::advance(int wanted)
{
    m_hasMore = m_hasMore || !m_back.empty();
    m_wanted = wanted;
    m_isAdvancing = true;
    m_advancing = m_thread.run(
        [this, wanted, told = std::exchange(m_told, {}), back = std::exchange(m_back, {})]() mutable -> Rows {
            const qint64 arrived = qint64(told.size()) + qint64(back.size());
            Rows next = m_queue->advance(std::move(told), std::move(back), wanted);
            if (next)
                noteCounts(qint64(next->size()) - arrived);
            return next;
        });
}

//! The rows of a write that has ended; whoever comes first takes them.
void RowSupply::takeIn()
{
    if (!m_isAdvancing || !m_advancing.isFinished())
        return;
    m_isAdvancing = false;
    const Rows rows = m_advancing.result();
    if (!rows) {
        m_hasMore = false;
        m_owner.halt(rows.error());
        return;
    }
    m_hasMore = int(rows->size()) == m_wanted && m_hasMore;
    m_supply.insert(m_supply.end(), rows->begin(), rows->end());
}

QFuture<Result<void>> RowSupply::keepAlive()
{
    return m_thread.run([this] { return m_queue->keepAlive(); });
}

QFuture<Result<void>> RowSupply::finish(QString error)
{
    return m_thread.run([this, error = std::move(error)]() -> Result<void> {
        const Result<void> ended = m_queue->finish(error);
        noteCounts(-m_onTheirWay);
        m_queue.reset();
        return ended;
    });
}

} // namespace gauge::upload
