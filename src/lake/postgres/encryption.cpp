// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/encryption.h"

#include "base/log.h"
#include "base/platformnet.h"
#include "lake/postgres/postgresconnection.h"
#include "lake/sql/errors.h"

#include <QDeadlineTimer>
#include <QLocale>

#include <algorithm>
#include <array>
#include <libpq-fe.h>
#include <memory>

namespace gauge::lake {

namespace {

struct FreeOptions
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, FreeOptions>;

QByteArray valueOf(const Options &options, const char *keyword)
{
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
        if (qstrcmp(option->keyword, keyword) == 0)
            return option->val;
    }
    return {};
}

//! One host or address; nothing stands for a socket.
bool isOnThisComputer(const QByteArray &host)
{
    static constexpr std::array names{"", "localhost", "::1", "0:0:0:0:0:0:0:1"};
    const bool isNamed = std::any_of(names.begin(), names.end(), [&](const char *name) {
        return host.compare(name, Qt::CaseInsensitive) == 0;
    });
    // A path, or a socket without a file, of Linux.
    if (isNamed || host.startsWith('/') || host.startsWith('@'))
        return true;
    const QList<QByteArray> parts = host.split('.');
    return parts.size() == 4 && parts.front() == "127"
        && std::all_of(parts.begin(), parts.end(), [](const QByteArray &part) {
               bool isNumber = false;
               return part.toUInt(&isNumber) <= 255 && isNumber;
           });
}

bool areOnThisComputer(const QByteArray &list)
{
    const QList<QByteArray> hosts = list.split(',');
    return std::all_of(hosts.begin(), hosts.end(), isOnThisComputer);
}

Encryption encryptionOf(const QByteArray &sslMode)
{
    if (sslMode == "verify-full")
        return Encryption::Verified;
    return sslMode == "require" || sslMode == "verify-ca" ? Encryption::Required : Encryption::Open;
}

} // namespace

Protection protectionOf(const Location &place)
{
    if (place.isFile())
        return {};
    const Options given(PQconninfoParse(place.server().toUtf8().constData(), nullptr));
    const auto value = [&](const char *keyword, const char *variable) {
        const QByteArray own = valueOf(given, keyword);
        return own.isEmpty() ? qgetenv(variable) : own;
    };
    const QByteArray chosen = valueOf(given, "sslmode");
    const QByteArray host = value("host", "PGHOST");
    // What a service file names is read by libpq alone, so it is not known here.
    const bool isService
        = host.isEmpty() && (!valueOf(given, "service").isEmpty() || qEnvironmentVariableIsSet("PGSERVICE"));
    if (!isService && areOnThisComputer(host) && areOnThisComputer(value("hostaddr", "PGHOSTADDR")))
        return {Encryption::ThisComputer, chosen};
    if (!chosen.isEmpty())
        return {encryptionOf(chosen), chosen};
    const QByteArray usual = qgetenv("PGSSLMODE");
    const QByteArray mode = encryptionOf(usual) == Encryption::Open ? QByteArray("require") : usual;
    return {encryptionOf(mode), mode};
}

QString warningOf(Encryption encryption)
{
    switch (encryption) {
    case Encryption::Open:
        return QCoreApplication::translate(
            "lake",
            "The connection to this database may be without TLS: whoever is on the way can read and change "
            "all records. No password is sent. Choose sslmode=verify-full, or at least sslmode=require.");
    case Encryption::Required:
        return QCoreApplication::translate(
            "lake",
            "The connection to this database is encrypted, but the name of the server is not checked. "
            "sslmode=verify-full is recommended.");
    case Encryption::ThisComputer:
    case Encryption::Verified:
        break;
    }
    return {};
}

QString encryptionName(Encryption encryption)
{
    switch (encryption) {
    case Encryption::ThisComputer:
        return QStringLiteral("this-computer");
    case Encryption::Verified:
        return QStringLiteral("verified");
    case Encryption::Required:
        return QStringLiteral("required");
    case Encryption::Open:
        return QStringLiteral("open");
    }
    return {};
}

// How a PostgresConnection is opened, step by step, so that opening can be stopped at any time.

namespace {

//! What a server says before it is ready: certificates, settings, notices.
constexpr qint64 mostBytesToConnect = 1024 * 1024;

//! Notices are for the log; what they could tell of records is left out with their detail.
void noteNotice(void *, const PGresult *notice)
{
    qCInfo(logLake) << "PostgreSQL notice" << PQresultErrorField(notice, PG_DIAG_SQLSTATE);
}

//! The value of one parameter as libpq uses it, wherever it comes from.
QByteArray parameterOf(PGconn *connection, const char *keyword)
{
    return valueOf(Options(PQconninfo(connection)), keyword);
}

//! Comma-separated, from the entry with number \a first on.
QByteArray listFrom(const QByteArray &list, int first)
{
    return list.split(',').mid(first).join(',');
}

//! By libpq's rules: of each server; at least two seconds; 0 and less: as long as it takes.
QDeadlineTimer timeLimit(PGconn *connection)
{
    constexpr int shortest = 2;
    const int seconds = parameterOf(connection, "connect_timeout").toInt();
    return seconds > 0 ? QDeadlineTimer(std::chrono::seconds(std::max(seconds, shortest)))
                       : QDeadlineTimer(QDeadlineTimer::Forever);
}

QString serverName(PGconn *connection)
{
    const char *host = PQhost(connection);
    const char *port = PQport(connection);
    return QString::fromUtf8(host ? host : "") + QLatin1Char(':') + QString::fromUtf8(port ? port : "");
}

} // namespace

//! \a skipped: how many servers of the list that was tried last are left out.
void PostgresConnection::startConnecting(int skipped)
{
    const QByteArray server = m_location.server().toUtf8();
    QByteArray host, address, port;
    if (skipped > 0) {
        host = listFrom(parameterOf(m_connection.get(), "host"), skipped);
        address = listFrom(parameterOf(m_connection.get(), "hostaddr"), skipped);
        port = parameterOf(m_connection.get(), "port");
        port = port.contains(',') ? listFrom(port, skipped) : port;
    }
    const auto given = [](const QByteArray &value) { return value.isEmpty() ? nullptr : value.constData(); };
    // What stands in the URL, in PGPASSWORD, ~/.pgpass or a service file wins over the first five; what
    // follows it wins over that.
    // Without TLS the server could ask for the password itself, and libpq 15 would send it. This one keeps it
    // from looking for a real one.
    const Protection protection = protectionOf(m_location);
    const char *sslMode = given(protection.sslMode);
    const char *password = protection.encryption == Encryption::Open ? "none-without-TLS" : nullptr;
    const std::array<const char *, 13> keys{"connect_timeout",
                                            "keepalives_idle",
                                            "keepalives_interval",
                                            "keepalives_count",
                                            "fallback_application_name",
                                            "dbname",
                                            "client_encoding",
                                            "host",
                                            "hostaddr",
                                            "port",
                                            "sslmode",
                                            "password",
                                            nullptr};
    const std::array<const char *, 13> values{
        "10",           "30",        "10",    "3",      "GaugeDesk", server.constData(), "UTF8", given(host),
        given(address), given(port), sslMode, password, nullptr};
    m_connection.reset(PQconnectStartParams(keys.data(), values.data(), 1));
    PQsetNoticeReceiver(m_connection.get(), noteNotice, nullptr); // libpq would print what comes
    if (m_connection && PQpass(m_connection.get()))
        hideEverywhere(Secret(QByteArray(PQpass(m_connection.get()))));
}

//! How many servers of the list were tried, and how many there are.
std::pair<int, int> PostgresConnection::serversTried() const
{
    PGconn *connection = m_connection.get();
    const QByteArray names = parameterOf(connection, "host");
    const auto hosts = (names.isEmpty() ? parameterOf(connection, "hostaddr") : names).split(',');
    const auto ports = parameterOf(connection, "port").split(',');
    const int count = int(hosts.size());
    for (int i = 0; i < count; ++i) {
        if (hosts.at(i) == PQhost(connection) && ports.value(ports.size() == 1 ? 0 : i) == PQport(connection))
            return {i + 1, count};
    }
    return {count, count};
}

//! Goes through libpq's steps. A name is still looked up in one piece, for as long as the resolver takes.
PostgresConnection::Established PostgresConnection::establish() const
{
    PGconn *connection = m_connection.get();
    if (!connection || PQstatus(connection) == CONNECTION_BAD)
        return Established::Failed;
    QDeadlineTimer limit = timeLimit(connection);
    QString server = serverName(connection);
    auto next = PGRES_POLLING_WRITING;
    while (next != PGRES_POLLING_OK) {
        if (next == PGRES_POLLING_FAILED)
            return Established::Failed;
        if (mustEnd())
            return Established::Cancelled;
        if (limit.hasExpired())
            return Established::TimedOut;
        if (!waitForSocket(next == PGRES_POLLING_WRITING))
            continue;
        if (platform::bytesReceived(PQsocket(connection)) > mostBytesToConnect)
            return Established::TooMuch;
        next = PQconnectPoll(connection);
        if (const QString now = serverName(connection); now != server) {
            server = now;
            limit = timeLimit(connection);
        }
    }
    return Established::Yes;
}

Result<void> PostgresConnection::connect()
{
    if (mustEnd())
        return fail(cancelled());
    m_isLost = false;
    m_isCopying = false;
    startConnecting(0);
    auto established = establish();
    // libpq turns to the next server of the address after a refusal, but not after a silence.
    while (established == Established::TimedOut) {
        const auto [tried, all] = serversTried();
        if (tried == all)
            break;
        startConnecting(tried);
        established = establish();
    }
    if (m_connection)
        m_server = serverName(m_connection.get());
    Result<void> outcome;
    if (established == Established::Cancelled)
        outcome = fail(cancelled());
    else if (established == Established::TimedOut)
        outcome = fail(errorOf({}, "no answer in time"));
    else if (established == Established::TooMuch)
        outcome = fail(leaveFlood(QLocale().formattedDataSize(mostBytesToConnect)));
    else if (established == Established::Failed)
        outcome = fail(refused());
    else
        outcome = checkServer();
    if (!outcome)
        leave();
    return outcome;
}

//! libpq has no SQLSTATE of a connection that was refused; what it was refused for is in words that the
//! server may have translated, but only one of them asks for a password.
Error PostgresConnection::refused() const
{
    PGconn *connection = m_connection.get();
    const char *message = connection ? PQerrorMessage(connection) : "out of memory";
    const QString text = QString::fromUtf8(message);
    const auto says = [&text](const char *words) { return text.contains(QLatin1String(words)); };
    const bool noPassword = connection && PQconnectionNeedsPassword(connection);
    if (says("does not support SSL")) {
        return {ErrorKind::Storage,
                QCoreApplication::translate(
                    "lake",
                    "The database server %1 does not offer TLS, so no name and no password was sent to "
                    "it. Ask its administrator to turn TLS on. Where nobody can listen on the way, "
                    "add sslmode=disable to the address; then no password is sent.")
                    .arg(m_server),
                redacted(text)};
    }
    // A certificate that is not signed, not for this name, out of date, or no authority to check it by.
    if (says("certificate") && !text.contains(QLatin1String("FATAL"))) {
        return {ErrorKind::Storage,
                QCoreApplication::translate(
                    "lake",
                    "The certificate of the database server %1 cannot be verified, so nothing was sent "
                    "to it. Ask its administrator for the certificate of its authority and name its "
                    "file in the address (sslrootcert=FILE), or put it into "
                    "~/.postgresql/root.crt.")
                    .arg(m_server),
                redacted(text)};
    }
    // The last one is PgBouncer's.
    const bool noDatabase = (says("database \"") && says("does not exist")) || says("no such database");
    const bool isRefused
        = noPassword || says("authentication failed") || says("pg_hba.conf") || says("role \"");
    if (isRefused && protectionOf(m_location).encryption == Encryption::Open) {
        return {ErrorKind::Storage,
                QCoreApplication::translate(
                    "lake",
                    "The database server %1 does not let this user in without a password, and without "
                    "TLS none was sent. Choose sslmode=verify-full or sslmode=require.")
                    .arg(m_server),
                redacted(text)};
    }
    return errorOf(noDatabase ? "3D000" : isRefused ? "28000" : "", message);
}

Result<void> PostgresConnection::checkServer() const
{
    PGconn *connection = m_connection.get();
    // What a server does not take in must not be waited for in libpq.
    if (PQsetnonblocking(connection, 1) != 0)
        return fail(lastError());
    constexpr int oldestTried = 130000;
    if (PQserverVersion(connection) < oldestTried
        || qstrcmp(PQparameterStatus(connection, "server_encoding"), "UTF8") != 0) {
        return fail(ErrorKind::Storage,
                    QCoreApplication::translate("lake",
                                                "This database cannot hold the local copy: it needs "
                                                "PostgreSQL 13 or newer and a database in the encoding "
                                                "UTF8."),
                    QStringLiteral("version %1").arg(PQserverVersion(connection)));
    }
    return {};
}

} // namespace gauge::lake
