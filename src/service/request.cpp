// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/request.h"

#include "service/serviceerror.h"

#include <QRandomGenerator>

namespace gauge::service {

void addParameter(QByteArray &query, const QString &name, const QString &value)
{
    if (!query.isEmpty())
        query += '&';
    query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
}

QUrl requestUrl(const Connection &connection, catalog::Host host, const QString &path,
                const QByteArray &query)
{
    QUrl url = connection.baseUrl(host);
    QString base = url.path();
    while (base.endsWith(QLatin1Char('/')))
        base.chop(1);
    url.setPath(base + path);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query));
    return url;
}

using std::chrono::milliseconds;

RetryCause RetryCause::of(const Error &error)
{
    return {error, net::isRetryableError(error), std::nullopt};
}

RetryCause RetryCause::of(const net::HttpResponse &response, const Error &error, const Clock &clock)
{
    return {error, net::isRetryableStatus(response.status) || net::isRetryableError(error),
            net::parseRetryAfter(response.header("retry-after"), clock.now())};
}

RetryLoop::RetryLoop(net::RetryPolicy policy, std::shared_ptr<Clock> clock, std::function<double()> random,
                     Patience patience)
    : m_policy(policy)
    , m_clock(std::move(clock))
    , m_random(random ? std::move(random) : [] { return QRandomGenerator::global()->generateDouble(); })
    , m_patience(std::move(patience))
    , m_begin(m_clock->elapsed())
{}

QCoro::Task<Result<void>> RetryLoop::again(RetryCause failure, QString request, std::stop_token stop)
{
    ++m_tries;
    if (stop.stop_requested())
        co_return fail(cancelled());
    if (failure.error.kind == ErrorKind::Cancelled)
        co_return fail(failure.error);
    std::optional<milliseconds> pause;
    if (failure.retryable)
        pause = m_policy.delay(m_tries, m_clock->elapsed() - m_begin, failure.retryAfter, m_random());
    if (pause) {
        co_await m_clock->sleep(*pause, stop);
        co_return Result<void>{};
    }
    const milliseconds left = m_policy.budget - (m_clock->elapsed() - m_begin);
    if (!failure.retryable || !failure.retryAfter || *failure.retryAfter <= left)
        co_return fail(finalError(failure.error, m_tries, request));
    const QDateTime until = m_clock->now().addMSecs(failure.retryAfter->count());
    m_askedUntil = until;
    if (!m_patience)
        co_return fail(finalError(askedToWait(failure.error, until), m_tries, request));
    const Result<void> waited = co_await m_patience(until, stop);
    m_tries = 0;
    m_begin = m_clock->elapsed();
    co_return waited;
}

} // namespace gauge::service
