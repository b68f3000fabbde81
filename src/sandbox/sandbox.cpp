// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/faults.h"
#include "sandbox/http.h"
#include "sandbox/service.h"

#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdio>
#include <thread>

namespace gauge::sandbox {

namespace {

// A client that sends without end, or never reads, costs no more memory than these.
constexpr qint64 readBuffer = 64 * 1024;
constexpr qint64 mostUnsent = 4 * 1024 * 1024;
constexpr int mostConnections = 200;

Call callFrom(HttpRequest request)
{
    auto target = QByteArray::fromStdString(request.target);
    if (target.startsWith('/'))
        target.prepend("http://sandbox"); // else it is a whole URL, as proxies are asked
    const auto url = QUrl::fromEncoded(target);
    Call call;
    call.method = std::move(request.method);
    call.path = url.path().toStdString();
    call.rawQuery = url.query(QUrl::FullyEncoded).toStdString();
    call.query = parseForm(call.rawQuery);
    call.body = std::move(request.body);
    call.authorization = request.header("authorization");
    call.contentType
        = QByteArray::fromStdString(std::string(request.header("content-type"))).toLower().toStdString();
    call.host = request.header("host");
    call.origin = request.header("origin");
    return call;
}

//! One connection: reads its requests and has them answered, one after the other. Goes with its socket.
class Connection final : public QObject
{
public:
    Connection(QTcpSocket *socket, Service &service, const std::string &redirectTo)
        : QObject(socket)
        , m_socket(socket)
        , m_service(service)
        , m_redirectTo(redirectTo)
    {
        socket->setReadBufferSize(readBuffer);
        connect(socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(socket, &QTcpSocket::bytesWritten, this, [this] { read(); });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    void read()
    {
        if (m_isReading)
            return;
        m_isReading = true;
        do {
            // What comes meanwhile waits in the socket's buffer, and then with whoever sent it.
            while (mayRead() && readOne()) {}
        } while (mayRead() && append());
        m_isReading = false;
    }

    // Not before the last answer is on its way, and most of what was answered has been taken.
    [[nodiscard]] bool mayRead() const
    {
        return !m_isAnswering && m_socket->state() == QAbstractSocket::ConnectedState
            && m_socket->bytesToWrite() <= mostUnsent;
    }

    bool append()
    {
        const auto bytes = m_socket->readAll();
        m_reader.append({bytes.data(), static_cast<std::size_t>(bytes.size())});
        return !bytes.isEmpty();
    }

    // False when more bytes are needed.
    bool readOne()
    {
        switch (m_reader.read()) {
        case HttpReader::State::Incomplete:
            return false;
        case HttpReader::State::Expects:
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
            return true;
        case HttpReader::State::Malformed:
            send({.socket = m_socket, .keepsAlive = false},
                 messageAnswer(m_reader.errorStatus(), "The request could not be read."));
            return false;
        case HttpReader::State::Complete:
            answer(m_reader.take());
            return true;
        }
        return false;
    }

    void answer(HttpRequest request)
    {
        const Client client{.socket = m_socket,
                            .keepsAlive = request.keepsAlive(),
                            .isOld = request.minorVersion == 0,
                            .isHead = request.method == "HEAD"};
        m_isAnswering = true;
        auto [answer, faults] = m_service.handle(callFrom(std::move(request)));
        play(client, std::move(answer), faults, m_redirectTo, [this] {
            m_isAnswering = false;
            read();
        });
    }

    QTcpSocket *m_socket;
    Service &m_service;
    const std::string &m_redirectTo;
    HttpReader m_reader;
    bool m_isReading = false;
    bool m_isAnswering = false;
};

} // namespace

class Sandbox::Server final : public QTcpServer
{
public:
    explicit Server(Options options)
        : m_redirectTo(std::move(options.redirectTo))
        , m_service(options)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (auto *socket = nextPendingConnection()) {
                if (m_connections >= mostConnections) {
                    socket->abort();
                    socket->deleteLater();
                    continue;
                }
                ++m_connections;
                connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
                new Connection(socket, m_service, m_redirectTo); // the socket's child, and the socket ours
            }
        });
    }

private:
    std::string m_redirectTo;
    Service m_service;
    int m_connections = 0;
};

Sandbox::Sandbox(Options options)
    : m_port(options.port)
{
    m_server = std::make_unique<Server>(std::move(options));
}

Sandbox::~Sandbox() = default;

Result<std::uint16_t> Sandbox::listen()
{
    if (!m_server->listen(QHostAddress::LocalHost, m_port)) {
        return fail(ErrorKind::Offline,
                    QCoreApplication::translate("sandbox", "The sandbox could not listen on port %1: %2")
                        .arg(QString::number(m_port), m_server->errorString()));
    }
    return m_server->serverPort();
}

void whenInputEnds(QObject *context, std::function<void()> then)
{
    // A blocking read in a thread of its own works on every platform and kind of input; a socket
    // notifier does not (files, consoles of Windows). The thread ends with the program.
    std::thread([context, then = std::move(then)] {
        while (std::fgetc(stdin) != EOF) {}
        QMetaObject::invokeMethod(context, then, Qt::QueuedConnection);
    }).detach();
}

} // namespace gauge::sandbox
