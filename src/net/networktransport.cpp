// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networktransport.h"

#include "net/authorities.h"
#include "net/transfer.h"

#include <QCoroSignal>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>

namespace gauge::net {

namespace {

//! A body that can be read once. QNetworkAccessManager sends a request again by itself when the
//! connection closes before the answer; without a way back to the start of the body it cannot. So
//! a request without a body gets an empty one.
class OnceReadBody final : public QIODevice
{
public:
    explicit OnceReadBody(Secret body)
        : m_body(std::move(body))
    {
        open(ReadOnly | Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_position >= m_body.expose().size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_body.expose().size() - m_position; }
    [[nodiscard]] qint64 size() const override { return m_body.expose().size(); }
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 count = std::min<qint64>(most, m_body.expose().size() - m_position);
        if (count <= 0)
            return -1;
        std::copy_n(m_body.expose().constData() + m_position, count, data);
        m_position += count;
        return count;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    const Secret m_body;
    qint64 m_position = 0;
};

//! The system's proxies, but never for this computer: the sandbox is no business of theirs.
class SystemProxy final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};

QNetworkRequest networkRequest(const HttpRequest &request)
{
    QNetworkRequest result(request.url);
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    // JSON of repeated keys compresses very well; what counts is the size that comes out.
    result.setDecompressedSafetyCheckThreshold(request.maxBody);
    result.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("GaugeDesk/" GAUGE_VERSION));
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    if (request.authorization)
        result.setRawHeader("Authorization", request.authorization->expose());
    result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.expose().size());
    return result;
}

} // namespace

NetworkTransport::NetworkTransport(QStringList allowedHosts)
    : m_allowedHosts(std::move(allowedHosts))
{}

NetworkTransport::~NetworkTransport() = default;

Result<void> NetworkTransport::check(const QUrl &url) const
{
    if (!isAllowedScheme(url)) {
        return fail(ErrorKind::Protocol,
                    QCoreApplication::translate(
                        "net",
                        "%1 was not contacted: GaugeDesk uses https only (plain http for this "
                        "computer alone) and no user name in an address.")
                        .arg(url.host()),
                    QLatin1String(nothingSent));
    }
    if (!m_allowedHosts.contains(hostAndPort(url))) {
        return fail(
            ErrorKind::Protocol,
            QCoreApplication::translate("net", "%1 was not contacted: it does not belong to this connection.")
                .arg(url.host()),
            QLatin1String(nothingSent));
    }
    return {};
}

QCoro::Task<Result<HttpResponse>> NetworkTransport::send(HttpRequest request, std::stop_token stop)
{
    if (stop.stop_requested())
        co_return fail(cancelled());
    GAUGE_CO_CHECK(check(request.url));
    if (!m_manager) {
        m_manager = std::make_unique<QNetworkAccessManager>();
        m_manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_manager->setAutoDeleteReplies(false);
        m_manager->setProxyFactory(new SystemProxy);
    }
    auto *body = new OnceReadBody(request.body);
    QNetworkRequest prepared = networkRequest(request);
    if (request.url.scheme() == QLatin1String("https")) {
        if (const auto named = namedAuthorities().configuration)
            prepared.setSslConfiguration(*named);
    }
    QNetworkReply *reply = m_manager->sendCustomRequest(prepared, request.method, body);
    body->setParent(reply);
    // Deleted later: the coroutine goes on inside a signal of the transfer.
    auto *transfer = new Transfer(request, reply);
    {
        std::stop_callback onStop(stop, [transfer] {
            QMetaObject::invokeMethod(transfer, &Transfer::cancel, Qt::QueuedConnection);
        });
        co_await qCoro(transfer, &Transfer::done);
    }
    Result<HttpResponse> result = transfer->result();
    transfer->deleteLater();
    co_return result;
}

} // namespace gauge::net
