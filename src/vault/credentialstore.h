// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QCoroTask>
#include <QString>

#include <map>
#include <optional>
#include <stop_token>
#include <utility>

namespace gauge::vault {

//! What the operating system's keychain said, told apart because each asks for another step.
enum class KeychainState {
    Available,
    Absent, //!< no keychain service on this machine or session
    Locked, //!< there, but locked, and was not unlocked
    Denied, //!< the person or the system refused access
};

//! The two secrets a connection can have.
enum class SecretKind { ClientSecret, ApiKey };

//! Where secrets are kept. Every method may take as long as a person needs to unlock a keychain.
//! Errors are of kind Keychain with words and a next step; a missing secret is not an error.
class CredentialStore
{
public:
    virtual ~CredentialStore() = default;

    virtual QCoro::Task<Result<std::optional<Secret>>> read(QString connectionId, SecretKind kind) = 0;
    //! Reads back what it wrote before it reports success.
    virtual QCoro::Task<Result<void>> write(QString connectionId, SecretKind kind, Secret secret) = 0;
    virtual QCoro::Task<Result<void>> remove(QString connectionId, SecretKind kind) = 0;
    //! Asks with a key that never exists.
    virtual QCoro::Task<KeychainState> probe() = 0;
};

//! "GNOME Keyring", "Keychain", "Credential Manager": what people call this platform's keychain.
[[nodiscard]] QString keychainName();
//! One or two sentences on \a state and what to do, for banners and the CLI. Empty for Available.
[[nodiscard]] QString explain(KeychainState state);
//! What to show while an operation of a CredentialStore takes longer than a moment.
[[nodiscard]] QString waitingForKeychain();

//! GAUGEDESK_CLIENT_ID, which wins over the connection's own for this run; an empty one is unset.
[[nodiscard]] std::optional<QString> environmentClientId();

//! GAUGEDESK_CLIENT_SECRET or GAUGEDESK_API_KEY, which win over the keychain for this run and are
//! never stored. An empty variable counts as unset: scripts clear variables that way.
[[nodiscard]] std::optional<Secret> environmentSecret(SecretKind kind);

//! "This session only": secrets live in this object and are wiped with it. For machines without a
//! keychain; always available.
class MemoryStore final : public CredentialStore
{
public:
    QCoro::Task<Result<std::optional<Secret>>> read(QString connectionId, SecretKind kind) override;
    QCoro::Task<Result<void>> write(QString connectionId, SecretKind kind, Secret secret) override;
    QCoro::Task<Result<void>> remove(QString connectionId, SecretKind kind) override;
    QCoro::Task<KeychainState> probe() override;

private:
    std::map<std::pair<QString, SecretKind>, Secret> m_secrets;
};

} // namespace gauge::vault
