// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/serviceclient.h"

#include "base/platform.h"
#include "service/pageparser.h"
#include "service/request.h"
#include "service/serviceerror.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

namespace gauge::service {

namespace {

Result<PagePointer> parsed(const QByteArray &body, const catalog::Endpoint &endpoint)
{
    platform::lowerThreadPriority();
    GAUGE_TRY(catalog::Page page, parsePage(body, endpoint));
    return std::make_shared<catalog::Page>(std::move(page));
}

std::optional<QString> objectionTo(const PageRequest &request)
{
    const int most = request.endpoint.maxPerPage;
    if (request.perPage < 1 || request.perPage > most)
        return QCoreApplication::translate("service", "A page holds 1 to %1 records.").arg(most);
    return catalog::validationError(request.endpoint, request.scope);
}

//! A feed that has nothing more answers with an empty page; without any it has lost it on the way.
constexpr int noContent = 204;

//! Begins the detail of an error that isRefusedCursor().
constexpr auto refusedCursor = "refused cursor";

bool refusesCursor(const net::HttpResponse &response)
{
    constexpr int badRequest = 400;
    constexpr int unprocessable = 422;
    return response.status == badRequest
        || (response.status == unprocessable && response.body.toLower().contains("cursor"));
}

//! What stands behind "Bearer " or "api_key ".
QByteArray secretPart(const Secret &authorization)
{
    const QByteArray &bytes = authorization.expose();
    return bytes.mid(bytes.indexOf(' ') + 1);
}

//! An answer may repeat what it was asked with.
void hide(const QByteArray &secret, QByteArray &body)
{
    if (!secret.isEmpty())
        body.replace(secret, "[hidden]");
}

void addPeriod(QByteArray &query, const PageRequest &request)
{
    const catalog::Scope &scope = request.scope;
    if (scope.periodField.isEmpty())
        return;
    const bool updatedAt = request.endpoint.periodStyle == catalog::PeriodStyle::UpdatedAt;
    const QString name = updatedAt ? QStringLiteral("updated_at") : QStringLiteral("period");
    if (!updatedAt)
        addParameter(query, QStringLiteral("period[field]"), scope.periodField);
    addParameter(query, name + QStringLiteral("[start]"), scope.periodStart);
    addParameter(query, name + QStringLiteral("[end]"), scope.periodEnd);
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
                                                          CursorHint onCursor, Patience patience)
{
    if (const auto reason = objectionTo(request))
        co_return fail(ErrorKind::Input, *reason);
    net::HttpRequest http;
    http.url = pageUrl(m_connection, request);
    http.headers = {{"Accept", "application/json"}};

    RetryLoop attempts(m_retry, m_clock, m_random, patience);
    bool renewed = false;
    while (true) {
        const Result<Secret> token = co_await m_tokens->token(stop);
        const std::optional<QDateTime> until = m_tokens->askedUntil();
        if (!token && patience && until && token.error().kind == ErrorKind::RateLimited) {
            GAUGE_CO_CHECK(co_await patience(*until, stop));
            continue;
        }
        if (!token)
            co_return fail(token.error());
        http.authorization = Secret("Bearer " + token->expose());
        const Result<net::HttpResponse> response = co_await m_transport->send(http, stop);

        RetryCause failure;
        if (!response) {
            failure = RetryCause::of(response.error());
        } else if (response->status == 200 || response->status == noContent) {
            if (const QString cursor = guessNextCursor(response->body); onCursor && !cursor.isEmpty())
                onCursor(cursor);
            // A page of two megabytes takes some milliseconds, which the others in this thread keep.
            const QFuture<Result<PagePointer>> future
                = QtConcurrent::run(parsed, response->body, request.endpoint);
            const Result<PagePointer> page = co_await future;
            if (page)
                co_return page;
            failure = RetryCause::of(page.error());
        } else if (response->status == 401 && !renewed) {
            // Expired or revoked before its time: renewed once, and not counted as a try.
            renewed = true;
            m_tokens->invalidate(*token);
            continue;
        } else {
            failure = RetryCause::of(*response, answerError(*response), *m_clock);
            if (!request.cursor.isEmpty() && refusesCursor(*response))
                failure.error.detail.prepend(QLatin1String(refusedCursor) + QStringLiteral(": "));
        }
        failure.retryable = failure.retryable && request.endpoint.idempotent;
        const QString what = QStringLiteral("GET ") + http.url.toString(QUrl::FullyEncoded);
        GAUGE_CO_CHECK(co_await attempts.again(failure, what, stop));
    }
}

QCoro::Task<Submission> ServiceClient::submit(net::HttpRequest request, std::optional<Secret> authorization,
                                              std::stop_token stop)
{
    bool renewed = false;
    while (true) {
        Result<Secret> token = Secret();
        if (authorization) {
            request.authorization = authorization;
        } else {
            token = co_await m_tokens->token(stop);
            if (!token)
                co_return Submission{Submission::Delivery::NotSent, {}, token.error(), false};
            request.authorization = Secret("Bearer " + token->expose());
        }
        if (stop.stop_requested())
            co_return Submission{Submission::Delivery::NotSent, {}, cancelled()};
        Result<net::HttpResponse> response = co_await m_transport->send(request, stop);
        if (!response) {
            const bool nothing = net::wasNotSent(response.error());
            const auto delivery = nothing ? Submission::Delivery::NotSent : Submission::Delivery::Unknown;
            co_return Submission{delivery, {}, response.error()};
        }
        if (isUnauthenticated(*response) && !authorization && !renewed) {
            renewed = true;
            m_tokens->invalidate(*token);
            continue;
        }
        Submission answered{Submission::Delivery::Answered, *response, std::nullopt};
        hide(secretPart(*request.authorization), answered.response.body);
        co_return answered;
    }
}

RetryLoop ServiceClient::attempts(std::chrono::milliseconds budget) const
{
    net::RetryPolicy policy = m_retry;
    policy.budget = std::min(policy.budget, budget);
    return {policy, m_clock, m_random};
}

bool isRefusedCursor(const Error &error)
{
    return error.detail.startsWith(QLatin1String(refusedCursor));
}

QUrl pageUrl(const Connection &connection, const PageRequest &request)
{
    const catalog::Scope &scope = request.scope;
    QByteArray query;
    addParameter(query, QStringLiteral("per_page"), QString::number(request.perPage));
    // In the catalog's order, so that the same scope is always the same URL.
    for (const QString &part : request.endpoint.with) {
        if (scope.with.contains(part))
            addParameter(query, QStringLiteral("with[]"), part);
    }
    if (!scope.number.isEmpty())
        addParameter(query, QStringLiteral("number_customergauge"), scope.number);
    if (!scope.outboundFilter.isEmpty())
        addParameter(query, QStringLiteral("filter"), scope.outboundFilter);
    addPeriod(query, request);
    if (!request.cursor.isEmpty())
        addParameter(query, QStringLiteral("cursor"), request.cursor);

    return requestUrl(connection, request.endpoint.host, QString::fromLatin1(request.endpoint.path), query);
}

} // namespace gauge::service
