// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/networktransport.h"

#include "base/log.h"
#include "net/authorities.h"
#include "net/contentencoding.h"
#include "net/retrypolicy.h"

#include <QCoroSignal>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslError>

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

namespace {

//! Whether this error can only come before the first byte of a request.
bool neverConnected(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::SslHandshakeFailedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return true;
    default:
        return false;
    }
}

//! The certificate may be sound, but nobody that is trusted stands behind it.
bool isAboutTrust(QSslError::SslError error)
{
    switch (error) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return true;
    default:
        return false;
    }
}

QString issuerOf(const QSslCertificate &certificate)
{
    for (const auto part : {QSslCertificate::CommonName, QSslCertificate::Organization}) {
        const QString name = certificate.issuerInfo(part).join(QStringLiteral(", ")).simplified();
        if (!name.isEmpty())
            return name;
    }
    return certificate.issuerDisplayName();
}

//! Qt 6.4 drops the whole header where it has more than 100 fields, one of about 100 KB, or a line that is
//! not a field. Without its Content-Length the answer ends with the connection; that of a server that sends
//! no header at all closes at once.
constexpr std::chrono::milliseconds waitWithoutHeader{1000};

} // namespace

Transfer::Transfer(const HttpRequest &request, QNetworkReply *reply)
    : m_reply(reply)
    , m_method(request.method)
    , m_maxBody(request.maxBody)
    , m_result(fail(cancelled()))
{
    m_reply->setParent(this);
    // Without a bound Qt would take in whatever the sender sends while the event loop is busy.
    m_reply->setReadBufferSize(1024 * 1024);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Transfer::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::onBytes);
    connect(m_reply, &QNetworkReply::uploadProgress, this, [this] { m_silence.start(); });
    connect(m_reply, &QNetworkReply::sslErrors, this, &Transfer::onSslErrors);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::onFinished);

    m_silence.setSingleShot(true);
    m_silence.setInterval(request.timeout);
    connect(&m_silence, &QTimer::timeout, this, [this] { stopWith(silence()); });
    m_longest.setSingleShot(true);
    connect(&m_longest, &QTimer::timeout, this, [this] {
        stopWith({ErrorKind::Timeout, tr("The answer of %1 took too long.").arg(m_reply->url().host()),
                  QStringLiteral("not whole after %1 ms").arg(m_longest.interval())});
    });
    m_silence.start();
    m_longest.start(request.longest);
    m_elapsed.start();
}

Transfer::~Transfer() = default;

void Transfer::cancel()
{
    stopWith(cancelled());
}

void Transfer::onHeaders()
{
    m_silence.start();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 100 && status < 200) {
        stopWith(provisional(status));
        return;
    }
    if (m_reply->rawHeaderPairs().isEmpty()) {
        m_isWithoutHeader = true;
        m_silence.start(std::min(m_silence.intervalAsDuration(), waitWithoutHeader));
    }
    const QVariant announced = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (announced.isValid() && announced.toLongLong() > m_maxBody)
        stopWith(tooLarge());
}

void Transfer::onBytes()
{
    if (m_done)
        return;
    m_silence.start();
    m_body += m_reply->read(std::min(m_reply->bytesAvailable(), m_maxBody + 1 - m_body.size()));
    if (m_body.size() > m_maxBody)
        stopWith(tooLarge());
}

void Transfer::onSslErrors(const QList<QSslError> &errors)
{
    // Never ignored: the handshake fails, this keeps the reason.
    for (const QSslError &error : errors) {
        m_sslErrors.append(error.errorString());
        if (isAboutTrust(error.error()) && m_unknownAuthority.isEmpty())
            m_unknownAuthority = issuerOf(error.certificate());
    }
    m_sslErrors.removeDuplicates();
}

void Transfer::onFinished()
{
    onBytes();
    if (m_done)
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && status < 400) {
        const QUrl target = m_reply->url().resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
        conclude(fail(ErrorKind::Protocol,
                      tr("The service answered with a redirect to %1, which GaugeDesk does "
                         "not follow. Nothing was sent there.")
                          .arg(target.host().isEmpty() ? tr("an unknown place") : target.host()),
                      QStringLiteral("HTTP %1 from %2").arg(status).arg(m_reply->url().host())));
        return;
    }
    // Qt reports a status of 4xx and 5xx as an error too; an answer is an answer when it is whole.
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool isStatus = status >= 400 && error >= QNetworkReply::ContentAccessDenied
        && error != QNetworkReply::ContentReSendError && error != QNetworkReply::ProtocolFailure;
    if (error == QNetworkReply::NoError || isStatus)
        conclude(response());
    else
        conclude(fail(failure()));
}

//! Qt 6.4 waits for the answer after 100 only; after 102, 103 and others it closes the connection.
Error Transfer::provisional(int status) const
{
    return {
        ErrorKind::Protocol,
        tr("%1 sent a provisional answer (HTTP %2) that GaugeDesk cannot process. Ask the administrator of "
           "the proxy or firewall to switch off provisional answers (“Early Hints”).")
            .arg(m_reply->url().host(), QString::number(status)),
        QStringLiteral("HTTP %1 before the answer").arg(status)};
}

Error Transfer::silence() const
{
    const QString host = m_reply->url().host();
    if (m_isWithoutHeader) {
        return {
            ErrorKind::Protocol,
            tr("The header of %1's answer is not readable: it has more than 100 fields, is too large or is "
               "not HTTP. Ask the administrator of the proxy or firewall.")
                .arg(host),
            QStringLiteral("no readable header")};
    }
    return {ErrorKind::Timeout, tr("The service at %1 did not answer in time.").arg(host),
            QStringLiteral("no byte for %1 ms").arg(m_silence.interval())};
}

Result<HttpResponse> Transfer::response()
{
    HttpResponse answer;
    answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        answer.headers.append({name.toLower(), value});
    const QByteArray encoding = answer.header("content-encoding");
    DecodedBody decoded = decodedBody(encoding, std::move(m_body), m_maxBody);
    answer.body = std::move(decoded.body);
    // The status of a refusal says enough.
    if (decoded.outcome == DecodedBody::Outcome::Readable || answer.status >= 300)
        return answer;
    const QString host = m_reply->url().host();
    switch (decoded.outcome) {
    case DecodedBody::Outcome::TooLarge:
        return fail(tooLarge());
    case DecodedBody::Outcome::Damaged:
        return fail(ErrorKind::Protocol, tr("The compressed answer of %1 is damaged.").arg(host),
                    QLatin1String(incompleteAnswer) + QStringLiteral(": Content-Encoding ")
                        + QString::fromLatin1(encoding));
    default:
        return fail(ErrorKind::Protocol,
                    tr("%1 sent an answer with the encoding “%2”, which GaugeDesk cannot read.")
                        .arg(host, QString::fromLatin1(encoding)));
    }
}

Error Transfer::tooLarge() const
{
    return {ErrorKind::Protocol,
            tr("The service's answer is larger than %1 MB and was refused.")
                .arg(std::max<qint64>(1, m_maxBody / (1024 * 1024))),
            QStringLiteral("limit %1 bytes").arg(m_maxBody)};
}

Error Transfer::failure() const
{
    const QString host = m_reply->url().host();
    QString detail = redacted(
        QStringLiteral("%1 (Qt network error %2)").arg(m_reply->errorString()).arg(int(m_reply->error())));
    if (neverConnected(m_reply->error()))
        detail.prepend(QLatin1String(nothingSent) + QLatin1String(": "));
    switch (m_reply->error()) {
    case QNetworkReply::HostNotFoundError:
        return {ErrorKind::Offline,
                tr("%1 was not found. Check the network connection and the address.").arg(host), detail};
    case QNetworkReply::ConnectionRefusedError:
        return {ErrorKind::Offline,
                tr("%1 accepts no connection. Check the network and the address.").arg(host), detail};
    case QNetworkReply::TimeoutError:
    case QNetworkReply::ProxyTimeoutError:
        return {ErrorKind::Timeout, tr("The service at %1 did not answer in time.").arg(host), detail};
    case QNetworkReply::SslHandshakeFailedError:
        return {
            ErrorKind::Protocol,
            tr("No secure connection to %1: %2 Nothing was sent.")
                    .arg(host,
                         m_sslErrors.isEmpty() ? m_reply->errorString() : m_sslErrors.join(QLatin1Char(' ')))
                + untrustedText(),
            detail};
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return {ErrorKind::Offline,
                tr("The proxy asks for a user name and a password. Set them in the "
                   "system's network settings."),
                detail};
    case QNetworkReply::UnknownContentError: // also a body that cannot be decompressed
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::ProtocolUnknownError:
        return {ErrorKind::Protocol, tr("%1 answered in a way that is not HTTP.").arg(host), detail};
    default:
        return {ErrorKind::Offline, tr("The connection to %1 broke off.").arg(host), detail};
    }
}

//! What to do about a certificate that is not trusted, or nothing.
QString Transfer::untrustedText() const
{
    QString text;
    if (!m_unknownAuthority.isEmpty()) {
        text = QLatin1Char(' ')
            + tr("Its certificate was issued by “%1”, which this computer does not trust. If that is your "
                 "company’s own authority, add its certificate to the certificates of the system, or name "
                 "its file in SSL_CERT_FILE.")
                  .arg(m_unknownAuthority);
    }
    if (const QString problem = namedAuthorities().problem; !problem.isEmpty())
        text += QLatin1Char(' ') + problem;
    return text;
}

void Transfer::stopWith(Error error)
{
    if (m_done)
        return;
    conclude(fail(std::move(error)));
    m_reply->abort(); // emits finished(), which finds that all is said
}

void Transfer::conclude(Result<HttpResponse> result)
{
    m_silence.stop();
    m_longest.stop();
    m_result = std::move(result);
    m_done = true;
    log();
    // Queued: whoever waits must not go on inside the reply's own signal.
    QMetaObject::invokeMethod(this, &Transfer::done, Qt::QueuedConnection);
}

void Transfer::log() const
{
    const QString outcome = m_result ? QString::number(m_result->status) : kindName(m_result.error().kind);
    // What is uploaded is about people, and travels in the address.
    const bool isRead = m_method == "GET";
    const QString address = m_reply->request().url().toString(
        isRead ? QUrl::FullyEncoded : QUrl::FullyEncoded | QUrl::RemoveQuery);
    const qint64 bytes = m_result ? m_result->body.size() : m_body.size();
    qCInfo(logNet).noquote() << redacted(QStringLiteral("%1 %2 %3 %4 ms %5 bytes")
                                             .arg(QString::fromLatin1(m_method), address, outcome,
                                                  QString::number(m_elapsed.elapsed()),
                                                  QString::number(bytes)));
}

} // namespace gauge::net
