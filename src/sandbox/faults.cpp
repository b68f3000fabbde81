// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults.h"

#include "sandbox/http.h"

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

constexpr std::array<std::pair<std::string_view, FaultKind>, 25> kinds{{
    {"reset", FaultKind::Reset},
    {"truncate", FaultKind::Truncate},
    {"cut", FaultKind::Cut},
    {"delay", FaultKind::Delay},
    {"stall", FaultKind::Stall},
    {"html", FaultKind::Html},
    {"errors", FaultKind::Errors},
    {"unauthenticated", FaultKind::Unauthenticated},
    {"garbage", FaultKind::Garbage},
    {"empty", FaultKind::Empty},
    {"expire-token", FaultKind::ExpireToken},
    {"redirect", FaultKind::Redirect},
    {"huge", FaultKind::Huge},
    {"endless", FaultKind::Endless},
    {"deep", FaultKind::Deep},
    {"stuck", FaultKind::Stuck},
    {"empty-page", FaultKind::EmptyPage},
    {"next-null", FaultKind::NextNull},
    {"next-empty", FaultKind::NextEmpty},
    {"next-missing", FaultKind::NextMissing},
    {"data-object", FaultKind::DataObject},
    {"data-null", FaultKind::DataNull},
    {"refuse-cursor", FaultKind::RefuseCursor},
    {"headers", FaultKind::Headers},
    {"early-hints", FaultKind::EarlyHints},
}};
constexpr std::array<std::string_view, 7> feeds{"responses", "non-responses", "close-loop", "token",
                                                "records",   "response",      "status"};

tl::unexpected<Error> validationError(std::string_view rule, const QString &why)
{
    const auto text = QString::fromUtf8(rule.data(), static_cast<qsizetype>(rule.size()));
    return fail(
        ErrorKind::Input,
        QCoreApplication::translate("sandbox", "The fault rule \"%1\" cannot be read: %2").arg(text, why));
}

QString words(const char *text)
{
    return QCoreApplication::translate("sandbox", text);
}

bool applyKind(Fault &fault, std::string_view kind)
{
    const auto equals = kind.find('=');
    const auto name = kind.substr(0, equals);
    const auto value = equals == std::string_view::npos ? std::string_view() : kind.substr(equals + 1);
    if (const auto status = integer(name); status && *status >= 200 && *status <= 599 && value.empty()) {
        fault.status = static_cast<int>(*status);
        return true;
    }
    const auto known
        = std::find_if(kinds.begin(), kinds.end(), [&](const auto &k) { return k.first == name; });
    if (known == kinds.end())
        return false;
    fault.kind = known->second;
    if (value.empty())
        return fault.kind != FaultKind::Delay;
    const auto unit = value.ends_with("ms") ? 2U : value.ends_with("s") ? 1U : 0U;
    const auto number = integer(value.substr(0, value.size() - unit));
    if (!number || *number < 0 || *number > 10'000'000)
        return false;
    switch (fault.kind) {
    case FaultKind::Delay:
        fault.milliseconds = static_cast<int>(unit == 1U ? *number * 1000 : *number);
        return *number <= 1'000'000;
    case FaultKind::Huge:
    case FaultKind::Endless:
        fault.size = *number;
        return unit == 0U;
    case FaultKind::Deep:
        fault.depth = *number;
        return unit == 0U;
    case FaultKind::Headers:
        fault.headers = *number;
        return unit == 0U && *number <= 100'000;
    default:
        return false;
    }
}

bool applySetting(Fault &fault, std::string_view name, std::string_view value)
{
    if (name == "feed") {
        fault.feed = value;
        return std::find(feeds.begin(), feeds.end(), value) != feeds.end();
    }
    const auto number = integer(value);
    if (!number || *number < 0)
        return false;
    if (name == "retry-after" || name == "retry-after-date" || name == "retry-after-unix") {
        fault.retryAfter = value;
        fault.retryAfterForm = name == "retry-after" ? Fault::RetryAfter::Delay
            : name == "retry-after-date"             ? Fault::RetryAfter::Date
                                                     : Fault::RetryAfter::UnixTime;
        return true;
    }
    if (name == "at")
        fault.at.push_back(*number);
    else if (name == "every")
        fault.every = *number;
    else if (name == "from")
        fault.from = *number;
    else if (name == "times")
        fault.times = *number;
    else
        return false;
    return *number > 0;
}

} // namespace

Result<Fault> parseFault(std::string_view rule)
{
    Fault fault;
    const auto colon = rule.find(':');
    if (!applyKind(fault, rule.substr(0, colon)))
        return validationError(
            rule,
            words(QT_TRANSLATE_NOOP("sandbox",
                                    "it begins with a status such as 503, or with reset, truncate, cut, "
                                    "delay=200ms, stall, html, errors, unauthenticated, garbage, empty, "
                                    "expire-token, redirect, huge, "
                                    "endless, deep, stuck, empty-page, next-null, next-empty, next-missing, "
                                    "data-object, data-null, refuse-cursor, headers or early-hints.")));
    auto rest = colon == std::string_view::npos ? std::string_view() : rule.substr(colon + 1);
    while (!rest.empty()) {
        const auto setting = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), setting.size() + 1));
        const auto equals = std::min(setting.find('='), setting.size());
        if (!applySetting(fault, setting.substr(0, equals),
                          setting.substr(std::min(equals + 1, setting.size()))))
            return validationError(
                rule,
                words(QT_TRANSLATE_NOOP("sandbox",
                                        "after the colon it takes every=N, at=N, from=N, times=N, feed=NAME, "
                                        "retry-after=SECONDS, retry-after-date=SECONDS and "
                                        "retry-after-unix=SECONDS.")));
    }
    return fault;
}

Faults::Faults(std::vector<Fault> rules)
{
    for (auto &rule : rules)
        m_rules.push_back({std::move(rule)});
}

const Fault *decisive(const std::vector<Fault> &faults)
{
    const auto found = std::find_if(faults.begin(), faults.end(), [](const Fault &fault) {
        return fault.kind != FaultKind::Delay && fault.kind != FaultKind::ExpireToken;
    });
    return found == faults.end() ? nullptr : &*found;
}

std::vector<Fault> Faults::strike(std::string_view feed, bool hasCursor)
{
    std::vector<Fault> struck;
    for (auto &[fault, seen, times] : m_rules) {
        if (fault.feed.empty() ? feed == "token" : fault.feed != feed)
            continue;
        if (fault.kind == FaultKind::RefuseCursor && !hasCursor)
            continue;
        ++seen;
        const bool always = fault.every == 0 && fault.at.empty();
        const bool due = always || (fault.every > 0 && seen % fault.every == 0)
            || std::find(fault.at.begin(), fault.at.end(), seen) != fault.at.end();
        if (!due || seen < fault.from || (fault.times > 0 && times >= fault.times))
            continue;
        ++times;
        struck.push_back(fault);
    }
    return struck;
}

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
