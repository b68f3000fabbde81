// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgresio.h"

#include "base/log.h"
#include "base/platformnet.h"
#include "lake/postgres/postgresconnection.h"
#include "lake/sql/errors.h"

#include <QElapsedTimer>
#include <QLocale>

#include <array>
#include <future>
#include <libpq-fe.h>
#include <optional>
#include <system_error>
#include <thread>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif

// What a connection asks, what the server answers, and how one makes it stop.
namespace gauge::lake {

namespace {

//! Asks the server to end what the connection runs, in a thread: PQcancel() connects to it and waits for
//! its answer, without a limit. Once it is done the request is not under way any more.
class CancelRequest
{
public:
    explicit CancelRequest(PGconn *connection)
    {
        std::promise<void> done;
        m_done = done.get_future();
        std::shared_ptr<PGcancel> cancel(PQgetCancel(connection), PQfreeCancel);
        auto send = [cancel, done = std::move(done)]() mutable {
            std::array<char, 256> reason{};
            PQcancel(cancel.get(), reason.data(), int(reason.size()));
            done.set_value();
        };
        try {
            std::thread(std::move(send)).detach();
        } catch (const std::system_error &) { // no thread: the request counts as done, and is repeated
        }
    }
    [[nodiscard]] bool isDone(std::chrono::milliseconds patience = {}) const
    {
        return m_done.wait_for(patience) == std::future_status::ready;
    }

private:
    std::future<void> m_done;
};

//! The parameters as libpq takes them.
struct Sent
{
    explicit Sent(const std::vector<PostgresConnection::Parameter> &parameters)
    {
        for (const auto &parameter : parameters) {
            types.push_back(parameter.type);
            values.push_back(parameter.isNull ? nullptr : parameter.value().data());
            lengths.push_back(int(parameter.value().size()));
            formats.push_back(parameter.isBytes ? 1 : 0);
        }
    }
    [[nodiscard]] int count() const { return int(values.size()); }
    std::vector<Oid> types;
    std::vector<const char *> values;
    std::vector<int> lengths;
    std::vector<int> formats;
};

} // namespace

//! What is known of a statement that is to end.
struct PostgresConnection::Interruption
{
    QElapsedTimer since; //!< started when it was first seen that it is to end
    std::optional<CancelRequest> request; //!< the last one
    qint64 receivedBefore = 0; //!< bytes on the connection before the statement
};

void ClearAnswer::operator()(PGresult *answer) const
{
    PQclear(answer);
}

Error PostgresConnection::errorOf(std::string_view state, std::string_view message) const
{
    return postgresError(state, message, m_server);
}

Error PostgresConnection::lastError() const
{
    return errorOf({}, PQerrorMessage(m_connection.get()));
}

Error PostgresConnection::leaveFlood(const QString &amount) const
{
    leave();
    return {
        ErrorKind::Storage,
        QCoreApplication::translate(
            "lake",
            "The database server %1 sent more than %2 where less is expected, so the connection was closed. "
            "What was stored before is kept. Check that the address names the right server.")
            .arg(m_server, amount),
        QLatin1String(floodDetail)};
}

void PostgresConnection::leave() const
{
    m_connection.reset();
    m_isLost = true;
    m_isCopying = false;
}

Result<PgResult> PostgresConnection::ask(const std::string &sql,
                                         const std::vector<Parameter> &parameters) const
{
    if (inTransaction())
        return send(sql, parameters);
    auto begun = send("BEGIN;" + m_settings);
    auto answer = begun ? send(sql, parameters) : std::move(begun);
    if (answer) {
        if (auto done = send("COMMIT"); !done)
            answer = fail(std::move(done.error()));
    }
    if (!answer)
        rollBack();
    return answer;
}

Result<PgResult> PostgresConnection::send(const std::string &sql,
                                          const std::vector<Parameter> &parameters) const
{
    if (isStopped())
        return fail(cancelled());
    GAUGE_CHECK(endCopy());
    PGconn *connection = m_connection.get();
    if (parameters.empty())
        return answer(PQsendQuery(connection, sql.c_str()) == 1);
    const Sent sent(parameters);
    return answer(PQsendQueryParams(connection, sql.c_str(), sent.count(), sent.types.data(),
                                    sent.values.data(), sent.lengths.data(), sent.formats.data(), 0)
                  == 1);
}

//! No request to cancel may come while it runs: the transaction would stay open, and everything that is
//! asked next would fail in it.
void PostgresConnection::rollBack() const
{
    if (!inTransaction())
        return;
    static_cast<void>(endCopy());
    if (!answer(PQsendQuery(m_connection.get(), "ROLLBACK") == 1, Stop::Leaves))
        leave();
}

//! Waits for a moment until the server says something or, if there is something to write, takes it in.
bool PostgresConnection::waitForSocket(bool toWrite) const
{
    constexpr int patience = 50; // between two looks at the stop tokens, ms
    const int limit = m_stop || m_closing.stop_possible() ? patience : 10 * patience;
    const short events = short(POLLIN | (toWrite ? POLLOUT : 0));
    const int socket = PQsocket(m_connection.get());
#ifdef Q_OS_WIN
    WSAPOLLFD descriptor{SOCKET(socket), events, 0};
    return WSAPoll(&descriptor, 1, limit) > 0;
#else
    pollfd descriptor{socket, events, 0};
    return ::poll(&descriptor, 1, limit) > 0;
#endif
}

//! Whether a server that was told to end a statement may take longer. Who closes a reader waits for that.
bool PostgresConnection::hasPatience(Interruption &interruption) const
{
    constexpr qint64 closingReader = 100; // ms
    constexpr qint64 otherwise = 2'000;
    if (!mustEnd())
        return true;
    if (!interruption.since.isValid())
        interruption.since.start();
    const bool isClosingReader = !m_isWriter && m_closing.stop_requested();
    return interruption.since.elapsed() < (isClosingReader ? closingReader : otherwise);
}

PostgresConnection::Waited PostgresConnection::waitForAnswer(Stop stop, Interruption &interruption) const
{
    PGconn *connection = m_connection.get();
    for (int unsent = 1;;) {
        if (unsent > 0)
            unsent = PQflush(connection);
        if (unsent < 0)
            return Waited::Lost;
        if (unsent == 0 && !PQisBusy(connection))
            return Waited::Answered;
        if (!hasPatience(interruption))
            return Waited::Left;
        // Again and again: the server may have been between two statements.
        if (stop == Stop::Cancels && isStopped() && (!interruption.request || interruption.request->isDone()))
            interruption.request.emplace(connection);
        if (!waitForSocket(unsent > 0))
            continue;
        if (platform::bytesReceived(PQsocket(connection)) - interruption.receivedBefore > mostBytes)
            return Waited::TooMuch;
        if (!PQconsumeInput(connection))
            return Waited::Lost;
    }
}

//! Takes everything that the server says to what was sent; the first error is the answer.
Result<PgResult> PostgresConnection::answer(bool sent, Stop stop) const
{
    if (!sent)
        return fail(lastError());
    Interruption interruption;
    interruption.receivedBefore = platform::bytesReceived(PQsocket(m_connection.get()));
    PgResult last;
    std::optional<Error> error;
    for (;;) {
        const Waited waited = waitForAnswer(stop, interruption);
        if (waited == Waited::Left) {
            leave();
            return fail(cancelled());
        }
        if (waited == Waited::TooMuch) {
            return fail(leaveFlood(QLocale().formattedDataSize(mostBytes)));
        }
        if (waited == Waited::Lost && !error)
            error = lastError();
        PgResult next(PQgetResult(m_connection.get()));
        if (!next || PQresultStatus(next.get()) == PGRES_COPY_IN) {
            last = next ? std::move(next) : std::move(last);
            break;
        }
        if (const auto failed = errorIn(next.get()); failed && !error)
            error = interruption.request && isCancel(*failed) ? cancelled() : *failed;
        last = std::move(next);
    }
    // A request that is still under way would end the next statement.
    while (interruption.request && !interruption.request->isDone(std::chrono::milliseconds(10))) {
        if (!hasPatience(interruption)) {
            leave();
            break;
        }
    }
    if (!error && !last)
        error = lastError();
    return error ? Result<PgResult>(fail(std::move(*error))) : Result<PgResult>(std::move(last));
}

std::optional<Error> PostgresConnection::errorIn(const PGresult *result) const
{
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_FATAL_ERROR && status != PGRES_BAD_RESPONSE)
        return std::nullopt;
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    // Shut down, crashed, not ready: after each of these the server closes the connection.
    m_isLost = m_isLost || (state && std::string_view(state).starts_with("57P"));
    return errorOf(state ? state : "", message ? message : PQresultErrorMessage(result));
}

Result<PgResult> PostgresConnection::fetch(const std::string &cursor, int most) const
{
    auto rows = ask("FETCH " + std::to_string(most) + " FROM " + cursor);
    if (rows && PQntuples(rows->get()) > most)
        return fail(leaveFlood(QCoreApplication::translate("lake", "%n rows", nullptr, most)));
    return rows;
}

Result<void> PostgresConnection::copy(const std::string &target, std::string_view lines) const
{
    GAUGE_CHECK(ask("COPY " + target + " FROM STDIN"));
    m_isCopying = true;
    constexpr size_t most = size_t(1) << 20;
    bool sent = true;
    for (size_t at = 0; sent && at < lines.size(); at += most) {
        const std::string_view piece = lines.substr(at, most);
        sent = PQputCopyData(m_connection.get(), piece.data(), int(piece.size())) == 1;
        GAUGE_CHECK(flushOut());
    }
    sent = PQputCopyEnd(m_connection.get(), sent ? nullptr : "interrupted") == 1 && sent;
    if (sent)
        return flushOut();
    auto ended = endCopy();
    return ended ? fail(lastError()) : ended;
}

//! Waits for the server to take in what was sent.
Result<void> PostgresConnection::flushOut() const
{
    Interruption interruption;
    for (;;) {
        const int unsent = PQflush(m_connection.get());
        if (unsent == 0)
            return {};
        if (unsent > 0 && !hasPatience(interruption)) {
            leave();
            return fail(cancelled());
        }
        // What it says meanwhile is taken in, or both would wait for the other.
        if (unsent < 0 || (waitForSocket(true) && !PQconsumeInput(m_connection.get()))) {
            const Error error = lastError();
            leave();
            return fail(error);
        }
    }
}

Result<void> PostgresConnection::endCopy() const
{
    if (!std::exchange(m_isCopying, false))
        return {};
    auto done = answer(true);
    return done ? Result<void>() : fail(std::move(done.error()));
}

namespace {

//! Of what a server was asked to do and could not; %1 is the server, %2 what it says.
QString messageOf(std::string_view state)
{
    if (state == "42501") {
        return QCoreApplication::translate(
            "lake",
            "The database server %1 does not allow this user what is needed here: %2. "
            "Nothing was changed. Ask its administrator for this right.");
    }
    if (state == "42P01" || state == "3F000") {
        return QCoreApplication::translate(
            "lake",
            "The local copy on the database server %1 is incomplete: %2. Ask its "
            "administrator whether the schema was restored completely.");
    }
    if (state == "57014") {
        return QCoreApplication::translate(
            "lake",
            "The database server %1 ended a statement before it was done: %2. What was "
            "stored before is kept. Ask its administrator for a longer statement_timeout "
            "for this user.");
    }
    if (state == "40001") { // on a standby, for that is the only time readers meet it
        return QCoreApplication::translate(
            "lake",
            "The database server %1 is a standby and ended a statement to apply changes: "
            "%2. Try again, or ask its administrator for a longer "
            "max_standby_streaming_delay.");
    }
    if (state == "25006" || state == "55000") {
        return QCoreApplication::translate(
            "lake",
            "The database on the server %1 can only be read, as that of a standby: %2. "
            "Nothing was changed. Use the address of the server that may be written to.");
    }
    return {};
}

QString words(std::string_view state, std::string_view message)
{
    const std::string_view kind = state.substr(0, 2);
    if (message.find("statement pooling") != std::string_view::npos) {
        return QCoreApplication::translate(
            "lake",
            "The database server %1 is a connection pooler that gives each statement "
            "another session, which cannot keep a local copy whole. Nothing was changed. "
            "Set its pool mode to “transaction” or “session” (pool_mode of PgBouncer).");
    }
    if (state.empty() || kind == "08" || (kind == "57" && state != "57014")) {
        return QCoreApplication::translate(
            "lake",
            "The database server %1 cannot be reached, or has ended the connection. What "
            "was stored before is kept. Check that it runs and try again.");
    }
    if (kind == "28") {
        return QCoreApplication::translate(
            "lake",
            "The database server %1 does not let this user in. Check the user's name; its "
            "password belongs into the file ~/.pgpass or the variable PGPASSWORD.");
    }
    if (kind == "3D") {
        return QCoreApplication::translate(
            "lake", "There is no such database on the server %1. Create it there, or choose another.");
    }
    if (kind == "53") {
        return QCoreApplication::translate(
            "lake",
            "The database server %1 has no room left: its disk or memory is full, or too "
            "many programs use it. What was stored before is kept. Try again later.");
    }
    if (state == "55P03" || state == "40P01")
        return busyText();
    if (state == "22001" || kind == "54")
        return QCoreApplication::translate("lake", "A value is too large to be stored.");
    return QCoreApplication::translate("lake",
                                       "The local copy could not be used. What was stored before is kept.");
}

//! Messages of these kinds speak of the server, not of what is stored there.
bool tellsNoValues(std::string_view state)
{
    const std::string_view kind = state.substr(0, 2);
    return state.empty() || kind == "08" || kind == "28" || kind == "3D" || kind == "42" || kind == "53"
        || kind == "57";
}

} // namespace

Error postgresError(std::string_view state, std::string_view message, const QString &server)
{
    const QString said = QString::fromUtf8(message.data(), qsizetype(message.size())).simplified().left(500);
    QString text = messageOf(state);
    if (!text.isEmpty())
        text = text.arg(server, said);
    else if (text = words(state, message); text.contains(QLatin1String("%1")))
        text = text.arg(server);
    QString detail = QStringLiteral("PostgreSQL ") + QString::fromUtf8(state.data(), qsizetype(state.size()));
    if (tellsNoValues(state))
        detail += QStringLiteral(": ") + said;
    return {ErrorKind::Storage, text, redacted(detail)};
}

bool isFlood(const Error &error)
{
    return error.detail == QLatin1String(floodDetail);
}

bool isCancel(const Error &error)
{
    return error.detail.startsWith(QLatin1String("PostgreSQL 57014"));
}

} // namespace gauge::lake
