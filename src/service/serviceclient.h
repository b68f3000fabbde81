// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/page.h"
#include "service/request.h"
#include "service/tokenprovider.h"

namespace gauge::service {

//! One page of one feed.
struct PageRequest
{
    catalog::Endpoint endpoint;
    catalog::Scope scope;
    int perPage = 1000;
    QString cursor; //!< empty for the first page
};

//! Pages travel as shared pointers: a coroutine's result must be copyable, a Page is not.
using PagePointer = std::shared_ptr<catalog::Page>;
using CursorHint = std::function<void(const QString &nextCursor)>;

//! What became of a request that changes something.
struct Submission
{
    enum class Delivery {
        Answered,
        NotSent, //!< certainly nothing reached the service
        Unknown, //!< it may have been carried out; no whole answer came
    };

    Delivery delivery = Delivery::NotSent;
    net::HttpResponse response; //!< of any status, when answered
    std::optional<Error> error; //!< otherwise
    bool hadToken = true; //!< else NotSent, after the tries that a token is worth
};

//! The service as this product uses it: authorised, retried where the endpoint is idempotent,
//! parsed. Lives in one thread (the engine's).
class ServiceClient
{
public:
    ServiceClient(Connection connection, std::shared_ptr<net::HttpTransport> transport,
                  std::shared_ptr<TokenProvider> tokens, std::shared_ptr<Clock> clock,
                  net::RetryPolicy retry = {}, std::function<double()> random = {});

    //! Repeats every parameter of the request; renews the token once on 401; retries 408, 429, 5xx,
    //! resets, time-outs and truncated or non-JSON 200 bodies. Errors name the kind and what to do.
    //! \a onCursor is told the next cursor once the bytes have come and before they are parsed. That is
    //! a guess to fetch ahead by: compare it with Page::nextCursor. It may come more than once, after a
    //! retry, or never. \a patience: see RetryLoop; it also waits for a token. A refused cursor is told by
    //! isRefusedCursor().
    QCoro::Task<Result<PagePointer>> fetchPage(PageRequest request, std::stop_token stop,
                                               CursorHint onCursor = {}, Patience patience = {});

    //! Sends a request that changes something, once. Only where isUnauthenticated() says that nothing was
    //! read, it is asked again with a new token. \a authorization stands in for the token. The secret is
    //! taken out of the answer's body, which may repeat it.
    QCoro::Task<Submission> submit(net::HttpRequest request, std::optional<Secret> authorization,
                                   std::stop_token stop);

    //! The tries of a request that the caller repeats, by the same policy as those of pages but within
    //! \a budget where that is shorter.
    [[nodiscard]] RetryLoop attempts(std::chrono::milliseconds budget) const;

    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }

private:
    Connection m_connection;
    std::shared_ptr<net::HttpTransport> m_transport;
    std::shared_ptr<TokenProvider> m_tokens;
    std::shared_ptr<Clock> m_clock;
    net::RetryPolicy m_retry;
    std::function<double()> m_random;
};

//! Whether \a error of fetchPage() says that the service does not take the request's cursor (400, or a 422
//! that names it).
[[nodiscard]] bool isRefusedCursor(const Error &error);

//! The URL of a page: fixed order of parameters, brackets percent-encoded.
[[nodiscard]] QUrl pageUrl(const Connection &connection, const PageRequest &request);

} // namespace gauge::service
