// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

#include <atomic>

namespace gauge::test {

//! Stands between a client and the PostgreSQL server at GAUGE_POSTGRES, in a thread of its own. On demand it
//! passes nothing on any more, without closing a connection, or holds requests to cancel back.
class DatabaseProxy
{
public:
    DatabaseProxy()
        : m_target(qEnvironmentVariable("GAUGE_POSTGRES"))
        , m_server(new QTcpServer)
    {
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("no port for the proxy");
        m_port = m_server->serverPort();
        m_server->moveToThread(&m_thread);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
    }
    ~DatabaseProxy()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(DatabaseProxy)

    //! \a address with the proxy in the place of its server.
    [[nodiscard]] QString through(QString address) const
    {
        const QString server = m_target.section(QLatin1Char('@'), 1).section(QLatin1Char('/'), 0, 0);
        return address.replace(server, QStringLiteral("127.0.0.1:%1").arg(m_port));
    }
    //! After \a bytes more from clients nothing is taken in any more, from anybody.
    void fallSilent(qint64 bytes = 0)
    {
        m_left = bytes;
        m_isSilent = bytes == 0;
    }
    //! How often a client has sent something to no avail.
    [[nodiscard]] int unheard() const { return m_unheard; }
    void holdCancels() { m_holdsCancels = true; }
    [[nodiscard]] int heldCancels() const { return m_held; }
    //! They arrive, late.
    void releaseCancels()
    {
        QMetaObject::invokeMethod(
            m_server,
            [this] {
                m_holdsCancels = false;
                for (const auto &[socket, request] : std::as_const(m_waiting))
                    socket->write(request);
                m_waiting.clear();
                m_held = 0;
            },
            Qt::BlockingQueuedConnection);
    }

private:
    void accept()
    {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            auto *server = new QTcpSocket(client);
            const QString target = m_target.section(QLatin1Char('@'), 1).section(QLatin1Char('/'), 0, 0);
            server->connectToHost(target.section(QLatin1Char(':'), 0, 0),
                                  target.section(QLatin1Char(':'), 1).toUShort());
            constexpr qint64 little = 1 << 16; // what is not read must stay on the way
            client->setReadBufferSize(little);
            QObject::connect(client, &QTcpSocket::readyRead, server, [this, client, server] {
                if (m_isSilent)
                    ++m_unheard;
                else
                    pass(client->readAll(), server);
            });
            QObject::connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
                if (!m_isSilent)
                    client->write(server->readAll());
            });
            QObject::connect(server, &QTcpSocket::disconnected, client, [this, client] {
                if (!m_isSilent)
                    client->disconnectFromHost();
            });
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    void pass(const QByteArray &bytes, QTcpSocket *server)
    {
        // 16 bytes, and 1234, 5678 in the place of a version: CancelRequest of the protocol.
        static const QByteArray cancelRequest("\0\0\0\x10\x04\xd2\x16\x2e", 8);
        if (m_left > 0) {
            m_left -= bytes.size();
            m_isSilent = m_left <= 0;
        }
        if (m_holdsCancels && bytes.startsWith(cancelRequest)) {
            m_waiting.append({server, bytes});
            ++m_held;
        } else {
            server->write(bytes);
        }
    }

    const QString m_target;
    QThread m_thread;
    QTcpServer *m_server;
    quint16 m_port = 0;
    std::atomic_bool m_isSilent = false;
    std::atomic_bool m_holdsCancels = false;
    std::atomic<qint64> m_left = 0; //!< bytes until it falls silent; 0 and less: it does not
    std::atomic_int m_unheard = 0;
    std::atomic_int m_held = 0;
    QList<std::pair<QTcpSocket *, QByteArray>> m_waiting;
};

} // namespace gauge::test
