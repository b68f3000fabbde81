// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialstore.h"

#include "base/log.h"

#include <QCoreApplication>

namespace gauge::vault {

QString keychainName()
{
#if defined(Q_OS_MACOS)
    return QCoreApplication::translate("vault", "Keychain");
#elif defined(Q_OS_WIN)
    return QCoreApplication::translate("vault", "Credential Manager");
#else
    // The service itself tells no name for people; the desktop it comes with does.
    const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    if (desktop.contains(u"KDE", Qt::CaseInsensitive))
        return QCoreApplication::translate("vault", "KDE Wallet");
    return QCoreApplication::translate("vault", "GNOME Keyring");
#endif
}

QString explain(KeychainState state)
{
    switch (state) {
    case KeychainState::Available:
        break;
    case KeychainState::Absent:
        return QCoreApplication::translate(
                   "vault",
                   "No keyring (%1) answers on this computer. Nothing was changed, and secrets are never "
                   "kept in a file instead. Start the keyring and try again, keep the secret for this "
                   "session only, or set GAUGEDESK_CLIENT_SECRET in the environment.")
            .arg(keychainName());
    case KeychainState::Locked:
        return QCoreApplication::translate(
                   "vault",
                   "Your keyring (%1) is locked. Unlock it and try again; until then nothing can be read "
                   "from it. Nothing was changed. You can also keep the secret for this session only, or "
                   "set GAUGEDESK_CLIENT_SECRET in the environment.")
            .arg(keychainName());
    case KeychainState::Denied:
        return QCoreApplication::translate(
                   "vault",
                   "Access to your keyring (%1) was refused. Nothing was changed. Allow GaugeDesk to use it "
                   "and try again, keep the secret for this session only, or set GAUGEDESK_CLIENT_SECRET "
                   "in the environment.")
            .arg(keychainName());
    }
    return {};
}

QString waitingForKeychain()
{
    return QCoreApplication::translate("vault",
                                       "Waiting for your keyring (%1). It may be asking for its password.")
        .arg(keychainName());
}

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

QCoro::Task<Result<std::optional<Secret>>> MemoryStore::read(QString connectionId, SecretKind kind)
{
    std::optional<Secret> found;
    const auto entry = m_secrets.find({connectionId, kind});
    if (entry != m_secrets.end())
        found = entry->second;
    co_return Result<std::optional<Secret>>(std::move(found));
}

QCoro::Task<Result<void>> MemoryStore::write(QString connectionId, SecretKind kind, Secret secret)
{
    m_secrets.insert_or_assign({connectionId, kind}, std::move(secret));
    co_return Result<void>();
}

QCoro::Task<Result<void>> MemoryStore::remove(QString connectionId, SecretKind kind)
{
    m_secrets.erase({connectionId, kind});
    co_return Result<void>();
}

QCoro::Task<KeychainState> MemoryStore::probe()
{
    co_return KeychainState::Available;
}

} // namespace gauge::vault
