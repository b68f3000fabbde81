// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serviceclient.h"

#include "base/platform.h"
#include "service/answererror.h"
#include "service/attempts.h"
#include "service/excerpt.h"
#include "service/pageparser.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

namespace gauge::service {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("service", text);
}

Result<PagePointer> parsed(const QByteArray &body, const catalog::Endpoint &endpoint)
{
    platform::giveWay();
    Result<catalog::Page> page = parsePage(body, endpoint);
    if (!page)
        return fail(page.error());
    return std::make_shared<catalog::Page>(std::move(*page));
}

std::optional<QString> objectionTo(const PageRequest &request)
{
    const int most = request.endpoint.maxPerPage;
    if (request.perPage < 1 || request.perPage > most)
        return translated(QT_TRANSLATE_NOOP("service", "A page holds 1 to %1 records.")).arg(most);
    return catalog::objection(request.endpoint, request.scope);
}

void addParameter(QByteArray &query, const QByteArray &name, const QString &value)
{
    if (!query.isEmpty())
        query += '&';
    query += name.toPercentEncoding() + '=' + QUrl::toPercentEncoding(value);
}

void addPeriod(QByteArray &query, const PageRequest &request)
{
    const catalog::Scope &scope = request.scope;
    if (scope.periodField.isEmpty())
        return;
    const bool updatedAt = request.endpoint.periodStyle == catalog::PeriodStyle::UpdatedAt;
    const QByteArray name = updatedAt ? "updated_at" : "period";
    if (!updatedAt)
        addParameter(query, "period[field]", scope.periodField);
    addParameter(query, name + "[start]", scope.periodStart);
    addParameter(query, name + "[end]", scope.periodEnd);
}

} // namespace

ServiceClient::ServiceClient(Connection connection, std::shared_ptr<net::HttpTransport> transport,
                             std::shared_ptr<TokenProvider> tokens, std::shared_ptr<Clock> clock,
                             net::RetryPolicy retry, std::function<double()> random)
    : m_connection(std::move(connection))
    , m_transport(std::move(transport))
    , m_tokens(std::move(tokens))
    , m_clock(std::move(clock))
    , m_retry(retry)
    , m_random(std::move(random))
{}

QCoro::Task<Result<PagePointer>> ServiceClient::fetchPage(PageRequest request, std::stop_token stop,
                                                          CursorHint onCursor)
{
    if (const auto reason = objectionTo(request))
        co_return fail(ErrorKind::Input, *reason);
    net::HttpRequest http;
    http.url = pageUrl(m_connection, request);
    http.headers = {{"Accept", "application/json"}};

    Attempts attempts(m_retry, m_clock, m_random);
    bool renewed = false;
    while (true) {
        const Result<Secret> token = co_await m_tokens->token(stop);
        if (!token)
            co_return fail(token.error());
        http.authorization = Secret("Bearer " + token->expose());
        const Result<net::HttpResponse> response = co_await m_transport->send(http, stop);

        Failure failure;
        if (!response) {
            failure = Failure::of(response.error());
        } else if (response->status == 200) {
            if (const QString cursor = guessNextCursor(response->body); onCursor && !cursor.isEmpty())
                onCursor(cursor);
            // A page of two megabytes takes some milliseconds, which the others in this thread keep.
            const QFuture<Result<PagePointer>> future
                = QtConcurrent::run(parsed, response->body, request.endpoint);
            const Result<PagePointer> page = co_await future;
            if (page)
                co_return page;
            failure = Failure::of(page.error());
        } else if (response->status == 401 && !renewed) {
            // Expired or revoked before its time: renewed once, and not counted as a try.
            renewed = true;
            m_tokens->invalidate(*token);
            continue;
        } else {
            failure = Failure::of(*response, answerError(*response), *m_clock);
        }
        failure.retryable = failure.retryable && request.endpoint.idempotent;
        const QString what = QStringLiteral("GET ") + http.url.toString(QUrl::FullyEncoded);
        const Result<void> waited = co_await attempts.again(failure, what, stop);
        if (!waited)
            co_return fail(waited.error());
    }
}

QUrl pageUrl(const Connection &connection, const PageRequest &request)
{
    const catalog::Scope &scope = request.scope;
    QByteArray query;
    addParameter(query, "per_page", QString::number(request.perPage));
    // In the catalog's order, so that the same scope is always the same URL.
    for (const QString &part : request.endpoint.with) {
        if (scope.with.contains(part))
            addParameter(query, "with[]", part);
    }
    if (!scope.number.isEmpty())
        addParameter(query, "number_customergauge", scope.number);
    if (!scope.outboundFilter.isEmpty())
        addParameter(query, "filter", scope.outboundFilter);
    addPeriod(query, request);
    if (!request.cursor.isEmpty())
        addParameter(query, "cursor", request.cursor);

    QUrl url = connection.baseUrl(request.endpoint.host);
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QString::fromLatin1(request.endpoint.path));
    url.setQuery(QString::fromLatin1(query));
    return url;
}

} // namespace gauge::service
