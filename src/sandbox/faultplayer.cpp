// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faultplayer.h"

#include <QDateTime>
#include <QLocale>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <array>

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
    case 204:
        return "No Content";
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
    case 413:
        return "Content Too Large";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Sandbox";
    }
}

void write(QTcpSocket *socket, std::string_view bytes)
{
    socket->write(bytes.data(), static_cast<qint64>(bytes.size()));
}

bool mayHaveBody(int status)
{
    return status != 204 && status != 304;
}

// Half of the faults are in the framing, so it is written by hand. No length: the end of the connection is
// the end of the body.
void sendHead(const Client &client, const Answer &answer, std::optional<std::int64_t> length)
{
    std::string head
        = "HTTP/1.1 " + std::to_string(answer.status) + ' ' + std::string(reason(answer.status)) + "\r\n";
    if (!answer.body.empty() || !length || *length > 0)
        head += "Content-Type: " + answer.type + "\r\n";
    if (length && mayHaveBody(answer.status))
        head += "Content-Length: " + std::to_string(*length) + "\r\n";
    if (!length || !client.keepsAlive)
        head += "Connection: close\r\n";
    else if (client.isOld)
        head += "Connection: keep-alive\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    write(client.socket, head + "\r\n");
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

void sendGigabytes(const Client &client, Answer answer, std::int64_t mebibytes, bool announced)
{
    answer.body = R"({"data":[{"number_customergauge":1,"comment":{"original":")";
    const auto start = static_cast<std::int64_t>(answer.body.size());
    const auto size = std::max(start, mebibytes * 1024 * 1024);
    sendHead(client, answer, announced ? std::optional(size) : std::nullopt);
    write(client.socket, answer.body);
    pump(client.socket, size - start);
}

void sendHalf(const Client &client, const Answer &answer)
{
    sendHead(client, answer, static_cast<std::int64_t>(answer.body.size()) + 1);
    write(client.socket, std::string_view(answer.body).substr(0, answer.body.size() / 2));
    client.socket->disconnectFromHost();
}

std::string retryAfter(const Fault &fault)
{
    const auto now = QDateTime::currentDateTimeUtc();
    const auto when = now.addSecs(std::stoll(fault.retryAfter));
    switch (fault.retryAfterForm) {
    case Fault::RetryAfter::Date:
        return QLocale::c().toString(when, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toStdString();
    case Fault::RetryAfter::UnixTime:
        return std::to_string(when.toSecsSinceEpoch());
    case Fault::RetryAfter::Delay:
        break;
    }
    return fault.retryAfter;
}

Answer faultyStatus(const Fault &fault)
{
    auto answer = statusAnswer(fault.status);
    if (!mayHaveBody(fault.status))
        answer.body.clear();
    if (!fault.retryAfter.empty())
        answer.headers.emplace_back("Retry-After", retryAfter(fault));
    return answer;
}

Answer withHeaders(Answer answer, std::int64_t count)
{
    for (std::int64_t i = 1; i <= count; ++i)
        answer.headers.emplace_back("X-Sandbox-" + std::to_string(i), "filler");
    return answer;
}

void playOne(const Client &client, const Answer &answer, const Fault &fault, const std::string &redirectTo)
{
    switch (fault.kind) {
    case FaultKind::Status:
        send(client, faultyStatus(fault));
        break;
    case FaultKind::RefuseCursor:
        send(client, invalidAnswer({{"cursor", "The selected cursor is invalid."}}));
        break;
    case FaultKind::Reset:
        reset(client.socket);
        break;
    case FaultKind::Truncate:
        sendHalf(client, answer);
        break;
    case FaultKind::Cut:
        send(client, {.status = 200, .body = answer.body.substr(0, answer.body.size() / 2)});
        break;
    case FaultKind::Stall:
        break;
    case FaultKind::Html:
        send(client,
             {.body
              = "<!DOCTYPE html><html><head><title>Sign in</title></head><body>Please sign in.</body></html>",
              .type = "text/html; charset=utf-8"});
        break;
    case FaultKind::Errors:
        send(client,
             {.body
              = R"({"message":"The given data was invalid.","errors":{"data":["The data is invalid."]}})"});
        break;
    case FaultKind::Unauthenticated:
        send(client, {.body = R"({"message":"Unauthenticated."})"});
        break;
    case FaultKind::Garbage:
        send(client, {.body = std::string("\x1f\x8b\x00\xff\xfe{]}\"\\u12", 14)});
        break;
    case FaultKind::Empty:
        send(client, {});
        break;
    case FaultKind::Redirect:
        send(client, {.status = 307, .headers = {{"Location", redirectTo}}});
        break;
    case FaultKind::Huge:
        sendGigabytes(client, {}, fault.size, true);
        break;
    case FaultKind::Endless:
        sendGigabytes(client, {}, fault.size, false);
        break;
    case FaultKind::Headers:
        send(client, withHeaders(answer, fault.headers));
        break;
    case FaultKind::EarlyHints:
        write(client.socket, "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n");
        send(client, answer);
        break;
    default: // delays, expired tokens and faults of pages: the answer is as it should be by now
        send(client, answer);
        break;
    }
}

// Whether the connection can take another answer after \a kind.
bool leavesOpen(FaultKind kind)
{
    constexpr std::array ends{FaultKind::Stall, FaultKind::Huge, FaultKind::Endless, FaultKind::Reset,
                              FaultKind::Truncate};
    return std::find(ends.begin(), ends.end(), kind) == ends.end();
}

} // namespace

void send(const Client &client, const Answer &answer)
{
    sendHead(client, answer, static_cast<std::int64_t>(answer.body.size()));
    if (!client.isHead)
        write(client.socket, answer.body);
    if (!client.keepsAlive)
        client.socket->disconnectFromHost();
}

void play(const Client &client, Answer answer, const std::vector<Fault> &faults,
          const std::string &redirectTo, std::function<void()> done)
{
    int milliseconds = 0;
    for (const auto &fault : faults)
        milliseconds += fault.milliseconds;
    const auto *struck = decisive(faults);
    const auto fault = struck ? *struck : Fault{.kind = FaultKind::Delay};
    auto act = [client, answer = std::move(answer), fault, redirectTo, done = std::move(done)] {
        playOne(client, answer, fault, redirectTo);
        if (leavesOpen(fault.kind))
            done();
    };
    if (milliseconds > 0)
        QTimer::singleShot(milliseconds, client.socket, std::move(act)); // forgotten if the client goes away
    else
        act();
}

} // namespace gauge::sandbox
