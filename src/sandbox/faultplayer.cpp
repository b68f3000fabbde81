// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faultplayer.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace gauge::sandbox {

namespace {

std::string_view reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    default:
        return "Sandbox";
    }
}

void write(QTcpSocket *socket, std::string_view bytes)
{
    socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

// Written by hand rather than through QHttpServerResponder, because half of the faults are in the
// framing. No length: the end of the connection is the end of the body.
void sendHead(QTcpSocket *socket, const Answer &answer, std::optional<std::int64_t> length)
{
    std::string head
        = "HTTP/1.1 " + std::to_string(answer.status) + ' ' + std::string(reason(answer.status)) + "\r\n";
    if (!answer.body.empty() || !length || *length > 0)
        head += "Content-Type: " + answer.type + "\r\n";
    head += length ? "Content-Length: " + std::to_string(*length) + "\r\n" : "Connection: close\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    write(socket, head + "\r\n");
}

void send(QTcpSocket *socket, const Answer &answer)
{
    sendHead(socket, answer, static_cast<std::int64_t>(answer.body.size()));
    write(socket, answer.body);
}

// A queued call: the HTTP server still holds the socket while it hands over the request.
template <typename Action>
void later(QTcpSocket *socket, Action action)
{
    QMetaObject::invokeMethod(socket, action, Qt::QueuedConnection);
}

void reset(QTcpSocket *socket)
{
#ifdef Q_OS_UNIX
    const linger now{1, 0}; // closing sends RST instead of FIN
    setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
#endif
    socket->abort();
}

// Feeds the connection as fast as it drains, never holding more than a few blocks.
void pump(QTcpSocket *socket, std::int64_t left)
{
    const auto block = std::make_shared<std::string>(256 * 1024, 'x');
    const auto rest = std::make_shared<std::int64_t>(left);
    const auto more = [socket, block, rest] {
        while (*rest > 0 && socket->bytesToWrite() < static_cast<qint64>(block->size())) {
            const auto size = std::min(*rest, static_cast<std::int64_t>(block->size()));
            write(socket, std::string_view(*block).substr(0, static_cast<std::size_t>(size)));
            *rest -= size;
        }
        if (*rest == 0 && socket->state() == QAbstractSocket::ConnectedState) {
            *rest = -1;
            socket->disconnectFromHost();
        }
    };
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

void sendGigabytes(QTcpSocket *socket, Answer answer, std::int64_t mebibytes, bool announced)
{
    answer.body = R"({"data":[{"number_customergauge":1,"comment":{"original":")";
    const auto start = static_cast<std::int64_t>(answer.body.size());
    const auto size = std::max(start, mebibytes * 1024 * 1024);
    sendHead(socket, answer, announced ? std::optional(size) : std::nullopt);
    write(socket, answer.body);
    pump(socket, size - start);
}

void sendHalf(QTcpSocket *socket, const Answer &answer)
{
    sendHead(socket, answer, static_cast<std::int64_t>(answer.body.size()) + 1);
    write(socket, std::string_view(answer.body).substr(0, answer.body.size() / 2));
    socket->disconnectFromHost();
}

std::string deepJson(std::int64_t depth)
{
    const auto levels = static_cast<std::size_t>(depth);
    return R"({"data":[{"number_customergauge":1,"extra":)" + std::string(levels, '[')
        + std::string(levels, ']') + R"(}],"cursor":{"next":999}})";
}

// The same page, told to start again where it began.
std::string withStuckCursor(const std::string &body)
{
    const auto cursor = body.rfind(R"("cursor":{"next":)");
    return cursor == std::string::npos ? body : body.substr(0, cursor) + R"("cursor":{"next":1}})";
}

Answer faultyStatus(const Fault &fault)
{
    auto answer = statusAnswer(fault.status);
    if (!fault.retryAfter.empty()) {
        auto value = fault.retryAfter;
        if (fault.retryAfterDate) {
            const auto when = QDateTime::currentDateTimeUtc().addSecs(std::stoll(value));
            value = QLocale::c()
                        .toString(when, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"))
                        .toStdString();
        }
        answer.headers.emplace_back("Retry-After", value);
    }
    return answer;
}

void playOne(QTcpSocket *socket, const Answer &answer, const Fault &fault, const std::string &redirectTo)
{
    switch (fault.kind) {
    case FaultKind::Status:
        send(socket, faultyStatus(fault));
        break;
    case FaultKind::Reset:
        later(socket, [socket] { reset(socket); });
        break;
    case FaultKind::Truncate:
        later(socket, [socket, answer] { sendHalf(socket, answer); });
        break;
    case FaultKind::Cut:
        send(socket, {.status = 200, .body = answer.body.substr(0, answer.body.size() / 2)});
        break;
    case FaultKind::Stall:
        break;
    case FaultKind::Html:
        send(socket,
             {.body
              = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>",
              .type = "text/html; charset=utf-8"});
        break;
    case FaultKind::Garbage:
        send(socket, {.body = std::string("\x1f\x8b\x00\xff\xfe{]}\"\\u12", 14)});
        break;
    case FaultKind::Empty:
        send(socket, {});
        break;
    case FaultKind::Redirect:
        send(socket, {.status = 307, .headers = {{"Location", redirectTo}}});
        break;
    case FaultKind::Huge:
        sendGigabytes(socket, {}, fault.size, true);
        break;
    case FaultKind::Endless:
        sendGigabytes(socket, {}, fault.size, false);
        break;
    case FaultKind::Deep:
        send(socket, {.body = deepJson(fault.depth)});
        break;
    case FaultKind::Stuck:
        send(socket, {.status = answer.status, .body = withStuckCursor(answer.body)});
        break;
    case FaultKind::Delay:
    case FaultKind::ExpireToken:
        send(socket, answer);
        break;
    }
}

} // namespace

void play(QTcpSocket *socket, Answer answer, const std::vector<Fault> &faults, const std::string &redirectTo)
{
    int milliseconds = 0;
    const Fault *decisive = nullptr;
    for (const auto &fault : faults) {
        milliseconds += fault.milliseconds;
        if (!decisive && fault.kind != FaultKind::Delay && fault.kind != FaultKind::ExpireToken)
            decisive = &fault;
    }
    if (milliseconds == 0 && !decisive) {
        send(socket, answer);
        return;
    }
    const auto fault = decisive ? *decisive : Fault{.kind = FaultKind::Delay};
    const auto act = [socket, answer = std::move(answer), fault, redirectTo] {
        playOne(socket, answer, fault, redirectTo);
    };
    if (milliseconds > 0)
        QTimer::singleShot(milliseconds, socket, act); // forgotten if the client goes away
    else
        act();
}

} // namespace gauge::sandbox
