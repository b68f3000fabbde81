// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakeserver.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTimer>

#include <sys/socket.h>

namespace gauge::test {

namespace {

constexpr int unexpectedStatus = 599;

QByteArray headOf(const Answer &answer, const QByteArray &framing)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " -\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    return head + framing + "\r\n";
}

QByteArray chunkOf(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

void tearDown(QTcpSocket *socket)
{
    const linger hard{1, 0};
    ::setsockopt(int(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

//! A whole request from the front of \a buffer, which it leaves.
std::optional<SeenRequest> takeRequest(QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    SeenRequest request;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    request.method = words.value(0);
    request.target = words.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("content-length").toLongLong();
    if (buffer.size() < end + 4 + length)
        return std::nullopt;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    return request;
}

//! Made for this run: no key is kept in the repository.
QString tlsFile(const char *name)
{
    static const QTemporaryDir folder;
    return folder.filePath(QLatin1String(name));
}

void openssl(const QStringList &arguments)
{
    QProcess openssl; // keeps its chatter to itself
    openssl.start(QStringLiteral("openssl"), arguments);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl could not make a certificate: %s", openssl.readAllStandardError().constData());
}

QStringList selfSigning(const QString &subject, const char *key, const char *certificate)
{
    return QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 2").split(QLatin1Char(' '))
        + QStringList{QStringLiteral("-subj"),   subject,
                      QStringLiteral("-keyout"), tlsFile(key),
                      QStringLiteral("-out"),    tlsFile(certificate)};
}

QSslConfiguration withCertificate(const char *key, const char *certificate)
{
    QFile keyFile(tlsFile(key));
    if (!keyFile.open(QIODevice::ReadOnly))
        qFatal("no key for the TLS server");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(tlsFile(certificate)));
    return configuration;
}

QSslConfiguration selfSigned()
{
    if (!QFile::exists(tlsFile("certificate.pem")))
        openssl(selfSigning(QStringLiteral("/CN=localhost"), "key.pem", "certificate.pem"));
    return withCertificate("key.pem", "certificate.pem");
}

QSslConfiguration companySigned()
{
    static_cast<void>(FakeServer::companyAuthority());
    if (!QFile::exists(tlsFile("company.pem"))) {
        openssl(QStringLiteral("req -newkey rsa:2048 -nodes -subj /CN=localhost -addext "
                               "subjectAltName=IP:127.0.0.1 -keyout %1 -out %2")
                    .arg(tlsFile("company.key"), tlsFile("company.csr"))
                    .split(QLatin1Char(' ')));
        openssl(
            QStringLiteral("x509 -req -days 2 -CAcreateserial -copy_extensions copy -in %1 -CA %2 -CAkey %3 "
                           "-out %4")
                .arg(tlsFile("company.csr"), tlsFile("authority.pem"), tlsFile("authority.key"),
                     tlsFile("company.pem"))
                .split(QLatin1Char(' ')));
    }
    return withCertificate("company.key", "company.pem");
}

QByteArray valueOf(const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace

QByteArray SeenRequest::header(const QByteArray &lowerCaseName) const
{
    return valueOf(headers, lowerCaseName);
}

Answer Answer::json(QByteArray body, int status)
{
    return Answer{status, {{"Content-Type", "application/json"}}, std::move(body)};
}

Answer Answer::html(QByteArray body, int status)
{
    return Answer{status, {{"Content-Type", "text/html"}}, std::move(body)};
}

Answer Answer::empty(int status)
{
    return Answer{status, {}, {}};
}

Answer Answer::redirect(int status, const QUrl &target)
{
    return Answer{status, {{"Location", target.toEncoded()}}, {}};
}

Answer Answer::faulty(Fault fault)
{
    Answer answer;
    answer.fault = fault;
    return answer;
}

Answer Answer::cutOff(QByteArray body, qsizetype sent)
{
    Answer answer = json(std::move(body));
    answer.fault = Fault::CutOff;
    answer.sent = sent;
    return answer;
}

Answer Answer::cutChunk(QByteArray body, qsizetype sent)
{
    Answer answer = cutOff(std::move(body), sent);
    answer.fault = Fault::CutChunk;
    return answer;
}

Answer Answer::stall(QByteArray body, qsizetype sent)
{
    Answer answer = cutOff(std::move(body), sent);
    answer.fault = Fault::Stall;
    return answer;
}

Answer Answer::raw(QByteArray bytes)
{
    Answer answer = faulty(Fault::Raw);
    answer.body = std::move(bytes);
    return answer;
}

Answer Answer::announcing(qint64 length)
{
    Answer answer = faulty(Fault::Stall);
    answer.headers = {{"Content-Length", QByteArray::number(length)}};
    answer.body = "{\"data\":[";
    answer.sent = answer.body.size();
    return answer;
}

Answer Answer::deflated(const QByteArray &body)
{
    // qCompress() writes the length in four bytes before zlib's stream.
    return json(qCompress(body, 9).mid(4)).with("Content-Encoding", "deflate");
}

Answer Answer::with(QByteArray name, QByteArray value) const
{
    Answer answer = *this;
    answer.headers.append({std::move(name), std::move(value)});
    return answer;
}

Answer Answer::after(std::chrono::milliseconds wait) const
{
    Answer answer = *this;
    answer.delay = wait;
    return answer;
}

Fixture Fixture::load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no fixture %s", qPrintable(path));
    Fixture fixture;
    bool inBody = false;
    bool hasRequest = false;
    bool hasStatus = false;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QByteArray text = line.mid(2).trimmed();
        if (line.startsWith("> ") && !hasRequest) {
            fixture.request.method = text.split(' ').value(0);
            fixture.request.target = text.split(' ').value(1);
            hasRequest = true;
        } else if (line.startsWith(">") && text.isEmpty()) {
            inBody = true;
        } else if (line.startsWith("> ") && inBody) {
            fixture.request.body += text;
        } else if (line.startsWith("> ")) {
            const qsizetype colon = text.indexOf(':');
            fixture.request.headers.append({text.left(colon).toLower(), text.mid(colon + 1).trimmed()});
        } else if (line.startsWith("< ") && !hasStatus) {
            fixture.answer.status = text.split(' ').value(0).toInt();
            hasStatus = true;
        } else if (line.startsWith("< ")) {
            const qsizetype colon = text.indexOf(':');
            fixture.answer.headers.append({text.left(colon), text.mid(colon + 1).trimmed()});
        } else {
            fixture.answer.body += line + file.readAll();
        }
    }
    if (!hasRequest || !hasStatus)
        qFatal("malformed fixture %s", qPrintable(path));
    fixture.answer.body = fixture.answer.body.trimmed();
    return fixture;
}

FakeServer::FakeServer(Security security)
    : m_security(security)
{
    if (security != Security::Plain) {
        auto server = std::make_unique<QSslServer>();
        server->setSslConfiguration(security == Security::SelfSigned ? selfSigned() : companySigned());
        m_server = std::move(server);
    } else {
        m_server = std::make_unique<QTcpServer>();
    }
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &FakeServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no loopback port: %s", qPrintable(m_server->errorString()));
}

FakeServer::~FakeServer() = default;

QString FakeServer::companyAuthority()
{
    if (!QFile::exists(tlsFile("authority.pem")))
        openssl(selfSigning(QStringLiteral("/CN=ACME Company CA"), "authority.key", "authority.pem"));
    return tlsFile("authority.pem");
}

QUrl FakeServer::url(const QString &path) const
{
    const QString scheme = m_security == Security::Plain ? QStringLiteral("http") : QStringLiteral("https");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(scheme).arg(m_server->serverPort()).arg(path));
}

void FakeServer::expect(QByteArray method, QByteArray target, Answer answer)
{
    m_expected.push_back({SeenRequest{std::move(method), std::move(target), {}, {}}, std::move(answer)});
}

void FakeServer::expect(const Fixture &fixture)
{
    m_expected.push_back({fixture.request, fixture.answer});
}

void FakeServer::guard(QByteArray secret, Places allowed)
{
    m_guards.push_back({std::move(secret), allowed});
}

const char *FakeServer::report()
{
    m_report = failures.join(QLatin1Char('\n')).toUtf8();
    for (const Expected &expected : m_expected)
        m_report += "\nstill expected: " + expected.request.line();
    return m_report.constData();
}

void FakeServer::accept()
{
    while (QTcpSocket *socket = m_server->nextPendingConnection()) {
        ++connections;
        socket->setParent(this);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        read(socket); // what came before the signal was connected
    }
}

void FakeServer::read(QTcpSocket *socket)
{
    QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
    while (const std::optional<SeenRequest> request = takeRequest(buffer)) {
        requests.push_back(*request);
        inspect(*request);
        const Answer answer = answerTo(*request);
        if (answer.delay.count() == 0)
            play(socket, answer);
        else
            QTimer::singleShot(answer.delay, socket, [this, socket, answer] { play(socket, answer); });
    }
    socket->setProperty("buffer", buffer);
}

Answer FakeServer::answerTo(const SeenRequest &request)
{
    if (m_expected.empty()) {
        if (m_otherwise)
            return (*m_otherwise)(request);
        failures.append(QStringLiteral("unexpected: ") + QString::fromUtf8(request.line()));
        return Answer::empty(unexpectedStatus);
    }
    const Expected expected = m_expected.front();
    if (expected.request.line() != request.line()) {
        if (m_otherwise)
            return (*m_otherwise)(request);
        failures.append(
            QStringLiteral("expected %1, seen %2")
                .arg(QString::fromUtf8(expected.request.line()), QString::fromUtf8(request.line())));
        return Answer::empty(unexpectedStatus);
    }
    m_expected.pop_front();
    for (const auto &[name, value] : expected.request.headers) {
        if (request.header(name) != value) {
            failures.append(QStringLiteral("%1: the header “%2” is not “%3”")
                                .arg(QString::fromUtf8(request.line()), QString::fromUtf8(name),
                                     QString::fromUtf8(value)));
        }
    }
    if (!expected.request.body.isEmpty() && expected.request.body != request.body)
        failures.append(QStringLiteral("%1: another body").arg(QString::fromUtf8(request.line())));
    return expected.answer;
}

void FakeServer::inspect(const SeenRequest &request)
{
    for (const Guard &guarded : m_guards) {
        const QByteArray encoded = guarded.secret.toPercentEncoding();
        const auto holds
            = [&](const QByteArray &text) { return text.contains(guarded.secret) || text.contains(encoded); };
        if (holds(request.target))
            failures.append(QStringLiteral("a secret in a URL"));
        if (holds(request.body) && !guarded.allowed.testFlag(InBody))
            failures.append(QStringLiteral("a secret in the body of ") + QString::fromUtf8(request.method));
        for (const auto &[name, value] : request.headers) {
            const bool allowed = name == "authorization" && guarded.allowed.testFlag(InAuthorization);
            if (holds(value) && !allowed)
                failures.append(QStringLiteral("a secret in the header ") + QString::fromUtf8(name));
        }
    }
}

void FakeServer::play(QTcpSocket *socket, const Answer &answer)
{
    const QByteArray length = "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    const bool announced = !valueOf(answer.headers, "Content-Length").isEmpty();
    switch (answer.fault) {
    case Answer::Fault::None:
        socket->write(headOf(answer, length) + answer.body);
        return;
    case Answer::Fault::Reset:
        tearDown(socket);
        return;
    case Answer::Fault::HangUp:
        socket->disconnectFromHost();
        return;
    case Answer::Fault::Silence:
        return;
    case Answer::Fault::CutOff:
        socket->write(headOf(answer, length) + answer.body.left(answer.sent));
        socket->disconnectFromHost();
        return;
    case Answer::Fault::CutChunk:
        socket->write(headOf(answer, "Transfer-Encoding: chunked\r\n")
                      + chunkOf(answer.body.left(answer.sent)));
        socket->disconnectFromHost();
        return;
    case Answer::Fault::Stall:
        socket->write(headOf(answer, announced ? QByteArray() : length) + answer.body.left(answer.sent));
        return;
    case Answer::Fault::Flood:
        socket->write(headOf(answer, "Transfer-Encoding: chunked\r\n"));
        connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] { flood(socket); });
        flood(socket);
        return;
    case Answer::Fault::Raw:
        socket->write(answer.body);
        socket->disconnectFromHost();
        return;
    }
}

void FakeServer::flood(QTcpSocket *socket)
{
    static const QByteArray chunk = chunkOf(QByteArray(256 * 1024, ' '));
    if (socket->bytesToWrite() < chunk.size() && socket->state() == QAbstractSocket::ConnectedState)
        socket->write(chunk);
}

} // namespace gauge::test
