// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/faultplayer.h"
#include "sandbox/service.h"

#include <QAbstractHttpServer>
#include <QHttpServerRequest>
#include <QMetaEnum>
#include <QTcpServer>

namespace gauge::sandbox {

namespace {

Call callFrom(const QHttpServerRequest &request)
{
    Call call;
    call.method = QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(
                                 static_cast<int>(request.method())))
                      .toUpper()
                      .toStdString();
    call.path = request.url().path().toStdString();
    call.rawQuery = request.url().query(QUrl::FullyEncoded).toStdString();
    call.query = parseForm(call.rawQuery);
    call.body = request.body().toStdString();
    call.authorization = request.value("Authorization").toStdString();
    call.contentType = request.value("Content-Type").toLower().toStdString();
    call.host = request.value("Host").toStdString();
    call.origin = request.value("Origin").toStdString();
    return call;
}

} // namespace

class Sandbox::Server final : public QAbstractHttpServer
{
public:
    explicit Server(Options options)
        : m_redirectTo(std::move(options.redirectTo))
        , m_service(options)
    {}

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        auto [answer, faults] = m_service.handle(callFrom(request));
        play(socket, std::move(answer), faults, m_redirectTo);
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *) override {} // every request is handled

private:
    std::string m_redirectTo;
    Service m_service;
};

Sandbox::Sandbox(Options options)
    : m_port(options.port)
{
    m_server = std::make_unique<Server>(std::move(options));
}

Sandbox::~Sandbox() = default;

Result<std::uint16_t> Sandbox::listen()
{
    auto listener = std::make_unique<QTcpServer>();
    if (!listener->listen(QHostAddress::LocalHost, m_port)) {
        return fail(ErrorKind::Offline,
                    QCoreApplication::translate("sandbox", "The sandbox could not listen on port %1: %2")
                        .arg(QString::number(m_port), listener->errorString()));
    }
    const auto port = listener->serverPort();
    m_server->bind(listener.release()); // becomes its child
    return port;
}

} // namespace gauge::sandbox
