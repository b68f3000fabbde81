// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/pagestream.h"

namespace gauge::sync {

//! One page on its way.
struct PageStream::Fetch
{
    explicit Fetch(const std::stop_token &outer)
        : forward(outer, [this] { stop.request_stop(); })
    {}

    QString cursor;
    std::optional<QString> hint; //!< the cursor after it, known before it is parsed
    std::stop_source stop;
    std::stop_callback<std::function<void()>> forward;
    QCoro::Task<Result<service::PagePointer>> task;
};

PageStream::PageStream(std::shared_ptr<service::ServiceClient> client, service::PageRequest first,
                       std::optional<qint64> most, std::stop_token stop, service::Patience patience)
    : m_client(std::move(client))
    , m_request(std::move(first))
    , m_most(most)
    , m_stop(std::move(stop))
    , m_patience(std::move(patience))
{
    m_current = start(m_request.cursor);
    fetchAhead();
}

PageStream::~PageStream()
{
    Q_ASSERT_X(!m_current && !m_ahead, "PageStream", "not closed");
}

bool PageStream::leadsOn(const QString &next, const QString &current) const
{
    bool nextIsNumber = false;
    bool currentIsNumber = false;
    const qulonglong nextNumber = next.toULongLong(&nextIsNumber);
    const qulonglong currentNumber = current.toULongLong(&currentIsNumber);
    // No cursor is the start, and so is 0.
    if (nextIsNumber && (currentIsNumber || current.isEmpty()))
        return nextNumber > currentNumber;
    return !next.isEmpty() && next != current && !m_textCursors.contains(next);
}

bool PageStream::mayFetch() const
{
    return !m_stop.stop_requested() && (!m_most || m_started < *m_most);
}

std::unique_ptr<PageStream::Fetch> PageStream::start(const QString &cursor)
{
    auto fetch = std::make_unique<Fetch>(m_stop);
    fetch->cursor = cursor;
    ++m_started;
    m_request.cursor = cursor;
    const auto onCursor = [this, self = fetch.get()](const QString &next) {
        self->hint = next;
        fetchAhead();
    };
    fetch->task = m_client->fetchPage(m_request, fetch->stop.get_token(), onCursor, m_patience);
    return fetch;
}

void PageStream::fetchAhead()
{
    if (!m_current || m_ahead || !m_current->hint || !mayFetch() || m_emptyPages == mostEmptyPages)
        return;
    if (leadsOn(*m_current->hint, m_current->cursor))
        m_ahead = start(*m_current->hint);
}

QCoro::Task<Result<service::PagePointer>> PageStream::next()
{
    const Result<service::PagePointer> page = co_await m_current->task;
    m_cursor = m_current->cursor;
    m_current.reset();
    bool isNumber = false;
    m_cursor.toULongLong(&isNumber);
    if (!isNumber)
        m_textCursors.insert(m_cursor);
    const bool isEmpty = page && (*page)->records.empty();
    const bool goesOn = page && leadsOn((*page)->nextCursor) && !(isEmpty && m_emptyPages == mostEmptyPages);
    m_emptyPages = isEmpty ? std::min(m_emptyPages + 1, mostEmptyPages) : 0;
    if (m_ahead && (!goesOn || m_ahead->cursor != (*page)->nextCursor)) {
        // The hint was wrong: what it led to is no page of this feed's order.
        --m_started;
        co_await end(std::move(m_ahead));
    }
    m_current = std::move(m_ahead);
    if (!m_current && goesOn && mayFetch())
        m_current = start((*page)->nextCursor);
    fetchAhead();
    co_return page;
}

QCoro::Task<> PageStream::close()
{
    co_await end(std::move(m_current));
    co_await end(std::move(m_ahead));
}

QCoro::Task<> PageStream::end(std::unique_ptr<Fetch> fetch)
{
    if (!fetch)
        co_return;
    fetch->stop.request_stop();
    co_await fetch->task;
}

} // namespace gauge::sync
