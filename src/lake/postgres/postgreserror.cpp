// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/postgreserror.h"

#include "base/redaction.h"
#include "lake/refusal.h"

namespace gauge::lake {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("lake", text);
}

QString words(std::string_view state)
{
    const std::string_view kind = state.substr(0, 2);
    if (state.empty() || kind == "08" || kind == "57") {
        return translated(
            QT_TRANSLATE_NOOP("lake",
                              "The database server %1 cannot be reached, or has ended the connection. What "
                              "was stored before is kept. Check that it runs and try again."));
    }
    if (kind == "28") {
        return translated(
            QT_TRANSLATE_NOOP("lake",
                              "The database server %1 does not let this user in. Check the user's name; its "
                              "password belongs into the file ~/.pgpass or the variable PGPASSWORD."));
    }
    if (kind == "3D") {
        return translated(QT_TRANSLATE_NOOP(
            "lake", "There is no such database on the server %1. Create it there, or choose another."));
    }
    if (kind == "53") {
        return translated(
            QT_TRANSLATE_NOOP("lake",
                              "The database server %1 has no room left: its disk or memory is full, or too "
                              "many programs use it. What was stored before is kept. Try again later."));
    }
    if (state == "25006" || state == "42501") {
        return translated(
            QT_TRANSLATE_NOOP("lake",
                              "The database server %1 does not allow this user to write there. Nothing was "
                              "changed. Ask its administrator for the right to create a schema."));
    }
    if (state == "55P03" || state == "40001" || state == "40P01")
        return busyText();
    if (state == "22001" || kind == "54")
        return translated(QT_TRANSLATE_NOOP("lake", "A value is too large to be stored."));
    return translated(
        QT_TRANSLATE_NOOP("lake", "The local copy could not be used. What was stored before is kept."));
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
    QString text = words(state);
    if (text.contains(QLatin1String("%1")))
        text = text.arg(server);
    QString detail = QStringLiteral("PostgreSQL ") + QString::fromUtf8(state.data(), qsizetype(state.size()));
    if (tellsNoValues(state)) {
        detail += QStringLiteral(": ")
            + QString::fromUtf8(message.data(), qsizetype(message.size())).simplified().left(500);
    }
    return {ErrorKind::Storage, text, redacted(detail)};
}

} // namespace gauge::lake
