// SPDX-License-Identifier: GPL-3.0-or-later
#include "upload/file/rowsupply.h"

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
        GAUGE_TRY(m_queue, RowQueue::open(m_plan, m_context, stop, progress));
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
    return m_supply.empty() && m_back.empty() && !m_hasMore && !m_isAdvancing && !willRewrite();
}

QCoro::Task<> RowSupply::fetch()
{
    takeIn();
    while (m_supply.empty() && !isAtEnd() && !m_owner.isHeldUp()) {
        co_await waitToRewrite();
        if (!m_isAdvancing && m_supply.empty())
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
    if (m_hasMore && !m_isAdvancing && m_failures == 0 && marked <= m_most / 4)
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
    takeBack(); // those that come after it in the file must not overtake it
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
        if (!m_isAdvancing && m_told.empty() && m_back.empty() && !willRewrite())
            co_return;
        co_await waitToRewrite();
        if (!m_isAdvancing)
            advance(0);
        const QFuture<Rows> advancing = m_advancing;
        co_await advancing;
    }
}

//! Whether a write that failed is tried again.
bool RowSupply::willRewrite() const
{
    return m_rewriteAfter.has_value();
}

//! Waits after a write that failed; several may wait, the first of them writes.
QCoro::Task<> RowSupply::waitToRewrite()
{
    // Also when the job ends: what is known must not be lost because somebody is in a hurry.
    if (!m_isAdvancing && m_rewriteAfter)
        co_await m_context.clock->sleep(*m_rewriteAfter, std::stop_token());
}

//! Begins to write down what is known, and to mark the next rows.
void RowSupply::advance(int wanted)
{
    m_hasMore = m_hasMore || !m_back.empty();
    m_wanted = wanted;
    m_isAdvancing = true;
    m_advancing = m_thread.run(
        [this, wanted, told = std::exchange(m_told, {}), back = std::exchange(m_back, {})]() mutable -> Rows {
            m_arrived += qint64(told.size()) + qint64(back.size());
            Rows next = m_queue->advance(std::move(told), std::move(back), wanted);
            if (next)
                noteCounts(qint64(next->size()) - std::exchange(m_arrived, 0));
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
    m_rewriteAfter.reset();
    if (!rows) {
        if (m_queue->isWriteFailed())
            m_rewriteAfter = lake::waitBeforeRewrite(rows.error(), ++m_failures);
        if (m_rewriteAfter)
            return;
        m_hasMore = false;
        m_owner.halt(rows.error());
        return;
    }
    m_failures = 0;
    m_hasMore = int(rows->size()) == m_wanted && m_hasMore;
    m_supply.insert(m_supply.end(), rows->begin(), rows->end());
    if (!m_back.empty())
        takeBack();
}

QFuture<Result<void>> RowSupply::keepAlive()
{
    return m_thread.run([this] { return m_queue->keepAlive(); });
}

QFuture<Result<void>> RowSupply::tryToFinish(const QString &error)
{
    return m_thread.run([this, error] { return m_queue->finish(error); });
}

QCoro::Task<Result<void>> RowSupply::finish(QString error)
{
    std::optional<Error> failure;
    for (bool again = true; again;) {
        const QFuture<Result<void>> ending = tryToFinish(error);
        const Result<void> ended = co_await ending;
        failure = ended ? std::nullopt : std::optional(ended.error());
        m_rewriteAfter.reset();
        if (!ended)
            m_rewriteAfter = lake::waitBeforeRewrite(ended.error(), ++m_failures);
        again = m_rewriteAfter.has_value();
        co_await waitToRewrite();
    }
    const QFuture<void> closing = m_thread.run([this] {
        noteCounts(-m_onTheirWay);
        m_queue.reset();
    });
    co_await closing;
    if (failure) {
        const Error last = *failure;
        co_return fail(last);
    }
    co_return Result<void>{};
}

} // namespace gauge::upload
