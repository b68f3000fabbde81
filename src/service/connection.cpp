// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/connection.h"

#include "base/name.h"
#include "net/transport.h"

#include <QStandardPaths>
#include <QUuid>

#include <array>

namespace gauge::service {

namespace {

std::optional<QString> objectionToUrl(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty())
        return QCoreApplication::translate(
                   "service", "“%1” is not an address. It begins with https:// and names a host.")
            .arg(url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    if (!url.userInfo().isEmpty())
        return QCoreApplication::translate("service",
                                           "The address of %1 must not hold a user name or password.")
            .arg(url.host());
    if (url.hasQuery() || url.hasFragment())
        return QCoreApplication::translate("service", "The address of %1 must end before “?” and “#”.")
            .arg(url.host());
    if (!net::isAllowedScheme(url))
        return QCoreApplication::translate(
                   "service",
                   "%1 needs an https address. Plain http is possible for this computer "
                   "only (127.0.0.1).")
            .arg(url.host());
    return std::nullopt;
}

QUrl regionalUrl(Region region, catalog::Host host)
{
    const char *family = host == catalog::Host::Auth ? "auth"
        : host == catalog::Host::Api                 ? "api"
                                                     : "imports.api";
    return QUrl(
        QStringLiteral("https://%1.%2.customergauge.com").arg(QLatin1String(family), regionName(region)));
}

} // namespace

QUrl Connection::baseUrl(catalog::Host host) const
{
    if (region != Region::Custom)
        return regionalUrl(region, host);
    switch (host) {
    case catalog::Host::Auth:
        return authUrl;
    case catalog::Host::Api:
        return apiUrl;
    case catalog::Host::Imports:
        return importsUrl;
    }
    return {};
}

QStringList Connection::hosts() const
{
    QStringList result;
    for (const auto host : {catalog::Host::Auth, catalog::Host::Api, catalog::Host::Imports}) {
        if (const QUrl url = baseUrl(host); !url.host().isEmpty())
            result.append(net::hostAndPort(url));
    }
    result.removeDuplicates();
    return result;
}

QString regionName(Region region)
{
    switch (region) {
    case Region::Eu:
        return QStringLiteral("eu");
    case Region::Us:
        return QStringLiteral("us");
    case Region::Au:
        return QStringLiteral("au");
    case Region::Custom:
        return QStringLiteral("custom");
    }
    return {};
}

std::optional<Region> regionFromName(const QString &name)
{
    for (const Region region : {Region::Eu, Region::Us, Region::Au, Region::Custom}) {
        if (name.compare(regionName(region), Qt::CaseInsensitive) == 0)
            return region;
    }
    return std::nullopt;
}

std::optional<QString> objection(const Connection &connection)
{
    if (connection.name.trimmed().isEmpty())
        return QCoreApplication::translate("service", "The connection needs a name.");
    if (connection.region != Region::Custom)
        return std::nullopt;
    const std::array urls{connection.authUrl, connection.apiUrl, connection.importsUrl};
    for (const QUrl &url : urls) {
        if (url.isEmpty()) {
            if (connection.isSample())
                continue;
            return QCoreApplication::translate(
                "service",
                "A custom region needs three addresses: for tokens, for reading and "
                "for uploads.");
        }
        if (const auto reason = objectionToUrl(url))
            return reason;
    }
    return std::nullopt;
}

Result<QString> connectionName(const QString &name)
{
    constexpr int longest = 80; // as the field in the window takes
    Result<QString> usable = usableName(name, longest);
    if (usable && !QUuid::fromString(*usable).isNull()) {
        return fail(ErrorKind::Input,
                    QCoreApplication::translate("service",
                                                "A connection cannot be named like an id. Choose another "
                                                "name."));
    }
    return usable;
}

QString defaultDataFolder()
{
    const QString stated = qEnvironmentVariable("GAUGEDESK_DATA_DIR");
    if (!stated.isEmpty())
        return stated;
    // The same for the window, the console companion and the sandbox, whatever each calls itself.
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/gaugedesk");
}

} // namespace gauge::service
