// SPDX-License-Identifier: GPL-3.0-or-later
#include "vault/credentialstore.h"

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

} // namespace gauge::vault
