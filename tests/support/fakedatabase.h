// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QtEndian>

#include <atomic>

namespace gauge::test {

//! A server that speaks PostgreSQL's protocol as far as a connection goes, without TLS, in a thread of its
//! own. It can ask for a password in clear, and answer a statement without an end.
class FakeDatabase
{
public:
    enum class Does {
        AsksForThePassword, //!< in clear
        SendsRows, //!< without end, to the first statement
        SendsNotices, //!< without end, instead of becoming ready
    };

    explicit FakeDatabase(Does does)
        : m_does(does)
        , m_server(new QTcpServer)
    {
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("no port for the database");
        m_port = m_server->serverPort();
        m_server->moveToThread(&m_thread);
        QObject::connect(m_server, &QTcpServer::newConnection, m_server, [this] { accept(); });
        QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
        m_thread.start();
    }
    ~FakeDatabase()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(FakeDatabase)

    [[nodiscard]] quint16 port() const { return m_port; }
    //! All that clients have sent.
    [[nodiscard]] QByteArray heard() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_heard;
    }
    //! Bytes that have left this program.
    [[nodiscard]] qint64 sent() const { return m_sent; }

private:
    static QByteArray message(char type, const QByteArray &body)
    {
        const quint32 length = qToBigEndian(quint32(body.size() + 4));
        return type + QByteArray(reinterpret_cast<const char *>(&length), sizeof length) + body;
    }
    static QByteArray setting(const char *name, const char *value)
    {
        return message('S', QByteArray(name) + '\0' + value + '\0');
    }

    void accept()
    {
        while (QTcpSocket *client = m_server->nextPendingConnection()) {
            QObject::connect(client, &QTcpSocket::readyRead, client, [this, client] { answer(client); });
            QObject::connect(client, &QTcpSocket::bytesWritten, client, [this, client](qint64 bytes) {
                m_sent += bytes;
                if (client->property("isFlooded").toBool() && client->bytesToWrite() < 1024 * 1024)
                    client->write(m_flood);
            });
            QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        }
    }

    void answer(QTcpSocket *client)
    {
        const QByteArray bytes = client->readAll();
        {
            const QMutexLocker lock(&m_mutex);
            m_heard += bytes;
        }
        static const QByteArray tlsRequest("\0\0\0\x08\x04\xd2\x16\x2f", 8);
        if (bytes.startsWith(tlsRequest) || bytes.startsWith(QByteArray("\0\0\0\x08\x04\xd2\x16\x30", 8)))
            client->write("N");
        else if (bytes.startsWith('\0')) // the first message has no type
            greet(client);
        else if (bytes.startsWith('Q'))
            flood(client,
                  message('T', QByteArray("\0\1x\0\0\0\0\0\0\0\0\0\0\x19\xff\xff\xff\xff\xff\xff\0\0", 22)),
                  message('D', QByteArray("\0\1\0\0\0\1x", 7)));
        else
            client->write(
                message('E', QByteArray("SFATAL\0C28P01\0Mpassword authentication failed\0\0", 47)));
    }

    void greet(QTcpSocket *client)
    {
        if (m_does == Does::AsksForThePassword) {
            client->write(message('R', QByteArray("\0\0\0\3", 4)));
            return;
        }
        client->write(message('R', QByteArray(4, '\0')) + setting("server_version", "15.0")
                      + setting("server_encoding", "UTF8") + setting("client_encoding", "UTF8"));
        if (m_does == Does::SendsNotices)
            flood(client, {}, message('N', QByteArray("SNOTICE\0C00000\0Mhello\0\0", 23)));
        else
            client->write(message('Z', "I"));
    }

    void flood(QTcpSocket *client, const QByteArray &first, const QByteArray &again)
    {
        m_flood = again.repeated(1024 * 1024 / again.size());
        client->setProperty("isFlooded", true);
        client->write(first + m_flood);
    }

    const Does m_does;
    QTcpServer *m_server;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QByteArray m_heard;
    std::atomic<qint64> m_sent = 0;
    QByteArray m_flood;
    QThread m_thread;
};

} // namespace gauge::test
