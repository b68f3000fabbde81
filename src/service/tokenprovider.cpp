// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/tokenprovider.h"

#include "base/log.h"
#include "base/secret.h"
#include "net/retrypolicy.h"
#include "service/request.h"
#include "service/serviceerror.h"

#include <QCoroSignal>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
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
    request.url = requestUrl(state->connection, catalog::Host::Auth, QStringLiteral("/oauth2/token"));
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    request.body = tokenRequestBody(credentials.clientId, credentials.clientSecret);
    request.maxBody = 64 * 1024;

    const QString what = QStringLiteral("POST ") + request.url.toString();
    RetryLoop attempts(state->retry, state->clock);
    while (true) {
        const Result<net::HttpResponse> response = co_await state->transport->send(request, stop);
        RetryCause failure;
        if (response) {
            const Result<TokenAnswer> answer = readTokenAnswer(state->connection, *response);
            if (answer) {
                state->keep(*answer);
                co_return answer->token;
            }
            failure = RetryCause::of(*response, withHint(answer.error(), credentials), *state->clock);
        } else {
            failure = RetryCause::of(response.error());
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

namespace gauge::service {

namespace {

//! Region or host, as a person would look it up.
QString placeOf(const Connection &connection)
{
    return connection.region == Region::Custom ? connection.authUrl.host()
                                               : regionName(connection.region).toUpper();
}

QString whereToLook(const Connection &connection)
{
    return QCoreApplication::translate(
               "service",
               "Nothing was changed. Check it in CustomerGauge under Data → Rest APIs → "
               "Authentications, and check that the region (%1) is the right one.")
        .arg(placeOf(connection));
}

//! Which part was refused, from the words of the refusal.
QString refusedPart(const QString &code, const QString &words)
{
    const QString said = (code + QLatin1Char(' ') + words).toLower();
    const bool secret = said.contains(QLatin1String("secret"));
    const bool id = said.contains(QLatin1String("client id")) || said.contains(QLatin1String("client_id"))
        || said.contains(QLatin1String("unknown client")) || said.contains(QLatin1String("not found"));
    if (secret && !id)
        return QCoreApplication::translate("service", "The service refused the client secret.");
    if (id && !secret)
        return QCoreApplication::translate("service", "The service refused the client ID.");
    if (code == QLatin1String("unsupported_grant_type") || code == QLatin1String("unauthorized_client"))
        return QCoreApplication::translate("service",
                                           "These credentials may not be used for this kind of access.");
    return QCoreApplication::translate("service", "The service refused the client ID or the client secret.");
}

tl::unexpected<Error> refusal(const Connection &connection, const net::HttpResponse &response)
{
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    const QString code = answer.value(QLatin1String("error")).toString();
    const QString words = answer.value(QLatin1String("error_description"))
                              .toString(answer.value(QLatin1String("message")).toString());
    return fail(ErrorKind::Unauthorized,
                refusedPart(code, words) + QLatin1Char(' ') + whereToLook(connection),
                QStringLiteral("HTTP %1: %2").arg(response.status).arg(excerpt(response.body)));
}

//! A token becomes a header line: printable ASCII without spaces, or it is none.
bool isUsableToken(const QString &token)
{
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](QChar c) {
        return c > QLatin1Char(' ') && c < QLatin1Char('\x7f');
    });
}

std::chrono::seconds lifetimeOf(const QJsonValue &value)
{
    constexpr double longest = 30 * 86'400.0;
    constexpr double usual = 3'600;
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble(usual);
    return std::chrono::seconds(qint64(seconds >= 1 ? std::min(seconds, longest) : usual));
}

} // namespace

Secret tokenRequestBody(const QString &clientId, const Secret &clientSecret)
{
    return Secret(QByteArrayLiteral("grant_type=client_credentials&client_id=")
                  + QUrl::toPercentEncoding(clientId) + QByteArrayLiteral("&client_secret=")
                  + clientSecret.expose().toPercentEncoding());
}

Result<TokenAnswer> readTokenAnswer(const Connection &connection, const net::HttpResponse &response)
{
    if (response.status == 400 || response.status == 401 || response.status == 403)
        return refusal(connection, response);
    if (response.status == 404) {
        // Not NotFound: that means a feed that is not there, and the others would be tried.
        return fail(ErrorKind::Protocol,
                    QCoreApplication::translate(
                        "service", "There is no token service at this address. Check the region (%1).")
                        .arg(placeOf(connection)),
                    QStringLiteral("HTTP 404: ") + excerpt(response.body));
    }
    if (response.status < 200 || response.status > 299)
        return fail(answerError(response));
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    const QString token = answer.value(QLatin1String("access_token")).toString();
    if (!isUsableToken(token)) {
        const bool json = !answer.isEmpty();
        return fail(ErrorKind::Protocol,
                    QCoreApplication::translate(
                        "service",
                        "The sign-in address answered, but not with a token. Check the region "
                        "(%1); a proxy or a sign-in page may stand in between.")
                        .arg(placeOf(connection)),
                    (json ? QString() : QLatin1String(net::incompleteAnswer) + QStringLiteral(": "))
                        + excerpt(response.body));
    }
    return TokenAnswer{Secret(token.toLatin1()), lifetimeOf(answer.value(QLatin1String("expires_in")))};
}

} // namespace gauge::service
