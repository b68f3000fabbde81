// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/connectionlines.h"

namespace gauge::cli {

QString placeName(service::SecretPlace place)
{
    switch (place) {
    case service::SecretPlace::Keychain:
        return QStringLiteral("keychain");
    case service::SecretPlace::Session:
        return QStringLiteral("session");
    case service::SecretPlace::Environment:
        return QStringLiteral("environment");
    case service::SecretPlace::Sample:
        return QStringLiteral("sample");
    }
    return {};
}

JsonLine connectionLine(const service::Connection &connection)
{
    return JsonLine()
        .add("name", connection.name)
        .add("region", service::regionName(connection.region))
        .add("client_id", connection.clientId)
        .add("secret", placeName(connection.secretPlace))
        .add("id", connection.id);
}

} // namespace gauge::cli
