// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/serviceclient.h"

#include <QSet>

#include <functional>
#include <optional>
#include <stop_token>

namespace gauge::sync {

//! The pages of a feed in order, the next one fetched ahead.
//!
//! The fetch of a page begins as soon as the bytes of the one before have come, while that one is
//! parsed and stored: the service is the slowest part and should never wait. At most one page is
//! fetched beyond the one that next() will return. Lives in one thread; close() before it goes.
class PageStream
{
public:
    //! An empty page whose cursor leads on is followed so many times in a row.
    static constexpr int mostEmptyPages = 20;

    //! \a most pages are fetched, or all there are. \a patience: see service::RetryLoop.
    PageStream(std::shared_ptr<service::ServiceClient> client, service::PageRequest first,
               std::optional<qint64> most, std::stop_token stop, service::Patience patience = {});
    ~PageStream();
    Q_DISABLE_COPY_MOVE(PageStream)

    //! The next page. Call it again only while hasNext(): not after an error, nor after a page whose cursor
    //! does not lead on.
    QCoro::Task<Result<service::PagePointer>> next();
    //! The cursor that the page last returned by next() was asked with.
    [[nodiscard]] const QString &cursor() const { return m_cursor; }
    //! Whether next() has another page to give.
    [[nodiscard]] bool hasNext() const { return m_current != nullptr; }
    //! Ends what is still being fetched.
    QCoro::Task<> close();

    //! Whether \a next, told by the page last returned, leads on. A cursor is opaque: of numbers the larger
    //! one does, of texts one that no page before was asked with.
    [[nodiscard]] bool leadsOn(const QString &next) const { return leadsOn(next, m_cursor); }

private:
    struct Fetch;
    std::unique_ptr<Fetch> start(const QString &cursor);
    void fetchAhead();
    [[nodiscard]] bool mayFetch() const;
    [[nodiscard]] bool leadsOn(const QString &next, const QString &current) const;
    static QCoro::Task<> end(std::unique_ptr<Fetch> fetch);

    std::shared_ptr<service::ServiceClient> m_client;
    service::PageRequest m_request;
    std::optional<qint64> m_most;
    std::stop_token m_stop;
    service::Patience m_patience;
    qint64 m_started = 0;
    int m_emptyPages = 0; //!< that were followed in a row
    QString m_cursor;
    QSet<QString> m_textCursors; //!< of the pages returned so far; numbers need no memory, they only grow
    std::unique_ptr<Fetch> m_current; //!< what next() returns
    std::unique_ptr<Fetch> m_ahead; //!< the one after it, by a cursor that may prove wrong
};

} // namespace gauge::sync
