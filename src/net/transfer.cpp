// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer.h"

#include "base/log.h"
#include "net/authorities.h"
#include "net/contentencoding.h"
#include "net/retrypolicy.h"

#include <QSslCertificate>
#include <QSslError>

namespace gauge::net {

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
