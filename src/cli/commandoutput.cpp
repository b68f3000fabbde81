// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandoutput.h"

#include "cli/options.h"

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

void PastLimit::declare(CLI::App &app, const std::string &help)
{
    addNumber(app, "--limit", m_given, help);
}

Result<void> PastLimit::check() const
{
    if (m_given && *m_given < 1)
        return fail(ErrorKind::Input, QCoreApplication::translate("cli", "--limit needs a number from 1."));
    return {};
}

qint64 PastLimit::value() const
{
    constexpr qint64 usual = 20;
    return m_given.value_or(usual);
}

QString stateName(lake::SyncRecord::State state)
{
    using State = lake::SyncRecord::State;
    switch (state) {
    case State::Running:
        return QStringLiteral("running");
    case State::Interrupted:
        return QStringLiteral("interrupted");
    case State::Succeeded:
        return QStringLiteral("done");
    case State::Failed:
        return QStringLiteral("failed");
    }
    return {};
}

QString utcText(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

} // namespace gauge::cli
