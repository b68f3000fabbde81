// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection asks, what the server answers, and how one makes it stop.
#include "lake/postgres/postgresconnection.h"
#include "lake/postgres/postgreserror.h"
#include "lake/refusal.h"

#include <libpq-fe.h>

#include <array>
#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <poll.h>
#endif

namespace gauge::lake {

namespace {

std::string_view stateOf(const PGresult *result)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return state ? std::string_view(state) : std::string_view();
}

//! Waits until the server says something, or for \a milliseconds.
void waitForSocket(int socket, int milliseconds)
{
#ifdef Q_OS_WIN
    WSAPOLLFD descriptor{SOCKET(socket), POLLIN, 0};
    WSAPoll(&descriptor, 1, milliseconds);
#else
    pollfd descriptor{socket, POLLIN, 0};
    ::poll(&descriptor, 1, milliseconds);
#endif
}

QString serverName(const PGconn *connection)
{
    const char *host = connection ? PQhost(connection) : nullptr;
    const char *port = connection ? PQport(connection) : nullptr;
    return QString::fromUtf8(host ? host : "") + QLatin1Char(':') + QString::fromUtf8(port ? port : "");
}

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

void ClearAnswer::operator()(PGresult *answer) const
{
    PQclear(answer);
}

Error PostgresConnection::errorOf(std::string_view state, const char *message) const
{
    return postgresError(state, message, serverName(m_connection.get()));
}

Error PostgresConnection::lastError() const
{
    return errorOf({}, PQerrorMessage(m_connection.get()));
}

Result<Answer> PostgresConnection::ask(const std::string &sql, const std::vector<Parameter> &parameters) const
{
    // What is rolled back may have been stopped, and may have failed. A request to cancel must not come
    // while it is: the transaction would stay open, and everything that is asked next would fail in it.
    const bool givesUp = sql == "ROLLBACK";
    const Stop stop = givesUp ? Stop::Ignored : Stop::Heeded;
    if (isStopped() && !givesUp)
        return fail(cancelled());
    if (auto copied = endCopy(); !copied && !givesUp)
        return fail(std::move(copied.error()));
    PGconn *connection = m_connection.get();
    if (parameters.empty())
        return answer(PQsendQuery(connection, sql.c_str()) == 1, stop);
    const Sent sent(parameters);
    return answer(PQsendQueryParams(connection, sql.c_str(), sent.count(), sent.types.data(),
                                    sent.values.data(), sent.lengths.data(), sent.formats.data(), 0)
                      == 1,
                  stop);
}

Result<std::string> PostgresConnection::remember(const std::string &sql,
                                                 const std::vector<Parameter> &parameters) const
{
    if (isStopped())
        return fail(cancelled());
    if (auto copied = endCopy(); !copied)
        return fail(std::move(copied.error()));
    std::string name = freshName("s");
    const Sent sent(parameters);
    auto done = answer(
        PQsendPrepare(m_connection.get(), name.c_str(), sql.c_str(), sent.count(), sent.types.data()) == 1);
    if (!done)
        return fail(std::move(done.error()));
    return name;
}

Result<Answer> PostgresConnection::askRemembered(const std::string &name,
                                                 const std::vector<Parameter> &parameters) const
{
    if (isStopped())
        return fail(cancelled());
    if (auto copied = endCopy(); !copied)
        return fail(std::move(copied.error()));
    const Sent sent(parameters);
    return answer(PQsendQueryPrepared(m_connection.get(), name.c_str(), sent.count(), sent.values.data(),
                                      sent.lengths.data(), sent.formats.data(), 0)
                  == 1);
}

//! False: the connection is lost. PQcancel() returns when the server has passed the request on, so none is
//! under way when the next statement begins.
bool PostgresConnection::waitForAnswer(Stop stop, bool &cancelSent) const
{
    PGconn *connection = m_connection.get();
    constexpr int patience = 50; // between two looks at the stop token, ms
    while (PQisBusy(connection)) {
        if (stop == Stop::Heeded
            && isStopped()) { // again and again: the server may have been between two statements
            cancelSent = true;
            std::array<char, 256> reason{};
            PGcancel *cancel = PQgetCancel(connection);
            PQcancel(cancel, reason.data(), int(reason.size()));
            PQfreeCancel(cancel);
        }
        waitForSocket(PQsocket(connection), m_stop ? patience : -1);
        if (!PQconsumeInput(connection))
            return false;
    }
    return true;
}

//! Takes everything that the server says to what was sent; the first error is the answer.
Result<Answer> PostgresConnection::answer(bool sent, Stop stop) const
{
    if (!sent)
        return fail(lastError());
    PGconn *connection = m_connection.get();
    bool cancelSent = false;
    Answer last;
    std::optional<Error> error;
    for (;;) {
        if (!waitForAnswer(stop, cancelSent))
            error = error ? error : lastError();
        Answer next(PQgetResult(connection));
        if (!next)
            break;
        const ExecStatusType status = PQresultStatus(next.get());
        if (status == PGRES_COPY_IN)
            return next;
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            const std::string_view state = stateOf(next.get());
            // Shut down, crashed, not ready: after each of these the server closes the connection.
            m_isLost = m_isLost || state.starts_with("57P");
            constexpr std::string_view cancelledByUs = "57014";
            if (!error && cancelSent && state == cancelledByUs)
                error = cancelled();
            else if (!error)
                error = errorOf(state, PQresultErrorMessage(next.get()));
        }
        last = std::move(next);
    }
    if (error)
        return fail(std::move(*error));
    if (!last)
        return fail(lastError());
    return last;
}

Result<void> PostgresConnection::copy(const std::string &target, std::string_view lines) const
{
    auto begun = ask("COPY " + target + " FROM STDIN");
    if (!begun)
        return fail(std::move(begun.error()));
    PGconn *connection = m_connection.get();
    constexpr size_t most = size_t(1) << 20;
    bool sent = true;
    for (size_t at = 0; sent && at < lines.size(); at += most) {
        const std::string_view piece = lines.substr(at, most);
        sent = PQputCopyData(connection, piece.data(), int(piece.size())) == 1;
    }
    sent = PQputCopyEnd(connection, sent ? nullptr : "interrupted") == 1 && sent;
    m_isCopying = true;
    if (sent)
        return {};
    auto ended = endCopy();
    return ended ? fail(lastError()) : ended;
}

Result<void> PostgresConnection::endCopy() const
{
    if (!std::exchange(m_isCopying, false))
        return {};
    auto done = answer(true);
    return done ? Result<void>() : fail(std::move(done.error()));
}

} // namespace gauge::lake
