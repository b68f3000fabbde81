// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgreserror.h"

#include "base/log.h"
#include "lake/sql/refusal.h"

namespace gauge::lake {

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
