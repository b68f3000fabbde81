// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/environment.h"

#include "base/log.h"

namespace gauge::vault {

namespace {

//! The variable's bytes. Unix hands them over as they are; Windows keeps them as UTF-16.
QByteArray variable(const char *name)
{
#ifdef Q_OS_WIN
    return qEnvironmentVariable(name).toUtf8();
#else
    return qgetenv(name);
#endif
}

} // namespace

std::optional<QString> environmentClientId()
{
    const QByteArray value = variable("GAUGEDESK_CLIENT_ID");
    return value.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(value));
}

std::optional<Secret> environmentSecret(SecretKind kind)
{
    const Secret value(
        variable(kind == SecretKind::ApiKey ? "GAUGEDESK_API_KEY" : "GAUGEDESK_CLIENT_SECRET"));
    hideEverywhere(value);
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

} // namespace gauge::vault
