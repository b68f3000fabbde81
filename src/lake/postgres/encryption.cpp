// SPDX-License-Identifier: GPL-3.0-or-later
#include "lake/postgres/encryption.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
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

} // namespace gauge::lake
