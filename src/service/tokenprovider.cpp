// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokenprovider.h"

#include "base/log.h"
#include "base/secret.h"
#include "service/attempts.h"
#include "service/callurl.h"
#include "service/tokenanswer.h"

#include <QCoroSignal>

#include <array>

namespace gauge::service {

namespace {

using std::chrono::milliseconds;

//! Wakes one who waits: at the end of the refresh, or when the waiter was cancelled.
class Waiter final : public QObject
{
    Q_OBJECT
public:
    void wake() { QMetaObject::invokeMethod(this, &Waiter::awake, Qt::QueuedConnection); }

Q_SIGNALS:
    void awake();
};

//! What a person cannot see in the secret, where the service refused it.
Error withHint(Error error, const Credentials &credentials)
{
    if (error.kind != ErrorKind::Unauthorized)
        return error;
    const std::array parts{
        std::pair(credentials.clientSecret, QT_TRANSLATE_NOOP("service", "client secret")),
        std::pair(Secret(credentials.clientId.toUtf8()), QT_TRANSLATE_NOOP("service", "client ID"))};
    for (const auto &[secret, name] : parts) {
        if (const QString hint = secretHint(secret, QCoreApplication::translate("service", name));
            !hint.isEmpty())
            error.text += QLatin1Char(' ') + hint;
    }
    return error;
}

} // namespace

//! One refresh under way, shared by all who wait for it.
struct Refresh
{
    std::stop_source stop;
    std::vector<Waiter *> waiters;
    std::optional<Result<Secret>> outcome;
};

struct TokenProvider::State
{
    Connection connection;
    std::shared_ptr<net::HttpTransport> transport;
    std::shared_ptr<Clock> clock;
    CredentialSource credentials;
    net::RetryPolicy retry;

    Secret token;
    milliseconds renewAt{0}; //!< of the clock's elapsed()
    std::shared_ptr<Refresh> refresh;
    std::optional<QDateTime> askedUntil; //!< of the last refresh that failed

    static QCoro::Task<> renew(std::shared_ptr<State> state, std::shared_ptr<Refresh> refresh);
    static QCoro::Task<Result<Secret>> fetch(std::shared_ptr<State> state, std::stop_token stop);
    static QCoro::Task<Result<Secret>> wait(std::shared_ptr<State> state, std::stop_token stop);
    void keep(const TokenAnswer &answer);
};

void TokenProvider::State::keep(const TokenAnswer &answer)
{
    // A minute early, so that a token does not expire on the way; of a short life its first half.
    constexpr milliseconds early{60'000};
    const milliseconds lifetime = answer.lifetime;
    token = answer.token;
    hideEverywhere(token);
    renewAt = clock->elapsed() + std::max(lifetime - early, lifetime / 2);
}

QCoro::Task<Result<Secret>> TokenProvider::State::fetch(std::shared_ptr<State> state, std::stop_token stop)
{
    GAUGE_CO_TRY(const Credentials credentials, co_await state->credentials());
    hideEverywhere(credentials.clientSecret);
    net::HttpRequest request;
    request.method = "POST";
    request.url = callUrl(state->connection, catalog::Host::Auth, QStringLiteral("/oauth2/token"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = tokenRequestBody(credentials.clientId, credentials.clientSecret);
    request.maxBody = 64 * 1024;

    const QString what = QStringLiteral("POST ") + request.url.toString();
    Attempts attempts(state->retry, state->clock);
    while (true) {
        const Result<net::HttpResponse> response = co_await state->transport->send(request, stop);
        Failure failure;
        if (response) {
            const Result<TokenAnswer> answer = readTokenAnswer(state->connection, *response);
            if (answer) {
                state->keep(*answer);
                co_return answer->token;
            }
            failure = Failure::of(*response, withHint(answer.error(), credentials), *state->clock);
        } else {
            failure = Failure::of(response.error());
        }
        const Result<void> waited = co_await attempts.again(failure, what, stop);
        state->askedUntil = attempts.askedUntil();
        if (!waited)
            co_return fail(waited.error());
    }
}

QCoro::Task<> TokenProvider::State::renew(std::shared_ptr<State> state, std::shared_ptr<Refresh> refresh)
{
    refresh->outcome = co_await fetch(state, refresh->stop.get_token());
    if (state->refresh == refresh)
        state->refresh.reset();
    for (Waiter *waiter : refresh->waiters)
        waiter->wake();
}

QCoro::Task<Result<Secret>> TokenProvider::State::wait(std::shared_ptr<State> state, std::stop_token stop)
{
    const std::shared_ptr<Refresh> refresh = state->refresh;
    auto *waiter = new Waiter; // deleted later: the coroutine goes on inside its signal
    refresh->waiters.push_back(waiter);
    {
        std::stop_callback onStop(stop, [waiter] { waiter->wake(); });
        co_await qCoro(waiter, &Waiter::awake);
    }
    std::erase(refresh->waiters, waiter);
    waiter->deleteLater();
    if (refresh->outcome && !stop.stop_requested())
        co_return Result<Secret>(*refresh->outcome);
    if (!refresh->outcome && refresh->waiters.empty()) {
        // Nobody waits any more. Who comes next starts anew rather than into a refresh that ends.
        if (state->refresh == refresh)
            state->refresh.reset();
        refresh->stop.request_stop();
    }
    co_return fail(cancelled());
}

TokenProvider::TokenProvider(Connection connection, std::shared_ptr<net::HttpTransport> transport,
                             std::shared_ptr<Clock> clock, CredentialSource credentials,
                             net::RetryPolicy retry)
    : m_state(std::make_shared<State>())
{
    m_state->connection = std::move(connection);
    m_state->transport = std::move(transport);
    m_state->clock = std::move(clock);
    m_state->credentials = std::move(credentials);
    m_state->retry = retry;
}

TokenProvider::~TokenProvider() = default;

QCoro::Task<Result<Secret>> TokenProvider::token(std::stop_token stop)
{
    const std::shared_ptr<State> state = m_state;
    if (stop.stop_requested())
        co_return fail(cancelled());
    if (!state->token.isEmpty() && state->clock->elapsed() < state->renewAt)
        co_return Result<Secret>(state->token); // a copy: QCoro 0.8 moves out of an lvalue
    if (!state->refresh) {
        const auto refresh = std::make_shared<Refresh>();
        state->refresh = refresh;
        State::renew(state, refresh); // runs by itself; whoever waits learns of its end
        // A source and a transport that never suspend have ended already.
        if (refresh->outcome)
            co_return Result<Secret>(*refresh->outcome);
    }
    const Result<Secret> outcome = co_await State::wait(state, stop);
    co_return outcome;
}

std::optional<QDateTime> TokenProvider::askedUntil() const
{
    return m_state->askedUntil;
}

void TokenProvider::invalidate(const Secret &token)
{
    if (m_state->token == token)
        m_state->token = Secret();
}

} // namespace gauge::service

#include "tokenprovider.moc"
